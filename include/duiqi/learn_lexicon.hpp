// Layer: lexicon. Learning a lexicon from texts that are aligned.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/lexicon.hpp>

namespace duiqi {

/// A piece of Chinese and its translation: a bead of some alignment. UTF-8.
struct BeadText {
  std::string_view zh;
  std::string_view en;
  double weight = 1;  ///< in [0, 1]: the probability that they translate each other
};

/// Counts are of beads, each by its weight. Where the defaults come from stands in docs/lexicon-learning.md.
struct LearnOptions {
  // What counts as a Chinese word.
  std::uint32_t longest_gram = 6;  ///< Han characters in a row that may be taken for a word; 1–16
  std::uint32_t least_gram = 2;    ///< times that they occur, at the least
  /// How many times as often as by chance the two parts of a sequence must stand together, wherever it is
  /// cut.
  double cohesion = 8;
  /// A character or sequence of which this share lies inside one longer sequence is a fragment, not a word.
  double fragment_share = 0.8;

  // What may translate what.
  double least_together = 1.5;         ///< beads that have both words
  double least_likelihood_ratio = 16;  ///< Dunning's G²; 15.1 is one chance hit in ten thousand
  std::uint32_t most_candidates = 32;  ///< of a Chinese word, by G²

  // The model.
  std::uint32_t iterations = 5;
  double chance = 4;  ///< how much more often than by its frequency alone a word comes without a source

  // What is kept.
  double least_links = 0.8;  ///< expected links of a pair
  double least_probability = 0.02;
  std::uint32_t most_equivalents = 8;

  // Bounds on memory; what it takes stands in docs/lexicon-learning.md.
  std::uint32_t most_beads = 2'000'000;  ///< of more, evenly spaced ones are taken
  std::uint32_t most_words = 500'000;    ///< of more, the most frequent are taken
  std::uint32_t longest_bead = 400;      ///< code points of Chinese, or words of English; longer are left out

  std::uint32_t threads =
      0;  ///< 0: as many as the machine runs at once. The result is the same for any number
};

/// Learns which English words translate which Chinese ones. Chinese words are those of `known` that occur,
/// single characters, and sequences of characters that stick together; English ones are stems, each shown by
/// its most frequent form. The probability of an equivalent is the expected share of the word's beads in
/// which it translates it; where words lie inside each other they divide an equivalent among them.
///
/// Method: candidates by the log-likelihood ratio (Dunning 1993, Moore 2004); IBM Model 1 (Brown et al. 1993)
/// in both directions, trained to agree (Liang, Taskar and Klein 2006). Sources are left to the caller.
/// Cost: docs/lexicon-learning.md. Throws Error(invalid_encoding) where a text is not valid UTF-8.
DUIQI_API LexiconData learn_lexicon(std::span<const BeadText> beads, const std::vector<Lexicon>& known = {},
                                    const LearnOptions& options = {});

}  // namespace duiqi
