// Layer: corpus. The sentence pairs of an aligned document, with what is known of each.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/id_bead.hpp>

namespace duiqi::corpus {

struct Pair {
  IdBead bead;     ///< with score and probability
  std::string zh;  ///< its sentences joined: Chinese ones with nothing, English ones with a space
  std::string en;
  Span zh_span;  ///< from the first sentence to the last one
  Span en_span;
  double length_ratio = 0;  ///< English letters and digits for each Chinese character; 0 where there are none
  /// Indices into the bitext's anchors: what stands for the same on both sides, and what has no counterpart.
  /// Names of persons that have none are left out: on the English side every capitalised word may be one.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matched;
  std::vector<std::uint32_t> missed_zh;
  std::vector<std::uint32_t> missed_en;
  std::string context;  ///< as contexts() has it; empty where none is wanted
};

/// The beads with text on both sides, links drawn in, in the order of the Chinese text: those that
/// `duiqi align --format jsonl` writes.
std::vector<Pair> make_pairs(const Bitext& bitext);

}  // namespace duiqi::corpus
