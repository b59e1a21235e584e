#include "evidence/link_bound.hpp"

#include <algorithm>

namespace duiqi::evidence {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
/// Rows that are kept at most: more than a piece of a long document has Chinese sentences, which is gone over
/// twice. (With 32, two chapters of novels take 765 million instructions instead of 623.)
constexpr std::uint32_t most_rows = 512;
/// A row reaches so many English sentences farther than it was asked for: larger beads and the rows above
/// will ask for them. (4, 8 and 12 take 539, 546 and 554 million instructions for two chapters of novels,
/// and 226, 227 and 227 for 24 documents of ntrex-cn.)
constexpr std::uint32_t margin = 4;
/// Sentences with more slots have no bound: memory is slots × row.
constexpr std::uint32_t most_slots = 512;
constexpr float no_bound = 1e6F;

void raise(SizeValues& to, const SizeValues& value, float more) {
  using namespace slot_sums;
  for (const std::size_t half : halves) store(greater(load(to, half), load(value, half) + more), to, half);
}

void add_gain(SizeValues& to, const SizeValues& value, float more) {
  using namespace slot_sums;
  for (const std::size_t half : halves)
    store(load(to, half) + greater(load(value, half) + more, Floats{}), to, half);
}

SizeValues sum(const SizeValues& a, const SizeValues& b) {
  using namespace slot_sums;
  SizeValues out;
  for (const std::size_t half : halves) store(load(a, half) + load(b, half), out, half);
  return out;
}

void add(std::span<float> to, const float* values) {
  for (std::size_t k = 0; k < to.size(); ++k) to[k] += values[k];
}

}  // namespace

LinkBound::LinkBound(const Units& units, const Chance& chance, const Linker& linker, SideWeights weights)
    : units_(units), linker_(linker), rows_(std::min(most_rows, units.zh.sentences())) {
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

std::size_t LinkBound::size_of(std::uint32_t zh, std::uint32_t en) {
  if (zh == 1) return std::min(en, 3U) - 1;
  if (en == 1) return std::min(zh, 3U) + 1;
  return std::min({zh, en, 4U}) + 3;
}

void LinkBound::add_to(SentenceRange zh, std::uint32_t en_size, SentenceRange begins,
                       std::span<float> bounds) {
  const std::size_t size = size_of(zh.size(), en_size);
  const SentenceRange needed{begins.begin, begins.end + en_size - 1};
  zh_sums_.assign(begins.size(), 0);
  en_sums_.assign(begins.size(), 0);
  // From the end, as the sums of two Chinese sentences are made when the second is known.
  for (std::uint32_t k = zh.size(); k-- > 0;) {
    Row& row = this->row(zh.begin + k, needed);
    const std::size_t at = begins.begin - row.covered.begin;
    for (std::uint32_t en = 0; en + 1 < en_size; en += 2) add(zh_sums_, row.of(zh_two, size) + at + en);
    if (en_size % 2 == 1) add(zh_sums_, row.of(zh_one, size) + at + en_size - 1);
    if (k % 2 == 1) continue;
    const bool alone = k + 1 == zh.size();
    if (!alone && (needed.begin < row.en_two_known.begin || row.en_two_known.end < needed.end))
      fill_en_two(row, rows_[(row.zh + 1) % rows_.size()]);
    const float* sums = row.of(alone ? en_one : en_two, size) + at;
    for (std::uint32_t en = 0; en < en_size; ++en) add(en_sums_, sums + en);
  }
  for (std::size_t k = 0; k < bounds.size(); ++k)
    bounds[k] += zh_sums_[k] < en_sums_[k] ? zh_sums_[k] : en_sums_[k];
}

LinkBound::Row& LinkBound::row(std::uint32_t zh, SentenceRange en) {
  Row& row = rows_[zh % rows_.size()];
  if (row.zh == zh && row.covered.begin <= en.begin && en.end <= row.covered.end) return row;
  const bool grows = row.zh == zh;
  row.covered.begin = grows ? std::min(row.covered.begin, en.begin) : en.begin;
  row.covered.end = std::min(std::max(en.end, grows ? row.covered.end : 0) + margin, units_.en.sentences());
  row.zh = zh;
  fill(row);
  return row;
}

void LinkBound::fill(Row& row) {
  const std::uint32_t slots = zh_slots_.first[row.zh + 1] - zh_slots_.first[row.zh];
  const std::uint32_t zh_first = zh_slots_.first[row.zh];
  const std::uint32_t en_first = en_slots_.first[row.covered.begin];
  const std::uint32_t sentences = row.covered.size();
  row.bounded = slots <= most_slots;
  row.en_two_known = {};
  row.values.resize(kinds_of_sum * sizes * sentences);
  if (!row.bounded) {
    std::fill(row.values.begin(), row.values.end(), no_bound);
    return;
  }
  // One sentence more of nothing, which the last one has behind it.
  zh_best_.assign(std::size_t{slots} * (sentences + 1), {});
  zh_titles_.assign(sentences + 1, {});
  row.en_best.assign(en_slots_.first[row.covered.end] - en_first, {});
  row.en_titles.assign(sentences, {});
  linker_.for_each_link(row.zh, row.covered, [&](const MadeLink& link) {
    const std::uint32_t en = units_.en.units[link.en_unit].sentence - row.covered.begin;
    const float more = zh_loss_[link.zh_unit] + en_loss_[link.en_unit];
    const Values& values = values_[link.link];
    const std::uint32_t zh_slot = zh_slots_.of_unit[link.zh_unit];
    const std::uint32_t en_slot = en_slots_.of_unit[link.en_unit];
    if (zh_slot == none) {
      add_gain(zh_titles_[en], values, more);
    } else {
      raise(zh_best_[std::size_t{en} * slots + zh_slot - zh_first], values, more);
    }
    if (en_slot == none) {
      add_gain(row.en_titles[en], values, more);
    } else {
      raise(row.en_best[en_slot - en_first], values, more);
    }
  });
  for (std::uint32_t at = 0; at < sentences; ++at) {
    Values one = zh_titles_[at];
    Values two = sum(one, zh_titles_[at + 1]);
    const Values* best = zh_best_.data() + std::size_t{at} * slots;
    add_best_of_slots(best, best + slots, slots, one, two);
    row.set(zh_one, at, one);
    row.set(zh_two, at, two);
    one = two = row.en_titles[at];
    const std::uint32_t first = en_slots_.first[row.covered.begin + at];
    best = row.en_best.data() + (first - en_first);
    add_best_of_slots(best, best, en_slots_.first[row.covered.begin + at + 1] - first, one, two);
    row.set(en_one, at, one);
  }
}

void LinkBound::fill_en_two(Row& row, const Row& next) {
  row.en_two_known = {std::max(row.covered.begin, next.covered.begin),
                      std::min(row.covered.end, next.covered.end)};
  for (std::uint32_t en = row.en_two_known.begin; en < row.en_two_known.end; ++en) {
    Values one;
    Values two;
    two.fill(no_bound);
    if (row.bounded && next.bounded) {
      one = row.en_titles[en - row.covered.begin];
      two = sum(one, next.en_titles[en - next.covered.begin]);
      const auto best = [&](const Row& of) {
        return of.en_best.data() + (en_slots_.first[en] - en_slots_.first[of.covered.begin]);
      };
      add_best_of_slots(best(row), best(next), en_slots_.first[en + 1] - en_slots_.first[en], one, two);
    }
    row.set(en_two, en - row.covered.begin, two);
  }
}

}  // namespace duiqi::evidence
