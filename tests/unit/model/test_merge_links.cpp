#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include <duiqi/id_bead.hpp>

#include "unit/io/made_bitext.hpp"

using namespace duiqi;
using namespace duiqi::testing;

namespace {

using Ids = std::vector<std::uint32_t>;

Bitext bitext(std::uint32_t zh, std::uint32_t en, std::vector<Bead> beads, std::vector<Link> links) {
  return made_bitext({std::vector<std::string>(zh, "中。"), std::vector<std::string>(en, "A."),
                      std::move(beads), std::move(links)});
}

}  // namespace

TEST_CASE("a link to a null draws the sentence in") {
  // 1 against 1, and 2, an English null, belongs to Chinese 1 too.
  const auto beads = merge_links(bitext(
      2, 3, {{{0, 1}, {0, 1}, 1, .9}, {{1, 2}, {1, 2}, 2, .8}, {{2, 2}, {2, 3}, -3, .6}}, {{1, 2, .5, .5}}));
  REQUIRE(beads.size() == 2);
  CHECK(beads[1].zh == Ids{1});
  CHECK(beads[1].en == Ids{1, 2});
  CHECK(beads[1].score == 2);  // its own, whatever the link's and the null's
  CHECK(beads[1].probability == .8);
}

TEST_CASE("a bead that has a null on either side linked to it keeps its figures") {
  const auto beads =
      merge_links(bitext(2, 2, {{{0, 1}, {0, 0}, -3, .2}, {{1, 2}, {0, 1}, 2, .8}, {{2, 2}, {1, 2}, -3, .1}},
                         {{0, 0, 9, .3}, {1, 1, 9, .99}}));
  REQUIRE(beads.size() == 1);
  CHECK(beads[0].zh == Ids{0, 1});
  CHECK(beads[0].en == Ids{0, 1});
  CHECK(beads[0].score == 2);
  CHECK(beads[0].probability == .8);
}

TEST_CASE("of several links between nulls alone the score is the sum, the probability the least") {
  const auto beads = merge_links(bitext(
      2, 3,
      {{{0, 0}, {0, 1}, -3, .6}, {{0, 1}, {1, 2}, 2, .9}, {{1, 2}, {2, 2}, -3, .7}, {{2, 2}, {2, 3}, -3, .7}},
      {{1, 0, 1.5, .8}, {1, 2, -.5, .6}}));
  REQUIRE(beads.size() == 2);
  CHECK(beads[1].zh == Ids{1});
  CHECK(beads[1].en == Ids{0, 2});
  CHECK(beads[1].score == 1);
  CHECK(beads[1].probability == .6);
}

TEST_CASE("swapped beads stay as they are, in Chinese order, and merge with ids in order") {
  const std::vector<Bead> swap{
      {{0, 1}, {1, 3}, 1, .9}, {{1, 2}, {0, 1}, 2, .8}, {{2, 3}, {3, 3}, -3, .7}, {{3, 3}, {3, 4}, -3, .6}};
  SECTION("without a link") {
    const auto beads = merge_links(bitext(3, 4, swap, {}));
    REQUIRE(beads.size() == 4);
    CHECK(beads[0].zh == Ids{0});
    CHECK(beads[0].en == Ids{1, 2});
    CHECK(beads[1].zh == Ids{1});
    CHECK(beads[1].en == Ids{0});
  }
  SECTION("a null linked to either") {
    const auto beads = merge_links(bitext(3, 4, swap, {{1, 3, 1, .5}, {2, 2, 1, .5}}));
    REQUIRE(beads.size() == 2);
    CHECK(beads[0].zh == Ids{0, 2});
    CHECK(beads[0].en == Ids{1, 2});
    CHECK(beads[0].probability == .9);
    CHECK(beads[1].zh == Ids{1});
    CHECK(beads[1].en == Ids{0, 3});
    CHECK(beads[1].probability == .8);
  }
  SECTION("the two of it linked") {
    const auto beads = merge_links(bitext(3, 4, swap, {{0, 0, 1, .5}}));
    REQUIRE(beads.size() == 3);
    CHECK(beads[0].zh == Ids{0, 1});
    CHECK(beads[0].en == Ids{0, 1, 2});
    CHECK(beads[0].score == 3);
    CHECK(beads[0].probability == .8);
  }
}

TEST_CASE("a link between two nulls makes a bead where the Chinese one stood") {
  const auto beads =
      merge_links(bitext(2, 2, {{{0, 0}, {0, 1}, -3, .6}, {{0, 1}, {1, 2}, 2, .9}, {{1, 2}, {2, 2}, -3, .7}},
                         {{1, 0, 1.5, .8}}));
  REQUIRE(beads.size() == 2);
  CHECK(beads[0].zh == Ids{0});
  CHECK(beads[1].zh == Ids{1});
  CHECK(beads[1].en == Ids{0});
  CHECK(beads[1].score == 1.5);
  CHECK(beads[1].probability == .8);
}

TEST_CASE("of a null of several sentences only those that are reached are drawn in") {
  const auto beads =
      merge_links(bitext(1, 4, {{{0, 1}, {0, 1}, 1, .9}, {{1, 1}, {1, 4}, -9, .5}}, {{0, 2, 1, .9}}));
  REQUIRE(beads.size() == 3);
  CHECK(beads[0].en == Ids{0, 2});
  CHECK(beads[1].en == Ids{1});
  CHECK(beads[2].en == Ids{3});
}

TEST_CASE("links that share a bead tie all of it together, once") {
  const auto beads =
      merge_links(bitext(3, 3, {{{0, 1}, {0, 1}, 1, .9}, {{1, 2}, {1, 2}, 1, .8}, {{2, 3}, {2, 3}, 1, .7}},
                         {{0, 2, 1, .5}, {2, 0, 1, .5}}));
  REQUIRE(beads.size() == 2);
  CHECK(beads[0].zh == Ids{0, 2});
  CHECK(beads[0].en == Ids{0, 2});
  CHECK(beads[0].score == 2);
  CHECK(beads[0].probability == .7);
  CHECK(beads[1].zh == Ids{1});
}

TEST_CASE("whatever the links, every sentence stands in exactly one bead, and linked ones together") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::uint32_t zh = 0;
    std::uint32_t en = 0;
    std::vector<Bead> beads;
    for (auto n = 1 + random() % 8; n > 0; --n) {
      const auto a = static_cast<std::uint32_t>(random() % 4);
      const auto b = static_cast<std::uint32_t>(random() % 3 + (a == 0));
      beads.push_back({{zh, zh + a}, {en, en + b}, 1, .9});
      if (a > 1 && b > 1 && random() % 2 == 0) {  // a swap instead
        beads.back() = {{zh, zh + 1}, {en + 1, en + b}, 1, .9};
        beads.push_back({{zh + 1, zh + a}, {en, en + 1}, 1, .9});
      }
      zh += a;
      en += b;
    }
    std::vector<Link> links;
    if (zh > 0 && en > 0) {
      for (auto n = random() % 4; n > 0; --n) {
        links.push_back(
            {static_cast<std::uint32_t>(random() % zh), static_cast<std::uint32_t>(random() % en), 1, .9});
      }
    }
    std::vector<int> zh_bead(zh, -1);
    std::vector<int> en_bead(en, -1);
    int k = 0;
    for (const IdBead& bead : merge_links(bitext(zh, en, beads, links))) {
      CHECK(std::is_sorted(bead.zh.begin(), bead.zh.end()));
      CHECK(std::is_sorted(bead.en.begin(), bead.en.end()));
      for (const auto id : bead.zh) CHECK(std::exchange(zh_bead.at(id), k) == -1);
      for (const auto id : bead.en) CHECK(std::exchange(en_bead.at(id), k) == -1);
      ++k;
    }
    for (const int owner : zh_bead) CHECK(owner >= 0);
    for (const int owner : en_bead) CHECK(owner >= 0);
    for (const Link& link : links) CHECK(zh_bead[link.zh] == en_bead[link.en]);
  }
}
