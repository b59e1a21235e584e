#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/minhash.hpp"
#include "corpus/pair_key.hpp"
#include "corpus/seen_pairs.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news_documents.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

constexpr std::size_t much = std::size_t{1} << 30;

std::string copies_of(const SeenPairs& seen) {
  std::string out;
  seen.write_copies(out);
  return out;
}

}  // namespace

TEST_CASE("exact deduplication agrees with a map, and counts copies") {
  SeenPairs seen(CorpusDedup::exact, much);
  std::mt19937_64 random(5);
  std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> expected;  // number, copies
  for (int k = 0; k < 200'000; ++k) {
    const std::uint64_t key = random() % 60'000;  // 0 too
    const auto [at, added] = expected.try_emplace(key, expected.size() + 1, 0);
    if (!added) ++at->second.second;
    if (seen.seen({key, 0, {}}) == added) FAIL("key " << key);
  }
  std::vector<std::string> lines(expected.size() + 1);
  for (const auto& [key, value] : expected) {
    if (value.second > 0) lines[value.first] = fmt::format("{}\t{}\n", value.first, value.second);
  }
  std::string all;
  for (const std::string& line : lines) all += line;
  CHECK(copies_of(seen) == all);
  CHECK(seen.forgotten() == 0);
}

TEST_CASE("memory is bounded: what does not fit is new, and counted") {
  for (const CorpusDedup kind : {CorpusDedup::exact, CorpusDedup::near}) {
    // 60 MB, of which near needs 50 for its heads.
    SeenPairs seen(kind, std::size_t{60} << 20);
    std::mt19937_64 random(6);
    const std::size_t pairs = 3'000'000;
    std::vector<PairKey> keys;
    for (std::size_t k = 0; k < pairs; ++k) {
      PairKey key{random(), random(), {}};
      for (std::uint32_t& band : key.band) band = static_cast<std::uint32_t>(random());
      keys.push_back(key);
    }
    std::size_t known = 0;
    for (const PairKey key : keys) known += seen.seen(key);
    CHECK(known == 0);
    CHECK(seen.forgotten() > 0);
    std::size_t again = 0;
    for (const PairKey key : keys) again += seen.seen(key);
    CHECK(again == pairs - seen.forgotten() / 2);  // those forgotten are so twice
  }
}

TEST_CASE("near deduplication finds all that a slow search finds") {
  std::mt19937_64 random(8);
  const auto flipped = [&](std::uint64_t bits, std::size_t count) {
    for (; count > 0; --count) bits ^= std::uint64_t{1} << random() % 64;
    return bits;
  };
  SeenPairs seen(CorpusDedup::near, much);
  std::vector<PairKey> written;
  std::size_t found = 0;
  for (int k = 0; k < 4000; ++k) {
    PairKey key{random(), random(), {}};
    // Few values, so that pairs that are not alike meet too; and some that end alike in the table.
    for (std::uint32_t& band : key.band)
      band = static_cast<std::uint32_t>(random() % 400 | (random() % 2) << 25);
    if (!written.empty() && k % 2 == 0) {
      const PairKey& base = written[random() % written.size()];
      key.zh = flipped(base.zh, random() % 17);
      key.en = flipped(base.en, random() % 17);
      if (k % 4 == 0) key.band[random() % PairKey::bands] = base.band[0];
      if (k % 8 == 0) key.band = base.band;
    }
    bool expected = false;
    for (const PairKey& other : written) {
      const int zh = std::popcount(key.zh ^ other.zh);
      const int en = std::popcount(key.en ^ other.en);
      bool meet = false;
      for (std::size_t band = 0; band < PairKey::bands; ++band)
        meet = meet || (key.band[band] ^ other.band[band]) << 11 == 0;
      expected = expected || (meet && zh <= 12 && en <= 12 && zh + en <= 18);
    }
    if (!expected) written.push_back(key);
    if (seen.seen(key) != expected) FAIL("pair " << k);
    found += expected;
  }
  CHECK(found > 300);
}

TEST_CASE(
    "two texts have minhash values in common as they have pieces, and differ in half of the rest's bits") {
  // Of a hundred numbers the last thirty are others: of 101 and 101 pieces 70 are shared.
  std::string a;
  std::string b;
  for (int k = 0; k < 100; ++k) {
    a += fmt::format("word{} ", k);
    b += fmt::format("{}{} ", k < 70 ? "word" : "other", k);
  }
  const Minhash of_a = minhash_en(a);
  const Minhash of_b = minhash_en(b);
  std::size_t same = 0;
  for (std::size_t k = 0; k < minhash_size; ++k) same += of_a[k] == of_b[k];
  // Jaccard 70 / 132: 33.9 of 64 places, with a deviation of 4; 15 bits, with one of 3.4.
  CHECK(same > 21);
  CHECK(same < 46);
  CHECK(std::popcount(bits_of(of_a) ^ bits_of(of_b)) < 26);
  CHECK(minhash_en(a + "\n") == of_a);
  CHECK(minhash_zh("會議開始。") == minhash_zh("会议开始"));
  CHECK(minhash_zh("会议开始") != minhash_zh("开始会议"));
}

/// Of the pairs of own news, how many are found once a word of the English was replaced.
TEST_CASE("near deduplication finds sentences with a word replaced, and leaves distinct ones alone") {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const PlantedDocument& document : news_documents()) {
    pairs.insert(pairs.end(), document.pairs.begin(), document.pairs.end());
  }
  REQUIRE(pairs.size() > 100);
  SeenPairs seen(CorpusDedup::near, much);
  for (const auto& [zh, en] : pairs) CHECK_FALSE(seen.seen(near_key(zh, en)));
  std::mt19937_64 random(9);
  std::size_t edited = 0;
  std::size_t found = 0;
  for (const auto& [zh, en] : pairs) {
    const auto words = static_cast<std::size_t>(std::count(en.begin(), en.end(), ' ')) + 1;
    if (words < 10) continue;
    std::size_t begin = 0;
    for (std::size_t k = random() % words; k > 0; --k) begin = en.find(' ', begin) + 1;
    std::string other = en;
    other.replace(begin, std::min(en.find(' ', begin), en.size()) - begin, "replacement");
    ++edited;
    found += seen.seen(near_key(zh, other));
  }
  CAPTURE(edited, found);
  CHECK(edited > 50);
  CHECK(found * 100 >= edited * 95);
}

TEST_CASE("keys of pairs that differ in form are equal, of others not") {
  const PairKey key = exact_key("会议于3月15日召开。", "The meeting was held on March 15.");
  CHECK(exact_key("會議於3月15日召開", "the meeting was held on March 15").zh == key.zh);
  CHECK(exact_key("会议于3月16日召开。", "The meeting was held on March 15.").zh != key.zh);
  CHECK(exact_key("会议于3月15日召开。", "The meeting was held on March 16.").zh != key.zh);

  SeenPairs seen(CorpusDedup::near, much);
  const std::string zh =
      "此次会议旨在总结北京对口支援玉树的工作成果，并探讨如何在新时代背景下进一步深化双方合作，推动两地在资源"
      "共享、人才"
      "交流、产业对接等方面取得更多成果。";
  const std::string en =
      "The meeting aimed to summarize the achievements of the support of Beijing for Yushu and explore how "
      "to further "
      "deepen cooperation between the two regions in the new era, in sharing resources, exchanging talents "
      "and "
      "connecting industries, so that more is achieved.";
  CHECK_FALSE(seen.seen(near_key(zh, en)));
  CHECK(seen.seen(near_key(zh + "！", "“" + en + "”")));
  CHECK_FALSE(seen.seen(near_key("会议开始了。", en)));
  CHECK_FALSE(seen.seen(near_key(zh, "The meeting began.")));
}

TEST_CASE("duplicates are dropped over the whole run, the first stays, and copies are counted") {
  const Folder folder;
  CorpusOptions options;
  options.inputs = {folder.write("in.jsonl", news_lines(90))};  // thirty documents, three times
  options.out = folder.path("out");
  options.copies = folder.path("copies");
  options.explain_drop = folder.path("drops");
  const Aligner aligner;
  const CorpusReport report = build_corpus(aligner, options);
  const std::string once = folder.read("out");
  CHECK(report.count("pairs.found") == report.count("pairs.written") + report.count("pairs.dropped"));
  CHECK(report.count("drop.duplicate") >= 2 * report.count("pairs.written"));
  CHECK_THAT(folder.read("copies"), Catch::StartsWith("1\t2\n2\t2\n"));
  CHECK_THAT(folder.read("drops"), Catch::Contains("{\"reason\": \"duplicate\", \"why\": "));

  options.inputs = {folder.write("in.jsonl", news_lines(30))};
  build_corpus(aligner, options);
  CHECK(folder.read("out") == once);

  const std::string json = report_json(report);
  CHECK_THAT(json, Catch::Contains(fmt::format("\"written\": {}", report.count("pairs.written"))));
  CHECK_THAT(json, Catch::Contains(fmt::format("\"duplicate\": {}", report.count("drop.duplicate"))));
  CHECK_THAT(report_text(report), Catch::Contains("  dropped: duplicate"));
}
