#include "anchor/decimal.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace duiqi::anchor {
namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max() / 10;

}  // namespace

int Decimal::small() const {
  if (negative || exponent < 0 || exponent > 4) return -1;
  std::uint64_t value = digits;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value <= 99999 ? static_cast<int>(value) : -1;
}

std::string Decimal::text() const {
  std::string out = std::to_string(digits);
  if (exponent >= 0) {
    out.append(static_cast<std::size_t>(exponent), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent);
    if (out.size() <= places) out = std::string(places + 1 - out.size(), '0').append(out);
    out.insert(out.end() - static_cast<std::ptrdiff_t>(places), '.');
  }
  if (negative) out.insert(out.begin(), '-');
  return out;
}

double Decimal::rough() const {
  const double value = static_cast<double>(digits) * std::pow(10.0, exponent);
  return negative ? -value : value;
}

Decimal decimal(std::uint64_t digits, int exponent) {
  if (digits == 0) return {};
  while (digits % 10 == 0) {
    digits /= 10;
    ++exponent;
  }
  return {digits, exponent, false};
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::uint64_t digits = 0;
  int exponent = 0;
  bool any = false, fraction = false;
  for (const char c : text) {
    if (c == '.' && any && !fraction) {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9' || digits >= most) return std::nullopt;
    any = true;
    digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
    if (fraction) --exponent;
  }
  if (!any || text.back() == '.') return std::nullopt;
  Decimal out = decimal(digits, exponent);
  out.negative = negative && digits != 0;
  return out;
}

std::optional<Decimal> plus(const Decimal& a, const Decimal& b) {
  Decimal high = a.exponent >= b.exponent ? a : b;
  const Decimal& low = a.exponent >= b.exponent ? b : a;
  if (high.digits == 0) return low;
  while (high.exponent > low.exponent) {
    if (high.digits >= most) return std::nullopt;
    high.digits *= 10;
    --high.exponent;
  }
  if (high.digits > std::numeric_limits<std::uint64_t>::max() - low.digits) return std::nullopt;
  return decimal(high.digits + low.digits, low.exponent);
}

std::optional<Decimal> times(const Decimal& a, const Decimal& b) {
  if (a.digits != 0 && b.digits > std::numeric_limits<std::uint64_t>::max() / a.digits) return std::nullopt;
  Decimal out = decimal(a.digits * b.digits, a.exponent + b.exponent);
  out.negative = a.negative != b.negative && out.digits != 0;
  return out;
}

Decimal shifted(Decimal a, int powers_of_ten) {
  if (a.digits != 0) a.exponent += powers_of_ten;
  return a;
}

}  // namespace duiqi::anchor
