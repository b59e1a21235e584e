#include "anchor/unit_scales.hpp"

#include <algorithm>

namespace duiqi::anchor {
namespace {

enum Dimension : int { length, area, volume, mass, power, energy, data, frequency, voltage, seconds, months };

/// One of `unit` is digits × 10^exponent of the common unit.
struct Row {
  std::string_view unit;
  Dimension dimension;
  UnitSystem system;
  std::uint64_t digits;
  int exponent;
};

// Metric by the SI's prefixes; customary as the International yard and pound agreement of 1959 defines them
// (NIST Handbook 44, appendix C; gallons are those of the United States); 市制 as the State Council's order
// of 1959 has it: 1 里 = 500 m, 15 亩 = 1 ha, 1 斤 = 500 g. Areas are in 亩, in which all others are exact (1
// m² = 0.0015 亩). Left out, as they are not one thing: horsepower, barrels, and 尺 and 丈 (thirds of a
// metre). Bytes by the SI's prefixes, as makers of disks count; a GB of 1024 MB is another number.
constexpr Row rows[] = {
    {"nm", length, UnitSystem::metric, 1, -9},
    {"um", length, UnitSystem::metric, 1, -6},
    {"mm", length, UnitSystem::metric, 1, -3},
    {"cm", length, UnitSystem::metric, 1, -2},
    {"dm", length, UnitSystem::metric, 1, -1},
    {"m", length, UnitSystem::metric, 1, 0},
    {"km", length, UnitSystem::metric, 1, 3},
    {"inch", length, UnitSystem::customary, 254, -4},
    {"foot", length, UnitSystem::customary, 3048, -4},
    {"yard", length, UnitSystem::customary, 9144, -4},
    {"mile", length, UnitSystem::customary, 1609344, -3},
    {"nmi", length, UnitSystem::customary, 1852, 0},
    {"li", length, UnitSystem::chinese, 5, 2},
    {"cm2", area, UnitSystem::metric, 15, -8},
    {"m2", area, UnitSystem::metric, 15, -4},
    {"ha", area, UnitSystem::metric, 15, 0},
    {"km2", area, UnitSystem::metric, 15, 2},
    {"inch2", area, UnitSystem::customary, 96774, -11},
    {"ft2", area, UnitSystem::customary, 13935456, -11},
    {"yard2", area, UnitSystem::customary, 125419104, -11},
    {"acre", area, UnitSystem::customary, 60702846336, -10},
    {"mile2", area, UnitSystem::customary, 3884982165504, -9},
    {"mu", area, UnitSystem::chinese, 1, 0},
    {"ml", volume, UnitSystem::metric, 1, -6},
    {"cm3", volume, UnitSystem::metric, 1, -6},
    {"l", volume, UnitSystem::metric, 1, -3},
    {"m3", volume, UnitSystem::metric, 1, 0},
    {"km3", volume, UnitSystem::metric, 1, 9},
    {"ft3", volume, UnitSystem::customary, 28316846592, -12},
    {"gal", volume, UnitSystem::customary, 3785411784, -12},
    {"ug", mass, UnitSystem::metric, 1, -6},
    {"mg", mass, UnitSystem::metric, 1, -3},
    {"carat", mass, UnitSystem::metric, 2, -1},
    {"g", mass, UnitSystem::metric, 1, 0},
    {"kg", mass, UnitSystem::metric, 1, 3},
    {"t", mass, UnitSystem::metric, 1, 6},
    {"oz", mass, UnitSystem::customary, 28349523125, -9},
    {"lb", mass, UnitSystem::customary, 45359237, -5},
    {"jin", mass, UnitSystem::chinese, 5, 2},
    {"w", power, UnitSystem::metric, 1, 0},
    {"kw", power, UnitSystem::metric, 1, 3},
    {"mw", power, UnitSystem::metric, 1, 6},
    {"gw", power, UnitSystem::metric, 1, 9},
    {"tw", power, UnitSystem::metric, 1, 12},
    {"j", energy, UnitSystem::metric, 1, 0},
    {"kj", energy, UnitSystem::metric, 1, 3},
    {"mj", energy, UnitSystem::metric, 1, 6},
    {"gj", energy, UnitSystem::metric, 1, 9},
    {"wh", energy, UnitSystem::metric, 36, 2},
    {"kwh", energy, UnitSystem::metric, 36, 5},
    {"mwh", energy, UnitSystem::metric, 36, 8},
    {"gwh", energy, UnitSystem::metric, 36, 11},
    {"twh", energy, UnitSystem::metric, 36, 14},
    {"kb", data, UnitSystem::metric, 1, 3},
    {"mb", data, UnitSystem::metric, 1, 6},
    {"gb", data, UnitSystem::metric, 1, 9},
    {"tb", data, UnitSystem::metric, 1, 12},
    {"hz", frequency, UnitSystem::metric, 1, 0},
    {"mhz", frequency, UnitSystem::metric, 1, 6},
    {"ghz", frequency, UnitSystem::metric, 1, 9},
    {"v", voltage, UnitSystem::metric, 1, 0},
    {"kv", voltage, UnitSystem::metric, 1, 3},
    {"ms", seconds, UnitSystem::metric, 1, -3},
    {"second", seconds, UnitSystem::metric, 1, 0},
    {"minute", seconds, UnitSystem::metric, 6, 1},
    {"hour", seconds, UnitSystem::metric, 36, 2},
    {"day", seconds, UnitSystem::metric, 864, 2},
    {"week", seconds, UnitSystem::metric, 6048, 2},
    {"month", months, UnitSystem::metric, 1, 0},
    {"year", months, UnitSystem::metric, 12, 0},
    {"century", months, UnitSystem::metric, 12, 2},
};

}  // namespace

std::optional<Scaled> scaled(std::string_view unit, const Decimal& number) {
  const auto* row =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.unit == unit; });
  if (row == std::end(rows)) return std::nullopt;
  const auto value = times(number, decimal(row->digits, row->exponent));
  if (!value) return std::nullopt;
  return Scaled{row->dimension, row->system, *value};
}

std::optional<double> in_celsius(std::string_view unit, const Decimal& number) {
  if (unit == "celsius") return number.rough();
  if (unit == "fahrenheit") return (number.rough() - 32) * 5 / 9;
  return std::nullopt;
}

}  // namespace duiqi::anchor
