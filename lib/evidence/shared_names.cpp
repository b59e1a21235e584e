#include "evidence/shared_names.hpp"

#include <algorithm>
#include <numeric>

#include "evidence/name_candidates.hpp"

namespace duiqi::evidence {
namespace {

SharedName make_name(const Candidate& candidate, const anchor::ChineseText& text, const Document& zh,
                     const EnglishItem& item) {
  SharedName name;
  name.en = item.folded;
  name.how = candidate.how;
  name.strength = candidate.strength;
  name.en_occurrences = item.occurrences;
  for (const std::uint32_t at : candidate.positions) {
    name.zh_occurrences.push_back({text.sentence_of(at), text.span(at, at + candidate.length)});
  }
  name.zh = zh.text.slice(name.zh_occurrences.front().span);
  return name;
}

void respect_known_names(std::vector<Candidate>& candidates, const anchor::ChineseText& text,
                         const std::vector<EnglishItem>& items) {
  if (candidates.empty()) return;
  KnownNames known(text);
  for (Candidate& candidate : candidates) {
    std::erase_if(candidate.positions, [&](std::uint32_t at) {
      return !known.allows(at, at + candidate.length, items[candidate.item], candidate.how);
    });
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.positions.empty(); });
}

/// Keeps, of the candidates that stand on the same characters, the strongest: 特朗普 for Trump, not 特朗.
/// A weaker one stays at the places where no stronger one covers it.
void settle_overlaps(std::vector<Candidate>& candidates, std::size_t characters,
                     const std::vector<EnglishItem>& items) {
  std::vector<std::uint32_t> order(candidates.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto rank = [&](std::uint32_t i) {
    // At equal strength the longer run says more. A full name that is spelled out goes beside its parts, not
    // against them.
    return candidates[i].strength + 0.02 * std::min<double>(candidates[i].length, 6);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rank(a) > rank(b); });
  std::vector<double> taken(characters, 0);
  for (const std::uint32_t i : order) {
    Candidate& candidate = candidates[i];
    const bool aside = items[candidate.item].pair && candidate.how == NameMatch::pinyin;
    if (aside || candidate.length == 1) continue;
    std::erase_if(candidate.positions, [&](std::uint32_t at) {
      for (std::uint32_t k = 0; k < candidate.length; ++k) {
        if (taken[at + k] > candidate.strength / 0.9) return true;
      }
      return false;
    });
    for (const std::uint32_t at : candidate.positions) {
      for (std::uint32_t k = 0; k < candidate.length; ++k) {
        taken[at + k] = std::max(taken[at + k], candidate.strength);
      }
    }
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.positions.empty(); });
}

}  // namespace

std::vector<SharedName> find_shared_names(const Document& zh, const Document& en,
                                          const SharedNameOptions& options) {
  return find_shared_names(zh, anchor::ChineseText(zh), en, options);
}

std::vector<SharedName> find_shared_names(const Document& zh, const anchor::ChineseText& text,
                                          const Document& en, const SharedNameOptions& options) {
  const auto items = collect_english(en);
  auto candidates = find_by_letters(text, items);
  const auto by_sound = find_by_sound(text, items, candidates, options.least_strength);
  candidates.insert(candidates.end(), by_sound.begin(), by_sound.end());
  std::erase_if(candidates, [&](const Candidate& c) { return c.strength < options.least_strength; });
  respect_known_names(candidates, text, items);
  settle_overlaps(candidates, text.characters.size(), items);
  std::vector<SharedName> out;
  out.reserve(candidates.size());
  for (const Candidate& candidate : candidates)
    out.push_back(make_name(candidate, text, zh, items[candidate.item]));
  std::stable_sort(out.begin(), out.end(),
                   [](const SharedName& a, const SharedName& b) { return a.strength > b.strength; });
  return out;
}

}  // namespace duiqi::evidence
