// Layer: data. How Han characters are read, as syllables of pinyin without tones.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace duiqi::data {

/// An index into the table of syllables; 0 is none.
using Syllable = std::uint16_t;

/// The most common reading; 0 where `c` is no Han character that has one. A table look-up.
Syllable pinyin(char32_t c);

/// All readings that names use, the most common first: those of polyphones (重 → zhong, chong), those that
/// the character has as a surname (单 → dan, shan), and lu, lyu for lv. Empty where pinyin() is 0. The views
/// live for ever.
std::span<const Syllable> readings(char32_t c);

/// The reading as a surname: 曾 → zeng, 单 → shan.
Syllable surname_pinyin(char32_t c);

/// "zhang"; ü is "v". The view lives for ever; empty for 0.
std::string_view spelling(Syllable syllable);

/// The syllable that is written so, or 0.
Syllable find_syllable(std::string_view spelling);

/// Number of syllables, 0 included.
std::size_t syllable_count();

/// The simplified form of a traditional character, else `c` itself. A table look-up.
char32_t simplified(char32_t c);
/// The same of each character of a text, in place.
void simplify(std::span<char32_t> text);

}  // namespace duiqi::data
