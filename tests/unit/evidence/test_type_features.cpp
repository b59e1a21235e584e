// Features of a bead's type, place and length.
#include <catch2/catch.hpp>
#include <cmath>

#include "feature_tests.hpp"

using namespace duiqi::evidence;
using namespace duiqi::evidence::test;
using enum duiqi::evidence::Feature;

DUIQI_FEATURE_TEST("features of the type of a bead") {
  Texts texts(repeat("天\n", 6), repeat("sky\n", 6));
  struct Row {
    std::uint32_t zh;
    std::uint32_t en;
    Feature type;
    double prior;  // as lib/evidence/prior.hpp has them
    double extra;
  };
  for (const Row& row : std::vector<Row>{{1, 1, type_1_1, 0.85, 0},
                                         {1, 2, type_1_2, 0.055, 1},
                                         {2, 1, type_2_1, 0.055, 1},
                                         {1, 3, type_1_3, 0.055 * 0.25, 2},
                                         {3, 1, type_3_1, 0.055 * 0.25, 2},
                                         {1, 4, type_1_n, 0.055 * 0.25 * 0.25, 3},
                                         {1, 5, type_1_n, 0.055 * 0.25 * 0.25 * 0.25, 4},
                                         {4, 1, type_n_1, 0.055 * 0.25 * 0.25, 3},
                                         {2, 2, type_2_2, 0.008, 2},
                                         {2, 3, type_n_m, 0.008 * 0.2, 3},
                                         {3, 2, type_n_m, 0.008 * 0.2, 3},
                                         {3, 3, type_n_m, 0.008 * 0.04, 4}}) {
    INFO(row.zh << '-' << row.en);
    const FeatureVector f = texts.features.bead(pair(0, 0, row.zh, row.en));
    expect_group(f, "type", {{row.type, 1}, {type_prior, std::log(row.prior) / 5}, {type_extra, row.extra}});
  }
}

DUIQI_FEATURE_TEST("features of the corners of a document") {
  Texts texts("天\n天\n天", "sky\nsky\nsky");
  expect_group(texts.features.bead(pair(0, 0)), "corner", {{corner_begin, 1}});
  expect_group(texts.features.bead(pair(0, 1)), "corner", {});
  expect_group(texts.features.bead(pair(1, 0)), "corner", {});
  expect_group(texts.features.bead(pair(2, 2)), "corner", {{corner_end, 1}});
  expect_group(texts.features.bead(pair(2, 1)), "corner", {});
  expect_group(texts.features.bead(pair(1, 2)), "corner", {});
  expect_group(texts.features.bead(pair(0, 0, 3, 3)), "corner", {{corner_begin, 1}, {corner_end, 1}});
  Texts unequal("天\n天\n天", "sky\nsky");
  expect_group(unequal.features.bead(pair(1, 1)), "corner", {});
  expect_group(unequal.features.bead(pair(2, 1)), "corner", {{corner_end, 1}});
}

DUIQI_FEATURE_TEST("the feature of paragraphs is their log likelihood ratio") {
  // Half of the four sentences after the first begin a paragraph, on both sides.
  Texts texts(repeat("天\n", 5), repeat("sky\n", 5), {}, {0, 0, 1, 1, 2}, {0, 0, 1, 2, 2});
  const double both = 0.5 * 0.25 + 0.5 * 0.5;  // by chance, and by agreement of .5
  const double together = std::log(both / 0.25);
  const double alone = std::log((0.5 - both) / 0.25);
  expect_feature(texts.features.bead(pair(2, 2)), paragraphs, together);
  expect_feature(texts.features.bead(pair(1, 1)), paragraphs, together);  // neither begins one
  expect_feature(texts.features.bead(pair(2, 1)), paragraphs, alone);
  expect_feature(texts.features.bead(pair(1, 2)), paragraphs, alone);
  expect_feature(texts.features.bead(pair(0, 0, 3, 1)), paragraphs, together + std::log(0.5));
  expect_feature(texts.features.bead(pair(0, 0, 3, 4)), paragraphs, together + 3 * std::log(0.5));
  Texts plain("天\n天", "sky\nsky");
  expect_feature(plain.features.bead(pair(0, 1)), paragraphs, 0);
}

namespace {

double density(double x, double mean, double variance) {
  return -0.5 * (std::log(2 * std::acos(-1.0) * variance) + (x - mean) * (x - mean) / variance);
}

}  // namespace

DUIQI_FEATURE_TEST("features of the lengths of a bead") {
  // Characters and letters of each sentence; the document's ratio is near exp(1.17) = 3.2.
  const std::vector<int> zh{40, 40, 40, 4, 40, 800};
  const std::vector<int> en{130, 230, 90, 1500, 3, 1131};
  std::string zh_text;
  std::string en_text;
  double zh_sum = 60;  // worth of the prior ratio, in characters
  double en_sum = 60 * std::exp(1.17);
  double mean = 0;
  double squares = 0;
  for (std::size_t k = 0; k < zh.size(); ++k) {
    zh_text += repeat("天", zh[k]) + "\n";
    en_text += repeat("a", en[k]) + "\n";
    zh_sum += zh[k];
    en_sum += en[k];
    mean += std::log(en[k]) / 6;
    squares += std::log(en[k]) * std::log(en[k]) / 6;
  }
  const double ratio = std::log(en_sum / zh_sum);
  const double background = std::max(0.1, squares - mean * mean);
  Texts texts(zh_text, en_text);
  struct Row {
    std::uint32_t zh;
    std::uint32_t en;
    std::uint32_t zh_size = 1;
    std::uint32_t en_size = 1;
    int sign;      // of the deviation
    bool extreme;  // where it is capped
  };
  for (const Row& row : std::vector<Row>{{0, 0, 1, 1, 1, false},
                                         {1, 1, 1, 1, 1, false},
                                         {2, 2, 1, 1, -1, false},
                                         {0, 3, 1, 1, 1, true},
                                         {4, 4, 1, 1, -1, true},
                                         {0, 0, 1, 2, 1, false},
                                         {0, 0, 2, 1, -1, false},
                                         {1, 1, 2, 2, 1, false}}) {
    INFO(row.zh << '+' << row.zh_size << ", " << row.en << '+' << row.en_size);
    double l = 0;
    double m = 0;
    for (std::uint32_t k = 0; k < row.zh_size; ++k) l += zh[row.zh + k];
    for (std::uint32_t k = 0; k < row.en_size; ++k) m += en[row.en + k];
    const double variance = 0.01 + 1.1 / l;
    const double deviation = (std::log(m) - std::log(l) - ratio) / std::sqrt(variance);
    CHECK((deviation > 0) == (row.sign > 0));
    CHECK((std::abs(deviation) > 6) == row.extreme);
    const double score =
        density(std::log(m), std::log(l) + ratio, variance) -
        density(std::log(m), mean + std::log(row.en_size), background / row.en_size + variance);
    const FeatureVector f = texts.features.bead(pair(row.zh, row.en, row.zh_size, row.en_size));
    const bool beyond = row.zh_size + row.en_size > 2;
    expect_group(f, "length",
                 {{length_score, score / 5},
                  {length_beyond, beyond ? score / 5 : 0},
                  {length_squared, std::min(25.0, deviation * deviation) / 5},
                  {length_long_en, row.extreme && row.sign > 0 ? 5 : std::max(0.0, deviation - 1)},
                  {length_long_zh, row.extreme && row.sign < 0 ? 5 : std::max(0.0, -deviation - 1)},
                  {length_size, std::log(1 + l) / 5}});
  }
}
