#include "model/merge_links.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace duiqi {
namespace model {
namespace {

/// A bead, or one sentence of a null whose sentences may go different ways.
struct Unit {
  SentenceRange zh;
  SentenceRange en;
  std::uint32_t bead = 0;
};

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

  std::uint32_t find(std::uint32_t unit) {
    while (parent_[unit] != unit) unit = parent_[unit] = parent_[parent_[unit]];
    return unit;
  }
  /// The one that comes first in the ladder stands for both.
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

void append(std::vector<std::uint32_t>& ids, SentenceRange range) {
  for (std::uint32_t id = range.begin; id < range.end; ++id) ids.push_back(id);
}

std::vector<Unit> cut_into_units(const Bitext& bitext) {
  std::vector<char> zh_linked(bitext.zh().size());
  std::vector<char> en_linked(bitext.en().size());
  for (const Link& link : bitext.links()) zh_linked[link.zh] = en_linked[link.en] = 1;

  std::vector<Unit> units;
  for (std::uint32_t k = 0; k < bitext.beads().size(); ++k) {
    const Bead& bead = bitext.beads()[k];
    const auto reached = [](const std::vector<char>& linked, SentenceRange range) {
      return std::any_of(linked.begin() + range.begin, linked.begin() + range.end, [](char c) { return c; });
    };
    if (!bead.null() || !(reached(zh_linked, bead.zh) || reached(en_linked, bead.en))) {
      units.push_back({bead.zh, bead.en, k});
      continue;
    }
    for (std::uint32_t i = bead.zh.begin; i < bead.zh.end; ++i) units.push_back({{i, i + 1}, bead.en, k});
    for (std::uint32_t j = bead.en.begin; j < bead.en.end; ++j) units.push_back({bead.zh, {j, j + 1}, k});
  }
  return units;
}

/// The unit that holds each sentence of a side.
std::vector<std::uint32_t> owners(const std::vector<Unit>& units, SentenceRange Unit::*side,
                                  std::uint32_t size) {
  std::vector<std::uint32_t> out(size);
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    for (std::uint32_t i = (units[u].*side).begin; i < (units[u].*side).end; ++i) out[i] = u;
  }
  return out;
}

TracedBead traced(const Unit& unit, const Bead& bead) {
  TracedBead out;
  append(out.bead.zh, unit.zh);
  append(out.bead.en, unit.en);
  out.bead.score = bead.score;
  out.bead.probability = bead.probability;
  out.beads.push_back(unit.bead);
  out.home = unit.bead;
  return out;
}

/// Adds one of the parts that a merged bead's figures come from.
void count(IdBead& merged, double score, double probability) {
  merged.score = merged.score.value_or(0) + score;
  merged.probability = std::min(merged.probability.value_or(1), probability);
}

/// `members`: the units of one group, in ladder order; `links`: those that tie them, at least one; `home`:
/// the unit where the group stands.
TracedBead merged(const Bitext& bitext, const std::vector<Unit>& units,
                  const std::vector<std::uint32_t>& members, std::vector<std::uint32_t> links,
                  std::uint32_t home) {
  TracedBead out;
  for (const std::uint32_t u : members) {
    const Unit& unit = units[u];
    append(out.bead.zh, unit.zh);
    append(out.bead.en, unit.en);
    if (out.beads.empty() || out.beads.back() != unit.bead) out.beads.push_back(unit.bead);
    const Bead& bead = bitext.beads()[unit.bead];
    if (!bead.null()) count(out.bead, bead.score, bead.probability);
  }
  if (!out.bead.score) {
    for (const std::uint32_t k : links) {
      count(out.bead, bitext.links()[k].score, bitext.links()[k].probability);
    }
  }
  std::sort(out.bead.en.begin(), out.bead.en.end());  // a swap's stand crossed
  out.links = std::move(links);
  out.home = units[home].bead;
  return out;
}

/// Where a group stands: at its first bead with both sides, or at its first Chinese null where it has none.
std::uint32_t place(const Bitext& bitext, const std::vector<Unit>& units,
                    const std::vector<std::uint32_t>& members) {
  for (const std::uint32_t u : members) {
    if (!bitext.beads()[units[u].bead].null()) return u;
  }
  for (const std::uint32_t u : members) {
    if (!units[u].zh.empty()) return u;
  }
  return members.front();
}

std::vector<TracedBead> apart(const Bitext& bitext) {
  std::vector<TracedBead> out;
  for (std::uint32_t k = 0; k < bitext.beads().size(); ++k) {
    const Bead& bead = bitext.beads()[k];
    out.push_back(traced({bead.zh, bead.en, k}, bead));
  }
  return out;
}

}  // namespace

std::vector<TracedBead> trace_beads(const Bitext& bitext, bool merge) {
  if (!merge || bitext.links().empty()) return apart(bitext);

  const std::vector<Unit> units = cut_into_units(bitext);
  const auto zh_owner = owners(units, &Unit::zh, bitext.zh().size());
  const auto en_owner = owners(units, &Unit::en, bitext.en().size());
  Groups groups(units.size());
  for (const Link& link : bitext.links()) groups.join(zh_owner[link.zh], en_owner[link.en]);
  std::vector<std::vector<std::uint32_t>> members(units.size());
  std::vector<std::vector<std::uint32_t>> links(units.size());
  for (std::uint32_t u = 0; u < units.size(); ++u) members[groups.find(u)].push_back(u);
  for (std::uint32_t k = 0; k < bitext.links().size(); ++k) {
    links[groups.find(zh_owner[bitext.links()[k].zh])].push_back(k);
  }

  std::vector<TracedBead> out;
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    const std::uint32_t group = groups.find(u);
    if (place(bitext, units, members[group]) != u) continue;
    out.push_back(links[group].empty() ? traced(units[u], bitext.beads()[units[u].bead])
                                       : merged(bitext, units, members[group], std::move(links[group]), u));
  }
  return out;
}

}  // namespace model

std::vector<IdBead> merge_links(const Bitext& bitext) {
  std::vector<IdBead> out;
  for (model::TracedBead& traced : model::trace_beads(bitext, true)) out.push_back(std::move(traced.bead));
  return out;
}

}  // namespace duiqi
