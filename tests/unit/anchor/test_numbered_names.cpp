// Layer: tests. Names with numbers, years of an era, and groups of digits that are no codes: the same anchors
// in both languages.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include <duiqi/find_anchors.hpp>

#include "documents.hpp"

namespace duiqi {
namespace {

/// "token shenzhou18" for each anchor that is no place, person or foreign name.
std::string found(std::string_view text, Language language) {
  std::string out;
  for (const Anchor& anchor : find_anchors(test::lines(text, language))) {
    const bool named = anchor.kind == AnchorKind::foreign_name || anchor.kind == AnchorKind::person ||
                       anchor.kind == AnchorKind::place;
    if (named) continue;
    if (!out.empty()) out += "; ";
    out += std::string(name(anchor.kind)) + " " + anchor.key;
  }
  return out;
}

}  // namespace

TEST_CASE("spacecraft with their numbers") {
  struct Row {
    const char* zh;
    const char* en;
    const char* anchors;
  };
  for (const Row& row : {
           Row{"神舟十八号载人飞船", "The Shenzhou-18 spaceship", "token shenzhou18"},
           Row{"神舟18号", "Shenzhou XVIII", "token shenzhou18"},
           Row{"嫦娥六号探测器", "The Chang'e-6 probe", "token change6"},
           Row{"嫦娥六號", "Chang’e-6", "token change6"},
           Row{"天宮二號", "Tiangong-2", "token tiangong2"},
           Row{"天问一号", "Tianwen-1", "token tianwen1"},
       }) {
    CAPTURE(row.zh, row.en);
    CHECK(found(row.zh, Language::chinese) == row.anchors);
    CHECK(found(row.en, Language::english) == row.anchors);
  }
  CHECK(found("Tianwen 1", Language::english) == "token tianwen1; number 1");  // the number stays in English
  CHECK(found("Change 6 habits", Language::english) == "number 6");
  CHECK(found("神舟飞船", Language::chinese).empty());
  CHECK(found("嫦娥6月访问", Language::chinese) == "date --06");
}

TEST_CASE("years of Shōwa are years") {
  CHECK(found("昭和20年", Language::chinese) == "date 1945");
  CHECK(found("昭和六十四年", Language::chinese) == "date 1989");
}

TEST_CASE("the last group of a number's digits begins no code") {
  CHECK(found("a 100,000-tonne ship", Language::english) == "measure t 100000");
  CHECK(found("10万吨级的船", Language::chinese) == "measure t 100000");
}

}  // namespace duiqi
