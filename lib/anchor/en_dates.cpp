// Dates on the English side.
#include <algorithm>
#include <iterator>

#include "anchor/en_scan.hpp"

namespace duiqi::anchor {
namespace {

using Type = EnToken::Type;

/// A whole number of digits from `least` to `most`; -1 where there is none.
int digits_in(const EnTokens& tokens, std::size_t at, int least, int most) {
  const EnToken& token = tokens[at];
  if (token.type != Type::number || token.grouped || !token.value.is_integer() || token.digits > 4) return -1;
  const int value = token.value.small();
  return value >= least && value <= most && token.stop - token.begin == token.digits ? value : -1;
}

bool is_year_token(const EnTokens& tokens, std::size_t at) {
  return digits_in(tokens, at, 1000, 2999) >= 0 && tokens[at].digits == 4;
}

/// 15 or 15th as a day of the month; `end` is moved behind it.
int read_day(const EnTokens& tokens, std::size_t at, std::size_t& end) {
  std::size_t next = at + 1;
  int day = digits_in(tokens, at, 1, 31);
  if (day > 0 && tokens[at].digits > 2) return -1;
  if (day > 0 && !tokens[at + 1].space_before && tokens[at + 1].type == Type::word) {
    if (tokens[at + 1].role != EnRole::ordinal_suffix) return -1;
    ++next;
  } else if (day < 0) {
    day = parse_en_ordinal(tokens, at, next);
    if (day < 1 || day > 31) return -1;
  }
  end = next;
  return day;
}

/// ", 2024", " 2024", " of 2024": the year, with `end` moved behind it; 0 where there is none.
int read_year_behind(const EnTokens& tokens, std::size_t at, std::size_t& end) {
  std::size_t next = at;
  if (tokens.is_sign(next, U',') || tokens.is_word(next, "of") || tokens.is_word(next, "in")) ++next;
  if (!is_year_token(tokens, next)) return 0;
  const EnToken& after = tokens[next + 1];
  if (after.type == Type::word && !after.space_before) return 0;  // 2000s, 1500m
  end = next + 1;
  return tokens[next].value.small();
}

/// Words that are a month only where their neighbours say so.
bool is_doubtful_month(std::string_view word) {
  constexpr std::string_view words[] = {"may", "march", "mar",  "jan",   "jun",
                                        "dec", "april", "june", "august"};
  return is_any(word, words);
}

bool is_month(const EnTokens& tokens, std::size_t at) {
  const EnToken& token = tokens[at];
  if (token.role != EnRole::month || !token.capital) return false;
  if (!is_doubtful_month(token.lower)) return true;
  const EnToken& next = tokens[at + 1];
  const std::size_t after_dot = tokens.is_sign(at + 1, U'.') ? at + 2 : at + 1;
  std::size_t end = 0;
  if (read_day(tokens, after_dot, end) > 0 || read_year_behind(tokens, after_dot, end) != 0) return true;
  const EnToken& previous = tokens.before(at);
  if (previous.type == Type::number || previous.role == EnRole::ordinal ||
      previous.role == EnRole::ordinal_suffix)
    return true;
  constexpr std::string_view before[] = {"in",    "of",    "since",   "until",    "till", "last",   "next",
                                         "this",  "early", "mid",     "late",     "by",   "from",   "through",
                                         "to",    "and",   "between", "during",   "for",  "before", "after",
                                         "every", "each",  "or",      "previous", "on"};
  const std::string_view word =
      tokens.is_joining_hyphen(at - 1) && at > 1 ? tokens[at - 2].lower : previous.lower;
  if (!is_any(word, before)) return token.lower == "june" && at > 0 && previous.type == Type::sign;
  // "for April Smith", "and May Wong": a capitalised word behind makes it a name.
  return !(next.type == Type::word && next.capital && next.role == EnRole::none && token.lower != "march");
}

bool is_range_mark(const EnTokens& tokens, std::size_t at) {
  return tokens.is_sign(at, U'-') || tokens.is_word(at, "to") || tokens.is_word(at, "and") ||
         tokens.is_word(at, "through") || tokens.is_word(at, "or");
}

/// March 15, 2024; March 3-5; March 2024; March.
std::size_t read_month_first(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  PartialDate date;
  date.month = tokens[at].role_value;
  std::size_t end = at + 1;
  std::size_t next = end;
  const bool dotted = tokens[at].lower.size() <= 4 && tokens[at].lower != "may" &&
                      tokens.is_sign(next, U'.') && !tokens[next].space_before;
  if (dotted) ++next;
  std::size_t day_end = 0;
  const int day = read_day(tokens, next, day_end);
  if (day <= 0) {
    if (dotted && tokens[next].type != Type::end && !tokens[next].capital) end = next;
    date.year = read_year_behind(tokens, next, end);
    scan.emit.add(date, scan.span(at, end));
    return end;
  }
  date.day = day;
  end = day_end;
  std::size_t second_end = 0;
  int second = 0;
  if (is_range_mark(tokens, end)) second = read_day(tokens, end + 1, second_end);
  const EnToken& after = tokens[second_end];
  // "March 3 and 5 people": a number that counts something is no day.
  const bool second_is_day = second > day &&
                             (tokens.is_sign(end, U'-') || after.type != Type::word ||
                              tokens.is_word(second_end, "in") || tokens.is_word(second_end, "at")) &&
                             after.role != EnRole::month && after.role != EnRole::scale &&
                             !tokens.is_sign(second_end, U'%');
  if (second_is_day) {
    const std::size_t second_begin = end + 1;
    std::size_t year_end = second_end;
    date.year = read_year_behind(tokens, second_end, year_end);
    scan.emit.add(date, scan.span(at, end));
    date.day = second;
    scan.emit.add(date, scan.span(second_begin, year_end));
    return year_end;
  }
  date.year = read_year_behind(tokens, end, end);
  scan.emit.add(date, scan.span(at, end));
  return end;
}

/// 15 March 2024; the 15th of March; 3-5 March.
std::size_t read_day_first(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  std::size_t end = 0;
  const int day = read_day(tokens, at, end);
  if (day <= 0) return 0;
  PartialDate date;
  date.day = day;
  std::size_t first_end = end, second_begin = 0;
  if (is_range_mark(tokens, end)) {
    second_begin = end + 1;
    const int second = read_day(tokens, second_begin, end);
    if (second <= day) return 0;
    date.day = second;
  }
  std::size_t month = tokens.is_word(end, "of") ? end + 1 : end;
  if (!is_month(tokens, month)) return 0;
  date.month = tokens[month].role_value;
  end = month + 1;
  if (tokens.is_sign(end, U'.') && tokens[month].lower.size() <= 4 && tokens[end + 1].type == Type::number)
    ++end;
  date.year = read_year_behind(tokens, end, end);
  if (second_begin != 0) {
    PartialDate first = date;
    first.day = day;
    scan.emit.add(first, scan.span(at, first_end));
    scan.emit.add(date, scan.span(second_begin, end));
  } else {
    scan.emit.add(date, scan.span(at, end));
  }
  return end;
}

/// 2024-03-15, 2024/3/15; 3/15/2024 and 15/3/2024 where only one reading is a date.
std::size_t read_numeric(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& mark = tokens[at + 1];
  if (mark.type != Type::sign || (mark.symbol != U'-' && mark.symbol != U'/') ||
      !tokens.is_sign(at + 3, mark.symbol))
    return 0;
  const int a = digits_in(tokens, at, 1, 2999), b = digits_in(tokens, at + 2, 1, 31),
            c = digits_in(tokens, at + 4, 1, 2999);
  PartialDate date;
  if (tokens[at].digits == 4) {
    date = {a, b, c, 0, 0, 0, -1, 0};
  } else if (tokens[at + 4].digits == 4 && mark.symbol == U'/') {
    date = b > 12 ? PartialDate{c, a, b, 0, 0, 0, -1, 0} : PartialDate{c, b, a, 0, 0, 0, -1, 0};
    if (a <= 12 && b <= 12 && a != b) date = {c, a, b, 0, 0, 0, -1, 0};
  }
  if (date.year < 1000 || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > days_in_month(date.year, date.month))
    return 0;
  scan.emit.add(date, scan.span(at, at + 5));
  return at + 5;
}

/// "in her 40s", "in their early twenties".
bool tells_age(const EnTokens& tokens, std::size_t at) {
  constexpr std::string_view owners[] = {"his", "her", "their", "my", "your", "our"};
  constexpr std::string_view parts[] = {"early", "mid", "late"};
  std::size_t before = at;
  if (tokens.is_joining_hyphen(before - 1) && before > 1) --before;
  if (is_any(tokens.before(before).lower, parts)) --before;
  return is_any(tokens.before(before).lower, owners);
}

std::size_t add_age(const EnScan& scan, std::size_t begin, std::size_t end, int value) {
  scan.emit.add(AnchorKind::measure, scan.span(begin, end), "year-person " + std::to_string(value), true);
  return end;
}

/// 1990s, 1990's, '90s, 90s.
std::size_t read_decade(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  const int value = digits_in(tokens, at, 0, 2990);
  if (value < 0 || value % 10 != 0 || (token.digits != 2 && token.digits != 4)) return 0;
  std::size_t next = at + 1;
  if (tokens.is_sign(next, U'\'') && !tokens[next].space_before) ++next;
  if (!tokens.is_word(next, "s") || tokens[next].space_before) return 0;
  if (token.digits == 2 && tells_age(tokens, at)) return add_age(scan, at, next + 1, value);
  PartialDate date;
  date.decade = value;
  const bool apostrophe = token.digits == 2 && tokens.before(at).symbol == U'\'';
  scan.emit.add(date, scan.span(apostrophe ? at - 1 : at, next + 1));
  return next + 1;
}

/// Whether a bare 4-digit number is a year.
bool is_year(const EnTokens& tokens, std::size_t at) {
  if (!is_year_token(tokens, at)) return false;
  const int value = tokens[at].value.small();
  const EnToken& next = tokens[at + 1];
  if (tokens.is_sign(at + 1, U'%') || next.role == EnRole::percent || next.role == EnRole::scale)
    return false;
  if (next.type == Type::word && !next.space_before) return false;
  constexpr std::string_view counted[] = {
      "people", "students",   "meters", "metres", "kilometers", "km",        "yuan",   "dollars",
      "miles",  "feet",       "tons",   "tonnes", "new",        "cases",     "deaths", "points",
      "hours",  "households", "years",  "units",  "square",     "kilograms", "words",  "other"};
  if (next.type == Type::word && is_any(next.lower, counted)) return false;
  if (value >= 1900 && value < 2050) return true;
  constexpr std::string_view before[] = {"in",    "since", "from", "by",    "around",
                                         "until", "of",    "year", "circa", "during"};
  const bool second = (tokens.before(at).lower == "to" || tokens.before(at).lower == "and") && at >= 2 &&
                      is_year_token(tokens, at - 2);
  return (second || is_any(tokens.before(at).lower, before)) &&
         (next.type != Type::word || next.role != EnRole::none || next.lower == "and" || next.lower == "to" ||
          next.lower == "when" || next.lower == "bc" || next.lower == "ad");
}

std::size_t read_year(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  PartialDate date;
  const int small_year = digits_in(tokens, at, 1, 2999);
  const std::string_view era = tokens[at + 1].lower;
  if (small_year > 0 && (era == "bc" || era == "bce" || era == "b.c" || era == "b.c.e") &&
      tokens[at + 1].type == Type::word) {
    date.year = -small_year;
    scan.emit.add(date, scan.span(at, at + 2));
    return at + 2;
  }
  if (!is_year(tokens, at)) return 0;
  date.year = tokens[at].value.small();
  const bool joined =
      (tokens.is_sign(at + 1, U'-') || tokens.is_sign(at + 1, U'/')) && !tokens[at + 1].space_before;
  if (joined && !tokens[at + 2].space_before) {
    const int last = digits_in(tokens, at + 2, 1, 2999);
    const bool two = tokens[at + 2].digits == 2 && last > date.year % 100;
    const bool four = tokens[at + 2].digits == 4 && last > date.year;
    if (two || four) {
      scan.emit.add(date, scan.span(at, at + 1));
      date.year = two ? date.year / 100 * 100 + last : last;
      scan.emit.add(date, scan.span(at + 2, at + 3));
      return at + 3;
    }
  }
  scan.emit.add(date, scan.span(at, at + 1));
  return at + 1;
}

/// What stands behind "first half" or "first quarter": of 2024, 2024.
std::size_t read_part_year(const EnScan& scan, PartialDate date, std::size_t begin, std::size_t end) {
  date.year = read_year_behind(scan.tokens, end, end);
  scan.emit.add(date, scan.span(begin, end));
  return end;
}

/// first quarter, third-quarter, first three quarters, first half, 21st century, 19th and 20th centuries.
std::size_t read_ordinal_date(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  std::size_t end = 0;
  const int ordinal = parse_en_ordinal(tokens, at, end);
  if (ordinal == 0) return 0;
  const std::size_t next = tokens.skip_hyphen(end);
  const EnToken& token = tokens[next];
  PartialDate date;
  if (token.lower == "century" || token.lower == "centuries") {
    date.century = ordinal;
    scan.emit.add(date, scan.span(at, next + 1));
    return next + 1;
  }
  std::size_t second_end = 0;
  if (is_range_mark(tokens, end) && parse_en_ordinal(tokens, end + 1, second_end) > ordinal) {
    const std::size_t noun = tokens.skip_hyphen(second_end);
    if (tokens[noun].lower == "century" || tokens[noun].lower == "centuries") {
      date.century = ordinal;
      scan.emit.add(date, scan.span(at, end));
      return end;  // the second is read in its turn
    }
  }
  if (token.role == EnRole::quarter && ordinal <= 4 && !tokens.is_joining_hyphen(next + 1)) {
    date.quarter = ordinal;
    return read_part_year(scan, date, at, next + 1);
  }
  if (ordinal == 1 && tokens[next].role == EnRole::small && tokens[next + 1].role == EnRole::quarter) {
    date.quarter = 1;
    date.quarters = tokens[next].role_value;
    if (date.quarters >= 2 && date.quarters <= 3) return read_part_year(scan, date, at, next + 2);
  }
  if (token.role == EnRole::half && ordinal <= 2) {
    date.half = ordinal;
    return read_part_year(scan, date, at, next + 1);
  }
  return 0;
}

/// Q1, H1, Q1 2024.
std::size_t read_letter_quarter(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const bool quarter = tokens.is_word(at, "q"), half = tokens.is_word(at, "h");
  if ((!quarter && !half) || !tokens[at].capital || tokens[at + 1].space_before) return 0;
  const int number = digits_in(tokens, at + 1, 1, quarter ? 4 : 2);
  if (number < 0 || tokens[at + 1].digits != 1) return 0;
  PartialDate date;
  (quarter ? date.quarter : date.half) = number;
  return read_part_year(scan, date, at, at + 2);
}

std::size_t read_weekday(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  if (!token.capital) return 0;
  if (token.lower.size() <= 5 && !token.lower.ends_with("day") && !token.lower.ends_with("days")) {
    const bool dot = tokens.is_sign(at + 1, U'.') && !tokens[at + 1].space_before;
    const std::size_t next = dot ? at + 2 : at + 1;
    const bool date_follows = tokens.is_sign(next, U',') && (tokens[next + 1].role == EnRole::month ||
                                                             tokens[next + 1].type == Type::number);
    const bool plain = token.lower != "sun" && token.lower != "sat" && token.lower != "wed";
    if (!date_follows && !(dot && plain && tokens[next].type != Type::end)) return 0;
  }
  Anchor& anchor =
      scan.emit.add(AnchorKind::weekday, scan.span(at, at + 1), std::to_string(token.role_value));
  if (scan.published) {
    const int back =
        (weekday(*scan.published) - token.role_value + 7) % 7;  // news looks back: the last such day
    anchor.alternates.push_back(key(full(plus_days(*scan.published, -back))));
  }
  return at + 1;
}

}  // namespace

std::size_t read_en_date(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  if (token.type == Type::number) {
    if (const std::size_t end = read_numeric(scan, at); end != 0) return end;
    if (const std::size_t end = read_decade(scan, at); end != 0) return end;
    if (const std::size_t end = read_day_first(scan, at); end != 0) return end;
    if (const std::size_t end = read_ordinal_date(scan, at); end != 0) return end;
    return read_year(scan, at);
  }
  switch (token.role) {
    case EnRole::month:
      return is_month(tokens, at) ? read_month_first(scan, at) : 0;
    case EnRole::weekday:
      return read_weekday(scan, at);
    case EnRole::decade: {
      if (tells_age(tokens, at)) return add_age(scan, at, at + 1, token.role_value);
      PartialDate date;
      date.decade = token.role_value;
      scan.emit.add(date, scan.span(at, at + 1));
      return at + 1;
    }
    case EnRole::ordinal:
    case EnRole::tens:
      if (const std::size_t end = read_day_first(scan, at); end != 0) return end;
      return read_ordinal_date(scan, at);
    default:
      return read_letter_quarter(scan, at);
  }
}

std::size_t read_en_relative_date(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  if (!scan.published) return 0;
  const std::string_view word = tokens[at].lower, next = tokens[at + 1].lower;
  const auto add = [&](const PartialDate& date, std::size_t length) {
    scan.emit.add(date, scan.span(at, at + length));
    return at + length;
  };
  if (word == "today" || word == "tonight") return add(full(*scan.published), 1);
  if (word == "yesterday") return add(full(plus_days(*scan.published, -1)), 1);
  if (word == "tomorrow") return add(full(plus_days(*scan.published, 1)), 1);
  const int step = word == "this" ? 0 : word == "last" ? -1 : word == "next" ? 1 : 2;
  if (step == 2 || tokens[at + 1].type != Type::word) return 0;
  if (next == "night" && step == -1) return add(full(plus_days(*scan.published, -1)), 2);
  if (next == "month") return add(plus_months(*scan.published, step), 2);
  if (next != "year") return 0;
  PartialDate date;
  date.year = scan.published->year + step;
  return add(date, 2);
}

}  // namespace duiqi::anchor
