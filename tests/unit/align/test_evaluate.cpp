#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include <duiqi/evaluate.hpp>

using namespace duiqi;

namespace {

using Ids = std::vector<std::uint32_t>;

IdBead bead(Ids zh, Ids en, std::optional<double> probability = std::nullopt) {
  return {std::move(zh), std::move(en), std::nullopt, probability};
}

}  // namespace

TEST_CASE("figures counted by hand") {
  // Gold: 0-0, {1,2}-1, nothing for Chinese 3, 4-{2,3}, nothing for English 4.
  const std::vector<IdBead> gold{bead({0}, {0}), bead({1, 2}, {1}), bead({3}, {}), bead({4}, {2, 3}),
                                 bead({}, {4})};
  // Right; a half of the second; a wrong one; a half of the last, and English 3 and Chinese 2 left alone.
  const std::vector<IdBead> predicted{bead({0}, {0}, .9), bead({1}, {1}, .6), bead({3}, {4}, .5),
                                      bead({4}, {2}, .8)};
  const Counts counts = evaluate(predicted, gold, {5, 5});
  CHECK(counts.predicted == 4);
  CHECK(counts.gold == 3);
  CHECK(counts.strict_predicted == 1);
  CHECK(counts.strict_gold == 1);
  CHECK(counts.lax_predicted == 3);
  CHECK(counts.lax_gold == 3);
  CHECK(counts.inside == 3);
  CHECK(counts.recovered == 1);
  // Gold nulls: zh 3, en 4. Predicted: zh 2, en 3.
  CHECK(counts.null_gold == 2);
  CHECK(counts.null_predicted == 2);
  CHECK(counts.null_hits == 0);
  CHECK(counts.strict().precision == .25);
  CHECK(counts.strict().f1() == Approx(2 * .25 / 3 / (.25 + 1. / 3)));
  // Four beads fall into 15 bins one by one: |.9 - 1|, |.6 - 1|, |.5 - 0|, |.8 - 1|.
  REQUIRE(counts.calibration_error().has_value());
  CHECK(*counts.calibration_error() == Approx((.1 + .4 + .5 + .2) / 4));
  // Strictly, only the first is right.
  const Counts strict = evaluate(predicted, gold, {5, 5}, {true});
  CHECK(*strict.calibration_error() == Approx((.1 + .6 + .5 + .8) / 4));
}

TEST_CASE("a segment is recovered where several beads tile it") {
  const std::vector<IdBead> gold{bead({0, 1, 2}, {0, 1})};
  CHECK(evaluate(std::vector{bead({0}, {0}), bead({1, 2}, {1})}, gold, {3, 2}).recovered == 1);
  CHECK(evaluate(std::vector{bead({0}, {0}), bead({2}, {1})}, gold, {3, 2}).recovered == 0);
  const Counts over = evaluate(std::vector{bead({0, 1, 2, 3}, {0, 1})}, gold, {4, 2});
  CHECK(over.inside == 0);
  CHECK(over.lax_predicted == 1);
}

TEST_CASE("beads that occur twice, ids out of range, and nothing at all") {
  const std::vector<IdBead> gold{bead({0}, {0})};
  const Counts twice = evaluate(std::vector{bead({0}, {0}, .2), bead({0}, {0}, .7)}, gold, {1, 1});
  CHECK(twice.strict_predicted == 2);
  CHECK(twice.strict_gold == 1);
  REQUIRE(twice.judged.size() == 2);
  CHECK(twice.judged[0].probability == .7);  // the last one counts for both

  const Counts beyond = evaluate(std::vector{bead({9}, {0})}, gold, {1, 1});
  CHECK(beyond.null_predicted == 1);
  CHECK(beyond.inside == 0);

  const Counts nothing = evaluate({}, {}, {0, 0});
  CHECK(nothing.strict().f1() == 0);
  CHECK_FALSE(nothing.null().has_value());
  CHECK_FALSE(nothing.calibration_error().has_value());
}

TEST_CASE("a calibration needs a probability for every bead with both sides") {
  const std::vector<IdBead> gold{bead({0}, {0}), bead({1}, {1})};
  CHECK_FALSE(evaluate(std::vector{bead({0}, {0}, .5), bead({1}, {1})}, gold, {2, 2}).calibration_error());
  CHECK(evaluate(std::vector{bead({0}, {0}, .5), bead({1}, {})}, gold, {2, 2}).calibration_error());
}

TEST_CASE("counts of several documents add up") {
  const std::vector<IdBead> gold{bead({0}, {0}), bead({1}, {})};
  const std::vector<IdBead> predicted{bead({0}, {0}, 1)};
  Counts total = evaluate(predicted, gold, {2, 1});
  total += evaluate(predicted, gold, {2, 1});
  CHECK(total.predicted == 2);
  CHECK(total.null_hits == 2);
  CHECK(total.null()->f1() == 1);
  CHECK(*total.calibration_error() == 0);
}

TEST_CASE("sentences that overlap spans, in order and out of order") {
  const std::vector<Span> spans{{0, 5}, {0, 0}, {4, 12}, {20, 30}, {9, 10}};
  const std::vector<Ids> expected{{0, 1}, {}, {1, 2}, {}, {}};
  CHECK(overlapping(std::vector<Span>{{0, 4}, {4, 9}, {10, 14}}, spans) == expected);
  CHECK(overlapping(std::vector<Span>{{10, 14}, {4, 9}, {0, 4}}, spans) ==
        std::vector<Ids>{{1, 2}, {}, {0, 1}, {}, {}});
}
