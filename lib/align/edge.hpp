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

/// What a search asks of beads.
struct BeadScores {
  BeadScores(ScoreBeads score) : exact(std::move(score)) {}
  BeadScores(ScoreBeads score, ScoreBeads upper) : exact(std::move(score)), bound(std::move(upper)) {}

  ScoreBeads exact;
  /// May be empty. Else at least the exact score, or less by no more than rounding, and much cheaper; it is
  /// asked for with all pairs of a node at once.
  ScoreBeads bound;
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
