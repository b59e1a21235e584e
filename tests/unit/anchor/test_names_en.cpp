#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace duiqi;
using test::described;
using test::joined;
using test::lines;

TEST_CASE("English names, places, organisations, codes") {
  struct Row {
    std::string_view text;
    std::string_view anchor;
  };
  static constexpr Row rows[] = {
      {"Zhao Zhenye attended the meeting.", "person Zhao Zhenye = zhao zhenye"},
      {"ZHAO Zhenye attended the meeting.", "person ZHAO Zhenye = zhao zhenye"},
      {"Mr. Zhenye Zhao attended.", "person Zhenye Zhao = zhao zhenye"},
      {"said Zhao Zhen-ye, deputy director.", "person Zhao Zhen-ye = zhao zhenye"},
      {"Zhao emphasized that", "person Zhao = zhao"},
      {"Secretary Cai Chengyong spoke.", "person Cai Chengyong = cai chengyong"},
      {"the researcher Ouyang Minggao", "person Ouyang Minggao = ouyang minggao"},
      {"according to Hsiao Mei-chin", "person Hsiao Mei-chin = hsiao meichin"},
      {"Lee Ka-chiu said", "person Lee Ka-chiu = lee kachiu"},
      {"President Zelenskyy said", "foreign_name Zelenskyy = zelenskyy"},
      {"with Sogon Danzhen present", "foreign_name Danzhen = danzhen"},
      {"Emmanuel Macron’s visit", "foreign_name Macron = macron"},
      {"the Brontë sisters", "foreign_name Brontë = bronte"},
      {"BEIJING, March 15 (Xinhua)", "agency Xinhua = xinhua"},
      {"BEIJING, March 15 (Xinhua)", "place BEIJING = beijing"},
      {"LONDON (Reuters) - Shares", "agency Reuters = reuters"},
      {"told the Associated Press", "agency Associated Press = ap"},
      {"China News Service reported", "agency China News Service = chinanews"},
      {"French President", "place French = FR"},
      {"in France and Germany", "place Germany = DE"},
      {"The U.S. economy", "place U.S = US"},
      {"the US economy", "place US = US"},
      {"the United States of America", "place United States of America = US"},
      {"South Korean officials", "place South Korean = KR"},
      {"North Korea fired", "place North Korea = KP"},
      {"in Shaanxi Province", "place Shaanxi = shaanxi"},
      {"in Shanxi Province", "place Shanxi = shanxi"},
      {"to Inner Mongolia", "place Inner Mongolia = inner mongolia"},
      {"Hong Kong’s leader", "place Hong Kong = HK"},
      {"Xi'an and Yushu", "place Xi'an = xian"},
      {"Xi’an and Yushu", "place Yushu = yushu"},
      {"the New York stock market", "place New York = new york"},
      {"the World Health Organization said", "organisation World Health Organization = WHO"},
      {"the WHO said", "organisation WHO = WHO"},
      {"NATO’s summit", "organisation NATO = NATO"},
      {"the European Union and the E.U. budget", "organisation European Union = EU"},
      {"the European Central Bank", "organisation European Central Bank = ECB"},
      {"artificial intelligence tools", "organisation artificial intelligence = AI"},
      {"the National Development and Reform Commission",
       "organisation National Development and Reform Commission = NDRC"},
      {"Kim Jong Un met Trump", "person Kim Jong Un = kim jong un"},
      {"former President Donald Trump", "person Donald Trump = trump"},
      {"the C919 jet", "token C919 = c919"},
      {"a 5G network", "token 5G = 5g"},
      {"an iPhone 15", "token iPhone = iphone"},
      {"two apps", "token apps = app"},
      {"see https://example.org/a?b=1.", "url https://example.org/a?b=1 = example.org/a?b=1"},
      {"write to Press.Office@Example.com.", "email Press.Office@Example.com = press.office@example.com"},
      {"the novel “Hong Lou Meng” was", "title “Hong Lou Meng” = hongloumeng"},
      {"a film called ‘Black Panther’", "title ‘Black Panther’ = blackpanther"},
  };
  for (const Row& row : rows) {
    const auto found = described(lines(row.text, Language::english));
    INFO(row.text << "\nfound: " << joined(found));
    CHECK(std::find(found.begin(), found.end(), row.anchor) != found.end());
  }
}

TEST_CASE("English words that are no names") {
  static constexpr std::string_view rows[] = {
      "The meeting was held on Monday.",
      "However, it is not clear who told us.",
      "He said so in March.",
      "Despite this, the government went on.",
      "Time is money.",
      "Many residents left the city on the 15th.",
      "In the 1990s, prices rose by 3m.",
      "\"We will go on,\" the minister said.",
      "it's what they can't see",
      "",
      "...",
      "I am here.",
  };
  for (const std::string_view text : rows) {
    const auto found = described(lines(text, Language::english));
    INFO(text << "\nfound: " << joined(found));
    CHECK(found.empty());
  }
}
