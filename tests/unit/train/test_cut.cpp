// Texts with runs of sentences left out.
#include <catch2/catch.hpp>

#include "train/cut.hpp"

using namespace duiqi;
using duiqi::train::Lines;
using duiqi::train::with_cuts;

namespace {

/// Beads 1-1, every fifth 2-1, every seventh a Chinese sentence alone.
Lines text(std::uint32_t beads) {
  Lines out;
  for (std::uint32_t k = 0; k < beads; ++k) {
    IdBead bead;
    const auto add = [&](std::vector<std::string>& lines, std::vector<std::uint32_t>& ids, char side) {
      ids.push_back(static_cast<std::uint32_t>(lines.size()));
      lines.push_back(side + std::to_string(k));
    };
    add(out.zh, bead.zh, 'z');
    if (k % 5 == 4) add(out.zh, bead.zh, 'z');
    if (k % 7 != 6) add(out.en, bead.en, 'e');
    out.gold.push_back(std::move(bead));
  }
  return out;
}

}  // namespace

TEST_CASE("cut texts keep the gold of what is left") {
  const Lines whole = text(300);
  const Lines cut = with_cuts(whole, 7);
  CHECK(cut.zh.size() + cut.en.size() < whole.zh.size() + whole.en.size());
  std::size_t next_zh = 0;
  std::size_t next_en = 0;
  std::size_t nulls = 0;
  for (const IdBead& bead : cut.gold) {
    nulls += bead.null();
    std::string number;
    const auto check = [&](const std::vector<std::string>& lines, const std::vector<std::uint32_t>& ids,
                           std::size_t& next) {
      for (const std::uint32_t id : ids) {
        REQUIRE(id == next++);
        if (number.empty()) number = lines[id].substr(1);
        CHECK(lines[id].substr(1) == number);
      }
    };
    check(cut.zh, bead.zh, next_zh);
    check(cut.en, bead.en, next_en);
  }
  CHECK(next_zh == cut.zh.size());
  CHECK(next_en == cut.en.size());
  CHECK(nulls > 300 / 7 + 5);
}

TEST_CASE("cuts depend on the seed and on nothing else, and go on both sides in runs") {
  const Lines whole = text(200);
  CHECK(with_cuts(whole, 3).zh == with_cuts(whole, 3).zh);
  CHECK(with_cuts(whole, 3).en != with_cuts(whole, 4).en);
  std::size_t zh = 0;
  std::size_t en = 0;
  std::size_t runs = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Lines cut = with_cuts(whole, seed);
    zh += whole.zh.size() - cut.zh.size();
    en += whole.en.size() - cut.en.size();
    for (std::size_t k = 1; k < cut.gold.size(); ++k)
      runs += cut.gold[k].null() && cut.gold[k - 1].null() && cut.gold[k].en.empty();
  }
  CHECK(zh > 0);
  CHECK(en > zh);
  CHECK(runs > 40);
}
