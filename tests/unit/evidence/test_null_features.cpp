// Features of nulls and swaps.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "feature_tests.hpp"

using namespace duiqi;
using namespace duiqi::evidence;
using namespace duiqi::evidence::test;
using enum duiqi::evidence::Feature;

namespace {

double lack(double x, double bound) {
  return x < bound ? (bound - x) / 5 : 0;
}
double excess(double x, double bound) {
  return x > bound ? (x - bound) / 5 : 0;
}

struct Null {
  bool zh;
  std::uint32_t id;
  SentenceRange window;
};

FeatureVector features(Texts& texts, const Null& null) {
  return null.zh ? texts.features.null_zh(null.id, null.window)
                 : texts.features.null_en(null.id, null.window);
}

/// What a null's features say of its best counterpart, by trying all. Returns g of it.
double expect_claim(Texts& texts, const Null& null) {
  const auto g = [&](std::uint32_t own, std::uint32_t other) {
    return null.zh ? texts.g(pair(own, other)) : texts.g(pair(other, own));
  };
  const std::uint32_t size = (null.zh ? texts.evidence.zh() : texts.evidence.en()).document.size();
  double best = -1e9;
  std::uint32_t partner = 0;
  for (std::uint32_t k = null.window.begin; k < null.window.end; ++k) {
    if (g(null.id, k) > best) best = g(null.id, k), partner = k;
  }
  double margin = 1e9;
  for (std::uint32_t k = 0; k < size; ++k) {
    const std::uint32_t distance = k > null.id ? k - null.id : null.id - k;
    if (distance >= 1 && distance <= 6) margin = std::min(margin, best - g(k, partner));
  }
  const RangePair alone =
      null.zh ? RangePair{{null.id, null.id + 1}, {0, 0}} : RangePair{{0, 0}, {null.id, null.id + 1}};
  const LinkScore unlinked = texts.evidence.linker().unlinked(alone);
  const double linkable = -0.7 * (unlinked.zh_loss + unlinked.en_loss);
  CHECK(linkable >= 0);
  INFO((null.zh ? "zh " : "en ") << null.id);
  const FeatureVector f = features(texts, null);
  expect_feature(f, null_best_0, excess(best, 0));
  expect_feature(f, null_best_4, excess(best, 4));
  expect_feature(f, null_best_8, excess(best, 8));
  expect_feature(f, null_best_16, excess(best, 16));
  expect_feature(f, null_negative, lack(best, 0));
  expect_feature(f, null_normal, best / std::sqrt(1 + linkable));
  expect_feature(f, null_margin_0, std::min(10.0, excess(margin, 0)));
  expect_feature(f, null_margin_5, std::min(10.0, excess(margin, 5)));
  expect_feature(f, null_margin_below, std::min(4.0, lack(margin, 0)));
  expect_feature(f, null_linkable, linkable / 5);
  return best;
}

}  // namespace

DUIQI_FEATURE_TEST("features of how good a counterpart a null has") {
  Texts texts = news();
  // With a counterpart, best and surely; without one.
  CHECK(expect_claim(texts, {true, 1, {0, 10}}) > 8);
  CHECK(expect_claim(texts, {false, 1, {0, 10}}) > 8);
  expect_claim(texts, {true, 8, {0, 10}});
  expect_claim(texts, {false, 9, {0, 10}});
  // The window leaves out the counterpart: what is best is another's.
  CHECK(expect_claim(texts, {true, 3, {5, 8}}) < 0);
  CHECK(features(texts, {true, 7, {6, 7}})[null_margin_below] > 0);
  expect_claim(texts, {true, 7, {6, 7}});
  expect_claim(texts, {false, 7, {6, 7}});
  CHECK(expect_claim(texts, {false, 3, {4, 6}}) < 0);
}

DUIQI_FEATURE_TEST("a null without a window has no claim") {
  Texts texts = news();
  const FeatureVector f = texts.features.null_zh(1, {4, 4});
  for (const Feature feature : {null_best_0, null_best_4, null_best_8, null_best_16, null_negative,
                                null_normal, null_margin_0, null_margin_5, null_margin_below}) {
    expect_feature(f, feature, 0);
  }
  CHECK(f[null_linkable] > 0);
}

DUIQI_FEATURE_TEST("margins are bounded, and rivals are near") {
  // Sentences 0 and 7 say one thing with twelve numbers, which English 0 does too.
  std::string many;
  for (int k = 1; k <= 12; ++k) many += std::to_string(k * 1111) + "、";
  const std::string others = "天\n天\n天\n天\n天\n天\n";
  Texts texts(many + "\n" + others + many + "\n天", many + "\n" + repeat("sky\n", 8));
  // A rival seven sentences away does not count.
  const FeatureVector sure = texts.features.null_zh(0, {0, 9});
  expect_feature(sure, null_margin_0, 10);
  expect_feature(sure, null_margin_5, 10);
  CHECK(expect_claim(texts, {true, 0, {0, 9}}) > 16);
  // Six away, it does: English 0 is Chinese 7's, so sentence 1 has no claim.
  const FeatureVector unsure = texts.features.null_zh(1, {0, 1});
  expect_feature(unsure, null_margin_0, 0);
  expect_feature(unsure, null_margin_below, 4);
  expect_claim(texts, {true, 1, {0, 1}});
  expect_claim(texts, {true, 8, {0, 1}});
  CHECK(expect_claim(texts, {false, 0, {0, 9}}) > 16);
}

DUIQI_FEATURE_TEST("features of a null's side, place, marks and length") {
  Texts texts(
      "天天天天天天\n天天天天天天天天天天天天\n***\n天天\n天天天",
      "aaaaaaaaaaaaaaaaaaaa\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n***\naaaaaaa\naaaaaaaa\naaaaaaaaaa");
  const auto expect_shape = [&](const Null& null, double length, bool edge, bool marks, bool scrap) {
    INFO((null.zh ? "zh " : "en ") << null.id);
    const FeatureVector f = features(texts, null);
    expect_feature(f, null_zh, null.zh ? 1 : 0);
    expect_feature(f, null_en, null.zh ? 0 : 1);
    expect_feature(f, null_long, std::max(0.0, std::log(length)));
    expect_feature(f, null_short, std::max(0.0, -std::log(length)));
    expect_feature(f, null_edge, edge);
    expect_feature(f, null_marks, marks);
    expect_feature(f, null_scrap, scrap);
    for (const Feature feature : {type_1_1, length_score, length_size, gain_zh, corner_begin, swap}) {
      CHECK(f[feature] == 0);
    }
  };
  // One character is added to each length, or three letters.
  const double zh = 23 / 5.0 + 1;
  const double en = 85 / 6.0 + 3;
  expect_shape({true, 0, {0, 6}}, 7 / zh, true, false, false);
  expect_shape({true, 1, {0, 6}}, 13 / zh, false, false, false);
  expect_shape({true, 2, {0, 6}}, 1 / zh, false, true, true);
  expect_shape({true, 3, {0, 6}}, 3 / zh, false, false, true);
  expect_shape({true, 4, {0, 6}}, 4 / zh, true, false, false);
  expect_shape({false, 0, {0, 5}}, 23 / en, true, false, false);
  expect_shape({false, 1, {0, 5}}, 43 / en, false, false, false);
  expect_shape({false, 2, {0, 5}}, 3 / en, false, true, true);
  expect_shape({false, 3, {0, 5}}, 10 / en, false, false, true);
  expect_shape({false, 4, {0, 5}}, 11 / en, false, false, false);
  expect_shape({false, 5, {0, 5}}, 13 / en, true, false, false);
}

DUIQI_FEATURE_TEST("features of swaps, and of the beads that are crossed") {
  Texts texts = news();
  const auto expect_swap = [&](RangePair first, RangePair second) {
    INFO(first.zh.begin << ", " << first.en.begin << " with " << second.zh.begin << ", " << second.en.begin);
    const double a = texts.g(first);
    const double b = texts.g(second);
    const double straight = texts.g({first.zh, second.en}) + texts.g({second.zh, first.en});
    const FeatureVector f = texts.features.swap(first, second);
    expect_group(f, "swap",
                 {{Feature::swap, 1},
                  {swap_margin_5, lack(a + b - straight, 5)},
                  {swap_margin_15, lack(a + b - straight, 15)},
                  {swap_weak_5, lack(std::min(a, b), 5)},
                  {swap_weak_15, lack(std::min(a, b), 15)}});
    // Everything else is the sum over both beads.
    FeatureVector sum = texts.features.bead(first);
    sum += texts.features.bead(second);
    for (std::size_t k = 0; k < feature_count; ++k) {
      if (feature_infos[k].group != "swap") CHECK(f.values()[k] == Approx(sum.values()[k]));
    }
    return a + b - straight;
  };
  // Straight is right, so the crossed beads are wrong; or the wrong are straight.
  CHECK(expect_swap(pair(0, 1), pair(1, 0)) < 0);
  CHECK(expect_swap(pair(5, 6), pair(6, 5)) < 0);
  CHECK(expect_swap(pair(6, 6), pair(7, 7)) > 5);
  CHECK(expect_swap(pair(3, 3), pair(1, 1)) > 15);
  expect_swap(pair(2, 2, 1, 2), pair(5, 1, 2, 1));
  expect_group(texts.features.bead(pair(0, 0)), "swap", {});
}

TEST_CASE("where a side has one sentence, its partner's best other is worth nothing") {
  Texts texts("会议于3月15日在北京召开。\n", "The meeting was held in Beijing on March 15.\n");
  const double best = texts.evidence.gain(0, 0);
  REQUIRE(best > 0);
  const FeatureVector f = texts.features.null_zh(0, {0, 1});
  CHECK(f[Feature::null_margin_0] == Approx(best / 5));  // nats stand in units of 5
  CHECK(f[Feature::null_margin_5] == Approx(std::max(0.0, best - 5) / 5));
}
