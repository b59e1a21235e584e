// Layer: unicode. Going over runs of letters without decoding them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duiqi::unicode {

/// By first byte: the bytes of a letter or digit of ASCII (1), or of a character from U+4000 to U+9FFF (3):
/// nearly all of English and of Chinese. 0 for everything else.
inline constexpr auto letter_bytes = [] {
  std::array<std::uint8_t, 256> sizes{};
  for (std::size_t c = '0'; c <= '9'; ++c) sizes[c] = 1;
  for (std::size_t c = 'a'; c <= 'z'; ++c) sizes[c] = sizes[c - 'a' + 'A'] = 1;
  for (std::size_t lead = 0xE4; lead <= 0xE9; ++lead) sizes[lead] = 3;
  return sizes;
}();

/// Where the run of such letters ends that begins at `at`. Precondition: `text` is valid UTF-8 and `at`
/// stands on the begin of a code point or at the end.
constexpr std::size_t skip_letters(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t size = letter_bytes[static_cast<unsigned char>(text[at])];
    if (size == 0) break;
    at += size;
  }
  return at;
}

}  // namespace duiqi::unicode
