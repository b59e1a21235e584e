// Layer: io. The date of a record: in its source's address, or written out.
#pragma once

#include <optional>
#include <string_view>

#include <duiqi/record.hpp>
#include <duiqi/span.hpp>

namespace duiqi::io {

/// A date from 1900 to 2099, and its bytes.
struct FoundDate {
  Date date;
  Span span;
};

/// The first date in `text`: 2024-03-15, 2024/3/15, 2024.03.15, 20240315, 2024年3月15日,
/// 二〇二四年三月十五日, March 15, 2024, 15 Mar 2024. Numbers alone are read as year, month, day.
std::optional<FoundDate> find_date(std::string_view text);

/// The date in a web address: /2024/03-15/, /2024-03/15/, /2024/0315/, /20240315/, t20240315_, …; one with
/// separators is preferred.
std::optional<Date> date_of_address(std::string_view address);

/// True where `line` is a date and at most a weekday, a time of day and a zone.
bool is_only_date(std::string_view line);

}  // namespace duiqi::io
