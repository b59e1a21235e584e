// Layer: unicode. Reading and writing UTF-8 that is known to be valid, and finding out whether it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace duiqi::unicode {

/// Reads the code point at `at` and moves `at` behind it. Precondition: `text` is valid UTF-8 and `at` stands
/// on the begin of a code point.
constexpr char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const char32_t lead = byte(at);
  if (lead < 0x80) return at += 1, lead;
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(at + i) & 0x3F); };
  if (lead < 0xE0) {
    const char32_t c = (lead & 0x1F) << 6 | tail(1);
    return at += 2, c;
  }
  if (lead < 0xF0) {
    const char32_t c = (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
    return at += 3, c;
  }
  const char32_t c = (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
  return at += 4, c;
}

/// The code point that begins at `at`, without moving. Same precondition as next().
constexpr char32_t peek(std::string_view text, std::size_t at) {
  return next(text, at);
}

/// The byte where the code point begins that ends at `at`. Precondition: `at > 0`, on a boundary.
constexpr std::size_t previous(std::string_view text, std::size_t at) {
  do {
    --at;
  } while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

/// The number of code points. Precondition: `text` is valid UTF-8.
constexpr std::size_t count_code_points(std::string_view text) {
  std::size_t out = 0;
  for (const char c : text) out += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return out;
}

/// Appends `c` as UTF-8. Precondition: `c` is a Unicode scalar value.
void append(std::string& out, char32_t c);

/// The code points of valid UTF-8.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// The first byte at which `bytes` is not valid UTF-8 (Unicode 15, table 3-7), or nothing.
std::optional<std::size_t> find_invalid(std::string_view bytes);

/// The length of the maximal invalid subpart (Unicode 15, section 3.9) that `bytes` begin with. Precondition:
/// find_invalid(bytes) == 0.
std::size_t invalid_size(std::string_view bytes);

}  // namespace duiqi::unicode
