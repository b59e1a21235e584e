#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include <duiqi/aligner.hpp>

#include "evidence/arc_features.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

/// Three sentences a side; the third pair is no translation.
struct Texts {
  Analysis zh;
  Analysis en;

  Texts() {
    AlignerOptions options;
    options.zh.sentences = options.en.sentences = SentenceRules::lines;
    const Aligner aligner(options);
    // The bureau stored 500 million tons. / "Will it rain?" asked farmer Wang. / Prices rose 3 percent.
    zh = aligner.analyse(Text::from_utf8("水务局储存了5亿吨。\n“会下雨吗？”农民问。\n价格上涨3%。"),
                         Language::chinese);
    en = aligner.analyse(
        Text::from_utf8("The water bureau stored 500 million tons.\n\"Will it rain?\" asked the farmer.\n"
                        "The minister flew to Paris"),
        Language::english);
  }
};

RangePair pair(std::uint32_t zh, std::uint32_t en, std::uint32_t zh_size = 1, std::uint32_t en_size = 1) {
  return {{zh, zh + zh_size}, {en, en + en_size}};
}

}  // namespace

TEST_CASE("features of beads") {
  const Texts texts;
  const Lexicon lexicons[] = {Lexicon::built_in()};
  Evidence evidence(texts.zh, texts.en, lexicons);
  ArcFeatures features(evidence);
  const FeatureVector right = features.bead(pair(0, 0));
  const FeatureVector wrong = features.bead(pair(0, 2));

  SECTION("exactly one type") {
    CHECK(right[Feature::type_1_1] == 1);
    CHECK(right[Feature::type_extra] == 0);
    const FeatureVector two = features.bead(pair(0, 0, 1, 2));
    CHECK(two[Feature::type_1_1] == 0);
    CHECK(two[Feature::type_1_2] == 1);
    CHECK(two[Feature::type_extra] == 1);
    CHECK(features.bead(pair(0, 0, 2, 1))[Feature::type_2_1] == 1);
    CHECK(features.bead(pair(0, 0, 2, 2))[Feature::type_2_2] == 1);
    CHECK(features.bead(pair(0, 0, 3, 2))[Feature::type_n_m] == 1);
  }
  SECTION("links") {
    CHECK(right[Feature::gain_zh] > wrong[Feature::gain_zh]);
    CHECK(right[Feature::g_normal] > wrong[Feature::g_normal]);
    CHECK(right[Feature::g_below_0] == 0);
    CHECK(right[Feature::coverage_en] > wrong[Feature::coverage_en]);
    CHECK(right[Feature::gain_number] > 0);
    CHECK(right[Feature::lone_numbers_zh] == 0);
    CHECK(wrong[Feature::lone_numbers_zh] == 1);
    CHECK(wrong[Feature::lone_capitals] == 1);  // Paris
    CHECK(right[Feature::order] > wrong[Feature::order]);
  }
  SECTION("marks") {
    const FeatureVector question = features.bead(pair(1, 1));
    CHECK(question[Feature::quote_opens] == 1);
    CHECK(question[Feature::quotes_differ] == 0);
    CHECK(features.bead(pair(1, 0))[Feature::quote_opens_differs] == 1);
    CHECK(features.bead(pair(1, 0))[Feature::quotes_differ] == 0.5F);
    CHECK(wrong[Feature::final_none_differs] == 1);
    CHECK(right[Feature::final_none_differs] == 0);
  }
  SECTION("a sentence that adds nothing shows in the parts") {
    const FeatureVector joined = features.bead(pair(0, 0, 2, 1));
    CHECK(joined[Feature::loo_zh_3] > 0);
    CHECK(joined[Feature::weak_zh_gain] > 0);
    CHECK(joined[Feature::loo_en_3] == 0);
    const FeatureVector both = features.bead(pair(0, 0, 2, 2));
    CHECK(both[Feature::loo_zh_0] == 0);
    CHECK(both[Feature::loo_en_0] == 0);
  }
  SECTION("corners") {
    CHECK(right[Feature::corner_begin] == 1);
    CHECK(right[Feature::corner_end] == 0);
    CHECK(features.bead(pair(2, 2))[Feature::corner_end] == 1);
  }
}

TEST_CASE("features of nulls, swaps and the second pass") {
  const Texts texts;
  const Lexicon lexicons[] = {Lexicon::built_in()};
  Evidence evidence(texts.zh, texts.en, lexicons);
  ArcFeatures features(evidence);
  const FeatureVector paired = features.null_zh(0, {0, 3});
  const FeatureVector alone = features.null_en(2, {0, 3});
  CHECK(paired[Feature::null_zh] == 1);
  CHECK(paired[Feature::null_en] == 0);
  CHECK(alone[Feature::null_en] == 1);
  CHECK(paired[Feature::null_best_0] > alone[Feature::null_best_0]);
  CHECK(paired[Feature::null_margin_0] > 0);
  CHECK(paired[Feature::null_edge] == 1);
  CHECK(features.null_zh(1, {0, 3})[Feature::null_edge] == 0);

  const FeatureVector crossed = features.swap(pair(0, 1), pair(1, 0));
  CHECK(crossed[Feature::swap] == 1);
  CHECK(crossed[Feature::type_1_1] == 2);
  CHECK(crossed[Feature::swap_margin_5] > 0);  // straight is right here

  FeatureVector second = alone;
  DocumentRates rates{0.03, 0.03, 0.1, 0.04, 0.04, 0.005, 4};
  ArcFeatures::add_rates(second, rates);
  CHECK(second[Feature::by_null_null_any] == Approx(0).margin(1e-6));
  rates.null_zh = rates.null_en = 0.3;
  ArcFeatures::add_rates(second, rates);
  CHECK(second[Feature::by_null_null_any] == Approx(std::log(10)).margin(1e-5));
}
