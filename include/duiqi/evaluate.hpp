// Layer: align. Scoring an alignment against gold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/id_bead.hpp>
#include <duiqi/span.hpp>

namespace duiqi {

/// All in [0, 1].
struct PrecisionRecall {
  double precision = 0;
  double recall = 0;
  DUIQI_API double f1() const;
};

/// A predicted bead with both sides: what it was given, and whether it is right.
struct Judgement {
  double probability = 0;
  bool right = false;
};

struct EvaluateOptions {
  /// Gold beads are beads, and one is right where it is equal; else gold beads are translation segments of
  /// possibly several sentences, and one is right where it lies inside a segment.
  bool strict = false;
};

/// What was counted in one document, or added up over several. Beads are those with both sides.
struct Counts {
  std::size_t predicted = 0;         ///< beads predicted
  std::size_t gold = 0;              ///< beads in the gold
  std::size_t strict_predicted = 0;  ///< predicted beads that are in the gold
  std::size_t strict_gold = 0;       ///< gold beads that were predicted
  std::size_t lax_predicted = 0;     ///< predicted beads that share a sentence of each side with a gold bead
  std::size_t lax_gold = 0;          ///< the reverse
  std::size_t inside = 0;            ///< predicted beads inside one gold bead on both sides
  std::size_t recovered = 0;         ///< gold beads that such beads tile exactly
  std::size_t null_hits = 0;         ///< sentences without a partner, in both
  std::size_t null_predicted = 0;
  std::size_t null_gold = 0;
  std::vector<Judgement> judged;  ///< the predicted beads that have a probability

  DUIQI_API Counts& operator+=(const Counts& other);

  DUIQI_API PrecisionRecall strict() const;   ///< exactly equal beads (Sennrich and Volk 2010)
  DUIQI_API PrecisionRecall lax() const;      ///< beads that overlap on both sides
  DUIQI_API PrecisionRecall segment() const;  ///< beads inside segments, segments tiled by beads
  /// Sentences without a partner; nothing where the gold has none.
  DUIQI_API std::optional<PrecisionRecall> null() const;
  /// Expected calibration error in [0, 1]: 15 bins of equal mass; nothing where not every predicted bead has
  /// a probability, or there is none.
  DUIQI_API std::optional<double> calibration_error() const;
};

/// The sizes of the sides, in sentences.
struct SideSizes {
  std::size_t zh = 0;
  std::size_t en = 0;
};

/// Scores predicted beads against gold ones. Ids ascend within a bead; nulls may be left out on either side
/// of the comparison, and ids beyond `sizes` count in beads but not as nulls. Cost: linear but for the
/// sorting of beads. The figures are those of the score.py that our evaluation sets come with.
DUIQI_API Counts evaluate(std::span<const IdBead> predicted, std::span<const IdBead> gold, SideSizes sizes,
                          const EvaluateOptions& options = {});

/// For each of `spans` the ids of the sentences that overlap it; a sentence over two spans belongs to both.
/// Cost: a binary search a span where the sentences are in text order, else a pass a span.
DUIQI_API std::vector<std::vector<std::uint32_t>> overlapping(std::span<const Span> sentences,
                                                              std::span<const Span> spans);

}  // namespace duiqi
