#include "unicode/typicality.hpp"

#include <array>
#include <cstdint>
#include <string>

#include "unicode/common_han.hpp"
#include "unicode/convert.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::unicode {
namespace {

enum Kind : std::uint8_t {
  ascii,
  common_han,
  frequent_han,
  second_han,
  rare_han,
  punctuation,
  symbol,
  letter,
  strange,
  control,
  astral,
  private_use,
  invalid,
  kinds
};

// Nats for a character of each kind. ASCII and frequent characters stand at the entropy of single characters
// in English (some 4.2 bits) and Chinese (some 9.7 bits); the second plane of each standard makes up less
// than 1 % of running text, spread over thousands of characters. The rest only needs to be far below, in this
// order; the results on the dev sets do not move when any of them is changed by 2.
constexpr std::array<double, kinds> nats = {-3, -6.5, -9, -12, -14, -5, -13, -9, -14, -12, -16, -17, -20};

// A Chinese character that touches a Latin letter costs more: it is what an accented letter or a curly quote
// of a Western encoding turns into ("Fran\xE7ois").
constexpr double nats_of_switch = -2;

using Table = std::array<std::uint8_t, 0x10000>;

void set_range(Table& table, std::size_t from, std::size_t to, Kind kind) {
  for (std::size_t c = from; c <= to; ++c) table[c] = kind;
}

// The characters of the rows `first` to `last` of a two-byte encoding, as it orders them itself.
void set_rows(Table& table, const char* encoding, int first, int last, bool low_tails, Kind kind) {
  std::string bytes;
  for (int lead = first; lead <= last; ++lead) {
    for (int tail = low_tails ? 0x40 : 0xA1; tail <= 0xFE; ++tail) {
      if (tail >= 0x7F && tail <= 0xA0) continue;
      bytes += static_cast<char>(lead);
      bytes += static_cast<char>(tail);
    }
  }
  const std::string utf8 = convert(bytes, encoding).utf8;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next(utf8, at);
    if (c >= 0x4E00 && c <= 0x9FFF && table[c] > kind) table[c] = kind;
  }
}

Table make_table() {
  Table table;
  table.fill(strange);
  set_range(table, 0x00, 0x1F, control);
  set_range(table, 0x20, 0x7E, ascii);
  set_range(table, 0x7F, 0x9F, control);
  table['\t'] = table['\n'] = table['\r'] = ascii;
  set_range(table, 0xA0, 0x24F, letter);
  table[0xB7] = punctuation;
  set_range(table, 0x2010, 0x203B, punctuation);  // dashes, quotes, …
  table[0x20AC] = letter;
  set_range(table, 0x2100, 0x26FF, symbol);
  set_range(table, 0x3000, 0x301F, punctuation);
  set_range(table, 0x3400, 0x4DBF, rare_han);
  set_range(table, 0x4E00, 0x9FFF, rare_han);
  set_range(table, 0xD800, 0xDFFF, astral);
  set_range(table, 0xE000, 0xF8FF, private_use);
  set_range(table, 0xF900, 0xFAFF, rare_han);
  set_range(table, 0xFE30, 0xFE6F, symbol);  // vertical and small forms
  set_range(table, 0xFF01, 0xFF5E, punctuation);
  table[0xFEFF] = punctuation;
  table[0xFFFD] = invalid;
  table[0xFFFE] = table[0xFFFF] = invalid;
  // Both standards put the characters in frequent use into a plane of their own: GB 2312 level 1 (rows 16-55,
  // 3,755 characters) and Big5 level 1 (A440-C67E, 5,401 characters).
  set_rows(table, "GB2312", 0xB0, 0xD7, false, frequent_han);
  set_rows(table, "GB2312", 0xD8, 0xF7, false, second_han);
  set_rows(table, "Big5", 0xA4, 0xC6, true, frequent_han);
  set_rows(table, "Big5", 0xC9, 0xF9, true, second_han);
  for (const std::string_view common : {common_simplified, common_traditional}) {
    for (std::size_t at = 0; at < common.size();) table[next(common, at)] = common_han;
  }
  return table;
}

bool is_latin_letter(char32_t c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

}  // namespace

double typicality(std::string_view text) {
  static const Table table = make_table();
  std::array<std::size_t, kinds> counts{};
  std::size_t switches = 0;
  bool after_latin = false;
  bool after_han = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    const auto kind = c < table.size() ? static_cast<Kind>(table[c]) : astral;
    ++counts[kind];
    const bool latin = is_latin_letter(c);
    const bool han = kind == common_han || kind == frequent_han || kind == second_han || kind == rare_han;
    switches += (latin && after_han) || (han && after_latin);
    after_latin = latin;
    after_han = han;
  }
  double sum = nats_of_switch * static_cast<double>(switches);
  for (std::size_t kind = 0; kind < kinds; ++kind) sum += nats[kind] * static_cast<double>(counts[kind]);
  return sum;
}

}  // namespace duiqi::unicode
