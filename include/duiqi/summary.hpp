// Layer: model. An alignment at a glance: how much is translated, how much is doubtful, where it drifts.
#pragma once

#include <vector>

#include <duiqi/span.hpp>

namespace duiqi {

/// Beads and nulls that are less likely than this are doubtful: more is against them than for them.
inline constexpr double doubtful_below = 0.5;

/// Shares of one side, in [0, 1], by length and not by count: a sentence counts with its characters (code
/// points, without white space), since a reader or a client misses a paragraph, not a headline. Both are 0
/// for a side without text.
struct SideSummary {
  /// What is expected to have a counterpart: each sentence with 1 less the probability that it is a null; a
  /// sentence that a link ties elsewhere (Link) is one no more. Of texts that don't belong together
  /// (Summary::parallel) it says little: what must be paired is paired.
  double translated = 0;
  /// What stands in beads, or in nulls, of a probability below `doubtful_below`. The probability of a null
  /// is that of its sentence, wherever the other side stands.
  double doubtful = 0;
};

/// A stretch of both sides that the alignment passes without support: other text on one side, or a
/// translation so free that nothing shows it.
struct Drift {
  SentenceRange zh;
  SentenceRange en;
  double support = 0;  ///< nats that links speak for its beads, for each sentence of its shorter side
};

/// Of one document, by itself.
struct Summary {
  SideSummary zh;
  SideSummary en;
  double probability = 0;  ///< mean of the beads and nulls; 0 where there are none
  /// What links speak for the beads, nats for each sentence of the shorter side; 0 where one is empty.
  double support = 0;
  /// False where hardly anything shows that the texts translate each other (AlignerOptions::least_support).
  /// Texts of fewer than five sentences on a side are never found out.
  bool parallel = true;
  /// In order; empty where not parallel, for then all is one.
  std::vector<Drift> drifts;
};

}  // namespace duiqi
