// Layer: unicode. What ICU's transliteration rules know about single Han characters.
#pragma once

#include <string>
#include <vector>

namespace duiqi::unicode {

struct HanReading {
  char16_t character;
  /// Pinyin, lower case, without tone; ü is written v ("lv", "nve").
  std::string syllable;
};

struct HanPair {
  char16_t traditional;
  char16_t simplified;
};

/// The most common reading of each Han character of the BMP, from the rules of ICU's Hani-Latn. Rules that
/// look at a character's neighbours are left out. Reads the rules as text (some 10 ms), since making the
/// transliterator takes ten times as long. Throws Error(io_failure) where ICU's data lack them.
std::vector<HanReading> read_pinyin();

/// The readings of characters as surnames where they differ from read_pinyin(), from Han-Latin/Names.
std::vector<HanReading> read_surname_pinyin();

/// Traditional characters with their simplified forms, where both are single characters of the BMP, from
/// Hant-Hans.
std::vector<HanPair> read_simplified();

}  // namespace duiqi::unicode
