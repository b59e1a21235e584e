// Layer: anchor. What stands behind an English number and says what it counts.
#pragma once

#include <cstddef>

#include "anchor/emitter.hpp"
#include "anchor/en_scan.hpp"

namespace duiqi::anchor {

struct EnSuffix {
  Amount amount;
  std::size_t end = 0;  ///< tokens
  bool found = false;
  bool below_zero = false;
};

EnSuffix read_en_suffix(const EnTokens& tokens, const EnNumber& n);

/// Whether a unit, a currency or the like stands at `at`; `end` is moved behind it.
bool is_en_unit(const EnTokens& tokens, std::size_t at, std::size_t& end);

/// The amount's sign or code at `at` (US$, HK$, RMB), with `end` moved behind it: its place in
/// data::currency_signs, or -1.
int read_en_currency_sign(const EnTokens& tokens, std::size_t at, std::size_t& end);

}  // namespace duiqi::anchor
