// Layer: data. The words that turn a number into an amount: units, currencies, classifiers.
#pragma once

#include <string_view>

namespace duiqi::data {

/// A unit of measure. Names are separated by '|', simplified Chinese and lower-case English; words stand
/// one space apart.
struct UnitRow {
  std::string_view key;  ///< as it stands in an anchor's key
  std::string_view zh;
  std::string_view en;
  int factor = 1;  ///< what one of it is in `key` (a decade is 10 years, a fortnight 2 weeks)
};

/// A currency beyond what CLDR names: what news calls it.
struct CurrencyRow {
  std::string_view code;  ///< ISO 4217
  std::string_view zh;
  std::string_view en;
};

/// A sign or code before (or behind) an amount.
struct CurrencySign {
  std::string_view sign;
  std::string_view code;
};

/// Each of the three ends with a row of an empty first field.
extern const UnitRow units[];
extern const CurrencyRow currencies[];
extern const CurrencySign currency_signs[];

/// Chinese classifiers, and nouns that take none, separated by '|': a number before one is a plain number.
extern const std::string_view classifiers;

/// Words in which a numeral is no number ("万一|十分|三亚"), separated by '|'. What begins inside one is
/// skipped.
extern const std::string_view zh_traps;

}  // namespace duiqi::data
