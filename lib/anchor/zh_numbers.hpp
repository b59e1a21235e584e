// Layer: anchor. Reads Chinese numbers: 32, ３２, 三十二, 3.2亿, 1亿2000万, 二〇二四, 数十, 300余.
#pragma once

#include <cstddef>
#include <optional>

#include "anchor/decimal.hpp"
#include "anchor/zh_text.hpp"

namespace duiqi::anchor {

struct ZhNumber {
  std::size_t begin = 0;  ///< code points
  std::size_t end = 0;
  Decimal value;
  bool approximate = false;  ///< 多, 余, 几 and the like inside or behind it
  bool vague = false;        ///< 数百, 上千: `value` is the power of ten alone
  bool arabic = false;       ///< written with digits, and no 万 or the like
  bool positional = false;   ///< 二〇二四
  bool bare_units = false;   ///< 十, 千万: may be a number, if what follows says so
  std::size_t digits = 0;    ///< digits of an arabic or positional number
  int last_scale = 0;        ///< the power of ten of its last 万 or the like; 0 where there is none
  /// For 三四十 (30 to 40): the lower end, and where the upper one begins.
  std::optional<Decimal> lower;
  std::size_t upper_begin = 0;
};

/// The value of 零一二…九 and 两, or -1.
int zh_digit(char32_t c);
/// The power of ten of 十 百 千 万 亿 兆, or 0.
int zh_scale(char32_t c);

/// True where a number may begin with `c`.
bool begins_number(char32_t c);

/// The number at `at`, or nothing. Looks at nothing before `at`.
std::optional<ZhNumber> parse_zh_number(const ZhText& text, std::size_t at);

}  // namespace duiqi::anchor
