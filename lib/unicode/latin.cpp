#include "unicode/latin.hpp"

#include <array>
#include <cstdint>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "unicode/utf8.hpp"

namespace duiqi::unicode {
namespace {

using Letter = PlainLetter;

/// Latin with marks ends at U+024F, and begins again at U+1E00.
constexpr char32_t low_end = 0x250;
constexpr char32_t high_begin = 0x1E00;
constexpr char32_t high_end = 0x1F00;

struct Special {
  char32_t letter;
  const char* plain;
};
/// Letters that have no canonical decomposition.
constexpr Special specials[] = {{U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ø', "o"},
                                {U'đ', "d"},  {U'ð', "d"},  {U'þ', "th"}, {U'ł', "l"},
                                {U'ı', "i"},  {U'ħ', "h"},  {U'ŧ', "t"},  {U'ə', "e"}};

Letter letter_of(char32_t c) {
  Letter out;
  const auto point = static_cast<UChar32>(c);
  out.upper = u_isupper(point);
  const UChar32 lower = u_tolower(point);
  for (const Special& special : specials) {
    if (special.letter != static_cast<char32_t>(lower)) continue;
    for (const char* p = special.plain; *p != '\0'; ++p) out.plain[out.size++] = *p;
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  const UChar32 base = U_SUCCESS(status) && nfd->getDecomposition(lower, parts) ? parts.char32At(0) : lower;
  if ((base >= 'a' && base <= 'z') || (base >= '0' && base <= '9')) {
    out.plain[0] = static_cast<char>(base);
    out.size = 1;
  }
  return out;
}

}  // namespace

const PlainLetter& wide_letter(char32_t c) {
  // Most of what is asked for here is Han.
  static constexpr Letter none;
  if (c >= high_end && (c < 0xFF01 || c > 0xFF5E)) return none;
  if (c >= low_end && c < high_begin) return none;
  static const auto table = [] {
    std::array<Letter, low_end + (high_end - high_begin)> letters{};
    for (char32_t i = 0; i < low_end; ++i) letters[i] = letter_of(i);
    for (char32_t i = high_begin; i < high_end; ++i) letters[low_end + i - high_begin] = letter_of(i);
    return letters;
  }();
  if (c >= 0xFF01) c -= 0xFEE0;  // full-width forms of ASCII
  return c < low_end ? table[c] : table[low_end + c - high_begin];
}

std::string fold_latin(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += plain_latin(next(text, at));
  return out;
}

}  // namespace duiqi::unicode
