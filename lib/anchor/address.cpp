#include "anchor/address.hpp"

namespace duiqi::anchor {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `count` digits at `at` as a number, or -1.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool is_mark(char c) {
  return c == '/' || c == '-' || c == '_' || c == '.';
}

}  // namespace

std::size_t read_address(std::string_view sentence, std::size_t at, Emitter& emit) {
  const std::string_view rest = sentence.substr(at);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) return 0;
  std::size_t end = at;
  while (end < sentence.size() && sentence[end] > ' ' && sentence[end] < 0x7F) ++end;
  for (std::size_t i = at; i < end;) {
    if (!is_digit(sentence[i])) {
      ++i;
      continue;
    }
    PartialDate date;
    date.year = digits_at(sentence, i, 4);
    std::size_t next = i + 4;
    if (next < end && is_mark(sentence[next])) ++next;
    date.month = digits_at(sentence, next, 2);
    next += 2;
    if (next < end && is_mark(sentence[next])) ++next;
    date.day = digits_at(sentence, next, 2);
    next += 2;
    const bool whole = next >= end || !is_digit(sentence[next]);
    if (whole && date.year >= 1900 && date.year < 2100 && date.month >= 1 && date.month <= 12 &&
        date.day >= 1 && date.day <= days_in_month(date.year, date.month)) {
      emit.add(date, {i, next});
      i = next;
    }
    while (i < end && is_digit(sentence[i])) ++i;
  }
  return end;
}

}  // namespace duiqi::anchor
