#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include <duiqi/segment.hpp>

#include "evidence/length.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

Document lines(std::string text, Language language) {
  SegmentOptions options;
  options.sentences = SentenceRules::lines;
  return segment(Text::from_utf8(std::move(text)), language, options);
}

}  // namespace

TEST_CASE("length counts what is translated") {
  CHECK(length("会议在北京举行。", Language::chinese) == Approx(7));
  CHECK(length("Ｃ919客机", Language::chinese) == Approx(2 + 4 * 0.3));
  CHECK(length("The C919, it's new.", Language::english) == Approx(13));
  CHECK(length("Café №", Language::english) == Approx(4));
  CHECK(length("……“”、", Language::chinese) == 0);
}

TEST_CASE("lengths that fit speak for a bead, lengths that don't against it") {
  const Document zh =
      lines("会议在北京举行。\n他说合作前景广阔，双方将继续推动交流与合作。\n好。\n", Language::chinese);
  const Document en = lines(
      "The meeting was held in Beijing.\nHe said prospects for cooperation were broad and both sides would "
      "keep "
      "promoting exchanges.\nGood.\n",
      Language::english);
  const LengthModel model(zh, en);
  CHECK(model.score({{0, 1}, {0, 1}}) > 0);
  CHECK(model.score({{1, 2}, {1, 2}}) > 0);
  CHECK(model.score({{0, 1}, {1, 2}}) < -1);
  CHECK(model.score({{1, 2}, {2, 3}}) < -1);
  CHECK(model.score({{2, 3}, {2, 3}}) > 0);
  CHECK(std::exp(model.log_ratio()) == Approx(3.2).margin(0.6));
}

TEST_CASE("a further sentence fits a bead that is too short, and not one that is full") {
  const Document zh =
      lines("会议在北京举行。\n他说合作前景广阔，双方将继续推动交流与合作。\n好。\n", Language::chinese);
  const Document en = lines(
      "The meeting was held in Beijing.\nHe said prospects for cooperation were broad.\nBoth sides would "
      "keep "
      "promoting exchanges.\n——\n",
      Language::english);
  const LengthModel model(zh, en);
  CHECK(model.score_addition({{1, 2}, {1, 2}}, {{1, 2}, {2, 3}}) > 1);
  CHECK(model.score_addition({{0, 1}, {0, 1}}, {{0, 1}, {2, 3}}) < -1);
  CHECK(model.score_addition({{1, 2}, {1, 3}}, {{0, 1}, {1, 2}}) < 0);
  CHECK(model.score_addition({{0, 1}, {3, 4}}, {{0, 1}, {2, 3}}) == 0);
}

TEST_CASE("a side without letters says nothing") {
  const Document zh = lines("——\n好的，我们走吧。\n", Language::chinese);
  const Document en = lines("***\nFine, let us go.\n", Language::english);
  const LengthModel model(zh, en);
  CHECK(model.score({{0, 1}, {0, 1}}) == 0);
  CHECK(model.score({{0, 1}, {1, 2}}) == 0);
  const LengthModel empty(lines("", Language::chinese), lines("", Language::english));
  CHECK(std::isfinite(empty.log_ratio()));
}

TEST_CASE("scores of a row are those of its beads one by one") {
  const Document zh =
      lines("会议在北京举行。\n……\n他说合作前景广阔，双方将继续推动交流与合作。\n好。\n", Language::chinese);
  const Document en = lines(
      "The meeting was held in Beijing.\n…\n—\nHe said prospects for cooperation were broad.\nGood.\nYes.\n",
      Language::english);
  LengthModel model(zh, en);
  for (std::uint32_t begin = 0; begin < zh.size(); ++begin) {
    for (std::uint32_t end = begin + 1; end <= zh.size(); ++end) {
      for (std::uint32_t size = 1; size <= en.size(); ++size) {
        std::vector<float> row(en.size() + 1 - size, 2);
        model.add_to({begin, end}, size, {0, en.size() + 1 - size}, row);
        for (std::uint32_t k = 0; k < row.size(); ++k) {
          CHECK(static_cast<double>(row[k]) ==
                Approx(2 + model.score({{begin, end}, {k, k + size}})).epsilon(1e-4).margin(1e-4));
        }
      }
    }
  }
}

TEST_CASE("a corrected ratio holds for lengths that were asked for before") {
  const Document zh =
      lines("会议在北京举行。\n他说合作前景广阔，双方将继续推动交流与合作。\n", Language::chinese);
  const Document en =
      lines("The meeting was held in Beijing.\nHe said prospects were broad.\n", Language::english);
  LengthOptions options;
  options.least_stretches = 1;
  options.log_ratio_weight = 1;
  const std::vector<RangePair> stretches = {{{0, 1}, {0, 1}}};
  LengthModel asked(zh, en, options);
  LengthModel fresh(zh, en, options);
  const double before = asked.score({{1, 2}, {1, 2}});
  CHECK(asked.score({{1, 2}, {1, 2}}) == before);
  asked.correct_ratio(stretches);
  fresh.correct_ratio(stretches);
  CHECK(asked.score({{1, 2}, {1, 2}}) != before);
  CHECK(asked.score({{1, 2}, {1, 2}}) == fresh.score({{1, 2}, {1, 2}}));
}
