// Layer: anchor. Names that a number belongs to: spacecraft and the like, 神舟十八号 and Shenzhou-18.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::anchor {

/// A series of things that are told apart by numbers.
struct NumberedSeries {
  std::u32string_view zh;  ///< two characters
  std::string_view en;     ///< as EnglishWord::folded has it
};

/// The last characters of their Chinese names.
inline constexpr std::u32string_view series_ends = U"舟宫问娥兔龙";

/// The series whose Chinese name is `characters`, or nullptr.
const NumberedSeries* find_series(std::u32string_view characters);

/// The series that an English word names, alone or with its number close behind ("shenzhou", "shenzhou18"),
/// or nullptr. `apostrophe`: whether the word has one, without which "Chang'e" would be "change".
const NumberedSeries* find_series(std::string_view folded, bool apostrophe);

/// The value of "18" or "xviii", from 1 to 99; 0 for anything else.
int series_number(std::string_view folded);

/// The key of a token: "shenzhou18".
std::string series_key(const NumberedSeries& series, int number);

}  // namespace duiqi::anchor
