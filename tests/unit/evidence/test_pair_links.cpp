// What the linker says of a bead in detail, on units made by hand.
#include <catch2/catch.hpp>

#include "evidence/linker.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

/// Two sentences a side, of 10 bytes each. Types: 0 a number, 1 a name, 2 a token, 3 a date.
UnitSide side(const std::vector<Unit>& units) {
  UnitSide out;
  out.units = units;
  out.first.assign(3, 0);
  out.frequency.assign(4, 0);
  for (const Unit& unit : units) {
    for (std::uint32_t k = unit.sentence + 1; k < 3; ++k) ++out.first[k];
    ++out.frequency[unit.type];
  }
  return out;
}

}  // namespace

TEST_CASE("what a bead's links say, by sentence, class and order, and what stays alone") {
  using enum UnitClass;
  const Units units{side({{0, 0, {0, 4}, number, no_anchor},
                          {1, 0, {6, 10}, name, no_anchor},
                          {2, 1, {20, 24}, token, no_anchor},
                          {3, 1, {26, 30}, date, no_anchor}}),
                    side({{1, 0, {0, 4}, name, no_anchor},
                          {2, 0, {6, 10}, token, no_anchor},
                          {0, 1, {20, 24}, number, no_anchor},
                          {3, 1, {26, 30}, date, no_anchor}}),
                    {{0, 0, 1}, {1, 1, 1}, {2, 2, 1}}};
  const Chance chance(units);
  Linker linker(units, chance);
  PairLinks links;
  const auto classes = [&](UnitClass kind) { return links.classes[static_cast<std::size_t>(kind)]; };

  linker.score({{0, 1}, {0, 1}}, links);
  CHECK(links.zh[0].linked == 1);
  CHECK(links.zh[0].unlinked == 1);  // the number, which could be linked
  CHECK(links.zh[0].gain == Approx(chance.zh_gain(1, 1)));
  CHECK(links.en[0].gain == Approx(chance.en_gain(1, 1)));
  CHECK(links.zh[0].loss == Approx(chance.zh_loss(0)));
  CHECK(classes(name).gain == Approx(chance.zh_gain(1, 1) + chance.en_gain(1, 1)));
  CHECK(classes(number).loss == Approx(chance.zh_loss(0)));
  CHECK(classes(token).loss == Approx(chance.en_loss(1)));
  CHECK(classes(date).loss == 0);
  CHECK(links.lone_numbers_zh == 1);
  CHECK(links.lone_names_en == 1);
  CHECK(links.lone_names_zh == 0);
  // The name's middle stands at .8 of the Chinese stretch and .2 of the English.
  CHECK(links.order == Approx((chance.zh_gain(1, 1) + chance.en_gain(1, 1)) * (0.25 - 0.6)));

  linker.score({{0, 2}, {0, 2}}, links);
  CHECK(links.lone_numbers_zh == 1);  // the dates are linked to nothing anywhere
  CHECK(links.lone_numbers_en == 1);
  CHECK(links.zh[1].unlinked == 0);
  CHECK(links.zh[1].linked == 1);
  CHECK(links.en[0].linked == 2);
  // Number: at 2/30 and 22/30; name: 8/30 and 2/30; token: 22/30 and 8/30.
  const auto gain = [&](std::size_t link) { return chance.zh_gain(link, 2) + chance.en_gain(link, 2); };
  CHECK(links.order ==
        Approx(gain(0) * (0.25 - 20 / 30.0) + gain(1) * (0.25 - 6 / 30.0) + gain(2) * (0.25 - 14 / 30.0)));
}
