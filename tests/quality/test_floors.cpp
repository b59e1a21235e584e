// The quality floors of floors.tsv.
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

std::vector<Floor> read_floors() {
  std::istringstream lines(read_file(DUIQI_SOURCE_DIR "/tests/quality/floors.tsv"));
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

void check(bool own) {
  std::map<std::string, Counts> counted;
  for (const Floor& floor : read_floors()) {
    if (floor.set.starts_with("own/") != own) continue;
    const std::filesystem::path set =
        own ? std::filesystem::path(DUIQI_SOURCE_DIR "/tests/quality/data") / floor.set.substr(4)
            : eval_folder() / floor.set;
    INFO(floor.set << ' ' << floor.figure);
    REQUIRE(std::filesystem::is_directory(set));
    if (!counted.contains(floor.set)) counted[floor.set] = score(set);
    const double value = figure(counted[floor.set], floor.figure);
    fmt::print("{:20} {:8} {:.4f} (floor {})\n", floor.set, floor.figure, value, floor.value);
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
  check(false);
}

TEST_CASE("floors on our own gold") {
  check(true);
}
