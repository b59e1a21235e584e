// Layer: align. From the probabilities of edges to one ladder.
#pragma once

#include <vector>

#include "align/edge.hpp"

namespace duiqi::align {

/// The path from `begin` to `end` that maximises Σ over beads (P − threshold) + null_gain · Σ over nulls P
/// (minimum Bayes risk for beads: Goodman 1996), or nothing where the edges hold no whole path. `edges`: in
/// order of their begin (Chinese side first), without duplicates. O(edges).
std::vector<Edge> decode(const std::vector<Edge>& edges, const std::vector<Shape>& shapes, Node begin,
                         Node end, double threshold, double null_gain);

}  // namespace duiqi::align
