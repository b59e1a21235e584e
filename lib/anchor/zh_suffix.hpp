// Layer: anchor. What stands behind a Chinese number and says what it counts.
#pragma once

#include <cstddef>

#include "anchor/emitter.hpp"
#include "anchor/zh_numbers.hpp"
#include "anchor/zh_text.hpp"
#include "data/quantity_words.hpp"

namespace duiqi::anchor {

/// What stands behind a number.
struct ZhSuffix {
  Amount amount;
  std::size_t end = 0;
  bool found = false;        ///< a unit, a currency or a classifier stands there
  bool classifier = false;   ///< only a classifier: the number is a plain one
  bool approximate = false;  ///< 多, 余
  bool half = false;         ///< 两个半小时, 三年半
  Decimal
      extra;  ///< what stands behind the unit: the 五 of 七成五 (.5), the 85 of 1米85 (.85), the 83 of 9秒83
};

ZhSuffix read_zh_suffix(const ZhText& text, const ZhNumber& n);

/// The sign, code or name of a currency at `at`, as it stands before an amount; `end` is moved behind it.
const data::CurrencySign* match_zh_currency_sign(const ZhText& text, std::size_t at, std::size_t& end);

}  // namespace duiqi::anchor
