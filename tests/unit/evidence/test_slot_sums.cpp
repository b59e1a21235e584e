#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "evidence/slot_sums.hpp"

using namespace duiqi::evidence;

namespace {

/// The slow way: run by run, the best of each slot so far is kept.
void add_slowly(const std::vector<std::vector<SizeValues>>& best, std::vector<SizeValues>& sums) {
  std::vector<SizeValues> most(best[0].size());
  for (std::size_t k = 0; k < sums.size(); ++k) {
    for (std::size_t slot = 0; slot < most.size(); ++slot) {
      for (std::size_t size = 0; size < SizeValues().size(); ++size) {
        most[slot][size] = std::max(most[slot][size], best[k][slot][size]);
        sums[k][size] += most[slot][size];
      }
    }
  }
}

template <std::uint32_t runs>
void compare(std::mt19937& random) {
  std::uniform_real_distribution<float> value(-3, 8);
  for (const std::uint32_t slots : {0U, 1U, 2U, 7U, 33U}) {
    std::vector<std::vector<SizeValues>> best(runs, std::vector<SizeValues>(slots));
    for (auto& run : best) {
      for (SizeValues& values : run)
        std::generate(values.begin(), values.end(), [&] { return value(random); });
    }
    std::vector<SizeValues> slow(runs);
    for (SizeValues& sum : slow) std::generate(sum.begin(), sum.end(), [&] { return value(random); });
    std::vector<SizeValues> fast = slow;
    std::array<const SizeValues*, runs> firsts{};
    for (std::uint32_t k = 0; k < runs; ++k) firsts[k] = best[k].data();
    add_best_of_slots<runs>(firsts.data(), slots, fast.data());
    add_slowly(best, slow);
    CHECK(fast == slow);  // to the last bit: the order of the additions is the same
  }
}

}  // namespace

TEST_CASE("sums over slots in registers are those of the slow way, to the last bit") {
  std::mt19937 random(5);
  compare<1>(random);
  compare<2>(random);
  compare<3>(random);
  compare<4>(random);
  compare<5>(random);
  compare<6>(random);
}
