// The measured figures of docs/segmentation.md, as floors: a change that loses borders is seen here.
#include <catch2/catch.hpp>
#include <fmt/core.h>

#include "quality/segment_score.hpp"

using namespace duiqi;

namespace {

struct Floor {
  const char* set;
  Language language;
  double precision;
  double recall;
};

constexpr auto zh = Language::chinese;
constexpr auto en = Language::english;

// A thousandth or two below what was measured. Precision counts a sentence end inside a translation segment
// as wrong, so that it says how often translators kept to sentences; recall is what alignment needs.
constexpr Floor floors[] = {
    {"raw-ntrex-cn", zh, .936, .992},        {"raw-ntrex-cn", en, .994, .998},
    {"raw-ntrex-tw", zh, .893, .997},        {"raw-ntrex-tw", en, .994, .999},
    {"raw-wmt21-zhen", zh, .983, .998},      {"raw-wmt21-zhen", en, .980, .999},
    {"raw-wmt21-enzh", zh, .864, .999},      {"raw-wmt21-enzh", en, .856, .999},
    {"raw-ntrex-cn-omit", zh, .931, .978},   {"raw-ntrex-cn-omit", en, .994, .990},
    {"raw-wmt21-zhen-omit", zh, .984, .994}, {"raw-wmt21-zhen-omit", en, .982, .991},
};

void check_floor(const Floor& floor, const std::vector<quality::RawSide>& sides) {
  CAPTURE(floor.set, floor.language == zh);
  REQUIRE(!sides.empty());
  const auto own = quality::count_borders(sides, floor.language, {});
  SegmentOptions options;
  options.sentences = SentenceRules::icu;
  const auto icu = quality::count_borders(sides, floor.language, options);
  CHECK(own.precision() >= floor.precision);
  CHECK(own.recall() >= floor.recall);
  CHECK(own.f1() > icu.f1());
}

}  // namespace

TEST_CASE("sentence borders meet those of our own gold") {
  check_floor({"own", zh, .988, .996}, quality::read_own_set(zh));
  check_floor({"own", en, .996, .996}, quality::read_own_set(en));
}

TEST_CASE("sentence borders meet the borders of translation segments") {
  const auto folder = quality::eval_folder();
  if (!std::filesystem::is_directory(folder)) {
    fmt::print("skipped: no evaluation sets in {}\n", folder.string());
    return;
  }
  for (const Floor& floor : floors)
    check_floor(floor, quality::read_raw_set(folder / floor.set, floor.language));
}
