#include <catch2/catch.hpp>

#include "evidence/sentence_form.hpp"

using namespace duiqi::evidence;

TEST_CASE("how a sentence ends, and its quotation marks") {
  struct Row {
    const char* sentence;
    FinalMark final;
    int opening;
    int closing;
    bool ends_quoted;
  };
  const auto row = GENERATE(values<Row>({
      {"他说：“走吧。", FinalMark::stop, 1, 0, true},   // he said: "let's go.
      {"真的吗？”", FinalMark::question, 0, 1, false},  // really?"
      {"\"Really?\" he asked.", FinalMark::stop, 1, 1, false},
      {"'Yes, sir!'", FinalMark::exclamation, 1, 1, false},
      {"Don't, the boys' dog barks.", FinalMark::stop, 0, 0, false},  // apostrophes
      {"No end", FinalMark::none, 0, 0, false},
      {"And so ...", FinalMark::ellipsis, 0, 0, false},
      {"他（也）来了，", FinalMark::comma, 0, 0, false},  // he came (too),
  }));
  INFO(row.sentence);
  const SentenceForm form = form_of(row.sentence);
  CHECK(form.final == row.final);
  CHECK(form.opening_quotes == row.opening);
  CHECK(form.closing_quotes == row.closing);
  CHECK(form.ends_quoted == row.ends_quoted);
  CHECK_FALSE(form.marks_only);
  CHECK(form_of("***").marks_only);
}
