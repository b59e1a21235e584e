// Layer: align. A sparse lattice of beads, nulls and swaps: what is left when a cheap search has thrown out
// the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/span.hpp>

#include "align/band.hpp"

namespace duiqi::align {

enum class Move : std::uint8_t {
  bead,     ///< both sides
  null_zh,  ///< one Chinese sentence
  null_en,  ///< one English sentence
  swap      ///< two beads, crossed
};

/// A step of a ladder.
struct Arc {
  Node from;
  Node to;
  Move move = Move::bead;
  /// Of a swap: where its Chinese and its English side are cut. Else `from`.
  Node cut;

  /// The beads that the arc stands for, in Chinese order: two for a swap. A null has one, with an empty side.
  RangePair first() const {
    if (move == Move::swap) return {{from.zh, cut.zh}, {cut.en, to.en}};
    return {{from.zh, to.zh}, {from.en, to.en}};
  }
  RangePair second() const { return {{cut.zh, to.zh}, {from.en, cut.en}}; }

  friend constexpr auto operator<=>(const Arc&, const Arc&) = default;
};

/// The ladders that can be made of some arcs. As in Lattice, after a 0-1 no 1-0 may follow at once, and the
/// probability of a ladder is exp(Σ scores) over the sum of that for all ladders.
class Graph {
 public:
  /// `arcs`: in any order, without duplicates; they should hold a path from (0, 0) to `end`.
  Graph(std::vector<Arc> arcs, Node end);

  /// In order of their begin, Chinese side first.
  const std::vector<Arc>& arcs() const { return arcs_; }
  Node end() const { return end_; }
  /// False where no ladder leads from (0, 0) to the end.
  bool connected() const { return connected_; }

  /// The probability of each arc under `scores` (nats, one for each arc). Returns ln of the sum over all
  /// ladders of exp(score). (Forward and backward sums.) Precondition: connected(). O(arcs).
  double posteriors(std::span<const double> scores, std::span<double> probabilities) const;

  /// The arcs of the ladder that maximises Σ over beads (P(bead) − threshold) + null_gain · Σ over nulls P
  /// (minimum Bayes risk for beads: Goodman 1996). A bead's probability is that of all arcs that hold it.
  /// Precondition: connected(). O(arcs).
  std::vector<std::uint32_t> decode(std::span<const double> bead_probabilities,
                                    std::span<const double> second, double threshold, double null_gain) const;

  /// For each arc, the probability of its bead (of its first() and second(), for a swap) over all arcs that
  /// hold it.
  struct BeadProbabilities {
    std::vector<double> first;
    std::vector<double> second;  ///< 0 but for swaps
  };
  BeadProbabilities bead_probabilities(std::span<const double> probabilities) const;

 private:
  std::vector<Arc> arcs_;
  Node end_;
  std::vector<Node> nodes_;          ///< ascending
  std::vector<std::uint32_t> from_;  ///< of each arc: index of its node
  std::vector<std::uint32_t> to_;
  std::vector<std::uint32_t> bead_;    ///< of each arc: number of its (first) bead
  std::vector<std::uint32_t> second_;  ///< of each swap: number of its second bead
  std::uint32_t beads_ = 0;
  bool connected_ = false;
};

}  // namespace duiqi::align
