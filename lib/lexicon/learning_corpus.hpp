// Layer: lexicon. Beads as numbers: which words each has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <duiqi/learn_lexicon.hpp>

namespace duiqi::lexicon {

/// Lists of numbers, end to end.
struct IdLists {
  std::vector<std::size_t> begins{0};
  std::vector<std::uint32_t> ids;

  std::size_t size() const { return begins.size() - 1; }
  std::size_t begin(std::size_t list) const { return begins[list]; }
  std::size_t end(std::size_t list) const { return begins[list + 1]; }
  std::span<const std::uint32_t> of(std::size_t list) const {
    return std::span(ids).subspan(begin(list), end(list) - begin(list));
  }
};

/// The beads to learn from.
struct LearningCorpus {
  std::vector<std::u32string> zh_words;
  std::vector<std::string> en_words;  ///< the most frequent form of each stem
  std::vector<bool> en_empty;         ///< is_empty_word() of its stem
  std::vector<float> weights;         ///< of each bead
  IdLists zh;                         ///< of each bead: its words, ascending, each once
  IdLists en;
  IdLists en_text;  ///< of each bead: its English words in order
};

/// Throws Error(invalid_encoding). Cost: one pass, on one thread.
LearningCorpus read_beads(std::span<const BeadText> beads, const std::vector<Lexicon>& known,
                          const LearnOptions& options);

}  // namespace duiqi::lexicon
