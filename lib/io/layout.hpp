// Layer: io. Styled text, wrapped to the width of a column on a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/span.hpp>

namespace duiqi::io {

enum class Style : std::uint8_t { plain, dim, bold, good, bad, matched, missed };

/// Text in which every byte has a style. Holds no control character: they are shown as symbols, so that a
/// text can't send commands to the terminal.
class Styled {
 public:
  /// Line ends and tabs become a space, other controls and bidirectional marks U+2400… or U+FFFD. `text` need
  /// not be valid UTF-8.
  void append(std::string_view text, Style style = Style::plain);
  /// As above, with the style of each byte of `text`. Precondition: the sizes are equal; `text` is valid.
  void append(std::string_view text, const std::vector<Style>& styles);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  std::size_t width() const;
  /// The part of `span`, for which there must be no byte of a character outside.
  Styled part(Span span) const;

  /// Appends it to `out`, with ANSI sequences if `colour`; each change of style is closed.
  void render(std::string& out, bool colour) const;

 private:
  void put(std::string_view piece, Style style);

  std::string text_;
  std::vector<Style> styles_;
};

/// Lines of at most `width` columns (at least 2). Lines break where UAX #14 allows, and inside a word that
/// is longer than a line; spaces at a line's end are dropped. At least one line.
std::vector<Styled> wrap(const Styled& text, std::size_t width);

/// Appends spaces up to `width` columns.
void pad(std::string& out, std::size_t used, std::size_t width);

}  // namespace duiqi::io
