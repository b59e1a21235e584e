#include "io/layout.hpp"

#include <utility>

#include "unicode/display_width.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::io {
namespace {

std::string_view sequence(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::dim:
      return "\x1B[2m";
    case Style::bold:
      return "\x1B[1m";
    case Style::good:
      return "\x1B[32m";
    case Style::bad:
      return "\x1B[1;31m";
    case Style::matched:
      return "\x1B[36m";
    case Style::missed:
      return "\x1B[33m";
  }
  return "";
}

/// Marks that turn the direction of what follows, beyond the column and the line.
bool turns_text(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What stands on the terminal for `c`.
char32_t shown(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) return ' ';
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  if ((c > 0x7F && c < 0xA0) || turns_text(c)) return 0xFFFD;
  return c;
}

}  // namespace

void Styled::put(std::string_view piece, Style style) {
  text_ += piece;
  styles_.insert(styles_.end(), piece.size(), style);
}

void Styled::append(std::string_view text, Style style) {
  const auto bad = unicode::find_invalid(text);
  const std::string_view valid = text.substr(0, bad.value_or(text.size()));
  append(valid, std::vector<Style>(valid.size(), style));
  if (!bad) return;
  put("\xEF\xBF\xBD", style);
  append(text.substr(*bad + 1), style);
}

void Styled::append(std::string_view text, const std::vector<Style>& styles) {
  std::string symbol;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = unicode::next(text, i);
    const char32_t visible = shown(c);
    if (visible == ' ' && c != ' ' && !text_.empty() && text_.back() == ' ') continue;
    symbol.clear();
    unicode::append(symbol, visible);
    put(symbol, styles[begin]);
  }
}

std::size_t Styled::width() const {
  return unicode::display_width(text_);
}

Styled Styled::part(Span span) const {
  Styled out;
  out.text_ = text_.substr(span.begin, span.size());
  out.styles_.assign(styles_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                     styles_.begin() + static_cast<std::ptrdiff_t>(span.end));
  return out;
}

void Styled::render(std::string& out, bool colour) const {
  if (!colour) {
    out += text_;
    return;
  }
  Style current = Style::plain;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (styles_[i] != current) {
      if (current != Style::plain) out += "\x1B[0m";
      out += sequence(styles_[i]);
      current = styles_[i];
    }
    out += text_[i];
  }
  if (current != Style::plain) out += "\x1B[0m";
}

std::vector<Styled> wrap(const Styled& styled, std::size_t width) {
  const std::string_view text = styled.text();
  std::vector<Styled> lines;
  std::size_t line = 0;  // byte where the line under way begins
  std::size_t used = 0;  // its columns
  const auto close = [&](std::size_t end) {
    std::size_t trimmed = end;
    while (trimmed > line && text[trimmed - 1] == ' ') --trimmed;
    lines.push_back(styled.part({line, trimmed}));
    line = end;
    used = 0;
  };
  std::size_t word = 0;
  for (const std::size_t next_word : unicode::line_breaks(text)) {
    std::string_view bare = text.substr(word, next_word - word);
    while (bare.ends_with(' ')) bare.remove_suffix(1);
    if (used > 0 && used + unicode::display_width(bare) > width) close(word);
    for (std::size_t i = word; i < next_word;) {
      const std::size_t begin = i;
      const char32_t c = unicode::next(text, i);
      const auto columns = static_cast<std::size_t>(unicode::display_width(c));
      if (c != ' ' && used > 0 && used + columns > width) close(begin);
      used += columns;
    }
    word = next_word;
  }
  if (line < text.size() || lines.empty()) close(text.size());
  return lines;
}

void pad(std::string& out, std::size_t used, std::size_t width) {
  if (used < width) out.append(width - used, ' ');
}

}  // namespace duiqi::io
