// Layer: align. Which edges of a band can matter: told by bounds, before any score that costs much.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/band.hpp"
#include "align/edge.hpp"
#include "align/shapes.hpp"

namespace duiqi::align {

/// Edges of a band, each marked as possible or not.
class PossibleEdges {
 public:
  /// All are possible.
  PossibleEdges() = default;
  /// Those whose best ladder, by `scores.bound`, is at most `slack` nats worse than the best ladder; all of
  /// them where there is no bound, or where the band is too large for a table of them. Time: cells × shapes
  /// for each of a few rounds; scores that are asked for: those of some ladders.
  PossibleEdges(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores, double slack);

  /// `cell`: see Band::cell(); `shape`: its number.
  bool contains(std::size_t cell, std::size_t shape) const {
    return possible_.empty() || possible_[cell * shapes_ + shape] != 0;
  }

 private:
  std::size_t shapes_ = 0;
  std::vector<char> possible_;
};

}  // namespace duiqi::align
