#include <catch2/catch.hpp>

#include <duiqi/error.hpp>

#include "cut.hpp"

using namespace duiqi;

namespace {

std::vector<std::string> texts(const Document& document) {
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences) out.emplace_back(document.text.slice(sentence.span));
  return out;
}

std::vector<std::string> split(std::string text, Language language,
                               ParagraphRules paragraphs = ParagraphRules::automatic,
                               SentenceRules sentences = SentenceRules::duiqi) {
  SegmentOptions options;
  options.paragraphs = paragraphs;
  options.sentences = sentences;
  return texts(segment(Text::from_utf8(std::move(text)), language, options));
}

using Texts = std::vector<std::string>;

constexpr auto zh = Language::chinese;
constexpr auto en = Language::english;

}  // namespace

TEST_CASE("every line end of Unicode ends a paragraph, and blanks around sentences are no part of them") {
  const char* end =
      GENERATE("\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\n\n", " \r\n\t\r\n");
  CHECK(split(std::string("标题一") + end + "\u3000\u3000第一句。第二句。" + end, zh) ==
        Texts{"标题一", "第一句。", "第二句。"});
  CHECK(split(std::string("Title") + end + "\tOne. Two. " + end, en) == Texts{"Title", "One.", "Two."});
}

TEST_CASE("marks that are not seen are no part of a sentence") {
  CHECK(split("\uFEFF标题\n\u200B第一句。\u200B第二句。\uFEFF", zh) == Texts{"标题", "第一句。", "第二句。"});
  CHECK(split(std::string("\0One.\0 Two.\0", 11), en) == Texts{"One.", "Two."});
  CHECK(split("One.\u00A0Two.\u2003Three.", en) == Texts{"One.", "Two.", "Three."});
  CHECK(split("", zh).empty());
  CHECK(split("\uFEFF \u3000\r\n\n\u200B", zh).empty());
}

TEST_CASE("a sentence never crosses a paragraph, and knows which one it stands in") {
  const Document document = segment(Text::from_utf8("标题\n\n第一句。第二句。\n第三句"), zh);
  REQUIRE(document.paragraphs.size() == 3);
  CHECK(document.paragraphs[1].sentences == SentenceRange{1, 3});
  CHECK(document.text.slice(document.paragraphs[1].span) == "第一句。第二句。");
  CHECK(document.sentences[3].paragraph == 2);
}

TEST_CASE("hard-wrapped English is found out") {
  const std::string wrapped =
      "Beijing Strengthens Cooperation\n"
      "\n"
      "   The meeting aimed to sum up the achievements of the assistance and to\n"
      "explore how to deepen cooperation between the two regions in the new era. Mr.\n"
      "Zhao said the city would share its resources. Officials from both sides\n"
      "spoke.\n"
      "   The second paragraph begins with an indented line and goes on to a\n"
      "second line.\n";
  const Texts found = split(wrapped, en);
  REQUIRE(found.size() == 5);
  CHECK(found[0] == "Beijing Strengthens Cooperation");
  CHECK(found[1].ends_with("explore how to deepen cooperation between the two regions in the new era."));
  CHECK(found[2] == "Mr.\nZhao said the city would share its resources.");
  CHECK(found[3] == "Officials from both sides\nspoke.");
  CHECK(found[4].ends_with("goes on to a\nsecond line."));
  CHECK(split(wrapped, en, ParagraphRules::line).size() == 9);
}

TEST_CASE("hard-wrapped Chinese is found out") {
  const std::string wrapped =
      "　　此次会议旨在总结对口支援工作的成果，并\n"
      "探讨如何进一步深化双方合作。赵某在讲话中强\n"
      "调，该市将坚定不移地支持发展，通过资源共享\n"
      "、人才交流等方式推动合作。\n"
      "　　会议还就下一步工作进行了深入交流和对接\n"
      "，双方达成广泛共识。\n";
  const Texts found = split(wrapped, zh);
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "此次会议旨在总结对口支援工作的成果，并\n探讨如何进一步深化双方合作。");
  CHECK(found[2] == "会议还就下一步工作进行了深入交流和对接\n，双方达成广泛共识。");
}

TEST_CASE("a paragraph a line and a list of headlines are not taken for hard-wrapped text") {
  CHECK(split("新的桥梁建成通车\n新的学校开始招生\n新的医院投入使用\n新的机场正式启用\n", zh).size() == 4);
  CHECK(split("第一段说的是桥。它很长。\n第二段说的是路。它很宽。\n第三段说的是水。\n", zh).size() == 5);
  CHECK(split("Bridge opens to the public\nSchool takes in new pupils\nHospital receives patients\n", en)
            .size() == 3);
  CHECK(split("a dog\na cat\na bird\n", en).size() == 3);
}

TEST_CASE("paragraphs by blank lines, where asked") {
  CHECK(split("第一句还\n没有完。第二句\n\n第三句", zh, ParagraphRules::blank_line) ==
        Texts{"第一句还\n没有完。", "第二句", "第三句"});
  CHECK(split("One\nis not\r\nover. Two\n \nThree", en, ParagraphRules::blank_line) ==
        Texts{"One\nis not\r\nover.", "Two", "Three"});
}

TEST_CASE("a lone closing quote or a bare list number is no sentence") {
  CHECK(split("他说：“我们会赢。\n”\n比赛开始。", zh) == Texts{"他说：“我们会赢。\n”", "比赛开始。"});
  CHECK(split("1.\n加强领导。\n（二）\n落实责任。", zh) == Texts{"1.\n加强领导。", "（二）\n落实责任。"});
  CHECK(split("He said: \"We won.\n\"\nThe end.", en) == Texts{"He said: \"We won.\n\"", "The end."});
  CHECK(split("1.\nOpen the door.\n(2)\nClose it.", en) == Texts{"1.\nOpen the door.", "(2)\nClose it."});
  CHECK(split("他们赢了。 \"", zh) == Texts{"他们赢了。 \""});
}

TEST_CASE("regions: what lies between them is a gap, and no sentence crosses it") {
  const std::string text = "第一段。还有。\nFirst part. More.\n第二段还没\nSecond\n有完。";
  const auto span = [&](std::string_view part) {
    const std::size_t at = text.find(part);
    return Span{at, at + part.size()};
  };
  const Document chinese = segment(Text::from_utf8(text), zh, {},
                                   {span("第一段。还有。\n"), span("第二段还没\n"), span("有完。")});
  CHECK(texts(chinese) == Texts{"第一段。", "还有。", "第二段还没", "有完。"});
  const Document english =
      segment(Text::from_utf8(text), en, {}, {span("First part. More."), span("Second")});
  CHECK(texts(english) == Texts{"First part.", "More.", "Second"});
}

TEST_CASE("pre-split text: a line a sentence, counted as other tools count") {
  struct Row {
    std::string text;
    Texts lines;
  };
  const auto row =
      GENERATE(Row{"", {}}, Row{"a\n\nb\n", {"a", "", "b"}}, Row{"a\n\nb", {"a", "", "b"}},
               Row{"a\r\n\r\nb\r\n", {"a", "", "b"}}, Row{"a\r\rb\r", {"a", "", "b"}}, Row{"\n", {""}},
               Row{"\uFEFF一。二。\n　三 \n", {"一。二。", "三"}},
               Row{"a\u2028b\nc\rd\n", {"a\u2028b", "c\rd"}}, Row{"\u3000\n\t\nx", {"", "", "x"}});
  const Document document = segment(Text::from_utf8(row.text), zh, {SentenceRules::lines, {}, {}, {}});
  CHECK(texts(document) == row.lines);
  CHECK(document.paragraphs.size() == row.lines.size());
}

TEST_CASE("ICU's and Boost.Locale's rules, for comparison") {
  const auto rules = GENERATE(SentenceRules::icu, SentenceRules::boost_locale);
  CHECK(split("下雨了。天晴了。\n标题", zh, ParagraphRules::automatic, rules) ==
        Texts{"下雨了。", "天晴了。", "标题"});
  CHECK(split("It rained. The sun shone.\nTitle", en, ParagraphRules::automatic, rules) ==
        Texts{"It rained.", "The sun shone.", "Title"});
  CHECK(split("It\nrained. The sun\nshone.\n\nTitle", en, ParagraphRules::blank_line, rules) ==
        Texts{"It\nrained.", "The sun\nshone.", "Title"});
}

TEST_CASE("abbreviations are read from a text, and a bad line is named") {
  CHECK(read_abbreviations(Text::from_utf8("\uFEFFMaj. # a rank\n\n# all comment\r\nBros.\n")) ==
        Texts{"Maj.", "Bros."});
  try {
    read_abbreviations(Text::from_utf8("Maj.\nBros\n", "own.txt"));
    FAIL("a word without a full stop was taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_format);
    CHECK(error.place().line == 2U);
    CHECK(error.place().file == "own.txt");
  }
}
