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

float bound_of(LinkBound& bound, RangePair pair) {
  float sum = 0;
  bound.add_to(pair.zh, pair.en.size(), {pair.en.begin, pair.en.begin + 1}, {&sum, 1});
  return sum;
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
      const auto zh = static_cast<std::uint32_t>(random() % (sentences - 7));
      const auto en = static_cast<std::uint32_t>(random() % (sentences - 7));
      const RangePair pair{{zh, zh + 1 + static_cast<std::uint32_t>(random() % 7)},
                           {en, en + 1 + static_cast<std::uint32_t>(random() % 7)}};
      const LinkScore linked = linker.score(pair);
      const LinkScore none = linker.unlinked(pair);
      const double gain = weights.zh * (linked.zh_gain + linked.zh_loss - none.zh_loss) +
                          weights.en * (linked.en_gain + linked.en_loss - none.en_loss);
      const auto most = static_cast<double>(bound_of(bound, pair));
      CHECK(gain <= most + 1e-3);
      worth += gain;
      bounds += most;
    }
  }
  CHECK(worth > 0);
  CHECK(bounds < 4.5 * worth);
}

TEST_CASE("bounds of a row are those of its beads one by one, in whatever order rows are asked for") {
  const Units units = random_units(7);
  const Chance chance(units);
  const Linker linker(units, chance);
  LinkBound kept(units, chance, linker, {});
  std::mt19937 random(8);
  for (int k = 0; k < 60; ++k) {
    const auto zh = static_cast<std::uint32_t>(random() % (sentences - 6));
    const auto en = static_cast<std::uint32_t>(random() % (sentences - 6));
    const SentenceRange zh_range{zh, zh + 1 + static_cast<std::uint32_t>(random() % 6)};
    const std::uint32_t en_size = 1 + static_cast<std::uint32_t>(random() % 6);
    const SentenceRange begins{en,
                               en + 1 + static_cast<std::uint32_t>(random() % (sentences - en - en_size))};
    std::vector<float> row(begins.size(), 1);
    kept.add_to(zh_range, en_size, begins, row);
    for (std::uint32_t at = begins.begin; at < begins.end; at += 5) {
      LinkBound fresh(units, chance, linker, {});
      CHECK(row[at - begins.begin] == 1 + bound_of(fresh, {zh_range, {at, at + en_size}}));
    }
  }
}

TEST_CASE("a sentence with more slots than a row can hold has no bound") {
  UnitSide zh{{}, {0}, {1}};
  for (std::size_t k = 0; k < 600; ++k) zh.units.push_back({0, 0, {2 * k, 2 * k + 1}, UnitClass::word});
  zh.first.push_back(600);
  const UnitSide en{{{0, 0, {0, 1}, UnitClass::word}}, {0, 1}, {1}};
  const Units units{zh, en, {{0, 0, 1.0}}};
  const Chance chance(units);
  const Linker linker(units, chance);
  REQUIRE(linker.looks_at(0));
  LinkBound bound(units, chance, linker, {});
  CHECK(bound_of(bound, {{0, 1}, {0, 1}}) > 1e5F);
}
