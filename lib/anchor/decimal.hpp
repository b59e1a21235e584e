// Layer: anchor. Exact decimal numbers, small enough to copy: what a text says, never a rounded double.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duiqi::anchor {

/// ±digits × 10^exponent. Kept normal: no trailing zeros in `digits`, and zero is 0 × 10^0. All operations
/// are exact; where a result does not fit 19 digits, there is none.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
  bool negative = false;

  friend bool operator==(const Decimal&, const Decimal&) = default;

  bool is_integer() const { return exponent >= 0; }
  /// The value as an int, where it is a whole number from 0 to 99999; else -1.
  int small() const;
  /// "-3.5", "320000000".
  std::string text() const;
  /// The value to some 15 digits, for comparisons of size only.
  double rough() const;
};

Decimal decimal(std::uint64_t digits, int exponent = 0);
/// Reads "123", "1.5", "-0.25" (no separators, no '+').
std::optional<Decimal> parse_decimal(std::string_view text);
std::optional<Decimal> plus(const Decimal& a, const Decimal& b);  ///< of two that are not negative
std::optional<Decimal> times(const Decimal& a, const Decimal& b);
Decimal shifted(Decimal a, int powers_of_ten);

}  // namespace duiqi::anchor
