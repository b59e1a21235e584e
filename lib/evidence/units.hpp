// Layer: evidence. What can be linked: the units of both sides, and which of them go together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/lexicon.hpp>
#include <duiqi/span.hpp>

#include "lexicon/english_index.hpp"

namespace duiqi::evidence {

/// What a unit is, as far as its reliability goes.
enum class UnitClass : std::uint8_t {
  number,
  small_number,
  date,
  name,
  token,
  title,
  punctuation,
  shared_name,
  word,  ///< a word that a lexicon knows
};

inline constexpr std::size_t unit_classes = 9;

inline constexpr std::uint32_t no_anchor = 0xFFFFFFFF;

/// One occurrence.
struct Unit {
  std::uint32_t type = 0;  ///< equal units of one side have one type
  std::uint32_t sentence = 0;
  Span span;
  UnitClass kind = UnitClass::punctuation;
  std::uint32_t anchor = no_anchor;  ///< index into the side's anchors, where it is one
};

/// The units of one side.
struct UnitSide {
  std::vector<Unit> units;               ///< by sentence, then by span
  std::vector<std::uint32_t> first;      ///< of each sentence, and one more for the end
  std::vector<std::uint32_t> frequency;  ///< of each type: sentences that hold it

  std::uint32_t sentences() const { return static_cast<std::uint32_t>(first.size() - 1); }
};

/// A Chinese type and an English type that may stand for the same thing.
struct UnitLink {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  double strength = 0;  ///< in (0, 1]

  friend auto operator<=>(const UnitLink&, const UnitLink&) = default;
};

struct Units {
  UnitSide zh;
  UnitSide en;
  /// By Chinese type, then English type; no pair twice. Of types that occur, each at least once.
  std::vector<UnitLink> links;
};

/// Collects anchors, shared names, punctuation and the words that `lexicons` know, of both sides. `english`:
/// the words of `en`. O(text + links).
Units collect_units(const Analysis& zh, const Analysis& en, const lexicon::EnglishIndex& english,
                    std::span<const Lexicon> lexicons);

}  // namespace duiqi::evidence
