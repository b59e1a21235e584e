#include "anchor/emitter.hpp"

#include <numeric>

namespace duiqi::anchor {
namespace {

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

Anchor& Emitter::add(const Amount& amount, const Decimal& value, bool vague, Span span, bool approximate) {
  Decimal scaled = shifted(value, amount.shift);
  if (amount.factor != 1)
    scaled = times(scaled, decimal(static_cast<std::uint64_t>(amount.factor))).value_or(scaled);
  const std::string number = scaled.text() + (vague ? "s" : "");
  Anchor& anchor =
      add(amount.kind, span, amount.unit.empty() ? number : amount.unit + " " + number, approximate || vague);
  // Half a year is six months, a year and a half eighteen.
  if (amount.unit == "year" && scaled.exponent == -1 && scaled.digits % 10 == 5)
    anchor.alternates.push_back("month " + times(scaled, decimal(12)).value_or(scaled).text());
  for (const std::string& unit : amount.or_units) anchor.alternates.push_back(unit + " " + number);
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
