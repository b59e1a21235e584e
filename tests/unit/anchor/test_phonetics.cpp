#include <bit>
#include <catch2/catch.hpp>
#include <random>

#include "anchor/phonetics.hpp"
#include "data/pinyin.hpp"
#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

using namespace duiqi;

namespace {

std::string pinyin_of(std::string_view characters) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(characters)) {
    out += data::spelling(data::pinyin(data::simplified(c)));
    out += ' ';
  }
  return out;
}

double similarity(std::string_view zh, std::string_view en) {
  return anchor::sound_similarity(anchor::chinese_sounds(pinyin_of(zh)),
                                  anchor::english_sounds(unicode::fold_latin(en)));
}

struct Pair {
  std::string_view zh;
  std::string_view en;
};

}  // namespace

TEST_CASE("transliterations sound like their originals") {
  static constexpr Pair pairs[] = {
      {"特朗普", "Trump"},         {"泽连斯基", "Zelenskyy"},   {"默克尔", "Merkel"},
      {"马克龙", "Macron"},        {"奥巴马", "Obama"},         {"克林顿", "Clinton"},
      {"布林肯", "Blinken"},       {"拜登", "Biden"},           {"肯尼迪", "Kennedy"},
      {"里根", "Reagan"},          {"尼克松", "Nixon"},         {"约翰逊", "Johnson"},
      {"卡瓦诺", "Kavanaugh"},     {"桑德斯", "Sanders"},       {"华盛顿", "Washington"},
      {"曼彻斯特", "Manchester"},  {"伦敦", "London"},          {"柏林", "Berlin"},
      {"莫斯科", "Moscow"},        {"马德里", "Madrid"},        {"罗纳尔多", "Ronaldo"},
      {"梅西", "Messi"},           {"内马尔", "Neymar"},        {"格里兹曼", "Griezmann"},
      {"莫德里奇", "Modric"},      {"哈里森", "Harrison"},      {"安德森", "Anderson"},
      {"史密斯", "Smith"},         {"威廉姆斯", "Williams"},    {"泰勒", "Taylor"},
      {"汤普森", "Thompson"},      {"斯科特", "Scott"},         {"菲利普", "Philip"},
      {"夏洛特", "Charlotte"},     {"凯瑟琳", "Catherine"},     {"乔治", "George"},
      {"戴维", "David"},           {"墨菲", "Murphy"},          {"甘迺迪", "Kennedy"},
      {"歐巴馬", "Obama"},         {"柯林頓", "Clinton"},       {"薩爾曼", "Salman"},
      {"卡舒吉", "Khashoggi"},     {"博尔顿", "Bolton"},        {"蓬佩奥", "Pompeo"},
      {"加泰罗尼亚", "Catalonia"}, {"斯德哥尔摩", "Stockholm"},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.zh << " " << pair.en << " " << similarity(pair.zh, pair.en));
    CHECK(similarity(pair.zh, pair.en) >= 0.35);
  }
}

TEST_CASE("other names don't") {
  static constexpr Pair pairs[] = {
      {"特朗普", "Obama"},  {"泽连斯基", "Putin"},  {"默克尔", "Macron"},      {"克林顿", "Kennedy"},
      {"伦敦", "Paris"},    {"柏林", "Boston"},     {"曼彻斯特", "Melbourne"}, {"卡瓦诺", "Rosenstein"},
      {"桑德斯", "Harris"}, {"哈里森", "Thompson"}, {"利物浦", "Bradford"},    {"罗纳尔多", "Griezmann"},
      {"马德里", "Munich"}, {"斯科特", "Philip"},   {"夏洛特", "Elizabeth"},   {"莫斯科", "Kiev"},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.zh << " " << pair.en << " " << similarity(pair.zh, pair.en));
    CHECK(similarity(pair.zh, pair.en) < 0.35);
  }
}

TEST_CASE("a looser rendering is a fuzzy match") {
  const double fuzzy = similarity("丹增", "Danzhen");
  CHECK(fuzzy > 0.35);
  CHECK(similarity("索南丹增", "Sogon Danzhen") > similarity("索南丹增", "Zhao Zhenye"));
}

TEST_CASE("a limit changes nothing below it, and what starts alike shares a group") {
  std::mt19937 random(3);
  static constexpr std::string_view words[] = {"trump",  "merkel",  "obama", "london", "kavanaugh", "smith",
                                               "xerxes", "yeltsin", "weiss", "a",      "tsvangirai"};
  static constexpr std::string_view runs[] = {"te lang pu", "mo ke er",  "ao ba ma", "lun dun", "ka wa nuo",
                                              "shi mi si",  "ye li qin", "a",        "wei si"};
  for (const auto word : words) {
    for (const auto run : runs) {
      const auto zh = anchor::chinese_sounds(run);
      const auto en = anchor::english_sounds(word);
      const int full = anchor::sound_distance(zh, en);
      const int limit = static_cast<int>(random() % 300);
      const int limited = anchor::sound_distance(zh, en, limit);
      if (full <= limit) CHECK(limited == full);
      if (full > limit) CHECK(limited > limit);
      const int unrendered = std::popcount(anchor::chinese_consonants(zh) & ~anchor::english_renderings(en));
      CHECK(unrendered * anchor::unrendered_cost <= full);
      CHECK(anchor::sound_similarity(zh, en) >= 0);
      CHECK(anchor::sound_similarity(zh, en) <= 1);
      CHECK(anchor::chinese_first_group(zh) < 16);
    }
  }
  CHECK(anchor::english_sounds("").size == 0);
  CHECK(anchor::chinese_sounds("").size == 0);
  CHECK(anchor::english_sounds(std::string(200, 'k') + std::string(200, 'a')).size <=
        anchor::Sounds::capacity);
}

TEST_CASE("sounds of syllables, appended, are those of the word") {
  for (const std::string_view word :
       {"te lang pu", "an er", "xi er dun", "zhuang zhuang guang xiang", "yin ai"}) {
    duiqi::anchor::Sounds joined;
    for (std::string_view rest = word; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      duiqi::anchor::add_chinese_sounds(duiqi::anchor::chinese_sounds(rest.substr(0, end)), joined);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const duiqi::anchor::Sounds whole = duiqi::anchor::chinese_sounds(word);
    CHECK(joined.size == whole.size);
    CHECK(joined.consonants == whole.consonants);
    CHECK(joined.list == whole.list);
    CHECK(joined.alone == whole.alone);
  }
}
