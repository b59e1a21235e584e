#include "align/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/log_add.hpp"

namespace duiqi::align {
namespace {

/// An edge is left out where its best ladder is worse than the best of all by as many nats as the floor asks
/// and these: then some fifty ladders as good may run through it. (With 10 and 4 all beads and probabilities
/// of four dev sets are the same to the last digit, and 24 documents of ntrex-cn take 243 and 237 million
/// instructions; with 2 three probabilities
/// of one document of 317 differ in the last digit.)
constexpr double pruning_margin = 4;
constexpr std::uint32_t none = 0xFFFFFFFF;

}  // namespace

/// Two states a node: `behind_null_en` for what came by a 0-1 (after which no 1-0 may follow), `other` for
/// the rest.
struct Lattice::Sums {
  double other = impossible;
  double behind_null_en = impossible;
};

Lattice::Lattice(Band band, std::vector<Shape> shapes, const BeadScores& beads, double floor)
    : band_(std::move(band)), shapes_(std::move(shapes)) {
  const PossibleEdges possible(band_, shapes_, beads, pruning_margin - std::log(floor));
  std::vector<RangePair> pairs;
  std::vector<double> scores;
  for (std::uint32_t zh = band_.begin().zh; zh <= band_.end().zh; ++zh) {
    for (std::uint32_t en = band_.low(zh); en <= band_.high(zh); ++en) {
      const auto from = static_cast<std::uint32_t>(band_.cell({zh, en}));
      pairs.clear();
      for (const std::uint8_t k : possible.of(from)) {
        const Node to{zh + shapes_[k].zh, en + shapes_[k].en};
        if (!band_.contains(to)) continue;
        pairs.push_back({{zh, to.zh}, {en, to.en}});
        edges_.push_back({{zh, en}, from, static_cast<std::uint32_t>(band_.cell(to)), k, 0});
      }
      if (pairs.empty()) continue;
      scores.resize(pairs.size());
      beads.exact(pairs, scores);
      for (std::size_t k = 0; k < pairs.size(); ++k)
        edges_[edges_.size() - pairs.size() + k].score = static_cast<float>(scores[k]);
    }
  }
}

std::vector<Lattice::Sums> Lattice::forward() const {
  std::vector<Sums> sums(band_.cells());
  sums[band_.cell(band_.begin())].other = 0;
  double both = 0;  // of the node that edges leave
  std::uint32_t last = none;
  for (const BandEdge& edge : edges_) {
    const Sums& here = sums[edge.from_cell];
    if (edge.from_cell != last) both = log_add(here.other, here.behind_null_en);
    last = edge.from_cell;
    if (both == impossible) continue;
    Sums& to = sums[edge.to_cell];
    double& into = edge.shape == null_en_shape ? to.behind_null_en : to.other;
    into = log_add(into, (edge.shape == null_zh_shape ? here.other : both) + static_cast<double>(edge.score));
  }
  return sums;
}

std::vector<Lattice::Sums> Lattice::backward() const {
  std::vector<Sums> sums(band_.cells());
  sums[band_.cell(band_.end())] = {0, 0};
  // Each node's edges in order of their shapes, from the last node to the first.
  for (std::size_t end = edges_.size(); end > 0;) {
    const std::uint32_t cell = edges_[end - 1].from_cell;
    std::size_t begin = end - 1;
    while (begin > 0 && edges_[begin - 1].from_cell == cell) --begin;
    Sums& here = sums[cell];
    for (std::size_t k = begin; k < end; ++k) {
      const BandEdge& edge = edges_[k];
      const Sums& to = sums[edge.to_cell];
      const double rest =
          static_cast<double>(edge.score) + (edge.shape == null_en_shape ? to.behind_null_en : to.other);
      here.other = log_add(here.other, rest);
      if (edge.shape != null_zh_shape) here.behind_null_en = log_add(here.behind_null_en, rest);
    }
    end = begin;
  }
  return sums;
}

double Lattice::log_sum() const {
  const Sums last = forward()[band_.cell(band_.end())];
  return log_add(last.other, last.behind_null_en);
}

std::vector<Edge> Lattice::posteriors(double floor) const {
  const std::vector<Sums> before = forward();
  const std::vector<Sums> after = backward();
  const Sums last = before[band_.cell(band_.end())];
  const double total = log_add(last.other, last.behind_null_en);
  const double log_floor = std::log(floor);
  std::vector<Edge> edges;
  for (const BandEdge& edge : edges_) {
    const Sums& here = before[edge.from_cell];
    const Sums& to = after[edge.to_cell];
    const auto score = static_cast<double>(edge.score);
    const double sum = edge.shape == null_zh_shape ? here.other : log_add(here.other, here.behind_null_en);
    const double log_p = sum + score + (edge.shape == null_en_shape ? to.behind_null_en : to.other) - total;
    if (log_p >= log_floor) edges.push_back({edge.from, edge.shape, score, std::min(1.0, std::exp(log_p))});
  }
  return edges;
}

}  // namespace duiqi::align
