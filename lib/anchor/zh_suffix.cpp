#include "anchor/zh_suffix.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "anchor/suffix_values.hpp"
#include "data/quantity_words.hpp"

namespace duiqi::anchor {
namespace {

constexpr int classifier_word = first_own_word, ordinal_word = first_own_word + 1,
              permille_word = first_own_word + 2;

ZhWords make_suffixes() {
  ZhWords out;
  out.add("%", percent_word);
  out.add("‰", permille_word);
  out.add("个百分点|百分点|个百分比", points_word);
  out.add("个基点|基点|个基本点|基本点|bp|bps", basis_points_word);
  out.add("倍", times_word);
  out.add("年级|中全会|周年|大报告|大以来|大精神|大代表|大召开|大闭幕|大后", ordinal_word);
  for (int i = 0; !data::currencies[i].code.empty(); ++i) out.add(data::currencies[i].zh, first_currency + i);
  for (int i = 0; !data::units[i].key.empty(); ++i) out.add(data::units[i].zh, first_unit + i);
  const auto& cldr = cldr_currencies();
  for (std::size_t i = 0; i < cldr.size(); ++i) out.add(cldr[i].zh, first_cldr + static_cast<int>(i));
  out.add(data::classifiers, classifier_word);
  return out;
}

const ZhWords& suffixes() {
  static const ZhWords out = make_suffixes();
  return out;
}

const ZhWords& currency_prefixes() {
  static const ZhWords out = [] {
    ZhWords words;
    for (int i = 0; !data::currency_signs[i].sign.empty(); ++i) words.add(data::currency_signs[i].sign, i);
    return words;
  }();
  return out;
}

bool is_share(const ZhText& text, const ZhNumber& n) {
  constexpr std::u32string_view not_after =
      U"员功为立果本绩长人交就败千百群都了型分品名语熟吨因套见书婚事全家虫龙都形天团";
  if (text[n.end] != U'成' || n.vague) return false;
  const int value = n.value.small();
  return value >= 1 && value <= 9 && n.end - n.begin <= 2 &&
         (!one_of(text[n.end + 1], not_after) || text.has(n.end + 1, U"人表") ||
          text.has(n.end + 1, U"人认"));
}

void apply(const ZhWords::Entry& entry, ZhSuffix& out) {
  Amount& amount = out.amount;
  const int value = entry.value;
  out.classifier = value == classifier_word;
  if (value == ordinal_word) {
    amount.kind = AnchorKind::ordinal;
    if (entry.word == U"周年") amount.or_units = "year";
  } else if (value == permille_word) {
    amount.kind = AnchorKind::percentage;
    amount.shift = -1;
  } else {
    apply_suffix(value, amount);
  }
  // 元 alone is that of the text's country.
  if (entry.word == U"元") amount.or_units = "TWD HKD";
  if (entry.word == U"度") amount.or_units = "celsius kwh fahrenheit";
  if (entry.word == U"个多月" || entry.word == U"个多小时" || entry.word == U"分多钟") out.approximate = true;
}

/// A suffix is no unit where it is the begin of another word.
bool is_other_word(const ZhText& text, const ZhWords::Entry& entry, std::size_t end) {
  const std::u32string& word = entry.word;
  const char32_t next = text[end];
  if (is_latin(word.back()) && is_latin(next)) return true;
  if (word.size() == 1 && is_latin(word.front()) && is_digit(next)) return true;
  if (word == U"元") return one_of(next, U"首素旦宵老");
  if (word == U"天") return one_of(next, U"然津安河体王主生文子门下堂地才");
  if (word == U"度") return one_of(next, U"假过夏蜜");
  if (word == U"里") return one_of(next, U"程约昂面氏斯边");
  if (word == U"米") return one_of(next, U"兰饭粉国其歇老勒线德");
  if (word == U"年") return one_of(next, U"代级");
  if (word == U"克") return one_of(next, U"拉里服隆强");
  if (word == U"周") return one_of(next, U"边围刊报岁年期");
  if (word == U"分") return true;
  if (word == U"夜") return one_of(next, U"情晚");
  if (word == U"升") return one_of(next, U"级至到");
  if (word == U"桶") return next == U'装';
  if (word == U"码") return one_of(next, U"头");
  if (word == U"瓦") return one_of(next, U"尔砾格解房");
  if (word == U"寸") return one_of(next, U"步草土");
  if (word == U"卡") return one_of(next, U"车通片尔");
  if (word == U"晚") return one_of(next, U"会报上间期餐");
  return false;
}

/// 八五 of 一米八五, 85 of 1米85, 83 of 9秒83: tenths and hundredths. Returns where they end.
std::size_t read_hundredths(const ZhText& text, std::size_t at, Decimal& out) {
  std::uint64_t value = 0;
  int places = 0;
  std::size_t end = at;
  for (; places < 2; ++places, ++end) {
    const int digit = is_digit(text[end]) ? static_cast<int>(text[end] - U'0') : zh_digit(text[end]);
    if (digit < 0 || text[end] == U'两') break;
    value = value * 10 + static_cast<std::uint64_t>(digit);
  }
  const char32_t next = text[end];
  const bool counts =
      is_digit(next) || next == U'.' || next == U'个' || zh_digit(next) >= 0 || zh_scale(next) > 0;
  if (value == 0 || counts || suffixes().match(text, end) != nullptr) return at;
  out = decimal(value, -places);
  return end;
}

}  // namespace

ZhSuffix read_zh_suffix(const ZhText& text, const ZhNumber& n) {
  ZhSuffix out;
  std::size_t at = text.skip_space(n.end);
  if (is_share(text, n)) {
    out.amount.kind = AnchorKind::percentage;
    out.amount.shift = 1;
    out.found = true;
    out.end = n.end + 1;
    const int half = text[out.end] == U'半' ? 5 : zh_digit(text[out.end]);
    if (half > 0 && zh_scale(text[out.end + 1]) == 0 && text[out.end + 1] != U'分') {
      out.extra = decimal(static_cast<std::uint64_t>(half), -1);
      ++out.end;
    }
    return out;
  }
  if (one_of(text[at], U"多余来几") && !text.has(at, U"多数") && !text.has(at, U"来自") &&
      !text.has(at, U"来到")) {
    const bool round = !n.arabic || n.value.exponent > 0;
    if (round || text[at] == U'多') {
      out.approximate = true;
      ++at;
    }
  }
  if (text.has(at, U"个半")) {
    out.half = true;
    at += 2;
  }
  const ZhWords::Entry* entry = suffixes().match(text, at);
  if (entry != nullptr && is_other_word(text, *entry, at + entry->word.size())) {
    entry = nullptr;
    if (text[at] == U'分') out.found = out.classifier = true;
  }
  if (entry == nullptr) {
    out.end = out.approximate ? at : n.end;
    if (out.half) out.end = n.end;
    return out;
  }
  out.found = true;
  apply(*entry, out);
  out.end = at + entry->word.size();
  if (out.classifier) {
    out.end = out.approximate ? at : n.end;
    // 十三届 is the thirteenth, 两届 is two of them: few things are counted in eight terms.
    constexpr int fewest_terms = 8;
    if (entry->word == U"届" && n.value.small() >= fewest_terms) out.amount.kind = AnchorKind::ordinal;
  }
  if (out.amount.kind == AnchorKind::measure && text[out.end] == U'半' &&
      !one_of(text[out.end + 1], U"年个导径价岛月")) {
    out.half = true;
    ++out.end;
  }
  const bool takes_hundredths = out.amount.unit == "m" || entry->word == U"秒";
  if (takes_hundredths && !out.half) out.end = read_hundredths(text, out.end, out.extra);
  if (out.amount.kind == AnchorKind::money) {  // 5亿元(人民币), 5亿元港币
    const std::size_t after = text[out.end] == U'(' ? out.end + 1 : out.end;
    if (const ZhWords::Entry* sign = currency_prefixes().match(text, after);
        sign != nullptr && out.amount.unit == "CNY") {
      // A sign before a number is the next amount's.
      const std::size_t end = after + sign->word.size();
      if (!begins_number(text[text.skip_space(end)])) {
        out.amount.unit = data::currency_signs[sign->value].code;
        out.amount.or_units = {};
        if (after == out.end) out.end = end;
      }
    }
  }
  return out;
}

const data::CurrencySign* match_zh_currency_sign(const ZhText& text, std::size_t at, std::size_t& end) {
  const ZhWords::Entry* entry = currency_prefixes().match(text, at);
  if (entry == nullptr) return nullptr;
  end = at + entry->word.size();
  return &data::currency_signs[entry->value];
}

}  // namespace duiqi::anchor
