#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <string>

#include <duiqi/version.hpp>

#include "corpus/work.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

const std::string hostile =
    "</style><script>alert(1)</script>\" onload='x' &amp; ]]> <!-- \x01\x1B\xFF 对\u202E齐";

/// Parsed as XML, which HTML need not be but this page is.
pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document out;
  const pugi::xml_parse_result result =
      out.load_buffer(page.data(), page.size(), pugi::parse_full & ~pugi::parse_pi, pugi::encoding_utf8);
  CAPTURE(result.description(), page.substr(result ? 0 : static_cast<std::size_t>(result.offset), 200));
  REQUIRE(result);
  return out;
}

std::string text_of(const pugi::xml_document& page) {
  std::string out;
  for (const pugi::xpath_node& node : page.select_nodes("//body//text()"))
    out.append(node.node().value()).append("\n");
  return out;
}

}  // namespace

TEST_CASE("the report's page is well-formed and harmless, whatever ids, reasons and options hold") {
  CorpusReport report;
  report.counts = {{"documents.read", 12},       {"documents.aligned", 11},   {"documents.rejected", 1},
                   {"pairs.found", 1234567},     {"pairs.written", 1234560},  {"pairs.dropped", 7},
                   {"drop.numbers", 5},          {"drop.duplicate", 2},       {"type.1-1", 1234560},
                   {"warning.<b>", 3},           {"probability.19", 1234500}, {"probability.10", 60},
                   {"length_ratio.12", 1234560}, {"sentences.zh", 20},        {"sentences.zh_in_pairs", 15},
                   {"bytes.read", 5000000}};
  report.seconds = 2.5;
  report.threads = 2;
  report.samples = {{"numbers", hostile, hostile, hostile, hostile}};
  const std::string page =
      report_html(report, {hostile, hostile, {{hostile, hostile, true}, {"--plain", "", false}}});
  const pugi::xml_document document = parsed(page);
  CHECK(
      document.select_nodes("//script | //link | //img | //iframe | //object | //@src | //@href | //@onload")
          .empty());
  CHECK(document.select_nodes("//style").size() == 1);
  for (const char c : page) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') FAIL("a control character");
  }
  const std::string text = text_of(document);
  CHECK_THAT(text, Catch::Contains("</style><script>alert(1)</script>\" onload='x' &amp; ]]> <!-- "));
  for (const char* figure : {"1,234,567", "dropped: numbers", "with a warning: <b>", "2.000 MB", "1-1"})
    CHECK_THAT(text, Catch::Contains(figure));
  CHECK_THAT(text, Catch::Contains(std::string("by duiqi ") + version));
  // A column for each bin, the reasons by size, and what was given marked.
  CHECK(document.select_nodes("//svg[@aria-label='Pairs by probability']/rect").size() == histogram_bins);
  CHECK(document.select_nodes("//svg[@aria-label='Pairs by length ratio']/rect").size() == ratio_bins);
  CHECK(text.find("dropped: numbers") < text.find("dropped: duplicate"));
  CHECK(document.select_nodes("//tr[@class='given']").size() == 1);
}

TEST_CASE("a column is as high as the logarithm of its count") {
  CorpusReport report;
  report.counts = {{"probability.19", 999}, {"probability.03", 99}, {"probability.05", 9}};
  const pugi::xml_document document = parsed(report_html(report, {}));
  const auto height = [&](int column) {
    const std::string path = fmt::format("//svg[@aria-label='Pairs by probability']/rect[{}]", column + 1);
    return document.select_node(path.c_str()).node().attribute("height").as_double();
  };
  CHECK(height(19) == Approx(150));
  CHECK(height(3) == Approx(100));
  CHECK(height(5) == Approx(50));
  CHECK(height(4) == 0);
  CHECK(document.select_nodes("//svg[@aria-label='Pairs by length ratio']").empty());
}

TEST_CASE("a page of a run with no document has no column, and none without a figure") {
  const std::string text = text_of(parsed(report_html({}, {})));
  CHECK_THAT(text, !Catch::Contains("Sentences"));  // shards that were merged without reports
  CorpusReport none;
  none.counts["documents.read"] = 0;
  CHECK_THAT(text_of(parsed(report_html(none, {}))), Catch::Contains("Sentences"));
  CHECK_THAT(text, !Catch::Contains("nan") && !Catch::Contains("inf"));
}

TEST_CASE("a run counts length ratios and keeps three samples a reason, whatever the threads") {
  const Folder folder;
  CorpusOptions options;
  options.inputs = {folder.write("in.jsonl", news_lines(30))};
  options.out = folder.path("out");
  options.filters.min_length_ratio = 3;
  std::string pages[2];
  for (std::uint32_t threads = 1; threads <= 2; ++threads) {
    options.threads = threads;
    CorpusReport report = build_corpus(Aligner(), options);
    std::uint64_t sum = 0;
    for (std::size_t bin = 0; bin < ratio_bins; ++bin) {
      const std::uint64_t count = report.count(fmt::format("length_ratio.{:02}", bin));
      if (bin < 12) CHECK(count == 0);  // below 3
      sum += count;
    }
    CHECK(sum == report.count("pairs.written"));
    std::size_t of_ratio = 0;
    for (const CorpusSample& sample : report.samples) of_ratio += sample.reason == "length_ratio";
    CHECK(of_ratio == 3);
    report.seconds = 1;
    report.threads = 1;
    pages[threads - 1] = report_html(report, {});
  }
  CHECK(pages[0] == pages[1]);
}
