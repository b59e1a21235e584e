// Dates on the Chinese side.
#include <algorithm>
#include <string_view>

#include "anchor/zh_scan.hpp"

namespace duiqi::anchor {
namespace {

/// A whole number from `least` to `most` at `at`, behind at most one space.
std::optional<ZhNumber> number_in(const ZhText& text, std::size_t at, int least, int most) {
  const std::optional<ZhNumber> n = parse_zh_number(text, text.skip_space(at));
  if (!n || n->vague || n->approximate || n->value.small() < least || n->value.small() > most) return {};
  return n;
}

bool is_month_mark(const ZhText& text, std::size_t at) {
  return text[at] == U'月' && !one_of(text[at + 1], U"亮票薪球嫂饼经台租供息大天均色光宫牙季坛湖牌桂老琴");
}

bool is_day_mark(const ZhText& text, std::size_t at, bool after_month) {
  if (text[at] == U'号') return after_month;
  return text[at] == U'日' && !one_of(text[at + 1], U"元圆本币报语军俄系");
}

bool is_range_mark(char32_t c) {
  return c == U'-' || c == U'~' || c == U'至' || c == U'到' || c == U'、' || c == U'和' || c == U'与';
}

/// 日 and what may follow, from the day's number on; then further days of the month (3月10日至15日,
/// 3月10-15日).
std::size_t read_days(const ZhScan& scan, PartialDate date, std::size_t begin, std::size_t at) {
  const ZhText& text = scan.text;
  const std::optional<ZhNumber> day = number_in(text, at, 1, 31);
  if (!day) return 0;
  date.day = day->value.small();
  std::size_t end = text.skip_space(day->end);
  const bool marked = is_day_mark(text, end, true);
  if (marked) ++end;
  std::size_t mark = text.skip_space(end);
  if (text[mark] == U'-' && text[mark + 1] == U'-') mark = text.size();  // a dash, not a range
  if (is_range_mark(text[mark])) {
    const std::optional<ZhNumber> last = number_in(text, mark + 1, 1, 31);
    if (last && is_day_mark(text, text.skip_space(last->end), true)) {
      const std::size_t last_end = text.skip_space(last->end) + 1;
      scan.emit.add(date, scan.span(begin, marked ? end : day->end));
      PartialDate second = date;
      second.day = last->value.small();
      scan.emit.add(second, scan.span(last->begin, last_end));
      return last_end;
    }
  }
  if (!marked) return 0;
  scan.emit.add(date, scan.span(begin, end));
  return end;
}

/// What follows a year: months, days, quarters, halves; or the year alone, which ends at `end`.
std::size_t read_after_year(const ZhScan& scan, PartialDate date, std::size_t begin, std::size_t end) {
  const ZhText& text = scan.text;
  std::size_t at = text.skip_space(end);
  for (const std::u32string_view skipped : {U"的", U"度"})
    if (text.has(at, skipped)) at += skipped.size();
  if (text.has(at, U"上半年") || text.has(at, U"下半年")) {
    date.half = text[at] == U'上' ? 1 : 2;
    scan.emit.add(date, scan.span(begin, at + 3));
    return at + 3;
  }
  std::size_t quarter_at = text[at] == U'第' || text[at] == U'前' ? at + 1 : at;
  if (const auto n = number_in(text, quarter_at, 1, 4); n && text.has(n->end, U"季度")) {
    date.quarter = n->value.small();
    if (text[at] == U'前' && date.quarter > 1) {
      date.quarters = date.quarter;
      date.quarter = 1;
    }
    scan.emit.add(date, scan.span(begin, n->end + 2));
    return n->end + 2;
  }
  if (const auto n = number_in(text, at, 1, 12); n && is_month_mark(text, text.skip_space(n->end))) {
    date.month = n->value.small();
    std::size_t month_end = text.skip_space(n->end) + 1;
    if (const std::size_t days = read_days(scan, date, begin, month_end); days != 0) return days;
    if (text[month_end] == U'份') ++month_end;
    scan.emit.add(date, scan.span(begin, month_end));
    return month_end;
  }
  scan.emit.add(date, scan.span(begin, end));
  return end;
}

bool is_year_number(const ZhNumber& n) {
  const int value = n.value.small();
  return !n.vague && !n.approximate && (n.arabic || n.positional) && n.digits == 4 && value >= 1000 &&
         value < 3000;
}

/// 2024-03-15, 2024/3/15, 2024.3.15.
std::size_t read_numeric_date(const ZhScan& scan, const ZhNumber& n) {
  const ZhText& text = scan.text;
  const char32_t mark = text[n.begin + 4];
  if (n.digits < 4 || !is_digit(text[n.begin + 3]) || !one_of(mark, U"-/.")) return 0;
  int fields[2] = {0, 0};
  std::size_t at = n.begin + 4;
  for (int& field : fields) {
    if (!one_of(text[at], U"-/.") || !is_digit(text[at + 1])) return 0;
    ++at;
    for (int i = 0; i < 2 && is_digit(text[at]); ++i)
      field = field * 10 + static_cast<int>(text[at++] - U'0');
  }
  PartialDate date;
  for (std::size_t i = n.begin; i < n.begin + 4; ++i)
    date.year = date.year * 10 + static_cast<int>(text[i] - U'0');
  date.month = fields[0];
  date.day = fields[1];
  if (is_digit(text[at]) || date.year < 1000 || date.year > 2999 || date.month < 1 || date.month > 12 ||
      date.day < 1 || date.day > days_in_month(date.year, date.month))
    return 0;
  scan.emit.add(date, scan.span(n.begin, at));
  return at;
}

/// 90年代, 1990年代, 90后; `century` is what stands before (20世纪 90年代), or 0.
std::size_t read_decade(const ZhScan& scan, const ZhNumber& n, int century, std::size_t begin) {
  const ZhText& text = scan.text;
  const int value = n.value.small();
  const std::size_t mark = text.skip_space(n.end);
  const bool decade = text.has(mark, U"年代");
  const bool generation = text[n.end] == U'后' && n.arabic && n.digits == 2 && text[n.end + 1] != U'卫';
  if ((!decade && !generation) || value < 0 || value % 10 != 0 || (value > 90 && !is_year_number(n)))
    return 0;
  if (n.value.small() < 10 && n.digits != 2) return 0;
  PartialDate date;
  date.decade = century > 0 && value < 100 ? (century - 1) * 100 + value : value;
  const std::size_t end = decade ? mark + 2 : n.end + 1;
  scan.emit.add(date, scan.span(begin, end)).approximate = generation;
  return end;
}

std::size_t read_century(const ZhScan& scan, int century, std::size_t begin, std::size_t end) {
  const ZhText& text = scan.text;
  if (const auto n = parse_zh_number(text, text.skip_space(end)))
    if (const std::size_t done = read_decade(scan, *n, century, begin); done != 0) return done;
  PartialDate date;
  date.century = century;
  scan.emit.add(date, scan.span(begin, end));
  return end;
}

/// 2019-2020年, 2019至2020年, 2019-20年.
std::size_t read_year_range(const ZhScan& scan, const ZhNumber& first) {
  const ZhText& text = scan.text;
  const std::size_t mark = text.skip_space(first.end);
  if (!is_range_mark(text[mark]) || text[mark + 1] == U'-') return 0;
  const auto last = parse_zh_number(text, text.skip_space(mark + 1));
  if (!last) return 0;
  const std::size_t year_mark = text.skip_space(last->end);
  const bool marked = text[year_mark] == U'年';
  if ((!marked && !(is_year_number(*last) && text[mark] == U'-')) || text[year_mark + 1] == U'代') return 0;
  PartialDate from, to;
  from.year = first.value.small();
  if (is_year_number(*last)) {
    to.year = last->value.small();
  } else if (last->arabic && last->digits == 2 && last->value.small() > from.year % 100) {
    to.year = from.year / 100 * 100 + last->value.small();
  } else {
    return 0;
  }
  scan.emit.add(from, scan.span(first.begin, first.end));
  if (!marked) {
    scan.emit.add(to, scan.span(last->begin, last->end));
    return last->end;
  }
  return read_after_year(scan, to, last->begin, year_mark + 1);
}

/// A year by the words that name it, from today's: 今年 0, 去年 -1.
std::optional<int> relative_year(const ZhText& text, std::size_t at) {
  if (text[at + 1] != U'年') return {};
  switch (text[at]) {
    case U'今':
    case U'本':
      return 0;
    case U'去':
      return -1;
    case U'明':
      return one_of(text.before(at), U"说表证发文声透") ? std::nullopt : std::optional(1);
    default:
      return {};
  }
}

std::optional<int> relative_day(const ZhText& text, std::size_t at) {
  if (text.has(at, U"今早") || text.has(at, U"今晚") || text.has(at, U"今晨")) return 0;
  if (text.has(at, U"昨晚") || text.has(at, U"昨夜")) return -1;
  if (text[at + 1] != U'天' && text[at + 1] != U'日') return {};
  switch (text[at]) {
    case U'今':
    case U'当':
    case U'同':
      return 0;
    case U'昨':
      return -1;
    case U'明':
      return 1;
    case U'前':
      return text[at + 1] == U'天' ? std::optional(-2) : std::nullopt;
    default:
      return {};
  }
}

std::optional<int> relative_month(const ZhText& text, std::size_t at, std::size_t& length) {
  const std::size_t mark = text[at + 1] == U'个' ? at + 2 : at + 1;
  length = mark + 1 - at;
  if (text[mark] != U'月') return {};
  switch (text[at]) {
    case U'本':
      return 0;
    case U'上':
      return -1;
    case U'下':
      return 1;
    default:
      return {};
  }
}

std::size_t read_relative(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const char32_t c = text[at];
  if (!one_of(c, U"今去明昨前当同本上下")) return 0;
  if (const auto years = relative_year(text, at)) {
    PartialDate date;
    date.year = scan.published ? scan.published->year + *years : 0;
    if (date.year != 0) return read_after_year(scan, date, at, at + 2);
    return 0;
  }
  if (!scan.published) return 0;
  if (const auto days = relative_day(text, at)) {
    scan.emit.add(full(plus_days(*scan.published, *days)), scan.span(at, at + 2));
    return at + 2;
  }
  std::size_t length = 0;
  if (const auto months = relative_month(text, at, length)) {
    scan.emit.add(plus_months(*scan.published, *months), scan.span(at, at + length));
    return at + length;
  }
  return 0;
}

/// 周三, 星期三, 礼拜天.
std::size_t read_weekday(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  std::size_t day = 0;
  if (text[at] == U'周') day = at + 1;
  if (text.has(at, U"星期") || text.has(at, U"礼拜")) day = at + 2;
  if (day == 0) return 0;
  const char32_t c = text[day];
  const int number = c == U'日' || c == U'天' ? 7 : zh_digit(c);
  if (number < 1 || number > 7 || c == U'两') return 0;
  // 每周一次, 一周三天, 周四十…
  if (one_of(text[day + 1], U"次回趟十百千万天分") || zh_digit(text[day + 1]) >= 0) return 0;
  if (text.before(at) == U'每' && one_of(text[day + 1], U"个篇期场集节小")) return 0;
  Anchor& anchor = scan.emit.add(AnchorKind::weekday, scan.span(at, day + 1), std::to_string(number));
  if (scan.published) {
    const int back = (weekday(*scan.published) - number + 7) % 7;  // news looks back: the last such day
    anchor.alternates.push_back(key(full(plus_days(*scan.published, -back))));
  }
  return day + 1;
}

}  // namespace

std::size_t read_zh_date(const ZhScan& scan, const ZhNumber& n) {
  const ZhText& text = scan.text;
  if (const std::size_t end = read_numeric_date(scan, n); end != 0) return end;
  if (n.vague || n.approximate || !n.value.is_integer()) return 0;
  if (const std::size_t end = read_decade(scan, n, 0, n.begin); end != 0) return end;
  const int value = n.value.small();
  std::size_t mark = text.skip_space(n.end);
  if (text.has(mark, U"世纪") && value >= 1 && value <= 30)
    return read_century(scan, value, n.begin, mark + 2);
  if (is_year_number(n)) {
    if (const std::size_t end = read_year_range(scan, n); end != 0) return end;
    PartialDate date;
    date.year = value;
    if (text[mark] == U'年') return read_after_year(scan, date, n.begin, mark + 1);
  }
  if (text[mark] == U'年' && n.digits == 2 && (n.arabic || n.positional)) {
    // 98年 is a year where it is written as digits are read (九八年), or where a month follows.
    const auto month = number_in(text, mark + 1, 1, 12);
    if ((n.positional && n.value.small() > 30) || (month && is_month_mark(text, month->end))) {
      PartialDate date;
      date.year = (value > 30 ? 1900 : 2000) + value;
      return read_after_year(scan, date, n.begin, mark + 1);
    }
  }
  PartialDate date;
  if (value >= 1 && value <= 12 && is_month_mark(text, mark)) {
    date.month = value;
    std::size_t end = mark + 1;
    if (const std::size_t days = read_days(scan, date, n.begin, end); days != 0) return days;
    if (text[end] == U'份') ++end;
    scan.emit.add(date, scan.span(n.begin, end));
    return end;
  }
  if (value >= 1 && value <= 12 && is_range_mark(text[mark])) {  // 3-5月
    const auto last = number_in(text, mark + 1, value, 12);
    if (last && is_month_mark(text, last->end)) {
      date.month = value;
      scan.emit.add(date, scan.span(n.begin, n.end));
      date.month = last->value.small();
      scan.emit.add(date, scan.span(last->begin, last->end + 1));
      return last->end + 1;
    }
  }
  if (value >= 1 && value <= 4 && text.has(mark, U"季度")) {
    date.quarter = value;
    const bool several = one_of(text.before(n.begin), U"前头") && value > 1;
    if (several) {
      date.quarters = value;
      date.quarter = 1;
    }
    scan.emit.add(date, scan.span(several ? n.begin - 1 : n.begin, mark + 2));
    return mark + 2;
  }
  // 三日 in words is three days as well as the third; 十五日 and 3日 are dates.
  const bool short_word = !n.arabic && n.end == n.begin + 1;
  if (value >= 1 && value <= 31 && !short_word && is_day_mark(text, mark, false) &&
      !one_of(text[mark + 1], U"内间游之后前里")) {
    date.day = value;
    scan.emit.add(date, scan.span(n.begin, mark + 1));
    return mark + 1;
  }
  if (value >= 1 && value <= 31 && is_range_mark(text[mark])) {  // 10-12日
    if (const std::size_t end = read_days(scan, date, n.begin, n.begin); end != 0) return end;
  }
  return 0;
}

std::size_t read_zh_date_word(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  for (const std::u32string_view era : {U"民国", U"昭和", U"公元前", U"公元"}) {
    if (!text.has(at, era)) continue;
    const auto n = number_in(text, at + era.size(), 1, 3000);
    if (!n) return 0;
    std::size_t end = text.skip_space(n->end);
    PartialDate date;
    if (text.has(end, U"世纪")) {
      date.century = n->value.small();
      end += 2;
      scan.emit.add(date, scan.span(at, end));
      return end;
    }
    if (text[end] != U'年' || text[end + 1] == U'代') return 0;
    date.year = n->value.small();
    if (era == U"民国") date.year += 1911;
    if (era == U"昭和") date.year += 1925;
    if (era == U"公元前") date.year = -date.year;
    return read_after_year(scan, date, at, end + 1);
  }
  if (text.has(at, U"上世纪") || text.has(at, U"本世纪"))
    return read_century(scan, text[at] == U'上' ? 20 : 21, at, at + 3);
  if (text.has(at, U"上个世纪")) return read_century(scan, 20, at, at + 4);
  if (const auto n = text[at] == U'9' ? parse_zh_number(text, at) : std::nullopt;
      n && (text.has(n->end, U"事件") || text.has(n->end, U"恐怖"))) {
    if (n->arabic && n->value.small() == 911) {
      PartialDate attacks;
      attacks.month = 9;
      attacks.day = 11;
      scan.emit.add(attacks, scan.span(at, n->end));
      return n->end;
    }
  }
  PartialDate date;
  if (text.has(at, U"上半") || text.has(at, U"下半")) {
    if (!one_of(text[at + 2], U"年场时程")) return 0;
    date.half = text[at] == U'上' ? 1 : 2;
    scan.emit.add(date, scan.span(at, at + 3));
    return at + 3;
  }
  if (text.has(at, U"首季") && text[at + 2] != U'赛') {
    date.quarter = 1;
    const std::size_t end = text[at + 2] == U'度' ? at + 3 : at + 2;
    scan.emit.add(date, scan.span(at, end));
    return end;
  }
  if (const std::size_t end = read_weekday(scan, at); end != 0) return end;
  return read_relative(scan, at);
}

}  // namespace duiqi::anchor
