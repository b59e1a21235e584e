// Layer: data. Characters that foreign names are written with.
#pragma once

namespace duiqi::data {

/// Whether a simplified character is usual in transliterations (特, 朗, 普). Covers the tables of Xinhua and
/// the habits of Taiwan and Hong Kong. A table look-up.
bool is_transliteration(char32_t c);

/// Whether it is typical of them: seldom a word, or part of a common word, on its own (斯, 尔, 娜).
bool is_typical_transliteration(char32_t c);

}  // namespace duiqi::data
