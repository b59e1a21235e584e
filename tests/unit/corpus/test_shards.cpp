#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/output_names.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

/// The shards' contents, in their order.
std::vector<std::string> shards_of(const Folder& folder, const std::string& ending) {
  std::vector<std::string> out;
  for (;;) {
    const std::string name = fmt::format("out-{:05}{}", out.size() + 1, ending);
    if (!folder.has(name)) return out;
    out.push_back(read_all(folder.path(name), std::size_t{1} << 30));
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part;
  return out;
}

}  // namespace

TEST_CASE("outputs have the names that their format and shard give them") {
  using Names = std::vector<std::string>;
  CHECK(output_names("d/a.jsonl", {}, 0) == Names{"d/a.jsonl"});
  CHECK(output_names("d/a.jsonl", {}, 7) == Names{"d/a-00007.jsonl"});
  CHECK(output_names("a.jsonl", {CorpusFormat::tsv, Compression::none}, 1) == Names{"a.jsonl-00001"});
  CHECK(output_names("a.tmx.gz", {CorpusFormat::tmx, Compression::gzip}, 123456) == Names{"a-123456.tmx.gz"});
  const CorpusOutput moses{CorpusFormat::moses, Compression::zstd};
  CHECK(output_names("a.moses.zst", moses, 0) == Names{"a.zh.zst", "a.en.zst", "a.ids.zst"});
  CHECK(output_names("a", moses, 2) == Names{"a-00002.zh.zst", "a-00002.en.zst", "a-00002.ids.zst"});
  CHECK(corpus_writes("a.jsonl", {}, false, "./a.jsonl"));
  CHECK(corpus_writes("a.jsonl", {}, true, "b/../a-00012.jsonl"));
  CHECK(corpus_writes("x-1/a.moses.zst", moses, true, "x-1/a-00001.ids.zst"));
  CHECK_FALSE(corpus_writes("a.jsonl", {}, true, "a.jsonl"));
  CHECK_FALSE(corpus_writes("a.jsonl", {}, true, "a-12.jsonl"));
  CHECK_FALSE(corpus_writes("a.moses.zst", moses, false, "a.moses.zst"));
}

TEST_CASE("shards are one output cut between documents, for any number of threads, and of a merge too") {
  const Folder folder;
  const Aligner aligner;
  CorpusOptions options;
  options.inputs = {folder.write("in.jsonl", news_lines(60))};
  options.out = folder.path("whole");
  options.dedup = CorpusDedup::none;
  build_corpus(aligner, options);
  const std::string whole = folder.read("whole");

  options.out = folder.path("out.jsonl.gz");
  options.output.compression = Compression::gzip;
  options.shard_bytes = 50'000;
  folder.write("out-00090.jsonl.gz", "stands alone");
  std::vector<std::string> expected;
  for (const std::uint32_t threads : {1U, 3U}) {
    options.threads = threads;
    build_corpus(aligner, options);
    const std::vector<std::string> shards = shards_of(folder, ".jsonl.gz");
    if (threads == 1) expected = shards;
    CHECK(shards == expected);
    CHECK(joined(shards) == whole);
    REQUIRE(shards.size() > 3);
    std::set<std::string> ended;
    for (std::size_t k = 0; k < shards.size(); ++k) {
      if (k + 1 < shards.size()) CHECK(shards[k].size() >= options.shard_bytes);
      // The last document of a shard is none of the next one.
      const auto id_at = [&](std::size_t at) { return shards[k].substr(at, shards[k].find(',', at) - at); };
      CHECK(ended.count(id_at(0)) == 0);
      ended.insert(id_at(shards[k].rfind("{\"doc\": ")));
    }
    // The next round has a shard too many to begin with, and its remains.
    folder.write(fmt::format("out-{:05}.jsonl.gz", shards.size() + 1), "old");
    folder.write(fmt::format("out-{:05}.jsonl.gz.part", shards.size() + 2), "old");
  }
  build_corpus(aligner, options);
  CHECK(shards_of(folder, ".jsonl.gz") == expected);
  CHECK_FALSE(folder.has(fmt::format("out-{:05}.jsonl.gz.part", expected.size() + 2)));
  CHECK(folder.read("out-00090.jsonl.gz") == "stands alone");
  CHECK_FALSE(folder.has("out.jsonl.gz"));

  MergeOptions merge;
  merge.shards = {folder.path("whole")};
  merge.out = folder.path("out.jsonl");
  merge.dedup = CorpusDedup::none;
  merge.shard_bytes = options.shard_bytes;
  merge_corpus(merge);
  CHECK(shards_of(folder, ".jsonl") == expected);
}

TEST_CASE("a failed run leaves no shard") {
  const Folder folder;
  CorpusOptions options;
  options.inputs = {folder.write("in.jsonl", news_lines(20) + "nonsense\n")};
  options.strict = true;
  options.out = folder.path("out.moses");
  options.output.format = CorpusFormat::moses;
  options.shard_bytes = 20'000;
  CHECK_THROWS_WITH(build_corpus(Aligner(), options), Catch::Contains("not valid JSON"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path("")), {}) == 1);
}

TEST_CASE("tmx shards are whole documents, with units numbered over all") {
  const Folder folder;
  CorpusOptions options;
  options.inputs = {folder.write("in.jsonl", news_lines(12))};
  options.out = folder.path("out.tmx");
  options.output.format = CorpusFormat::tmx;
  options.shard_bytes = 20'000;
  const CorpusReport report = build_corpus(Aligner(), options);
  const std::vector<std::string> shards = shards_of(folder, ".tmx");
  REQUIRE(shards.size() > 1);
  for (const std::string& shard : shards) {
    CHECK_THAT(shard, Catch::StartsWith("<?xml ") && Catch::EndsWith("</tmx>\n"));
  }
  CHECK_THAT(shards.back(), Catch::Contains(fmt::format("<tu tuid=\"{}\">", report.count("pairs.written"))));
}
