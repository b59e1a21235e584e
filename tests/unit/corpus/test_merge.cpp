#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <string>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "corpus/output_file.hpp"
#include "corpus/pair_line.hpp"
#include "corpus/write_pair.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

constexpr char good_jsonl[] =
    R"({"doc": "d", "zh": "会议。", "en": "A\nmeeting.", "zh_ids": [3], "en_ids": [4, 6], "zh_span": [0, 9], )"
    R"("en_span": [10, 20], "type": "1-2", "score": null, "probability": 0.25, "length_ratio": 3.5, )"
    R"("anchors": {"matched": [], "missed": [{"kind": "number", "key": "5", "side": "en"}]}, "meta": {"a": {"b":[1,2.5]}}})";

constexpr char good_tsv[] =
    "会议。\tA meeting.\t0.250000\td\t3\t4,6\t0-9\t10-20\t1-2\t3.5\t0\t1\t{\"a\": {\"b\":[1,2.5]}}";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a line of jsonl and its line of tsv are the same pair") {
  std::string tsv;
  tsv = lines_of(read_pair(good_jsonl, CorpusFormat::jsonl), CorpusFormat::tsv).at(0);
  CHECK(tsv == std::string(good_tsv) + "\n");
  std::string again;
  again = lines_of(read_pair(good_tsv, CorpusFormat::tsv), CorpusFormat::tsv).at(0);
  CHECK(again == tsv);
}

TEST_CASE("lines that no corpus has are refused, with what is wrong") {
  struct Row {
    std::string what, with, why;
  };
  for (const Row& row :
       {Row{"\"doc\"", "\"id\"", "no field \"doc\""}, Row{"\"会议。\"", "7", "\"zh\" must be a string"},
        Row{"[3]", "[-3]", "\"zh_ids\" must be"}, Row{"[3]", "[]", "without sentences"},
        Row{"[0, 9]", "[9, 0]", "\"zh_span\" must be"}, Row{"1-2", "1-1", "not that of its ids"},
        Row{"0.25", "1.25", "outside 0 to 1"}, Row{"\"missed\"", "\"lost\"", "no field \"missed\""},
        Row{"\"meta\": {\"a\": {\"b\":[1,2.5]}}", "\"meta\": 5", "\"meta\" must be"},
        Row{"{\"doc\"", "{\"reason\": \"mix\", \"doc\"", "was dropped"},
        Row{"\"score\"", "\"scores\"", "no field \"score\""}, Row{"}}}", "}}", "not valid JSON"}}) {
    CHECK_THROWS_WITH(read_pair(replaced(good_jsonl, row.what, row.with), CorpusFormat::jsonl),
                      Catch::Contains(row.why));
  }
  for (const Row& row : {Row{"\t1-2", "", "12 columns"}, Row{"0.250000", "x", "probability \"x\""},
                         Row{"4,6", "4,", "sentence id \"\""}, Row{"0-9", "0", "span \"\""},
                         Row{"10-20", "20-10", "ends before"}, Row{"{\"a\"", "\"a\"", "no JSON object"},
                         Row{"A meeting.", "", "without text"}, Row{"A meeting.", "\xFF", "UTF-8"}}) {
    CHECK_THROWS_WITH(read_pair(replaced(good_tsv, row.what, row.with), CorpusFormat::tsv),
                      Catch::Contains(row.why));
  }
}

TEST_CASE("shards merged are one run, in compressed frames too, and errors name file and line") {
  const Folder folder;
  const Aligner aligner;
  std::vector<NewsText> texts = news_texts(60);  // each of thirty twice
  CorpusOptions options;
  options.dedup = CorpusDedup::none;
  MergeOptions merge;
  std::string whole;
  for (std::size_t part = 0; part < 3; ++part) {
    std::string lines;
    for (std::size_t k = 20 * part; k < 20 * (part + 1); ++k) lines += json_line(texts[k], ", \"n\": 1.0");
    whole += lines;
    options.inputs = {folder.write("in.jsonl", lines)};
    options.out = folder.path(fmt::format("s{}.jsonl.zst", part));
    options.output.compression = Compression::zstd;
    folder.write(fmt::format("r{}", part), report_json(build_corpus(aligner, options)));
    merge.shards.push_back(options.out);
    merge.reports.push_back(folder.path(fmt::format("r{}", part)));
  }
  options.inputs = {folder.write("in.jsonl", whole)};
  options.dedup = CorpusDedup::exact;
  options.out = folder.path("whole");
  options.copies = folder.path("whole.copies");
  options.output.compression = Compression::none;
  for (const CorpusFormat format : {CorpusFormat::jsonl, CorpusFormat::tsv}) {
    options.output.format = merge.output.format = format;
    const CorpusReport expected = build_corpus(aligner, options);
    for (const std::uint32_t threads : {1U, 3U}) {
      merge.out = folder.path("merged");
      merge.copies = folder.path("merged.copies");
      merge.threads = threads;
      const CorpusReport report = merge_corpus(merge);
      CHECK(folder.read("merged") == folder.read("whole"));
      CHECK(folder.read("merged.copies") == folder.read("whole.copies"));
      for (const auto& [name, count] : expected.counts) {
        if (!name.starts_with("probability.") && report.count(name) != count) FAIL(name);
      }
    }
  }
  std::string lines = folder.read("whole");
  lines.insert(lines.find('\n') + 1, "foreign\n");
  merge.reports.clear();
  merge.shards.push_back(folder.write("bad.tsv", lines));
  folder.write("merged", "before");
  CHECK_THROWS_WITH(merge_corpus(merge), Catch::Contains("bad.tsv:2: no line that duiqi corpus wrote"));
  CHECK(folder.read("merged") == "before");
  CHECK_FALSE(folder.has("merged.part"));
}

TEST_CASE("a report is read as it was written") {
  CorpusReport report;
  report.counts = {{"documents.read", 5},
                   {"pairs.written", 7},
                   {"probability.03", 2},
                   {"type.1-2", 7},
                   {"bytes.read", 100}};
  report.seconds = 1.5;
  report.threads = 2;
  const CorpusReport again = read_report(report_json(report));
  CHECK(again.counts == report.counts);
  CHECK(again.seconds == report.seconds);
  CHECK(again.threads == report.threads);
  for (const char* json : {"", "[]", "{\"documents\": {}}", "{\"documents\": 5}"})
    CHECK_THROWS_WITH(read_report(json), Catch::Contains("no report of duiqi corpus"));
}
