#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include <duiqi/segment.hpp>

#include "evidence/length.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

Document lines(const std::string& text, Language language) {
  SegmentOptions options;
  options.sentences = SentenceRules::lines;
  return segment(Text::from_utf8(text), language, options);
}

/// `count` sentences of ten characters.
std::string chinese(int count) {
  std::string out;
  for (int k = 0; k < count; ++k) out += "一二三四五六七八九十\n";
  return out;
}
/// `count` sentences of thirty letters.
std::string english(int count) {
  std::string out;
  for (int k = 0; k < count; ++k) out += std::string(30, 'x') + "\n";
  return out;
}

std::vector<RangePair> stretches(std::uint32_t count) {
  std::vector<RangePair> out;
  for (std::uint32_t k = 0; k < count; ++k) out.push_back({{k, k + 1}, {k, k + 1}});
  return out;
}

}  // namespace

TEST_CASE("sure stretches correct the ratio of a text of which half is missing") {
  const Document zh = lines(chinese(100), Language::chinese);
  const Document en = lines(english(50), Language::english);
  struct Row {
    std::uint32_t stretches;
    bool corrected;
  };
  const auto row = GENERATE(Row{0, false}, Row{11, false}, Row{12, true}, Row{50, true});
  LengthModel length(zh, en);
  const double before = length.log_ratio();
  CHECK(before < std::log(2.0));
  length.correct_ratio(stretches(row.stretches));
  CHECK((length.log_ratio() > before + 0.25) == row.corrected);
  CHECK(length.log_ratio() < std::log(3.01));
  if (row.stretches == 50) CHECK(length.log_ratio() == Approx(std::log(3.0)).margin(0.06));
}

TEST_CASE("a ratio that sure stretches confirm stays what the whole text says") {
  const Document zh = lines(chinese(50), Language::chinese);
  const Document en = lines(english(48), Language::english);
  LengthModel length(zh, en);
  const double before = length.log_ratio();
  length.correct_ratio(stretches(40));
  CHECK(length.log_ratio() == before);
}
