#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/error.hpp>

using namespace duiqi;

namespace {

/// What is wrong with the chain; empty where nothing is.
std::string complaint(const std::vector<Bead>& beads, std::uint32_t zh, std::uint32_t en) {
  try {
    const Ladder ladder(beads, zh, en);
    CHECK(ladder.beads() == beads);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_format);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a ladder takes beads, nulls and swaps, and says which beads are swapped") {
  struct Row {
    std::vector<Bead> beads;
    std::uint32_t zh, en;
    std::vector<bool> crosses;
  };
  const Row rows[] = {
      {{}, 0, 0, {}},
      {{{{0, 1}, {0, 2}}, {{1, 1}, {2, 3}}, {{1, 3}, {3, 3}}, {{3, 4}, {3, 4}}},
       4,
       4,
       {false, false, false, false}},
      {{{{0, 1}, {1, 2}}, {{1, 2}, {0, 1}}}, 2, 2, {true, false}},
      // Of several sentences, between nulls.
      {{{{0, 1}, {0, 0}}, {{1, 3}, {1, 3}}, {{3, 4}, {0, 1}}, {{4, 4}, {3, 4}}, {{4, 5}, {4, 5}}},
       5,
       5,
       {false, true, false, false, false}},
      // One behind the other.
      {{{{0, 1}, {1, 2}}, {{1, 2}, {0, 1}}, {{2, 3}, {3, 4}}, {{3, 4}, {2, 3}}},
       4,
       4,
       {true, false, true, false}},
  };
  for (const Row& row : rows) {
    const Ladder ladder(row.beads, row.zh, row.en);
    CHECK(ladder.zh_size() == row.zh);
    CHECK(ladder.en_size() == row.en);
    REQUIRE(ladder.beads().size() == row.crosses.size());
    for (std::size_t k = 0; k < row.crosses.size(); ++k) CHECK(ladder.crosses_next(k) == row.crosses[k]);
  }
}

TEST_CASE("what tiles neither side, or crosses in another way, is refused with the bead") {
  struct Row {
    const char* what;
    std::vector<Bead> beads;
    std::uint32_t zh, en;
    const char* says;
  };
  const Row rows[] = {
      {"a hole in Chinese",
       {{{0, 1}, {0, 1}}, {{2, 3}, {1, 2}}},
       3,
       2,
       "bead 1 does not begin where the Chinese side stands"},
      {"an overlap in English",
       {{{0, 1}, {0, 2}}, {{1, 2}, {1, 3}}},
       2,
       3,
       "bead 1 does not begin where the English side stands"},
      {"a hole in English",
       {{{0, 1}, {0, 1}}, {{1, 2}, {2, 3}}},
       2,
       3,
       "bead 1 does not begin where the English side stands"},
      {"a backward range",
       {{{0, 1}, {0, 1}}, {{1, 0}, {1, 1}}},
       1,
       1,
       "bead 1 does not begin where the Chinese side stands"},
      {"an empty bead", {{{0, 0}, {0, 0}}}, 0, 0, "bead 0 is empty on both sides"},
      {"too few beads", {{{0, 1}, {0, 1}}}, 2, 1, "bead 1 is missing: sentences are left over"},
      {"a swap with a hole between",
       {{{0, 1}, {2, 3}}, {{1, 2}, {0, 1}}},
       2,
       3,
       "bead 0 does not begin where the English side stands"},
      {"a swap that overlaps",
       {{{0, 1}, {1, 3}}, {{1, 2}, {0, 2}}},
       2,
       3,
       "bead 0 does not begin where the English side stands"},
      {"a swap behind a hole",
       {{{0, 1}, {2, 3}}, {{1, 2}, {1, 2}}},
       2,
       3,
       "bead 0 does not begin where the English side stands"},
      {"a swap in Chinese order of neither",
       {{{1, 2}, {0, 1}}, {{0, 1}, {1, 2}}},
       2,
       2,
       "bead 0 does not begin where the Chinese side stands"},
      {"a swap with a hole in Chinese",
       {{{0, 1}, {1, 2}}, {{2, 3}, {0, 1}}},
       3,
       2,
       "bead 1 does not begin where the Chinese side stands"},
      {"a swap of a bead and a null",
       {{{0, 1}, {1, 2}}, {{1, 1}, {0, 1}}},
       1,
       2,
       "bead 0 does not begin where the English side stands"},
      {"a swap of a null and a bead",
       {{{0, 0}, {1, 2}}, {{0, 1}, {0, 1}}},
       1,
       2,
       "bead 0 does not begin where the English side stands"},
      {"the half of a swap", {{{0, 1}, {1, 2}}}, 1, 2, "bead 0 does not begin where the English side stands"},
      {"beads two apart",
       {{{0, 1}, {2, 3}}, {{1, 2}, {1, 2}}, {{2, 3}, {0, 1}}},
       3,
       3,
       "bead 0 does not begin where the English side stands"},
      {"a bead in two swaps",
       {{{0, 1}, {1, 2}}, {{1, 2}, {0, 1}}, {{2, 3}, {0, 1}}},
       3,
       2,
       "bead 2 does not begin where the English side stands"},
      {"a null between the two",
       {{{0, 1}, {1, 2}}, {{1, 2}, {1, 1}}, {{2, 3}, {0, 1}}},
       3,
       2,
       "bead 0 does not begin where the English side stands"},
      {"a swap whose first is backward",
       {{{0, 1}, {1, 0}}, {{1, 2}, {0, 1}}},
       2,
       1,
       "bead 0 does not begin where the English side stands"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK_THAT(complaint(row.beads, row.zh, row.en),
               Catch::StartsWith(row.says) &&
                   Catch::EndsWith("; the beads of a ladder must tile both sides in order"));
  }
}
