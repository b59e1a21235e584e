#include "unicode/utf8.hpp"

#include <unicode/utf8.h>

#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macros

namespace duiqi::unicode {

void append(std::string& out, char32_t c) {
  char buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, length);
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out.push_back(next(text, at));
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) append(out, c);
  return out;
}

std::optional<std::size_t> find_invalid(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, bytes.size(), c);
    if (c < 0) return begin;
  }
  return std::nullopt;
}

std::size_t invalid_size(std::string_view bytes) {
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT(bytes.data(), at, bytes.size(), c);
  return at;
}

}  // namespace duiqi::unicode
