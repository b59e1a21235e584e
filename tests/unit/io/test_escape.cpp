#include <catch2/catch.hpp>
#include <limits>
#include <simdjson.h>
#include <string>

#include "io/escape.hpp"

using namespace std::string_literals;
using namespace duiqi::io;

namespace {

std::string json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  append_one_line(out, text);
  return out;
}

std::string number(double value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

}  // namespace

TEST_CASE("a JSON string reads back as what was written") {
  std::string every_control;
  for (char c = 0; c < 0x20; ++c) every_control += c;
  const std::string rows[] = {"",
                              "对口支援",  // pair-up assistance
                              "\"\\/",
                              every_control,
                              "\x7F",
                              "a\0b"s,
                              "\u2028 \u2029",
                              "\u2027\u202A",  // neighbours of the line ends, which share two bytes with them
                              "𠮷野家"};       // a character outside the BMP
  simdjson::dom::parser parser;
  for (const std::string& row : rows) {
    const std::string written = json(row);
    INFO(written);
    CHECK(written.find('\0') == std::string::npos);
    CHECK(written.find("\u2028") == std::string::npos);
    CHECK(written.find("\u2029") == std::string::npos);
    std::string_view read;
    REQUIRE(parser.parse(simdjson::padded_string(written)).get(read) == simdjson::SUCCESS);
    CHECK(read == row);
  }
}

TEST_CASE("a JSON string of invalid UTF-8, as a file name may be, is valid") {
  CHECK(json("\xFF.txt") == "\"\uFFFD.txt\"");
  CHECK(json("中\xE4\xB8") == "\"中\uFFFD\uFFFD\"");
}

TEST_CASE("JSON numbers") {
  CHECK(number(0.5) == "0.5");
  CHECK(number(-0.0) == "0");
  CHECK(number(1.0 / 3) == "0.333333");
  CHECK(number(1e-9) == "1e-09");
  CHECK(number(std::numeric_limits<double>::infinity()) == "null");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("XML holds no character that XML 1.0 forbids") {
  CHECK(xml("a<b & c>d \"e\"") == "a&lt;b &amp; c&gt;d &quot;e&quot;");
  CHECK(xml("]]>") == "]]&gt;");
  CHECK(xml("a\0b\x01\x1F"s) == "a\uFFFDb\uFFFD\uFFFD");
  CHECK(xml("\uFFFE\uFFFF\uFFFD") == "\uFFFD\uFFFD\uFFFD");
  CHECK(xml("\t\r\n") == "&#9;&#13;&#10;");
  CHECK(xml("\xC3") == "\uFFFD");
  CHECK(xml("玉树 𠮷") == "玉树 𠮷");
}

TEST_CASE("one line: white space runs and line ends of all kinds become one space") {
  CHECK(one_line(" a\t\r\n b\u2028c\u0085\vd\fe ") == "a b c d e");
  CHECK(one_line("北\n京") == "北 京");
  CHECK(one_line("全\u3000角") == "全\u3000角");  // an ideographic space is a character of the text
  CHECK(one_line(" \n") == "");
}
