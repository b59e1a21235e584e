#include "anchor/calendar.hpp"

#include <algorithm>
#include <cstddef>

namespace duiqi::anchor {
namespace {

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0').append(digits);
}

/// Reads `count` digits at the front of `text` and removes them; -1 where there are fewer.
int take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

/// What stands behind the year: "03", "03-15", "Q1", "Q1-3", "H1".
bool take_rest(std::string_view text, PartialDate& date) {
  if (text.size() >= 2 && (text[0] == 'Q' || text[0] == 'H')) {
    const bool quarter = text[0] == 'Q';
    text.remove_prefix(1);
    const int number = take_digits(text, 1);
    if (number < 1) return false;
    (quarter ? date.quarter : date.half) = number;
    if (quarter && text.size() == 2 && text[0] == '-') {
      date.quarters = text[1] - '0';
      text = {};
    }
    return text.empty();
  }
  date.month = take_digits(text, 2);
  if (date.month < 1) return false;
  if (text.empty()) return true;
  if (text[0] != '-') return false;
  text.remove_prefix(1);
  date.day = take_digits(text, 2);
  return date.day >= 1 && text.empty();
}

/// Days since 1970-01-01; Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms).
int day_number(const Date& date) {
  const int y = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

}  // namespace

std::string key(const PartialDate& date) {
  if (date.century != 0) return std::string(1, 'C').append(std::to_string(date.century));
  if (date.decade >= 0) return padded(date.decade, 2) + "s";
  std::string out;
  if (date.year != 0) {
    if (date.year < 0) out.push_back('-');
    out += padded(date.year < 0 ? -date.year : date.year, 4);
    if (date.month == 0 && date.quarter == 0 && date.half == 0) return out;
  } else {
    out.push_back('-');
  }
  out.push_back('-');
  if (date.quarter != 0) {
    out.append(1, 'Q').append(std::to_string(date.quarter));
    return date.quarters == 0 ? out : out.append(1, '-').append(std::to_string(date.quarters));
  }
  if (date.half != 0) return out.append(1, 'H').append(std::to_string(date.half));
  out += date.month == 0 ? "" : padded(date.month, 2);
  return date.day == 0 ? out : out.append(1, '-').append(padded(date.day, 2));
}

std::optional<PartialDate> parse_date_key(std::string_view text) {
  PartialDate date;
  if (text.size() < 2) return std::nullopt;
  if (text[0] == 'C') {
    text.remove_prefix(1);
    date.century = take_digits(text, text.size());
    return date.century > 0 ? std::optional(date) : std::nullopt;
  }
  if (text.back() == 's') {
    text.remove_suffix(1);
    if (text.size() != 2 && text.size() != 4) return std::nullopt;
    date.decade = take_digits(text, text.size());
    return date.decade >= 0 ? std::optional(date) : std::nullopt;
  }
  if (text.substr(0, 3) == "---") {
    text.remove_prefix(3);
    date.day = take_digits(text, 2);
    return date.day > 0 && text.empty() ? std::optional(date) : std::nullopt;
  }
  if (text.substr(0, 2) == "--") return take_rest(text.substr(2), date) ? std::optional(date) : std::nullopt;
  const bool before_christ = text[0] == '-';
  if (before_christ) text.remove_prefix(1);
  const int year = take_digits(text, 4);
  if (year <= 0) return std::nullopt;
  date.year = before_christ ? -year : year;
  if (text.empty()) return date;
  if (text[0] != '-') return std::nullopt;
  return take_rest(text.substr(1), date) ? std::optional(date) : std::nullopt;
}

double agreement(const PartialDate& a, const PartialDate& b) {
  if (a == b) return 1;
  if (a.century != b.century) return 0;
  if (a.decade != b.decade)
    return a.decade >= 0 && b.decade >= 0 && a.decade % 100 == b.decade % 100 &&
                   (a.decade < 100 || b.decade < 100)
               ? 0.9
               : 0;
  const auto clash = [](int x, int y) { return x != 0 && y != 0 && x != y; };
  if (clash(a.year, b.year) || clash(a.month, b.month) || clash(a.day, b.day) ||
      clash(a.quarter, b.quarter) || clash(a.half, b.half) || a.quarters != b.quarters)
    return 0;
  if ((a.quarter != 0) != (b.quarter != 0) || (a.half != 0) != (b.half != 0) ||
      (a.quarter != 0 && b.half != 0))
    return a.year != 0 && b.year != 0 && a.month + b.month == 0 ? 0.4 : 0;
  // How much is shared, and how much only one side says.
  const auto shared = [](int x, int y) { return x != 0 && x == y; };
  if (shared(a.quarter, b.quarter) || shared(a.half, b.half)) return 0.9;
  if (shared(a.month, b.month) && shared(a.day, b.day)) return 0.95;
  if (shared(a.month, b.month)) return shared(a.year, b.year) ? 0.7 : a.day == b.day ? 0.9 : 0.5;
  if (shared(a.day, b.day)) return 0.7;
  return shared(a.year, b.year) ? 0.4 : 0;
}

bool is_leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  if (month == 2) return year == 0 || is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday(const Date& date) {
  const int since_monday = (day_number(date) + 3) % 7;  // 1970-01-01 was a Thursday
  return (since_monday + 7) % 7 + 1;
}

Date plus_days(const Date& date, int days) {
  Date out = date;
  out.day += days;
  while (out.day < 1) {
    if (--out.month < 1) {
      out.month = 12;
      --out.year;
    }
    out.day += days_in_month(out.year, out.month);
  }
  while (out.day > days_in_month(out.year, out.month)) {
    out.day -= days_in_month(out.year, out.month);
    if (++out.month > 12) {
      out.month = 1;
      ++out.year;
    }
  }
  return out;
}

PartialDate plus_months(const Date& date, int months) {
  const int total = date.year * 12 + date.month - 1 + months;
  PartialDate out;
  out.year = total / 12;
  out.month = total % 12 + 1;
  return out;
}

}  // namespace duiqi::anchor
