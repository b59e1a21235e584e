// Layer: data. Characters that foreign names are written with.
#pragma once

#include <span>

namespace duiqi::data {

/// Whether a simplified character is usual in transliterations (特, 朗, 普). Covers the tables of Xinhua and
/// the habits of Taiwan and Hong Kong. A table look-up.
bool is_transliteration(char32_t c);

/// Of U+4E00 … U+9FFF, a number that is 0 where is_transliteration() is false. For loops over a text.
std::span<const unsigned char> transliteration_marks();
inline constexpr char32_t first_of_transliteration_marks = 0x4E00;

/// Whether it is typical of them: seldom a word, or part of a common word, on its own (斯, 尔, 娜).
bool is_typical_transliteration(char32_t c);

}  // namespace duiqi::data
