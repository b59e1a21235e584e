#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include <duiqi/duiqi.hpp>

#include "aligner/glue.hpp"

using namespace duiqi;
using namespace duiqi::gluing;

namespace {

using Ids = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Aligner by_lines() {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  return Aligner(options);
}

Analysis zh_lines(const std::string& text) {
  return by_lines().analyse(Text::from_utf8(text), Language::chinese);
}
Analysis en_lines(const std::string& text) {
  return by_lines().analyse(Text::from_utf8(text), Language::english);
}

/// The groups of a side, as ranges of sentences.
Ids groups(const GluedSide& side) {
  Ids out;
  for (std::uint32_t k = 0; k < side.analysis().document.size(); ++k) {
    const SentenceRange range = side.given({k, k + 1});
    out.emplace_back(range.begin, range.end);
  }
  return out;
}

std::string show(const Bitext& bitext) {
  std::string out;
  for (const Bead& bead : bitext.beads()) {
    const auto ids = [](SentenceRange range) {
      return std::to_string(range.begin) + "-" + std::to_string(range.end);
    };
    if (!out.empty()) out += ' ';
    out += ids(bead.zh) + ":" + ids(bead.en);
  }
  return out;
}

}  // namespace

TEST_CASE("scraps are glued where the other side has none") {
  struct Row {
    const char* what;
    const char* zh;
    const char* en;
    Ids groups;  ///< of the Chinese side
  };
  const auto row = GENERATE(values<Row>({
      {"nothing to glue", "甲。\n乙。", "Aye.\nBee.", {{0, 1}, {1, 2}}},
      {"a number goes to the next", "1.\n甲。\n2.\n乙。", "1. Aye.\n2. Bee.", {{0, 2}, {2, 4}}},
      {"numbers on both sides stay",
       "1.\n甲。\n2.\n乙。",
       "1.\nAye.\n2.\nBee.",
       {{0, 1}, {1, 2}, {2, 3}, {3, 4}}},
      {"whatever their form",
       "一、\n甲。\n二、\n乙。",
       "(1)\nAye.\n(2)\nBee.",
       {{0, 1}, {1, 2}, {2, 3}, {3, 4}}},
      {"one of many on the other side is no counterpart",
       "1.\n甲。\n2.\n乙。\n3.\n丙。",
       "1.\nAye.\n2. Bee.\n3. Sea.",
       {{0, 2}, {2, 4}, {4, 6}}},
      {"a table of numbers stays", "1.\n2.\n3.\n甲。", "Aye.", {{0, 1}, {1, 2}, {2, 4}}},
      {"a number at the end stays", "甲。\n1.", "Aye.", {{0, 1}, {1, 2}}},
      {"a quote closes", "“甲。\n”\n乙。", "\"Aye.\"\nBee.", {{0, 2}, {2, 3}}},
      {"a quote at the very begin has only what follows", "”\n甲。\n乙。", "Aye.\nBee.", {{0, 2}, {2, 3}}},
      {"quotes on both sides stay", "“甲。\n”\n乙。", "\"Aye.\n\"\nBee.", {{0, 1}, {1, 2}, {2, 3}}},
      {"several scraps in a row", "“甲\n……\n”\n乙。", "\"Aye...\"\nBee.", {{0, 3}, {3, 4}}},
      {"from both ends", "1.\n“甲。\n”\n乙。", "1. \"Aye.\"\nBee.", {{0, 3}, {3, 4}}},
      {"an ellipsis is a line of its own on both sides",
       "甲。\n……\n乙。",
       "Aye.\n...\nBee.",
       {{0, 1}, {1, 2}, {2, 3}}},
      {"separators stay", "甲。\n***\n乙。", "Aye.\nBee.", {{0, 1}, {1, 2}, {2, 3}}},
      {"not over a blank line, which has an id",
       "“甲。\n\n”\n乙。",
       "\"Aye.\"\nBee.",
       {{0, 1}, {1, 2}, {2, 4}}},
      {"nothing but a scrap", "”", "Aye.", {{0, 1}}},
      {"nothing at all", "", "Aye.", {}},
  }));
  INFO(row.what);
  const Analysis zh = zh_lines(row.zh);
  const Analysis en = en_lines(row.en);
  CHECK(groups(Glue(zh, en).zh) == row.groups);
}

TEST_CASE("nothing is copied where nothing is glued") {
  const Analysis zh = zh_lines("甲。\n1.\n乙。");
  const Analysis en = en_lines("Aye.\n1.\nBee.");
  const Glue glue(zh, en);
  CHECK(&glue.zh.analysis() == &zh);
  CHECK(&glue.en.analysis() == &en);
}

TEST_CASE("groups share the text and keep anchors and paragraphs") {
  const Analysis zh = zh_lines("2024年3月，王毅来了。\n1.\n欧盟有27国。\n”");
  const Analysis en = en_lines("Wang Yi came in March 2024.\n1. The EU has 27 members.\"");
  const Glue glue(zh, en);
  const Analysis& glued = glue.zh.analysis();
  CHECK(glued.document.text.view().data() == zh.document.text.view().data());
  REQUIRE(glued.document.size() == 2);
  CHECK(glued.document.sentence(1) == "1.\n欧盟有27国。\n”");
  REQUIRE(glued.anchors.size() == zh.anchors.size());
  for (std::size_t k = 0; k < glued.anchors.size(); ++k) {
    CHECK(glued.anchors[k].span == zh.anchors[k].span);
    CHECK(glued.document.sentences[glued.anchors[k].sentence].span.contains(glued.anchors[k].span));
  }
  std::uint32_t begin = 0;
  for (std::size_t k = 0; k < glued.document.paragraphs.size(); ++k) {
    const SentenceRange range = glued.document.paragraphs[k].sentences;
    CHECK(range.begin == begin);
    begin = range.end;
    for (std::uint32_t id = range.begin; id < range.end; ++id)
      CHECK(glued.document.sentences[id].paragraph == k);
  }
  CHECK(begin == 2);
}

TEST_CASE("beads of groups are told in the ids as given, and back") {
  const Analysis zh = zh_lines("1.\n甲。\n2.\n乙。\n丙。\n……");
  const Analysis en = en_lines("1. Aye.\n2. Bee.\nSea.\n”");
  const Glue glue(zh, en);
  REQUIRE(glue.zh.analysis().document.size() == 3);
  REQUIRE(glue.en.analysis().document.size() == 3);
  const Ladder ladder = glue.as_given(Ladder({{{0, 1}, {0, 2}, 3, .5},
                                              {{1, 2}, {2, 2}, -4, .25},
                                              {{2, 3}, {2, 2}, -4, .2},
                                              {{3, 3}, {2, 3}, -5, .1}},
                                             3, 3));
  struct Row {
    Bead given;
    Bead group;
  };
  const std::vector<Row> rows{
      {{{0, 2}, {0, 2}, 3, .5}, {{0, 1}, {0, 2}}},   {{{2, 3}, {2, 2}, -4, .25}, {{1, 2}, {2, 2}}},
      {{{3, 4}, {2, 2}, -4, .25}, {{1, 2}, {2, 2}}}, {{{4, 5}, {2, 2}, -4, .2}, {{2, 3}, {2, 2}}},
      {{{5, 6}, {2, 2}, -4, .2}, {{2, 3}, {2, 2}}},  {{{6, 6}, {2, 3}, -5, .1}, {{3, 3}, {2, 3}}},
      {{{6, 6}, {3, 4}, -5, .1}, {{3, 3}, {2, 3}}}};
  REQUIRE(ladder.beads().size() == rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    INFO(k);
    CHECK(ladder.beads()[k] == rows[k].given);
    CHECK(ladder.beads()[k].score == rows[k].given.score);
    CHECK(ladder.beads()[k].probability == rows[k].given.probability);
    CHECK(glue.as_glued(ladder.beads()[k]) == rows[k].group);
  }
}

TEST_CASE("scraps join their sentence's bead, or align with the other side's") {
  const std::string zh[] = {"市水务局表示，三座水库已蓄水12.6亿立方米。", "局长陆鸣说，这比去年同期多出18%。",
                            "然而，北京的农民仍在担心。"};
  const std::string en[] = {"The three reservoirs hold 1.26 billion cubic metres, the water bureau said.",
                            "That is 18 percent more than last year, said Lu Ming, its director.",
                            "Farmers in Beijing still worry, however."};
  struct Row {
    std::string zh;
    std::string en;
    const char* beads;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"1.\n" + zh[0] + "\n2.\n" + zh[1] + "\n3.\n" + zh[2],
       "1. " + en[0] + "\n2. " + en[1] + "\n3. " + en[2], "0-2:0-1 2-4:1-2 4-6:2-3"},
      {"1.\n" + zh[0] + "\n2.\n" + zh[1] + "\n3.\n" + zh[2],
       "1.\n" + en[0] + "\n2.\n" + en[1] + "\n3.\n" + en[2],
       "0-1:0-1 1-2:1-2 2-3:2-3 3-4:3-4 4-5:4-5 5-6:5-6"},
      {"“" + zh[0] + "\n”\n" + zh[1] + "\n" + zh[2], "\"" + en[0] + "\"\n" + en[1] + "\n" + en[2],
       "0-2:0-1 2-3:1-2 3-4:2-3"},
      {"“" + zh[0] + "\n”\n" + zh[1] + "\n" + zh[2], "\"" + en[0] + "\n\"\n" + en[1] + "\n" + en[2],
       "0-1:0-1 1-2:1-2 2-3:2-3 3-4:3-4"},
      {zh[0] + "\n***\n" + zh[1] + "\n" + zh[2], en[0] + "\n***\n" + en[1] + "\n" + en[2],
       "0-1:0-1 1-2:1-2 2-3:2-3 3-4:3-4"},
      {zh[0] + "\n***\n" + zh[1] + "\n" + zh[2], en[0] + "\n" + en[1] + "\n" + en[2],
       "0-1:0-1 1-3:1-2 3-4:2-3"},  // not glued, but taken into a bead: nothing says where it belongs
  }));
  INFO(row.zh << "\n" << row.en);
  const Aligner aligner = by_lines();
  const Bitext bitext = aligner.align(Text::from_utf8(row.zh), Text::from_utf8(row.en));
  CHECK(show(bitext) == row.beads);
  const std::vector<Explanation> explanations = aligner.explain(bitext);
  REQUIRE(explanations.size() == bitext.beads().size());
  for (std::size_t k = 0; k < explanations.size(); ++k) {
    CHECK(explanations[k].bead == bitext.beads()[k]);
    double sum = 0;
    for (const Term& term : explanations[k].terms) sum += term.nats();
    CHECK(sum == Approx(bitext.beads()[k].score).margin(1e-5));
    for (const AnchorMatch& match : explanations[k].matched)
      CHECK(bitext.beads()[k].zh.contains(bitext.zh_anchors()[match.zh].sentence));
  }
}

TEST_CASE("a swap of groups is one in the ids as given") {
  const Analysis zh = zh_lines("1.\n甲。\n2.\n乙。");
  const Analysis en = en_lines("Aye.\nBee.");
  const Glue glue(zh, en);
  const Ladder ladder = glue.as_given(Ladder({{{0, 1}, {1, 2}}, {{1, 2}, {0, 1}}}, 2, 2));
  REQUIRE(ladder.beads().size() == 2);
  CHECK(ladder.crosses_next(0));
  CHECK(ladder.beads()[0] == Bead{{0, 2}, {1, 2}});
  CHECK(ladder.beads()[1] == Bead{{2, 4}, {0, 1}});
}
