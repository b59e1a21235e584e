#include <algorithm>
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
    return {scores.scorer(),
            [this](SentenceRange zh, std::uint32_t en_size, SentenceRange begins, std::span<float> bounds) {
              REQUIRE(bounds.size() == begins.size());
              for (std::uint32_t k = 0; k < begins.size(); ++k) {
                const RangePair pair{zh, {begins.begin + k, begins.begin + k + en_size}};
                bounds[k] = static_cast<float>(scores(pair) + looseness(pair));
              }
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
  std::size_t all = 0;
  std::size_t left = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    Bounded bounded(seed);
    // Rectangles, and bands that bend: some of their shapes leave a row's band on either side, or everywhere.
    const Node end{12 + seed % 5, 14};
    const Band band =
        seed % 3 == 0 ? Band(Node{}, end) : Band({Node{}, {4, 1 + seed % 8}, {9, 9}, end}, seed % 4);
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
      CHECK(edges[k].probability == Approx(expected[k].probability).epsilon(1e-2));
    }
    const PossibleEdges possible(band, shapes, with, 1);
    for (std::size_t cell = 0; cell < band.cells(); ++cell) {
      all += shapes.size();
      left += possible.of(cell).size();
      CHECK(std::is_sorted(possible.of(cell).begin(), possible.of(cell).end()));
    }
  }
  CHECK(left < all / 4);  // it does prune
}

TEST_CASE("without a bound every edge is possible") {
  oracle::RandomScores scores(1);
  const std::vector<Shape> shapes = bead_shapes(2, 2);
  const Band band(Node{}, Node{3, 3});
  const PossibleEdges possible(band, shapes, BeadScores(scores.scorer()), 0);
  for (std::size_t cell = 0; cell < band.cells(); ++cell) {
    REQUIRE(possible.of(cell).size() == shapes.size());
    for (std::size_t k = 0; k < shapes.size(); ++k) CHECK(possible.of(cell)[k] == k);
  }
}
