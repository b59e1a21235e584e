// Layer: io. Walking through the lines and fields of a file that is read.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include <duiqi/error.hpp>
#include <duiqi/text.hpp>

namespace duiqi::io {

inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

/// The text without a byte order mark.
inline std::string_view body(const Text& text) {
  return text.view().substr(text.has_byte_order_mark() ? 3 : 0);
}

/// Calls `line(number from 1, trimmed line)` for each line that is not blank. Lines end with LF, CRLF or CR.
template <class Function>
void for_each_line(std::string_view text, Function line) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view content = trimmed(text.substr(0, end));
    ++number;
    if (!content.empty()) line(number, content);
    if (end == std::string_view::npos) return;
    text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
}

/// The whole of `text` as a number, or nothing.
template <class Number>
std::optional<Number> number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

[[noreturn]] inline void refuse(const Text& text, std::size_t line, std::string message) {
  throw Error(ErrorCode::invalid_format, std::move(message), {text.name(), std::nullopt, line});
}

}  // namespace duiqi::io
