// Drifts of ladders made by hand.
#include <catch2/catch.hpp>
#include <vector>

#include "aligner/find_drifts.hpp"

using namespace duiqi;

namespace {

/// A ladder that is put together stretch by stretch.
struct Made {
  std::vector<Bead> beads;
  std::vector<double> support;
  std::uint32_t zh = 0;
  std::uint32_t en = 0;

  Made& add(std::uint32_t count, std::uint32_t a, std::uint32_t b, double nats, double probability) {
    for (std::uint32_t k = 0; k < count; ++k) {
      beads.push_back({{zh, zh + a}, {en, en + b}, 0, probability});
      support.push_back(nats);
      zh += a;
      en += b;
    }
    return *this;
  }
  Made& sound(std::uint32_t count) { return add(count, 1, 1, 30, .99); }
  Made& weak(std::uint32_t count) { return add(count, 1, 1, 1, .4); }
  std::vector<Drift> drifts() const { return find_drifts(beads, support, 30); }
};

}  // namespace

TEST_CASE("a stretch that nothing supports is a drift, and no more than it") {
  const std::vector<Drift> found = Made().sound(20).weak(15).sound(20).drifts();
  REQUIRE(found.size() == 1);
  CHECK(found[0].zh == SentenceRange{20, 35});
  CHECK(found[0].en == SentenceRange{20, 35});
  CHECK(found[0].support == Approx(1));
  CHECK(Made().sound(55).drifts().empty());
  CHECK(Made().sound(20).weak(7).sound(20).drifts().empty());
}

TEST_CASE("nulls of both sides are a drift; of one side they are an omission, whatever stands around them") {
  const std::vector<Drift> found =
      Made().sound(9).add(20, 1, 0, 0, .9).add(12, 0, 1, 0, .9).sound(9).drifts();
  REQUIRE(found.size() == 1);
  CHECK(found[0].zh == SentenceRange{9, 29});
  CHECK(found[0].en == SentenceRange{9, 21});
  CHECK(Made().sound(9).add(200, 1, 0, 0, .9).sound(9).drifts().empty());
  CHECK(Made().sound(9).add(100, 1, 0, 0, .9).sound(9).add(100, 0, 1, 0, .9).sound(9).drifts().empty());
}

TEST_CASE("a chance hit does not end a drift, three sound beads do") {
  CHECK(Made().sound(9).weak(12).add(1, 1, 1, 100, .99).weak(12).sound(9).drifts().size() == 1);
  CHECK(Made().sound(9).weak(12).sound(6).weak(12).sound(9).drifts().size() == 2);
}

TEST_CASE("sure beads without links don't drift, and at a text's end doubtful ones do") {
  CHECK(Made().sound(20).add(30, 1, 1, 0, .95).sound(20).drifts().empty());
  const std::vector<Drift> at_begin = Made().weak(10).sound(20).drifts();
  const std::vector<Drift> at_end = Made().sound(20).weak(10).drifts();
  REQUIRE((at_begin.size() == 1 && at_end.size() == 1));
  CHECK(at_begin[0].zh == SentenceRange{0, 10});
  CHECK(at_end[0].en == SentenceRange{20, 30});
}

TEST_CASE("a text that shows too little has no drifts, nor has an empty one") {
  const Made made = Made().sound(9).weak(20);
  CHECK(find_drifts(made.beads, made.support, 1).empty());
  CHECK(find_drifts({}, {}, 30).empty());
}
