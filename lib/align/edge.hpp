// Layer: align. A possible bead of a ladder, and what scores it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include <duiqi/span.hpp>

#include "align/band.hpp"
#include "align/shapes.hpp"

namespace duiqi::align {

/// Scores beads, in nats; nulls too. All pairs of one call begin at the same node. Must be finite and a pure
/// function of each pair.
using ScoreBeads = std::function<void(std::span<const RangePair>, std::span<double>)>;

/// A bead from `from`, of shape number `shape`.
struct Edge {
  Node from;
  std::uint8_t shape = 0;
  double score = 0;  ///< nats
  double probability =
      0;  ///< of all the lattice's ladders, the share of the mass that runs through this edge
};

}  // namespace duiqi::align
