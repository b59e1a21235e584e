#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "evidence/link_bound.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

constexpr std::uint32_t sentences = 70;
constexpr std::uint32_t types = 60;
constexpr std::size_t sentence_bytes = 200;

/// Units that overlap often; some are titles.
UnitSide random_side(std::mt19937& random) {
  UnitSide side;
  side.first = {0};
  side.frequency.assign(types, 0);
  for (std::uint32_t sentence = 0; sentence < sentences; ++sentence) {
    for (auto k = random() % 25; k > 0; --k) {
      const std::size_t begin = sentence * sentence_bytes + random() % (sentence_bytes - 20);
      const UnitClass kind = random() % 20 == 0 ? UnitClass::title : UnitClass::word;
      side.units.push_back(
          {static_cast<std::uint32_t>(random() % types), sentence, {begin, begin + 1 + random() % 19}, kind});
    }
    std::sort(side.units.begin() + side.first.back(), side.units.end(), [](const Unit& a, const Unit& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    side.first.push_back(static_cast<std::uint32_t>(side.units.size()));
  }
  for (const Unit& unit : side.units) ++side.frequency[unit.type];
  return side;
}

Units random_units(unsigned seed) {
  std::mt19937 random(seed);
  Units units{random_side(random), random_side(random), {}};
  for (std::uint32_t zh = 0; zh < types; ++zh) {
    for (std::uint32_t en = 0; en < types; ++en) {
      if (random() % 20 == 0)
        units.links.push_back({zh, en, 0.1 + 0.09 * static_cast<double>(random() % 11)});
    }
  }
  return units;
}

}  // namespace

TEST_CASE("no bead's links are worth more than their bound, and the bound is not idle") {
  const SideWeights weights{0.7, 0.6};
  double worth = 0;
  double bounds = 0;
  for (unsigned seed = 0; seed < 5; ++seed) {
    const Units units = random_units(seed);
    const Chance chance(units);
    Linker linker(units, chance);
    LinkBound bound(units, chance, linker, weights);
    std::mt19937 random(seed + 100);
    for (int k = 0; k < 1500; ++k) {
      const auto zh = static_cast<std::uint32_t>(random() % (sentences - 6));
      const auto en = static_cast<std::uint32_t>(random() % (sentences - 6));
      const RangePair pair{{zh, zh + 1 + static_cast<std::uint32_t>(random() % 6)},
                           {en, en + 1 + static_cast<std::uint32_t>(random() % 6)}};
      const LinkScore linked = linker.score(pair);
      const LinkScore none = linker.unlinked(pair);
      const double gain = weights.zh * (linked.zh_gain + linked.zh_loss - none.zh_loss) +
                          weights.en * (linked.en_gain + linked.en_loss - none.en_loss);
      const double most = bound.of(pair);
      CHECK(gain <= most + 1e-3);
      worth += gain;
      bounds += most;
    }
  }
  CHECK(worth > 0);
  CHECK(bounds < 3 * worth);
}

TEST_CASE("a larger bead than any row knows has no bound") {
  const Units units = random_units(1);
  const Chance chance(units);
  const Linker linker(units, chance);
  CHECK(LinkBound(units, chance, linker, {}).of({{0, 7}, {0, 1}}) > 1e5);
}
