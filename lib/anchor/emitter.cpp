#include "anchor/emitter.hpp"

#include <algorithm>
#include <numeric>

namespace duiqi::anchor {
namespace {

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

/// "CNY 5".
std::string with_unit(std::string_view unit, std::string_view number) {
  std::string out;
  out.reserve(unit.size() + 1 + number.size());
  out += unit;
  out += ' ';
  return out += number;
}

}  // namespace

Anchor& Emitter::add(const Amount& amount, const Decimal& value, bool vague, Span span, bool approximate) {
  Decimal scaled = shifted(value, amount.shift);
  if (amount.factor != 1)
    scaled = times(scaled, decimal(static_cast<std::uint64_t>(amount.factor))).value_or(scaled);
  std::string number = scaled.text();
  if (vague) number += 's';
  Anchor& anchor = add(amount.kind, span, amount.unit.empty() ? number : with_unit(amount.unit, number),
                       approximate || vague);
  // Half a year is six months, a year and a half eighteen.
  if (amount.unit == "year" && scaled.exponent == -1 && scaled.digits % 10 == 5)
    anchor.alternates.push_back(with_unit("month", times(scaled, decimal(12)).value_or(scaled).text()));
  if (!amount.or_units.empty()) {
    const auto units = std::count(amount.or_units.begin(), amount.or_units.end(), ' ') + 1;
    anchor.alternates.reserve(anchor.alternates.size() + static_cast<std::size_t>(units));
  }
  for (std::string_view rest = amount.or_units; !rest.empty();) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    anchor.alternates.push_back(with_unit(rest.substr(0, space), number));
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return anchor;
}

std::string fraction_key(int numerator, int denominator) {
  const int common = std::gcd(numerator, denominator);
  return std::to_string(numerator / common) + "/" + std::to_string(denominator / common);
}

std::string time_key(int hour, int minute) {
  return two_digits(hour) + ":" + two_digits(minute);
}

void add_other_half_day(Anchor& time, int hour, int minute) {
  if (hour >= 1 && hour <= 12) time.alternates.push_back(time_key((hour + 12) % 24, minute));
}

}  // namespace duiqi::anchor
