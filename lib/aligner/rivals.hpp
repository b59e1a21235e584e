// Layer: aligner. What else could have been made of a bead's sentences.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/alignment.hpp>

#include "align/graph.hpp"

namespace duiqi {

/// The beads of a graph by the sentences that they hold. Keeps references to the arguments, which must
/// outlive it. Cost: linear in the arcs.
class Rivals {
 public:
  /// `arcs` and `beads`: the graph's probabilities of each arc and of its beads.
  Rivals(const align::Graph& graph, const std::vector<double>& arcs,
         const align::Graph::BeadProbabilities& beads);

  /// What shares a sentence with `bead`, but for itself: see Explanation::rivals. Both beads of one swap that
  /// share sentences with it are one rival, the likelier. Cost: the arcs over its sentences, and their swaps.
  std::vector<Rival> of(const Bead& bead) const;

 private:
  const align::Graph& graph_;
  const std::vector<double>& arcs_;
  const align::Graph::BeadProbabilities& beads_;
  std::vector<std::vector<std::uint32_t>> zh_;  ///< of each sentence: the arcs over it, without English nulls
  std::vector<std::vector<std::uint32_t>> en_;
  std::vector<double> zh_alone_;
  std::vector<double> en_alone_;
};

/// The probabilities that each Chinese (English) sentence has no counterpart, over all its null arcs. Linear
/// in the arcs.
std::vector<double> null_probabilities(const align::Graph& graph, const std::vector<double>& arcs,
                                       align::Move side);

}  // namespace duiqi
