#include "anchor/numbered_names.hpp"

namespace duiqi::anchor {
namespace {

/// China's crewed and uncrewed spacecraft and its submersible, by the names that Xinhua uses in English.
constexpr NumberedSeries all_series[] = {{U"神舟", "shenzhou"}, {U"天舟", "tianzhou"}, {U"天宫", "tiangong"},
                                         {U"天问", "tianwen"},  {U"嫦娥", "change"},   {U"玉兔", "yutu"},
                                         {U"蛟龙", "jiaolong"}};

int roman_digit(char c) {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    default:
      return 0;
  }
}

int roman(std::string_view letters) {
  int out = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int value = roman_digit(letters[i]);
    if (value == 0) return 0;
    const bool less = i + 1 < letters.size() && value < roman_digit(letters[i + 1]);
    out += less ? -value : value;
  }
  return out;
}

}  // namespace

const NumberedSeries* find_series(std::u32string_view characters) {
  for (const NumberedSeries& series : all_series)
    if (series.zh == characters) return &series;
  return nullptr;
}

const NumberedSeries* find_series(std::string_view folded, bool apostrophe) {
  for (const NumberedSeries& series : all_series) {
    if (!folded.starts_with(series.en) || apostrophe != (series.en == "change")) continue;
    if (folded.size() == series.en.size() || series_number(folded.substr(series.en.size())) > 0)
      return &series;
  }
  return nullptr;
}

int series_number(std::string_view folded) {
  constexpr std::size_t longest = 6;  // "xxxviii" has seven letters, and no series got so far
  if (folded.empty() || folded.size() > longest) return 0;
  int value = 0;
  for (const char c : folded) {
    if (c < '0' || c > '9') return roman(folded);
    value = value * 10 + (c - '0');
  }
  return value < 100 ? value : 0;
}

std::string series_key(const NumberedSeries& series, int number) {
  return std::string(series.en) += std::to_string(number);
}

}  // namespace duiqi::anchor
