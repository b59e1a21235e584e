#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <duiqi/error.hpp>
#include <duiqi/partition.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/output_file.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news_documents.hpp"
#include "unit/corpus/planted.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

/// Sentences that have nothing in common, but for those of the same number.
PlantedDocument made(const std::string& id, const std::vector<int>& sentences) {
  PlantedDocument out{id, {}};
  for (const int k : sentences) {
    std::mt19937_64 random(static_cast<std::uint64_t>(k) + 100);
    std::u32string zh;
    std::string en;
    for (int at = 0; at < 12; ++at) {
      zh += U'一' + static_cast<char32_t>(random() % 20'000);
      en += fmt::format("w{} ", random() % 100'000);
    }
    out.pairs.emplace_back(unicode::to_utf8(zh), en);
  }
  return out;
}

std::string lines_of(const std::vector<PlantedDocument>& documents, CorpusFormat format) {
  std::string out;
  for (const PlantedDocument& document : documents) {
    for (const auto& [zh, en] : document.pairs) {
      if (format == CorpusFormat::tsv) {
        out += fmt::format("{}\t{}\t0.9\t{}\trest\n", zh, en, document.id);
        continue;
      }
      std::string_view before = "{\"doc\": ";
      for (const std::string* text : {&document.id, &zh, &en}) {
        out += before;
        io::append_json_string(out, *text);
        before = text == &zh ? ", \"en\": " : ", \"zh\": ";
      }
      out += "}\n";
    }
  }
  return out;
}

/// Documents with one sentence each that is like no other's.
std::vector<PlantedDocument> many(int from, int to) {
  std::vector<PlantedDocument> out;
  for (int k = from; k < to; ++k) out.push_back(made(fmt::format("d{}", k), {k}));
  return out;
}

/// Document to side, of documents.tsv.
std::map<std::string, std::string> sides_in(const Folder& folder) {
  std::map<std::string, std::string> out;
  std::istringstream in(folder.read("parts/documents.tsv"));
  for (std::string id, side, group;
       std::getline(in, id, '\t') && std::getline(in, side, '\t') && std::getline(in, group);)
    out[id] = side;
  return out;
}

PartitionOptions options_for(const Folder& folder, const std::vector<PlantedDocument>& documents) {
  PartitionOptions options;
  options.inputs = {folder.write("in.tsv", lines_of(documents, CorpusFormat::tsv))};
  options.folder = folder.path("parts");
  return options;
}

}  // namespace

TEST_CASE("documents belong together by the share of the pairs of the one with fewer, and through others") {
  const std::vector<PlantedDocument> documents{
      made("a", {1, 2, 3, 4, 5, 6}),
      made("b", {7, 8, 9, 10}),
      made("half of b", {9, 10, 11, 12}),  // exactly half
      made("a third of a", {1, 2, 20, 21, 22, 23}),
      made("one of a", {3}),               // all of its own
      made("through", {11, 12, 30, 31})};  // half of "half of b", none of b
  CHECK(groups_of(documents, 0.5) == std::vector<std::uint32_t>{0, 1, 1, 3, 0, 1});
  CHECK(groups_of(documents, 0.51) == std::vector<std::uint32_t>{0, 1, 2, 3, 0, 5});
  CHECK(groups_of(documents, 0.3) == std::vector<std::uint32_t>{0, 1, 1, 0, 0, 1});
  // One side is enough, and an id that comes again is one document.
  PlantedDocument english = made("b in other words", {40, 41});
  for (std::size_t k = 0; k < 2; ++k) english.pairs[k].second = documents[1].pairs[k].second;
  CHECK(groups_of({documents[1], english, made("c", {50}), made("b", {51})}, 0.5) ==
        std::vector<std::uint32_t>{0, 0, 2, 0});
}

TEST_CASE("edited copies of news are found, and distinct news stays apart") {
  const std::vector<PlantedDocument>& documents = news_documents();
  REQUIRE(documents.size() == 30);
  const std::vector<std::uint32_t> own = groups_of(documents, 0.5);
  for (std::uint32_t k = 0; k < own.size(); ++k) CHECK(own[k] == k);
  // Words and characters replaced, pairs left out; how many of thirty must be found.
  struct Row {
    double edits;
    double cuts;
    std::size_t least;
  };
  for (const Row& row : {Row{0, 0, 30}, {0, 0.5, 30}, {0.05, 0, 30}, {0.05, 0.5, 29}, {0.1, 0, 27}}) {
    std::mt19937_64 random(3);
    std::vector<PlantedDocument> all = documents;
    for (const PlantedDocument& document : documents)
      all.push_back(edited(document, row.edits, row.cuts, random));
    const std::vector<std::uint32_t> groups = groups_of(all, 0.5);
    std::size_t found = 0;
    for (std::size_t k = 0; k < 30; ++k) {
      found += groups[k + 30] == k;
      CHECK((groups[k + 30] == k || groups[k + 30] == k + 30));  // never with another's
    }
    CAPTURE(row.edits, row.cuts, found);
    CHECK(found >= row.least);
  }
}

TEST_CASE("a partition keeps near documents on one side, all lines and their order") {
  const Folder folder;
  std::vector<PlantedDocument> documents = news_documents();
  std::mt19937_64 random(4);
  for (std::size_t k = 0; k < 30; ++k) {
    PlantedDocument copy = edited(documents[k], 0.05, 0, random);
    copy.id = fmt::format("copy of {}", documents[k].id);
    documents.push_back(copy);
  }
  for (const PlantedDocument& more : many(0, 200)) documents.push_back(more);
  PartitionOptions options = options_for(folder, documents);
  options.dev = {20, true};
  options.test = {20, true};
  const PartitionReport report = partition_corpus(options);
  const std::string whole = folder.read("in.tsv");
  const std::map<std::string, std::string> sides = sides_in(folder);
  CHECK(sides.size() == documents.size());
  for (std::size_t k = 0; k < 30; ++k)
    CHECK(sides.at(documents[k].id) == sides.at("copy of " + documents[k].id));
  std::size_t lines = 0;
  for (const CorpusSide side : all_corpus_sides) {
    std::string expected;
    for (const PlantedDocument& document : documents) {
      if (sides.at(document.id) == name(side)) expected += lines_of({document}, CorpusFormat::tsv);
    }
    const std::string got = folder.read(fmt::format("parts/{}.tsv", name(side)));
    CHECK(got == expected);
    lines += static_cast<std::size_t>(std::count(got.begin(), got.end(), '\n'));
    CHECK(report.of(side).pairs == static_cast<std::uint64_t>(std::count(got.begin(), got.end(), '\n')));
    CHECK(report.of(side).documents > 20);
  }
  CHECK(lines == static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n')));
  CHECK(report.documents == 260);
  CHECK(report.groups == 230);
  CHECK(report.not_alone == 60);
  CHECK(report.largest_group == 2);

  // The same from JSON Lines in two compressed files, and written compressed.
  const std::vector<PlantedDocument> first(documents.begin(), documents.begin() + 100);
  const std::vector<PlantedDocument> second(documents.begin() + 100, documents.end());
  options.inputs = {
      folder.write("a.jsonl.gz", compressed(lines_of(first, CorpusFormat::jsonl), Compression::gzip)),
      folder.write("b.jsonl", lines_of(second, CorpusFormat::jsonl))};
  partition_corpus(options);
  CHECK(sides_in(folder) == sides);
  CHECK(folder.has("parts/train.jsonl.gz"));
  std::string together;
  for (const CorpusSide side : all_corpus_sides)
    together += read_all(folder.path(fmt::format("parts/{}.jsonl.gz", name(side))), 1 << 30);
  CHECK(together.size() == lines_of(documents, CorpusFormat::jsonl).size());
  // Another seed, another partition.
  options.seed = 1;
  partition_corpus(options);
  CHECK(sides_in(folder) != sides);
}

TEST_CASE("documents that are added at the end move none, where sizes are percentages") {
  const Folder folder;
  PartitionOptions options = options_for(folder, many(0, 300));
  options.dev = {10, true};
  options.test = {10, true};
  partition_corpus(options);
  const std::map<std::string, std::string> before = sides_in(folder);
  std::vector<PlantedDocument> more = many(0, 500);
  more.push_back(made("copy of 5", {5}));
  folder.write("in.tsv", lines_of(more, CorpusFormat::tsv));
  partition_corpus(options);
  std::map<std::string, std::string> after = sides_in(folder);
  CHECK(after.at("copy of 5") == after.at("d5"));
  for (const auto& [id, side] : before) CHECK(after.at(id) == side);
  // What test has does not depend on dev.
  options.dev = {30, true};
  partition_corpus(options);
  for (const auto& [id, side] : sides_in(folder)) CHECK((side == "test") == (after.at(id) == "test"));
}

TEST_CASE("numbers of documents are reached and not passed") {
  const Folder folder;
  std::vector<PlantedDocument> documents = many(0, 100);
  for (int k = 0; k < 30; ++k) documents.push_back(made(fmt::format("family {}", k), {1000}));
  PartitionOptions options = options_for(folder, documents);
  options.dev = {20, false};
  options.test = {25, false};
  const PartitionReport report = partition_corpus(options);
  CHECK(report.largest_group == 30);
  CHECK(report.of(CorpusSide::dev).documents == 20);
  CHECK(report.of(CorpusSide::test).documents == 25);
  CHECK(report.of(CorpusSide::train).documents == 85);
  CHECK(sides_in(folder).at("family 0") == "train");  // larger than either
  options.dev = options.test = {};
  CHECK(partition_corpus(options).of(CorpusSide::train).documents == 130);
}

TEST_CASE("a partition refuses what it can't do, and leaves what was there") {
  const Folder folder;
  PartitionOptions options = options_for(folder, many(0, 20));
  options.dev = options.test = {10, true};
  partition_corpus(options);
  const std::string train = folder.read("parts/train.tsv");
  const auto refused = [&](const std::string& message) {
    CHECK_THROWS_WITH(partition_corpus(options), Catch::Contains(message));
    CHECK(folder.read("parts/train.tsv") == train);
  };
  const std::string good = folder.read("in.tsv");
  folder.write("in.tsv", good + "no columns\n");
  refused("in.tsv:21: no pair that duiqi corpus wrote: fewer than four columns");
  options.inputs = {folder.write("in.jsonl", "{\"doc\": 7, \"zh\": \"\", \"en\": \"\"}\n")};
  refused("in.jsonl:1: no pair that duiqi corpus wrote: no field \"doc\" that is a string");
  options.inputs.push_back(folder.path("in.tsv"));
  refused("of another format");
  options.inputs = {"-"};
  refused("stands for no format");
  options.output = CorpusOutput{};
  refused("can't be read twice");
  options.output.reset();
  options.inputs = {folder.write("in.tsv", good)};
  options.memory = std::size_t{1} << 20;
  refused("hold 0 pairs and no more");
  options.memory = std::size_t{1} << 30;
  options.dev.amount = 95;
  refused("more than 100 %");
  options.dev = {1.5, false};
  refused("must be whole");
  options.dev = {};
  options.share = 0;
  refused("share");
  options.share = 0.5;
  options.inputs = {folder.path("parts/train.tsv")};
  refused("is an input");
}
