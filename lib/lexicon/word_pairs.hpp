// Layer: lexicon. How Chinese and English words go together in aligned beads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/learn_lexicon.hpp>

#include "lexicon/learning_corpus.hpp"

namespace duiqi::lexicon {

/// Where a Chinese word stands.
struct Occurrence {
  std::uint32_t bead = 0;
  std::uint32_t place = 0;  ///< among the bead's words
};

/// For each Chinese word its occurrences, in order.
class Occurrences {
 public:
  explicit Occurrences(const LearningCorpus& corpus);
  std::span<const Occurrence> of(std::size_t word) const {
    return std::span(all_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<Occurrence> all_;
};

/// An English word that may translate a Chinese one.
struct WordPair {
  std::uint32_t en = 0;
  float links = 0;    ///< expected number of beads in which it does; at first the log-likelihood ratio
  float forward = 0;  ///< the probability of the English word, given the Chinese one
  float reverse = 0;  ///< of the Chinese one, given the English one
};

/// The candidates of each Chinese word.
struct WordPairs {
  std::vector<std::size_t> begins;  ///< of each Chinese word, and one more
  std::vector<WordPair> pairs;      ///< of a word: by English word
  std::vector<double> zh_counts;    ///< beads that have the word, by weight
  std::vector<double> en_counts;

  std::span<WordPair> of(std::size_t word) {
    return std::span(pairs).subspan(begins[word], begins[word + 1] - begins[word]);
  }
};

/// The pairs that stand together more often than chance explains. Each Chinese word is worked on by one
/// thread, so that sums do not depend on how many there are.
WordPairs find_candidates(const LearningCorpus& corpus, const Occurrences& occurrences,
                          const LearnOptions& options);

/// Trains Model 1 in both directions on the candidates, each direction with the links that both agree on.
void train(const LearningCorpus& corpus, const Occurrences& occurrences, const LearnOptions& options,
           WordPairs& words);

}  // namespace duiqi::lexicon
