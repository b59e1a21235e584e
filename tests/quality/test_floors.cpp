// The quality floors of floors.tsv (evaluation sets) and own_floors.tsv (tests/quality/data).
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/core.h>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "quality/alignment_score.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

struct Floor {
  std::string set;
  std::string figure;
  double value;
};

std::vector<Floor> read_floors(const std::string& file) {
  std::istringstream lines(read_file(DUIQI_SOURCE_DIR "/tests/quality/" + file));
  std::vector<Floor> floors;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    Floor floor;
    std::istringstream(line) >> floor.set >> floor.figure >> floor.value;
    floors.push_back(floor);
  }
  return floors;
}

double figure(const Counts& counts, const std::string& name) {
  if (name == "strict") return counts.strict().f1();
  if (name == "segment") return counts.segment().f1();
  if (name == "null") return counts.null().value().f1();
  return counts.calibration_error().value();
}

/// "no-lexicon/macdev": the set without any lexicon.
Counts measure(std::string set, const std::filesystem::path& folder) {
  constexpr std::string_view bare = "no-lexicon/";
  AlignerOptions options;
  if (set.starts_with(bare)) {
    options.lexicons.clear();
    set.erase(0, bare.size());
  }
  REQUIRE(std::filesystem::is_directory(folder / set));
  return score(folder / set, std::move(options));
}

void check(const std::filesystem::path& folder, const std::vector<Floor>& floors) {
  std::map<std::string, Counts> counted;
  for (const Floor& floor : floors) {
    INFO(floor.set << ' ' << floor.figure);
    if (!counted.contains(floor.set)) counted[floor.set] = measure(floor.set, folder);
    const double value = figure(counted[floor.set], floor.figure);
    fmt::print("{:26} {:8} {:.4f} (floor {})\n", floor.set, floor.figure, value, floor.value);
    if (floor.figure == "ece") {
      CHECK(value <= floor.value);
    } else {
      CHECK(value >= floor.value);
    }
  }
  CHECK_FALSE(counted.empty());
}

}  // namespace

TEST_CASE("floors on the evaluation sets") {
  if (!std::filesystem::is_directory(eval_folder())) {
    fmt::print("skipped: no evaluation sets in {}\n", eval_folder().string());
    return;
  }
  check(eval_folder(), read_floors("floors.tsv"));
}

TEST_CASE("floors on our own gold") {
  check(DUIQI_SOURCE_DIR "/tests/quality/data", read_floors("own_floors.tsv"));
}
