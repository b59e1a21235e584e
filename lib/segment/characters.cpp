#include "segment/characters.hpp"

#include "unicode/utf8.hpp"

namespace duiqi::segmenting {
namespace {

Mark mark_of_ascii(char32_t c) {
  switch (c) {
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case ' ':
      return Mark::white;
    case '!':
    case '?':
      return Mark::stop;
    case '.':
      return Mark::period;
    case ';':
      return Mark::semicolon;
    case ',':
    case ':':
      return Mark::comma;
    case '-':
      return Mark::dash;
    case '"':
      return Mark::straight_quote;
    case '(':
    case '[':
    case '{':
      return Mark::open_bracket;
    case ')':
    case ']':
    case '}':
      return Mark::close_bracket;
    default:
      return c < 0x20 || c == 0x7F ? Mark::invisible : Mark::other;
  }
}

Mark mark_of_general_punctuation(char32_t c) {
  if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) return Mark::white;
  if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) return Mark::invisible;
  switch (c) {
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
      return Mark::dash;
    case U'‘':
    case U'“':
    case U'‹':
      return Mark::open_quote;
    case U'’':
    case U'”':
    case U'›':
      return Mark::close_quote;
    case U'•':
    case U'‣':
    case U'⁃':
      return Mark::bullet;
    case U'…':
    case U'‥':
      return Mark::ellipsis;
    case U'‼':
    case U'⁇':
    case U'⁈':
    case U'⁉':
      return Mark::stop;
    default:
      return Mark::other;
  }
}

Mark mark_of_cjk_punctuation(char32_t c) {
  switch (c) {
    case 0x3000:
      return Mark::white;
    case U'、':
      return Mark::comma;
    case U'。':
      return Mark::full_stop;
    case U'《':
    case U'〈':
    case U'【':
    case U'〖':
      return Mark::open_title;
    case U'》':
    case U'〉':
    case U'】':
    case U'〗':
      return Mark::close_title;
    case U'「':
    case U'『':
    case U'〝':
      return Mark::open_quote;
    case U'」':
    case U'』':
    case U'〞':
    case U'〟':
      return Mark::close_quote;
    case U'〔':
    case U'〘':
    case U'〚':
      return Mark::open_bracket;
    case U'〕':
    case U'〙':
    case U'〛':
      return Mark::close_bracket;
    default:
      return Mark::other;
  }
}

// U+FE10 … U+FFFF: vertical, small, full-width and half-width forms.
Mark mark_of_form(char32_t c) {
  switch (c) {
    case 0xFE12:
    case U'｡':
      return Mark::full_stop;
    case 0xFE15:
    case 0xFE16:
    case U'﹖':
    case U'﹗':
    case U'！':
    case U'？':
      return Mark::stop;
    case U'﹒':
    case U'．':
      return Mark::period;
    case 0xFE19:
      return Mark::ellipsis;
    case 0xFE14:
    case U'﹔':
    case U'；':
      return Mark::semicolon;
    case 0xFE10:
    case 0xFE11:
    case 0xFE13:
    case U'﹐':
    case U'﹑':
    case U'﹕':
    case U'，':
    case U'：':
    case U'､':
      return Mark::comma;
    case U'﹣':
    case U'－':
      return Mark::dash;
    case U'＂':
      return Mark::straight_quote;
    case 0xFE41:
    case 0xFE43:
    case U'｢':
      return Mark::open_quote;
    case 0xFE42:
    case 0xFE44:
    case U'｣':
      return Mark::close_quote;
    case 0xFE35:
    case U'﹙':
    case U'（':
    case U'［':
    case U'｛':
      return Mark::open_bracket;
    case 0xFE36:
    case U'﹚':
    case U'）':
    case U'］':
    case U'｝':
      return Mark::close_bracket;
    case 0xFEFF:
    case 0xFFF9:
    case 0xFFFA:
    case 0xFFFB:
      return Mark::invisible;
    default:
      return Mark::other;
  }
}

}  // namespace

Mark mark_of(char32_t c) {
  if (c < 0x80) return mark_of_ascii(c);
  if (c == 0x85 || c == 0xA0 || c == 0x1680) return Mark::white;
  if (c < 0xA0 || c == 0xAD || c == 0x61C || c == 0x180E) return Mark::invisible;
  if (c == U'«') return Mark::open_quote;
  if (c == U'»') return Mark::close_quote;
  if (c == U'·') return Mark::other;
  if (c < 0x2000) return Mark::other;
  if (c < 0x2070) return mark_of_general_punctuation(c);
  if (c == U'⋯') return Mark::ellipsis;
  if (c == U'─' || c == U'━') return Mark::dash;
  if (c >= 0x25A0 && c <= 0x25FF) return Mark::bullet;
  if (c >= 0x3000 && c < 0x3020) return mark_of_cjk_punctuation(c);
  if (c >= 0xFE10 && c <= 0xFFFF) return mark_of_form(c);
  if (c >= 0xE0000 && c < 0xE0080) return Mark::invisible;
  return Mark::other;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c);
  if (c < 0x100) return c >= 0xDF && c != 0xF7;
  // In these blocks capitals and small letters alternate, capitals first, but for a stretch with the phase
  // turned.
  if (c < 0x180) return (c >= 0x139 && c <= 0x148) || c >= 0x179 ? (c & 1) == 0 : (c & 1) == 1;
  if (c >= 0x1E00 && c < 0x1F00) return (c & 1) == 1;
  return (c >= 0x3AC && c <= 0x3CE && c != 0x3CF) || (c >= 0x430 && c <= 0x45F);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c);
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180 || (c >= 0x1E00 && c < 0x1F00)) return !is_lower(c);
  return (c >= 0x386 && c <= 0x3AB && c != 0x387) || (c >= 0x400 && c <= 0x42F);
}

char32_t peek_before(std::string_view text, std::size_t at, std::size_t end) {
  return at < end ? unicode::peek(text, at) : 0;
}

char32_t peek_back(std::string_view text, std::size_t at, std::size_t begin) {
  return at > begin ? unicode::peek(text, unicode::previous(text, at)) : 0;
}

std::size_t skip_blank(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    std::size_t next = at;
    if (!is_blank(mark_of(unicode::next(text, next)))) break;
    at = next;
  }
  return at;
}

std::size_t skip_blank_back(std::string_view text, std::size_t at, std::size_t begin) {
  while (at > begin) {
    const std::size_t before = unicode::previous(text, at);
    if (!is_blank(mark_of(unicode::peek(text, before)))) break;
    at = before;
  }
  return at;
}

}  // namespace duiqi::segmenting
