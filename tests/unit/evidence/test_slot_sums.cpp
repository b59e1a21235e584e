#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "evidence/slot_sums.hpp"

using namespace duiqi::evidence;

namespace {

/// The slow way, size by size.
void add_slowly(const std::vector<SizeValues>& first, const std::vector<SizeValues>& second, SizeValues& one,
                SizeValues& two) {
  for (std::size_t size = 0; size < SizeValues().size(); ++size) {
    for (std::size_t slot = 0; slot < first.size(); ++slot) {
      one[size] += std::max(0.0F, first[slot][size]);
      two[size] += std::max({0.0F, first[slot][size], second[slot][size]});
    }
  }
}

}  // namespace

TEST_CASE("sums over slots in registers are those of the slow way, to the last bit") {
  std::mt19937 random(5);
  std::uniform_real_distribution<float> value(-3, 8);
  const auto fill = [&](SizeValues& values) {
    std::generate(values.begin(), values.end(), [&] { return value(random); });
  };
  for (const std::uint32_t slots : {0U, 1U, 2U, 7U, 33U}) {
    std::vector<SizeValues> first(slots);
    std::vector<SizeValues> second(slots);
    for (auto* values : {&first, &second}) std::for_each(values->begin(), values->end(), fill);
    SizeValues one{};
    SizeValues two{};
    fill(one);
    fill(two);
    SizeValues slow_one = one;
    SizeValues slow_two = two;
    add_best_of_slots(first.data(), second.data(), slots, one, two);
    add_slowly(first, second, slow_one, slow_two);
    CHECK(one == slow_one);
    CHECK(two == slow_two);
  }
}
