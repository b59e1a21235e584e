// Features of what a bead's links say, in all and by class.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "feature_tests.hpp"

using namespace duiqi;
using namespace duiqi::evidence;
using namespace duiqi::evidence::test;
using enum duiqi::evidence::Feature;

namespace {

/// One side of a bead.
struct Side {
  double gain = 0;
  double loss = 0;
  double linked = 0;
  double unlinked = 0;
  double coverage() const { return linked + unlinked > 0 ? linked / (linked + unlinked) : 0.5; }
};

Side add_up(const std::vector<SentenceLinks>& sentences) {
  Side side;
  for (const SentenceLinks& one : sentences) {
    side.gain += one.gain;
    side.loss += one.loss;
    side.linked += one.linked;
    side.unlinked += one.unlinked;
  }
  return side;
}

double lack(double g, double bound) {
  return g < bound ? (bound - g) / 5 : 0;
}

/// All features of links of a bead, from what the linker says. Returns g.
double expect_links(Texts& texts, RangePair bead) {
  INFO(bead.zh.begin << '+' << bead.zh.size() << ", " << bead.en.begin << '+' << bead.en.size());
  PairLinks links;
  texts.evidence.linker().score(bead, links);
  const Side zh = add_up(links.zh);
  const Side en = add_up(links.en);
  const double g = 0.7 * (zh.gain + zh.loss + en.gain + en.loss);
  const double all = 0.7 * (zh.gain - zh.loss + en.gain - en.loss);
  const FeatureVector f = texts.features.bead(bead);
  const bool beyond = bead.zh.size() + bead.en.size() > 2;
  expect_group(f, "links",
               {{gain_zh, zh.gain / 5},
                {gain_en, en.gain / 5},
                {loss_zh, zh.loss / 5},
                {loss_en, en.loss / 5},
                {gain_beyond, beyond ? (zh.gain + en.gain) / 5 : 0},
                {loss_beyond, beyond ? (zh.loss + en.loss) / 5 : 0},
                {coverage_zh, zh.coverage()},
                {coverage_en, en.coverage()},
                {coverage_beyond, beyond ? std::min(zh.coverage(), en.coverage()) : 0},
                {g_below_0, lack(g, 0)},
                {g_below_5, lack(g, 5)},
                {g_below_10, lack(g, 10)},
                {g_below_20, lack(g, 20)},
                {g_beyond_10, beyond ? lack(g, 10) : 0},
                {g_beyond_20, beyond ? lack(g, 20) : 0},
                {g_normal, g / std::sqrt(1 + all)},
                {nothing, zh.linked + en.linked == 0 && zh.unlinked + en.unlinked > 0 ? 1.0 : 0.0}});
  expect_feature(f, order, links.order / 5);
  expect_feature(f, order_beyond, beyond ? links.order / 5 : 0);
  return g;
}

}  // namespace

DUIQI_FEATURE_TEST("features of links are sums of what the linker says") {
  Texts texts = news();
  const double right = expect_links(texts, pair(1, 1));
  CHECK(right > 10);
  CHECK(expect_links(texts, pair(6, 6)) > 5);
  const double wrong = expect_links(texts, pair(1, 7));
  CHECK(wrong < 0);
  expect_links(texts, pair(0, 9));
  expect_links(texts, pair(2, 2));
  // Beads beyond 1-1: right, wrong, and more than 20 nats.
  CHECK(expect_links(texts, pair(0, 0, 2, 2)) > 10);
  CHECK(expect_links(texts, pair(1, 1, 2, 1)) > 0);
  CHECK(expect_links(texts, pair(6, 1, 1, 2)) < 0);
  expect_links(texts, pair(6, 2, 2, 1));
  const std::string numbers = "1111 2222 3333 4444 5555 6666 7777\n8888 9999\n";
  Texts many(numbers + repeat("天\n", 10), numbers + repeat("sky\n", 10));
  CHECK(expect_links(many, pair(0, 0, 2, 2)) > 20);
  CHECK(expect_links(many, pair(0, 0)) > 20);
}

DUIQI_FEATURE_TEST("a bead in which nothing is linked") {
  // The numbers 5300 and 4600 could each be linked elsewhere; the third sentences have no unit at all.
  Texts texts("甲有5300个\n乙有4600个\n天", "There are 5300\nThere are 4600\nsky");
  const FeatureVector alone = texts.features.bead(pair(0, 1));
  expect_feature(alone, nothing, 1);
  expect_feature(alone, coverage_zh, 0);
  expect_feature(alone, coverage_en, 0);
  const FeatureVector paired = texts.features.bead(pair(0, 0));
  expect_feature(paired, nothing, 0);
  expect_feature(paired, coverage_zh, 1);
  expect_feature(paired, coverage_en, 1);
  const FeatureVector empty = texts.features.bead(pair(2, 2));
  expect_feature(empty, nothing, 0);
  expect_feature(empty, coverage_zh, 0.5);
  expect_feature(empty, coverage_en, 0.5);
  // One of both numbers, so half is covered on the longer side.
  const FeatureVector half = texts.features.bead(pair(0, 0, 2, 1));
  expect_feature(half, coverage_zh, 0.5);
  expect_feature(half, coverage_en, 1);
  expect_feature(half, coverage_beyond, 0.5);
  expect_feature(texts.features.bead(pair(0, 0, 1, 2)), coverage_beyond, 0.5);
  // English units alone: nothing is linked, and some could be.
  expect_feature(texts.features.bead(pair(2, 0)), nothing, 1);
  expect_feature(texts.features.bead(pair(0, 2)), nothing, 1);
}

namespace {

/// Which classes of units some bead linked, and which it left alone.
struct Met {
  std::array<bool, unit_classes> gain{};
  std::array<bool, unit_classes> loss{};
};

/// All features of classes of a bead.
void expect_classes(Texts& texts, RangePair bead, Met& met) {
  PairLinks links;
  texts.evidence.linker().score(bead, links);
  double number_gain = 0;
  double number_loss = 0;
  double name_gain = 0;
  double name_loss = 0;
  double mark_gain = 0;
  double mark_loss = 0;
  for (std::size_t k = 0; k < unit_classes; ++k) {
    const ClassLinks& one = links.classes[k];
    met.gain[k] = met.gain[k] || one.gain != 0;
    met.loss[k] = met.loss[k] || one.loss != 0;
    switch (static_cast<UnitClass>(k)) {
      case UnitClass::number:
      case UnitClass::small_number:
      case UnitClass::date:
        number_gain += one.gain / 5;
        number_loss += one.loss / 5;
        break;
      case UnitClass::name:
      case UnitClass::token:
      case UnitClass::title:
      case UnitClass::shared_name:
        name_gain += one.gain / 5;
        name_loss += one.loss / 5;  // titles take nothing
        break;
      case UnitClass::punctuation:
        mark_gain += one.gain / 5;
        mark_loss += one.loss / 5;
        break;
      case UnitClass::word:
        break;
    }
  }
  INFO(bead.zh.begin << ", " << bead.en.begin);
  expect_group(texts.features.bead(bead), "class",
               {{gain_number, number_gain},
                {loss_number, number_loss},
                {gain_name, name_gain},
                {loss_name, name_loss},
                {gain_mark, mark_gain},
                {loss_mark, mark_loss}});
}

}  // namespace

DUIQI_FEATURE_TEST("features of classes of units") {
  Met met;
  Texts texts = news();
  for (const RangePair bead : {pair(0, 0), pair(1, 1), pair(2, 2), pair(3, 3), pair(0, 5), pair(3, 4),
                               pair(2, 1), pair(1, 4), pair(3, 0, 2, 3)}) {
    expect_classes(texts, bead, met);
  }
  // Bao-yu laughed three times. / The mayor came five times. / "Silver Tide" was shown.
  Texts story("宝玉笑了3次\n市长来了5次\n《Silver Tide》上映\n天\n天",
              "and Bao-yu laughed 3 times\nthe mayor came 5 times\nthey showed \"Silver Tide\"\nsky\nsky",
              {Lexicon::built_in()});
  for (const RangePair bead : {pair(0, 0), pair(1, 1), pair(2, 2), pair(0, 1), pair(1, 0), pair(2, 3)}) {
    expect_classes(story, bead, met);
  }
  for (std::size_t k = 0; k < unit_classes; ++k) {
    INFO("class " << k);
    CHECK(met.gain[k]);
    CHECK(met.loss[k] == (static_cast<UnitClass>(k) != UnitClass::title));
  }
}

DUIQI_FEATURE_TEST("features of classes have the sign of what they say") {
  // Numbers alone, or names alone, or marks alone, as they are and exchanged.
  Texts numbers("甲有5300个\n乙有4600个\n丙", "There are 5300\nThere are 4600\nnone");
  const FeatureVector right = numbers.features.bead(pair(0, 0));
  expect_group(right, "class", {{gain_number, right[gain_zh] + right[gain_en]}});
  CHECK(right[gain_number] > 0);
  const FeatureVector wrong = numbers.features.bead(pair(0, 1));
  expect_group(wrong, "class", {{loss_number, wrong[loss_zh] + wrong[loss_en]}});
  CHECK(wrong[loss_number] < 0);
  Texts names("他去上海\n他去巴黎\n他去", "he went to Shanghai\nhe went to Paris\nhe went");
  const FeatureVector there = names.features.bead(pair(0, 0));
  expect_group(there, "class", {{gain_name, there[gain_zh] + there[gain_en]}});
  CHECK(there[gain_name] > 0);
  const FeatureVector elsewhere = names.features.bead(pair(0, 1));
  expect_group(elsewhere, "class", {{loss_name, elsewhere[loss_zh] + elsewhere[loss_en]}});
  CHECK(elsewhere[loss_name] < 0);
  Texts marks("他去吗？\n他去（的）\n他去", "does he go?\nhe goes (there)\nhe went");
  const FeatureVector asked = marks.features.bead(pair(0, 0));
  expect_group(asked, "class", {{gain_mark, asked[gain_zh] + asked[gain_en]}});
  CHECK(asked[gain_mark] > 0);
  const FeatureVector told = marks.features.bead(pair(0, 1));
  expect_group(told, "class", {{loss_mark, told[loss_zh] + told[loss_en]}});
  CHECK(told[loss_mark] < 0);
}

DUIQI_FEATURE_TEST("features of units without counterpart count them, up to a bound") {
  Texts texts(
      "他有5300个、4600个\n他有1100、2200、3300、4400、5500个\n他去上海、巴黎和MX350\n他去上海、巴黎、东京、"
      "伦敦\n他去",
      "he has 5300 and 4600\nhe has 1100, 2200, 3300, 4400 and 5500\nhe went to Shanghai, Paris and the "
      "MX350\n"
      "he went to Shanghai, Paris, Tokyo, London\nhe went");
  const auto lone = [&](std::uint32_t zh, std::uint32_t en, const std::vector<Expected>& expected) {
    INFO(zh << ", " << en);
    expect_group(texts.features.bead(pair(zh, en)), "lone", expected);
  };
  lone(0, 0, {});
  lone(0, 4, {{lone_numbers_zh, 2}});
  lone(4, 0, {{lone_numbers_en, 2}});
  lone(1, 4, {{lone_numbers_zh, 3}});
  lone(4, 1, {{lone_numbers_en, 3}});
  lone(2, 2, {});
  lone(2, 4, {{lone_names_zh, 3}});
  lone(3, 4, {{lone_names_zh, 3}});  // of four
  lone(4, 2, {{lone_names_en, 3}, {lone_capitals, 3}});
  lone(4, 3, {{lone_names_en, 3}, {lone_capitals, 4}});
  lone(3, 3, {});
  lone(3, 2, {{lone_names_zh, 2}, {lone_names_en, 1}, {lone_capitals, 1}});  // MX350
  expect_feature(texts.features.bead(pair(4, 2, 1, 2)), lone_capitals, 5);   // of seven
  Texts first("天", "he saw Peter and Mary");
  expect_feature(first.features.bead(pair(0, 0)), lone_capitals, 2);
}
