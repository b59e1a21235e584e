#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "data/common_words.hpp"
#include "data/letter_trie.hpp"
#include "data/pinyin.hpp"
#include "data/romanisation.hpp"
#include "data/surnames.hpp"
#include "data/transliteration.hpp"
#include "unicode/latin.hpp"

using namespace duiqi;

TEST_CASE("characters have their readings") {
  struct Row {
    char32_t character;
    std::string_view reading;
    std::string_view another;  ///< one that must be among all of them
  };
  static constexpr Row rows[] = {
      {U'中', "zhong", "zhong"}, {U'国', "guo", "guo"},   {U'國', "guo", "guo"},     {U'女', "nv", "nyu"},
      {U'吕', "lv", "lu"},       {U'绿', "lv", "lu"},     {U'重', "zhong", "chong"}, {U'单', "dan", "shan"},
      {U'曾', "ceng", "zeng"},   {U'解', "jie", "xie"},   {U'长', "zhang", "chang"}, {U'厦', "sha", "xia"},
      {U'都', "dou", "du"},      {U'行', "xing", "hang"}, {U'尉', "wei", "yu"},      {U'略', "lve", "lve"},
  };
  for (const Row& row : rows) {
    const auto all = data::readings(row.character);
    const auto spelled = [&](std::string_view letters) {
      return std::any_of(all.begin(), all.end(),
                         [&](data::Syllable s) { return data::spelling(s) == letters; });
    };
    INFO(row.reading);
    CHECK(spelled(row.reading));
    CHECK(spelled(row.another));
  }
  CHECK(data::spelling(data::surname_pinyin(U'单')) == "shan");
  CHECK(data::spelling(data::surname_pinyin(U'曾')) == "zeng");
  CHECK(data::spelling(data::surname_pinyin(U'任')) == "ren");
  CHECK(data::spelling(data::surname_pinyin(U'查')) == "zha");
  CHECK(data::pinyin(U'a') == 0);
  CHECK(data::pinyin(U'。') == 0);
  CHECK(data::pinyin(U'\U00020000') == 0);
  CHECK(data::readings(U'!').empty());
  CHECK(data::find_syllable("zhuang") != 0);
  CHECK(data::find_syllable("xyz") == 0);
}

TEST_CASE("every common character has a reading, and every reading is its own spelling's syllable") {
  for (char32_t c = 0x4E00; c < 0x9FA6; ++c) {
    const auto all = data::readings(c);
    if (all.empty()) continue;
    CHECK(data::find_syllable(data::spelling(all[0])) == all[0]);
  }
  std::size_t without = 0;
  for (char32_t c = 0x4E00; c < 0x9FA6; ++c) without += data::pinyin(c) == 0 ? 1 : 0;
  CHECK(without < 100);
}

TEST_CASE("traditional characters are simplified one by one") {
  struct Row {
    char32_t traditional;
    char32_t simplified;
  };
  static constexpr Row rows[] = {{U'國', U'国'}, {U'臺', U'台'}, {U'灣', U'湾'}, {U'龍', U'龙'},
                                 {U'馬', U'马'}, {U'門', U'门'}, {U'中', U'中'}, {U'電', U'电'},
                                 {U'說', U'说'}, {U'a', U'a'}};
  for (const Row& row : rows) CHECK(data::simplified(row.traditional) == row.simplified);
}

TEST_CASE("Wade–Giles follows from pinyin by rule") {
  struct Row {
    std::string_view pinyin;
    std::string_view wade_giles;
  };
  static constexpr Row rows[] = {
      {"cai", "tsai"},  {"xiao", "hsiao"},   {"jiang", "chiang"},  {"zhou", "chou"}, {"guo", "kuo"},
      {"deng", "teng"}, {"song", "sung"},    {"qian", "chien"},    {"zi", "tzu"},    {"si", "szu"},
      {"xie", "hsieh"}, {"ren", "jen"},      {"duo", "to"},        {"huo", "huo"},   {"yan", "yen"},
      {"xu", "hsu"},    {"xiong", "hsiung"}, {"bai", "pai"},       {"shi", "shih"},  {"he", "ho"},
      {"lv", "lu"},     {"xue", "hsueh"},    {"zhuang", "chuang"}, {"gui", "kuei"},  {"ming", "ming"}};
  for (const Row& row : rows) CHECK(data::wade_giles(row.pinyin) == row.wade_giles);
}

TEST_CASE("words are read as Wade–Giles") {
  struct Row {
    std::string_view word;
    std::string_view pinyin;  ///< among the readings; empty where there must be none
  };
  static constexpr Row rows[] = {{"tsai", "cai"},
                                 {"ing-wen", "yingwen"},
                                 {"ying-jeou", "yingjiu"},
                                 {"hsiao-ping", "xiaoping"},
                                 {"tse-tung", "zedong"},
                                 {"kuo-yu", "guoyu"},
                                 {"ching-te", "qingde"},
                                 {"en-lai", "enlai"},
                                 {"chiang", "jiang"},
                                 {"hsin-chu", "xinzhu"},
                                 {"washington", ""},
                                 {"merkel", ""},
                                 {"", ""},
                                 {"-", ""}};
  for (const Row& row : rows) {
    std::vector<std::string> readings;
    data::read_wade_giles(row.word, readings);
    std::erase(readings, "");
    INFO(row.word);
    if (row.pinyin.empty()) {
      CHECK(readings.empty());
    } else {
      CHECK(std::find(readings.begin(), readings.end(), row.pinyin) != readings.end());
    }
    CHECK(readings.size() <= 16);
  }
}

TEST_CASE("words that can be read as pinyin") {
  for (const char* yes : {"beijing", "zhenye", "xian", "a", "zhuangzi", "lv", "lyu"})
    CHECK(data::is_pinyin(yes, 4));
  for (const char* no : {"", "trump", "merkel", "b", "zhaozhaozhaozhaozhao", "london"})
    CHECK(!data::is_pinyin(no, 4));
}

TEST_CASE("a trie finds all words that a text begins with") {
  data::LetterTrie trie;
  for (std::size_t k = 1; k < data::syllable_count(); ++k)
    trie.add(data::spelling(static_cast<data::Syllable>(k)), static_cast<std::uint16_t>(k));
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::string text(data::spelling(static_cast<data::Syllable>(random() % data::syllable_count())));
    for (auto more = random() % 6; more > 0; --more) text += "aeioungzhxq-'"[random() % 13];
    const data::LetterTrie::Found found = trie.find(text);
    CHECK(found[0] == 0);
    for (std::size_t size = 1; size < found.size(); ++size) {
      const data::Syllable known =
          size <= text.size() ? data::find_syllable(text.substr(0, size)) : data::Syllable{0};
      CHECK(found[size] == (known == 0 ? 0 : known + 1));
    }
  }
}

TEST_CASE("surnames, transliteration characters, common words, Latin letters") {
  CHECK(data::surname_rank(U'王') == data::SurnameRank::common);
  CHECK(data::surname_rank(U'高') == data::SurnameRank::rare);
  CHECK(data::surname_rank(U'的') == data::SurnameRank::none);
  CHECK(data::is_compound_surname(U'欧', U'阳'));
  CHECK(data::is_compound_surname(U'独', U'孤'));
  CHECK(!data::is_compound_surname(U'欧', U'洲'));
  CHECK(data::overseas_spellings(U'李').find("lee") != std::string_view::npos);
  CHECK(data::overseas_spellings(U'的').empty());
  CHECK(data::is_typical_transliteration(U'斯'));
  CHECK(data::is_transliteration(U'安'));
  CHECK(!data::is_typical_transliteration(U'安'));
  CHECK(!data::is_transliteration(U'的'));
  CHECK(data::is_common_english("however"));
  CHECK(!data::is_common_english("merkel"));
  CHECK(unicode::fold_latin("Brontë-Straße ＡＢ9中") == "brontestrasseab9");
  CHECK(unicode::fold_latin("Øresund Łódź Şahin İzmir") == "oresundlodzsahinizmir");
  CHECK(unicode::is_upper_latin(U'É'));
  CHECK(!unicode::is_upper_latin(U'é'));
  CHECK(!unicode::is_upper_latin(U'中'));
}
