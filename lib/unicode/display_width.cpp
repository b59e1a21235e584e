#include "unicode/display_width.hpp"

#include <memory>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "unicode/utf8.hpp"

namespace duiqi::unicode {

int display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto code = static_cast<UChar32>(c);
  const auto category = u_charType(code);
  const bool soft_hyphen = c == 0xAD;  // terminals show it, though its category says it is invisible
  if (!soft_hyphen &&
      (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
       category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR)) {
    return 0;
  }
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals, which join the consonant before
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += static_cast<std::size_t>(display_width(next(text, i)));
  return width;
}

std::vector<std::size_t> line_breaks(std::string_view text) {
  std::vector<std::size_t> out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, decltype(&utext_close)> source(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status), utext_close);
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> lines(
      ubrk_open(UBRK_LINE, "zh", nullptr, 0, &status), ubrk_close);
  if (U_SUCCESS(status)) ubrk_setUText(lines.get(), source.get(), &status);
  if (U_SUCCESS(status)) {
    for (auto at = ubrk_first(lines.get()); (at = ubrk_next(lines.get())) != UBRK_DONE;) {
      out.push_back(static_cast<std::size_t>(at));
    }
  }
  // Without ICU's rules lines break where the column ends.
  if (out.empty() && !text.empty()) out.push_back(text.size());
  return out;
}

}  // namespace duiqi::unicode
