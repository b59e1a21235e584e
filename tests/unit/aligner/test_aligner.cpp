// The front door on texts that are not as they should be.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <thread>

#include <duiqi/duiqi.hpp>
#include <duiqi/read_record.hpp>

using namespace duiqi;

namespace {

const std::string zh_story =
    "市水务局5日表示，春江上游的三座水库已蓄水12.6亿立方米。局长陆鸣说，这比去年同期多出18%"
    "。“今年夏天不会限水。”他说。"
    "然而，农民仍在担心。家住柳塘村的何桂兰有7亩稻田。她说，水渠已有两年没有修过。";
const std::string en_story =
    "The three reservoirs on the upper Chunjiang River hold 1.26 billion cubic metres of water, the city's "
    "water bureau said on the 5th. "
    "That is 18 percent more than a year earlier, said Lu Ming, its director. \"There will be no "
    "restrictions this summer,\" he said. "
    "Farmers still worry, however. He Guilan, from the village of Liutang, has 7 mu of paddy. She says the "
    "canals have not been repaired for two years.";
const std::string other_story =
    "The striker scored twice before the break. His coach praised the defence. Tickets for the final sold "
    "out within an hour. "
    "The stadium has been rebuilt. Fans queued through the night? Nobody complained!";

bool warns(const Bitext& bitext, WarningCode code) {
  return std::any_of(bitext.warnings().begin(), bitext.warnings().end(),
                     [&](const Warning& w) { return w.code == code; });
}

}  // namespace

TEST_CASE("a story and its translation align one to one, surely and without a warning") {
  const Bitext bitext = Aligner().align(zh_story, en_story);
  REQUIRE(bitext.beads().size() == 6);
  for (const Bead& bead : bitext.beads()) CHECK(bead.probability > 0.8);
  CHECK(bitext.warnings().empty());
  CHECK(bitext.en(bitext.beads()[3]) == "Farmers still worry, however.");
}

TEST_CASE("texts that do not belong together are aligned, with a warning and more doubt") {
  const auto mean = [](const Bitext& bitext) {
    double sum = 0;
    for (const Bead& bead : bitext.beads()) sum += bead.probability;
    return sum / static_cast<double>(bitext.beads().size());
  };
  const Bitext wrong = Aligner().align(zh_story, other_story);
  CHECK(warns(wrong, WarningCode::not_parallel));
  CHECK(mean(wrong) < mean(Aligner().align(zh_story, en_story)) - 0.05);
}

TEST_CASE("sides that are swapped, empty or in another language get their warning") {
  const Aligner aligner;
  CHECK(warns(aligner.align(en_story, zh_story), WarningCode::swapped_sides));
  CHECK(warns(aligner.align(zh_story, ""), WarningCode::empty_side));
  CHECK(warns(
      aligner.align(zh_story,
                    "Die Stadt teilte am Montag mit, dass die Arbeiten an der Brücke nicht vor dem Herbst "
                    "beginnen werden. Der Grund ist, dass das Geld fehlt und die Firma keine Leute hat. Wir "
                    "werden sehen, sagte der Bürgermeister, ob es im Winter besser wird."),
      WarningCode::unexpected_language));
}

TEST_CASE("any two texts have an alignment that tiles them") {
  const std::string many_zh = [] {
    std::string text;
    for (int k = 0; k < 100; ++k) text += "这是第" + std::to_string(k) + "句话。";
    return text;
  }();
  struct Row {
    std::string zh;
    std::string en;
  };
  const Row row = GENERATE_COPY(Row{"", ""}, Row{"。", "."}, Row{zh_story, "One sentence."},
                                Row{many_zh, "Only one sentence stands here."}, Row{"只有一句。", en_story},
                                Row{"", en_story}, Row{"\n\n　\n", " \t"});
  const Bitext bitext = Aligner().align(row.zh, row.en);
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  for (const Bead& bead : bitext.beads()) {
    CHECK(bead.zh.begin == zh);
    CHECK(bead.en.begin == en);
    CHECK((bead.probability >= 0 && bead.probability <= 1));
    zh = bead.zh.end;
    en = bead.en.end;
  }
  CHECK(zh == bitext.zh().size());
  CHECK(en == bitext.en().size());
}

TEST_CASE("the terms of a bead add up to its score, and its anchors are named") {
  const Aligner aligner;
  const Bitext bitext = aligner.align(zh_story, en_story);
  const std::vector<Explanation> explanations = aligner.explain(bitext);
  REQUIRE(explanations.size() == bitext.beads().size());
  for (const Explanation& explanation : explanations) {
    double sum = 0;
    for (const Term& term : explanation.terms) sum += term.nats();
    CHECK(sum == Approx(explanation.bead.score).margin(1e-4));
  }
  // 12.6亿立方米 = 1.26 billion cubic metres.
  const auto& matched = explanations[0].matched;
  CHECK(std::any_of(matched.begin(), matched.end(), [&](const AnchorMatch& match) {
    return bitext.zh().text.slice(bitext.zh_anchors()[match.zh].span).starts_with("12.6亿");
  }));
}

TEST_CASE("one aligner serves many threads, and each gets the same") {
  const Aligner aligner;
  const Bitext expected = aligner.align(zh_story, en_story);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&aligner, &result] {
      const Bitext bitext = aligner.align(zh_story, en_story);
      for (const Bead& bead : bitext.beads()) result += std::to_string(bead.probability) + ' ';
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::string wanted;
  for (const Bead& bead : expected.beads()) wanted += std::to_string(bead.probability) + ' ';
  for (const std::string& result : results) CHECK(result == wanted);
}

TEST_CASE("a bitext can be moved, and its views stay") {
  Bitext first = Aligner().align("好。", "Good.");
  const std::string_view view = first.zh(first.beads()[0]);
  const Bitext second = std::move(first);
  CHECK(view == "好。");
  CHECK(second.zh(second.beads()[0]).data() == view.data());
}

TEST_CASE("options out of range are refused") {
  AlignerOptions options;
  options.ladder.max_one_to_many = GENERATE(0U, 16U);
  CHECK_THROWS_AS(Aligner(options), Error);
}

TEST_CASE("the bead sizes that the options allow are kept to") {
  AlignerOptions options;
  options.ladder.max_one_to_many = 1;
  options.ladder.max_many_to_many = 1;
  const Bitext bitext = Aligner(options).align(zh_story, en_story.substr(0, 300));
  for (const Bead& bead : bitext.beads()) {
    CHECK(bead.zh.size() <= 1);
    CHECK(bead.en.size() <= 1);
  }
}

TEST_CASE("texts of one sentence are aligned, with every kind of lexicon") {
  const std::string zh = "会议于3月15日在北京召开。";
  const std::string en = "The meeting was held in Beijing on March 15.";
  AlignerOptions bare;
  bare.lexicons.clear();
  for (const AlignerOptions& options : {AlignerOptions{}, bare}) {
    const Bitext bitext = Aligner(options).align(zh, en);
    REQUIRE(bitext.beads().size() == 1);
    CHECK_FALSE(bitext.beads()[0].null());
    CHECK(bitext.beads()[0].probability > 0.9);
  }
}
