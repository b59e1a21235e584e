// Layer: evidence. The parts of find_shared_names().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "anchor/chinese_text.hpp"
#include "anchor/name_parts.hpp"
#include "anchor/phonetics.hpp"
#include "evidence/shared_names.hpp"

namespace duiqi::evidence {

/// A distinct capitalised word, or two adjacent ones, of the English text.
struct EnglishItem {
  std::string folded;
  std::vector<std::string> pinyin;  ///< letters that its characters may be read as; the word itself first
  std::vector<NameOccurrence> occurrences;
  anchor::Sounds sounds;
  bool spells_pinyin = false;               ///< all of it can be read as syllables of pinyin
  bool pair = false;                        ///< two words
  const std::string* known = nullptr;       ///< its key in the gazetteer
  const std::string* known_also = nullptr;  ///< and its other key
  bool only_first = true;                   ///< stands only where any word has a capital
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

/// The fixed names of the gazetteer that stand in the Chinese text: no shared name crosses their borders, and
/// one that is such a name belongs to its English only. Only the sentences are read that are asked about.
class KnownNames {
 public:
  explicit KnownNames(const anchor::ChineseText& zh)
      : zh_(zh), name_at_(zh.characters.size(), 0), read_(zh.begins.size(), false) {}
  /// Whether characters [begin, end) of one sentence may stand for the item. What is spelled like a known
  /// name but is another word is not it (背景, Beijing).
  bool allows(std::uint32_t begin, std::uint32_t end, const EnglishItem& item, NameMatch how);

 private:
  void read_sentence(std::uint32_t id);

  const anchor::ChineseText& zh_;
  std::vector<anchor::ChineseName> names_;
  std::vector<std::uint32_t> name_at_;  ///< for each character, its name's index + 1, or 0
  std::vector<bool> read_;              ///< of each sentence
};

/// Runs of characters whose readings spell an item.
std::vector<Candidate> find_by_letters(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items);

/// Runs of transliteration characters that sound like an item.
std::vector<Candidate> find_by_sound(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items,
                                     const std::vector<Candidate>& by_letters, double least_strength);

}  // namespace duiqi::evidence
