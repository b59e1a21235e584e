#include "unicode/script.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "unicode/utf8.hpp"

namespace duiqi::unicode {
namespace {

Script look_up(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(point, &status)) {
    case USCRIPT_HAN:
      return u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC) ? Script::han : Script::none;
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kana;
    case USCRIPT_HANGUL:
      return Script::hangul;
    default:
      return u_isalpha(point) ? Script::other : Script::none;
  }
}

}  // namespace

Script script_of(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? Script::latin : Script::none;
  if (c >= 0x4E00 && c <= 0x9FFF) return Script::han;
  if (c >= 0x2010 && c <= 0x206F) return Script::none;
  return look_up(c);
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c == 0xFEFF || c == 0xAD || c == 0x2060 || (c >= 0x200B && c <= 0x200F)) return true;
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    std::size_t behind = span.begin;
    if (!is_blank(next(text, behind))) break;
    span.begin = behind;
  }
  while (!span.empty()) {
    const std::size_t last = previous(text, span.end);
    if (!is_blank(peek(text, last))) break;
    span.end = last;
  }
  return span;
}

}  // namespace duiqi::unicode
