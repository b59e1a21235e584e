// Layer: align. A possible bead of a ladder, and what scores it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>

#include <duiqi/span.hpp>

#include "align/band.hpp"
#include "align/shapes.hpp"

namespace duiqi::align {

/// Scores beads, in nats; nulls too. All pairs of one call begin at the same node. Must be finite and a pure
/// function of each pair.
using ScoreBeads = std::function<void(std::span<const RangePair>, std::span<double>)>;

/// Bounds beads of one size, in nats; nulls too: the Chinese range `zh` against the English ranges of
/// `en_size` sentences that begin at each of `begins`, into a bound for each of these. Both sizes are never 0
/// at once. `begins` is not empty.
using BoundBeads = std::function<void(SentenceRange zh, std::uint32_t en_size, SentenceRange begins,
                                      std::span<float> bounds)>;

/// What a search asks of beads.
struct BeadScores {
  BeadScores(ScoreBeads score) : exact(std::move(score)) {}
  BeadScores(ScoreBeads score, BoundBeads upper) : exact(std::move(score)), bound(std::move(upper)) {}

  ScoreBeads exact;
  /// May be empty. Else at least the exact score, or less by no more than rounding, and much cheaper.
  BoundBeads bound;
};

/// A bead from `from`, of shape number `shape`.
struct Edge {
  Node from;
  std::uint8_t shape = 0;
  double score = 0;  ///< nats
  double probability =
      0;  ///< of all the lattice's ladders, the share of the mass that runs through this edge
};

}  // namespace duiqi::align
