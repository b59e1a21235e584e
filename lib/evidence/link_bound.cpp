#include "evidence/link_bound.hpp"

#include <algorithm>

namespace duiqi::evidence {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
/// Rows that are kept: more than the Chinese sentences of the largest bead.
constexpr std::uint32_t kept_rows = 32;
/// A row reaches from so many English sentences before the one that was asked for to so many behind it: a
/// band is asked for from left to right. (24 behind it take a million instructions more for 24 documents of
/// ntrex-cn, of 260.)
constexpr std::uint32_t margin_before = 4;
constexpr std::uint32_t margin_behind = 44;
/// Wider rows begin anew instead: memory is slots × row.
constexpr std::uint32_t widest_row = 1024;
/// Sentences with more slots have no bound: memory is slots × row.
constexpr std::uint32_t most_slots = 512;
constexpr double no_bound = 1e6;

template <std::size_t n>
void raise(std::array<float, n>& to, const std::array<float, n>& value, float more) {
  for (std::size_t k = 0; k < n; ++k) {
    const float sum = value[k] + more;
    to[k] = to[k] > sum ? to[k] : sum;
  }
}

template <std::size_t n>
void add_gain(std::array<float, n>& to, const std::array<float, n>& value, float more) {
  for (std::size_t k = 0; k < n; ++k) to[k] += std::max(0.0F, value[k] + more);
}

template <std::size_t n>
void add(std::array<float, n>& to, const std::array<float, n>& value) {
  for (std::size_t k = 0; k < n; ++k) to[k] += value[k];
}

}  // namespace

LinkBound::LinkBound(const Units& units, const Chance& chance, const Linker& linker, SideWeights weights)
    : units_(units), linker_(linker), rows_(kept_rows) {
  struct Size {
    std::uint32_t zh;
    std::uint32_t en;
  };
  constexpr Size least[sizes] = {{1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 1}, {2, 2}, {3, 3}, {4, 4}};
  std::vector<char> zh_linkable(units.zh.frequency.size(), 0);
  std::vector<char> en_linkable(units.en.frequency.size(), 0);
  values_.resize(units.links.size());
  for (std::uint32_t link = 0; link < units.links.size(); ++link) {
    if (!linker.looks_at(link)) continue;
    zh_linkable[units.links[link].zh] = 1;
    en_linkable[units.links[link].en] = 1;
    std::array<double, 5> zh_gains{};  // by the sentences of the other side
    std::array<double, 5> en_gains{};
    for (std::uint32_t rivals = 1; rivals < zh_gains.size(); ++rivals) {
      zh_gains[rivals] = weights.zh * chance.zh_gain(link, rivals);
      en_gains[rivals] = weights.en * chance.en_gain(link, rivals);
    }
    for (std::size_t k = 0; k < sizes; ++k)
      values_[link][k] = static_cast<float>(zh_gains[least[k].en] + en_gains[least[k].zh]);
  }
  for (std::uint32_t unit = 0; unit < units.zh.units.size(); ++unit)
    zh_loss_.push_back(static_cast<float>(weights.zh * linker.zh_forgivable(unit)));
  for (std::uint32_t unit = 0; unit < units.en.units.size(); ++unit)
    en_loss_.push_back(static_cast<float>(weights.en * linker.en_forgivable(unit)));
  zh_slots_ = slots(units.zh, zh_linkable);
  en_slots_ = slots(units.en, en_linkable);
}

/// By their ends: a unit that begins before the first end of the slot overlaps all of the slot at that point.
LinkBound::Slots LinkBound::slots(const UnitSide& side, const std::vector<char>& linkable) {
  Slots out{std::vector<std::uint32_t>(side.units.size(), none), {0}};
  std::vector<std::uint32_t> by_end;
  std::uint32_t next = 0;
  for (std::uint32_t sentence = 0; sentence < side.sentences(); ++sentence) {
    by_end.clear();
    for (std::uint32_t k = side.first[sentence]; k < side.first[sentence + 1]; ++k) {
      const Unit& unit = side.units[k];
      if (!linkable[unit.type]) continue;
      if (unit.kind != UnitClass::title) by_end.push_back(k);
    }
    std::sort(by_end.begin(), by_end.end(), [&](std::uint32_t a, std::uint32_t b) {
      return side.units[a].span.end != side.units[b].span.end
                 ? side.units[a].span.end < side.units[b].span.end
                 : a < b;
    });
    std::size_t first_end = 0;
    for (const std::uint32_t k : by_end) {
      if (side.units[k].span.begin >= first_end) {
        first_end = side.units[k].span.end;
        ++next;
      }
      out.of_unit[k] = next - 1;
    }
    out.first.push_back(next);
  }
  return out;
}

std::size_t LinkBound::size_of(RangePair pair) {
  const std::uint32_t zh = pair.zh.size();
  const std::uint32_t en = pair.en.size();
  if (zh == 1) return std::min(en, 3U) - 1;
  if (en == 1) return std::min(zh, 3U) + 1;
  return std::min({zh, en, 4U}) + 3;
}

bool LinkBound::too_many(RangePair pair) const {
  const auto any = [](const Slots& slots, SentenceRange range) {
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      if (slots.first[k + 1] - slots.first[k] > most_slots) return true;
    }
    return false;
  };
  return any(zh_slots_, pair.zh) || any(en_slots_, pair.en);
}

double LinkBound::of(RangePair pair) {
  double bound = 0;
  add_to({&pair, 1}, {&bound, 1});
  return bound;
}

void LinkBound::add_to(std::span<const RangePair> pairs, std::span<double> bounds) {
  RangePair whole{};
  for (const RangePair& pair : pairs) {
    if (pair.zh.empty() || pair.en.empty()) continue;
    if (whole.zh.empty()) whole = pair;
    whole.zh.end = std::max(whole.zh.end, std::min(pair.zh.end, pair.zh.begin + longest));
    whole.en.end = std::max(whole.en.end, std::min(pair.en.end, pair.en.begin + longest));
  }
  if (whole.zh.empty()) return;
  whole.zh.end = std::min(whole.zh.end, whole.zh.begin + longest);
  whole.en.end = std::min(whole.en.end, whole.en.begin + longest);
  const bool bounded = !too_many(whole);
  // Far enough that no row is filled again before all sums are read.
  const std::uint32_t rows = std::min(longest, units_.zh.sentences() - whole.zh.begin);
  for (std::uint32_t k = 0; k < rows; ++k) row(whole.zh.begin + k, whole.en.begin, 2 * longest);
  std::array<const Sums*, longest> by_zh{};
  std::array<const Sums*, longest> by_en{};
  for (std::uint32_t k = 0; bounded && k < whole.zh.size(); ++k)
    by_zh[k] = &zh_sums(whole.zh.begin + k, whole.en.begin);
  for (std::uint32_t k = 0; bounded && k < whole.en.size(); ++k)
    by_en[k] = &en_sums(whole.zh.begin, whole.en.begin + k);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const std::uint32_t zh = pairs[k].zh.size();
    const std::uint32_t en = pairs[k].en.size();
    if (zh == 0 || en == 0) continue;
    if (!bounded || zh > longest || en > longest) {
      bounds[k] += no_bound;
      continue;
    }
    const std::size_t size = size_of(pairs[k]);
    double zh_sum = 0;
    double en_sum = 0;
    for (std::uint32_t i = 0; i < zh; ++i) zh_sum += static_cast<double>((*by_zh[i])[en - 1][size]);
    for (std::uint32_t i = 0; i < en; ++i) en_sum += static_cast<double>((*by_en[i])[zh - 1][size]);
    bounds[k] += std::min(zh_sum, en_sum);
  }
}

LinkBound::Row& LinkBound::row(std::uint32_t zh, std::uint32_t en, std::uint32_t reach) {
  Row& row = rows_[zh % kept_rows];
  const std::uint32_t end = std::min(en + reach, units_.en.sentences());
  if (row.zh == zh && row.covered.begin <= en && end <= row.covered.end) return row;
  // A wide band comes back to a row from its left end, once for each of the rows above: so what is covered
  // grows.
  const SentenceRange old = row.covered;
  const bool grows = row.zh == zh && old.begin <= en && en < old.end && old.size() < widest_row;
  row.zh = zh;
  row.covered.begin = grows ? old.begin : en - std::min(en, margin_before);
  row.covered.end = std::min(en + margin_behind + (grows ? old.size() : 0), units_.en.sentences());
  fill(row);
  return row;
}

void LinkBound::fill(Row& row) {
  const std::uint32_t slots = zh_slots_.first[row.zh + 1] - zh_slots_.first[row.zh];
  const std::uint32_t zh_first = zh_slots_.first[row.zh];
  const std::uint32_t en_first = en_slots_.first[row.covered.begin];
  const bool bounded = slots <= most_slots;
  row.zh_best.assign(bounded ? std::size_t{slots} * row.covered.size() : 0, {});
  row.en_best.assign(en_slots_.first[row.covered.end] - en_first, {});
  row.zh_titles.assign(row.covered.size(), {});
  row.en_titles.assign(row.covered.size(), {});
  row.zh_sums.resize(row.covered.size());
  row.en_sums.resize(row.covered.size());
  row.zh_known.assign(row.covered.size(), 0);
  row.en_known.assign(row.covered.size(), 0);
  if (!bounded) return;
  linker_.for_each_link(row.zh, row.covered, [&](const MadeLink& link) {
    const std::uint32_t en = units_.en.units[link.en_unit].sentence - row.covered.begin;
    const float more = zh_loss_[link.zh_unit] + en_loss_[link.en_unit];
    const Values& values = values_[link.link];
    const std::uint32_t zh_slot = zh_slots_.of_unit[link.zh_unit];
    const std::uint32_t en_slot = en_slots_.of_unit[link.en_unit];
    if (zh_slot == none) {
      add_gain(row.zh_titles[en], values, more);
    } else {
      raise(row.zh_best[std::size_t{en} * slots + zh_slot - zh_first], values, more);
    }
    if (en_slot == none) {
      add_gain(row.en_titles[en], values, more);
    } else {
      raise(row.en_best[en_slot - en_first], values, more);
    }
  });
}

void LinkBound::BestOf::add(std::uint32_t slots) {
  static_assert(longest == 6);
  switch (count) {
    case 1:
      return add_best_of_slots<1>(best.data(), slots, sums.data());
    case 2:
      return add_best_of_slots<2>(best.data(), slots, sums.data());
    case 3:
      return add_best_of_slots<3>(best.data(), slots, sums.data());
    case 4:
      return add_best_of_slots<4>(best.data(), slots, sums.data());
    case 5:
      return add_best_of_slots<5>(best.data(), slots, sums.data());
    default:
      return add_best_of_slots<longest>(best.data(), slots, sums.data());
  }
}

const LinkBound::Sums& LinkBound::zh_sums(std::uint32_t zh, std::uint32_t en) {
  Row& row = this->row(zh, en);
  const std::uint32_t at = en - row.covered.begin;
  Sums& sums = row.zh_sums[at];
  if (row.zh_known[at]) return sums;
  row.zh_known[at] = 1;
  const std::uint32_t slots = zh_slots_.first[zh + 1] - zh_slots_.first[zh];
  Values titles{};
  BestOf runs{sums, std::min(longest, row.covered.size() - at), {}};
  for (std::uint32_t n = 0; n < runs.count; ++n) {
    runs.best[n] = row.zh_best.data() + std::size_t{at + n} * slots;
    add(titles, row.zh_titles[at + n]);
    sums[n] = titles;
  }
  runs.add(slots);
  return sums;
}

const LinkBound::Sums& LinkBound::en_sums(std::uint32_t zh, std::uint32_t en) {
  Row& row = this->row(zh, en);
  const std::uint32_t at = en - row.covered.begin;
  Sums& sums = row.en_sums[at];
  if (row.en_known[at]) return sums;
  row.en_known[at] = 1;
  const std::uint32_t slots = en_slots_.first[en + 1] - en_slots_.first[en];
  Values titles{};
  BestOf runs{sums, std::min(longest, units_.zh.sentences() - zh), {}};
  for (std::uint32_t n = 0; n < runs.count; ++n) {
    const Row& other = this->row(zh + n, en);
    runs.best[n] = other.en_best.data() + (en_slots_.first[en] - en_slots_.first[other.covered.begin]);
    add(titles, other.en_titles[en - other.covered.begin]);
    sums[n] = titles;
  }
  runs.add(slots);
  return sums;
}

}  // namespace duiqi::evidence
