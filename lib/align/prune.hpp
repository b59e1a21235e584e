// Layer: align. Which edges of a band can matter: told by bounds, before any score that costs much.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/band.hpp"
#include "align/edge.hpp"
#include "align/shapes.hpp"

namespace duiqi::align {

/// Edges of a band that may matter.
class PossibleEdges {
 public:
  /// Those whose best ladder, by `scores.bound`, is at most `slack` nats worse than the best ladder; all of
  /// them where there is no bound, or where the band is too large for a table of them. Time: cells × shapes
  /// for each of a few rounds; scores that are asked for: those of some ladders. Precondition: at most 256
  /// shapes.
  PossibleEdges(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores, double slack);

  /// The numbers of the shapes of the edges that leave a cell (see Band::cell()), ascending; some may leave
  /// the band where all are possible.
  std::span<const std::uint8_t> of(std::size_t cell) const {
    if (first_.empty()) return shapes_;
    return {shapes_.data() + first_[cell], first_[cell + 1] - first_[cell]};
  }

 private:
  std::vector<std::uint32_t> first_;  ///< of each cell, and one more; empty where all are possible
  std::vector<std::uint8_t> shapes_;
};

}  // namespace duiqi::align
