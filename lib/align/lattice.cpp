#include "align/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/log_add.hpp"

namespace duiqi::align {
namespace {

/// An edge is left out where its best ladder is worse than the best of all by as many nats as the floor asks
/// and these: e^10 ladders may run through it, and what is left out together is still far below the floor.
constexpr double pruning_margin = 10;

}  // namespace

/// Two states a node: `behind_null_en` for what came by a 0-1 (after which no 1-0 may follow), `other` for
/// the rest.
struct Lattice::Sums {
  double other = impossible;
  double behind_null_en = impossible;
};

Lattice::Lattice(Band band, std::vector<Shape> shapes, const BeadScores& beads, double floor)
    : band_(std::move(band)),
      shapes_(std::move(shapes)),
      possible_(band_, shapes_, beads, pruning_margin - std::log(floor)),
      scores_(band_.cells() * shapes_.size()) {
  std::vector<RangePair> pairs;
  std::vector<std::size_t> which;
  std::vector<double> scores;
  for_each_node([&](Node node) {
    pairs.clear();
    which.clear();
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      if (!reaches(node, k)) continue;
      pairs.push_back({{node.zh, node.zh + shapes_[k].zh}, {node.en, node.en + shapes_[k].en}});
      which.push_back(k);
    }
    if (pairs.empty()) return;
    scores.resize(pairs.size());
    beads.exact(pairs, scores);
    const std::size_t base = band_.cell(node) * shapes_.size();
    for (std::size_t k = 0; k < which.size(); ++k) scores_[base + which[k]] = static_cast<float>(scores[k]);
  });
}

template <class Visit>
void Lattice::for_each_node(Visit&& visit) const {
  for (std::uint32_t zh = band_.begin().zh; zh <= band_.end().zh; ++zh) {
    for (std::uint32_t en = band_.low(zh); en <= band_.high(zh); ++en) visit(Node{zh, en});
  }
}

std::vector<Lattice::Sums> Lattice::forward() const {
  std::vector<Sums> sums(band_.cells());
  sums[band_.cell(band_.begin())].other = 0;
  for_each_node([&](Node node) {
    const Sums here = sums[band_.cell(node)];
    const double both = log_add(here.other, here.behind_null_en);
    if (both == impossible) return;
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      if (!reaches(node, k)) continue;
      Sums& to = sums[band_.cell({node.zh + shapes_[k].zh, node.en + shapes_[k].en})];
      double& into = k == null_en_shape ? to.behind_null_en : to.other;
      into = log_add(into, (k == null_zh_shape ? here.other : both) + score(node, k));
    }
  });
  return sums;
}

std::vector<Lattice::Sums> Lattice::backward() const {
  std::vector<Sums> sums(band_.cells());
  sums[band_.cell(band_.end())] = {0, 0};
  for (std::uint32_t zh = band_.end().zh + 1; zh-- > band_.begin().zh;) {
    for (std::uint32_t en = band_.high(zh) + 1; en-- > band_.low(zh);) {
      const Node node{zh, en};
      if (node == band_.end()) continue;
      Sums here;
      for (std::size_t k = 0; k < shapes_.size(); ++k) {
        if (!reaches(node, k)) continue;
        const Sums& to = sums[band_.cell({zh + shapes_[k].zh, en + shapes_[k].en})];
        const double rest = score(node, k) + (k == null_en_shape ? to.behind_null_en : to.other);
        here.other = log_add(here.other, rest);
        if (k != null_zh_shape) here.behind_null_en = log_add(here.behind_null_en, rest);
      }
      sums[band_.cell(node)] = here;
    }
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
  for_each_node([&](Node node) {
    const Sums& here = before[band_.cell(node)];
    const double both = log_add(here.other, here.behind_null_en);
    if (both == impossible) return;
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      if (!reaches(node, k)) continue;
      const Sums& to = after[band_.cell({node.zh + shapes_[k].zh, node.en + shapes_[k].en})];
      const double log_p = (k == null_zh_shape ? here.other : both) + score(node, k) +
                           (k == null_en_shape ? to.behind_null_en : to.other) - total;
      if (log_p >= log_floor)
        edges.push_back({node, static_cast<std::uint8_t>(k), score(node, k), std::min(1.0, std::exp(log_p))});
    }
  });
  return edges;
}

}  // namespace duiqi::align
