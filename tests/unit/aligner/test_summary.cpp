// The summary: shares by hand, and of small texts.
#include <catch2/catch.hpp>
#include <string>

#include <duiqi/duiqi.hpp>

#include "aligner/summarise.hpp"

using namespace duiqi;

namespace {

const std::vector<std::string> zh_lines{"市水务局5日表示，春江上游的三座水库已蓄水12.6亿立方米。",
                                        "局长陆鸣说，这比去年同期多出18%。",
                                        "“今年夏天不会限水。”他说。",
                                        "然而，农民仍在担心。",
                                        "家住柳塘村的何桂兰有7亩稻田。",
                                        "她说，水渠已有两年没有修过。"};
const std::vector<std::string> en_lines{
    "The three reservoirs on the upper Chunjiang River hold 1.26 billion cubic metres of water, the city's "
    "water bureau said on the 5th.",
    "That is 18 percent more than a year earlier, said Lu Ming, its director.",
    "\"There will be no restrictions this summer,\" he said.",
    "Farmers still worry, however.",
    "He Guilan, from the village of Liutang, has 7 mu of paddy.",
    "She says the canals have not been repaired for two years."};

Summary summary_of(const std::vector<std::string>& zh, const std::vector<std::string>& en) {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  const auto joined = [](const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out.append(line).append("\n");
    return out;
  };
  return Aligner(options).align(joined(zh), joined(en)).summary();
}

}  // namespace

TEST_CASE("a side's shares go by length") {
  // Nine tenths of the text are surely translated, a tenth is a null of .8.
  const SideSummary side = summarise(SideProbabilities{{90, 10}, {0, .8}, {0, 0}, {.9, .8}});
  CHECK(side.translated == Approx(.92));
  CHECK(side.doubtful == 0);
  CHECK(summarise(SideProbabilities{{90, 10}, {0, .8}, {0, 0}, {.9, .3}}).doubtful == Approx(.1));
  CHECK(summarise(SideProbabilities{{90, 10}, {0, .8}, {0, 0}, {.5, .8}}).doubtful == 0);
  // A link that is sure by .75 takes as much of the null.
  CHECK(summarise(SideProbabilities{{90, 10}, {0, .8}, {0, .75}, {.9, .8}}).translated == Approx(.98));
  CHECK(summarise(SideProbabilities{}).translated == 0);
  CHECK(summarise(SideProbabilities{{0}, {1}, {0}, {1}}).translated == 0);
}

TEST_CASE("characters count, white space does not") {
  CHECK(visible_length("会 议\t好\n") == 3);
  CHECK(visible_length("　a b") == 2);
  CHECK(visible_length("") == 0);
}

TEST_CASE("a story is translated whole; what one side lacks shows on the other") {
  const Summary whole = summary_of(zh_lines, en_lines);
  CHECK(whole.parallel);
  CHECK(whole.drifts.empty());
  CHECK(whole.zh.translated > .95);
  CHECK(whole.en.translated > .95);
  CHECK(whole.zh.doubtful < .1);
  CHECK((whole.probability > .8 && whole.probability <= 1));

  std::vector<std::string> en = en_lines;
  en.erase(en.begin());  // about a quarter of the Chinese loses its counterpart
  const Summary less = summary_of(zh_lines, en);
  CHECK(less.zh.translated < .85);
  CHECK(less.zh.translated > .5);
  CHECK(less.en.translated > .9);
}

TEST_CASE("empty sides have a summary too") {
  const Summary none = summary_of({}, {});
  CHECK(none.parallel);
  CHECK((none.zh.translated == 0 && none.en.translated == 0 && none.support == 0));
  const Summary alone = summary_of(zh_lines, {});
  CHECK(alone.zh.translated == Approx(0).margin(1e-6));
  CHECK(alone.drifts.empty());
}

TEST_CASE("warnings follow from the summary") {
  Summary summary;
  CHECK(warnings_of(summary).empty());
  summary.drifts = {{{20, 35}, {22, 40}, .25}};
  const std::vector<Warning> drift = warnings_of(summary);
  REQUIRE(drift.size() == 1);
  CHECK(drift[0].code == WarningCode::drift);
  CHECK_THAT(drift[0].message,
             Catch::Contains("Chinese sentences 20-34 and English sentences 22-39 (from 0)") &&
                 Catch::Contains("only 0.25 nats"));
  summary.parallel = false;
  summary.support = -1.5;
  const std::vector<Warning> other = warnings_of(summary);
  REQUIRE(other.size() == 1);
  CHECK(other[0].code == WarningCode::not_parallel);
  CHECK_THAT(other[0].message, Catch::Contains("-1.50 nats"));
}
