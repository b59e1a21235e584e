#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "align/best_ladder.hpp"
#include "align/lattice.hpp"
#include "unit/align/brute_force.hpp"

using namespace duiqi;
using namespace duiqi::align;

namespace {

RangePair range_of(const Edge& edge, const std::vector<Shape>& shapes) {
  const Shape shape = shapes[edge.shape];
  return {{edge.from.zh, edge.from.zh + shape.zh}, {edge.from.en, edge.from.en + shape.en}};
}

struct Sizes {
  std::uint32_t zh;
  std::uint32_t en;
};

}  // namespace

TEST_CASE("the shapes are nulls first, then what the options allow") {
  const std::vector<Shape> shapes = bead_shapes(3, 2);
  CHECK(shapes == std::vector<Shape>{{1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 2}});
  CHECK(bead_shapes(6, 4).size() == 3 + 2 * 5 + 9);
}

TEST_CASE("the best ladder is the best of all ladders") {
  const auto sizes =
      GENERATE(Sizes{0, 0}, Sizes{0, 3}, Sizes{3, 0}, Sizes{1, 1}, Sizes{3, 4}, Sizes{5, 2}, Sizes{4, 4});
  const std::vector<Shape> shapes = bead_shapes(3, 2);
  const std::vector<oracle::Path> all = oracle::all_ladders({sizes.zh, sizes.en}, shapes);
  for (unsigned seed = 0; seed < 20; ++seed) {
    oracle::RandomScores scores(seed);
    double best = -1e9;
    for (const auto& path : all) best = std::max(best, scores.total(path));
    const std::vector<Edge> found =
        best_ladder(Band(Node{}, Node{sizes.zh, sizes.en}), shapes, scores.scorer());
    double total = 0;
    for (const Edge& edge : found) total += edge.score;
    CHECK(total == Approx(best).margin(1e-9));
  }
}

TEST_CASE("posteriors and the sum over all ladders are those of counting each ladder") {
  const auto sizes = GENERATE(Sizes{0, 2}, Sizes{1, 1}, Sizes{3, 3}, Sizes{2, 5}, Sizes{4, 3});
  const std::vector<Shape> shapes = bead_shapes(3, 2);
  const std::vector<oracle::Path> all = oracle::all_ladders({sizes.zh, sizes.en}, shapes);
  for (unsigned seed = 0; seed < 10; ++seed) {
    oracle::RandomScores scores(seed);
    double mass = 0;
    std::map<RangePair, double> expected;
    for (const auto& path : all) {
      const double weight = std::exp(scores.total(path));
      mass += weight;
      for (const RangePair& pair : path) expected[pair] += weight;
    }
    const Lattice lattice(Band(Node{}, Node{sizes.zh, sizes.en}), shapes, scores.scorer());
    CHECK(lattice.log_sum() == Approx(std::log(mass)));
    std::size_t met = 0;
    for (const Edge& edge : lattice.posteriors(0)) {
      const auto found = expected.find(range_of(edge, shapes));
      CHECK(edge.probability == Approx(found == expected.end() ? 0 : found->second / mass).margin(1e-9));
      met += found != expected.end();
    }
    CHECK(met == expected.size());
  }
}
