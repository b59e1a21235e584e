// Layer: anchor. Dates as texts give them, often in part, and their keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <duiqi/record.hpp>

namespace duiqi::anchor {

/// What a text says of a date. A field that it leaves out is 0. Of `month`/`day`, `quarter`, `half`, `decade`
/// and `century` at most one kind is set.
struct PartialDate {
  int year = 0;      ///< negative before Christ (-221 is 221 BC)
  int month = 0;     ///< 1–12
  int day = 0;       ///< 1–31
  int quarter = 0;   ///< 1–4
  int quarters = 0;  ///< 2–3: the first two or three quarters together
  int half = 0;      ///< 1–2
  int decade = -1;   ///< 1990 in "the 1990s", 90 in "the nineties"; 0 is a decade too, so -1 is none
  int century = 0;   ///< 21 in "21st century"

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// "2024-03-15", "2024-03", "2024", "--03-15", "--03", "---15", "2024-Q1", "--Q1", "--Q1-3", "2024-H1",
/// "--H1", "1990s", "90s", "C21", "-0221".
std::string key(const PartialDate& date);

/// The reverse of key(); nothing where `key` is no date. No allocation.
std::optional<PartialDate> parse_date_key(std::string_view key);

/// How well two dates agree, in [0, 1]: 1 where they are equal, 0 where a field contradicts or none is
/// shared.
double agreement(const PartialDate& a, const PartialDate& b);

bool is_leap_year(int year);
int days_in_month(int year, int month);  ///< 29 for February of year 0 (unknown)
/// 1 (Monday) to 7 (Sunday), proleptic Gregorian.
int weekday(const Date& date);
Date plus_days(const Date& date, int days);
/// `year`, `month` moved by `months`; the day is dropped.
PartialDate plus_months(const Date& date, int months);

inline PartialDate full(const Date& date) {
  PartialDate out;
  out.year = date.year;
  out.month = date.month;
  out.day = date.day;
  return out;
}

}  // namespace duiqi::anchor
