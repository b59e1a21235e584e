#include <catch2/catch.hpp>

#include "unicode/utf8.hpp"

using namespace duiqi;

TEST_CASE("invalid UTF-8 is found at its first bad byte") {
  struct Row {
    std::string_view bytes;
    std::optional<std::size_t> bad;
  };
  const auto row = GENERATE(Row{"", {}}, Row{"abc", {}}, Row{"对齐", {}}, Row{"\xF0\x9F\x98\x80", {}},
                            Row{"a\x80", 1}, Row{"对\xE9\xBD", 3}, Row{"\xC0\x80", 0},
                            Row{"ab\xED\xA0\x80", 2}, Row{"\xF4\x90\x80\x80", 0});
  CHECK(unicode::find_invalid(row.bytes) == row.bad);
}

TEST_CASE("code points survive the way to UTF-8 and back") {
  const std::u32string all{U'a', U'\u00e9', U'\u5bf9', U'\U0001F600', U'\0', U'z'};
  const std::string utf8 = unicode::to_utf8(all);
  CHECK(unicode::to_code_points(utf8) == all);
  CHECK(unicode::previous(utf8, utf8.size()) == utf8.size() - 1);
}
