// Layer: align. The best ladder of a band (Viterbi 1967), for bands that are too large to keep all scores of.
#pragma once

#include <vector>

#include "align/edge.hpp"

namespace duiqi::align {

/// The ladder with the highest score within `band`, in order; of equal ones always the same. Edges that
/// the bound rules out are not scored. Time: cells × shapes; memory: 2 bytes a cell and a few rows.
std::vector<Edge> best_ladder(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores);

}  // namespace duiqi::align
