// Clock times on the Chinese side.
#include <string_view>

#include "anchor/zh_scan.hpp"

namespace duiqi::anchor {
namespace {

enum class Period { none, morning, noon, afternoon, night };

struct PeriodWord {
  std::u32string_view word;
  Period period;
};

constexpr PeriodWord periods[] = {
    {U"凌晨", Period::morning},   {U"清晨", Period::morning},   {U"早晨", Period::morning},
    {U"早上", Period::morning},   {U"上午", Period::morning},   {U"午前", Period::morning},
    {U"中午", Period::noon},      {U"正午", Period::noon},      {U"下午", Period::afternoon},
    {U"午后", Period::afternoon}, {U"傍晚", Period::afternoon}, {U"晚上", Period::night},
    {U"晚间", Period::night},     {U"夜间", Period::night},     {U"夜里", Period::night},
    {U"深夜", Period::night},     {U"午夜", Period::night},     {U"晚", Period::night},
    {U"早", Period::morning},
};

/// The hour in 0–24 by the words before it, 下午3 is 15.
int in_period(int hour, Period period) {
  switch (period) {
    case Period::none:
      return hour;
    case Period::morning:
      return hour == 12 ? 0 : hour;
    case Period::noon:
      return hour < 4 ? hour + 12 : hour;
    case Period::afternoon:
      return hour < 12 ? hour + 12 : hour;
    case Period::night:
      return hour >= 4 && hour < 12 ? hour + 12 : hour == 12 ? 0 : hour;
  }
  return hour;
}

/// The minutes behind 点 or 时: 30分, 半, 一刻, 整, or nothing. `at` moves behind them.
int take_minutes(const ZhText& text, std::size_t& at) {
  if (text[at] == U'半') return ++at, 30;
  if (text.has(at, U"一刻")) return at += 2, 15;
  if (text.has(at, U"三刻")) return at += 2, 45;
  if (text[at] == U'整') return ++at, 0;
  const std::size_t start = text[at] == U'零' ? at + 1 : at;
  const auto n = parse_zh_number(text, start);
  if (!n || n->value.small() < 0 || n->value.small() > 59 || n->vague) return 0;
  if (text[n->end] == U'分' && text[n->end + 1] != U'钟' && text[n->end + 1] != U'之') {
    at = n->end + 1;
    return n->value.small();
  }
  return 0;
}

/// 0-24时, 8至10点: two hours with one mark; the first has no period of its own.
std::size_t read_hours(const ZhScan& scan, const ZhNumber& n) {
  const ZhText& text = scan.text;
  const char32_t mark = text[n.end];
  if ((mark != U'-' && mark != U'~' && mark != U'至' && mark != U'到') || !n.arabic) return 0;
  const std::size_t next = text[n.end + 1] == U'-' ? n.end + 2 : n.end + 1;
  const auto last = parse_zh_number(text, next);
  if (!last || !last->arabic || last->value.small() < 0 || last->value.small() > 24 ||
      text[last->end] != U'时')
    return 0;
  scan.emit.add(AnchorKind::time, scan.span(n.begin, n.end), time_key(n.value.small(), 0));
  scan.emit.add(AnchorKind::time, scan.span(last->begin, last->end + 1),
                time_key(last->value.small() % 24, 0));
  return last->end + 1;
}

}  // namespace

/// 午夜, 中午, 正午: times of their own where no hour follows.
std::size_t read_zh_time_word(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const bool midnight = text.has(at, U"午夜"), noon = text.has(at, U"中午") || text.has(at, U"正午");
  if (!midnight && !noon) return 0;
  if (const auto n = parse_zh_number(text, text.skip_space(at + 2)); n && n->end > n->begin) return 0;
  scan.emit.add(AnchorKind::time, scan.span(at, at + 2), time_key(noon ? 12 : 0, 0));
  return at + 2;
}

std::size_t read_zh_time(const ZhScan& scan, const ZhNumber& n) {
  const ZhText& text = scan.text;
  const int hour = n.value.small();
  if (hour < 0 || hour > 24 || n.vague || n.approximate) return 0;
  if (const std::size_t end = read_hours(scan, n); end != 0) return end;
  const std::size_t mark_at = text.skip_space(n.end);
  const char32_t mark = text[mark_at];
  if (mark == U':' && mark_at != n.end) return 0;
  if (mark != U'点' && mark != U'时' && mark != U':') return 0;
  Period period = Period::none;
  std::size_t begin = n.begin;
  for (const PeriodWord& row : periods) {
    std::size_t before = text.before(begin) == U' ' ? begin - 1 : begin;
    if (!text.ends(before, row.word)) continue;
    period = row.period;
    before -= row.word.size();
    const char32_t day = text.before(before);  // 今晚 is a date of its own
    if (day != U'今' && day != U'昨') begin = before;
    break;
  }
  std::size_t end = mark_at + 1;
  int minute = 0;
  if (mark == U':') {
    if (!n.arabic || !is_digit(text[end]) || !is_digit(text[end + 1]) || is_digit(text[end + 2])) return 0;
    minute = static_cast<int>((text[end] - U'0') * 10 + (text[end + 1] - U'0'));
    end += 2;
    if (minute > 59 || (text[end] == U':' && is_digit(text[end + 1]))) return 0;
  } else {
    const std::size_t before_minutes = end;
    minute = take_minutes(text, end);
    const bool has_minutes = end != before_minutes;
    if (!has_minutes && text[end] == U'钟') ++end;
    const bool clock = has_minutes || text[end - 1] == U'钟' || text[end] == U'许' ||
                       text.has(end, U"左右") || period != Period::none;
    if (!clock && mark == U'点') return 0;
    if (!clock && (text[end] == U'代' || text[end] == U'期' || text[end] == U'候' || text[end] == U'速'))
      return 0;
    if (mark == U'点' && text[end] == U'球') return 0;
  }
  const int resolved = in_period(hour, period) % 24;
  const bool about = text[end] == U'许' || text.has(end, U"左右") || text[end] == U'多';
  Anchor& anchor = scan.emit.add(AnchorKind::time, scan.span(begin, end), time_key(resolved, minute), about);
  if (period == Period::none) add_other_half_day(anchor, hour, minute);
  return end;
}

}  // namespace duiqi::anchor
