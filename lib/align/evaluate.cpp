#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <duiqi/evaluate.hpp>

namespace duiqi {
namespace {

using Ids = std::vector<std::uint32_t>;
using Pair = std::pair<Ids, Ids>;  // the two sides of a bead: what makes it equal to another

constexpr std::size_t bins = 15;

Pair pair(const IdBead& bead) {
  return {bead.zh, bead.en};
}

std::vector<Pair> with_both_sides(std::span<const IdBead> beads) {
  std::vector<Pair> out;
  for (const IdBead& bead : beads) {
    if (!bead.null()) out.push_back(pair(bead));
  }
  return out;
}

std::vector<Pair> all(std::span<const IdBead> beads) {
  std::vector<Pair> out;
  for (const IdBead& bead : beads) out.push_back(pair(bead));
  return out;
}

/// For each sentence the beads that hold it, by index, ascending and each once.
class Owners {
 public:
  Owners(const std::vector<Pair>& beads, Ids Pair::*side) {
    for (std::uint32_t k = 0; k < beads.size(); ++k) {
      for (const std::uint32_t id : beads[k].*side) {
        Ids& list = beads_of_[id];
        if (list.empty() || list.back() != k) list.push_back(k);
      }
    }
  }

  const Ids& of(std::uint32_t id) const {
    static const Ids none;
    const auto found = beads_of_.find(id);
    return found == beads_of_.end() ? none : found->second;
  }

  Ids of_any(const Ids& ids) const {
    std::set<std::uint32_t> out;
    for (const std::uint32_t id : ids) out.insert(of(id).begin(), of(id).end());
    return {out.begin(), out.end()};
  }

 private:
  std::map<std::uint32_t, Ids> beads_of_;
};

struct BothOwners {
  explicit BothOwners(const std::vector<Pair>& beads) : zh(beads, &Pair::first), en(beads, &Pair::second) {}

  /// The first bead that holds all sentences of `inner`, or nothing.
  std::optional<std::uint32_t> around(const Pair& inner) const {
    std::optional<Ids> common;
    const auto keep = [&](const Ids& owners) {
      if (!common) {
        common = owners;
        return;
      }
      Ids both;
      std::set_intersection(common->begin(), common->end(), owners.begin(), owners.end(),
                            std::back_inserter(both));
      common = std::move(both);
    };
    for (const std::uint32_t id : inner.first) keep(zh.of(id));
    for (const std::uint32_t id : inner.second) keep(en.of(id));
    if (!common || common->empty()) return std::nullopt;
    return common->front();
  }

  bool overlapped(const Pair& bead) const {
    const Ids a = zh.of_any(bead.first);
    const Ids b = en.of_any(bead.second);
    Ids both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return !both.empty();
  }

  Owners zh;
  Owners en;
};

std::size_t count_in(const std::vector<Pair>& beads, const std::vector<Pair>& others) {
  const std::set<Pair> known(others.begin(), others.end());
  return static_cast<std::size_t>(
      std::count_if(beads.begin(), beads.end(), [&](const Pair& bead) { return known.contains(bead); }));
}

std::size_t count_overlapped(const std::vector<Pair>& beads, const std::vector<Pair>& others) {
  const BothOwners owners(others);
  return static_cast<std::size_t>(
      std::count_if(beads.begin(), beads.end(), [&](const Pair& bead) { return owners.overlapped(bead); }));
}

void count_segments(const std::vector<Pair>& predicted, const std::vector<Pair>& gold,
                    const BothOwners& owners, Counts& counts) {
  std::map<std::uint32_t, std::pair<std::set<std::uint32_t>, std::set<std::uint32_t>>> tiles;
  for (const Pair& bead : predicted) {
    const auto segment = owners.around(bead);
    if (!segment) continue;
    ++counts.inside;
    tiles[*segment].first.insert(bead.first.begin(), bead.first.end());
    tiles[*segment].second.insert(bead.second.begin(), bead.second.end());
  }
  for (const auto& [k, sides] : tiles) {
    const auto& [zh, en] = gold[k];
    if (zh.empty() || en.empty()) continue;
    counts.recovered += sides.first == std::set<std::uint32_t>(zh.begin(), zh.end()) &&
                        sides.second == std::set<std::uint32_t>(en.begin(), en.end());
  }
}

std::vector<char> partnered(const std::vector<Pair>& beads, Ids Pair::*side, std::size_t size) {
  std::vector<char> out(size);
  for (const Pair& bead : beads) {
    for (const std::uint32_t id : bead.*side) {
      if (id < size) out[id] = 1;
    }
  }
  return out;
}

void count_nulls(const std::vector<Pair>& predicted, const std::vector<Pair>& gold, Ids Pair::*side,
                 std::size_t size, Counts& counts) {
  const auto in_predicted = partnered(predicted, side, size);
  const auto in_gold = partnered(gold, side, size);
  for (std::size_t id = 0; id < size; ++id) {
    counts.null_predicted += !in_predicted[id];
    counts.null_gold += !in_gold[id];
    counts.null_hits += !in_predicted[id] && !in_gold[id];
  }
}

/// Of beads that occur more than once, each has the last probability that any of them has.
void judge(std::span<const IdBead> predicted, const std::vector<Pair>& with_sides,
           const std::vector<Pair>& gold, const BothOwners& owners, bool strict, Counts& counts) {
  std::map<Pair, double> probabilities;
  for (const IdBead& bead : predicted) {
    if (bead.probability) probabilities[pair(bead)] = *bead.probability;
  }
  const std::set<Pair> known(gold.begin(), gold.end());
  for (const Pair& bead : with_sides) {
    const auto found = probabilities.find(bead);
    if (found == probabilities.end()) continue;
    counts.judged.push_back({found->second, strict ? known.contains(bead) : owners.around(bead).has_value()});
  }
}

double share(std::size_t hits, std::size_t of) {
  return static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(1, of));
}

}  // namespace

double PrecisionRecall::f1() const {
  return precision + recall != 0 ? 2 * precision * recall / (precision + recall) : 0;
}

Counts& Counts::operator+=(const Counts& other) {
  for (const auto field : {&Counts::predicted, &Counts::gold, &Counts::strict_predicted, &Counts::strict_gold,
                           &Counts::lax_predicted, &Counts::lax_gold, &Counts::inside, &Counts::recovered,
                           &Counts::null_hits, &Counts::null_predicted, &Counts::null_gold}) {
    this->*field += other.*field;
  }
  judged.insert(judged.end(), other.judged.begin(), other.judged.end());
  return *this;
}

PrecisionRecall Counts::strict() const {
  return {share(strict_predicted, predicted), share(strict_gold, gold)};
}

PrecisionRecall Counts::lax() const {
  return {share(lax_predicted, predicted), share(lax_gold, gold)};
}

PrecisionRecall Counts::segment() const {
  return {share(inside, predicted), share(recovered, gold)};
}

std::optional<PrecisionRecall> Counts::null() const {
  if (null_gold == 0) return std::nullopt;
  return PrecisionRecall{share(null_hits, null_predicted), share(null_hits, null_gold)};
}

std::optional<double> Counts::calibration_error() const {
  if (judged.empty() || judged.size() != predicted) return std::nullopt;
  std::vector<Judgement> sorted = judged;
  std::sort(sorted.begin(), sorted.end(), [](const Judgement& a, const Judgement& b) {
    return std::pair(a.probability, a.right) < std::pair(b.probability, b.right);
  });
  double total = 0;
  for (std::size_t k = 0; k < bins; ++k) {
    double promised = 0;
    std::size_t right = 0;
    for (std::size_t i = k * sorted.size() / bins; i < (k + 1) * sorted.size() / bins; ++i) {
      promised += sorted[i].probability;
      right += sorted[i].right;
    }
    total += std::abs(promised - static_cast<double>(right));
  }
  return total / static_cast<double>(sorted.size());
}

Counts evaluate(std::span<const IdBead> predicted, std::span<const IdBead> gold, SideSizes sizes,
                const EvaluateOptions& options) {
  const std::vector<Pair> p = with_both_sides(predicted);
  const std::vector<Pair> g = with_both_sides(gold);
  const std::vector<Pair> segments = all(gold);
  const BothOwners owners(segments);

  Counts counts;
  counts.predicted = p.size();
  counts.gold = g.size();
  counts.strict_predicted = count_in(p, g);
  counts.strict_gold = count_in(g, p);
  counts.lax_predicted = count_overlapped(p, g);
  counts.lax_gold = count_overlapped(g, p);
  count_segments(p, segments, owners, counts);
  count_nulls(p, g, &Pair::first, sizes.zh, counts);
  count_nulls(p, g, &Pair::second, sizes.en, counts);
  judge(predicted, p, g, owners, options.strict, counts);
  return counts;
}

std::vector<std::vector<std::uint32_t>> overlapping(std::span<const Span> sentences,
                                                    std::span<const Span> spans) {
  const bool ordered =
      std::is_sorted(sentences.begin(), sentences.end(), [](Span a, Span b) { return a.begin < b.begin; }) &&
      std::is_sorted(sentences.begin(), sentences.end(), [](Span a, Span b) { return a.end < b.end; });
  std::vector<Ids> out;
  for (const Span span : spans) {
    Ids& ids = out.emplace_back();
    auto at = sentences.begin();
    if (ordered) at = std::partition_point(at, sentences.end(), [&](Span s) { return s.end <= span.begin; });
    for (; at != sentences.end(); ++at) {
      if (ordered && at->begin >= span.end) break;
      if (at->begin < span.end && span.begin < at->end) {
        ids.push_back(static_cast<std::uint32_t>(at - sentences.begin()));
      }
    }
  }
  return out;
}

}  // namespace duiqi
