// Layer: evidence. Names that a Chinese and an English text share, found by holding one against the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/span.hpp>

#include "anchor/chinese_text.hpp"

namespace duiqi::evidence {

struct NameOccurrence {
  std::uint32_t sentence = 0;
  Span span;  ///< bytes of the document, inside the sentence
};

enum class NameMatch : std::uint8_t {
  pinyin,  ///< the word spells the characters, in pinyin or Wade–Giles
  sound,   ///< the characters sound like the word: a transliteration
};

/// A Chinese string and an English word (or two adjacent ones) that seem to be one name.
struct SharedName {
  std::string zh;  ///< as it stands in the text where it occurs first
  std::string en;  ///< lower-case plain letters: "zhenye", "sogondanzhen"
  NameMatch how = NameMatch::pinyin;
  /// In (0, 1]: an estimate of how often a pair like this one is right. See docs/anchors-names.md for how
  /// it was measured.
  double strength = 0;
  std::vector<NameOccurrence> zh_occurrences;  ///< in text order
  std::vector<NameOccurrence> en_occurrences;
};

struct SharedNameOptions {
  /// Pairs below it are dropped.
  double least_strength = 0.4;
};

/// Names found with no dictionary: each capitalised English word that is no common one is looked for in the
/// Chinese text, by its letters (all runs of one to four characters whose pinyin it spells) and by its sound
/// (runs of two to eight characters that transliterations use). A word may have several Chinese forms, and a
/// form several words; weaker ones that lie inside stronger ones are left out. Time: linear in the texts for
/// the letters; for the sound, distinct runs times distinct words that begin alike. Deterministic.
std::vector<SharedName> find_shared_names(const Document& zh, const Document& en,
                                          const SharedNameOptions& options = {});
/// The same where the Chinese text was read already: `text` is that of `zh`.
std::vector<SharedName> find_shared_names(const Document& zh, const anchor::ChineseText& text,
                                          const Document& en, const SharedNameOptions& options = {});

}  // namespace duiqi::evidence
