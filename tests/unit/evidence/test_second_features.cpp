// Features of the second pass: products with what the first found out about the document.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "feature_tests.hpp"

using namespace duiqi;
using namespace duiqi::evidence;
using namespace duiqi::evidence::test;
using enum duiqi::evidence::Feature;

namespace {

const DocumentRates rates{0.2, 0.1, 0.3, 0.17, 0.08, 0.02, 6.5};

/// What each product's three features multiply its value by, as docs/accuracy.md says.
const double by_null = std::log(0.15 / 0.03);
const double by_beyond = std::log(0.3 / 0.1);
const double by_support = 6.5 - 4;

struct Product {
  std::string_view name;
  double value;
};

/// All features of the second pass: those of the products, the others, and that the rest is 0.
void expect_second(const FeatureVector& f, const std::vector<Product>& products,
                   std::vector<Expected> expected) {
  for (const Product& product : products) {
    const std::string name = "second." + std::string(product.name);
    for (const auto& [ending, rate] :
         {std::pair("*null", by_null), std::pair("*beyond", by_beyond), std::pair("*support", by_support)}) {
      const auto feature = find_feature(name + ending);
      INFO(name << ending);
      REQUIRE(feature);
      expected.push_back({*feature, product.value * rate});
    }
  }
  expect_group(f, "second", expected);
}

/// The products of every bead.
std::vector<Product> of_every_bead(const FeatureVector& f) {
  return {{"g_below_10", f[g_below_10]},
          {"g_below_20", f[g_below_20]},
          {"g_normal", f[g_normal]},
          {"length_score", f[length_score]},
          {"length_squared", f[length_squared]},
          {"gains", double(f[gain_zh]) + f[gain_en]},
          {"losses", double(f[loss_zh]) + f[loss_en]}};
}

std::vector<Product> of_beads_beyond(const FeatureVector& f) {
  std::vector<Product> out = of_every_bead(f);
  out.push_back({"beyond", 1});
  out.push_back({"part_3", std::max(f[loo_zh_3], f[loo_en_3])});
  out.push_back({"part_8", std::max(f[loo_zh_8], f[loo_en_8])});
  out.push_back({"weak", std::max(f[weak_zh_gain], f[weak_en_gain])});
  return out;
}

FeatureVector with_rates(FeatureVector f) {
  ArcFeatures::add_rates(f, rates);
  return f;
}

}  // namespace

DUIQI_FEATURE_TEST("the second pass of 1-1 beads") {
  Texts texts = news();
  for (const RangePair bead : {pair(1, 1), pair(1, 7), pair(4, 4)}) {
    const FeatureVector f = texts.features.bead(bead);
    expect_second(f, {}, {});
    expect_second(with_rates(f), of_every_bead(f), {});
    for (const char* group : {"type", "links", "length", "class"}) {
      for (std::size_t k = 0; k < feature_count; ++k) {
        if (feature_infos[k].group == group) CHECK(with_rates(f).values()[k] == f.values()[k]);
      }
    }
  }
}

DUIQI_FEATURE_TEST("the second pass of beads beyond 1-1, by direction") {
  Texts texts = news();
  const Expected one_to_many{second_one_to_many, std::log(0.17 / 0.04)};
  const Expected many_to_one{second_many_to_one, std::log(0.08 / 0.04)};
  const auto expect_bead = [&](RangePair bead, const std::vector<Expected>& expected) {
    INFO(bead.zh.begin << '+' << bead.zh.size() << ", " << bead.en.begin << '+' << bead.en.size());
    const FeatureVector f = texts.features.bead(bead);
    expect_second(with_rates(f), of_beads_beyond(f), expected);
    return f;
  };
  // In the first the Chinese parts are the weaker, in the second the English.
  const FeatureVector zh = expect_bead(pair(0, 0, 2, 1), {many_to_one});
  CHECK(zh[loo_zh_8] > zh[loo_en_8]);
  const FeatureVector en = expect_bead(pair(0, 0, 1, 2), {one_to_many});
  CHECK(en[loo_en_8] > en[loo_zh_8]);
  expect_bead(pair(0, 0, 3, 1), {many_to_one});
  expect_bead(pair(0, 0, 1, 3), {one_to_many});
  expect_bead(pair(0, 0, 4, 1), {many_to_one});
  expect_bead(pair(0, 0, 1, 4), {one_to_many});
  expect_bead(pair(0, 0, 2, 2), {});
  expect_bead(pair(2, 0, 3, 2), {});
}

DUIQI_FEATURE_TEST("the second pass of nulls") {
  Texts texts = news();
  for (const bool zh : {true, false}) {
    for (const SentenceRange window : {SentenceRange{0, 10}, SentenceRange{6, 7}}) {
      const FeatureVector f = zh ? texts.features.null_zh(7, window) : texts.features.null_en(7, window);
      expect_second(f, {}, {});
      expect_second(with_rates(f),
                    {{"null_any", 1},
                     {"null_best_4", f[null_best_4]},
                     {"null_margin_0", f[null_margin_0]},
                     {"null_margin_below", f[null_margin_below]},
                     {"null_linkable", f[null_linkable]}},
                    {});
    }
  }
}

DUIQI_FEATURE_TEST("what is usual leaves the second pass at 0") {
  Texts texts = news();
  for (FeatureVector f : {texts.features.bead(pair(0, 0, 1, 2)), texts.features.bead(pair(0, 0, 2, 1)),
                          texts.features.null_zh(7, {0, 10})}) {
    ArcFeatures::add_rates(f, {0.04, 0.02, 0.1, 0.04, 0.04, 0.005, 4});
    expect_group(f, "second", {});
  }
}

DUIQI_FEATURE_TEST("the second pass of swaps is that of both beads, and the rate of swaps") {
  Texts texts = news();
  const RangePair first = pair(0, 1);
  const RangePair second = pair(1, 0, 1, 1);
  FeatureVector sum = with_rates(texts.features.bead(first));
  sum += with_rates(texts.features.bead(second));
  const FeatureVector f = texts.features.swap(first, second, &rates);
  for (std::size_t k = 0; k < feature_count; ++k) {
    if (feature_infos[k].group == "swap") continue;
    if (static_cast<Feature>(k) == second_swap) continue;
    INFO(feature_infos[k].name);
    CHECK(f.values()[k] == Approx(sum.values()[k]).margin(1e-5));
  }
  expect_feature(f, second_swap, std::log(0.02 / 0.005));
  expect_feature(f, Feature::swap, 1);
  expect_feature(texts.features.swap(first, second), second_swap, 0);
}

DUIQI_FEATURE_TEST("a null carries how likely its sentence would be linked elsewhere") {
  Texts texts = news();
  FeatureVector null = texts.features.null_en(9, {7, 10});
  ArcFeatures::add_rates(null, {0.04, 0.02, 0.1, 0.04, 0.04, 0.005, 4});
  expect_feature(null, Feature::second_null_link, 0);
  ArcFeatures::add_link(null, 0.75);
  expect_feature(null, Feature::second_null_link, 0.75);
}

TEST_CASE("that a long document shows something to be rare says no more than a short one can") {
  Texts texts = news();
  const auto with = [&](double rate) {
    FeatureVector f = texts.features.null_en(9, {7, 10});
    ArcFeatures::add_rates(f, {rate, rate, 0.1, 0.04, 0.04, 0.005, 4});
    return f[find_feature("second.null_any*null").value()];
  };
  CHECK(with(0.03) == Approx(0).margin(1e-6));
  CHECK(with(0.01) == Approx(std::log(1.0 / 3)));
  CHECK(with(0.001) == Approx(-2));
  CHECK(with(0.00001) == Approx(-2));
}
