// Images: looking up against plain searches, in both scripts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <duiqi/error.hpp>

#include "lexicon/fold.hpp"
#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "lexicon/strength.hpp"
#include "unicode/utf8.hpp"
#include "unit/lexicon/made_lexicon.hpp"

using namespace duiqi;

namespace {

/// A lexicon with the bytes that it stands in.
struct Built {
  std::string bytes;
  Lexicon lexicon;
  explicit Built(const LexiconData& data) : bytes(build_lexicon(data)), lexicon(Lexicon::from_image(bytes)) {}
  const Lexicon::Image& image() const { return lexicon.image(); }
};

std::vector<std::string> words_in(const Lexicon::Image& image, std::string_view text) {
  std::vector<LexiconHit> hits;
  image.find_all(unicode::to_code_points(text), hits);
  std::vector<std::string> out;
  for (const LexiconHit& hit : hits) out.push_back(std::to_string(hit.begin) + image.entry(hit.entry).zh);
  return out;
}

}  // namespace

TEST_CASE("all words are found at every position, the longest first") {
  const Built made(made_lexicon());
  struct Row {
    std::string_view text;
    std::vector<std::string> words;
  };
  const Row row = GENERATE(values<Row>({
      {"", {}},
      {"x", {}},
      {"中国人民", {"0中国人民", "0中国", "0中", "1国", "2人民"}},  // the Chinese people
      {"中國人民", {"0中国人民", "0中国", "0中", "1国", "2人民"}},  // the same in traditional characters
      {"他表示，是里程碑。", {"1表示", "5里程碑"}},                 // a word that ends before the text does
      {"里程", {}},                                                 // a word that the text cuts off
      {"aＡ制", {"0AA制"}},                                         // a letter small, a letter wide
      {"去𠮷野家的", {"1𠮷野家", "4的"}},                           // outside the BMP
  }));
  CAPTURE(row.text);
  CHECK(words_in(made.image(), row.text) == row.words);
}

TEST_CASE("find_all gives what a plain search gives, on made words over few characters") {
  std::mt19937 random(7);
  const std::u32string letters = U"一二三四五六";
  for (int round = 0; round < 20; ++round) {
    LexiconData data;
    std::map<std::u32string, int> words;
    for (int i = 0; i < 200; ++i) {
      std::u32string word;
      for (auto n = 1 + random() % 6; n > 0; --n) word += letters[random() % letters.size()];
      words[word];
      data.entries.push_back({unicode::to_utf8(word), {{"x"}}});
    }
    const Built built(data);
    REQUIRE(built.lexicon.size() == words.size());
    std::u32string text;
    for (int i = 0; i < 700; ++i) text += random() % 20 == 0 ? U'。' : letters[random() % letters.size()];
    std::vector<LexiconHit> hits;
    built.image().find_all(text, hits);
    std::size_t next = 0;
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
      for (std::uint32_t size = 6; size > 0; --size) {
        if (begin + size > text.size() || words.find(text.substr(begin, size)) == words.end()) continue;
        REQUIRE(next < hits.size());
        REQUIRE(hits[next].begin == begin);
        REQUIRE(hits[next].end == begin + size);
        REQUIRE(built.image().entry(hits[next].entry).zh == unicode::to_utf8(text.substr(begin, size)));
        ++next;
      }
    }
    REQUIRE(next == hits.size());
  }
}

TEST_CASE("what was put in comes out") {
  const LexiconData data = made_lexicon();
  const Built made(data);
  CHECK(made.lexicon.size() == data.entries.size());
  CHECK(made.lexicon.sources() == data.sources);
  for (const LexiconEntry& entry : data.entries) {
    CAPTURE(entry.zh);
    const LexiconEntry found = made.lexicon.find(entry.zh);
    CHECK(found.zh == entry.zh);
    CHECK(found.frequency_class == entry.frequency_class);
    REQUIRE(found.equivalents.size() == entry.equivalents.size());
    for (std::size_t i = 0; i < entry.equivalents.size(); ++i) {
      CHECK(found.equivalents[i].en == entry.equivalents[i].en);
      CHECK(found.equivalents[i].probability == Approx(entry.equivalents[i].probability));
    }
  }
  CHECK(made.lexicon.find("中國").zh == "中国");  // in traditional characters
  for (const char* word : {"", "中国人", "美国", "x", "\xFF"})
    CHECK(made.lexicon.find(word).equivalents.empty());
}

TEST_CASE("the same data give the same bytes, through an image too, and other data others") {
  LexiconData data = made_lexicon();
  const std::string bytes = build_lexicon(data);
  CHECK(build_lexicon(data) == bytes);
  CHECK(build_lexicon(Lexicon::from_image(bytes).data()) == bytes);
  const std::string hash = Lexicon::from_image(bytes).hash();
  CHECK(hash.size() == 16);
  CHECK(hash.find_first_not_of("0123456789abcdef") == hash.npos);
  std::reverse(data.entries.begin(), data.entries.end());
  CHECK(build_lexicon(data) == bytes);
  data.sources[0].licence = "MIT";
  CHECK(Built(data).lexicon.hash() != hash);
}

TEST_CASE("an empty lexicon is one") {
  const Built none(LexiconData{});
  CHECK(none.lexicon.size() == 0);
  CHECK(words_in(none.image(), "中国").empty());
  CHECK(none.lexicon.find("中国").equivalents.empty());
  CHECK(none.image().find_stem("china") == Lexicon::Image::no_stem);
  CHECK(none.image().find_stem("") == Lexicon::Image::no_stem);
  CHECK(none.lexicon.data().entries.empty());
}

TEST_CASE("every stem of every equivalent has its link, strongest first") {
  const LexiconData data = made_lexicon();
  const Built made(data);
  const auto& image = made.image();
  std::set<std::string> stems;
  for (const LexiconEntry& entry : data.entries) {
    CAPTURE(entry.zh);
    const auto strengths = lexicon::link_strengths(entry);
    const auto links = image.links(image.find(unicode::to_code_points(entry.zh)));
    REQUIRE(links.size() == strengths.size());
    CHECK(std::is_sorted(links.begin(), links.end(),
                         [](const auto& a, const auto& b) { return a.strength() > b.strength(); }));
    for (const auto& [stem, strength] : strengths) {
      stems.insert(stem);
      const std::uint32_t id = image.find_stem(stem);
      REQUIRE(id < image.stems());
      CHECK(image.stem(id) == stem);
      const auto link = std::find_if(links.begin(), links.end(), [&](const auto& l) { return l.stem == id; });
      REQUIRE(link != links.end());
      CHECK(std::abs(link->strength() - strength) <= .5 / 256 + 1e-6);
    }
  }
  CHECK(image.stems() == stems.size());
  for (const char* absent : {"", "chin", "chinax", "zebra"}) CHECK(image.find_stem(absent) == image.no_stem);
}

TEST_CASE("ids that do not exist give nothing") {
  const Built made(made_lexicon());
  for (const std::uint32_t id : {made.image().entries(), 0xFFFFFFFEU, 0xFFFFFFFFU}) {
    CHECK(made.image().links(id).empty());
    CHECK(made.image().frequency_class(id) == 0);
    CHECK(made.image().entry(id).zh.empty());
  }
  CHECK(made.image().stem(made.image().stems()).empty());
}

TEST_CASE("entries of one word are joined") {
  LexiconData data{{{"a", "", ""}}, {{"国家", {{"country"}, {"state", .2}}, 0}}};  // country
  const LexiconData more{{{"a", "", ""}, {"b", "", ""}},
                         {{"國家", {{"nation"}, {"state", .6}, {"country"}}, 3}, {"国", {{"state"}}, 2}}};
  merge_lexicon(data, more);
  CHECK(data.sources == more.sources);
  REQUIRE(data.entries.size() == 2);
  CHECK(data.entries[0].zh == "国家");
  CHECK(data.entries[0].frequency_class == 3);
  REQUIRE(data.entries[0].equivalents.size() == 3);
  CHECK(data.entries[0].equivalents[0].en == "country");
  CHECK(data.entries[0].equivalents[1].en == "state");
  CHECK(data.entries[0].equivalents[1].probability == .6);
  CHECK(data.entries[0].equivalents[2].en == "nation");
  const std::string once = build_lexicon(data);
  merge_lexicon(data, more);
  CHECK(build_lexicon(data) == once);
}

TEST_CASE("what no lexicon can hold is refused") {
  std::string sentence;
  for (int i = 0; i < 65; ++i) sentence += "国";
  CHECK_THROWS_WITH(build_lexicon({{}, {{sentence, {{"x"}}}}}), Catch::Contains("65 characters"));
  CHECK_THROWS_AS(build_lexicon({{}, {{"\xFF", {{"x"}}}}}), Error);
  CHECK_THROWS_AS(build_lexicon({{}, {{"国", {{"\xFF"}}}}}), Error);
}
