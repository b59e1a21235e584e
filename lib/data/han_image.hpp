// Layer: data. The table of Han characters as bytes: readings, and simplified forms.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "data/pinyin.hpp"

namespace duiqi::data {

/// Characters the table has a row for: Unicode's block of extension A up to the end of the main block.
inline constexpr char32_t first_han = 0x3400;
inline constexpr char32_t last_han = 0x9FFF;

struct HanRow {
  Syllable first = 0;
  Syllable surname = 0;
  char16_t simplified = 0;
  std::uint16_t size = 0;   ///< of its readings in the pool
  std::uint32_t begin = 0;  ///< of its readings in the pool
};

/// A syllable's letters; the longest have six ("zhuang").
struct Spelling {
  std::array<char, 7> letters{};
  std::uint8_t size = 0;
  std::string_view view() const { return {letters.data(), size}; }
};

/// Views into an image.
struct HanTables {
  std::span<const HanRow> rows;         ///< of first_han … last_han
  std::span<const Syllable> pool;       ///< readings of one character after the other
  std::span<const Spelling> spellings;  ///< by syllable: empty, then in the order of the alphabet
};

/// Reads ICU's rules of transliteration; some 10 ms. Throws Error(io_failure) where ICU's data lack them. The
/// same ICU gives the same bytes.
std::string make_han_image();

HanTables read_han_image(std::string_view image);

}  // namespace duiqi::data
