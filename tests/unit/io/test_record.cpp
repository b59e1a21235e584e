#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <duiqi/check.hpp>
#include <duiqi/error.hpp>
#include <duiqi/read_record.hpp>

#include "eval_sets.hpp"
#include "unicode/script.hpp"
#include "unit/io/record_forms.hpp"

using namespace duiqi;

namespace {

std::vector<std::string> texts(const Record& record, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(record.text.slice(span));
  return out;
}

// "title zh = 值", in text order.
std::vector<std::string> metadata(const Record& record) {
  std::vector<std::string> out;
  for (const Metadata& entry : record.metadata) {
    out.push_back(entry.name + (entry.language == Language::chinese ? " zh = " : " en = ") +
                  std::string(record.text.slice(entry.value)));
  }
  return out;
}

void check_tiling(const Record& record) {
  std::vector<Span> all;
  for (const auto* spans : {&record.zh, &record.en, &record.markers, &record.unassigned}) {
    CHECK(std::is_sorted(spans->begin(), spans->end()));
    all.insert(all.end(), spans->begin(), spans->end());
  }
  for (const Metadata& entry : record.metadata) {
    for (const Span span : {entry.label, entry.value}) {
      if (!span.empty()) all.push_back(span);
    }
  }
  std::sort(all.begin(), all.end());
  std::size_t at = 0;
  for (const Span span : all) {
    CAPTURE(record.text.slice(span));
    REQUIRE(at <= span.begin);
    REQUIRE(unicode::trim(record.text.view(), {at, span.begin}).empty());
    at = span.end;
  }
  REQUIRE(unicode::trim(record.text.view(), {at, record.text.size()}).empty());
}

}  // namespace

TEST_CASE("the forms of a record") {
  for (const forms::Form& form : forms::all()) {
    CAPTURE(form.what, form.text);
    const Record record = read_record(Text::from_utf8(form.text, "record.txt"));
    CHECK(texts(record, record.zh) == form.zh);
    CHECK(texts(record, record.en) == form.en);
    CHECK(metadata(record) == form.metadata);
    CHECK(texts(record, record.markers) == form.markers);
    CHECK(texts(record, record.unassigned) == form.unassigned);
    CHECK(record.date == form.date);
    check_tiling(record);
  }
}

TEST_CASE("the line ends, a byte order mark and ideographic spaces of a record don't matter") {
  for (const forms::Form& form : forms::all()) {
    std::string text = "\uFEFF";
    for (const char c : form.text) text += c == '\n' ? "\u3000\r\n \u3000" : std::string(1, c);
    CAPTURE(text);
    const Record record = read_record(Text::from_utf8(text));
    CHECK(metadata(record) == form.metadata);
    CHECK(record.zh.size() == form.zh.size());
    CHECK(record.en.size() == form.en.size());
    CHECK(record.unassigned.size() == form.unassigned.size());
    check_tiling(record);
  }
}

TEST_CASE("the sample record") {
  std::ifstream in(DUIQI_SOURCE_DIR "/examples/data/yushu.txt", std::ios::binary);
  const Record record = read_record(Text::from_utf8({std::istreambuf_iterator<char>(in), {}}, "yushu.txt"));
  const auto lines = [](std::string_view text) { return std::count(text.begin(), text.end(), '\n') + 1; };
  REQUIRE(record.zh.size() == 1);
  CHECK(lines(record.text.slice(record.zh[0])) == 4);
  CHECK(record.text.slice(record.zh[0]).starts_with("中新网北京3月15日电"));
  CHECK(record.text.slice(record.zh[0]).ends_with("达成了广泛共识。"));
  REQUIRE(record.en.size() == 1);
  CHECK(lines(record.text.slice(record.en[0])) == 4);
  CHECK(record.text.slice(record.en[0]).starts_with("BEIJING, March 15 (Xinhua)"));
  CHECK(
      record.text.slice(record.en[0]).ends_with("promote resource complementarity and common development."));
  CHECK(
      metadata(record) ==
      std::vector<std::string>{
          "title en = Beijing and Yushu Strengthen Cooperation, Achieving New Progress in Pair-Up Assistance",
          "keywords en = Pair-Up Assistance, Cooperative Development, Jing-Yu Exchange",
          "source zh = http://www.chinanews.com/sh/2024/03-15/10181180.shtml", "views en = 1"});
  CHECK(texts(record, record.markers) == std::vector<std::string>{"英文翻译内容:", "News content:"});
  CHECK(record.unassigned.empty());
  CHECK(record.date == Date{2024, 3, 15});
  check_tiling(record);
}

TEST_CASE("a text without a second language is no record") {
  const auto text =
      GENERATE("", "\n \n", "12345\n----\n", "商务部今天公布了外贸数据。\n出口增长7.1%。\n来源：新华社",
               "商务部今天公布了外贸数据，出口增长7.1%，进口增长3.5%，均好于预期。\n(Reuters)",
               "The ministry published its figures today.\nExports grew by 7.1 percent.",
               "The ministry published its figures on exports and imports today.\n编辑：王小明",
               "Title: Exports grow\nKeywords: trade\n标题：出口增长\n关键词：外贸");
  CAPTURE(text);
  try {
    read_record(Text::from_utf8(text, "record.txt"));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unrecognised_input);
    CHECK_THAT(error.what(), Catch::StartsWith("record.txt: ") && Catch::Contains("two files"));
  }
}

TEST_CASE("what belongs to nobody is told, with its line") {
  const Record record = read_record(Text::from_utf8(
      "新码头今天正式投入使用。\n\n新しい埠頭が今日から使われます。\n\nA new quay went into service today.",
      "a.txt"));
  const std::vector<Warning> warnings = check_record(record);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].code == WarningCode::unassigned_text);
  CHECK_THAT(warnings[0].message, Catch::StartsWith("a.txt: 1 stretch") && Catch::Contains("line 3") &&
                                      Catch::Contains("新しい埠頭"));
}

TEST_CASE("whatever a record is made of, its parts tile it, and Error is the only exception") {
  const std::vector<std::string> pieces = {"\n",
                                           "\n",
                                           "\r\n",
                                           "\n\n",
                                           "\r",
                                           " ",
                                           "\u3000",
                                           "\t",
                                           "标题",
                                           "：",
                                           ":",
                                           "【",
                                           "】",
                                           "来源",
                                           "Title",
                                           "Views",
                                           "**",
                                           "(",
                                           ")",
                                           "（",
                                           "）",
                                           "|",
                                           "｜",
                                           "---",
                                           "http://a.cn/2024/03-15/1.html",
                                           "2024年3月15日",
                                           "March 15, 2024",
                                           "1234",
                                           "阅读",
                                           "views",
                                           "责任编辑",
                                           "正文",
                                           "English",
                                           "英文翻译内容",
                                           "News content",
                                           "By ",
                                           "Lin Hui",
                                           "会议在北京举行，双方签署了协议。",
                                           "他表示欢迎",
                                           "The two sides signed an agreement at the meeting.",
                                           "He welcomed it",
                                           "港口",
                                           "of",
                                           "”",
                                           "“",
                                           "ニュース",
                                           "뉴스",
                                           std::string(1, '\0'),
                                           "\uFEFF",
                                           "\U0001F600",
                                           "\u2028",
                                           "二〇二四年十二月三日",
                                           "*",
                                           "_",
                                           "Translation",
                                           "翻译"};
  std::mt19937 random(7);
  std::size_t read = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t length = random() % 60; length > 0; --length) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    try {
      const Record record = read_record(Text::from_utf8(text));
      ++read;
      check_tiling(record);
      check_record(record);
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::unrecognised_input);
    }
  }
  CHECK(read > 1000);
}

TEST_CASE("records made of the evaluation sets: no line on the wrong side, no sentence taken for a label") {
  // wmt21 is left out: its documents bring sources, authors and editors of their own.
  const std::vector<std::string> sets = {"macdev", "ntrex-cn", "ntrex-tw"};
  const std::vector<std::filesystem::path> zh = eval::documents(sets, ".zh");
  const std::vector<std::filesystem::path> en = eval::documents(sets, ".en");
  REQUIRE(zh.size() == en.size());
  const auto joined = [](const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
  };
  const auto lettered = [](const std::filesystem::path& path) {
    std::vector<std::string> out = eval::lines(eval::read(path));
    std::erase_if(out, [](const std::string& line) { return profile_language(line).letters() < 3; });
    return out;
  };
  for (std::size_t i = 0; i < zh.size(); ++i) {
    CAPTURE(zh[i].string());
    const std::vector<std::string> zh_lines = lettered(zh[i]);
    const std::vector<std::string> en_lines = lettered(en[i]);
    std::string alternating;
    for (std::size_t line = 0; line < std::min(zh_lines.size(), en_lines.size()); ++line) {
      alternating += zh_lines[line] + "\n" + en_lines[line] + "\n";
    }
    for (const std::string& text : {joined(zh_lines) + joined(en_lines),
                                    joined(en_lines) + "中文：\n" + joined(zh_lines), alternating}) {
      const Record record = read_record(Text::from_utf8(text));
      check_tiling(record);
      CHECK(metadata(record).empty());
      CHECK(texts(record, record.unassigned).empty());
      for (const std::string& stretch : texts(record, record.zh)) {
        for (const std::string& line : eval::lines(stretch)) {
          if (std::find(zh_lines.begin(), zh_lines.end(), line) == zh_lines.end()) FAIL_CHECK(line);
        }
      }
      for (const std::string& stretch : texts(record, record.en)) {
        for (const std::string& line : eval::lines(stretch)) {
          if (std::find(en_lines.begin(), en_lines.end(), line) == en_lines.end()) FAIL_CHECK(line);
        }
      }
    }
  }
}
