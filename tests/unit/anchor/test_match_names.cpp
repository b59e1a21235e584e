#include <catch2/catch.hpp>
#include <random>

#include <duiqi/find_anchors.hpp>

#include "anchor/buckets.hpp"
#include "documents.hpp"

using namespace duiqi;
using test::described;
using test::joined;
using test::lines;

namespace {

double best_match(const Document& zh, const Document& en) {
  double best = 0;
  for (const Anchor& a : test::names_of(zh)) {
    for (const Anchor& b : test::names_of(en)) best = std::max(best, match(a, b));
  }
  return best;
}

}  // namespace

TEST_CASE("names that stand for one another match, others don't") {
  struct Row {
    std::string_view zh;
    std::string_view en;
    double least;
    double most;
  };
  static constexpr Row rows[] = {
      {"主任赵振业说", "Zhao Zhenye said", 1, 1},
      {"主任赵振业说", "ZHAO Zhenye said", 1, 1},
      {"主任赵振业说", "Mr. Zhenye Zhao said", 1, 1},
      {"主任赵振业说", "Zhao Zhen-ye said", 1, 1},
      {"主任赵振业说", "Zhao emphasized", .6, .8},  // a surname alone is less sure
      {"主任赵振业说", "Mr. Wang said", 0, 0},
      {"主任赵振业说", "Zhao Zhengang said", 0, 0},
      {"王主席说", "President Wang said", 1, 1},
      {"主席曾庆红说", "Zeng Qinghong said", 1, 1},
      {"主任单霁翔说", "Shan Jixiang said", 1, 1},
      {"主任吕秀莲说", "Lyu Xiulian said", 1, 1},
      {"主任吕秀莲说", "Lu Xiulian said", 1, 1},
      {"主任吕秀莲說", "Lu Hsiu-lien said", 1, 1},  // Wade–Giles
      {"議員張小萍說", "Chang Hsiao-ping said", 1, 1},
      {"市長柯文哲說", "Ko Wen-je said", 1, 1},
      {"主席蔡英文說", "Tsai Ing-wen said", 1, 1},
      {"主席梁国雄说", "Leung said", .6, 1},  // Hong Kong
      {"泽连斯基说", "Zelenskyy said", .6, 1},
      {"默克尔说", "Merkel said", .6, 1},
      {"马克龙说", "Macron said", .6, 1},
      {"博索纳罗说", "Bolsonaro said", .35, 1},
      {"卡瓦诺说", "Kavanaugh said", .6, 1},
      {"默克尔说", "Kavanaugh said", 0, 0},
      {"泽连斯基说", "Macron said", 0, 0},
      {"特朗普说", "Trump said", 1, 1},
      {"川普說", "Donald Trump said", 1, 1},
      {"特朗普说", "Obama said", 0, 0},
      {"总统拉马福萨（Ramaphosa）说", "Ramaphosa said", 1, 1},
      {"法国总统", "the French president", 1, 1},
      {"法国总统", "the president of France", 1, 1},
      {"法国总统", "the German chancellor", 0, 0},
      {"中美贸易", "trade between the US and Japan", 1, 1},
      {"韩国总统", "the Korean president", 1, 1},
      {"朝鲜半岛", "the Korean Peninsula", 1, 1},
      {"英语课", "an English class", 1, 1},
      {"陕西", "in Shanxi", 0, 0},
      {"世卫组织", "the World Health Organization", 1, 1},
      {"世卫组织", "the WHO", 1, 1},
      {"世卫组织", "the WTO", 0, 0},
      {"新华社电", "(Xinhua)", 1, 1},
      {"中新网电", "(Xinhua)", 0, 0},  // another agency: the reviser wants to know
      {"据路透社报道", "Reuters reported", 1, 1},
      {"C919首飞", "the C919's maiden flight", 1, 1},
      {"COVID-19", "the COVID-19 pandemic", 1, 1},
      {"新冠肺炎", "the COVID-19 pandemic", 1, 1},
      {"5G网络", "a 4G network", 0, 0},
      {"使用Facebook的人", "Facebook users", 1, 1},
      {"脸书用户", "Facebook users", 1, 1},
      {"见www.example.com", "see http://www.example.com/", 1, 1},
      {"《红楼梦》", "“Hong Lou Meng”", 1, 1},
      {"《红楼梦》", "“Black Panther”", 0, 0},
  };
  for (const Row& row : rows) {
    const Document zh = lines(row.zh, Language::chinese);
    const Document en = lines(row.en, Language::english);
    INFO(row.zh << " | " << row.en << "\n" << joined(described(zh)) << " | " << joined(described(en)));
    const double best = best_match(zh, en);
    CHECK(best >= row.least);
    CHECK(best <= row.most);
  }
}

TEST_CASE("anchors that match share a bucket, and lie on borders of code points inside their sentence") {
  // Pieces of names and noise in random order: what must hold, holds for any text.
  static constexpr std::string_view zh_pieces[] = {"赵振业",   "主任",   "特朗普",
                                                   "泽连斯基", "中美",   "世卫组织",
                                                   "（WHO）",  "《",     "》",
                                                   "C919",     "罗斯",   "·",
                                                   "、",       "，",     "说",
                                                   "王",       "某",     "法国",
                                                   "（",       "）",     "“",
                                                   "”",        "@",      "http://a.b",
                                                   "é",        "臺灣",   "𠀀",
                                                   "\n",       "阿",     "克",
                                                   "斯",       "a@b.cn", "拉马福萨（Ramaphosa）",
                                                   "吕秀莲"};
  static constexpr std::string_view en_pieces[] = {
      "Zhao", "Zhenye", "Trump",   "Zelenskyy", "U.S.",      "WHO", "the",     "C919", "“",
      "”",    "Ross",   "-",       "'s",        "Hsiu-lien", "Lu",  "French",  "é",    "É",
      "\n",   "a@b.cn", "www.x.y", ".",         "Ramaphosa", "Lyu", "Xiulian", "𝒜"};
  std::mt19937 random(7);
  const auto make = [&](const auto& pieces, std::string_view between) {
    std::string text;
    const auto length = 1 + random() % 30;
    for (std::size_t i = 0; i < length; ++i) {
      text += pieces[random() % std::size(pieces)];
      if (random() % 3 != 0) text += between;
    }
    return text;
  };
  const auto check_spans = [](const Document& document, const std::vector<Anchor>& anchors) {
    const std::string_view text = document.text.view();
    for (const Anchor& anchor : anchors) {
      REQUIRE(anchor.sentence < document.size());
      REQUIRE(document.sentences[anchor.sentence].span.contains(anchor.span));
      REQUIRE(!anchor.span.empty());
      for (const std::size_t border : {anchor.span.begin, anchor.span.end}) {
        if (border < text.size()) REQUIRE((static_cast<unsigned char>(text[border]) & 0xC0) != 0x80);
      }
    }
  };
  std::size_t matches = 0;
  for (int round = 0; round < 400; ++round) {
    const Document zh = lines(make(zh_pieces, ""), Language::chinese);
    const Document en = lines(make(en_pieces, " "), Language::english);
    const auto zh_anchors = test::names_of(zh);
    const auto en_anchors = test::names_of(en);
    check_spans(zh, zh_anchors);
    check_spans(en, en_anchors);
    for (const Anchor& a : zh_anchors) {
      for (const Anchor& b : en_anchors) {
        if (match(a, b) <= 0) continue;
        ++matches;
        std::vector<std::uint64_t> in_zh;
        std::vector<std::uint64_t> in_en;
        anchor::match_buckets(a, in_zh);
        anchor::match_buckets(b, in_en);
        INFO(a.key << " " << b.key);
        REQUIRE(std::find_first_of(in_zh.begin(), in_zh.end(), in_en.begin(), in_en.end()) != in_zh.end());
      }
    }
  }
  CHECK(matches > 100);
}

TEST_CASE("random bytes of valid UTF-8 do no harm") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      static constexpr std::string_view units[] = {"a",
                                                   "Z",
                                                   "9",
                                                   ".",
                                                   "-",
                                                   "'",
                                                   "’",
                                                   " ",
                                                   "\n",
                                                   "\t",
                                                   "中",
                                                   "·",
                                                   "（",
                                                   ")",
                                                   "\xF0\x9F\x98\x80",
                                                   "\xEF\xBB\xBF",
                                                   "ß",
                                                   "@",
                                                   ":",
                                                   "/",
                                                   "&"};
      text += units[random() % std::size(units)];
    }
    const Document zh = lines(text, Language::chinese);
    const Document en = lines(text, Language::english);
    CHECK_NOTHROW(test::names_of(zh));
    CHECK_NOTHROW(test::names_of(en));
  }
}
