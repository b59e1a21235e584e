#include <catch2/catch.hpp>
#include <vector>

#include "align/chain.hpp"

using namespace duiqi;
using namespace duiqi::align;

TEST_CASE("sure stretches lie between neighbours of the chain that confirm each other") {
  struct Row {
    const char* what;
    std::vector<Candidate> chain;
    std::vector<RangePair> stretches;
  };
  const auto row = GENERATE(values<Row>({
      {"none", {}, {}},
      {"one", {{3, 4, 1}}, {}},
      {"neighbours", {{0, 0, 1}, {2, 3, 1}, {5, 5, 1}}, {{{0, 2}, {0, 3}}, {{2, 5}, {3, 5}}}},
      {"a hole on one side",
       {{0, 0, 1}, {2, 2, 1}, {4, 60, 1}, {6, 62, 1}},
       {{{0, 2}, {0, 2}}, {{4, 6}, {60, 62}}}},
      {"too steep", {{0, 0, 1}, {1, 8, 1}}, {}},
      {"as long as allowed", {{0, 0, 1}, {10, 10, 1}}, {{{0, 10}, {0, 10}}}},
      {"too long", {{0, 0, 1}, {11, 10, 1}}, {}},
  }));
  INFO(row.what);
  CHECK(sure_stretches(row.chain) == row.stretches);
}
