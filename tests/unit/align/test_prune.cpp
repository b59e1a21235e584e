#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <vector>

#include "align/best_ladder.hpp"
#include "align/lattice.hpp"
#include "align/prune.hpp"
#include "unit/align/brute_force.hpp"

using namespace duiqi;
using namespace duiqi::align;

namespace {

/// Random scores, and bounds that lie above them by a random number of nats.
struct Bounded {
  explicit Bounded(unsigned seed) : scores(seed), random(seed + 1000) {}

  BeadScores scorer() {
    return {scores.scorer(), [this](std::span<const RangePair> pairs, std::span<double> bounds) {
              for (std::size_t k = 0; k < pairs.size(); ++k)
                bounds[k] = scores(pairs[k]) + looseness(pairs[k]);
            }};
  }

  double looseness(RangePair pair) {
    const auto [place, added] = more.try_emplace(pair, 0.0);
    if (added) place->second = std::uniform_real_distribution<double>(0, 4)(random);
    return place->second;
  }

  oracle::RandomScores scores;
  std::mt19937 random;
  std::map<RangePair, double> more;
};

}  // namespace

TEST_CASE("pruning by bounds leaves the best ladder and every likely edge as they are") {
  const std::vector<Shape> shapes = bead_shapes(4, 3);
  std::size_t pruned = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Bounded bounded(seed);
    const Band band(Node{}, Node{12 + seed % 5, 14});
    const BeadScores with = bounded.scorer();
    const BeadScores without(bounded.scores.scorer());
    const std::vector<Edge> best = best_ladder(band, shapes, with);
    const std::vector<Edge> expected_best = best_ladder(band, shapes, without);
    REQUIRE(best.size() == expected_best.size());
    for (std::size_t k = 0; k < best.size(); ++k) {
      CHECK(best[k].from == expected_best[k].from);
      CHECK(best[k].shape == expected_best[k].shape);
    }
    constexpr double floor = 1e-4;
    const std::vector<Edge> edges = Lattice(band, shapes, with, floor).posteriors(floor);
    const std::vector<Edge> expected = Lattice(band, shapes, without, floor).posteriors(floor);
    REQUIRE(edges.size() == expected.size());
    for (std::size_t k = 0; k < edges.size(); ++k) {
      CHECK(edges[k].from == expected[k].from);
      CHECK(edges[k].shape == expected[k].shape);
      CHECK(edges[k].probability == Approx(expected[k].probability).epsilon(1e-3));
    }
    const PossibleEdges possible(band, shapes, with, 1);
    for (std::size_t cell = 0; cell < band.cells(); ++cell) {
      for (std::size_t k = 0; k < shapes.size(); ++k) pruned += !possible.contains(cell, k);
    }
  }
  CHECK(pruned > 40 * 12 * 14);  // of 40 × some 200 × 14: it does prune
}

TEST_CASE("without a bound every edge is possible") {
  oracle::RandomScores scores(1);
  const std::vector<Shape> shapes = bead_shapes(2, 2);
  const Band band(Node{}, Node{3, 3});
  const PossibleEdges possible(band, shapes, BeadScores(scores.scorer()), 0);
  for (std::size_t cell = 0; cell < band.cells(); ++cell) {
    for (std::size_t k = 0; k < shapes.size(); ++k) CHECK(possible.contains(cell, k));
  }
}
