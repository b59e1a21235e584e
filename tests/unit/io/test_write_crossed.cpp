// What the formats make of beads that cross: swaps, links, and the file of the documentation's example.
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>
#include <string>
#include <vector>

#include <duiqi/evaluate.hpp>
#include <duiqi/read_alignment.hpp>
#include <duiqi/write.hpp>

#include "unit/io/made_bitext.hpp"

using namespace duiqi;
using namespace duiqi::testing;

namespace {

/// "[0]:[1] [1]:[0]"
std::string shape(const std::vector<IdBead>& beads) {
  std::vector<std::string> out;
  for (const IdBead& bead : beads) {
    out.push_back(fmt::format("[{}]:[{}]", fmt::join(bead.zh, ", "), fmt::join(bead.en, ", ")));
  }
  return fmt::format("{}", fmt::join(out, " "));
}

std::string read_back(const std::string& text) {
  return shape(read_alignment(Text::from_utf8(text)).beads);
}

/// 0-0, then 1 and {2, 3} swapped against {2, 3} and 1, then 4-4.
Made swapped() {
  return plain(5, 5, {{{0, 1}, {0, 1}}, {{1, 2}, {2, 4}}, {{2, 4}, {1, 2}}, {{4, 5}, {4, 5}}});
}

/// The sizes of examples/data/yushu.txt: the second half of Chinese 1 is English 5; 5 and 6 have no
/// counterpart.
Made yushu() {
  return plain(8, 7,
               {{{0, 1}, {0, 1}},
                {{1, 2}, {1, 2}},
                {{2, 3}, {2, 3}},
                {{3, 4}, {3, 4}},
                {{4, 5}, {4, 5}},
                {{5, 5}, {5, 6}},
                {{5, 6}, {6, 6}},
                {{6, 7}, {6, 6}},
                {{7, 8}, {6, 7}}},
               {{1, 5, .5, .65}});
}

}  // namespace

TEST_CASE("swapped beads stand in the order of the Chinese text in every format, and read back") {
  const Bitext bitext = made_bitext(swapped());
  CHECK(written(bitext, Format::vecalign) ==
        "[0]:[0]:0.100000\n[1]:[2, 3]:0.110000\n[2, 3]:[1]:0.120000\n[4]:[4]:0.130000\n");
  CHECK(written(bitext, Format::tsv) ==
        "句0。\tS0.\t0.900000\n句1。\tS2. S3.\t0.890000\n句2。句3。\tS1.\t0.880000\n句4。\tS4.\t0.870000\n");
  const std::string expected = "[0]:[0] [1]:[2, 3] [2, 3]:[1] [4]:[4]";
  for (const Format format : {Format::vecalign, Format::json, Format::jsonl}) {
    CHECK(read_back(written(bitext, format)) == expected);
  }
  const std::string tmx = written(bitext, Format::tmx);
  CHECK(tmx.find("S2. S3.") < tmx.find("S1."));

  std::vector<std::string> english;
  const std::string jsonl = written(bitext, Format::jsonl);
  for (std::size_t at = 0; at < jsonl.size(); at = jsonl.find('\n', at) + 1) {
    simdjson::dom::parser parser;
    const std::string line = jsonl.substr(at, jsonl.find('\n', at) - at);
    const auto span = parser.parse(simdjson::padded_string(line))["en_span"];
    const Span bytes{std::size_t{std::uint64_t(span.at(0))}, std::size_t{std::uint64_t(span.at(1))}};
    english.emplace_back(bitext.en().text.slice(bytes));
  }
  CHECK(english == std::vector<std::string>{"S0.", "S2.\nS3.", "S1.", "S4."});
}

TEST_CASE("text marks the English of swapped beads, which stands elsewhere in its text") {
  WriteOptions options;
  options.text.width = 60;
  const std::string text = written(made_bitext(swapped()), Format::text, options);
  INFO('\n' << text);
  CHECK_THAT(text, Catch::Contains("│ S0.\n") && Catch::Contains("│ ↷ [2] S2. S3.\n") &&
                       Catch::Contains("│ ↷ [1] S1.\n") && Catch::Contains("│ S4.\n") &&
                       Catch::Contains("counterpart: 0 Chinese, 0 English") &&
                       Catch::Contains("↷ [n] stands"));
}

TEST_CASE("text marks what a link drew in, before and behind, and not the two of a swap that are one bead") {
  WriteOptions options;
  options.text.width = 60;
  const auto text = [&](const Made& made) { return written(made_bitext(made), Format::text, options); };

  // English 0 belongs to Chinese 1, Chinese 3 to English 2.
  const std::string drawn_in = text(
      plain(4, 4, {{{0, 0}, {0, 1}}, {{0, 1}, {1, 2}}, {{1, 2}, {2, 3}}, {{2, 3}, {3, 4}}, {{3, 4}, {4, 4}}},
            {{1, 0, 1, .5}, {3, 2, 1, .5}}));
  INFO('\n' << drawn_in);
  CHECK_THAT(drawn_in, Catch::Contains("│ ↷ [0] S0.\n") && Catch::Contains("│ S2.\n") &&
                           Catch::Contains("↷ [3] 句3。") && !Catch::Contains("[1]") &&
                           !Catch::Contains("[2]"));

  // Two nulls far apart: the bead stands where the Chinese one does.
  const std::string nulls =
      text(plain(2, 2, {{{0, 0}, {0, 1}}, {{0, 1}, {1, 2}}, {{1, 2}, {2, 2}}}, {{1, 0, 1, .5}}));
  CHECK_THAT(nulls,
             Catch::Contains(" 句1。") && Catch::Contains("│ ↷ [0] S0.\n") && Catch::Contains("│ S1.\n"));

  Made made = swapped();
  made.links = {{1, 1, 1, .5}};
  CHECK_THAT(text(made), Catch::Contains("│ S1. S2. S3.\n") && !Catch::Contains("↷"));
}

TEST_CASE("explain names a bead's links, whose worth is not in its score") {
  Made made = yushu();
  const Bitext bitext = made_bitext(made);
  std::vector<Explanation> why(bitext.beads().size());
  why[1].terms = {{"length", 1, 1}};
  WriteOptions options;
  options.explanations = why;
  options.explain = true;
  CHECK_THAT(written(bitext, Format::text, options),
             Catch::Contains("[1]:[1, 5] length 1.00 × 1.00 = +1.00, together +1.00\n") &&
                 Catch::Contains("linked: [1]:[5] +0.50 65%\n"));

  // Nulls alone: the score is the link's.
  const Bitext nulls = made_bitext(plain(1, 1, {{{0, 0}, {0, 1}}, {{0, 1}, {1, 1}}}, {{0, 0, 2.5, .75}}));
  options.explanations = {why.data(), 2};
  CHECK_THAT(written(nulls, Format::text, options),
             Catch::Contains("[0]:[0] link 2.50 × 1.00 = +2.50, together +2.50\n"));
}

TEST_CASE("the example record's beads, with its link drawn in and without, in every format") {
  const Bitext bitext = made_bitext(yushu());
  const std::string merged = "[0]:[0] [1]:[1, 5] [2]:[2] [3]:[3] [4]:[4] [5]:[] [6]:[] [7]:[6]";
  const std::string apart = "[0]:[0] [1]:[1] [2]:[2] [3]:[3] [4]:[4] []:[5] [5]:[] [6]:[] [7]:[6]";
  CHECK(written(bitext, Format::vecalign) ==
        "[0]:[0]:0.100000\n[1]:[1, 5]:0.110000\n[2]:[2]:0.120000\n[3]:[3]:0.130000\n[4]:[4]:0.140000\n"
        "[5]:[]:0.160000\n[6]:[]:0.170000\n[7]:[6]:0.180000\n");
  WriteOptions options;
  options.nulls = true;
  for (const Format format : {Format::vecalign, Format::json, Format::jsonl}) {
    options.merge_links = true;
    CHECK(read_back(written(bitext, format, options)) == merged);
    options.merge_links = false;
    CHECK(read_back(written(bitext, format, options)) == apart);
  }
  for (const Format format : {Format::tsv, Format::tmx, Format::text}) {
    options.merge_links = true;
    const std::string with = written(bitext, format, options);
    options.merge_links = false;
    const std::string without = written(bitext, format, options);
    INFO(with << '\n' << without);
    CHECK(with.find("S5.") < with.find("S2."));
    CHECK(without.find("S5.") > without.find("S4."));
  }
  const std::string json = written(bitext, Format::json, options);
  CHECK_THAT(json, Catch::Contains("\"links_merged\": false") &&
                       Catch::Contains("{\"zh\": [1], \"en\": [5], \"score\": 0.5, \"probability\": 0.65}"));
}

TEST_CASE("crossed beads that were written and read are scored like any others") {
  const Bitext bitext = made_bitext(swapped());
  const auto gold = merge_links(bitext);
  for (const Format format : {Format::vecalign, Format::json, Format::jsonl}) {
    const auto predicted = read_alignment(Text::from_utf8(written(bitext, format))).beads;
    const Counts counts = evaluate(predicted, gold, {5, 5});
    CHECK(counts.strict().f1() == 1);
    CHECK(counts.segment().f1() == 1);
    CHECK(*counts.calibration_error() == Approx(.115));
  }
  // In order instead: 0 and 4 are right, 1-1 and {2, 3}-{2, 3} are not, and are in no segment.
  const auto straight = merge_links(
      made_bitext(plain(5, 5, {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 4}, {2, 4}}, {{4, 5}, {4, 5}}})));
  const Counts counts = evaluate(straight, gold, {5, 5});
  CHECK(counts.strict_predicted == 2);
  CHECK(counts.inside == 2);
  CHECK(counts.recovered == 2);
  CHECK(counts.lax_predicted == 2);
}
