// How quantities that are not equal compare, and what holds for all of them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "anchor/calendar.hpp"
#include "anchor/decimal.hpp"
#include "unicode/utf8.hpp"
#include "unit/anchor/quantity_rows.hpp"

using namespace duiqi;
using namespace duiqi::testing;

namespace {

constexpr std::string_view zh_texts[] = {
    "1260582亿元", "3.2042亿人",  "99996人",     "3.2亿人",        "约3.2亿人",
    "5亿元",       "5亿元人民币", "5亿美元",     "500港元",        "30度",
    "3公里",       "35岁",        "35年",        "第三",           "三个",
    "七成",        "70%",         "百分之五十",  "一半",           "三分之一",
    "翻一番",      "两倍",        "增长2倍",     "3个百分点",      "2024年3月15日",
    "3月15日",     "15日",        "3月",         "2024年",         "上世纪90年代",
    "90年代",      "21世纪",      "一季度",      "2024年第一季度", "前三季度",
    "上半年",      "周五",        "下午3点半",   "3点钟",          "15:30",
    "数百万人",    "数百万元",    "1000",        "1020",           "约1020",
    "999人",       "约1000人",    "98人",        "约100人",        "半年",
    "零下5度",     "70周年",      "公元前221年", "50里拉",         "10磅",
    "上百人",      "上千人",      "76万千瓦",    "约76万千瓦",     "6200兆焦",
    "1.5小时",     "4公顷",       "30亩",        "161公里",        "32.2摄氏度",
    "零下5摄氏度", "0公里",       "24个月",
};
constexpr std::string_view en_texts[] = {
    "126.06 trillion yuan",
    "126 trillion yuan",
    "100,000",
    "0.119",
    "320 million",
    "320 million",
    "320.4 million",
    "about 320.4 million",
    "500 million yuan",
    "$500 million",
    "HK$500",
    "500 dollars",
    "30 degrees Celsius",
    "3 km",
    "3 miles",
    "35 years",
    "35 years old",
    "35",
    "the third",
    "three",
    "3 percent",
    "70 percent",
    "half of it",
    "50 percent",
    "a third of it",
    "doubled",
    "triple",
    "2 times",
    "3 percentage points",
    "March 15, 2024",
    "March 15",
    "the 15th",
    "in March",
    "2024",
    "April 15",
    "15 March 2023",
    "the 1990s",
    "the nineties",
    "the 1890s",
    "21st century",
    "first quarter",
    "Q1 2024",
    "first three quarters",
    "first half of the year",
    "Friday",
    "3:30 p.m.",
    "3:30",
    "15:30",
    "millions",
    "millions of yuan",
    "1,000",
    "1,020",
    "about 1,000",
    "100",
    "about 98",
    "six months",
    "-5 degrees",
    "the 70th anniversary",
    "221 BC",
    "50 lira",
    "10 pounds",
    "760 MW",
    "more than 1,000",
    "a hundred or more",
    "755 megawatts",
    "1.722 megawatt hours",
    "90 minutes",
    "10 acres",
    "2 hectares",
    "100 miles",
    "90 degrees",
    "23 degrees Fahrenheit",
    "0 miles",
    "two years",
};

std::vector<Anchor> all(Language language) {
  std::vector<Anchor> out;
  const Date date{2024, 3, 15};
  const auto add = [&](std::string_view text) {
    for (const auto& published : {std::optional<Date>{}, std::optional<Date>{date}})
      for (Anchor& a : quantities(text, language, published)) out.push_back(std::move(a));
  };
  if (language == Language::chinese)
    for (const std::string_view text : zh_texts) add(text);
  else
    for (const std::string_view text : en_texts) add(text);
  return out;
}

double match_first(std::string_view zh, std::string_view en) {
  const auto a = quantities(zh, Language::chinese), b = quantities(en, Language::english);
  REQUIRE(a.size() == 1);
  REQUIRE(b.size() == 1);
  return anchor::match_quantities(a[0], b[0]);
}

}  // namespace

TEST_CASE("quantities that agree in part match in part") {
  struct Row {
    std::string_view zh, en;
    double least, most;
  };
  constexpr Row rows[] = {
      {"2024年3月15日", "March 15", .9, .99},
      {"2024年3月15日", "in March", .3, .7},
      {"2024年3月15日", "2024", .3, .5},
      {"15日", "March 15", .5, .9},
      {"15日", "the 15th", .2, .6},
      {"2024年3月", "in March", .6, .95},
      {"90年代", "the 1990s", .8, .95},
      {"一季度", "Q1 2024", .8, .95},
      {"70%", "70", .4, .8},
      {"五成", "half of it", .8, .95},
      {"5亿元", "500 million", .4, .8},
      {"3公里", "three", .4, .8},
      {"增长2倍", "tripled", .7, .9},
      {"增长1倍", "doubled", .7, .9},
      {"第三", "three", .2, .5},
      {"约3.2亿人", "320.4 million", .2, .5},
      {"1260582亿元", "126.06 trillion yuan", .4, .8},
      {"3.204亿人", "320.42 million", .4, .8},
      {"3点钟", "15:00", .7, .9},
      {"下午3点半", "3:30", .7, .9},
      {"30度", "30 degrees Celsius", .7, .9},
      {"500元", "NT$500", .7, .9},
      {"10磅", "10 pounds", .7, .9},
      {"35岁", "35 years", .4, .8},
      {"半年", "six months", 1, 1},
      {"500港元", "500 dollars", .7, .9},
      {"35岁", "35", .4, .8},
      {"两次", "twice", .4, .8},
      {"一打鸡蛋", "a dozen eggs", 1, 1},
      {"半打啤酒", "half a dozen beers", 1, 1},
      {"两打玫瑰", "two dozen roses", 1, 1},
      {"上百家", "a hundred or more", .2, .5},
      {"上千人", "more than 1,000 people", .2, .5},
      {"贸易额减半", "trade halved", 1, 1},
      {"25亿卢比", "250 crore rupees", 1, 1},
      {"5万亿卢比", "Rs 5 lakh crore", 1, 1},
      {"20万人", "2 lakh people", 1, 1},
      {"76万千瓦", "760 MW", 1, 1},
      {"6200兆焦", "6.2 gigajoules", 1, 1},
      {"18兆焦", "5 kilowatt hours", 1, 1},
      {"3太瓦时", "3 billion kWh", 1, 1},
      {"5000MWh", "5 GWh", 1, 1},
      {"0.5吨", "500 kg", 1, 1},
      {"1.5公里", "1,500 meters", 1, 1},
      {"3000亩", "200 hectares", 1, 1},
      {"2平方公里", "200 hectares", 1, 1},
      {"500克", "0.5 kg", 1, 1},
      {"2TB", "2,000 GB", 1, 1},
      {"20斤", "10 kg", 1, 1},
      {"48小时", "two days", 1, 1},
      {"24个月", "two years", 1, 1},
      {"762443千瓦", "762 MW", .4, .8},
      {"约76万千瓦", "755 MW", .2, .5},
      {"4公顷", "10 acres", .4, .8},
      {"161公里", "100 miles", .4, .8},
      {"50公里", "30 miles", .4, .8},
      {"1万亩", "667 hectares", .4, .8},
      {"249公斤", "550 pounds", .3, .8},
      {"零下5摄氏度", "23 degrees Fahrenheit", .4, .8},
      {"32.2摄氏度", "90 degrees", .3, .8},
  };
  for (const Row& row : rows) {
    INFO(row.zh << " = " << row.en);
    const double score = match_first(row.zh, row.en);
    CHECK(score >= row.least);
    CHECK(score <= row.most);
  }
}

TEST_CASE("quantities that contradict each other do not match") {
  struct Row {
    std::string_view zh, en;
  };
  constexpr Row rows[] = {
      {"5亿元", "$500 million"},
      {"3公里", "3 miles"},
      {"5人", "5 million yuan"},
      {"3月15日", "April 15"},
      {"2024年", "in 2023"},
      {"3月15日", "March 16"},
      {"周一", "Tuesday"},
      {"下午3点", "3 a.m."},
      {"3.2亿人", "3.2 million"},
      {"70%", "17%"},
      {"三分之一", "two thirds"},
      {"零下5度", "5 degrees"},
      {"第三", "the fourth"},
      {"21世纪", "the 20th century"},
      {"上半年", "the second half of the year"},
      {"一季度", "the first three quarters"},
      {"3.2亿人", "320.4 million"},
      {"数百人", "thousands"},
      {"100", "hundreds"},
      {"上千人", "1,000 people"},
      {"上百人", "about 1,000 people"},
      {"76万千瓦", "76 MW"},
      {"76万千瓦", "755 MW"},
      {"76万千瓦", "760 MWh"},
      {"3公里", "3 km2"},
      {"100公里", "100 miles"},
      {"4公顷", "4 acres"},
      {"30摄氏度", "30 degrees Fahrenheit"},
      {"零下5摄氏度", "5 degrees Fahrenheit"},
      {"35岁", "420 months"},
  };
  for (const Row& row : rows) {
    INFO(row.zh << " = " << row.en);
    CHECK(match_first(row.zh, row.en) == 0);
  }
}

TEST_CASE("two that match share a bucket, and each has few") {
  const auto zh = all(Language::chinese), en = all(Language::english);
  std::size_t matches = 0;
  for (const Anchor& a : zh) {
    std::vector<std::uint64_t> zh_buckets;
    anchor::quantity_buckets(a, zh_buckets);
    CHECK(zh_buckets.size() >= 1);
    CHECK(zh_buckets.size() <= 10);  // the number, three of its size, two for each of three units
    for (const Anchor& b : en) {
      const double score = anchor::match_quantities(a, b);
      CHECK(score >= 0);
      CHECK(score <= 1);
      if (score == 0) continue;
      ++matches;
      std::vector<std::uint64_t> en_buckets;
      anchor::quantity_buckets(b, en_buckets);
      const bool shared = std::any_of(zh_buckets.begin(), zh_buckets.end(), [&](std::uint64_t bucket) {
        return std::find(en_buckets.begin(), en_buckets.end(), bucket) != en_buckets.end();
      });
      INFO(name(a.kind) << " " << a.key << " = " << name(b.kind) << " " << b.key);
      CHECK(shared);
    }
  }
  CHECK(matches > 100);
}

TEST_CASE("spans of random texts lie in them, on borders of code points, in order") {
  std::mt19937 random(20240315);
  const std::u32string zh =
      U"0123456789,.:-/%零一二三四五六七八九十百千万亿半两数几上多余第年月日号时点分周个元美度成倍翻番至 "
      U"約之世纪代约近前今去明人A¥$";
  const std::string en_words[] = {
      "1",       "20",      "2024",      "1,000",   ".",       "-",     "/",   ":",      "%",
      "$",       " ",       " ",         " ",       "a",       "half",  "two", "twenty", "hundred",
      "million", "and",     "to",        "of",      "March",   "May",   "th",  "first",  "quarter",
      "century", "s",       "'",         "percent", "US$",     "years", "old", "p.m.",   "aged",
      "dozen",   "several", "thousands", "°",       "m",       "minus", "½",   "second", "half past",
      "Mon",     "Q1",      "in",        "one",     "degrees", "below", "—",   "“"};
  for (int round = 0; round < 4000; ++round) {
    const bool chinese = round % 2 == 0;
    std::string text;
    const int length = static_cast<int>(random() % 14);
    for (int i = 0; i < length; ++i) {
      if (chinese)
        unicode::append(text, zh[random() % zh.size()]);
      else
        text += en_words[random() % std::size(en_words)];
    }
    INFO(text);
    const auto found = quantities(text, chinese ? Language::chinese : Language::english, Date{2024, 3, 15});
    std::size_t last = 0;
    for (const Anchor& a : found) {
      CHECK(a.span.begin < a.span.end);
      CHECK(a.span.end <= text.size());
      CHECK(a.span.begin >= last);
      CHECK(!a.key.empty());
      const auto is_border = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
      };
      CHECK((is_border(a.span.begin) && is_border(a.span.end)));
      last = a.span.end;
    }
  }
}

TEST_CASE("decimals are exact") {
  using namespace duiqi::anchor;
  for (const std::string_view text :
       {"0", "1", "320000000", "12.5", "-0.25", "0.001", "100.01", "123456789012345678"})
    CHECK(parse_decimal(text)->text() == text);
  for (const std::string_view text : {"", ".", "1.", "a", "1.2.3", "--1", "99999999999999999999999"})
    CHECK(!parse_decimal(text));
  CHECK(plus(*parse_decimal("0.1"), *parse_decimal("0.2"))->text() == "0.3");
  CHECK(plus(*parse_decimal("100000000"), *parse_decimal("0.5"))->text() == "100000000.5");
  CHECK(times(*parse_decimal("1.5"), *parse_decimal("12"))->text() == "18");
  CHECK(!plus(decimal(1, 30), decimal(1)));
}

TEST_CASE("keys of dates survive the way back, and the calendar counts right") {
  using namespace duiqi::anchor;
  for (const std::string_view text :
       {"2024-03-15", "2024-03", "2024", "--03-15", "--03", "---15", "2024-Q1", "--Q1", "--Q1-3", "2024-H1",
        "--H2", "1990s", "90s", "C21", "-0221", "0079"}) {
    INFO(text);
    REQUIRE(parse_date_key(text));
    CHECK(key(*parse_date_key(text)) == text);
  }
  for (const std::string_view text : {"", "C", "20", "x", "2024-", "--", "---", "--Q", "2024-03-"})
    CHECK(!parse_date_key(text));
  CHECK(weekday({2024, 3, 15}) == 5);
  CHECK(weekday({2000, 2, 29}) == 2);
  CHECK(weekday({1969, 7, 20}) == 7);
  CHECK(plus_days({2024, 3, 1}, -1) == Date{2024, 2, 29});
  CHECK(plus_days({2023, 12, 31}, 1) == Date{2024, 1, 1});
  CHECK(key(plus_months({2024, 1, 31}, -1)) == "2023-12");
}
