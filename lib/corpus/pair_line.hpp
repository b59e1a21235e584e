// Layer: corpus. The lines of an output, read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/span.hpp>

namespace duiqi::corpus {

/// What all outputs but jsonl are made of.
struct PairFields {
  std::string doc;
  std::string zh;  ///< its sentences joined, of a line of tsv on one line
  std::string en;
  std::vector<std::uint32_t> zh_ids;
  std::vector<std::uint32_t> en_ids;
  Span zh_span;
  Span en_span;
  std::string type;
  double probability = 0;
  double length_ratio = 0;
  std::size_t matched = 0;  ///< anchors
  std::size_t missed = 0;
  std::string metadata;  ///< a JSON object, or empty
};

/// A line of a `duiqi corpus` output, without its end. `format`: jsonl or tsv. Throws Error(invalid_format),
/// without a place, for any that is none.
PairFields read_pair(std::string_view line, CorpusFormat format);

}  // namespace duiqi::corpus
