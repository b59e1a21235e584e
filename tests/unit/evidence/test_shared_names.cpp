#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "evidence/shared_names.hpp"
#include "unit/anchor/documents.hpp"

using namespace duiqi;
using evidence::NameMatch;
using evidence::SharedName;
using test::lines;

namespace {

std::vector<SharedName> shared(std::string_view zh, std::string_view en) {
  return evidence::find_shared_names(lines(zh, Language::chinese), lines(en, Language::english));
}

const SharedName* find(const std::vector<SharedName>& names, std::string_view zh, std::string_view en) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const SharedName& n) { return n.zh == zh && n.en == en; });
  return found == names.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("words are found in the Chinese text by letters and by sound") {
  struct Row {
    std::string_view zh;
    std::string_view en;
    std::string_view zh_name;
    std::string_view en_name;
    NameMatch how;
  };
  static constexpr Row rows[] = {
      {"他去了北京。", "He went to Beijing.", "北京", "beijing", NameMatch::pinyin},
      {"青海省玉树州", "Yushu in Qinghai", "玉树", "yushu", NameMatch::pinyin},
      {"青海省玉树州", "Yushu in Qinghai", "青海", "qinghai", NameMatch::pinyin},
      {"西安很大", "The city of Xi'an is big.", "西安", "xian", NameMatch::pinyin},
      {"宝玉笑了", "and Bao-yu laughed", "宝玉", "baoyu", NameMatch::pinyin},
      {"赵振业出席", "attended by Zhao Zhenye", "赵振业", "zhaozhenye", NameMatch::pinyin},
      {"赵振业出席", "attended by Zhao Zhenye", "振业", "zhenye", NameMatch::pinyin},
      {"赵振业出席", "attended by Zhao Zhenye", "赵", "zhao", NameMatch::pinyin},
      {"赵振业出席", "attended by Zhenye Zhao", "赵振业", "zhenyezhao",
       NameMatch::pinyin},                                                   // the other order
      {"司馬遼", "the scholar Ssu-ma", "司馬", "ssuma", NameMatch::pinyin},  // Wade–Giles
      {"蕭美玲說", "according to Hsiao Mei-ling", "美玲", "meiling", NameMatch::pinyin},
      {"重庆的天气", "the weather in Chongqing", "重庆", "chongqing", NameMatch::pinyin},  // a polyphone
      {"黑龙潭边", "near Heilongtan", "黑龙潭", "heilongtan", NameMatch::pinyin},
      {"泽连斯基说", "said Zelenskyy", "泽连斯基", "zelenskyy", NameMatch::sound},
      {"默克尔说", "said Merkel", "默克尔", "merkel", NameMatch::sound},
      {"卡瓦诺说", "said Kavanaugh", "卡瓦诺", "kavanaugh", NameMatch::sound},
      {"罗森斯坦说", "said Rosenstein", "罗森斯坦", "rosenstein", NameMatch::sound},
      {"薩爾曼說", "said Salman", "薩爾曼", "salman", NameMatch::sound},
      {"叙利亚", "in Syria", "叙利亚", "syria", NameMatch::sound},
      {"州长索南丹增说", "said Sogon Danzhen", "丹增", "danzhen", NameMatch::sound},
  };
  for (const Row& row : rows) {
    const auto names = shared(row.zh, row.en);
    std::string all;
    for (const auto& n : names) all += n.zh + "=" + n.en + " " + std::to_string(n.strength) + "; ";
    INFO(row.zh << " | " << row.en << " | " << all);
    const SharedName* found = find(names, row.zh_name, row.en_name);
    REQUIRE(found != nullptr);
    CHECK(found->how == row.how);
    CHECK(found->strength > 0.3);
    CHECK(found->strength <= 1);
  }
}

TEST_CASE("what is no shared name is not found") {
  struct Row {
    std::string_view zh;
    std::string_view en;
  };
  static constexpr Row rows[] = {
      {"他和她走了。", "He said so."},                  // 和, and He
      {"长期以来，他很忙。", "Long ago he was busy."},  // an ordinary word with a capital
      {"今天下雨。", "The President said so on Monday."},
      {"比赛结束了。", "in Bethe"},  // 比赛 is a word
      {"明天再来。", "the Midterms"},
      {"背景很复杂。", "in Beijing"},   // spelled alike, but Beijing is 北京
      {"俄罗斯人来了。", "Ross came"},  // no name inside a name
      {"王很忙。", "to Wang"},          // a lone surname whose bearer is nowhere
      {"", ""},
      {"没有名字。", "no names here"},
      {"ABC", "ABC"},
  };
  for (const Row& row : rows) {
    const auto names = shared(row.zh, row.en);
    std::string all;
    for (const auto& n : names) all += n.zh + "=" + n.en + "; ";
    INFO(row.zh << " | " << row.en << " | " << all);
    CHECK(names.empty());
  }
}

TEST_CASE("occurrences lie in their sentences, in text order, and the result is the same each time") {
  constexpr std::string_view zh = "默克尔到了北京。\n她说默克尔累了。\n北京下雨。";
  constexpr std::string_view en =
      "Merkel came to Beijing.\nShe said Merkel was tired.\nIt rained in Beijing.";
  const auto names = shared(zh, en);
  const SharedName* merkel = find(names, "默克尔", "merkel");
  REQUIRE(merkel != nullptr);
  REQUIRE(merkel->zh_occurrences.size() == 2);
  REQUIRE(merkel->en_occurrences.size() == 2);
  CHECK(merkel->zh_occurrences[0].sentence == 0);
  CHECK(merkel->zh_occurrences[1].sentence == 1);
  CHECK(slice(zh, merkel->zh_occurrences[1].span) == "默克尔");
  CHECK(slice(en, merkel->en_occurrences[1].span) == "Merkel");
  const auto again = shared(zh, en);
  REQUIRE(again.size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    CHECK(again[i].zh == names[i].zh);
    CHECK(again[i].en == names[i].en);
    CHECK(again[i].strength == names[i].strength);
  }
}
