// What align() tells on the way is what explain() finds anew.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/write.hpp>

using namespace duiqi;

namespace {

Aligner by_lines() {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  return Aligner(std::move(options));
}

std::string render(const Bitext& bitext, const std::vector<Explanation>& why) {
  WriteOptions options;
  options.explanations = why;
  options.explain = true;
  std::string out;
  write(out, bitext, Format::json, options);
  return out;
}

/// What align() tells, after it was found to be what explain() finds.
std::vector<Explanation> told(const std::string& zh, const std::string& en) {
  const Aligner aligner = by_lines();
  std::vector<Explanation> why(3);  // what stood there is gone
  const Bitext bitext = aligner.align(Text::from_utf8(zh), Text::from_utf8(en), &why);
  REQUIRE(why.size() == bitext.beads().size());
  CHECK(render(bitext, why) == render(bitext, aligner.explain(bitext)));
  CHECK(render(bitext, {}) == render(aligner.align(Text::from_utf8(zh), Text::from_utf8(en)), {}));
  return why;
}

}  // namespace

TEST_CASE("align() explains beads, swaps and nulls as explain() does") {
  const std::vector<Explanation> why = told(
      "会议于3月15日在北京召开。\n赵振业出席会议。\n双方签署了5亿元的协议。\n记者未获准进入会场。\n",
      "The meeting was held in Beijing on March 15.\nThe two sides signed an agreement worth 500 million "
      "yuan.\nZhao Zhenye attended the meeting.\n");
  CHECK(why[0].matched.size() == 1);  // the date
  CHECK(why[3].bead.null());
  CHECK_FALSE(why[3].rivals.empty());
}

TEST_CASE("align() explains what was glued in the ids as given") {
  const std::vector<Explanation> why = told(
      "1.\n会议于3月15日在北京召开。\n2.\n双方签署了5亿元的协议。\n3.\n这句话没有译文，"
      "说的是完全不同的事情和另一个人物的故事。\n",
      "The meeting was held in Beijing on March 15.\nThe two sides signed an agreement worth 500 million "
      "yuan.\n");
  CHECK(why[0].bead == Bead{{0, 2}, {0, 1}});
  // A null for each sentence of the group.
  REQUIRE(why.size() == 4);
  CHECK((why[2].bead.null() && why[3].bead.null()));
}

TEST_CASE("align() explains a document that is aligned in pieces") {
  std::string zh;
  std::string en;
  for (int k = 1000; k < 3100; ++k) {
    zh += "第" + std::to_string(k) + "号文件已经送到。\n";
    if (k % 50 != 0) en += "Document number " + std::to_string(k) + " has arrived.\n";
  }
  CHECK(told(zh, en).size() >= 2100);
}

TEST_CASE("texts without a sentence have nothing to explain") {
  CHECK(told("", "").empty());
}
