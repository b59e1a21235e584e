// Tests of features: they record what they compare, so that test_feature_coverage.cpp can tell which feature
// no test looks at.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/aligner.hpp>

#include "evidence/arc_features.hpp"

namespace duiqi::evidence::test {

/// DUIQI_FEATURE_TEST("title") { … }: a Catch2 test case that the coverage test runs too. It may not use
/// SECTION or GENERATE, of which only Catch2 knows how to run all.
struct FeatureTest {
  const char* title;
  void (*run)();
};
std::vector<FeatureTest>& feature_tests();
struct RegisterFeatureTest {
  explicit RegisterFeatureTest(FeatureTest test) { feature_tests().push_back(test); }
};

#define DUIQI_FEATURE_TEST_NAMED(id, title)                                           \
  static void id();                                                                   \
  static const ::duiqi::evidence::test::RegisterFeatureTest id##_listed{{title, id}}; \
  TEST_CASE(title) {                                                                  \
    id();                                                                             \
  }                                                                                   \
  static void id()
#define DUIQI_FEATURE_TEST_AT(line, title) DUIQI_FEATURE_TEST_NAMED(feature_test_##line, title)
#define DUIQI_FEATURE_TEST_ON(line, title) DUIQI_FEATURE_TEST_AT(line, title)
#define DUIQI_FEATURE_TEST(title) DUIQI_FEATURE_TEST_ON(__LINE__, title)

/// Checks the value, and records that it was checked.
void expect_feature(const FeatureVector& features, Feature feature, double value);
/// The values, rounded, that were expected of each feature up to now.
std::array<std::set<float>, feature_count>& expected_values();

struct Expected {
  Feature feature;
  double value;
};
/// Checks all features of a group: those that are listed, and that the others are 0.
void expect_group(const FeatureVector& features, std::string_view group,
                  const std::vector<Expected>& expected);

/// Two texts of a sentence a line, and their features.
class Texts {
 public:
  /// Paragraphs: of each sentence, where given; else the texts'.
  Texts(std::string zh, std::string en, std::vector<Lexicon> lexicons = {},
        const std::vector<std::uint32_t>& zh_paragraphs = {},
        const std::vector<std::uint32_t>& en_paragraphs = {});

 private:
  std::vector<Lexicon> lexicons_;
  Analysis zh_;
  Analysis en_;

 public:
  Evidence evidence;
  ArcFeatures features;

  double g(RangePair pair) { return evidence.weigh(evidence.linker().score(pair)); }
};

inline RangePair pair(std::uint32_t zh, std::uint32_t en, std::uint32_t zh_size = 1,
                      std::uint32_t en_size = 1) {
  return {{zh, zh + zh_size}, {en, en + en_size}};
}

/// `times` copies of `text`.
std::string repeat(std::string_view text, int times);

/// Ten sentences of news a side, in order, and with what features of links need: numbers, dates, names, Latin
/// tokens, marks. Chinese 8 and English 9 have no counterpart; the last pair is Chinese 9, English 8.
Texts news();

}  // namespace duiqi::evidence::test
