#include "feature_tests.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace duiqi::evidence::test {
namespace {

Analysis analyse(std::string text, Language language, const std::vector<std::uint32_t>& paragraphs) {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  Analysis out = Aligner(options).analyse(Text::from_utf8(std::move(text)), language);
  for (std::size_t k = 0; k < paragraphs.size(); ++k) out.document.sentences[k].paragraph = paragraphs[k];
  return out;
}

}  // namespace

std::vector<FeatureTest>& feature_tests() {
  static std::vector<FeatureTest> tests;
  return tests;
}

std::array<std::set<float>, feature_count>& expected_values() {
  static std::array<std::set<float>, feature_count> values;
  return values;
}

void expect_feature(const FeatureVector& features, Feature feature, double value) {
  const auto k = static_cast<std::size_t>(feature);
  INFO("feature " << feature_infos[k].name);
  CHECK(features[feature] == Approx(value).margin(1e-5).epsilon(1e-4));
  // Values that are the same but for rounding are one.
  expected_values()[k].insert(static_cast<float>(std::round(value * 1000) / 1000));
}

void expect_group(const FeatureVector& features, std::string_view group,
                  const std::vector<Expected>& expected) {
  for (std::size_t k = 0; k < feature_count; ++k) {
    if (feature_infos[k].group != group) continue;
    double value = 0;
    for (const Expected& one : expected) {
      if (static_cast<std::size_t>(one.feature) == k) value = one.value;
    }
    expect_feature(features, static_cast<Feature>(k), value);
  }
  for (const Expected& one : expected)
    CHECK(feature_infos[static_cast<std::size_t>(one.feature)].group == group);
}

Texts::Texts(std::string zh, std::string en, std::vector<Lexicon> lexicons,
             const std::vector<std::uint32_t>& zh_paragraphs, const std::vector<std::uint32_t>& en_paragraphs)
    : lexicons_(std::move(lexicons)),
      zh_(analyse(std::move(zh), Language::chinese, zh_paragraphs)),
      en_(analyse(std::move(en), Language::english, en_paragraphs)),
      evidence(zh_, en_, lexicons_),
      features(evidence) {}

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int k = 0; k < times; ++k) out += text;
  return out;
}

Texts news() {
  return Texts(
      // The water bureau met in Beijing on March 5. / It stored 500 million tons, up 3.7 percent. / Will it
      // rain? asked the farmer. / Huawei showed the MX350 at a fair in Shanghai. / Prices rose 12 percent in
      // Japan. / The minister flew to Paris on May 9. / The bridge cost 28 billion yuan. / The school has
      // 4600 pupils. / The museum in Guangzhou closed on June 17. / The river is 180 kilometres long.
      "水务局3月5日在北京开会。\n该局储存了5亿吨，增长3.7%。\n“会下雨吗？”农民问。\n华为在上海展出MX350。\n"
      "日本物价上涨12%"
      "。\n部长5月9日飞往巴黎。\n大桥耗资280亿元。\n学校有4600名学生。\n广州博物馆6月17日闭馆。\n"
      "这条河长180公里。",
      "The water bureau met in Beijing on March 5.\nThe bureau stored 500 million tons, up 3.7 percent.\n"
      "\"Will it rain?\" asked the farmer.\nHuawei showed the MX350 in Shanghai.\n"
      "Prices rose 12 percent in Japan.\nThe minister flew to Paris on May 9.\n"
      "The bridge cost 28 billion yuan.\nThe school has 4,600 pupils.\nThe river is 180 kilometers long.\n"
      "Nobody knows why Mr. Gregory Whitlock Stayed away from the Carnival",
      {Lexicon::built_in()});
}

}  // namespace duiqi::evidence::test
