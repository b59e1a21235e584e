// The scan over a Chinese sentence: which reader is asked where.
#include <array>
#include <memory>
#include <string_view>

#include "anchor/address.hpp"
#include "anchor/numbered_names.hpp"
#include "anchor/zh_scan.hpp"
#include "data/quantity_words.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

enum Flag : unsigned char {
  number_flag = 1,
  amount_flag = 2,  ///< read_zh_amount_word() may begin here, and so on
  date_flag = 4,
  time_flag = 8,
  trap_flag = 16,
  address_flag = 32
};

struct Tables {
  std::array<unsigned char, 0x10000> flags{};
  ZhWords traps;
};

std::unique_ptr<const Tables> make_tables() {
  auto out = std::make_unique<Tables>();
  for (const char32_t c : U"0123456789零一二两三四五六七八九十百千万亿兆半数几上成廿卅")
    if (begins_number(c)) out->flags[c] |= number_flag;
  const auto mark = [&](std::u32string_view characters, Flag flag) {
    for (const char32_t c : characters) out->flags[c] |= flag;
  };
  mark(U"民公昭上本9下首周星礼今去明昨前当同", date_flag);
  mark(U"午中正", time_flag);
  mark(
      U"第首翻双加减过对各一半百千万二十人港新台美$"
      U"€£¥₩₽₹₫฿₪₺UHNACSRMEGJI",
      amount_flag);
  mark(U"hw", address_flag);
  out->flags[0] = 0;
  out->traps.add(data::zh_traps, 0);
  std::string_view traps = data::zh_traps;
  for (std::size_t at = 0; at < traps.size();) {
    out->flags[unicode::peek(traps, at)] |= trap_flag;
    const std::size_t bar = traps.find('|', at);
    at = bar == traps.npos ? traps.size() : bar + 1;
  }
  return out;
}

/// Digits that belong to a name or code: C919, F-16, G20, 5G.
bool is_code(const ZhText& text, const ZhNumber& n) {
  if (!is_digit(text[n.begin])) return false;
  const char32_t before = text.before(n.begin);
  if (is_latin(before) || before == U'_') return true;
  // 歼-20, 卡-52; not 3月-5月 or 为-5
  if (before == U'-' && text.before(n.begin, 2) > 0x4E00 && text.before(n.begin, 2) < 0xA000) {
    constexpr std::u32string_view amounts = U"年月日号时点分秒元岁为到至是在约天人个";
    const char32_t name = text.before(n.begin, 2);
    if (amounts.find(name) == amounts.npos && zh_digit(name) < 0 && zh_scale(name) == 0) return true;
  }
  if (before == U'-' && (is_latin(text.before(n.begin, 2)) || is_digit(text.before(n.begin, 2)))) return true;
  if (text[n.begin] == U'0' && n.digits >= 3 && text[n.begin + 1] != U'.') return true;
  return false;
}

/// Behind digits, Latin letters that are no unit: 5G, 3D.
std::size_t code_end(const ZhText& text, const ZhNumber& n) {
  std::size_t end = n.end;
  while (is_latin(text[end]) || is_digit(text[end])) ++end;
  return end;
}

bool is_latin_unit(const ZhText& text, std::size_t at) {
  constexpr std::u32string_view words[] = {U"km",  U"KM", U"kg",  U"KG", U"cm",   U"mm",  U"m",   U"g",
                                           U"mg",  U"GB", U"MB",  U"TB", U"kWh",  U"KWh", U"MW",  U"GW",
                                           U"kW",  U"KW", U"GHz", U"ml", U"mL",   U"L",   U"t",   U"ha",
                                           U"mph", U"Hz", U"dB",  U"nm", U"Mbps", U"bp",  U"bps", U"pm",
                                           U"am",  U"V",  U"W",   U"Km", U"KWH",  U"CM",  U"HZ",  U"DB"};
  std::size_t end = at;
  while (is_latin(text[end])) ++end;
  for (const std::u32string_view word : words)
    if (word.size() == end - at && text.has(at, word)) return true;
  return false;
}

/// 神舟十八号, 嫦娥六号, 神舟-18: what stands at `at` is the number.
std::size_t read_numbered_name(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const std::size_t behind = text.before(at) == U'-' ? at - 1 : at;
  if (behind < 2 || !one_of(text.before(behind), series_ends)) return 0;
  const char32_t name[] = {text[behind - 2], text[behind - 1]};
  const NumberedSeries* const series = find_series(std::u32string_view(name, 2));
  const auto n = series == nullptr ? std::nullopt : parse_zh_number(text, at);
  if (!n || n->vague || n->lower || n->value.small() < 1 || n->value.small() > 99) return 0;
  if (text[n->end] != U'号' && behind == at) return 0;
  const std::size_t end = text[n->end] == U'号' ? n->end + 1 : n->end;
  scan.emit.add(AnchorKind::token, scan.span(behind - 2, end), series_key(*series, n->value.small()));
  return end;
}

std::size_t read_number(const ZhScan& scan, std::size_t at) {
  const ZhText& text = scan.text;
  const std::optional<ZhNumber> n = parse_zh_number(text, at);
  if (!n) {
    std::size_t end = at + 1;
    while (is_digit(text[at]) && is_digit(text[end])) ++end;
    return end;
  }
  if (is_code(text, *n)) return code_end(text, *n);
  if (const std::size_t end = read_zh_time(scan, *n); end != 0) return end;
  if (const std::size_t end = read_zh_date(scan, *n); end != 0) return end;
  if (is_digit(text[n->end - 1]) && is_latin(text[n->end]) && !is_latin_unit(text, n->end))
    return code_end(text, *n);
  if (const std::size_t end = read_zh_amount(scan, *n, at); end != 0) return end;
  return n->end;
}

}  // namespace

void find_zh_quantities(const ZhScan& scan) {
  static const std::unique_ptr<const Tables> tables = make_tables();
  const ZhText& text = scan.text;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    const unsigned flags = c < tables->flags.size() ? tables->flags[c] : 0U;
    if (flags == 0) {
      ++at;
      continue;
    }
    if ((flags & address_flag) != 0) {
      const std::size_t end = read_address(scan.sentence, text.byte(at), scan.emit);
      ++at;
      while (at < text.size() && text.byte(at) < end) ++at;
      continue;
    }
    if ((flags & number_flag) != 0) {
      if (const std::size_t end = read_numbered_name(scan, at); end != 0) {
        at = end;
        continue;
      }
    }
    if ((flags & trap_flag) != 0 && !text.has(at + 1, U"分之")) {
      if (const ZhWords::Entry* trap = tables->traps.match(text, at)) {
        at += trap->word.size();
        continue;
      }
    }
    std::size_t end = (flags & date_flag) != 0 ? read_zh_date_word(scan, at) : 0;
    if (end == 0 && (flags & time_flag) != 0) end = read_zh_time_word(scan, at);
    if (end == 0 && (flags & amount_flag) != 0) end = read_zh_amount_word(scan, at);
    if (end != 0) {
      at = end;
      continue;
    }
    at = (flags & number_flag) != 0 ? read_number(scan, at) : at + 1;
  }
}

}  // namespace duiqi::anchor
