#include "evidence/units.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <duiqi/find_anchors.hpp>

#include "anchor/buckets.hpp"
#include "anchor/chinese_text.hpp"
#include "evidence/punctuation.hpp"
#include "evidence/shared_names.hpp"
#include "evidence/words.hpp"

namespace duiqi::evidence {
namespace {

/// Below this a match is too weak to be worth a look.
constexpr double least_strength = 0.1;

UnitClass class_of(const Anchor& anchor) {
  switch (anchor.kind) {
    case AnchorKind::number:
    case AnchorKind::ordinal:
    case AnchorKind::multiple:
      return anchor.key.size() == 1 ? UnitClass::small_number : UnitClass::number;
    case AnchorKind::percentage:
    case AnchorKind::points:
    case AnchorKind::fraction:
    case AnchorKind::money:
    case AnchorKind::measure:
      return UnitClass::number;
    case AnchorKind::date:
    case AnchorKind::weekday:
    case AnchorKind::time:
      return UnitClass::date;
    case AnchorKind::token:
    case AnchorKind::url:
    case AnchorKind::email:
      return UnitClass::token;
    case AnchorKind::title:
      return UnitClass::title;
    case AnchorKind::person:
    case AnchorKind::foreign_name:
    case AnchorKind::place:
    case AnchorKind::organisation:
    case AnchorKind::agency:
      return UnitClass::name;
  }
  return UnitClass::name;
}

/// Gives equal anchors one type and keeps one of each as the type's representative.
class Types {
 public:
  /// `anchors`: how many there may be.
  explicit Types(std::size_t anchors) : slots_(std::bit_ceil(2 * anchors + 1), 0) {}

  std::uint32_t of(const Anchor& anchor) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(anchor) & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask) {
      const Anchor& known = *representatives_[slots_[at] - 1];
      if (known.kind == anchor.kind && known.key == anchor.key && known.alternates == anchor.alternates)
        return slots_[at] - 1;
    }
    representatives_.push_back(&anchor);
    slots_[at] = static_cast<std::uint32_t>(representatives_.size());
    return slots_[at] - 1;
  }

  const std::vector<const Anchor*>& representatives() const { return representatives_; }

 private:
  static std::size_t hash_of(const Anchor& anchor) {
    const std::size_t hash = std::hash<std::string_view>()(anchor.key);
    return (hash ^ static_cast<std::size_t>(anchor.kind)) + 31 * anchor.alternates.size();
  }

  std::vector<std::uint32_t> slots_;  ///< type + 1, or 0; open addressing, half empty at least
  std::vector<const Anchor*> representatives_;
};

std::vector<UnitLink> link_types(const Types& zh, const Types& en) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> en_buckets;  // ascending
  std::vector<std::uint64_t> buckets;
  for (std::uint32_t id = 0; id < en.representatives().size(); ++id) {
    buckets.clear();
    anchor::match_buckets(*en.representatives()[id], buckets);
    for (const std::uint64_t bucket : buckets) en_buckets.emplace_back(bucket, id);
  }
  std::sort(en_buckets.begin(), en_buckets.end());
  std::vector<UnitLink> links;
  std::vector<std::uint32_t> met;
  for (std::uint32_t id = 0; id < zh.representatives().size(); ++id) {
    buckets.clear();
    met.clear();
    anchor::match_buckets(*zh.representatives()[id], buckets);
    for (const std::uint64_t bucket : buckets) {
      auto at = std::lower_bound(en_buckets.begin(), en_buckets.end(), std::pair{bucket, std::uint32_t{0}});
      for (; at != en_buckets.end() && at->first == bucket; ++at) met.push_back(at->second);
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    for (const std::uint32_t other : met) {
      const double strength = match(*zh.representatives()[id], *en.representatives()[other]);
      if (strength >= least_strength) links.push_back({id, other, strength});
    }
  }
  return links;
}

void add_anchors(const std::vector<Anchor>& anchors, Types& types, UnitSide& side) {
  for (std::uint32_t k = 0; k < anchors.size(); ++k) {
    side.units.push_back(
        {types.of(anchors[k]), anchors[k].sentence, anchors[k].span, class_of(anchors[k]), k});
  }
}

/// Marks have the same types on both sides: `base` + Mark.
void add_marks(const Document& document, std::uint32_t base, UnitSide& side) {
  std::vector<MarkAt> found;
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    found.clear();
    find_marks(document.sentence(id), found);
    const std::size_t begin = document.sentences[id].span.begin;
    for (const MarkAt& mark : found) {
      side.units.push_back({base + static_cast<std::uint32_t>(mark.mark),
                            id,
                            {begin + mark.span.begin, begin + mark.span.end},
                            UnitClass::punctuation,
                            no_anchor});
    }
  }
}

/// Shared names have types of their own, from `zh_base` and `en_base` on; returns how many each side got.
struct AddedTypes {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
};

void add_occurrences(const std::vector<NameOccurrence>& occurrences, std::uint32_t type, UnitSide& side) {
  for (const NameOccurrence& at : occurrences) {
    side.units.push_back({type, at.sentence, at.span, UnitClass::shared_name, no_anchor});
  }
}

AddedTypes add_shared_names(const Analysis& zh, const anchor::ChineseText& text, const Analysis& en,
                            std::uint32_t zh_base, std::uint32_t en_base, Units& units) {
  std::unordered_map<std::string_view, std::uint32_t> zh_ids;
  std::unordered_map<std::string_view, std::uint32_t> en_ids;
  const std::vector<SharedName> names = find_shared_names(zh.document, text, en.document);
  for (const SharedName& name : names) {
    const auto [zh_id, zh_new] =
        zh_ids.try_emplace(name.zh, zh_base + static_cast<std::uint32_t>(zh_ids.size()));
    const auto [en_id, en_new] =
        en_ids.try_emplace(name.en, en_base + static_cast<std::uint32_t>(en_ids.size()));
    if (zh_new) add_occurrences(name.zh_occurrences, zh_id->second, units.zh);
    if (en_new) add_occurrences(name.en_occurrences, en_id->second, units.en);
    units.links.push_back({zh_id->second, en_id->second, name.strength});
  }
  return {static_cast<std::uint32_t>(zh_ids.size()), static_cast<std::uint32_t>(en_ids.size())};
}

/// Of one type, a sentence keeps this many units: text that says one thing a thousand times would else have a
/// million links.
constexpr std::uint32_t most_of_a_type = 8;

/// Puts units in order and drops what a sentence has too much of. Those from number `ordered` on stand in
/// order among themselves.
void finish(UnitSide& side, std::uint32_t sentences, std::uint32_t types, std::size_t ordered) {
  const auto goes_before = [](const Unit& a, const Unit& b) {
    if (a.sentence != b.sentence) return a.sentence < b.sentence;
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  const auto middle = side.units.begin() + static_cast<std::ptrdiff_t>(ordered);
  std::stable_sort(side.units.begin(), middle, goes_before);
  assert(std::is_sorted(middle, side.units.end(), goes_before));
  std::inplace_merge(side.units.begin(), middle, side.units.end(), goes_before);
  side.first.assign(sentences + 1, 0);
  side.frequency.assign(types, 0);
  struct Last {
    std::uint32_t sentence = no_anchor;
    std::uint32_t count = 0;  ///< there
  };
  std::vector<Last> last(types);
  std::size_t kept = 0;
  for (const Unit& unit : side.units) {
    Last& of_type = last[unit.type];
    if (of_type.sentence != unit.sentence) {
      of_type = {unit.sentence, 0};
      ++side.frequency[unit.type];
    }
    if (++of_type.count > most_of_a_type) continue;
    ++side.first[unit.sentence + 1];
    if (&side.units[kept] != &unit) side.units[kept] = unit;
    ++kept;
  }
  side.units.resize(kept);
  for (std::uint32_t k = 0; k < sentences; ++k) side.first[k + 1] += side.first[k];
}

}  // namespace

Units collect_units(const Analysis& zh, const Analysis& en, const lexicon::EnglishIndex& english,
                    std::span<const Lexicon> lexicons) {
  Units units;
  const anchor::ChineseText text(zh.document);
  Types zh_types(zh.anchors.size());
  Types en_types(en.anchors.size());
  add_anchors(zh.anchors, zh_types, units.zh);
  add_anchors(en.anchors, en_types, units.en);
  units.links = link_types(zh_types, en_types);
  const auto zh_names = static_cast<std::uint32_t>(zh_types.representatives().size());
  const auto en_names = static_cast<std::uint32_t>(en_types.representatives().size());
  const AddedTypes names = add_shared_names(zh, text, en, zh_names, en_names, units);
  const std::uint32_t zh_marks = zh_names + names.zh;
  const std::uint32_t en_marks = en_names + names.en;
  add_marks(zh.document, zh_marks, units.zh);
  add_marks(en.document, en_marks, units.en);
  for (std::uint32_t mark = 0; mark < marks; ++mark) {
    units.links.push_back({zh_marks + mark, en_marks + mark, strength(static_cast<Mark>(mark))});
  }
  std::uint32_t zh_size = zh_marks + static_cast<std::uint32_t>(marks);
  std::uint32_t en_size = en_marks + static_cast<std::uint32_t>(marks);
  // Words come last and in order, also their links: only what stands before has to be sorted.
  std::sort(units.links.begin(), units.links.end());
  const std::size_t zh_before = units.zh.units.size();
  const std::size_t en_before = units.en.units.size();
  add_words(text, english, lexicons, {}, zh_size, en_size, units);
  assert(std::is_sorted(units.links.begin(), units.links.end()));
  finish(units.zh, zh.document.size(), zh_size, zh_before);
  finish(units.en, en.document.size(), en_size, en_before);
  // Most words stand either alone or inside a longer one, so one of their two types does not occur.
  std::erase_if(units.links, [&](const UnitLink& link) {
    return units.zh.frequency[link.zh] == 0 || units.en.frequency[link.en] == 0;
  });
  return units;
}

}  // namespace duiqi::evidence
