#include "io/escape.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "unicode/utf8.hpp"

namespace duiqi::io {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Calls `piece` with valid stretches, and with U+FFFD for each byte between them.
template <class Function>
void for_each_valid(std::string_view text, Function piece) {
  while (const auto bad = unicode::find_invalid(text)) {
    piece(text.substr(0, *bad));
    piece(replacement);
    text.remove_prefix(*bad + 1);
  }
  piece(text);
}

void append_valid_json(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  const auto put = [&](std::size_t at, std::size_t size, std::string_view escaped) {
    out.append(text.substr(copied, at - copied)).append(escaped);
    copied = at + size;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '"') {
      put(i, 1, "\\\"");
    } else if (c == '\\') {
      put(i, 1, "\\\\");
    } else if (c == '\n') {
      put(i, 1, "\\n");
    } else if (c == '\r') {
      put(i, 1, "\\r");
    } else if (c == '\t') {
      put(i, 1, "\\t");
    } else if (c < 0x20 || c == 0x7F) {
      put(i, 1, fmt::format("\\u{:04x}", c));
    } else if (c == 0xE2 && text.substr(i, 3) == "\u2028") {
      put(i, 3, "\\u2028");
    } else if (c == 0xE2 && text.substr(i, 3) == "\u2029") {
      put(i, 3, "\\u2029");
    }
  }
  out.append(text.substr(copied));
}

bool allowed_in_xml(char32_t c) {
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

void append_valid_xml(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = unicode::next(text, i);
    if (!allowed_in_xml(c)) {
      out += replacement;
      continue;
    }
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':
        fmt::format_to(std::back_inserter(out), "&#{};", static_cast<unsigned>(c));
        break;
      default:
        out += text.substr(begin, i - begin);
    }
  }
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for_each_valid(text, [&](std::string_view piece) { append_valid_json(out, piece); });
  out += '"';
}

void append_json_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  fmt::format_to(std::back_inserter(out), "{:.6g}", value == 0 ? 0.0 : value);
}

void append_xml(std::string& out, std::string_view text) {
  for_each_valid(text, [&](std::string_view piece) { append_valid_xml(out, piece); });
}

void append_one_line(std::string& out, std::string_view text) {
  bool blank = false;
  bool begun = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (is_blank(unicode::next(text, i))) {
      blank = true;
      continue;
    }
    if (blank && begun) out += ' ';
    out += text.substr(begin, i - begin);
    blank = false;
    begun = true;
  }
}

}  // namespace duiqi::io
