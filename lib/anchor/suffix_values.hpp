// Layer: anchor. What stands behind a number, whatever the language: the values that both languages' tables
// of suffixes map to.
#pragma once

#include <vector>

#include "anchor/emitter.hpp"
#include "unicode/currency_names.hpp"

namespace duiqi::anchor {

/// From each of the `first_…` on, a value is a place in a table: of units, of currencies, of those that only
/// CLDR has.
enum SuffixValue : int {
  percent_word,
  points_word,
  basis_points_word,
  times_word,
  first_own_word,  ///< the values that only one language has begin here
  first_unit = 100,
  first_currency = 1000,
  first_cldr = 2000,
};

/// CLDR's currencies, read once for both languages: it is much of what the tables of suffixes cost.
const std::vector<unicode::CurrencyName>& cldr_currencies();

/// Writes what `value` says into `amount`; values from first_own_word to first_unit say nothing here.
void apply_suffix(int value, Amount& amount);

}  // namespace duiqi::anchor
