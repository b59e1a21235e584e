#include "evidence/linker.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace duiqi::evidence {
namespace {

/// Rows that are kept: more than a piece of a long document has Chinese sentences, which is gone over several
/// times. (64: 16,000 sentences take 9.5 s instead of 5.8.)
constexpr std::size_t kept_rows = 512;
/// A link that is worth less than this in all is not looked at: words that stand everywhere make most of the
/// links and decide nothing. (On ten dev sets no figure changed by it.)
constexpr double least_gain = 0.1;
/// Links that are worth less say nothing of where a clause stands. (Judged.)
constexpr double least_telling = 1;
/// A row is made for so many English sentences around those that were asked for. (4, 8, 12 and 24 take 268,
/// 259, 260 and 261 million instructions for 24 documents of ntrex-cn; 4 was measured a little earlier.)
constexpr std::uint32_t row_margin = 8;

/// The stretch of text that each sentence holds units in; empty where it has none.
std::vector<Span> stretches(const UnitSide& side) {
  std::vector<Span> out(side.sentences());
  for (std::uint32_t id = 0; id < out.size(); ++id) {
    if (side.first[id] == side.first[id + 1]) continue;
    out[id].begin = side.units[side.first[id]].span.begin;
    for (std::uint32_t k = side.first[id]; k < side.first[id + 1]; ++k)
      out[id].end = std::max(out[id].end, side.units[k].span.end);
  }
  return out;
}

/// That of a range of sentences.
Span stretch(const std::vector<Span>& of_sentences, SentenceRange range) {
  Span out;
  for (std::uint32_t id = range.begin; id < range.end; ++id) {
    const Span& one = of_sentences[id];
    if (one.end == 0) continue;
    if (out.end == 0) out.begin = one.begin;
    out.end = std::max(out.end, one.end);
  }
  return out;
}

/// Where the middle of `span` stands in `whole`, in [0, 1].
double place(Span span, Span whole) {
  const double middle = static_cast<double>(span.begin + span.end) / 2;
  return (middle - static_cast<double>(whole.begin)) / static_cast<double>(whole.size());
}

std::vector<std::uint32_t> rank(const Units& units, const Chance& chance, std::uint32_t too_weak) {
  struct Ranked {
    double priority;
    std::uint32_t link;
  };
  std::vector<std::uint32_t> ranks(units.links.size(), too_weak);
  std::vector<Ranked> order;  // most links are too weak
  for (std::uint32_t k = 0; k < ranks.size(); ++k) {
    if (chance.zh_gain(k, 1) + chance.en_gain(k, 1) >= least_gain) order.push_back({chance.priority(k), k});
  }
  std::sort(order.begin(), order.end(),
            [](const Ranked& a, const Ranked& b) { return a.priority > b.priority; });
  std::uint32_t next = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    // Equal links share a rank, so that what stands first in the text goes first.
    if (k > 0 && order[k].priority < order[k - 1].priority) ++next;
    ranks[order[k].link] = next;
  }
  return ranks;
}

}  // namespace

Linker::Losses::Losses(const UnitSide& side, std::span<const double> loss)
    : overlapped(side.units.size()), sums{0}, first{0} {
  sums.reserve(side.sentences() + 1);
  first.reserve(side.sentences() + 1);
  std::vector<Span> spans;  // of the bearers
  for (std::uint32_t sentence = 0; sentence < side.sentences(); ++sentence) {
    const auto begin = static_cast<std::uint32_t>(spans.size());
    std::size_t end = 0;
    double sum = sums.back();
    for (std::uint32_t k = side.first[sentence]; k < side.first[sentence + 1]; ++k) {
      const Unit& unit = side.units[k];
      if (loss[k] >= 0 || unit.span.begin < end || unit.kind == UnitClass::title) continue;
      spans.push_back(unit.span);
      bearers.push_back(loss[k]);
      kinds.push_back(unit.kind);
      end = unit.span.end;
      sum += loss[k];
    }
    sums.push_back(sum);
    const auto last = static_cast<std::uint32_t>(spans.size());
    first.push_back(last);
    // Units stand by their begins, so what ends before one ends before all that follow.
    std::uint32_t at = begin;
    for (std::uint32_t k = side.first[sentence]; k < side.first[sentence + 1]; ++k) {
      const Span span = side.units[k].span;
      while (at < last && spans[at].end <= span.begin) ++at;
      std::uint32_t behind = at;
      while (behind < last && spans[behind].begin < span.end) ++behind;
      overlapped[k] = {at, behind};
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
      ranks_(rank(units, chance, too_weak)),
      first_link_(units.zh.frequency.size() + 1, 0),
      first_en_(units.en.frequency.size() + 1, 0),
      en_by_type_(units.en.units.size()),
      zh_losses_(units.zh, chance.zh_losses()),
      en_losses_(units.en, chance.en_losses()),
      zh_stretches_(stretches(units.zh)),
      en_stretches_(stretches(units.en)),
      rows_(kept_rows) {
  for (const UnitLink& link : units.links) ++first_link_[link.zh + 1];
  for (std::size_t k = 1; k < first_link_.size(); ++k) first_link_[k] += first_link_[k - 1];
  for (const Unit& unit : units.en.units) ++first_en_[unit.type + 1];
  for (std::size_t k = 1; k < first_en_.size(); ++k) first_en_[k] += first_en_[k - 1];
  std::vector<std::uint32_t> next(first_en_.begin(), first_en_.end() - 1);
  for (std::uint32_t k = 0; k < units.en.units.size(); ++k) en_by_type_[next[units.en.units[k].type]++] = k;
}

const Linker::Row& Linker::row(std::uint32_t zh, SentenceRange needed) {
  Row& row = rows_[zh % kept_rows];
  if (row.sentence == zh && row.covered.begin <= needed.begin && needed.end <= row.covered.end) return row;
  row.sentence = zh;
  row.covered = {needed.begin - std::min(needed.begin, row_margin),
                 std::min(needed.end + row_margin, units_.en.sentences())};
  row_links_.clear();
  for_each_link(zh, row.covered, [&](const MadeLink& link) {
    row_links_.push_back({units_.en.units[link.en_unit].sentence, {ranks_[link.link], link}});
  });
  std::sort(row_links_.begin(), row_links_.end());
  row.links = row_links_;
  return row;
}

std::span<const Linker::SentenceLink> Linker::links_of(std::uint32_t zh, SentenceRange en) {
  const std::vector<SentenceLink>& links = row(zh, en).links;
  const auto before = [](const SentenceLink& link, std::uint32_t sentence) {
    return link.en_sentence < sentence;
  };
  const auto begin = std::lower_bound(links.begin(), links.end(), en.begin, before);
  return {begin, std::lower_bound(begin, links.end(), en.end, before)};
}

void Linker::gather(RangePair pair) {
  reset_covers(pair);
  if (gathered_ == pair) return;
  gathered_ = pair;
  candidates_.clear();
  runs_.assign(1, 0);
  for (std::uint32_t zh = pair.zh.begin; zh < pair.zh.end; ++zh) {
    std::uint32_t sentence = pair.en.end;
    for (const SentenceLink& link : links_of(zh, pair.en)) {
      // The links of one pair of sentences are in order already.
      if (link.en_sentence != sentence && candidates_.size() > runs_.back())
        runs_.push_back(candidates_.size());
      sentence = link.en_sentence;
      candidates_.push_back(link.ranked);
    }
  }
  runs_.push_back(candidates_.size());
  // Each pair of neighbouring runs becomes one, until one is left.
  while (runs_.size() > 2) {
    merged_.resize(candidates_.size());
    const auto at = [](std::vector<RankedLink>& links, std::size_t k) {
      return links.begin() + static_cast<std::ptrdiff_t>(k);
    };
    std::size_t kept = 0;
    for (std::size_t k = 0; k + 1 < runs_.size(); k += 2) {
      const std::size_t middle = runs_[k + 1];
      const std::size_t end = k + 2 < runs_.size() ? runs_[k + 2] : middle;
      std::merge(at(candidates_, runs_[k]), at(candidates_, middle), at(candidates_, middle),
                 at(candidates_, end), at(merged_, runs_[k]));
      runs_[kept++] = runs_[k];
    }
    runs_[kept++] = candidates_.size();
    runs_.resize(kept);
    candidates_.swap(merged_);
  }
}

void Linker::reset_covers(RangePair pair) {
  zh_cover_.reset(stretch(zh_stretches_, pair.zh));
  en_cover_.reset(stretch(en_stretches_, pair.en));
}

template <class Links, class MadeOf>
void Linker::choose(const Links& links, WithoutSentence without, const MadeOf& made_of) {
  made_.clear();
  const Unit* const zh_units = units_.zh.units.data();
  const Unit* const en_units = units_.en.units.data();
  for (const auto& link : links) {
    const MadeLink& candidate = made_of(link);
    const Unit& zh = zh_units[candidate.zh_unit];
    if (zh.sentence == without.zh || zh_cover_.overlaps(zh.span)) continue;
    const Unit& en = en_units[candidate.en_unit];
    if (en.sentence == without.en || en_cover_.overlaps(en.span)) continue;
    made_.push_back(candidate);
    // A title does not bind what stands inside it.
    if (zh.kind != UnitClass::title) zh_cover_.add(zh.span);
    if (en.kind != UnitClass::title) en_cover_.add(en.span);
  }
}

void Linker::choose(WithoutSentence without) {
  choose(candidates_, without, [](const RankedLink& link) -> const MadeLink& { return link.made; });
}

const std::vector<MadeLink>& Linker::link(RangePair pair, WithoutSentence without) {
  if (pair.zh.size() == 1 && pair.en.size() == 1 && without.zh == without.en) {
    // The row has them in order already.
    const std::span<const SentenceLink> links = links_of(pair.zh.begin, pair.en);
    reset_covers(pair);
    choose(links, without, [](const SentenceLink& link) -> const MadeLink& { return link.ranked.made; });
    return made_;
  }
  gather(pair);
  choose(without);
  return made_;
}

LinkScore Linker::score(RangePair pair, WithoutSentence without) {
  LinkScore score;
  score.zh_loss = zh_losses_.of(pair.zh);
  score.en_loss = en_losses_.of(pair.en);
  std::uint32_t zh_size = pair.zh.size();
  std::uint32_t en_size = pair.en.size();
  if (without.zh != WithoutSentence::none) {
    score.zh_loss -= zh_losses_.of({without.zh, without.zh + 1});
    --zh_size;
  }
  if (without.en != WithoutSentence::none) {
    score.en_loss -= en_losses_.of({without.en, without.en + 1});
    --en_size;
  }
  ++query_;
  for (const MadeLink& made : link(pair, without)) {
    score.zh_gain += chance_.zh_gain(made.link, en_size);
    score.en_gain += chance_.en_gain(made.link, zh_size);
    score.zh_loss += zh_losses_.forgiven(made.zh_unit, query_);
    score.en_loss += en_losses_.forgiven(made.en_unit, query_);
  }
  return score;
}

void Linker::score(RangePair pair, PairLinks& out) {
  out.zh.assign(pair.zh.size(), {});
  out.en.assign(pair.en.size(), {});
  out.classes.fill({});
  out.order = 0;
  ++query_;
  const Span zh_stretch = stretch(zh_stretches_, pair.zh);
  const Span en_stretch = stretch(en_stretches_, pair.en);
  for (const MadeLink& made : link(pair, {})) {
    const Unit& zh = units_.zh.units[made.zh_unit];
    const Unit& en = units_.en.units[made.en_unit];
    const double zh_gain = chance_.zh_gain(made.link, pair.en.size());
    const double en_gain = chance_.en_gain(made.link, pair.zh.size());
    SentenceLinks& in_zh = out.zh[zh.sentence - pair.zh.begin];
    SentenceLinks& in_en = out.en[en.sentence - pair.en.begin];
    in_zh.gain += zh_gain;
    in_en.gain += en_gain;
    ++in_zh.linked;
    out.order +=
        (zh_gain + en_gain) * (0.25 - std::abs(place(zh.span, zh_stretch) - place(en.span, en_stretch)));
    ++in_en.linked;
    out.classes[static_cast<std::size_t>(zh.kind)].gain += zh_gain;
    out.classes[static_cast<std::size_t>(en.kind)].gain += en_gain;
    zh_losses_.forgiven(made.zh_unit, query_);
    en_losses_.forgiven(made.en_unit, query_);
  }
  count_lone(out, pair);
  add_losses(zh_losses_, pair.zh, out.zh, out.classes);
  add_losses(en_losses_, pair.en, out.en, out.classes);
}

void Linker::count_lone(PairLinks& out, RangePair pair) const {
  const auto count = [](const UnitSide& side, SentenceRange range, const Cover& cover, std::uint32_t& numbers,
                        std::uint32_t& names) {
    numbers = names = 0;
    for (std::uint32_t k = side.first[range.begin]; k < side.first[range.end]; ++k) {
      const Unit& unit = side.units[k];
      const bool number = unit.kind == UnitClass::number || unit.kind == UnitClass::small_number ||
                          unit.kind == UnitClass::date;
      const bool name = unit.kind == UnitClass::name || unit.kind == UnitClass::token;
      if ((!number && !name) || cover.overlaps(unit.span)) continue;
      ++(number ? numbers : names);
    }
  };
  count(units_.zh, pair.zh, zh_cover_, out.lone_numbers_zh, out.lone_names_zh);
  count(units_.en, pair.en, en_cover_, out.lone_numbers_en, out.lone_names_en);
}

void Linker::add_losses(const Losses& losses, SentenceRange range, std::vector<SentenceLinks>& sentences,
                        std::array<ClassLinks, unit_classes>& classes) const {
  for (std::uint32_t sentence = range.begin; sentence < range.end; ++sentence) {
    SentenceLinks& sums = sentences[sentence - range.begin];
    for (std::uint32_t k = losses.first[sentence]; k < losses.first[sentence + 1]; ++k) {
      if (losses.stamps[k] == query_) continue;
      sums.loss += losses.bearers[k];
      ++sums.unlinked;
      classes[static_cast<std::size_t>(losses.kinds[k])].loss += losses.bearers[k];
    }
  }
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
    if (unit.kind != UnitClass::title) (zh ? zh_cover_ : en_cover_).add(unit.span);
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
  choose({});
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
