#include "aligner/rivals.hpp"

#include <algorithm>

namespace duiqi {
namespace {

using align::Arc;
using align::Move;

/// Less likely ones help nobody: what was chosen is seldom less likely than .3. (Judged.)
constexpr double least_rival = 0.01;
constexpr std::size_t most_rivals = 5;

bool share(SentenceRange a, SentenceRange b) {
  return !a.empty() && !b.empty() && a.begin < b.end && b.begin < a.end;
}

bool share(RangePair a, RangePair b) {
  return share(a.zh, b.zh) || share(a.en, b.en);
}

/// Nulls of one sentence are one, wherever the other side stands.
bool same(RangePair a, RangePair b) {
  if (a.zh.empty() && b.zh.empty()) return a.en == b.en;
  if (a.en.empty() && b.en.empty()) return a.zh == b.zh;
  return a == b;
}

struct Found {
  Rival rival;
  double in_swap = 0;  ///< probability of the likeliest swap that holds it
  double outside = 0;  ///< of the arcs that are no swaps
};

}  // namespace

std::vector<double> null_probabilities(const align::Graph& graph, const std::vector<double>& arcs,
                                       align::Move side) {
  const bool zh = side == Move::null_zh;
  std::vector<double> out(zh ? graph.end().zh : graph.end().en);
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    const Arc& arc = graph.arcs()[k];
    if (arc.move == side) out[zh ? arc.from.zh : arc.from.en] += arcs[k];
  }
  for (double& p : out) p = std::min(p, 1.0);
  return out;
}

Rivals::Rivals(const align::Graph& graph, const std::vector<double>& arcs,
               const align::Graph::BeadProbabilities& beads)
    : graph_(graph),
      arcs_(arcs),
      beads_(beads),
      zh_(graph.end().zh),
      en_(graph.end().en),
      zh_alone_(null_probabilities(graph, arcs, Move::null_zh)),
      en_alone_(null_probabilities(graph, arcs, Move::null_en)) {
  for (std::uint32_t k = 0; k < graph.arcs().size(); ++k) {
    const Arc& arc = graph.arcs()[k];
    for (std::uint32_t i = arc.from.zh; i < arc.to.zh; ++i) zh_[i].push_back(k);
    for (std::uint32_t j = arc.from.en; j < arc.to.en; ++j) en_[j].push_back(k);
  }
}

std::vector<Rival> Rivals::of(const Bead& bead) const {
  const RangePair own{bead.zh, bead.en};
  std::vector<std::uint32_t> near;
  for (std::uint32_t i = bead.zh.begin; i < bead.zh.end; ++i)
    near.insert(near.end(), zh_[i].begin(), zh_[i].end());
  for (std::uint32_t j = bead.en.begin; j < bead.en.end; ++j)
    near.insert(near.end(), en_[j].begin(), en_[j].end());
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());

  std::vector<Found> found;
  const auto meet = [&](std::uint32_t k, RangePair pair, double probability, const RangePair* other) {
    if (same(pair, own) || !share(pair, own)) return;
    auto at = std::find_if(found.begin(), found.end(), [&](const Found& f) {
      return same({f.rival.zh, f.rival.en}, pair);
    });
    if (at == found.end()) {
      if (pair.en.empty()) probability = zh_alone_[pair.zh.begin];
      if (pair.zh.empty()) probability = en_alone_[pair.en.begin];
      found.push_back({{pair.zh, pair.en, {}, probability}});
      at = found.end() - 1;
    }
    if (other == nullptr) {
      at->outside += arcs_[k];
    } else if (arcs_[k] > at->in_swap) {
      at->in_swap = arcs_[k];
      at->rival.crosses = *other;
    }
  };
  for (const std::uint32_t k : near) {
    const Arc& arc = graph_.arcs()[k];
    if (arc.move != Move::swap) {
      meet(k, arc.first(), beads_.first[k], nullptr);
      continue;
    }
    const RangePair first = arc.first();
    const RangePair second = arc.second();
    meet(k, first, beads_.first[k], &second);
    meet(k, second, beads_.second[k], &first);
  }
  std::vector<Rival> out;
  for (Found& one : found) {
    if (one.rival.probability < least_rival) continue;
    if (one.outside >= one.in_swap) one.rival.crosses.reset();
    out.push_back(one.rival);
  }
  std::sort(out.begin(), out.end(), [](const Rival& a, const Rival& b) {
    if (a.probability != b.probability) return a.probability > b.probability;
    return std::pair(a.zh.begin, a.en.begin) < std::pair(b.zh.begin, b.en.begin);
  });
  // The other bead of a swap that stands here already.
  for (std::size_t k = 0; k < out.size(); ++k) {
    for (std::size_t n = out.size(); n-- > k + 1;) {
      if (out[k].crosses == RangePair{out[n].zh, out[n].en} && out[n].crosses)
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(n));
    }
  }
  if (out.size() > most_rivals) out.resize(most_rivals);
  return out;
}

}  // namespace duiqi
