#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include <duiqi/check.hpp>

#include "eval_sets.hpp"

using namespace duiqi;

namespace {

// One sentence a line is all that the checks need.
Document document(Text text) {
  Document out;
  const std::string_view all = text.view();
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    if (end > at) out.sentences.push_back({{at, end}, 0});
    at = end + 1;
  }
  out.text = std::move(text);
  return out;
}

Document document(const char* text, const char* name) {
  return document(Text::from_utf8(text, name));
}

std::vector<WarningCode> codes(const std::vector<Warning>& warnings) {
  std::vector<WarningCode> out;
  for (const Warning& warning : warnings) out.push_back(warning.code);
  return out;
}

constexpr const char* chinese =
    "商务部发言人15日表示,今年前两个月货物出口增长7.1%。\n汽车和船舶出口增长较快,纺织品略有下降。";
constexpr const char* english =
    "Goods exports grew by 7.1 percent in the first two months of the year, a spokesperson for the Ministry "
    "of "
    "Commerce said on the 15th.\nCars and ships led the growth, while textiles fell slightly.";
constexpr const char* both =
    "商务部发言人15日表示,今年前两个月货物出口增长7.1%。汽车和船舶出口增长较快,纺织品略有下降。\nGoods "
    "exports grew by "
    "7.1 percent in the first two months of the year, a spokesperson for the Ministry of Commerce said on "
    "the 15th. Cars and "
    "ships led the growth, while the textiles fell slightly.";
constexpr const char* players =
    "球队公布的名单包括Anton Bergqvist、Mateo Rinaldi、Luc Desmarais和Owen Hargreave。";
constexpr const char* names = "Zhang Wei, Li Na, Wang Fang, Liu Yang, Chen Jie, Yang Min, Zhao Lei";
constexpr const char* japanese =
    "経済産業省は15日、今年の自動車の輸出が前年より増えたと発表しました。これについて専門家は説明しています"
    "。";
constexpr const char* korean = "산업통상자원부는 15일 올해 자동차 수출이 지난해보다 늘었다고 밝혔다.";
constexpr const char* russian = "Министерство торговли сообщило, что экспорт автомобилей вырос в этом году.";
constexpr const char* german =
    "Das Ministerium teilte am 15. März mit, dass die Ausfuhren in den ersten beiden Monaten des Jahres um "
    "7,1 "
    "Prozent gestiegen sind. Die Zahlen für Autos und Schiffe waren dabei besonders gut, bei den Textilien "
    "gab es "
    "einen leichten Rückgang.";
constexpr const char* spanish =
    "El ministerio dijo el 15 de marzo que las exportaciones de bienes crecieron un 7,1 por ciento en los "
    "dos "
    "primeros meses del año, con un aumento mayor en los coches y los barcos y una caída leve en los "
    "textiles.";

}  // namespace

TEST_CASE("sides that are not what they should be are named") {
  struct Row {
    const char* zh;
    const char* en;
    std::vector<WarningCode> expected;
    const char* says;
  };
  using enum WarningCode;
  const auto row = GENERATE_REF(values<Row>({
      {chinese, english, {}, ""},
      {chinese, names, {}, ""},  // no function words, and no other language
      {english, chinese, {swapped_sides}, "zh.txt (the Chinese side) looks English and en.txt"},
      {japanese, english, {unexpected_language}, "zh.txt (the Chinese side) looks Japanese"},
      {korean, english, {unexpected_language}, "looks Korean"},
      {russian, english, {unexpected_language}, "neither Chinese nor English"},
      {chinese, german, {unexpected_language}, "en.txt (the English side) looks German"},
      {chinese, spanish, {unexpected_language}, "looks Spanish"},
      {chinese, chinese, {unexpected_language}, "en.txt (the English side) looks Chinese"},
      {english, english, {unexpected_language}, "zh.txt (the Chinese side) looks English"},
      {german, chinese, {unexpected_language, unexpected_language}, "looks German"},
      {"", english, {empty_side}, "zh.txt (the Chinese side) has no sentences"},
      {"", "", {empty_side, empty_side}, "has no sentences"},
      {both, english, {unexpected_language}, "zh.txt (the Chinese side) holds Chinese and English"},
      {chinese, both, {unexpected_language}, "en.txt (the English side) holds Chinese and English"},
      {players, english, {}, ""},
      {"OK", "好", {}, ""},  // too short to say
  }));
  const std::vector<Warning> warnings =
      check_languages(document(row.zh, "zh.txt"), document(row.en, "en.txt"));
  CHECK(codes(warnings) == row.expected);
  if (!warnings.empty()) CHECK_THAT(warnings.front().message, Catch::Contains(row.says));
}

TEST_CASE("how a text was decoded is told, once for a text that both sides share") {
  const Text text =
      Text::decode("\xC6\xEB\xC6\xEB\xD6\xD0\xB9\xFA\xFF", {"auto", InvalidBytes::replace}, "a.txt");
  REQUIRE(text.source_encoding() == "GB18030");
  const Document side = document(text);
  const std::vector<Warning> warnings = check_languages(side, side);
  CHECK(codes(warnings) == std::vector{WarningCode::guessed_encoding, WarningCode::replaced_bytes});
  CHECK_THAT(warnings[0].message, Catch::Contains("GB18030") && Catch::Contains("a.txt"));
  CHECK_THAT(warnings[1].message, Catch::Contains("byte 12"));

  const std::vector<Warning> alone = check_text(text);
  CHECK(codes(alone) == codes(warnings));
  CHECK_THAT(alone[0].message, Catch::StartsWith("a.txt was read as GB18030"));
  CHECK(check_text(Text::from_utf8("齐")).empty());
}

TEST_CASE("what a record leaves over is named by its line, whatever ends the lines") {
  for (const char* text : {"a\nb\nrest", "a\r\nb\r\nrest", "a\rb\rrest"}) {
    Record record;
    record.text = Text::from_utf8(text, "r.txt");
    record.unassigned = {{record.text.size() - 4, record.text.size()}};
    const std::vector<Warning> warnings = check_record(record);
    REQUIRE(codes(warnings) == std::vector{WarningCode::unassigned_text});
    CHECK_THAT(warnings[0].message,
               Catch::Contains("r.txt: 1 stretch") && Catch::Contains("in line 3 (\"rest\")"));
  }
}

TEST_CASE("no false alarm on any document or sentence of the evaluation sets") {
  const std::vector<std::string> sets = {"macdev", "ntrex-cn", "ntrex-tw", "wmt21-zhen", "wmt21-enzh"};
  const std::vector<std::filesystem::path> zh = eval::documents(sets, ".zh");
  const std::vector<std::filesystem::path> en = eval::documents(sets, ".en");
  REQUIRE(zh.size() == en.size());
  for (std::size_t i = 0; i < zh.size(); ++i) {
    const std::string zh_text = eval::read(zh[i]);
    const std::string en_text = eval::read(en[i]);
    CAPTURE(zh[i].string());
    for (const Warning& warning :
         check_languages(document(zh_text.c_str(), "zh"), document(en_text.c_str(), "en"))) {
      FAIL_CHECK(warning.message);
    }
    for (const std::string& line : eval::lines(zh_text)) {
      CAPTURE(line);
      CHECK(check_languages(document(line.c_str(), ""), document("OK", "")).empty());
    }
    for (const std::string& line : eval::lines(en_text)) {
      CAPTURE(line);
      CHECK(check_languages(document("OK", ""), document(line.c_str(), "")).empty());
    }
  }
}

TEST_CASE("a profile counts words in any case, whatever stands between them") {
  const LanguageProfile profile = profile_language("The THE, the:of中And和THEREFORE thé xyz. 1st—und");
  CHECK(profile.words == 10);
  CHECK(profile.english_words == 5);
  CHECK(profile.foreign_words == 1);
  CHECK(profile.foreign_language == "German");
  CHECK(profile.han == 2);
  CHECK(profile.latin == 3 * 3 + 2 + 3 + 9 + 3 + 3 + 2 + 3);
  CHECK(profile_language("北京 café 㐀𠮷 がАа").han == 4);
}
