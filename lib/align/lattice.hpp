// Layer: align. All ladders within a band at once, and how much of the probability runs through each edge.
#pragma once

#include <cstdint>
#include <vector>

#include "align/band.hpp"
#include "align/edge.hpp"
#include "align/prune.hpp"
#include "align/shapes.hpp"

namespace duiqi::align {

/// The ladders of a band. A ladder never has a 0-1 followed at once by a 1-0: two nulls side by side have one
/// order, the Chinese one first, or the same alignment would count twice.
///
/// The score of a ladder is the sum of its edges' scores; p(ladder) is exp(score) over the sum of that for
/// all ladders (a globally normalised chain, as in Lafferty et al. 2001). Time and memory: cells × shapes;
/// where the scores have a bound, sums and memory are of the edges that may matter.
class Lattice {
 public:
  /// Edges through which less than `floor` of the probability runs may be left out, where the scores have a
  /// bound.
  Lattice(Band band, std::vector<Shape> shapes, const BeadScores& scores, double floor = 0);

  /// All edges with a probability of at least `floor`, in order of their begin, Chinese side first. (Forward
  /// and backward sums in log space.)
  std::vector<Edge> posteriors(double floor) const;

  /// ln of the sum over all ladders of exp(score).
  double log_sum() const;

 private:
  struct Sums;

  /// An edge that stays in the band and may matter.
  struct BandEdge {
    Node from;
    std::uint32_t from_cell = 0;
    std::uint32_t to_cell = 0;
    std::uint8_t shape = 0;
    float score = 0;
  };

  std::vector<Sums> forward() const;
  std::vector<Sums> backward() const;

  Band band_;
  std::vector<Shape> shapes_;
  std::vector<BandEdge> edges_;  ///< by their begin, then by shape
};

}  // namespace duiqi::align
