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
/// all ladders (a globally normalised chain, as in Lafferty et al. 2001). Time and memory: cells × shapes.
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

  /// Whether the edge lies in the band and may matter.
  bool reaches(Node from, std::size_t shape) const {
    return band_.contains({from.zh + shapes_[shape].zh, from.en + shapes_[shape].en}) &&
           possible_.contains(band_.cell(from), shape);
  }
  double score(Node from, std::size_t shape) const {
    return scores_[band_.cell(from) * shapes_.size() + shape];
  }
  template <class Visit>
  void for_each_node(Visit&& visit) const;
  std::vector<Sums> forward() const;
  std::vector<Sums> backward() const;

  Band band_;
  std::vector<Shape> shapes_;
  PossibleEdges possible_;
  std::vector<float> scores_;
};

}  // namespace duiqi::align
