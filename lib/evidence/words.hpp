// Layer: evidence. Dictionary words as units.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "anchor/chinese_text.hpp"
#include "evidence/units.hpp"
#include "lexicon/english_index.hpp"

namespace duiqi::evidence {

/// A dictionary, with rare senses and all, not a list of what is usual: more than 80,000 entries (the
/// built-in lexicon has 42,000, CC-CEDICT 117,000).
inline bool is_large(const Lexicon& lexicon) {
  return lexicon.size() > 80000;
}

struct WordOptions {
  /// A word that lies inside a longer one of the lexicon links with this share of its strength. (.3, .5 and
  /// .7 differ by less than .001 over ten dev sets.)
  double nested = 0.5;
  /// What a large dictionary adds to a word that a smaller lexicon has are mostly rare senses: they link with
  /// this share of their strength. (With CC-CEDICT beside the built-in lexicon, 1, .5, .3, .2, .1 and .01
  /// give macdev .918, .922, .923, .918, .922 and .922 and hardly change the news: any of them, but for 1.)
  double rare_senses = 0.1;
};

/// Appends the units and links that the lexicons give: on the Chinese side all words, at every position, that
/// have an equivalent in the English document, on the English side the words that they may stand for. Types
/// are numbered from the sides' present numbers of types on, which are updated. O(text + links).
void add_words(const anchor::ChineseText& zh, const lexicon::EnglishIndex& english,
               std::span<const Lexicon> lexicons, const WordOptions& options, std::uint32_t& zh_types,
               std::uint32_t& en_types, Units& units);

}  // namespace duiqi::evidence
