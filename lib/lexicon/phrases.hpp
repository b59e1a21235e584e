// Layer: lexicon. Equivalents of several English words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lexicon/learning_corpus.hpp"
#include "lexicon/word_pairs.hpp"

namespace duiqi::lexicon {

/// English words, in order, that translate a Chinese word together.
struct Rendering {
  std::vector<std::uint32_t> words;
  double links = 0;
};

/// Joins words that nearly always follow each other where they stand with the Chinese word that has these
/// `occurrences`; an empty word may stand between ("Bank of China"). What a phrase has of links is the sum of
/// its words', since a Chinese word divides its links among them: so phrases weigh what their words weighed
/// (lexicon/strength.hpp divides by their number). `renderings` are single words, each once.
void join_phrases(std::span<const Occurrence> occurrences, const LearningCorpus& corpus,
                  std::vector<Rendering>& renderings);

/// The words with blanks between.
std::string phrase_text(const Rendering& rendering, const LearningCorpus& corpus);

}  // namespace duiqi::lexicon
