// Layer: model. Anchors: things in a sentence that survive translation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/span.hpp>

namespace duiqi {

enum class AnchorKind : std::uint8_t {
  number,      ///< a bare number
  percentage,  ///< per cent, and shares said otherwise (七成)
  points,      ///< percentage points
  multiple,    ///< times, -fold, doubling
  fraction,    ///< 三分之二, two thirds
  ordinal,     ///< 第十三届, 13th
  money,       ///< an amount with a currency
  measure,     ///< an amount with a unit
  date,  ///< a day, a month, a year, a quarter or half of one, a decade, a century: as exact as the text says
         ///< it
  weekday,
  time,          ///< a clock time
  person,        ///< a Chinese person's name, or a word that may be one
  foreign_name,  ///< a foreign name written in Chinese characters; on the English side a capitalised word
                 ///< that may stand behind one
  place,         ///< countries, regions, cities, nationalities, languages
  organisation,
  agency,  ///< a news agency
  token,   ///< a Latin-script word or a code on the Chinese side (C919, COVID-19), and its like in English
  url,
  email,
  title,  ///< in 《》, or in quotation marks
};

/// The kind's name as outputs write it: "number", "foreign_name", …
DUIQI_API std::string_view name(AnchorKind kind);

struct Anchor {
  AnchorKind kind = AnchorKind::number;
  Span span;                   ///< bytes of the document's text, inside the sentence
  std::uint32_t sentence = 0;  ///< id
  /// Canonical: equal things have equal keys in both languages. The forms are documented in docs/anchors.md
  /// ("320000000", "CNY 500000000", "2024-03-15", "zhao zhenye").
  std::string key;
  /// Further keys under which it may be met (other readings of a character, the short form of a name). Mostly
  /// empty.
  std::vector<std::string> alternates;
  bool approximate = false;  ///< 近, 逾, 多, about, nearly, more than
};

}  // namespace duiqi
