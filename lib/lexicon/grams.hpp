// Layer: lexicon. Which sequences of Chinese characters are words, found from counts alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <duiqi/learn_lexicon.hpp>

namespace duiqi::lexicon {

/// A sequence that is taken for a word.
struct Gram {
  std::u32string text;
  std::uint32_t count = 0;
};

/// The Han characters of `texts` (folded) and the sequences of them that stand together more often than by
/// chance, but for fragments of longer ones (the 葡 of 葡萄), by length, then by first occurrence. A sequence
/// is counted only where both its parts without an end are frequent enough (Agrawal and Srikant 1994), which
/// bounds memory. Cost: a hash look-up for each character and length.
std::vector<Gram> find_grams(std::span<const std::u32string> texts, const LearnOptions& options);

}  // namespace duiqi::lexicon
