// The strength of links.
#include <catch2/catch.hpp>
#include <cmath>

#include "lexicon/stems.hpp"
#include "lexicon/strength.hpp"

using namespace duiqi;
using lexicon::link_strengths;

namespace {

double strength(const LexiconEntry& entry, std::string_view word) {
  const auto strengths = link_strengths(entry);
  const auto found = strengths.find(lexicon::stem_english(word));
  return found == strengths.end() ? 0 : found->second;
}

}  // namespace

TEST_CASE("an equivalent shares its strength with the others, and among its words") {
  const double half = .8 * std::sqrt(.5);
  CHECK(strength({"里程碑", {{"milestone"}}}, "milestone") == Approx(.8));
  CHECK(strength({"会议", {{"meeting"}, {"conference"}}}, "conference") == Approx(half));
  CHECK(strength({"外交部", {{"foreign ministry"}}}, "ministry") == Approx(half));
  CHECK(strength({"外交部", {{"ministry of foreign"}}}, "foreign") == Approx(half));  // "of" does not count
  CHECK(strength({"外交部", {{"ministry of foreign"}}}, "of") == 0);
  CHECK(strength({"外交部", {{"foreign ministry"}, {"ministry"}}}, "ministry") ==
        Approx(1 - (1 - .4) * (1 - half)));                       // noisy-or
  CHECK(strength({"拜拜", {{"bye bye"}}}, "bye") == Approx(.8));  // a word counts once
}

TEST_CASE("words that say nothing stand for themselves where there are no others") {
  CHECK(strength({"的", {{"of"}}}, "of") == Approx(.8));
  CHECK(strength({"的", {{"of the"}}}, "the") == Approx(.8 * std::sqrt(.5)));
}

TEST_CASE("a known probability takes the place of an equal share, and more is never less") {
  const LexiconEntry shared{"会议", {{"meeting"}, {"conference"}}};
  const LexiconEntry known{"会议", {{"meeting", .5}, {"conference", .5}}};
  CHECK(link_strengths(shared) == link_strengths(known));
  double before = 0;
  for (const double p : {.001, .01, .1, .5, .9, 1.}) {
    const double now = strength({"会议", {{"meeting", p}, {"conference"}}}, "meeting");
    CHECK(now > before);
    CHECK(now <= .8);
    before = now;
  }
}

TEST_CASE("strengths end at .95, and nothing gives nothing") {
  CHECK(strength({"好", {{"good", 1}, {"Good", 1}, {"good!", 1}}}, "good") == .95);
  CHECK(link_strengths({"好", {}}).empty());
  CHECK(link_strengths({"好", {{"…"}}}).empty());
  CHECK(strength({"好", {{"…"}, {"good"}}}, "good") == Approx(.8));
}
