#include "evidence/linker.hpp"

#include <algorithm>
#include <numeric>

namespace duiqi::evidence {
namespace {

/// Rows that are kept: more than the Chinese sentences of the largest bead.
constexpr std::size_t kept_rows = 64;
/// A link that is worth less than this in all is not looked at: words that stand everywhere make most of the
/// links and decide nothing. (On ten dev sets no figure changed by it.)
constexpr double least_gain = 0.1;
/// Links that are worth less say nothing of where a clause stands. (Judged.)
constexpr double least_telling = 1;
constexpr std::uint32_t too_weak = 0xFFFFFFFF;
/// A row is made for so many English sentences around those that were asked for.
constexpr std::uint32_t row_margin = 24;

/// The stretch of text that a range of sentences holds units in.
Span stretch(const UnitSide& side, SentenceRange range) {
  const std::uint32_t first = side.first[range.begin];
  const std::uint32_t last = side.first[range.end];
  if (first == last) return {};
  Span out{side.units[first].span.begin, 0};
  for (std::uint32_t k = first; k < last; ++k) out.end = std::max(out.end, side.units[k].span.end);
  return out;
}

std::vector<std::uint32_t> rank(const Units& units, const Chance& chance) {
  std::vector<std::uint32_t> order(units.links.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return chance.priority(a) > chance.priority(b); });
  std::vector<std::uint32_t> ranks(order.size());
  std::uint32_t next = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    // Equal links share a rank, so that what stands first in the text goes first.
    if (k > 0 && chance.priority(order[k]) < chance.priority(order[k - 1])) ++next;
    const bool weak = chance.zh_gain(order[k], 1) + chance.en_gain(order[k], 1) < least_gain;
    ranks[order[k]] = weak ? too_weak : next;
  }
  return ranks;
}

}  // namespace

Linker::Losses::Losses(const UnitSide& side, const std::function<double(std::uint32_t)>& loss)
    : overlapped(side.units.size()), sums{0} {
  std::vector<Span> spans;  // of the bearers
  for (std::uint32_t sentence = 0; sentence < side.sentences(); ++sentence) {
    const auto first = static_cast<std::uint32_t>(spans.size());
    std::size_t end = 0;
    double sum = sums.back();
    for (std::uint32_t k = side.first[sentence]; k < side.first[sentence + 1]; ++k) {
      const Unit& unit = side.units[k];
      if (loss(k) >= 0 || unit.span.begin < end || unit.kind == UnitClass::title) continue;
      spans.push_back(unit.span);
      bearers.push_back(loss(k));
      end = unit.span.end;
      sum += loss(k);
    }
    sums.push_back(sum);
    const auto last = static_cast<std::uint32_t>(spans.size());
    for (std::uint32_t k = side.first[sentence]; k < side.first[sentence + 1]; ++k) {
      SentenceRange& range = overlapped[k];
      range = {first, last};
      while (range.begin < last && spans[range.begin].end <= side.units[k].span.begin) ++range.begin;
      range.end = range.begin;
      while (range.end < last && spans[range.end].begin < side.units[k].span.end) ++range.end;
    }
  }
  stamps.assign(bearers.size(), 0);
}

double Linker::Losses::forgiven(std::uint32_t unit, std::uint32_t query) {
  double sum = 0;
  for (std::uint32_t k = overlapped[unit].begin; k < overlapped[unit].end; ++k) {
    if (stamps[k] != query) sum -= bearers[k];
    stamps[k] = query;
  }
  return sum;
}

Linker::Linker(const Units& units, const Chance& chance)
    : units_(units),
      chance_(chance),
      ranks_(rank(units, chance)),
      first_link_(units.zh.frequency.size() + 1, 0),
      en_by_type_(units.en.frequency.size()),
      zh_losses_(units.zh, [&](std::uint32_t k) { return chance.zh_loss(k); }),
      en_losses_(units.en, [&](std::uint32_t k) { return chance.en_loss(k); }),
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
      if (ranks_[link] == too_weak) continue;
      const auto& list = en_by_type_[units_.links[link].en];
      for (auto at = std::lower_bound(list.begin(), list.end(), row.covered.begin, before);
           at != list.end() && en[*at].sentence < row.covered.end; ++at) {
        row.links.push_back({en[*at].sentence, {ranks_[link], {unit, *at, link}}});
      }
    }
  }
  std::stable_sort(row.links.begin(), row.links.end(), [](const SentenceLink& a, const SentenceLink& b) {
    return a.en_sentence < b.en_sentence;
  });
  return row;
}

void Linker::gather(RangePair pair) {
  candidates_.clear();
  for (std::uint32_t zh = pair.zh.begin; zh < pair.zh.end; ++zh) {
    const Row& links = row(zh, pair.en);
    auto at = std::lower_bound(
        links.links.begin(), links.links.end(), pair.en.begin,
        [](const SentenceLink& link, std::uint32_t sentence) { return link.en_sentence < sentence; });
    for (; at != links.links.end() && at->en_sentence < pair.en.end; ++at) candidates_.push_back(at->ranked);
  }
  if (pair.zh.size() + pair.en.size() > 2) {  // the links of one pair of sentences are in order already
    std::sort(candidates_.begin(), candidates_.end());
  }
  if (candidates_.empty()) return;
  zh_cover_.reset(stretch(units_.zh, pair.zh));
  en_cover_.reset(stretch(units_.en, pair.en));
}

void Linker::choose() {
  made_.clear();
  for (const auto& [rank, candidate] : candidates_) {
    const Unit& zh = units_.zh.units[candidate.zh_unit];
    const Unit& en = units_.en.units[candidate.en_unit];
    if (zh_cover_.overlaps(zh.span) || en_cover_.overlaps(en.span)) continue;
    made_.push_back(candidate);
    // A title does not bind what stands inside it.
    if (zh.kind != UnitClass::title) zh_cover_.add(zh.span);
    if (en.kind != UnitClass::title) en_cover_.add(en.span);
  }
}

const std::vector<MadeLink>& Linker::link(RangePair pair) {
  gather(pair);
  choose();
  return made_;
}

LinkScore Linker::score(RangePair pair) {
  LinkScore score;
  score.zh_loss = zh_losses_.of(pair.zh);
  score.en_loss = en_losses_.of(pair.en);
  ++query_;
  for (const MadeLink& made : link(pair)) {
    score.zh_gain += chance_.zh_gain(made.link, pair.en.size());
    score.en_gain += chance_.en_gain(made.link, pair.zh.size());
    score.zh_loss += zh_losses_.forgiven(made.zh_unit, query_);
    score.en_loss += en_losses_.forgiven(made.en_unit, query_);
  }
  return score;
}

double Linker::cover(const std::vector<MadeLink>& own, bool zh, SentenceRange sentences) {
  const UnitSide& side = zh ? units_.zh : units_.en;
  Losses& losses = zh ? zh_losses_ : en_losses_;
  double taken_back = 0;
  for (const MadeLink& made : own) {
    const std::uint32_t id = zh ? made.zh_unit : made.en_unit;
    const Unit& unit = side.units[id];
    if (unit.sentence < sentences.begin || unit.sentence >= sentences.end) continue;
    taken_back += losses.forgiven(id, query_);
    if (!candidates_.empty() && unit.kind != UnitClass::title) (zh ? zh_cover_ : en_cover_).add(unit.span);
  }
  return taken_back;
}

double Linker::apart(const std::vector<MadeLink>& own, bool zh, SentenceRange sentences) const {
  std::vector<std::pair<std::size_t, bool>> places;  // and whether it is the pair's
  const auto add = [&](const MadeLink& made, bool of_pair) {
    const Unit& unit = zh ? units_.zh.units[made.zh_unit] : units_.en.units[made.en_unit];
    if (unit.sentence < sentences.begin || unit.sentence >= sentences.end) return;
    if (chance_.zh_gain(made.link, 1) + chance_.en_gain(made.link, 1) < least_telling) return;
    places.emplace_back(unit.span.begin, of_pair);
  };
  for (const MadeLink& made : own) add(made, false);
  for (const MadeLink& made : made_) add(made, true);
  std::sort(places.begin(), places.end());
  double changes = 0;
  double of_pair = 0;
  for (std::size_t k = 0; k < places.size(); ++k) {
    of_pair += places[k].second;
    changes += k > 0 && places[k].second != places[k - 1].second;
  }
  const double all = static_cast<double>(places.size());
  if (of_pair == 0) return 0;
  if (of_pair == all) return 1;
  // Wald and Wolfowitz's count of runs, less the one change that two blocks have.
  const double by_chance = 2 * of_pair * (all - of_pair) / all;
  return std::clamp(1 - (changes - 1) / by_chance, 0.0, 1.0);
}

AdditionScore Linker::score_addition(RangePair bead, RangePair pair) {
  const bool zh_inside = bead.zh.begin <= pair.zh.begin && pair.zh.end <= bead.zh.end;
  const std::vector<MadeLink> own = link(bead);
  gather(pair);
  ++query_;
  AdditionScore score;
  score.residue = zh_inside ? zh_losses_.of(pair.zh) + cover(own, true, pair.zh)
                            : en_losses_.of(pair.en) + cover(own, false, pair.en);
  choose();
  score.apart = apart(own, zh_inside, zh_inside ? pair.zh : pair.en);
  LinkScore& links = score.links;
  if (zh_inside) links.en_loss = en_losses_.of(pair.en);
  if (!zh_inside) links.zh_loss = zh_losses_.of(pair.zh);
  for (const MadeLink& made : made_) {
    links.zh_gain += chance_.zh_gain(made.link, pair.en.size());
    links.en_gain += chance_.en_gain(made.link, pair.zh.size());
    links.zh_loss += zh_losses_.forgiven(made.zh_unit, query_);
    links.en_loss += en_losses_.forgiven(made.en_unit, query_);
  }
  return score;
}

}  // namespace duiqi::evidence
