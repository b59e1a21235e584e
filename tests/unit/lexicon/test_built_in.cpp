// The lexicon that comes with the library.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string_view>

#include <duiqi/lexicon.hpp>

#include "lexicon/image.hpp"

using namespace duiqi;

TEST_CASE("the built-in lexicon is there, whole, and says what it is") {
  const Lexicon& lexicon = Lexicon::built_in();
  CHECK(lexicon.size() > 16'000);
  CHECK(lexicon.image().header->size <= 3'000'000);  // what it may add to the library
  REQUIRE(lexicon.sources().size() == 1);
  CHECK_THAT(lexicon.sources()[0].name, Catch::StartsWith("duiqi "));
  CHECK(lexicon.sources()[0].licence == "Apache-2.0");
  REQUIRE_FALSE(lexicon.find("中国").equivalents.empty());
  CHECK(lexicon.find("中國").equivalents[0].en == "China");  // in traditional characters
  CHECK(Lexicon::from_image(build_lexicon(lexicon.data())).hash() == lexicon.hash());
}

TEST_CASE("the built-in lexicon has the usage of Hong Kong and Taiwan, in their characters") {
  struct Row {
    std::string_view zh, en;
  };
  constexpr Row rows[] = {
      {"巴士", "bus"},      {"的士", "taxi"},    {"計程車", "taxi"},           {"資訊", "information"},
      {"軟體", "software"}, {"網路", "network"}, {"行動電話", "mobile phone"}, {"公車", "bus"},
      {"捷運", "metro"}};
  for (const Row& row : rows) {
    const LexiconEntry entry = Lexicon::built_in().find(row.zh);
    INFO(row.zh);
    CHECK(std::any_of(entry.equivalents.begin(), entry.equivalents.end(),
                      [&](const Equivalent& equivalent) { return equivalent.en == row.en; }));
  }
}
