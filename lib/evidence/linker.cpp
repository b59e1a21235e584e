#include "evidence/linker.hpp"

#include <algorithm>

namespace duiqi::evidence {
namespace {

/// Rows that are kept: more than the Chinese sentences of the largest bead.
constexpr std::size_t kept_rows = 64;
/// A row is made for so many English sentences around those that were asked for.
constexpr std::uint32_t row_margin = 64;

/// Runs of units that overlap; a title does not bind what stands inside it.
std::vector<std::uint32_t> groups(const UnitSide& side) {
  std::vector<std::uint32_t> group(side.units.size());
  std::uint32_t last = no_anchor;  // the run that a unit may still join, and where it ends
  std::size_t end = 0;
  for (std::uint32_t k = 0; k < side.units.size(); ++k) {
    const Unit& unit = side.units[k];
    group[k] = k;
    if (unit.kind == UnitClass::title) continue;
    const bool joins =
        last != no_anchor && side.units[last].sentence == unit.sentence && unit.span.begin < end;
    if (joins) group[k] = last;
    end = joins ? std::max(end, unit.span.end) : unit.span.end;
    last = group[k];
  }
  return group;
}

template <class Loss>
std::vector<double> group_losses(const std::vector<std::uint32_t>& group, Loss loss) {
  std::vector<double> losses(group.size());
  for (std::uint32_t k = 0; k < group.size(); ++k) losses[group[k]] = std::min(losses[group[k]], loss(k));
  return losses;
}

std::vector<double> sentence_sums(const UnitSide& side, const std::vector<double>& losses) {
  std::vector<double> sums{0};
  for (std::uint32_t sentence = 0; sentence < side.sentences(); ++sentence) {
    double sum = sums.back();
    for (std::uint32_t k = side.first[sentence]; k < side.first[sentence + 1]; ++k) sum += losses[k];
    sums.push_back(sum);
  }
  return sums;
}

}  // namespace

Linker::Linker(const Units& units, const Chance& chance)
    : units_(units),
      chance_(chance),
      first_link_(units.zh.frequency.size() + 1, 0),
      en_by_type_(units.en.frequency.size()),
      zh_group_(groups(units.zh)),
      en_group_(groups(units.en)),
      zh_group_loss_(group_losses(zh_group_, [&](std::uint32_t k) { return chance.zh_loss(k); })),
      en_group_loss_(group_losses(en_group_, [&](std::uint32_t k) { return chance.en_loss(k); })),
      zh_loss_sums_(sentence_sums(units.zh, zh_group_loss_)),
      en_loss_sums_(sentence_sums(units.en, en_group_loss_)),
      rows_(kept_rows) {
  for (const UnitLink& link : units.links) ++first_link_[link.zh + 1];
  for (std::size_t k = 1; k < first_link_.size(); ++k) first_link_[k] += first_link_[k - 1];
  for (std::uint32_t k = 0; k < units.en.units.size(); ++k) en_by_type_[units.en.units[k].type].push_back(k);
}

const Linker::Row& Linker::row(std::uint32_t zh, SentenceRange needed) {
  Row& row = rows_[zh % kept_rows];
  if (row.sentence == zh && row.covered.begin <= needed.begin && needed.end <= row.covered.end) return row;
  row.sentence = zh;
  row.covered = {needed.begin - std::min(needed.begin, row_margin),
                 std::min(needed.end + row_margin, units_.en.sentences())};
  row.links.clear();
  const auto& en = units_.en.units;
  const auto before = [&](std::uint32_t unit, std::uint32_t sentence) {
    return en[unit].sentence < sentence;
  };
  for (std::uint32_t unit = units_.zh.first[zh]; unit < units_.zh.first[zh + 1]; ++unit) {
    const std::uint32_t type = units_.zh.units[unit].type;
    for (std::uint32_t link = first_link_[type]; link < first_link_[type + 1]; ++link) {
      const auto& list = en_by_type_[units_.links[link].en];
      for (auto at = std::lower_bound(list.begin(), list.end(), row.covered.begin, before);
           at != list.end() && en[*at].sentence < row.covered.end; ++at) {
        row.links.push_back({en[*at].sentence, {unit, *at, link}});
      }
    }
  }
  std::stable_sort(row.links.begin(), row.links.end(), [](const SentenceLink& a, const SentenceLink& b) {
    return a.en_sentence < b.en_sentence;
  });
  return row;
}

bool Linker::overlaps_linked(const MadeLink& candidate) const {
  return std::any_of(made_.begin(), made_.end(), [&](const MadeLink& made) {
    return zh_group_[made.zh_unit] == zh_group_[candidate.zh_unit] ||
           en_group_[made.en_unit] == en_group_[candidate.en_unit];
  });
}

const std::vector<MadeLink>& Linker::link(RangePair pair) {
  candidates_.clear();
  made_.clear();
  for (std::uint32_t zh = pair.zh.begin; zh < pair.zh.end; ++zh) {
    const Row& links = row(zh, pair.en);
    auto at = std::lower_bound(
        links.links.begin(), links.links.end(), pair.en.begin,
        [](const SentenceLink& link, std::uint32_t sentence) { return link.en_sentence < sentence; });
    for (; at != links.links.end() && at->en_sentence < pair.en.end; ++at) candidates_.push_back(at->made);
  }
  std::sort(candidates_.begin(), candidates_.end(), [&](const MadeLink& a, const MadeLink& b) {
    const double x = chance_.priority(a.link);
    const double y = chance_.priority(b.link);
    if (x != y) return x > y;
    return a.zh_unit != b.zh_unit ? a.zh_unit < b.zh_unit : a.en_unit < b.en_unit;
  });
  for (const MadeLink& candidate : candidates_) {
    if (!overlaps_linked(candidate)) made_.push_back(candidate);
  }
  return made_;
}

LinkScore Linker::score(RangePair pair) {
  LinkScore score;
  score.zh_loss = zh_loss_sums_[pair.zh.end] - zh_loss_sums_[pair.zh.begin];
  score.en_loss = en_loss_sums_[pair.en.end] - en_loss_sums_[pair.en.begin];
  for (const MadeLink& made : link(pair)) {
    score.zh_gain += chance_.zh_gain(made.link, pair.en.size());
    score.en_gain += chance_.en_gain(made.link, pair.zh.size());
    score.zh_loss -= zh_group_loss_[zh_group_[made.zh_unit]];
    score.en_loss -= en_group_loss_[en_group_[made.en_unit]];
  }
  return score;
}

}  // namespace duiqi::evidence
