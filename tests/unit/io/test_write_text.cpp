#include <catch2/catch.hpp>
#include <random>
#include <string>

#include <duiqi/write.hpp>

#include "io/layout.hpp"
#include "unicode/display_width.hpp"
#include "unicode/utf8.hpp"
#include "unit/io/made_bitext.hpp"

using namespace duiqi;
using namespace duiqi::testing;

namespace {

std::string written(const Bitext& bitext, const WriteOptions& options) {
  std::string out;
  write(out, bitext, Format::text, options);
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  io::Styled styled;
  styled.append(text);
  std::vector<std::string> out;
  for (const io::Styled& line : io::wrap(styled, width)) out.push_back(line.text());
  return out;
}

}  // namespace

TEST_CASE("lines wrap at spaces, between Han characters, and not before closing punctuation") {
  struct Row {
    const char* text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"the cat sat", 7, {"the cat", "sat"}},
      {"the cat sat", 6, {"the", "cat", "sat"}},
      {"对口支援工作", 4, {"对口", "支援", "工作"}},
      {"对口支援工作", 5, {"对口", "支援", "工作"}},
      {"对口\uFF0C支援。", 6, {"对口\uFF0C", "支援。"}},
      {"《人民日报》报道", 6, {"《人民", "日报》", "报道"}},  // no opening bracket at a line's end
      {"internationalisation", 8, {"internat", "ionalisa", "tion"}},
      {"", 5, {""}},
      {"a\tb\nc", 10, {"a b c"}},
  };
  for (const Row& row : rows) {
    INFO(row.text << " in " << row.width);
    CHECK(wrapped(row.text, row.width) == row.lines);
  }
}

TEST_CASE("no line is wider than its column, and no character but spaces is lost") {
  const std::u32string alphabet = U"a bc,.“”《》。,中国玉树ᄀ́\U0001F600\U00020BB7—…-";
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto n = random() % 60; n > 0; --n) unicode::append(text, alphabet[random() % alphabet.size()]);
    const std::size_t width = 2 + random() % 20;
    std::string joined;
    for (const std::string& line : wrapped(text, width)) {
      CHECK(unicode::display_width(line) <= width);
      joined += line;
    }
    std::erase(joined, ' ');
    std::erase(text, ' ');
    CHECK(joined == text);
  }
}

TEST_CASE("a text can't send commands to the terminal") {
  CHECK(wrapped("a\x1B[31mb\x07\x7F", 20) == std::vector<std::string>{"a␛[31mb␇␡"});
  CHECK(wrapped("\u202Eabc\u009B", 20) == std::vector<std::string>{"\uFFFDabc\uFFFD"});
  CHECK(wrapped("\xFFx", 20) == std::vector<std::string>{"\uFFFDx"});
}

TEST_CASE("text stands in two columns, with moved sentences, nulls and doubts marked") {
  Made made = news();
  made.warnings = {{WarningCode::not_parallel, "hardly parallel"}};
  WriteOptions options;
  options.text.width = 50;
  const std::string text = written(made_bitext(made), options);
  INFO('\n' << text);
  const std::string expected =
      "zh.txt = en.txt\n"
      "────────────────────────────┬─────────────────────\n"
      "   1  1-1 中新网北京3月15日 │ BEIJING, March 15.\n"
      "    99%   电                │\n"
      "────────────────────────────┼─────────────────────\n"
      "   2  1-2 市长说:“好”,并致  │ The mayor said\n"
      "    80%   谢。              │ \"good\".\n"
      "                            │ ↷ [3] He thanked\n"
      "                            │ them.\n"
      "────────────────────────────┼─────────────────────\n"
      "   3  1-1 会议结束。        │ It ended.\n"
      "    40% ?                   │\n"
      "────────────────────────────┼─────────────────────\n"
      "   4  1-0 天晴。            │ · no counterpart ·\n"
      "    70%                     │\n"
      "────────────────────────────┴─────────────────────\n"
      "4 Chinese and 4 English sentences; 3 beads;\n"
      "without counterpart: 1 Chinese, 0 English; mean\n"
      "probability 73%; doubtful (?): 1\n"
      "↷ [n] stands elsewhere in its text, as sentence n\n"
      "(from 0)\n"
      "warning: hardly parallel\n";
  CHECK(text == expected);
}

TEST_CASE("colour is closed again, and only where it is asked for") {
  Made made = news();
  made.zh_anchors = {{AnchorKind::date, {15, 24}, 0, "--03-15", {}, false}};
  made.en_anchors = {{AnchorKind::date, {9, 17}, 0, "--03-15", {}, false}};
  const Bitext bitext = made_bitext(made);
  std::vector<Explanation> why(bitext.beads().size());
  why[0].matched = {{0, 0, 2}};
  WriteOptions options;
  options.explanations = why;
  CHECK(written(bitext, options).find('\x1B') == std::string::npos);
  options.text.colour = true;
  const std::string text = written(bitext, options);
  CHECK(text.find("\x1B[36m3月15日\x1B[0m") != std::string::npos);
  CHECK(text.find("\x1B[36mMarch 15\x1B[0m") != std::string::npos);
  CHECK(text.find("\x1B[1;31m") != std::string::npos);  // the doubtful bead
}

TEST_CASE("explain says what was found on both sides and what was missed") {
  Made made = news();
  made.zh_anchors = {{AnchorKind::date, {15, 24}, 0, "--03-15", {}, false}};
  made.en_anchors = {{AnchorKind::date, {9, 17}, 0, "--03-15", {}, false},
                     {AnchorKind::place, {0, 7}, 0, "beijing", {}, false}};
  const Bitext bitext = made_bitext(made);
  std::vector<Explanation> why(bitext.beads().size());
  why[0].terms = {{"length", .75, 2}, {"anchors", 2, 1}};
  why[0].matched = {{0, 0, 2}};
  why[0].missed_en = {1};
  why[0].words = {{WordKind::mark, {24, 27}, {17, 18}, .5}};
  why[0].lone_zh = {{WordKind::word, {24, 27}, -.75}};
  why[0].rivals = {{{0, 1}, {0, 2}, {}, .25}, {{0, 1}, {1, 2}, RangePair{{1, 2}, {0, 1}}, .02}};
  why[3].rivals = {{{3, 4}, {3, 4}, {}, .3}};
  WriteOptions options;
  options.explanations = why;
  CHECK(written(bitext, options).find("or else") == std::string::npos);
  options.explain = true;
  const std::string text = written(bitext, options);
  INFO('\n' << text);
  CHECK(text.find("[0]:[0] length 0.75 × 2.00 = +1.50, anchors 2.00 × 1.00 = +2.00, together +3.50\n") !=
        std::string::npos);
  CHECK(text.find("on both sides: 3月15日 = March 15 (date +2.00)\n") != std::string::npos);
  CHECK(text.find("only in English: BEIJING (place)\n") != std::string::npos);
  CHECK(text.find("words: 电 = . +0.50\n") != std::string::npos);
  CHECK(text.find("alone: 电 -0.75\n") != std::string::npos);
  CHECK(text.find("or else: [0]:[0, 1] 25%, [0]:[1] 2% (crosses [1]:[0])\n") != std::string::npos);
  CHECK(text.find("or else: [3]:[3] 30%\n") != std::string::npos);

  options.text.width = 40;
  const std::string narrow = written(bitext, options);
  INFO('\n' << narrow);
  CHECK(narrow.find("on both sides: \n            3月15日 = March 15 (date\n            +2.00)\n") !=
        std::string::npos);
}
