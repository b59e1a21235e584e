// Layer: evidence. The parts of find_shared_names().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "anchor/chinese_text.hpp"
#include "anchor/phonetics.hpp"
#include "evidence/shared_names.hpp"

namespace duiqi::evidence {

/// A distinct capitalised word, or two adjacent ones, of the English text.
struct EnglishItem {
  std::string folded;
  std::vector<std::string> pinyin;  ///< letters that its characters may be read as; the word itself first
  std::vector<NameOccurrence> occurrences;
  anchor::Sounds sounds;
  bool spells_pinyin = false;  ///< all of it can be read as syllables of pinyin
  bool pair = false;           ///< two words
  bool only_first = true;      ///< stands only where any word has a capital
};

/// Distinct items in the order of their first occurrence.
std::vector<EnglishItem> collect_english(const Document& en);

/// A distinct run of characters that may be the item's Chinese form.
struct Candidate {
  std::uint32_t item = 0;
  NameMatch how = NameMatch::pinyin;
  double strength = 0;
  std::uint32_t length = 0;              ///< characters
  std::vector<std::uint32_t> positions;  ///< where it begins, ascending
};

/// Runs of characters whose readings spell an item.
std::vector<Candidate> find_by_letters(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items);

/// Runs of transliteration characters that sound like an item.
std::vector<Candidate> find_by_sound(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items,
                                     const std::vector<Candidate>& by_letters, double least_strength);

}  // namespace duiqi::evidence
