// Layer: data. Chinese surnames.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace duiqi::data {

enum class SurnameRank : unsigned char {
  none,
  rare,    ///< a surname, but oftener a word (and 和, 于, 时, 方, 高 …): needs context
  common,  ///< mostly a surname where a name may stand
};

/// Whether a simplified character is a surname. A table look-up.
SurnameRank surname_rank(char32_t c);

/// Of U+4E00 … U+9FFF, whether a surname may begin with the character, compound ones included. For loops over
/// a text, most of which begins no surname.
std::span<const bool> surname_begins();
inline constexpr char32_t first_of_surname_begins = 0x4E00;

/// Whether two simplified characters are a compound surname (欧阳).
bool is_compound_surname(char32_t first, char32_t second);

/// Spellings of Hong Kong, Macao, Singapore and overseas for a surname (陈 → Chan, Tan), lower case,
/// separated by spaces; empty where it has none beside pinyin and Wade–Giles.
std::string_view overseas_spellings(char32_t surname);

}  // namespace duiqi::data
