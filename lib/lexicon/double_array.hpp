// Layer: lexicon. Building the double array in which words are looked up.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/format.hpp"

namespace duiqi::lexicon {

struct CodedWord {
  std::vector<std::uint16_t> codes;  ///< none of them 0
  std::uint32_t entry;
};

/// The units of a double array in which each word leads to its entry. Precondition: `words` are ascending,
/// each once, none empty. Throws Error(invalid_format) where they need more than most_units. Cost: some 0.1 s
/// for 100,000 words.
std::vector<Unit> build_double_array(std::span<const CodedWord> words);

}  // namespace duiqi::lexicon
