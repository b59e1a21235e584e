#include "evidence/punctuation.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "unicode/utf8.hpp"

namespace duiqi::evidence {
namespace {

constexpr bool is_space_or_opening(char32_t c) {
  return c == 0 || c == ' ' || c == '\t' || c == '(' || c == '[' || c == 0x3000 || c == 0xFF08 ||
         c == 0x2014 || c == '-';
}

constexpr bool is_ascii_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// The mark that `c` is between its neighbours (0 at the sentence's ends).
std::optional<Mark> mark_of(char32_t before, char32_t c, char32_t after) {
  switch (c) {
    case '?':
    case U'？':
      return Mark::question;
    case '!':
    case U'！':
      return Mark::exclamation;
    case ':':
      if (is_ascii_word(after) || after == '/') return std::nullopt;
      return Mark::colon;
    case U'：':
      return Mark::colon;
    case ';':
    case U'；':
      return Mark::semicolon;
    case U'“':
    case U'「':
    case U'『':
    case U'‘':
    case U'«':
      return Mark::opening_quote;
    case U'”':
    case U'」':
    case U'』':
    case U'»':
      return Mark::closing_quote;
    case '"':
      return is_space_or_opening(before) ? Mark::opening_quote : Mark::closing_quote;
    case '\'':
      if (is_space_or_opening(before) && is_ascii_word(after)) return Mark::opening_quote;
      return std::nullopt;
    case '(':
    case U'（':
      return Mark::bracket;
    case U'…':
      return Mark::ellipsis;
    case '.':
      if (before == '.' && after != '.') return Mark::ellipsis;
      return std::nullopt;
    case U'—':
    case U'―':
    case U'–':
      return Mark::dash;
    case '-':
      if (before == '-' || (before == ' ' && after == ' ')) return Mark::dash;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

/// By first byte: the bytes of a character that is no mark; 0 where it may be one.
constexpr auto other_bytes = [] {
  std::array<std::uint8_t, 256> sizes{};
  for (std::size_t c = 0; c < 0x80; ++c) sizes[c] = 1;
  for (std::size_t c = 0xC2; c < 0xE0; ++c) sizes[c] = 2;
  for (std::size_t c = 0xE0; c < 0xF0; ++c) sizes[c] = 3;
  for (std::size_t c = 0xF0; c < 0xF8; ++c) sizes[c] = 4;
  for (const char c : {'?', '!', ':', ';', '"', '\'', '(', '.', '-'})
    sizes[static_cast<unsigned char>(c)] = 0;
  // « and », general punctuation, CJK punctuation, full-width forms.
  for (const std::size_t c : {0xC2, 0xE2, 0xE3, 0xEF}) sizes[c] = 0;
  return sizes;
}();

}  // namespace

void find_marks(std::string_view sentence, std::vector<MarkAt>& out) {
  const std::size_t first = out.size();
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t skipped = other_bytes[static_cast<unsigned char>(sentence[at])];
    at += skipped;
    if (skipped != 0) continue;
    const std::size_t begin = at;
    const char32_t c = unicode::next(sentence, at);
    const char32_t before = begin > 0 ? unicode::peek(sentence, unicode::previous(sentence, begin)) : 0;
    const char32_t after = at < sentence.size() ? unicode::peek(sentence, at) : 0;
    if (const auto mark = mark_of(before, c, after)) {
      const bool continues = out.size() > first && out.back().mark == *mark && out.back().span.end == begin;
      if (continues) {
        out.back().span.end = at;
      } else {
        out.push_back({*mark, {begin, at}});
      }
    }
  }
}

double strength(Mark mark) {
  switch (mark) {
    case Mark::question:
      return 0.9;
    case Mark::exclamation:
      return 0.87;
    case Mark::colon:
      return 0.8;
    case Mark::semicolon:
      return 0.33;
    case Mark::opening_quote:
      return 0.86;
    case Mark::closing_quote:
      return 0.87;
    case Mark::bracket:
      return 0.8;
    case Mark::ellipsis:
      return 0.85;
    case Mark::dash:
      return 0.74;
  }
  return 0;
}

}  // namespace duiqi::evidence
