#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pugixml.hpp>
#include <simdjson.h>
#include <string>
#include <vector>

#include <duiqi/read_alignment.hpp>
#include <duiqi/version.hpp>
#include <duiqi/write.hpp>

#include "unit/io/made_bitext.hpp"

using namespace duiqi;
using namespace duiqi::testing;

namespace {

/// "[0]:[0]" for each bead.
std::vector<std::string> shape(const std::vector<IdBead>& beads) {
  std::vector<std::string> out;
  for (const IdBead& bead : beads) {
    out.push_back(fmt::format("[{}]:[{}]", fmt::join(bead.zh, ","), fmt::join(bead.en, ",")));
  }
  return out;
}

IdAlignment read_back(const std::string& text) {
  return read_alignment(Text::from_utf8(text));
}

}  // namespace

TEST_CASE("formats have names and endings") {
  for (const std::string name : {"text", "json", "jsonl", "tsv", "vecalign", "tmx"}) {
    CHECK(find_format(name).has_value());
  }
  CHECK_FALSE(find_format("xml").has_value());
  CHECK(format_of_file("a/b.jsonl") == Format::jsonl);
  CHECK(format_of_file("b.json") == Format::json);
  CHECK(format_of_file("000.out") == Format::vecalign);
  CHECK_FALSE(format_of_file("json").has_value());
}

TEST_CASE("vecalign: links are drawn in, cost is 1 - probability, nulls are in unless left out") {
  const Bitext bitext = made_bitext(news());
  CHECK(written(bitext, Format::vecalign) ==
        "[0]:[0]:0.010000\n[1]:[1, 3]:0.200000\n[2]:[2]:0.600000\n[3]:[]:0.300000\n");
  WriteOptions options;
  options.merge_links = false;
  CHECK(written(bitext, Format::vecalign, options) ==
        "[0]:[0]:0.010000\n[1]:[1]:0.200000\n[2]:[2]:0.600000\n[3]:[]:0.300000\n[]:[3]:0.100000\n");
  options.nulls = false;
  options.min_probability = .5;
  CHECK(written(bitext, Format::vecalign, options) == "[0]:[0]:0.010000\n[1]:[1]:0.200000\n");
}

TEST_CASE("tsv: Chinese sentences joined with nothing, English ones with a space, on one line") {
  Made made;
  made.zh = {"一\t二。", "三。"};
  made.en = {"One\ntwo.", "Three."};
  made.beads = {{{0, 2}, {0, 2}, 1, .75}};
  CHECK(written(made_bitext(made), Format::tsv) == "一 二。三。\tOne two. Three.\t0.750000\n");
  WriteOptions options;
  options.nulls = true;
  CHECK(written(made_bitext(news()), Format::tsv, options) ==
        "中新网北京3月15日电\tBEIJING, March 15.\t0.990000\n"
        "市长说:“好”,并致谢。\tThe mayor said \"good\". He thanked them.\t0.800000\n"
        "会议结束。\tIt ended.\t0.400000\n"
        "天晴。\t\t0.700000\n");
}

TEST_CASE("json holds sentences, beads, links, warnings and origin, and reads back") {
  Made made = news();
  made.warnings = {{WarningCode::guessed_encoding, "taken for \"Big5\""}};
  Bitext bitext = made_bitext(made);
  WriteOptions options;
  options.id = "news/1";
  options.hashes = {{"weights", "abc"}};
  options.min_probability = .5;
  const std::string text = written(bitext, Format::json, options);
  INFO(text);

  const IdAlignment back = read_back(text);
  CHECK(back.id == "news/1");
  CHECK(shape(back.beads) == std::vector<std::string>{"[0]:[0]", "[1]:[1,3]", "[2]:[2]", "[3]:[]"});
  REQUIRE(back.zh.size() == 4);
  CHECK(back.zh[1] == bitext.zh().sentences[1].span);
  CHECK(back.en[3] == bitext.en().sentences[3].span);
  CHECK(back.beads[1].probability == .8);
  CHECK(back.beads[1].score == 2);

  simdjson::dom::parser parser;
  const auto document = parser.parse(simdjson::padded_string(text));
  CHECK(std::string_view(document["version"]) == version);
  CHECK(std::int64_t(document["schema"]) == schema_version);
  CHECK(std::string_view(document["hashes"]["weights"]) == "abc");
  CHECK(std::string_view(document["zh"]["file"]) == "zh.txt");
  REQUIRE(document["links"].get_array().size() == 1);
  const auto link = document["links"].at(0);
  CHECK(std::int64_t(link["zh"].at(0)) == 1);
  CHECK(std::int64_t(link["en"].at(0)) == 3);
  CHECK(double(link["score"]) == .5);
  CHECK(double(link["probability"]) == .6);
  CHECK(bool(document["links_merged"]));
  CHECK(std::string_view(document["warnings"].at(0)["code"]) == "guessed_encoding");
  CHECK(bool(document["beads"].at(0)["kept"]));
  CHECK_FALSE(bool(document["beads"].at(2)["kept"]));
}

TEST_CASE("json: a record's metadata") {
  Bitext bitext = made_bitext(news());
  Record record;
  record.text = Text::from_utf8("Title: A \"B\"\nrest");
  record.metadata = {{"title", Language::english, {0, 6}, {7, 12}}};
  record.unassigned = {{13, 17}};
  record.date = Date{2024, 3, 5};
  bitext.record = record;
  const std::string text = written(bitext, Format::json);
  simdjson::dom::parser parser;
  const auto found = parser.parse(simdjson::padded_string(text))["record"];
  CHECK(std::string_view(found["date"]) == "2024-03-05");
  CHECK(std::string_view(found["metadata"].at(0)["value"]) == "A \"B\"");
  CHECK(std::int64_t(found["unassigned"].at(0).at(1)) == 17);
}

TEST_CASE("blank lines of pre-split input are no pairs, and keep their ids") {
  Made made;
  made.zh = {"天晴。", "", "", "下雨。"};  // fine weather; rain
  made.en = {"Fine.", "", "Lost.", "It", "", "rains."};
  made.beads = {
      {{0, 1}, {0, 1}, 1, .9}, {{1, 2}, {1, 2}, 1, .9}, {{2, 3}, {2, 3}, 1, .9}, {{3, 4}, {3, 6}, 1, .9}};
  const Bitext bitext = made_bitext(made);
  CHECK(written(bitext, Format::tsv) == "天晴。\tFine.\t0.900000\n下雨。\tIt rains.\t0.900000\n");
  CHECK(read_back(written(bitext, Format::vecalign)).beads.size() == 4);
  WriteOptions options;
  options.nulls = true;
  CHECK_THAT(written(bitext, Format::tsv, options), Catch::Contains("\n\tLost.\t0.9"));
  CHECK_THAT(written(bitext, Format::jsonl), Catch::Contains("\"It rains.\""));
}

TEST_CASE("json of empty texts is valid") {
  const Bitext bitext = made_bitext({{}, {}, {}});
  CHECK(read_back(written(bitext, Format::json)).beads.empty());
  for (const Format format : {Format::jsonl, Format::tsv, Format::vecalign})
    CHECK(written(bitext, format).empty());
}

TEST_CASE("evidence: terms add up over what was merged, anchors are named with their spans") {
  Made made = news();
  made.zh_anchors = {{AnchorKind::date, {15, 24}, 0, "--03-15", {}, false}};
  made.en_anchors = {{AnchorKind::date, {9, 17}, 0, "--03-15", {}, false},
                     {AnchorKind::token, {0, 7}, 0, "beijing", {}, false}};
  const Bitext bitext = made_bitext(made);
  std::vector<Explanation> why(bitext.beads().size());
  why[0].terms = {{"length", .75, 2}, {"prior", 2, 1}};
  why[0].matched = {{0, 0, 2.25}};
  why[0].missed_en = {1};
  why[1].terms = {{"length", 1, 2}};
  why[4].terms = {{"prior", -2, 1}};
  WriteOptions options;
  options.explanations = why;

  simdjson::dom::parser parser;
  const std::string text = written(bitext, Format::json, options);
  const auto beads = parser.parse(simdjson::padded_string(text))["beads"];
  const auto first = beads.at(0)["evidence"];
  CHECK(double(first["terms"]["length"]) == 1.5);
  CHECK(std::string_view(first["matched"].at(0)["kind"]) == "date");
  CHECK(double(first["matched"].at(0)["weight"]) == 2.25);
  CHECK(std::int64_t(first["matched"].at(0)["en_span"].at(0)) == 9);
  CHECK(std::string_view(first["missed"].at(0)["side"]) == "en");
  const auto merged = beads.at(1)["evidence"]["terms"];
  CHECK(double(merged["length"]) == 2);
  CHECK(merged["link"].error() ==
        simdjson::NO_SUCH_FIELD);  // the bead keeps its score; "links" has the link's
  CHECK(merged["prior"].error() == simdjson::NO_SUCH_FIELD);  // that of the null, which is none any more

  simdjson::dom::parser lines;
  const std::string jsonl = written(bitext, Format::jsonl, options);
  const auto line = lines.parse(simdjson::padded_string(jsonl.substr(0, jsonl.find('\n'))));
  CHECK(std::string_view(line["anchors"]["matched"].at(0)["key"]) == "--03-15");
  CHECK(std::string_view(line["zh"]) == "中新网北京3月15日电");
  CHECK(std::int64_t(line["zh_span"].at(1)) == 27);
  CHECK(std::string_view(line["type"]) == "1-1");
}

TEST_CASE("explained, json has features with weights, words, links and rivals; else none of them") {
  const Bitext bitext = made_bitext(news());
  std::vector<Explanation> why(bitext.beads().size());
  why[0].terms = {{"length", .75, 2}};
  why[0].words = {{WordKind::word, {0, 9}, {0, 7}, .5}};
  why[0].lone_en = {{WordKind::mark, {17, 18}, -.75}};
  why[0].rivals = {{{0, 1}, {1, 2}, RangePair{{1, 2}, {0, 1}}, .25}};
  why[1].rivals = {{{1, 2}, {1, 3}, {}, .125}};
  why[3].rivals = {{{3, 4}, {3, 4}, {}, .3}};
  why[4].rivals = {{{1, 2}, {1, 3}, {}, .125}, {{3, 4}, {3, 4}, {}, .3}};
  why[1].links = why[4].links = {0};
  WriteOptions options;
  options.explanations = why;
  CHECK_THAT(written(bitext, Format::json, options),
             !Catch::Contains("rivals") && !Catch::Contains("features") && !Catch::Contains("alone"));
  options.explain = true;

  simdjson::dom::parser parser;
  const std::string text = written(bitext, Format::json, options);
  const auto beads = parser.parse(simdjson::padded_string(text))["beads"];
  const auto first = beads.at(0)["evidence"];
  CHECK(double(first["features"]["length"]["value"]) == .75);
  CHECK(double(first["features"]["length"]["weight"]) == 2);
  CHECK(double(first["features"]["length"]["nats"]) == 1.5);
  CHECK(std::int64_t(first["words"].at(0)["en_span"].at(1)) == 7);
  CHECK(std::string_view(first["alone"].at(0)["kind"]) == "mark");
  CHECK(std::string_view(first["alone"].at(0)["side"]) == "en");
  CHECK(std::int64_t(first["rivals"].at(0)["en"].at(0)) == 1);
  CHECK(std::int64_t(first["rivals"].at(0)["crosses"]["zh"].at(0)) == 1);
  // The bead that a link ties to English 3: the rivals of both, each once, the likeliest first.
  const auto merged = beads.at(1)["evidence"];
  CHECK(simdjson::dom::array(merged["links"]).size() == 1);
  CHECK(simdjson::dom::array(merged["rivals"]).size() == 2);
  CHECK(double(merged["rivals"].at(0)["probability"]) == .3);

  simdjson::dom::parser lines;
  const std::string jsonl = written(bitext, Format::jsonl, options);
  const auto line = lines.parse(simdjson::padded_string(jsonl.substr(0, jsonl.find('\n'))));
  CHECK(double(line["evidence"]["rivals"].at(0)["probability"]) == .25);
}

TEST_CASE("the summary stands in json, on each line of jsonl and under text") {
  const Made made = news();
  Summary summary;
  summary.zh = {.75, .125};
  summary.en = {.5, 0};
  summary.probability = .9;
  summary.support = 12.5;
  summary.drifts = {{{1, 3}, {2, 4}, .25}};
  const Bitext bitext({made_document(Language::chinese, made.zh, "zh.txt"), {}},
                      {made_document(Language::english, made.en, "en.txt"), {}}, Ladder(made.beads, 4, 4), {},
                      {{WarningCode::drift, "it drifts"}}, summary);
  simdjson::dom::parser parser;
  const std::string text = written(bitext, Format::json);
  const simdjson::padded_string padded(text);
  const auto document = parser.parse(padded);
  const auto json = document["summary"];
  CHECK(double(json["zh"]["translated"]) == .75);
  CHECK(double(json["zh"]["doubtful"]) == .125);
  CHECK(double(json["en"]["translated"]) == .5);
  CHECK(double(json["support"]) == 12.5);
  CHECK(bool(json["parallel"]));
  CHECK(std::int64_t(json["drifts"].at(0)["zh"].at(1)) == 3);
  CHECK(std::int64_t(json["drifts"].at(0)["en"].at(0)) == 2);
  CHECK(std::string_view(document["warnings"].at(0)["code"]) == "drift");

  simdjson::dom::parser lines;
  const std::string jsonl = written(bitext, Format::jsonl);
  const auto line = lines.parse(simdjson::padded_string(jsonl.substr(0, jsonl.find('\n'))));
  CHECK(double(line["summary"]["en"]["translated"]) == .5);
  CHECK(bool(line["summary"]["parallel"]));
  CHECK(line["summary"]["drifts"].error() == simdjson::NO_SUCH_FIELD);
  CHECK_THAT(
      written(bitext, Format::text),
      Catch::Contains("translated, by length: 75% of the Chinese, 50% of the English; doubtful: 12%, 0%\n"));
}

TEST_CASE("jsonl reads back, one alignment for each document") {
  WriteOptions options;
  options.id = "a";
  std::string text = written(made_bitext(news()), Format::jsonl, options);
  options.id = "b\n\"";
  options.nulls = true;
  write(text, made_bitext(news()), Format::jsonl, options);
  const auto back = read_alignments(Text::from_utf8(text));
  REQUIRE(back.size() == 2);
  CHECK(shape(back[0].beads) == std::vector<std::string>{"[0]:[0]", "[1]:[1,3]", "[2]:[2]"});
  CHECK(back[1].id == "b\n\"");
  CHECK(back[1].beads.size() == 4);
}

TEST_CASE("tmx is well formed and keeps the order that TMX 1.4b asks for") {
  Made made;
  made.zh = {std::string("“A&B<C>”\0。", 16), "无。"};
  made.en = {"\"A&B<C>\" ]]>\x01"};
  made.beads = {{{0, 1}, {0, 1}, 1, .75}, {{1, 2}, {1, 1}, 1, .5}};
  WriteOptions options;
  options.nulls = true;
  options.hashes = {{"weights", "abc"}};
  const std::string text = written(made_bitext(made), Format::tmx, options);
  INFO(text);
  pugi::xml_document document;
  REQUIRE(document.load_buffer(text.data(), text.size(), pugi::parse_full));
  const auto header = document.child("tmx").child("header");
  for (const char* name :
       {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}) {
    CHECK(header.attribute(name).value() != std::string());
  }
  const auto unit = document.child("tmx").child("body").child("tu");
  CHECK(unit.first_child().name() == std::string("prop"));
  CHECK(unit.last_child().name() == std::string("tuv"));
  CHECK(unit.child("tuv").attribute("xml:lang").value() == std::string("zh"));
  CHECK(unit.child("tuv").child("seg").text().get() == std::string("“A&B<C>”\uFFFD。"));
  CHECK(unit.last_child().child("seg").text().get() == std::string("\"A&B<C>\" ]]>\uFFFD"));
  const auto null = unit.next_sibling();
  CHECK(null.child("tuv").next_sibling("tuv").empty());
  CHECK(null.next_sibling().empty());
}

TEST_CASE("sentences of one document") {
  const Document document = made_document(Language::chinese, {"一。\n", "二。"}, "f");
  std::string out;
  write_sentences(out, document, SentenceFormat::lines);
  CHECK(out == "一。\n二。\n");
  out.clear();
  write_sentences(out, document, SentenceFormat::offsets);
  CHECK(out == "0\t7\t0\n8\t14\t1\n");
  out.clear();
  write_sentences(out, document, SentenceFormat::json);
  simdjson::dom::parser parser;
  CHECK(std::int64_t(parser.parse(simdjson::padded_string(out))["sentences"].at(1)["end"]) == 14);
}
