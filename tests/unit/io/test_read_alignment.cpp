#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include <duiqi/error.hpp>
#include <duiqi/read_alignment.hpp>

using namespace duiqi;

namespace {

Text file(const std::string& text) {
  return Text::from_utf8(text, "f");
}

using Ids = std::vector<std::uint32_t>;

/// What reading says is wrong; empty where nothing is.
std::string complaint(const std::string& text, AlignmentFormat format = AlignmentFormat::automatic) {
  try {
    read_alignment(file(text), format);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_format);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("vecalign, with and without cost, spaces, comments, a mark and any line ends") {
  const auto beads = read_alignment(file("\uFEFF# a remark\r\n[0]:[0]:0.25\r\r\n"
                                         " [ 2 , 1 ] : [ 3,1 ] \n[3]:[]:-0.5\n[]:[2]:see below\n"))
                         .beads;
  REQUIRE(beads.size() == 4);
  CHECK(beads[0].zh == Ids{0});
  CHECK(beads[0].probability == .75);
  CHECK(beads[1].zh == Ids{1, 2});
  CHECK(beads[1].en == Ids{1, 3});
  CHECK_FALSE(beads[1].probability.has_value());
  CHECK(beads[2].null());
  CHECK(beads[2].probability == 1.5);
  CHECK_FALSE(beads[3].probability.has_value());
  CHECK(read_alignment(file("")).beads.empty());
}

TEST_CASE("vecalign: what is wrong is said with file and line") {
  CHECK(complaint("[0]:[0]\n[1:[2]") == "f:2: a bead has the form [0, 1]:[2], with ids from 0");
  CHECK(complaint("\n\n[0]:[x]") ==
        "f:3: \"x\" is no sentence id; a bead has the form [0, 1]:[2], with ids from 0");
  CHECK(complaint("[-1]:[0]").starts_with("f:1: \"-1\""));
  CHECK(complaint("[4294967296]:[0]").starts_with("f:1: "));
  CHECK(complaint("hello").starts_with("f:1: "));
}

TEST_CASE("ladder: rungs become beads, each with the score of the rung where it begins") {
  const auto beads = read_alignment(file("0\t0\t0.5\n1\t1\t-0.3\n3\t2\t1\n3\t3\t0\n")).beads;
  REQUIRE(beads.size() == 3);
  CHECK(beads[1].zh == Ids{1, 2});
  CHECK(beads[1].en == Ids{1});
  CHECK(beads[1].score == -.3);
  CHECK(beads[2].zh.empty());
  CHECK(beads[2].en == Ids{2});
  CHECK(complaint("1 1 0\n").starts_with("f:1: the rungs of a ladder must ascend from 0 0"));
  CHECK(complaint("0 0 0\n2 1 0\n1 2 0\n").starts_with("f:3: the rungs"));
  CHECK(complaint("0 0 0\n2 x 0\n").starts_with("f:2: a rung has the form"));
  CHECK(complaint("0 0\n4000000000 1\n").starts_with("f:2: a rung has the form"));
}

TEST_CASE("json: what is needed, and what is wrong, by the path to it") {
  const auto back =
      read_alignment(file(R"({"beads": [{"zh": [1, 0], "en": [], "probability": 0.5, "score": null}],
              "zh": {"sentences": [{"begin": 3, "end": 9}]}})"));
  CHECK(back.beads.at(0).zh == Ids{0, 1});
  CHECK(back.beads[0].probability == .5);
  CHECK_FALSE(back.beads[0].score.has_value());
  CHECK(back.zh == std::vector<Span>{{3, 9}});
  CHECK(back.en.empty());
  CHECK(complaint("{}").starts_with("f: \"beads\" is missing; "));
  CHECK(complaint("{\"beads\": [{\"zh\": [0]}]}").starts_with("f: \"en\" is missing in beads[0]; "));
  CHECK(complaint("{\"beads\": [{\"zh\": [0], \"en\": [1.5]}]}")
            .starts_with("f: beads[0].en[0] must be a whole"));
  CHECK(complaint("{\"beads\": 3}").starts_with("f: beads must be a list"));
  CHECK(complaint("{\"beads\": [").starts_with("f: not valid JSON: "));
  CHECK(complaint(R"({"beads": [], "zh": {"sentences": [{"begin": 3, "end": 2}]}})")
            .starts_with("f: zh.sentences[0]"));
}

TEST_CASE("jsonl: by document, with the line of what is wrong") {
  const std::string text =
      "{\"doc\": \"a\", \"zh_ids\": [0], \"en_ids\": [0]}\n\n{\"doc\": \"b\", \"zh_ids\": [0], \"en_ids\": "
      "[]}\n"
      "{\"doc\": \"a\", \"zh_ids\": [1], \"en_ids\": [1]}\n";
  const auto back = read_alignments(file(text));
  REQUIRE(back.size() == 2);
  CHECK(back[0].beads.size() == 2);
  CHECK(back[1].id == "b");
  CHECK(complaint(text).starts_with("f: holds 2 documents where one is wanted (\"a\", \"b\", …)"));
  CHECK(complaint("{\"zh_ids\": [0], \"en_ids\": [0]}\n{\"zh_ids\": [0]}\n")
            .starts_with("f:2: \"en_ids\" is missing"));
  CHECK(complaint("{\"zh_ids\": [0], \"en_ids\": [0]}\n{\n").starts_with("f:2: not valid JSON"));
}

TEST_CASE("gold spans of running text") {
  const auto pairs = read_span_pairs(file("0 61 0 46\n- - 47 168\n161 257 - -\n"));
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].zh == Span{0, 61});
  CHECK(pairs[1].zh == Span{0, 0});
  CHECK(pairs[1].en == Span{47, 168});
  CHECK_THROWS_WITH(read_span_pairs(file("0 1 2 3\n0 1 2\n")), Catch::StartsWith("f:2: "));
  CHECK_THROWS_WITH(read_span_pairs(file("5 1 2 3\n")), Catch::StartsWith("f:1: "));
}
