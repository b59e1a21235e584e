#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "align/chain.hpp"

using namespace duiqi::align;

namespace {

/// The weight of the heaviest chain, the quadratic way.
double heaviest(std::vector<Candidate> candidates) {
  std::sort(candidates.begin(), candidates.end(), [](auto& a, auto& b) { return a.zh < b.zh; });
  std::vector<double> best(candidates.size());
  double all = 0;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    best[k] = candidates[k].weight;
    for (std::size_t l = 0; l < k; ++l) {
      if (candidates[l].zh < candidates[k].zh && candidates[l].en < candidates[k].en) {
        best[k] = std::max(best[k], best[l] + candidates[k].weight);
      }
    }
    all = std::max(all, best[k]);
  }
  return all;
}

}  // namespace

TEST_CASE("the heaviest chain is as heavy as the quadratic search finds it, and rises") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<Candidate> candidates;
    for (int k = 0; k < 60; ++k) {
      candidates.push_back({static_cast<std::uint32_t>(random() % 25),
                            static_cast<std::uint32_t>(random() % 25),
                            1.0 + static_cast<double>(random() % 9)});
    }
    const std::vector<Candidate> chain = heaviest_chain(candidates);
    double weight = 0;
    for (std::size_t k = 0; k < chain.size(); ++k) {
      weight += chain[k].weight;
      if (k > 0) CHECK((chain[k].zh > chain[k - 1].zh && chain[k].en > chain[k - 1].en));
    }
    CHECK(weight == Approx(heaviest(candidates)));
  }
  CHECK(heaviest_chain({}).empty());
}

TEST_CASE("a pair that stands alone off the diagonal is not believed") {
  const std::vector<Candidate> chain{{3, 3, 5}, {8, 9, 5}, {12, 80, 9}, {90, 92, 5}, {99, 101, 5}};
  const std::vector<Candidate> kept = confirmed(chain);
  REQUIRE(kept.size() == 4);
  CHECK(kept[1].en == 9);
  CHECK(kept[2].zh == 90);
}
