#include <catch2/catch.hpp>
#include <string>

#include <duiqi/segment.hpp>

#include "aligner/scrap.hpp"

using namespace duiqi;
using namespace duiqi::gluing;

namespace {

/// A sentence a line.
Document lines(const std::string& text) {
  SegmentOptions options;
  options.sentences = SentenceRules::lines;
  return segment(Text::from_utf8(text), Language::chinese, options);
}

}  // namespace

TEST_CASE("scraps are told from short sentences") {
  struct Row {
    const char* sentence;
    Scrap scrap;
  };
  const auto row = GENERATE(values<Row>({
      {"1.", Scrap::list_number},
      {"12)", Scrap::list_number},
      {"１．", Scrap::list_number},
      {"3、", Scrap::list_number},
      {"（一）", Scrap::list_number},
      {"二十一、", Scrap::list_number},
      {"(a)", Scrap::list_number},
      {"iv.", Scrap::list_number},
      {"③", Scrap::list_number},
      {"（1）、", Scrap::list_number},
      {"1", Scrap::none},      // a score, a cell of a table
      {"2024.", Scrap::none},  // a year
      {"100.", Scrap::none},
      {"No.", Scrap::none},
      {"十。", Scrap::none},  // "Ten."
      {"（", Scrap::bracket},
      {"(", Scrap::bracket},
      {"》", Scrap::bracket},
      {"()", Scrap::bracket},
      {"\"", Scrap::quote},
      {"'", Scrap::quote},
      {"”", Scrap::quote},
      {"“", Scrap::quote},
      {"」", Scrap::quote},
      {"。”", Scrap::quote},
      {"…… ”", Scrap::quote},
      {"……", Scrap::ellipsis},
      {"...", Scrap::ellipsis},
      {". . .", Scrap::ellipsis},
      {"。", Scrap::stop},
      {"?!", Scrap::stop},
      {".", Scrap::stop},
      {"•", Scrap::bullet},
      {"■", Scrap::bullet},
      {"■ ■", Scrap::none},  // separators
      {"***", Scrap::none},
      {"* * *", Scrap::none},
      {"---", Scrap::none},
      {"——", Scrap::none},
      {"", Scrap::none},
      {"对。", Scrap::none},  // "Right."
      {"No!", Scrap::none},
      {"“好”", Scrap::none},                            // "good", in quotes
      {"..............................", Scrap::none},  // a row of dots
  }));
  INFO(row.sentence);
  CHECK(scrap_of(row.sentence) == row.scrap);
}

TEST_CASE("a scrap belongs to the sentence that it was cut off from") {
  struct Row {
    const char* text;
    std::uint32_t id;
    bool next;
  };
  const auto row = GENERATE(values<Row>({
      {"1.\n经济。", 0, true},
      {"•\n经济。", 0, true},
      {"他说\n（\n今天）。", 1, true},
      {"（他说\n）\n今天。", 1, false},
      {"他说。\n……\n今天。", 1, false},
      {"他说\n。\n今天。", 1, false},
      {"“他来了。\n”\n她走了。", 1, false},
      {"“他来了。\n“\n她走了。", 1, false},  // “ at both ends
      {"\"他来了。\n\"\n她走了。", 1, false},
      {"“他来了。\n我走了。\n\"\n她走了。", 2, false},
      {"他来了。\n“\n她走了。”他说。", 1, true},
      {"他来了。\n\"\n她走了。\"他说。", 1, true},
      {"“他来了。”\n“\n她走了。”他说。", 1, true},
      {"他来了。\n“\n“她走了。”他说。", 1, false},  // the next quotation has its own “
      {"他来了。\n\"\n\"她走了。\"他说。", 1, false},
      {"他来了。\n“\n她走了。", 1, false},  // nothing is closed later
      {"“他来了\n。“\n她走了。”", 1, false},
  }));
  INFO(row.text);
  const Document document = lines(row.text);
  const Scrap scrap = scrap_of(document.sentence(row.id));
  REQUIRE(scrap != Scrap::none);
  CHECK(belongs_to_next(document, row.id, scrap) == row.next);
}
