#include <catch2/catch.hpp>
#include <set>
#include <string>

#include <duiqi/error.hpp>
#include <duiqi/weights.hpp>

#include "evidence/feature.hpp"
#include "evidence/weight_table.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

const std::string head = "feature\tnone.1\tnone.2\tusual.1\tusual.2\tlarge.1\tlarge.2\n";

Weights read(const std::string& text) {
  return Weights::read(Text::from_utf8(text, "w.tsv"));
}

}  // namespace

TEST_CASE("features have names of their own, and are found by them") {
  std::set<std::string_view> names;
  for (std::size_t k = 0; k < feature_count; ++k) {
    CHECK(names.insert(feature_infos[k].name).second);
    CHECK(find_feature(feature_infos[k].name) == static_cast<Feature>(k));
  }
  CHECK_FALSE(find_feature("no.such"));
}

TEST_CASE("weights are read by column and feature; what is missing is 0") {
  const Weights weights = read("# a comment\n" + head + "null.zh\t1\t2\t3\t-4.5\t5\t6\r\n");
  const auto& column = weights.table().column(LexiconKind::usual, 1);
  CHECK(column[static_cast<std::size_t>(Feature::null_zh)] == -4.5F);
  CHECK(column[static_cast<std::size_t>(Feature::null_en)] == 0.0F);
}

TEST_CASE("the built-in weights know every feature of the first pass for every kind of lexicon") {
  for (std::size_t kind = 0; kind < lexicon_kinds; ++kind) {
    for (std::size_t pass = 0; pass < passes; ++pass) {
      const auto& column = Weights::built_in().table().column(static_cast<LexiconKind>(kind), pass);
      CHECK(column[static_cast<std::size_t>(Feature::null_zh)] != 0.0F);
      CHECK(column[static_cast<std::size_t>(Feature::length_squared)] < 0.0F);
    }
  }
}

TEST_CASE("a file that holds no weights is refused, with the line") {
  const auto row = GENERATE(values<std::pair<std::string, std::string>>(
      {{"", "no line that names the columns"},
       {"weights\n", "first line"},
       {"feature\tnone.1\n", "column is missing"},
       {"feature\tmany.1\n", "no column 'many.1'"},
       {head + "no.such\t1\t2\t3\t4\t5\t6\n", "w.tsv:2: there is no feature 'no.such'"},
       {head + "null.zh\t1\t2\t3\n", "as many cells"},
       {head + "null.zh\t1\t2\tx\t4\t5\t6\n", "'x' is no weight"},
       {head + "null.zh\t1\t2\tnan\t4\t5\t6\n", "'nan' is no weight"},
       {head + "null.zh\t1\t2\t3\t4\t5\t6\nnull.zh\t1\t2\t3\t4\t5\t6\n",
        "w.tsv:3: the feature 'null.zh' stands twice"}}));
  INFO(row.first);
  try {
    read(row.first);
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_format);
    CHECK(std::string(error.what()).find(row.second) != std::string::npos);
  }
}
