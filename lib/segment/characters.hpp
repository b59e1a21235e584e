// Layer: segment. The classes of characters that sentence and paragraph rules speak of.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace duiqi::segmenting {

enum class Mark : unsigned char {
  other,      ///< letters, digits and all that has no part in the rules
  white,      ///< Unicode White_Space, line ends included
  invisible,  ///< controls, byte order mark, zero-width and bidirectional marks
  stop,       ///< ! ? and their wide, small and doubled forms
  full_stop,  ///< 。 and its half-width and vertical forms: never anything but the end of a sentence
  period,     ///< . and its wide and small forms: a full stop, a decimal point, an abbreviation …
  ellipsis,   ///< … ⋯ ‥
  semicolon,
  comma,  ///< , 、 : and their forms: the sentence goes on
  dash,
  open_quote,
  close_quote,
  straight_quote,  ///< " and its wide form
  open_bracket,
  close_bracket,
  open_title,  ///< 《 〈 【
  close_title,
  bullet,
};

Mark mark_of(char32_t c);

constexpr bool is_blank(Mark mark) {
  return mark == Mark::white || mark == Mark::invisible;
}
constexpr bool is_closer(Mark mark) {
  return mark == Mark::close_quote || mark == Mark::close_bracket || mark == Mark::close_title;
}
constexpr bool is_opener(Mark mark) {
  return mark == Mark::open_quote || mark == Mark::open_bracket || mark == Mark::open_title;
}
constexpr bool is_stop(Mark mark) {
  return mark == Mark::stop || mark == Mark::full_stop || mark == Mark::period || mark == Mark::ellipsis;
}

constexpr bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}
constexpr bool is_ascii_upper(char32_t c) {
  return c >= U'A' && c <= U'Z';
}
constexpr bool is_ascii_lower(char32_t c) {
  return c >= U'a' && c <= U'z';
}
constexpr bool is_ascii_letter(char32_t c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
constexpr bool is_ascii_word(char32_t c) {
  return is_ascii_letter(c) || (c >= U'0' && c <= U'9');
}
/// Han, kana, bopomofo and what is written with them, punctuation excepted.
constexpr bool is_cjk(char32_t c) {
  return (c >= 0x2E80 && c < 0x3000) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3021 && c <= 0x3029) ||
         (c >= 0x3041 && c <= 0x318F) || (c >= 0x31A0 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}
/// Small letters of the Latin, Greek and Cyrillic alphabets.
bool is_lower(char32_t c);
/// Capitals of the Latin, Greek and Cyrillic alphabets.
bool is_upper(char32_t c);

/// One entry a byte: may a character that begins with this byte matter to the rules?
using ByteTable = std::array<bool, 256>;

/// The code point at `at`, or 0 where `at` is no longer before `end`.
char32_t peek_before(std::string_view text, std::size_t at, std::size_t end);
/// The code point that ends at `at`, or 0 where `at` is not behind `begin`.
char32_t peek_back(std::string_view text, std::size_t at, std::size_t begin);

/// The first byte of `[at, end)` that is neither white nor invisible, or `end`.
std::size_t skip_blank(std::string_view text, std::size_t at, std::size_t end);
/// `at` moved back over white and invisible characters, not before `begin`.
std::size_t skip_blank_back(std::string_view text, std::size_t at, std::size_t begin);

}  // namespace duiqi::segmenting
