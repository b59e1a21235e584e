#include <catch2/catch.hpp>

#include "unicode/display_width.hpp"

using namespace duiqi::unicode;

TEST_CASE("display width in columns") {
  struct Row {
    const char* text;
    std::size_t width;
  };
  const Row rows[] = {
      {"", 0},
      {"abc", 3},
      {"玉树", 4},
      {"「\uFF0C。」", 8},                           // full-width punctuation
      {"“”…—·", 5},                                  // ambiguous: one column each
      {"\uFF21\uFF22\uFF23\uFF11\uFF12\uFF13", 12},  // full-width Latin
      {"\uFF71\uFF72\uFF73", 3},                     // half-width kana
      {"e\u0301", 1},                                // a combining accent
      {"a\u200Bb\uFEFF", 2},                         // zero-width space, byte order mark
      {"한국", 4},
      {"\u1112\u1161\u11AB", 2},  // the same 한 in conjoining letters
      {"𠮷", 2},                  // outside the BMP
      {"😀", 2},
      {"\u00AD", 1},  // soft hyphen
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("lines break after spaces and between Han characters, not before closing punctuation") {
  using Breaks = std::vector<std::size_t>;
  CHECK(line_breaks("the cat") == Breaks{4, 7});
  CHECK(line_breaks("对口") == Breaks{3, 6});
  CHECK(line_breaks("好。好") == Breaks{6, 9});
  CHECK(line_breaks("《好》") == Breaks{9});
  CHECK(line_breaks("").empty());
}
