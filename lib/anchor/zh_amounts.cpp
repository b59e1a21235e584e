// What a Chinese number counts: percentages, money, measures, fractions, multiples, ordinals.
#include <algorithm>
#include <string>
#include <string_view>

#include "anchor/zh_scan.hpp"
#include "anchor/zh_suffix.hpp"

namespace duiqi::anchor {
namespace {

/// Words before a number that make it a rough one.
bool is_approximated_before(const ZhText& text, std::size_t at) {
  constexpr std::u32string_view words[] = {
      U"近",     U"约",   U"逾",   U"超",   U"超过", U"将近", U"接近", U"大概",   U"左右",
      U"至少",   U"最少", U"最多", U"多达", U"不到", U"不足", U"突破", U"不少于", U"不低于",
      U"差不多", U"约为", U"超出", U"过",   U"上",   U"大于", U"小于", U"高于",   U"低于",
      U"达到",   U"多于", U"少于", U"估计", U"几乎", U"足足", U"未满"};
  at = text.before(at) == U' ' ? at - 1 : at;
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::u32string_view word) { return text.ends(at, word); });
}

bool is_approximated_after(const ZhText& text, std::size_t at) {
  constexpr std::u32string_view words[] = {U"左右", U"以上", U"以下", U"上下", U"许",   U"开外", U"多",
                                           U"余",   U"之多", U"以内", U"不等", U"出头", U"有余", U"的样子"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::u32string_view word) { return text.has(at, word); });
}

/// 零下5, 负5, -5: where the sign begins, or `at`.
std::size_t sign_begin(const ZhText& text, std::size_t at) {
  if (text.ends(at, U"零下")) return at - 2;
  if (text.before(at) == U'负' && !one_of(text.before(at, 2), U"胜正担肩平")) return at - 1;
  const char32_t c = text.before(at, 2);
  if (text.before(at) == U'-' && is_digit(text[at]) &&
      (at == 1 || c == U' ' || c == U'(' || one_of(c, U"为到至（，是")))
    return at - 1;
  return at;
}

/// 增长2倍 is three times as much.
bool grows_by(const ZhText& text, std::size_t at) {
  constexpr std::u32string_view verbs[] = {
      U"增长",   U"增加",   U"提高", U"上升",   U"高出", U"多", U"高",   U"涨",   U"扩大", U"增长了",
      U"增加了", U"提高了", U"上涨", U"上涨了", U"长了", U"增", U"超过", U"激增", U"提升", U"猛增"};
  for (const char32_t c : {U'近', U'约', U'了'})
    if (text.before(at) == c) --at;
  return std::any_of(std::begin(verbs), std::end(verbs),
                     [&](std::u32string_view verb) { return text.ends(at, verb); });
}

/// A numeral without digit and unit proves itself a number by its form alone, or not.
bool is_number_by_form(const ZhText& text, const ZhNumber& n) {
  if (n.arabic) return true;
  if (n.vague) return text.before(n.begin) != U'以' || text[n.begin] != U'上';
  if (n.bare_units || text[n.begin] == U'半') return false;
  if (n.lower) return n.last_scale > 0;
  if (n.positional) {
    for (std::size_t i = n.begin; i < n.end; ++i)
      if (text[i] == U'零') return n.digits >= 3;
    return n.digits >= 4;
  }
  return n.end - n.begin >= 2;
}

void emit_number(const ZhScan& scan, const ZhNumber& n, const ZhSuffix& suffix, std::size_t begin,
                 const Decimal* shared_scale_value, std::size_t end) {
  Decimal value = shared_scale_value != nullptr ? *shared_scale_value : n.value;
  if (suffix.extra.digits != 0) value = plus(value, suffix.extra).value_or(value);
  if (suffix.half && value.is_integer()) value = plus(value, decimal(5, -1)).value_or(value);
  const std::size_t signed_begin = n.lower || n.vague ? begin : std::min(begin, sign_begin(scan.text, begin));
  if (signed_begin < begin) value.negative = value.digits != 0;
  const bool rough = n.approximate || suffix.approximate || is_approximated_before(scan.text, signed_begin) ||
                     is_approximated_after(scan.text, end);
  if (n.lower) {
    scan.emit.add(suffix.amount, *n.lower, false, scan.span(begin, n.upper_begin), true);
    begin = n.upper_begin;
  }
  Anchor& anchor =
      scan.emit.add(suffix.amount, value, n.vague, scan.span(n.lower ? begin : signed_begin, end), rough);
  if (suffix.amount.kind == AnchorKind::multiple && grows_by(scan.text, begin))
    anchor.alternates.push_back(plus(value, decimal(1)).value_or(value).text());
  if (n.value == decimal(5, -1) && scan.text[n.begin] == U'半' && suffix.classifier) {
    anchor.kind = AnchorKind::fraction;
    anchor.key = "1/2";
  }
}

/// 3-5万人, 3至5名, 从3到5岁: the first number takes the second's scale and unit.
std::size_t read_range(const ZhScan& scan, const ZhNumber& n, std::size_t begin) {
  const ZhText& text = scan.text;
  std::size_t mark = text.skip_space(n.end);
  if (n.vague || n.lower || !one_of(text[mark], U"-~至到")) return 0;
  while (text[mark] == U'-' && text[mark + 1] == U'-') return 0;
  const auto last = parse_zh_number(text, text.skip_space(mark + 1));
  if (!last || last->vague || last->lower) return 0;
  const ZhSuffix suffix = read_zh_suffix(text, *last);
  if (!suffix.found && (!last->arabic || !n.arabic) && last->last_scale == 0) return 0;
  if (last->bare_units) return 0;
  Decimal first = n.value;
  if (n.last_scale == 0 && last->last_scale >= 4 &&
      n.value.rough() < shifted(last->value, -last->last_scale).rough())
    first = shifted(first, last->last_scale);
  emit_number(scan, n, suffix, begin, &first, n.end);
  emit_number(scan, *last, suffix, last->begin, nullptr, suffix.end);
  return suffix.end;
}

/// 三分之二, 3/4; also 百分之三 and 千分之三, whose head is no number.
std::size_t read_fraction(const ZhScan& scan, const ZhNumber& n) {
  const ZhText& text = scan.text;
  const int left = n.value.small();
  if (left < 1 || n.vague) return 0;
  if (const std::size_t mark = text.skip_space(n.end); text.has(mark, U"分之")) {
    const auto top = parse_zh_number(text, text.skip_space(mark + 2));
    if (!top || top->value.small() < 1) return 0;
    scan.emit.add(AnchorKind::fraction, scan.span(n.begin, top->end), fraction_key(top->value.small(), left),
                  is_approximated_before(text, n.begin));
    return top->end;
  }
  if (n.arabic && text[n.end] == U'/' && is_digit(text[n.end + 1])) {
    const auto bottom = parse_zh_number(text, n.end + 1);
    if (!bottom || bottom->value.small() <= left || bottom->value.small() > 100 || text[bottom->end] == U'/')
      return 0;
    scan.emit.add(AnchorKind::fraction, scan.span(n.begin, bottom->end),
                  fraction_key(left, bottom->value.small()));
    return bottom->end;
  }
  return 0;
}

/// 百分之三点五, 百分之三至五, 千分之一.
std::size_t read_percent(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const char32_t base = text[at];
  if (!text.has(at + 1, U"分之")) return 0;
  const auto n = parse_zh_number(text, text.skip_space(at + 3));
  if (!n) return 0;
  ZhSuffix percent;
  percent.amount.kind = AnchorKind::percentage;
  percent.amount.shift = base == U'百' ? 0 : base == U'千' ? -1 : -2;
  std::size_t end = n->end;
  emit_number(scan, *n, percent, at, nullptr, end);
  if (one_of(text[end], U"至到-")) {
    if (const auto last = parse_zh_number(text, end + 1); last && !text.has(last->end, U"分之")) {
      emit_number(scan, *last, percent, last->begin, nullptr, last->end);
      end = last->end;
    }
  }
  return end;
}

std::size_t read_ordinal(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const auto n = parse_zh_number(text, text.skip_space(at + 1));
  if (!n || n->vague || !n->value.is_integer() ||
      n->bare_units != (n->value.digits == 1 && n->value.exponent > 0 && n->bare_units))
    return 0;
  // 第二天 is "the next day", 第一时间 "at once".
  if (n->value.small() == 2 && one_of(text[n->end], U"天年日")) return n->end + 1;
  if (text.has(n->end, U"时间") || text.has(n->end, U"财经")) return n->end;
  if (text.has(n->end, U"季度")) return 0;
  scan.emit.add(AnchorKind::ordinal, scan.span(at, n->end), n->value.text());
  return n->end;
}

/// 翻番, 翻一番, 翻了两番, 双倍; 一半.
std::size_t read_multiple(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  if (text.has(at, U"双倍") || text.has(at, U"加倍") || text.has(at, U"翻倍")) {
    scan.emit.add(AnchorKind::multiple, scan.span(at, at + 2), "2");
    return at + 2;
  }
  if (text[at] != U'翻') return 0;
  std::size_t end = text[at + 1] == U'了' ? at + 2 : at + 1;
  int doublings = 1;
  if (const int digit = zh_digit(text[end]); digit > 0) {
    doublings = digit;
    ++end;
  } else if (is_digit(text[end])) {
    doublings = static_cast<int>(text[end++] - U'0');
  }
  if (text[end] != U'番' && text[end] != U'倍') return 0;
  const std::uint64_t value =
      text[end] == U'倍' ? static_cast<std::uint64_t>(doublings) + 1 : 1ULL << doublings;
  const bool rough = is_approximated_before(text, at);
  scan.emit.add(AnchorKind::multiple, scan.span(at, end + 1), std::to_string(value), rough);
  return end + 1;
}

std::size_t read_half(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  std::size_t end = 0;
  if (text.has(at, U"一半") || text.has(at, U"半数") || text.has(at, U"过半") || text.has(at, U"各半") ||
      text.has(at, U"对半"))
    end = at + 2;
  if (text.has(at, U"减半")) end = at + 2;
  if (end == 0 || one_of(text[at + 2], U"天个年小月公英世路")) return 0;
  scan.emit.add(AnchorKind::fraction, scan.span(at, end), "1/2", text[at] == U'过');
  return end;
}

/// 首次, 首个, 首届 …: the first.
std::size_t read_first(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  if (text[at] != U'首' ||
      !one_of(
          text[at + 1],
          U"次个届批位家例名部场座艘架条款日轮期台只枚颗站项支套集飞演映度创现战局节秀季周夜单任条盘胜冠"))
    return 0;
  if (text.has(at, U"首相") || text.has(at, U"首都") || text.has(at, U"首部曲")) return 0;
  scan.emit.add(AnchorKind::ordinal, scan.span(at, at + 2), "1");
  return at + 2;
}

/// 十九大, 十四五规划, 二战: ordinals by custom.
std::size_t read_custom_ordinal(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const auto add = [&](std::size_t end, int value) {
    scan.emit.add(AnchorKind::ordinal, scan.span(at, end), std::to_string(value));
    return end;
  };
  if (text.has(at, U"二战") || text.has(at, U"一战")) {
    const char32_t next = text[at + 2];
    if (!one_of(next, U"略斗绩场局术士役")) return add(at + 2, text[at] == U'二' ? 2 : 1);
  }
  if (text[at] == U'十') {
    const int digit = zh_digit(text[at + 1]);
    if (digit >= 5 && text[at + 2] == U'大' && !one_of(text[at + 3], U"国城强品高杰学军罪"))
      return add(at + 3, 10 + digit);
    if (digit >= 1 && text[at + 2] == U'五' &&
        (text.ends(at, U"“") || text.ends(at, U"「") || text.has(at + 3, U"规划") ||
         text.has(at + 3, U"时期") || text.has(at + 3, U"期间") || text.has(at + 3, U"计划")))
      return add(at + 3, 10 + digit);
  }
  if (text.has(at, U"二十大") && !one_of(text[at + 3], U"国城强品高杰学军")) return add(at + 3, 20);
  return 0;
}

std::size_t read_signed_money(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  std::size_t sign_end = 0;
  const data::CurrencySign* sign = match_zh_currency_sign(text, at, sign_end);
  if (sign == nullptr || (is_latin(text[at]) && is_latin(text.before(at)))) return 0;
  const auto n = parse_zh_number(text, text.skip_space(sign_end));
  if (!n || n->bare_units || (!n->arabic && n->last_scale == 0 && n->value.small() <= 1)) return 0;
  ZhSuffix suffix = read_zh_suffix(text, *n);
  if (suffix.found && suffix.amount.kind == AnchorKind::measure) suffix.end = n->end;
  if (suffix.amount.kind != AnchorKind::money || suffix.amount.unit == "CNY") {
    suffix.amount = {};
    suffix.amount.kind = AnchorKind::money;
    suffix.amount.unit = sign->code;
    if (sign->sign == "¥") suffix.amount.or_units = "JPY";
    if (sign->sign == "$") suffix.amount.or_units = "HKD TWD CAD AUD SGD";
  }
  emit_number(scan, *n, suffix, at, nullptr, suffix.end);
  return suffix.end;
}

bool is_stretch_of_time(const ZhSuffix& suffix) {
  const std::string_view unit = suffix.amount.unit;
  return unit == "day" || unit == "night" || unit == "week" || unit == "month" || unit == "year" ||
         unit == "century";
}

bool is_point_in_time(const ZhText& text, std::size_t at) {
  return one_of(text.before(at), U"这那每后前同某哪上下另当头") || text.ends(at, U"过去的") ||
         text.ends(at, U"新的");
}

}  // namespace

std::size_t read_zh_amount(const ZhScan& scan, const ZhNumber& n, std::size_t begin) {
  if (const std::size_t end = read_fraction(scan, n); end != 0) return end;
  if (const std::size_t end = read_range(scan, n, begin); end != 0) return end;
  const ZhSuffix suffix = read_zh_suffix(scan.text, n);
  const bool lone_one = n.value == decimal(1) && !n.arabic;
  const bool lone_half = scan.text[n.begin] == U'半' && n.end == n.begin + 1;
  if (suffix.classifier && lone_one) return 0;
  // One counts with 两; 二 before a classifier is mostly a rank. 零 before one is a manner of speaking
  // (零容忍).
  const char32_t first = scan.text[n.begin];
  const bool single = n.end == n.begin + 1 && !n.arabic;
  if (suffix.classifier && single && ((first == U'二' && scan.text[n.end] != U'人') || first == U'零'))
    return 0;
  // 两度夺冠: twice, not two degrees.
  if (single && suffix.amount.unit == "degree" && sign_begin(scan.text, n.begin) == n.begin) {
    ZhSuffix times = suffix;
    times.amount = {};
    emit_number(scan, n, times, begin, nullptr, n.end);
    return suffix.end;
  }
  // 这一天, 那一年, 最后一天: a point in time.
  if (lone_one && is_stretch_of_time(suffix) && is_point_in_time(scan.text, n.begin)) return 0;
  if (lone_one && (suffix.amount.unit == "day" || suffix.amount.unit == "night")) return 0;
  if (suffix.classifier && lone_half && !one_of(scan.text[n.end], U"个")) return 0;
  if (lone_half && suffix.found && (suffix.amount.kind == AnchorKind::ordinal)) return 0;
  if (!suffix.found && !is_number_by_form(scan.text, n)) return 0;
  if (n.bare_units && suffix.classifier && n.value.exponent < 2 && scan.text[n.end] == U'分') return 0;
  // 2024 alone is a year, as in English.
  const int value = n.value.small();
  if (!suffix.found && n.arabic && n.digits == 4 && value >= 1900 && value < 2050 &&
      scan.text[n.begin + 1] != U',') {
    PartialDate date;
    date.year = value;
    scan.emit.add(date, scan.span(n.begin, n.end));
    return n.end;
  }
  emit_number(scan, n, suffix, begin, nullptr, suffix.end);
  return suffix.end;
}

std::size_t read_zh_amount_word(const ZhScan& scan, std::size_t at) {
  const char32_t c = scan.text[at];
  if (c == U'百' || c == U'千' || c == U'万')
    if (const std::size_t end = read_percent(scan, at); end != 0) return end;
  if (c == U'第') return read_ordinal(scan, at);
  if (c == U'首') return read_first(scan, at);
  if (one_of(c, U"一半过各对减"))
    if (const std::size_t end = read_half(scan, at); end != 0) return end;
  if (c == U'双' || c == U'加' || c == U'翻')
    if (const std::size_t end = read_multiple(scan, at); end != 0) return end;
  if (c == U'一' || c == U'二' || c == U'十')
    if (const std::size_t end = read_custom_ordinal(scan, at); end != 0) return end;
  return read_signed_money(scan, at);
}

}  // namespace duiqi::anchor
