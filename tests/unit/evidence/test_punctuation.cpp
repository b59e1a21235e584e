#include <catch2/catch.hpp>
#include <string>

#include "evidence/punctuation.hpp"

using namespace duiqi::evidence;

namespace {

/// The marks as letters: ? ! : ; < > ( . -
std::string found(std::string_view sentence) {
  std::vector<MarkAt> marks_found;
  find_marks(sentence, marks_found);
  std::string out;
  for (const MarkAt& mark : marks_found) out += "?!:;<>(.-"[static_cast<std::size_t>(mark.mark)];
  return out;
}

}  // namespace

TEST_CASE("marks are the same in both languages") {
  struct Row {
    const char* zh;
    const char* en;
    const char* marks;
  };
  const auto row = GENERATE(
      Row{"你去哪儿？", "Where are you going?", "?"}, Row{"“好！”他说。", "\"Good!\" he said.", "<!>"},
      Row{"他说：“我不知道……”", "He said: “I don't know…”", ":<.>"},
      Row{"「真的嗎？」", "‘Really?’", "<?"},  // English single quotes: the closing one may be an apostrophe
      Row{"世卫组织（WHO）表示——", "The World Health Organization (WHO) said --", "(-"},
      Row{"甲方同意；乙方反对。", "One side agreed; the other did not.", ";"},
      Row{"会议10:30开始", "It began at 10:30", ""}, Row{"见http://a.cn/b", "See http://a.cn/b", ""},
      Row{"什么？！", "What?!", "?!"});
  INFO(row.zh);
  const std::string zh = found(row.zh);
  CHECK(zh.substr(0, std::string(row.marks).size()) == row.marks);
  CHECK(found(row.en) == row.marks);
}

TEST_CASE("apostrophes and hyphens are no marks") {
  CHECK(found("It's the boys' well-known 'hood") == "<");
  CHECK(found("rock 'n' roll, the '90s") == "<<");
  CHECK(found("a state-of-the-art line") == "");
}

TEST_CASE("spans are those of the marks") {
  std::vector<MarkAt> marks_found;
  find_marks("好……吗？", marks_found);
  REQUIRE(marks_found.size() == 2);
  CHECK(marks_found[0].span == duiqi::Span{3, 9});
  CHECK(marks_found[1].span == duiqi::Span{12, 15});
}
