#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>
#include <duiqi/write.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/output_file.hpp"
#include "corpus/source.hpp"
#include "corpus/state.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

CorpusOptions options_for(const Folder& folder, std::vector<std::string> inputs) {
  CorpusOptions options;
  options.inputs = std::move(inputs);
  options.out = folder.path("out");
  options.dedup = CorpusDedup::none;
  for (const CorpusFilter filter : all_corpus_filters) options.filters.use(filter, false);
  return options;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

/// What two JSON lines of pairs have in common: from the document up to the probability.
std::string pair_part(const std::string& line) {
  return line.substr(0, line.find(',', line.find("\"probability\": ")));
}

}  // namespace

TEST_CASE("every pair is what aligning its document alone gives, in the order of the input") {
  const Folder folder;
  const Aligner aligner;
  std::vector<std::string> expected;
  std::string input;
  for (const NewsText& text : news_texts(8)) {
    input += json_line(text);
    const Bitext bitext = aligner.align(text.zh, text.en);
    std::string out;
    WriteOptions write_options;
    write_options.id = text.id;
    write(out, bitext, Format::jsonl, write_options);
    for (const std::string& line : lines_of(out)) expected.push_back(pair_part(line));
  }
  CorpusOptions options = options_for(folder, {folder.write("in.jsonl", input)});
  const CorpusReport report = build_corpus(aligner, options);
  std::vector<std::string> found;
  for (const std::string& line : lines_of(folder.read("out"))) found.push_back(pair_part(line));
  CHECK(found == expected);
  CHECK(report.count("documents.read") == 8);
  CHECK(report.count("pairs.written") == expected.size());
  CHECK_FALSE(folder.has("out.part"));
}

TEST_CASE("the output is the same for any number of threads, compression and way in") {
  const Folder folder;
  const Aligner aligner;
  // More documents than a frame holds; most are short.
  std::string input;
  std::vector<NewsText> texts = news_texts(300);
  for (std::size_t k = 0; k < texts.size(); ++k) {
    if (k % 30 != 0) {
      texts[k].zh.resize(texts[k].zh.find('\n') + 1);
      texts[k].en.resize(texts[k].en.find('\n') + 1);
    }
    input += json_line(texts[k], ", \"source\": {\"page\": 3}");
  }
  CorpusOptions options = options_for(folder, {folder.write("in.jsonl", input)});
  options.threads = 1;
  build_corpus(aligner, options);
  const std::string expected = folder.read("out");
  CHECK(expected.find("\"meta\": {\"source\": {\"page\":3}}") != std::string::npos);
  for (const std::uint32_t threads : {2U, 5U}) {
    for (const Compression kind : {Compression::none, Compression::gzip, Compression::zstd}) {
      options.inputs = {folder.write("in", compressed(input, kind))};
      options.threads = threads;
      options.output.compression = kind;
      build_corpus(aligner, options);
      CHECK(read_all(folder.path("out"), std::size_t{1} << 30) == expected);
    }
  }
}

TEST_CASE("documents that can't be read are rejected with their place, and the run goes on") {
  const Folder folder;
  const Aligner aligner;
  struct Row {
    std::string line;
    std::string reason;
  };
  const std::vector<Row> rows{
      {"{\"zh\": \"会议\", \"en\": ", "not valid JSON"},
      {"[1, 2]", "must be a JSON object"},
      {"{\"zh\": \"会议\"}", "no field \"en\""},
      {"{\"zh\": 7, \"en\": \"A meeting\"}", "the field \"zh\" must be a string"},
      {"{\"id\": [], \"zh\": \"会议\", \"en\": \"A meeting\"}", "the field \"id\" must be a string"},
      {"{\"zh\": \"\xFF\", \"en\": \"A meeting\"}", "not valid JSON"},
      {"{\"zh\": \"" + std::string(5000, 'x') + "\", \"en\": \"\"}", "longer than a document may be"},
  };
  std::string input;
  for (const Row& row : rows) input += row.line + "\n\n";
  input +=
      "{\"zh\": \"会议于3月15日在北京召开。赵振业出席会议。双方签署了5亿元的协议。\", \"en\": \"The meeting "
      "was held in Beijing on March 15. Zhao Zhenye attended it. The two sides signed an agreement worth 500 "
      "million yuan.\"}\n";
  CorpusOptions options = options_for(folder, {folder.write("in.jsonl", input)});
  options.rejects = folder.path("rejects");
  options.max_document = 4000;
  std::vector<std::string> messages;
  CorpusEvents events;
  events.rejected = [&](const std::string& message) { messages.push_back(message); };
  const CorpusReport report = build_corpus(aligner, options, events);
  CHECK(report.count("documents.read") == rows.size() + 1);
  CHECK(report.count("documents.rejected") == rows.size());
  const std::vector<std::string> rejects = lines_of(folder.read("rejects"));
  REQUIRE(rejects.size() == rows.size());
  REQUIRE(messages.size() == rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    CHECK_THAT(messages[k], Catch::Contains(rows[k].reason));
    CHECK_THAT(messages[k], Catch::StartsWith(options.inputs[0] + ":" + std::to_string(2 * k + 1) + ": "));
    CHECK_THAT(rejects[k], Catch::Contains("\"line\": " + std::to_string(2 * k + 1) + ","));
  }
  // The whole line, so that it can be mended.
  CHECK_THAT(rejects[1], Catch::EndsWith("\"input\": \"[1, 2]\"}"));
  // A document without an id is named by its place.
  CHECK_THAT(folder.read("out"), Catch::Contains("\"doc\": \"" + options.inputs[0] + ":15\""));

  options.strict = true;
  folder.write("out", "before");
  CHECK_THROWS_WITH(build_corpus(aligner, options), Catch::Contains("not valid JSON"));
  CHECK(folder.read("out") == "before");
  CHECK_FALSE(folder.has("out.part"));
}

TEST_CASE("folders, manifests, records and pre-split files give what JSON lines give") {
  const Folder folder;
  const Aligner aligner;
  std::string lines;
  std::string manifest;
  for (const NewsText& text : news_texts(3)) {
    lines += json_line(text);
    folder.write("zh/day/" + text.id + ".zh.txt", text.zh);
    const std::string en =
        folder.write("en/day/" + text.id + ".en.txt.gz", compressed(text.en, Compression::gzip));
    manifest += folder.path("zh/day/" + text.id + ".zh.txt") + "\t" + en + "\t" + text.id + "\n";
  }
  build_corpus(aligner, options_for(folder, {folder.write("in.jsonl", lines)}));
  const std::string expected = folder.read("out");

  build_corpus(aligner,
               options_for(folder, {folder.write("list.tsv", manifest + folder.path("gone") + "\tx\n")}));
  CHECK(folder.read("out") == expected);

  folder.write("zh/alone.txt", "会议");
  folder.write("zh/.hidden.txt", "会议");
  std::filesystem::create_symlink(folder.path("gone"), folder.path("en/broken.txt"));
  const CorpusReport report =
      build_corpus(aligner, options_for(folder, {folder.path("zh"), folder.path("en")}));
  std::string named = folder.read("out");
  for (std::size_t at; (at = named.find("day/")) != std::string::npos;) named.erase(at, 4);
  CHECK(named == expected);
  // One in each folder is alone: the link that leads nowhere too.
  CHECK(report.count("documents.rejected") == 2);

  CorpusOptions together = options_for(folder, {folder.path("list.tsv")});
  together.max_document = news_texts(1)[0].zh.size() + news_texts(1)[0].en.size() - 1;
  folder.write("list.tsv", manifest.substr(0, manifest.find('\n') + 1));
  CHECK(build_corpus(aligner, together).count("documents.rejected") == 1);
  ++together.max_document;
  CHECK(build_corpus(aligner, together).count("documents.rejected") == 0);

  const std::string record = DUIQI_SOURCE_DIR "/examples/data/yushu.txt";
  CHECK(build_corpus(aligner, options_for(folder, {record})).count("pairs.written") >= 5);

  AlignerOptions pre_split;
  pre_split.zh.sentences = pre_split.en.sentences = SentenceRules::lines;
  // Two sentences a line, on both sides.
  std::string zh;
  std::string en;
  for (const int number : {320, 450, 780}) {
    zh += fmt::format("会议有{}人出席。赵振业讲话。\n", number);
    en += fmt::format("{} people attended the meeting. Zhao Zhenye spoke.\n", number);
  }
  CorpusOptions split = options_for(folder, {folder.write("s.jsonl", json_line({"s", zh, en}))});
  build_corpus(Aligner(pre_split), split);
  const std::vector<std::string> found = lines_of(folder.read("out"));
  REQUIRE(found.size() == 3);
  CHECK_THAT(found[1], Catch::Contains("\"zh\": \"会议有450人出席。赵振业讲话。\""));
}

TEST_CASE("a run with other files in a folder, weights or limits is another run") {
  const Folder folder;
  folder.write("zh/a.txt", "会议");
  folder.write("en/a.txt", "A meeting");
  const CorpusOptions options = options_for(folder, {folder.path("zh"), folder.path("en")});
  const auto print = [&](const AlignerOptions& aligner) {
    return fingerprint(Aligner(aligner), options, *open_source(options));
  };
  const std::string before = print({});
  CHECK(print({}) == before);
  AlignerOptions other;
  other.links.max_distance = 3;
  CHECK(print(other) != before);
  other = {};
  other.weights =
      Weights::read(Text::from_utf8("feature\tnone.1\tnone.2\tusual.1\tusual.2\tlarge.1\tlarge.2\n"));
  CHECK(print(other) != before);
  folder.write("zh/b.txt", "会议");
  CHECK(print({}) != before);
}

TEST_CASE("an input that ends too soon fails the run, and what was there stays") {
  const Folder folder;
  const std::string whole = compressed(news_lines(4), Compression::zstd);
  CorpusOptions options =
      options_for(folder, {folder.write("in.jsonl.zst", whole.substr(0, whole.size() / 2))});
  folder.write("out", "before");
  CHECK_THROWS_WITH(build_corpus(Aligner(), options), Catch::Contains("end too soon"));
  CHECK(folder.read("out") == "before");
  CHECK_FALSE(folder.has("out.part"));
}

TEST_CASE("the ending of an output says what it is") {
  CHECK(corpus_output_of("a.jsonl")->format == CorpusFormat::jsonl);
  CHECK(corpus_output_of("a.tsv.gz")->format == CorpusFormat::tsv);
  CHECK(corpus_output_of("a.tsv.gz")->compression == Compression::gzip);
  CHECK(corpus_output_of("jsonl.zst")->compression == Compression::zstd);
  for (const char* name : {"a.json", "a.gz", "tsv.txt", "", "atsv"}) CHECK_FALSE(corpus_output_of(name));
}

TEST_CASE("documents with a warning are counted") {
  const Folder folder;
  const Aligner aligner;
  CorpusOptions options = options_for(
      folder,
      {folder.write("in.tsv", folder.write("a.zh", "会议于3月15日在北京召开\xFF。\n") + "\t" +
                                  folder.write("a.en", "The meeting was held in Beijing on March 15.\n") +
                                  "\n")});
  options.input = CorpusInput::manifest;
  options.decode.invalid = InvalidBytes::replace;
  const CorpusReport report = build_corpus(aligner, options);
  CHECK(report.count("documents.rejected") == 0);
  CHECK(report.count("warning.replaced_bytes") == 1);
  CHECK_THAT(report_json(report), Catch::Contains("\"replaced_bytes\": 1}"));
  CHECK_THAT(report_text(report), Catch::Contains("with a warning: replaced_bytes"));
}
