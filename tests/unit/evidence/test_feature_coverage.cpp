#include <catch2/catch.hpp>

#include "feature_tests.hpp"

using namespace duiqi::evidence;
using namespace duiqi::evidence::test;

TEST_CASE("every feature is compared with two values or more, one of them not 0") {
  for (auto& values : expected_values()) values.clear();
  for (const FeatureTest& test : feature_tests()) {
    INFO(test.title);
    test.run();
  }
  for (std::size_t k = 0; k < feature_count; ++k) {
    const std::set<float>& values = expected_values()[k];
    INFO("no test would see a change of the feature '"
         << feature_infos[k].name << "' (" << feature_infos[k].meaning
         << "): give a DUIQI_FEATURE_TEST an expect_feature for it");
    CHECK(values.size() >= 2);
    CHECK(values.size() > values.count(0));
  }
}
