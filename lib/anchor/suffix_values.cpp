#include "anchor/suffix_values.hpp"

#include "data/quantity_words.hpp"

namespace duiqi::anchor {

const std::vector<unicode::CurrencyName>& cldr_currencies() {
  static const std::vector<unicode::CurrencyName> out = unicode::read_currency_names();
  return out;
}

void apply_suffix(int value, Amount& amount) {
  if (value == percent_word) {
    amount.kind = AnchorKind::percentage;
  } else if (value == points_word || value == basis_points_word) {
    amount.kind = AnchorKind::points;
    amount.shift = value == basis_points_word ? -2 : 0;
  } else if (value == times_word) {
    amount.kind = AnchorKind::multiple;
  } else if (value >= first_cldr) {
    amount.kind = AnchorKind::money;
    amount.unit = cldr_currencies()[static_cast<std::size_t>(value - first_cldr)].code;
  } else if (value >= first_currency) {
    amount.kind = AnchorKind::money;
    amount.unit = data::currencies[value - first_currency].code;
  } else if (value >= first_unit) {
    const data::UnitRow& unit = data::units[value - first_unit];
    amount.kind = AnchorKind::measure;
    amount.unit = unit.key;
    amount.factor = unit.factor;
  }
}

}  // namespace duiqi::anchor
