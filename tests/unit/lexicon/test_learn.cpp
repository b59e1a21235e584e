#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include <duiqi/error.hpp>
#include <duiqi/learn_lexicon.hpp>

#include "lexicon/grams.hpp"

using namespace duiqi;

namespace {

struct Word {
  const char* zh;
  const char* en;
};

// As news has them: a common word, names, a compound that holds another word.
const std::vector<Word> words{
    {"经济", "economy"},          {"合作", "cooperation"},
    {"飞机", "aircraft"},         {"苹果", "apple"},
    {"老师", "teacher"},          {"医院", "hospital"},
    {"学校", "school"},           {"河流", "river"},
    {"乌克兰", "Ukraine"},        {"加利福尼亚", "California"},
    {"联合国", "United Nations"}, {"外交部", "Ministry of Foreign Affairs"},
    {"经济学家", "economist"},    {"雨", "rain"},
    {"桥梁", "bridge"},           {"石油", "oil"},
};

/// Beads of three different words each, English in reverse order.
class ToyCorpus {
 public:
  explicit ToyCorpus(std::size_t beads) {
    std::uint32_t state = 1;
    const auto random = [&](std::size_t size) {
      state = state * 1664525 + 1013904223;  // Numerical Recipes
      return (state >> 16) % size;
    };
    for (std::size_t k = 0; k < beads; ++k) {
      const std::size_t a = random(words.size());
      const std::size_t b = (a + 1 + random(5)) % words.size();
      const std::size_t c = (a + 6 + random(5)) % words.size();
      zh_.push_back(std::string(words[a].zh) + "的" + words[b].zh + "，在" + words[c].zh + "。");
      en_.push_back(std::string("In the ") + words[c].en + ", the " + words[b].en + " of the " + words[a].en +
                    ".");
    }
  }

  void add(const std::string& zh, const std::string& en) {
    zh_.push_back(zh);
    en_.push_back(en);
  }

  void replace_en(const std::string& from, const std::string& to) {
    for (std::string& text : en_) {
      for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
      }
    }
  }

  std::vector<BeadText> beads(double weight = 1) const {
    std::vector<BeadText> out;
    for (std::size_t k = 0; k < zh_.size(); ++k) out.push_back({zh_[k], en_[k], weight});
    return out;
  }

 private:
  std::vector<std::string> zh_;
  std::vector<std::string> en_;
};

std::map<std::string, std::vector<Equivalent>> by_word(const LexiconData& data) {
  std::map<std::string, std::vector<Equivalent>> out;
  for (const LexiconEntry& entry : data.entries) out[entry.zh] = entry.equivalents;
  return out;
}

std::vector<std::string> gram_texts(const std::vector<std::u32string>& texts, const LearnOptions& options) {
  std::vector<std::string> out;
  for (const lexicon::Gram& gram : lexicon::find_grams(texts, options)) {
    std::string text;
    for (const char32_t c : gram.text) text += std::to_string(static_cast<std::uint32_t>(c)) + ' ';
    out.push_back(text + std::to_string(gram.count));
  }
  return out;
}

}  // namespace

TEST_CASE("each word of a toy corpus is learned") {
  const ToyCorpus corpus(400);
  const auto learned = by_word(learn_lexicon(corpus.beads()));
  for (const auto& [zh, en] : words) {
    INFO(zh << ' ' << en);
    REQUIRE(learned.contains(zh));
    CHECK(learned.at(zh).front().en == en);
    CHECK(learned.at(zh).front().probability > .25);
    CHECK(learned.at(zh).front().probability <= 1);
    for (const Equivalent& other : learned.at(zh)) {
      CHECK((other.en == en || other.probability < learned.at(zh).front().probability / 2));
    }
  }
  SECTION("fragments of words are none") {
    for (const char* fragment : {"加利", "福尼亚", "克兰", "合国", "外交"})
      CHECK_FALSE(learned.contains(fragment));
  }
  SECTION("words that say nothing are not taught") {
    for (const auto& [zh, equivalents] : learned) {
      for (const Equivalent& equivalent : equivalents) {
        INFO(zh << ' ' << equivalent.en);
        CHECK(std::none_of(equivalents.begin(), equivalents.end(), [](const Equivalent& e) {
          return e.en == "the" || e.en == "of" || e.en == "in";
        }));
      }
    }
  }
}

TEST_CASE("the learned lexicon is the same for any number of threads") {
  const ToyCorpus corpus(3000);
  LearnOptions options;
  options.threads = 1;
  const LexiconData one = learn_lexicon(corpus.beads(.7), {}, options);
  REQUIRE(one.entries.size() >= words.size());
  for (const std::uint32_t threads : {2U, 3U, 16U}) {
    options.threads = threads;
    const LexiconData more = learn_lexicon(corpus.beads(.7), {}, options);
    CHECK(write_lexicon_tsv(more) == write_lexicon_tsv(one));
    CHECK(build_lexicon(more) == build_lexicon(one));
  }
}

TEST_CASE("what is learned can be written as text and read again") {
  const LexiconData data = learn_lexicon(ToyCorpus(400).beads());
  const LexiconData again = read_lexicon_tsv(Text::from_utf8(write_lexicon_tsv(data)));
  CHECK(build_lexicon(again) == build_lexicon(data));
}

TEST_CASE("what speaks for a pair: beads enough, by their weight") {
  ToyCorpus corpus(400);
  const auto learns = [&](double weight, const char* zh) {
    return by_word(learn_lexicon(corpus.beads(weight))).contains(zh);
  };
  corpus.add("彗星的雨。", "The rain of the comet.");
  CHECK_FALSE(learns(1, "彗星"));  // once is no evidence
  corpus.add("彗星在桥梁。", "The comet is at the bridge.");
  corpus.add("石油的彗星。", "The comet of oil.");
  CHECK(learns(1, "彗星"));
  CHECK_FALSE(learns(.4, "彗星"));  // 3 · 0.4 beads
  CHECK_FALSE(learns(0, "经济"));
}

TEST_CASE("bounds are kept") {
  const ToyCorpus corpus(400);
  LearnOptions options;
  SECTION("equivalents") {
    options.most_equivalents = 1;
    options.least_probability = 0;
    for (const LexiconEntry& entry : learn_lexicon(corpus.beads(), {}, options).entries) {
      CHECK(entry.equivalents.size() == 1);
    }
  }
  SECTION("words") {
    options.most_words = 10;
    CHECK(learn_lexicon(corpus.beads(), {}, options).entries.size() <= 10);
  }
  SECTION("beads: evenly spaced ones") {
    options.most_beads = 1;
    CHECK(learn_lexicon(corpus.beads(), {}, options).entries.empty());
  }
  SECTION("long beads are left out") {
    options.longest_bead = 3;
    CHECK(learn_lexicon(corpus.beads(), {}, options).entries.empty());
  }
}

TEST_CASE("words of a lexicon are learned though they don't stick together") {
  const ToyCorpus corpus(400);
  LearnOptions options;
  options.cohesion = 1e9;
  CHECK_FALSE(by_word(learn_lexicon(corpus.beads(), {}, options)).contains("石油"));
  const std::string image = build_lexicon({{}, {{"石油", {{"petroleum", 0}}, 0}}});
  const auto learned = by_word(learn_lexicon(corpus.beads(), {Lexicon::from_image(image)}, options));
  REQUIRE(learned.contains("石油"));
  CHECK(learned.at("石油").front().en == "oil");
}

TEST_CASE("traditional text teaches simplified words") {
  // Each word stands between others of many kinds, or it would not be told from its neighbours.
  const std::string zh[] = {"經濟", "飛機", "老師", "學生", "醫院"};
  const std::string en[] = {"economy", "aircraft", "teacher", "student", "hospital"};
  std::deque<std::string> texts;  // which the beads look at
  std::vector<BeadText> beads;
  for (int round = 0; round < 20; ++round) {
    for (std::size_t i = 0; i < 5; ++i) {
      for (std::size_t j = 0; j < 5; ++j) {
        if (i == j) continue;
        const std::string& zh_text = texts.emplace_back(zh[i] + "和" + zh[j]);
        beads.push_back({zh_text, texts.emplace_back("The " + en[i] + " and the " + en[j])});
      }
    }
  }
  LearnOptions options;
  options.cohesion = 2;  // with so few words chance is great
  const auto learned = by_word(learn_lexicon(beads, {}, options));
  REQUIRE(learned.contains("经济"));
  CHECK(learned.at("经济").front().en == "economy");
  CHECK_FALSE(learned.contains("經濟"));
  REQUIRE(learned.contains("老师"));
  CHECK(learned.at("老师").front().en == "teacher");
}

TEST_CASE("a stem is shown by its most frequent form") {
  ToyCorpus corpus(400);
  corpus.replace_en("teacher", "teachers");
  for (int k = 0; k < 10; ++k) corpus.add("雨在老师。", "Rain is with the teacher.");
  const auto learned = by_word(learn_lexicon(corpus.beads()));
  REQUIRE(learned.contains("老师"));
  CHECK(learned.at("老师").front().en == "teachers");
}

TEST_CASE("nothing teaches nothing, and bytes that are no text are refused") {
  CHECK(learn_lexicon({}).entries.empty());
  const std::vector<BeadText> empty{{"", "A sentence."}, {"一句。", ""}, {"1234", "1234"}};
  CHECK(learn_lexicon(empty).entries.empty());
  const std::vector<BeadText> bad{{"\xE4\xBD", "A sentence."}};
  CHECK_THROWS_AS(learn_lexicon(bad), Error);
}

TEST_CASE("sequences that stick together, and their counts") {
  // A and B always follow each other, C stands anywhere: "AB" is a word, "BC" is chance.
  std::vector<std::u32string> texts;
  for (int k = 0; k < 10; ++k) {
    texts.push_back(U"葡萄红");
    texts.push_back(U"红葡萄");
    texts.push_back(U"红红大小");
    texts.push_back(U"高红低红");
  }
  LearnOptions options;
  options.cohesion = 3;
  const auto grams = gram_texts(texts, options);
  const auto has = [&](std::u32string_view text, int count) {
    std::string wanted;
    for (const char32_t c : text) wanted += std::to_string(static_cast<std::uint32_t>(c)) + ' ';
    wanted += std::to_string(count);
    return std::find(grams.begin(), grams.end(), wanted) != grams.end();
  };
  CHECK(has(U"葡萄", 20));
  CHECK(has(U"红", 60));
  CHECK_FALSE(has(U"葡", 20));    // a fragment
  CHECK_FALSE(has(U"红葡", 10));  // a chance meeting of a frequent character
  SECTION("none is longer than asked for") {
    options.longest_gram = 1;
    CHECK(gram_texts(texts, options).size() == 7);
  }
  SECTION("rare ones are not counted") {
    options.least_gram = 21;
    CHECK(gram_texts(texts, options).size() == 7);
  }
}
