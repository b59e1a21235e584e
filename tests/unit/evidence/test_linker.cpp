#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "evidence/linker.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

/// A side from (sentence, type, begin, end) rows.
struct Row {
  std::uint32_t sentence;
  std::uint32_t type;
  std::size_t begin;
  std::size_t end;
  UnitClass kind = UnitClass::name;
};

UnitSide side(const std::vector<Row>& rows, std::uint32_t sentences, std::uint32_t types) {
  UnitSide out;
  out.first.assign(sentences + 1, 0);
  out.frequency.assign(types, 0);
  for (const Row& row : rows) {
    out.units.push_back({row.type, row.sentence, {row.begin, row.end}, row.kind, no_anchor});
    ++out.first[row.sentence + 1];
    ++out.frequency[row.type];
  }
  for (std::uint32_t k = 0; k < sentences; ++k) out.first[k + 1] += out.first[k];
  return out;
}

}  // namespace

TEST_CASE("each unit is linked once, the surest link first") {
  // Chinese type 0 may be English 0 (surely) or 1 (hardly); Chinese type 1 only English 0.
  const Units units{side({{0, 0, 0, 3}, {0, 1, 3, 6}}, 1, 2),
                    side({{0, 0, 0, 3}, {0, 1, 4, 8}}, 1, 2),
                    {{0, 0, 0.9}, {0, 1, 0.3}, {1, 0, 0.5}}};
  const Chance chance(units);
  Linker linker(units, chance);
  const auto& made = linker.link({{0, 1}, {0, 1}});
  REQUIRE(made.size() == 1);
  CHECK(made[0].zh_unit == 0);
  CHECK(made[0].en_unit == 0);
}

TEST_CASE("of units that overlap only one is linked, but a title leaves its inside free") {
  const auto kind = GENERATE(UnitClass::name, UnitClass::title);
  const Units units{side({{0, 0, 0, 30, kind}, {0, 1, 3, 9}}, 1, 2),
                    side({{0, 0, 0, 20, kind}, {0, 1, 3, 9}}, 1, 2),
                    {{0, 0, 0.9}, {1, 1, 0.8}}};
  const Chance chance(units);
  Linker linker(units, chance);
  CHECK(linker.link({{0, 1}, {0, 1}}).size() == (kind == UnitClass::title ? 2 : 1));
}

TEST_CASE(
    "a unit that could be linked elsewhere counts against a bead without it; one that can't be linked says "
    "nothing") {
  // Type 0 stands in Chinese 0 and English 1; type 1 has no link.
  const Units units{side({{0, 0, 0, 3}, {1, 1, 9, 12}}, 20, 2),
                    side({{1, 0, 30, 33}, {2, 1, 60, 63}}, 20, 2),
                    {{0, 0, 1.0}}};
  const Chance chance(units);
  Linker linker(units, chance);
  CHECK(linker.score({{0, 1}, {0, 1}}).zh_loss < -1);
  CHECK(linker.score({{0, 1}, {1, 2}}).zh_loss == Approx(0));
  CHECK(linker.score({{0, 1}, {1, 2}}).zh_gain > 1);
  CHECK(linker.score({{1, 2}, {2, 3}}).zh_loss == Approx(0));
  CHECK(linker.score({{1, 2}, {2, 3}}).en_gain == Approx(0));
}

TEST_CASE("a link is worth less the more sentences might have offered it by chance") {
  std::vector<Row> common;
  for (std::uint32_t k = 0; k < 20; ++k) common.push_back({k, 0, k * 10, k * 10 + 3});
  common.push_back({19, 1, 195, 198});
  const Units units{side(common, 20, 2), side(common, 20, 2), {{0, 0, 1.0}, {1, 1, 1.0}}};
  const Chance chance(units);
  CHECK(chance.en_gain(1, 1) > 2);
  CHECK(chance.en_gain(0, 1) < 0.1);
  CHECK(chance.en_gain(1, 4) < chance.en_gain(1, 1) - 1);
}

TEST_CASE("rows that are asked for out of order and far apart give what they gave before") {
  std::mt19937 engine(3);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  std::vector<Row> zh;
  std::vector<Row> en;
  for (std::uint32_t k = 0; k < 900; ++k) zh.push_back({k / 3, random() % 40, k * 10, k * 10 + 5});
  for (std::uint32_t k = 0; k < 900; ++k) en.push_back({k / 3, random() % 40, k * 10, k * 10 + 5});
  Units units{side(zh, 300, 40), side(en, 300, 40), {}};
  for (std::uint32_t type = 0; type < 40; ++type) units.links.push_back({type, type, 0.5});
  const Chance chance(units);
  Linker shared(units, chance);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t i = random() % 297;
    const std::uint32_t j = random() % 297;
    const RangePair pair{{i, i + 1 + random() % 3}, {j, j + 1 + random() % 3}};
    Linker fresh(units, chance);
    const auto& a = shared.link(pair);
    const auto& b = fresh.link(pair);
    REQUIRE(a.size() == b.size());
    CHECK(std::equal(a.begin(), a.end(), b.begin(), [](const MadeLink& x, const MadeLink& y) {
      return x.zh_unit == y.zh_unit && x.en_unit == y.en_unit && x.link == y.link;
    }));
  }
}

TEST_CASE("what a further sentence adds to a bead is what the bead leaves unlinked") {
  // Chinese sentence 0 holds types 0 and 1, English 0 type 0, and English 1 both: 1 is what is new in it.
  const Units units{side({{0, 0, 0, 3}, {0, 1, 3, 6}}, 20, 2),
                    side({{0, 0, 0, 3}, {1, 0, 10, 13}, {1, 1, 14, 17}}, 20, 2),
                    {{0, 0, 0.9}, {1, 1, 0.9}}};
  const Chance chance(units);
  Linker linker(units, chance);
  const RangePair bead{{0, 1}, {0, 1}};
  const RangePair pair{{0, 1}, {1, 2}};
  const AdditionScore added = linker.score_addition(bead, pair);
  CHECK(added.links.zh_gain == Approx(chance.zh_gain(1, 1)));
  CHECK(added.links.en_gain == Approx(chance.en_gain(1, 1)));
  CHECK(added.links.zh_gain < linker.score(pair).zh_gain);
  // The bead bore the loss of Chinese type 1; the further sentence bears that of its English type 0.
  CHECK(added.residue == Approx(chance.zh_loss(1)));
  CHECK(added.residue < 0);
  CHECK(added.links.zh_loss == Approx(-added.residue));
  CHECK(added.links.en_loss == Approx(chance.en_loss(1)));
  CHECK(added.apart == 1);
  // The same from the other side: nothing of Chinese sentence 0 is left that English 1 lacks.
  const AdditionScore turned = linker.score_addition({{1, 2}, {1, 2}}, {{0, 1}, {1, 2}});
  CHECK(turned.links.en_loss == Approx(-turned.residue));
  CHECK(turned.links.zh_loss == Approx(0).margin(1e-9));
}

TEST_CASE("units of a clause stand apart, units linked by chance are mixed") {
  const auto order = GENERATE(0, 1);
  // Types 0 and 1 belong to the bead, 2 and 3 to the further sentence.
  const std::vector<std::uint32_t> types =
      order == 0 ? std::vector<std::uint32_t>{0, 1, 2, 3} : std::vector<std::uint32_t>{0, 2, 1, 3};
  std::vector<Row> zh;
  for (std::uint32_t k = 0; k < 4; ++k) zh.push_back({0, types[k], 3 * k, 3 * k + 3});
  const Units units{side(zh, 20, 4),
                    side({{0, 0, 0, 3}, {0, 1, 4, 7}, {1, 2, 10, 13}, {1, 3, 14, 17}}, 20, 4),
                    {{0, 0, 0.9}, {1, 1, 0.9}, {2, 2, 0.9}, {3, 3, 0.9}}};
  const Chance chance(units);
  Linker linker(units, chance);
  CHECK(linker.score_addition({{0, 1}, {0, 1}}, {{0, 1}, {1, 2}}).apart == (order == 0 ? 1 : 0));
}
