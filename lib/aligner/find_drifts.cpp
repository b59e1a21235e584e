#include "aligner/find_drifts.hpp"

#include <algorithm>
#include <cassert>

namespace duiqi {
namespace {

/// A sound bead, or all weak ones and nulls between two sound ones.
struct Step {
  std::size_t first = 0;  ///< bead
  std::size_t last = 0;   ///< bead, not in it
  double missing = 0;     ///< nats; below 0 for what is sound
};

/// `weak_below`: nats a sentence.
std::vector<Step> cut_into_steps(std::span<const Bead> beads, std::span<const double> support,
                                 double weak_below, const DriftOptions& options) {
  std::vector<Step> steps;
  std::uint32_t zh = 0;  // of the step that is open
  std::uint32_t en = 0;
  double sum = 0;
  std::size_t first = 0;
  const auto close = [&](std::size_t at) {
    if (at > first) steps.push_back({first, at, weak_below * std::min(zh, en) - sum});
    zh = en = 0;
    sum = 0;
    first = at;
  };
  for (std::size_t k = 0; k < beads.size(); ++k) {
    const std::uint32_t shorter = std::min(beads[k].zh.size(), beads[k].en.size());
    const double missing = weak_below * shorter - support[k];
    if (shorter > 0 && (missing <= 0 || beads[k].probability >= options.sound_from)) {
      close(k);
      steps.push_back({k, k + 1, std::clamp(missing, -options.most_against * weak_below, 0.0)});
      first = k + 1;
      continue;
    }
    zh += beads[k].zh.size();
    en += beads[k].en.size();
    sum += support[k];
  }
  close(beads.size());
  return steps;
}

SentenceRange hull(SentenceRange a, SentenceRange b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace

std::vector<Drift> find_drifts(std::span<const Bead> beads, std::span<const double> support,
                               double mean_support, const DriftOptions& options) {
  assert(beads.size() == support.size());
  if (mean_support < options.least_support) return {};
  const double weak_below = options.weak_share * mean_support;
  const std::vector<Step> steps = cut_into_steps(beads, support, weak_below, options);
  std::vector<Drift> drifts;
  const auto keep = [&](std::size_t from, std::size_t to, double missing) {
    if (missing < options.least_missing) return;
    Drift drift;
    for (std::size_t k = steps[from].first; k < steps[to].last; ++k) {
      drift.zh = hull(drift.zh, beads[k].zh);
      drift.en = hull(drift.en, beads[k].en);
      drift.support += support[k];
    }
    const std::uint32_t shorter = std::min(drift.zh.size(), drift.en.size());
    if (shorter < options.least_sentences) return;
    drift.support /= shorter;
    drifts.push_back(drift);
  };
  // Sums that never fall to 0: what lies between the begin of one and its greatest value. One that fell by
  // what two sound beads can take ends too.
  double sum = 0;
  double best = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    if (sum <= 0) from = k;
    sum = std::max(sum, 0.0) + steps[k].missing;
    if (sum > best) {
      best = sum;
      to = k;
    }
    if (best > 0 && (sum <= 0 || sum < best - 2 * options.most_against * weak_below)) {
      keep(from, to, best);
      sum = best = 0;
    }
  }
  if (best > 0) keep(from, to, best);
  return drifts;
}

}  // namespace duiqi
