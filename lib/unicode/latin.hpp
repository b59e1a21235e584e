// Layer: unicode. Latin letters without case and marks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace duiqi::unicode {

/// A Latin letter or a digit as plain_latin() and is_upper_latin() give it.
struct PlainLetter {
  std::array<char, 2> plain{};
  std::uint8_t size = 0;  ///< of `plain`; 0 for what is neither
  bool upper = false;

  constexpr std::string_view view() const { return {plain.data(), size}; }
};

/// Nearly all text that is looked at, so it needs neither ICU nor the guard of a table that is made later.
inline constexpr auto ascii_letters = [] {
  std::array<PlainLetter, 0x80> letters{};
  for (char c = '0'; c <= '9'; ++c) letters[static_cast<std::size_t>(c)] = {{c}, 1, false};
  for (char c = 'a'; c <= 'z'; ++c) {
    letters[static_cast<std::size_t>(c)] = {{c}, 1, false};
    letters[static_cast<std::size_t>(c - 'a' + 'A')] = {{c}, 1, true};
  }
  return letters;
}();

/// The letter beyond ASCII.
const PlainLetter& wide_letter(char32_t c);

inline const PlainLetter& plain_letter(char32_t c) {
  return c < ascii_letters.size() ? ascii_letters[c] : wide_letter(c);
}

/// The letter as one or two lower-case ASCII letters ("É" → "e", "ß" → "ss", "Ａ" → "a"), the digit as an
/// ASCII digit; empty for everything else. A table look-up; the view lives for ever.
inline std::string_view plain_latin(char32_t c) {
  return plain_letter(c).view();
}

/// plain_latin() of every code point of valid UTF-8 text; what has none is left out.
std::string fold_latin(std::string_view text);

/// Upper case, Latin script. A table look-up.
inline bool is_upper_latin(char32_t c) {
  const PlainLetter& letter = plain_letter(c);
  return letter.upper && letter.size > 0;
}

}  // namespace duiqi::unicode
