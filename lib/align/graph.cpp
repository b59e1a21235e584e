#include "align/graph.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "align/log_add.hpp"

namespace duiqi::align {
namespace {

/// As in Lattice: what came to a node by a 0-1, and the rest.
struct Sums {
  double other = impossible;
  double behind_null_en = impossible;

  double both() const { return log_add(other, behind_null_en); }
  double& into(Move move) { return move == Move::null_en ? behind_null_en : other; }
};

struct Best {
  double gain = impossible;
  std::uint32_t arc = 0;
  bool from_behind = false;  ///< of the arc's begin, the state that it came from
};

struct Bests {
  Best other;
  Best behind_null_en;
};

}  // namespace

Graph::Graph(std::vector<Arc> arcs, Node end) : arcs_(std::move(arcs)), end_(end) {
  std::sort(arcs_.begin(), arcs_.end());
  nodes_ = {Node{}, end_};
  for (const Arc& arc : arcs_) {
    nodes_.push_back(arc.from);
    nodes_.push_back(arc.to);
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  const auto index = [&](Node node) {
    return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node) - nodes_.begin());
  };
  const auto key = [](RangePair pair) {
    return std::pair{std::uint64_t{pair.zh.begin} << 32 | pair.zh.end,
                     std::uint64_t{pair.en.begin} << 32 | pair.en.end};
  };
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t> numbers;
  const auto number = [&](RangePair pair) { return numbers.try_emplace(key(pair), beads_).first->second; };
  std::vector<char> reached(nodes_.size(), 0);
  reached[0] = 1;
  for (const Arc& arc : arcs_) {
    from_.push_back(index(arc.from));
    to_.push_back(index(arc.to));
    if (reached[from_.back()]) reached[to_.back()] = 1;
    bead_.push_back(number(arc.first()));
    beads_ = static_cast<std::uint32_t>(numbers.size());
    second_.push_back(arc.move == Move::swap ? number(arc.second()) : 0);
    beads_ = static_cast<std::uint32_t>(numbers.size());
  }
  connected_ = reached[index(end_)] != 0;
}

double Graph::posteriors(std::span<const double> scores, std::span<double> probabilities) const {
  assert(scores.size() == arcs_.size() && probabilities.size() == arcs_.size() && connected_);
  std::vector<Sums> before(nodes_.size());
  before[0].other = 0;
  for (std::size_t k = 0; k < arcs_.size(); ++k) {
    const Sums& here = before[from_[k]];
    double& into = before[to_[k]].into(arcs_[k].move);
    const double sum = arcs_[k].move == Move::null_zh ? here.other : here.both();
    if (sum != impossible) into = log_add(into, sum + scores[k]);
  }
  // Of what follows: `other` may begin with a 1-0, `behind_null_en` may not.
  std::vector<Sums> after(nodes_.size());
  const auto last =
      static_cast<std::size_t>(std::lower_bound(nodes_.begin(), nodes_.end(), end_) - nodes_.begin());
  after[last] = {0, 0};
  for (std::size_t k = arcs_.size(); k-- > 0;) {
    const double rest = scores[k] + after[to_[k]].into(arcs_[k].move);
    if (rest == impossible) continue;
    Sums& here = after[from_[k]];
    here.other = log_add(here.other, rest);
    if (arcs_[k].move != Move::null_zh) here.behind_null_en = log_add(here.behind_null_en, rest);
  }
  const double total = before[last].both();
  for (std::size_t k = 0; k < arcs_.size(); ++k) {
    const Sums& here = before[from_[k]];
    const double sum = arcs_[k].move == Move::null_zh ? here.other : here.both();
    const double log_p = sum + scores[k] + after[to_[k]].into(arcs_[k].move) - total;
    probabilities[k] = std::min(1.0, std::exp(log_p));
  }
  return total;
}

Graph::BeadProbabilities Graph::bead_probabilities(std::span<const double> probabilities) const {
  std::vector<double> sums(beads_);
  for (std::size_t k = 0; k < arcs_.size(); ++k) {
    sums[bead_[k]] += probabilities[k];
    if (arcs_[k].move == Move::swap) sums[second_[k]] += probabilities[k];
  }
  BeadProbabilities out{std::vector<double>(arcs_.size()), std::vector<double>(arcs_.size())};
  for (std::size_t k = 0; k < arcs_.size(); ++k) {
    out.first[k] = std::min(1.0, sums[bead_[k]]);
    if (arcs_[k].move == Move::swap) out.second[k] = std::min(1.0, sums[second_[k]]);
  }
  return out;
}

std::vector<std::uint32_t> Graph::decode(std::span<const double> first, std::span<const double> second,
                                         double threshold, double null_gain) const {
  assert(connected_);
  std::vector<Bests> best(nodes_.size());
  best[0].other.gain = 0;
  for (std::uint32_t k = 0; k < arcs_.size(); ++k) {
    const Move move = arcs_[k].move;
    const Bests& here = best[from_[k]];
    const bool behind = move != Move::null_zh && here.behind_null_en.gain > here.other.gain;
    double gain = behind ? here.behind_null_en.gain : here.other.gain;
    if (move == Move::bead || move == Move::swap) gain += first[k] - threshold;
    if (move == Move::swap) gain += second[k] - threshold;
    if (move == Move::null_zh || move == Move::null_en) gain += null_gain * first[k];
    if (gain == impossible) continue;
    Best& there = move == Move::null_en ? best[to_[k]].behind_null_en : best[to_[k]].other;
    if (gain > there.gain) there = {gain, k, behind};
  }
  std::vector<std::uint32_t> ladder;
  auto at = static_cast<std::size_t>(std::lower_bound(nodes_.begin(), nodes_.end(), end_) - nodes_.begin());
  bool behind = best[at].behind_null_en.gain > best[at].other.gain;
  while (at != 0) {
    const Best& arrival = behind ? best[at].behind_null_en : best[at].other;
    ladder.push_back(arrival.arc);
    behind = arrival.from_behind;
    at = from_[arrival.arc];
  }
  std::reverse(ladder.begin(), ladder.end());
  return ladder;
}

}  // namespace duiqi::align
