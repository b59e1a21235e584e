// Features of final marks and quotation marks.
#include <catch2/catch.hpp>

#include "feature_tests.hpp"

using namespace duiqi::evidence;
using namespace duiqi::evidence::test;
using enum duiqi::evidence::Feature;

namespace {

/// All features of the form of the bead of both texts, whole.
void expect_form(const char* zh, const char* en, const std::vector<Expected>& expected) {
  INFO(zh << " = " << en);
  Texts texts(zh, en);
  const auto size = [](const duiqi::Analysis& side) { return side.document.size(); };
  expect_group(texts.features.bead(pair(0, 0, size(texts.evidence.zh()), size(texts.evidence.en()))), "form",
               expected);
}

}  // namespace

DUIQI_FEATURE_TEST("features of how both sides end") {
  expect_form("好。", "Good.", {});
  expect_form("好？", "Good?", {{final_same_question, 1}});
  expect_form("好？", "Good.", {{final_question_differs, 1}});
  expect_form("好。", "Good?", {{final_question_differs, 1}});
  expect_form("好！", "Good!", {{final_same_exclamation, 1}});
  expect_form("好！", "Good.", {{final_exclamation_differs, 1}});
  expect_form("好。", "Good!", {{final_exclamation_differs, 1}});
  expect_form("好！", "Good?", {{final_exclamation_differs, 1}, {final_question_differs, 1}});
  expect_form("好：", "Good:", {{final_same_colon, 1}});
  expect_form("好：", "Good.", {{final_colon_differs, 1}});
  expect_form("好。", "Good:", {{final_colon_differs, 1}});
  expect_form("好", "Good", {});
  expect_form("好", "Good.", {{final_none_differs, 1}});
  expect_form("好。", "Good", {{final_none_differs, 1}});
  expect_form("好，", "Good;", {});
  expect_form("好；", "Good.", {{final_comma_differs, 1}});
  expect_form("好。", "Good,", {{final_comma_differs, 1}});
  // The last sentence of each side alone counts.
  expect_form("好？\n好。", "Good:\nGood.", {});
}

DUIQI_FEATURE_TEST("features of quotation marks") {
  expect_form("“好”是好。", "\"Good\" is good.", {{quote_opens, 1}});
  expect_form("“好”是好。", "A \"good\" is good.", {{quote_opens_differs, 1}});
  expect_form("是“好”不好。", "\"Good\" is good.", {{quote_opens_differs, 1}});
  expect_form("是“好。”", "It is \"good.\"", {{quote_closes, 1}});
  expect_form("是“好。”", "It is \"good\" now.", {{quote_closes_differs, 1}});
  expect_form("是“好”不好。", "It is \"good.\"", {{quote_closes_differs, 1}});
  expect_form("是“好”不好。", "It is good.", {{quotes_differ, 0.5}});
  expect_form("是不好。", "A \"good\" one is \"good\" now.", {{quotes_differ, 1}});
  // Six marks count for four.
  expect_form("是不好。", "A \"good\" and \"good\" and \"good\" one.", {{quotes_differ, 1}});
  expect_form("好”不好。", "So \"it is.",
              {{quotes_open_zh, 1}, {quotes_open_en, 1}, {quoted_ends_differs, 1}});
  expect_form("是“不好。", "So it is.",
              {{quotes_open_zh, 1}, {quotes_differ, 0.25}, {quoted_ends_differs, 1}});
  expect_form("是不好。", "So \"it is.",
              {{quotes_open_en, 1}, {quotes_differ, 0.25}, {quoted_ends_differs, 1}});
  // Marks are counted over all sentences of a side.
  expect_form("是“不\n好”啊。", "So \"it is\" now.", {});
}

DUIQI_FEATURE_TEST("features of a quotation that goes on") {
  expect_form("是“不好。", "So \"it is.", {{quotes_open_zh, 1}, {quotes_open_en, 1}, {quoted_ends, 1}});
  // The second sentences begin and end inside what the first opened, the third ends it.
  Texts both("他说“天。\n地。\n人”啊。\n完。", "He said \"sky.\nEarth.\nMan\" now.\nDone.");
  expect_group(both.features.bead(pair(0, 0)), "form",
               {{quotes_open_zh, 1}, {quotes_open_en, 1}, {quoted_ends, 1}});
  expect_group(both.features.bead(pair(1, 1)), "form", {{quoted_begins, 1}, {quoted_ends, 1}});
  expect_group(both.features.bead(pair(2, 2)), "form",
               {{quoted_begins, 1}, {quotes_open_zh, 1}, {quotes_open_en, 1}});
  expect_group(both.features.bead(pair(3, 3)), "form", {});
  expect_group(both.features.bead(pair(1, 3)), "form",
               {{quoted_begins_differs, 1}, {quoted_ends_differs, 1}});
  expect_group(both.features.bead(pair(3, 1)), "form",
               {{quoted_begins_differs, 1}, {quoted_ends_differs, 1}});
  // From the second to the last sentence: begins inside, ends outside.
  expect_group(both.features.bead(pair(1, 1, 3, 3)), "form",
               {{quoted_begins, 1}, {quotes_open_zh, 1}, {quotes_open_en, 1}});
}
