// One aligner, many threads: the thread sanitizer's test, and that results don't depend on who works beside.
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <duiqi/duiqi.hpp>
#include <duiqi/write.hpp>

using namespace duiqi;

namespace {

struct Pair {
  std::string zh;
  std::string en;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Pair> documents(std::size_t count) {
  std::vector<Pair> out;
  const std::filesystem::path folder = DUIQI_SOURCE_DIR "/tests/quality/data/news";
  for (std::size_t k = 0; k < count; ++k) {
    const std::string name = (k < 10 ? "00" : "0") + std::to_string(k);
    out.push_back({read(folder / (name + ".zh")), read(folder / (name + ".en"))});
    REQUIRE(!out.back().zh.empty());
    REQUIRE(!out.back().en.empty());
  }
  return out;
}

/// Every way through the library: the text, its reasons and its anchors; each format that has a writer of its
/// own.
std::string render(const Aligner& aligner, const Pair& pair) {
  const Bitext bitext = aligner.align(pair.zh, pair.en);
  const std::vector<Explanation> explanations = aligner.explain(bitext);
  WriteOptions options;
  options.explanations = explanations;
  std::string out;
  for (const Format format : {Format::json, Format::tmx, Format::text}) write(out, bitext, format, options);
  return out;
}

}  // namespace

TEST_CASE("threads that share an aligner give what one thread gives") {
  constexpr std::size_t threads = 4;
  const std::vector<Pair> pairs = documents(12);
  const Aligner aligner;
  std::vector<std::vector<std::string>> found(threads, std::vector<std::string>(pairs.size()));
  {
    // Before anything else has run, so that what is built at its first use is built by threads that meet.
    std::atomic<std::size_t> ready{0};
    std::vector<std::jthread> pool;
    for (std::size_t t = 0; t < threads; ++t) {
      pool.emplace_back([&, t] {
        for (++ready; ready < threads;) std::this_thread::yield();
        // The same document at the same time first, then each thread another one.
        found[t][0] = render(aligner, pairs[0]);
        for (std::size_t k = 1; k < pairs.size(); ++k) {
          const std::size_t mine = 1 + (k - 1 + t * 3) % (pairs.size() - 1);
          found[t][mine] = render(aligner, pairs[mine]);
        }
      });
    }
  }
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const std::string wanted = render(aligner, pairs[k]);
    for (std::size_t t = 0; t < threads; ++t) CHECK(found[t][k] == wanted);
  }
}

TEST_CASE("threads that make their own aligner, read and cut at once give what one thread gives") {
  const std::vector<Pair> pairs = documents(4);
  const auto work = [&](const Pair& pair) {
    std::string out = render(Aligner(), pair);
    for (const SentenceRules rules : {SentenceRules::icu, SentenceRules::boost_locale}) {
      SegmentOptions options;
      options.sentences = rules;
      const Text text = Text::decode(pair.zh, {}, "zh.txt");
      write_sentences(out, segment(text, Language::chinese, options), SentenceFormat::offsets);
    }
    return out;
  };
  std::vector<std::string> found(pairs.size());
  {
    std::vector<std::jthread> pool;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      pool.emplace_back([&, k] { found[k] = work(pairs[k]); });
    }
  }
  for (std::size_t k = 0; k < pairs.size(); ++k) CHECK(found[k] == work(pairs[k]));
}
