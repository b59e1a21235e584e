// One side alone: what must be found there to the letter, and what must not be taken for a quantity.
#include <catch2/catch.hpp>

#include "unit/anchor/quantity_rows.hpp"

using namespace duiqi;
using namespace duiqi::testing;

TEST_CASE("Chinese words with a numeral in them are no quantities") {
  constexpr std::string_view rows[] = {
      "一些人",     "一起去",     "统一的",       "一下子",     "万一出事",   "十分高兴",   "千万别去",
      "三亚的海滩", "四川的山",   "百姓的生活",   "万科的楼",   "百度和阿里", "千方百计地", "万众一心",
      "三番五次地", "四面八方来", "七上八下的心", "五花八门",   "乱七八糟",   "独一无二的", "一个人",
      "一名学生",   "一位老人",   "一次又一次",   "进一步",     "一方面",     "一系列",     "一带一路",
      "唯一的",     "第一时间",   "之一",         "五角大楼说", "半导体产业", "半决赛",     "百货大楼",
      "三文鱼",     "三轮车",     "三星手机",     "二手房",     "二维码",     "九江的水",   "六安的茶",
      "九龙的街",   "千克",       "十字路口",     "八卦新闻",   "四合院里",   "四处看看",   "一直在",
      "一样的",     "一般来说",   "一旦",         "一定要",     "一切都好",   "一家人",     "万岁",
      "万能的",     "百科全书",   "数字经济",     "几乎没有",   "几率",       "上海",       "成为",
      "成立",       "上午",       "半天没说话",   "半夜里",     "C919飞机",   "G20峰会",    "COVID-19疫情",
      "歼-20战机",  "5G网络",     "4K电视",       "F-35战机",   "一国两制",   "两岸关系",   "两会代表",
      "张三和李四", "不三不四",   "七嘴八舌",     "接二连三",   "一五一十",   "三三两两",   "零容忍",
      "零距离",     "二线城市",   "一线城市",     "一流的",     "每周一次",   "周边国家",   "星期几",
      "说明年轻人", "五月天乐队", "日元贬值",     "月亮",       "百闻不如",   "老百姓",     "一日",
      "千里之外",   "一点一滴",
  };
  for (const std::string_view text : rows) {
    INFO(text);
    CHECK(written(quantities(text, Language::chinese)).empty());
  }
}

TEST_CASE("English words that look like quantities are none") {
  constexpr std::string_view rows[] = {
      "one of the best",
      "no one knows",
      "one another",
      "someone",
      "a man",
      "an apple",
      "He may go",
      "It May Rain",
      "They march on",
      "the march of time",
      "Sun rose",
      "He sat down and won",
      "wed in secret",
      "at first",
      "first of all",
      "his first name",
      "wait a second",
      "the second hand",
      "double standards",
      "double-digit growth",
      "half-hearted",
      "G20 summit",
      "C919 jet",
      "COVID-19 cases",
      "an F-35 jet",
      "5G networks",
      "a 4K screen",
      "the quarter-final",
      "quarterback",
      "I am here",
      "pm of Japan",
      "an hour-long talk",
      "a day",
      "a second",
      "tens",
      "the tenant",
      "weightless",
      "often",
      "money",
      "Mayor",
      "marching",
      "decadent",
      "What a year",
      "per second",
      "Sunny",
      "Mondayish",
      "Ms. April Smith",
      "US",
      "HK",
      "RMB",
      "K2 is high",
      "B-52 bombers",
  };
  for (const std::string_view text : rows) {
    INFO(text);
    CHECK(written(quantities(text, Language::english)).empty());
  }
}

TEST_CASE("Chinese quantities, to the letter") {
  struct Row {
    std::string_view text, found;
  };
  constexpr Row rows[] = {
      {"近3万人", "~number 30000"},
      {"逾300家", "~number 300"},
      {"约5公里", "~measure km 5"},
      {"超过200万元", "~money CNY 2000000"},
      {"至少12人", "~number 12"},
      {"100人左右", "number 100"},
      {"5亿元以上", "~money CNY 500000000"},
      {"十余人", "~number 10"},
      {"二十多名", "~number 20"},
      {"三四十人", "~number 30; ~number 40"},
      {"数十亿美元", "~money USD 1000000000s"},
      {"去年12月", "date --12"},
      {"今天", ""},
      {"15日", "date ---15"},
      {"3号楼", "number 3"},
      {"负5度", "measure degree -5"},
      {"两度夺冠", "number 2"},
      {"增长2倍", "multiple 2"},
      {"人民币升值", ""},
      {"3元5角", "money CNY 3; number 5"},
      {"1983年", "date 1983"},
      {"98年", "measure year 98"},
      {"九八年", "date 1998"},
      {"98年3月", "date 1998-03"},
      {"90后", "~date 90s"},
      {"2024", "date 2024"},
      {"网址http://www.chinanews.com/sh/2024/03-15/10181180.shtml。", "date 2024-03-15"},
      {"见http://example.com/20240315/1.html", "date 2024-03-15"},
      {"3万", "number 30000"},
      {"两国", "number 2"},
      {"十四五期间", "ordinal 14"},
      {"用时10秒12名选手晋级", "measure second 10; number 12"},
      {"2小时30分15秒", "measure hour 2; number 30; measure second 15"},
      {"上半场", "date --H1"},
      {"本世纪初", "date C21"},
      {"上世纪末", "date C20"},
      {"周一、周三", "weekday 1; weekday 3"},
      {"9月1日、2日", "date --09-01; date --09-02"},
      {"2020年9月1日至5日", "date 2020-09-01; date 2020-09-05"},
      {"911事件", "date --09-11"},
      {"亿亿亿亿亿亿亿亿", ""},
      {"12345678901234567890123", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(written(quantities(row.text, Language::chinese)) == row.found);
  }
}

TEST_CASE("English quantities, to the letter") {
  struct Row {
    std::string_view text, found;
  };
  constexpr Row rows[] = {
      {"nearly 30,000 people", "~number 30000"},
      {"more than 300 firms", "~number 300"},
      {"as many as 12 people", "~number 12"},
      {"at least five people", "~number 5"},
      {"100 or so", "~number 100"},
      {"some 200 people", "~number 200"},
      {"an estimated 40 people", "~number 40"},
      {"today", ""},
      {"on the 15th", "ordinal 15"},
      {"one year", "measure year 1"},
      {"one percent", "percentage 1"},
      {"one million", "number 1000000"},
      {"100 miles an hour", "measure mile 100"},
      {"twice a week", "multiple 2"},
      {"a week ago", "measure week 1"},
      {"5m people", "measure m 5"},
      {"$5.5tn", "money USD 5500000000000"},
      {"between 3 and 5", "number 3; number 5"},
      {"two or three people", "number 2; number 3"},
      {"In March 2020, May said", "date 2020-03"},
      {"on May 5 and June 6", "date --05-05; date --06-06"},
      {"Monday, March 4", "weekday 1; date --03-04"},
      {"Sun., Mar. 3", "weekday 7; date --03-03"},
      {"the 19th and 20th centuries", "date C19; date C20"},
      {"2,024 people", "number 2024"},
      {"in 1500", "date 1500"},
      {"nineteen ninety-eight", "number 1998"},
      {"two and a half million", "number 2500000"},
      {"three point five percent", "percentage 3.5"},
      {"5 degrees below zero", "measure degree -5"},
      {"half past three", "time 03:30"},
      {"three o'clock", "time 03:00"},
      {"at 0800 GMT", "time 08:00"},
      {"10 pounds", "money GBP 10"},
      {"the September 11 attacks", "date --09-11"},
      {"9/11", "date --09-11"},
      {"see http://www.chinanews.com/sh/2024/03-15/10181180.shtml", "date 2024-03-15"},
      {"1,234.5", "number 1234.5"},
      {"12345678901234567890123", ""},
      {"million million million million million million", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(written(quantities(row.text, Language::english)) == row.found);
  }
}

TEST_CASE("days and years named from today are resolved only where the date is given") {
  struct Row {
    std::string_view zh, en, found;
  };
  const Date friday{2024, 3, 15};
  constexpr Row rows[] = {
      {"今天", "today", "date 2024-03-15"},      {"昨天", "yesterday", "date 2024-03-14"},
      {"明天", "tomorrow", "date 2024-03-16"},   {"今年", "this year", "date 2024"},
      {"去年", "last year", "date 2023"},        {"明年", "next year", "date 2025"},
      {"本月", "this month", "date 2024-03"},    {"上个月", "last month", "date 2024-02"},
      {"下月", "next month", "date 2024-04"},    {"今晚", "tonight", "date 2024-03-15"},
      {"昨晚", "last night", "date 2024-03-14"},
  };
  for (const Row& row : rows) {
    INFO(row.zh << " = " << row.en);
    CHECK(written(quantities(row.zh, Language::chinese, friday)) == row.found);
    CHECK(written(quantities(row.en, Language::english, friday)) == row.found);
    CHECK(quantities(row.zh, Language::chinese).empty());
    CHECK(quantities(row.en, Language::english).empty());
  }
  CHECK(written(quantities("同日", Language::chinese, friday)) == "date 2024-03-15");
  CHECK(written(quantities("去年12月", Language::chinese, friday)) == "date 2023-12");
  const auto monday = quantities("Monday", Language::english, friday);
  REQUIRE(monday.size() == 1);
  CHECK(monday[0].key == "1");
  CHECK(monday[0].alternates == std::vector<std::string>{"2024-03-11"});
  const auto date = quantities("3月11日", Language::chinese, friday);
  CHECK(anchor::match_quantities(date[0], monday[0]) > 0.5);
}
