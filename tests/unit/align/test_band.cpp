#include <catch2/catch.hpp>

#include "align/band.hpp"

using namespace duiqi::align;

TEST_CASE("a band holds its path, has room around it, and can be walked") {
  const std::vector<Node> path{{0, 0}, {10, 12}, {10, 40}, {30, 50}, {60, 50}, {61, 70}};
  const auto half_width = GENERATE(0U, 3U, 100U);
  const Band band(path, half_width);
  for (const Node node : path) CHECK(band.contains(node));
  CHECK(band.low(0) == 0);
  CHECK(band.high(61) == 70);
  std::size_t cells = 0;
  for (std::uint32_t zh = 0; zh <= 61; ++zh) {
    CHECK(band.cell({zh, band.low(zh)}) == cells);
    cells += band.high(zh) - band.low(zh) + 1;
    if (zh == 0) continue;
    CHECK(band.low(zh) >= band.low(zh - 1));
    CHECK(band.high(zh) >= band.high(zh - 1));
    CHECK(band.low(zh) <= band.high(zh - 1));
  }
  CHECK(cells == band.cells());
  if (half_width == 100) CHECK(cells == 62 * 71);
}

TEST_CASE("only a rim that cuts off something is a rim") {
  const Band narrow(std::vector<Node>{{0, 0}, {50, 50}}, 5);
  CHECK(narrow.on_rim({25, narrow.high(25)}));
  CHECK(narrow.on_rim({25, narrow.low(25)}));
  CHECK_FALSE(narrow.on_rim({25, 25}));
  CHECK_FALSE(narrow.on_rim({0, 0}));
  CHECK_FALSE(narrow.on_rim({50, 50}));
  const Band whole(Node{}, Node{50, 50});
  CHECK_FALSE(whole.on_rim({25, 0}));
}
