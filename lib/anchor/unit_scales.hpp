// Layer: anchor. Amounts in different units of one dimension (76万千瓦, 760 MW; 4公顷, 10 acres), compared by
// what they measure. Keys keep the unit that the text says.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "anchor/decimal.hpp"

namespace duiqi::anchor {

/// Who converts within a system gets an exact number; who converts across two rounds it.
enum class UnitSystem : std::uint8_t { metric, customary, chinese };

/// An amount in its dimension's common unit.
struct Scaled {
  int dimension = 0;
  UnitSystem system = UnitSystem::metric;
  Decimal value;
};

/// `number` of `unit` (a measure's unit as keys have it) in the common unit, exactly. Nothing for units that
/// stand alone, for temperatures, and where the value does not fit.
std::optional<Scaled> scaled(std::string_view unit, const Decimal& number);

/// The temperature in degrees Celsius, to some 15 digits. Nothing for other units than Celsius and
/// Fahrenheit.
std::optional<double> in_celsius(std::string_view unit, const Decimal& number);

}  // namespace duiqi::anchor
