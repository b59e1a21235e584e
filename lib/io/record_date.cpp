#include "io/record_date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace duiqi::io {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool valid(const Date& date) {
  constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return date.year >= 1900 && date.year <= 2099 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days[static_cast<std::size_t>(date.month - 1)];
}

// Reads a text from the left; each step moves only where it succeeds.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool digit_next() const { return at_ < text_.size() && is_digit(text_[at_]); }
  bool letter_next() const { return at_ < text_.size() && is_letter(text_[at_]); }

  void skip_spaces() {
    while (skip(" ")) continue;
  }
  bool skip(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool skip_any(std::string_view characters) {
    if (at_ == text_.size() || characters.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }
  // A number of `fewest` to `most` ASCII digits; what follows may be a digit.
  std::optional<int> number(std::size_t fewest, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && at_ + count < text_.size() && is_digit(text_[at_ + count])) {
      value = value * 10 + (text_[at_ + count++] - '0');
    }
    if (count < fewest) return std::nullopt;
    at_ += count;
    return value;
  }
  // 二〇二四 by digit, 十五 and 三十一 by value.
  std::optional<int> han_number() {
    constexpr std::array<std::string_view, 12> digits = {"〇", "一", "二", "三", "四", "五",
                                                         "六", "七", "八", "九", "十", "○"};
    int value = 0;
    std::size_t count = 0;
    for (bool after_ten = false;; ++count) {
      const auto found = std::find_if(digits.begin(), digits.end(),
                                      [&](std::string_view d) { return text_.substr(at_).starts_with(d); });
      if (found == digits.end() || count == 4) break;
      at_ += found->size();
      const int digit = static_cast<int>(found - digits.begin()) % 11;
      if (digit == 10) {
        value = std::max(value, 1) * 10;
      } else {
        value = after_ten ? value + digit : value * 10 + digit;
      }
      after_ten = digit == 10;
    }
    return count == 0 ? std::nullopt : std::optional(value);
  }
  std::optional<int> month_name() {
    constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
    std::string word;
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) word += static_cast<char>(text_[end++] | 0x20);
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!names[i].starts_with(word) && !(word == "sept" && i == 8)) continue;
      at_ = end;
      skip(".");
      return static_cast<int>(i + 1);
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::optional<FoundDate> finish(std::optional<int> year, std::optional<int> month, std::optional<int> day,
                                std::size_t begin, const Reader& reader) {
  if (!year || !month || !day || reader.digit_next()) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!valid(date)) return std::nullopt;
  return FoundDate{date, {begin, reader.at()}};
}

// 2024-03-15, 2024/0315, 20240315; the separators may differ and may be missing.
std::optional<FoundDate> numeric(std::string_view text, std::size_t at, bool separated) {
  constexpr std::string_view separators = "-/._";
  Reader reader(text, at);
  const auto year = reader.number(4, 4);
  if (!year) return std::nullopt;
  const bool first = reader.skip_any(separators);
  const auto month = reader.number(first ? 1 : 2, 2);
  const bool second = reader.skip_any(separators);
  if (separated && !first && !second) return std::nullopt;
  return finish(year, month, reader.number(second ? 1 : 2, 2), at, reader);
}

std::optional<FoundDate> chinese(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  const auto number = [&](std::size_t fewest, std::size_t most) {
    reader.skip_spaces();
    const auto found = reader.digit_next() ? reader.number(fewest, most) : reader.han_number();
    reader.skip_spaces();
    return found;
  };
  const auto year = number(4, 4);
  if (!year || !reader.skip("年")) return std::nullopt;
  const auto month = number(1, 2);
  if (!month || !reader.skip("月")) return std::nullopt;
  const auto day = number(1, 2);
  if (!reader.skip("日") && !reader.skip("号")) return std::nullopt;
  return finish(year, month, day, at, reader);
}

std::optional<FoundDate> english(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  std::optional<int> month = reader.month_name();
  reader.skip_spaces();
  const auto day = reader.number(1, 2);
  if (!day) return std::nullopt;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) reader.skip(ending);
  reader.skip_spaces();
  if (!month) month = reader.month_name();
  reader.skip(",");
  reader.skip_spaces();
  return finish(reader.number(4, 4), month, day, at, reader);
}

bool inside_number(std::string_view text, std::size_t at) {
  return at > 0 && is_digit(text[at - 1]);
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (inside_number(text, at) || (at > 0 && is_letter(text[at]) && is_letter(text[at - 1]))) continue;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (auto found = numeric(text, at, false)) return found;
    if (auto found = chinese(text, at)) return found;
    if (auto found = english(text, at)) return found;
  }
  return std::nullopt;
}

std::optional<Date> date_of_address(std::string_view address) {
  for (const bool separated : {true, false}) {
    for (std::size_t at = 0; at < address.size(); ++at) {
      if (inside_number(address, at)) continue;
      if (const auto found = numeric(address, at, separated)) return found->date;
    }
  }
  return std::nullopt;
}

bool is_only_date(std::string_view line) {
  const auto found = find_date(line);
  if (!found) return false;
  constexpr std::array<std::string_view, 33> allowed = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",  "tue",
      "wed",    "thu",     "fri",       "sat",      "sun",    "am",       "pm",     "gmt",  "utc",
      "est",    "bjt",     "at",        "星期",     "周",     "週",       "上午",   "下午", "时",
      "時",     "分",      "秒",        "　",       "（",     "）"};
  std::string rest(line.substr(0, found->span.begin));
  rest += ' ';
  rest += line.substr(found->span.end);
  std::transform(rest.begin(), rest.end(), rest.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  Reader reader(rest, 0);
  while (reader.at() < rest.size()) {
    if (reader.skip_any("0123456789:.,+-/()T ") || reader.skip("：")) continue;
    if (std::any_of(allowed.begin(), allowed.end(), [&](std::string_view word) { return reader.skip(word); }))
      continue;
    // The day of the week in Chinese
    constexpr std::array<std::string_view, 8> days = {"一", "二", "三", "四", "五", "六", "日", "天"};
    if (std::none_of(days.begin(), days.end(), [&](std::string_view word) { return reader.skip(word); }))
      return false;
  }
  return true;
}

}  // namespace duiqi::io
