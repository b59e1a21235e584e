#include <catch2/catch.hpp>
#include <random>
#include <string>

#include <duiqi/error.hpp>
#include <duiqi/text.hpp>

#include "unicode/utf8.hpp"

using namespace duiqi;

TEST_CASE("what is invalid stops the reading, at a byte of the input") {
  struct Row {
    std::string bytes;
    const char* encoding;
    std::size_t offset;
    const char* says;
  };
  const auto row = GENERATE(
      Row{"今天\xE5\xAF，北京下雨", "auto", 6, "looks most like UTF-8"},  // never Big5 for one broken byte
      Row{"今天\xFF北京", "utf-8", 6, "not valid UTF-8"},
      Row{"\xC6\xEB\xC6\xEB\xFF\xC6\xEB", "gb18030", 4, "not valid GB18030"},
      Row{"ab\xA4\x20\xA4\x20", "big5", 2, "2 places"});
  try {
    Text::decode(row.bytes, {row.encoding, InvalidBytes::reject}, "news.txt");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_encoding);
    CHECK(error.place().file == "news.txt");
    CHECK(error.place().byte_offset == row.offset);
    CHECK_THAT(error.what(), Catch::Contains(row.says));
  }
}

TEST_CASE("what is replaced is reported where it stands in the text") {
  const Text text = Text::decode(
      "\xC6\xEB\xFF"
      "ab\xFE",
      {"gb18030", InvalidBytes::replace}, "a");
  CHECK(text.view() ==
        "齐\uFFFD"
        "ab\uFFFD");
  CHECK(text.replacements() == std::vector<std::size_t>{3, 8});
  CHECK(text.source_encoding() == "GB18030");
  CHECK_FALSE(text.encoding_was_guessed());
}

TEST_CASE("a text knows its mark and its line ends") {
  struct Row {
    const char* bytes;
    bool mark;
    LineEnds ends;
  };
  const auto row = GENERATE(Row{"\uFEFFa\r\nb\r\n", true, LineEnds::crlf}, Row{"a\nb", false, LineEnds::lf},
                            Row{"a\rb", false, LineEnds::cr}, Row{"a\r\nb\n", false, LineEnds::mixed},
                            Row{"a", false, LineEnds::none});
  const Text text = Text::decode(row.bytes);
  CHECK(text.view() == row.bytes);
  CHECK(text.has_byte_order_mark() == row.mark);
  CHECK(text.line_ends() == row.ends);
}

TEST_CASE("offsets agree with counting, at every byte of random texts") {
  std::mt19937 random(20240315);
  const std::u32string letters = U"aé齐\U0001F600\n";
  for (const std::size_t length : {0u, 1u, 50u, 255u, 256u, 257u, 900u}) {
    std::string text;
    std::u32string points;
    std::vector<std::size_t> begins;  // of each code point
    for (std::size_t i = 0; i < length; ++i) {
      begins.push_back(text.size());
      points += letters[random() % letters.size()];
      unicode::append(text, points.back());
    }
    const OffsetIndex index(text);
    std::size_t units = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
      for (std::size_t byte = begins[i]; byte < end; ++byte) {
        REQUIRE(index.code_points(byte) == i);
        REQUIRE(index.utf16_units(byte) == units);
      }
      REQUIRE(index.byte_of_code_point(i) == begins[i]);
      for (int unit = 0; unit < (points[i] > 0xFFFF ? 2 : 1); ++unit) {
        REQUIRE(index.byte_of_utf16_unit(units++) == begins[i]);
      }
    }
    REQUIRE(index.code_points(text.size()) == points.size());
    REQUIRE(index.utf16_units(text.size()) == units);
    REQUIRE(index.byte_of_code_point(points.size()) == text.size());
    REQUIRE(index.byte_of_utf16_unit(units + 5) == text.size());
  }
}
