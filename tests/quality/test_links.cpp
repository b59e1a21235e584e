// Floors of links: link_floors.tsv.
#include <catch2/catch.hpp>
#include <fmt/core.h>
#include <map>

#include "quality/link_score.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

double figure(const LinkCounts& counts, const std::string& name) {
  if (name == "precision") return counts.precision();
  if (name == "moved") return counts.moved_recall();
  return counts.clause_recall();
}

/// "made/SET" has sentences and clauses moved; "no-lexicon/…" goes before it.
LinkCounts measure(std::string name, const std::filesystem::path& folder) {
  const auto take = [&](std::string_view prefix) {
    if (!name.starts_with(prefix)) return false;
    name.erase(0, prefix.size());
    return true;
  };
  AlignerOptions options;
  if (take("no-lexicon/")) options.lexicons.clear();
  const bool moves = take("made/");
  return score_links(folder / name, moves ? Made::moves : Made::as_it_is, std::move(options));
}

void check(const std::filesystem::path& folder, const std::string& file) {
  std::istringstream lines(read_file(DUIQI_SOURCE_DIR "/tests/quality/" + file));
  std::map<std::string, LinkCounts> counted;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::string set;
    std::string what;
    double least = 0;
    std::istringstream(line) >> set >> what >> least;
    INFO(line);
    if (!counted.contains(set)) {
      const LinkCounts& c = counted[set] = measure(set, folder);
      fmt::print("{:28} {}/{} links right, {}/{} moved sentences, {}/{} clauses\n", set, c.right, c.made,
                 c.moved_found, c.moved, c.clauses_found, c.clauses);
    }
    CHECK(figure(counted[set], what) >= least);
  }
  CHECK_FALSE(counted.empty());
}

}  // namespace

TEST_CASE("floors of links on the evaluation sets") {
  if (!std::filesystem::is_directory(eval_folder())) {
    fmt::print("skipped: no evaluation sets in {}\n", eval_folder().string());
    return;
  }
  check(eval_folder(), "link_floors.tsv");
}

TEST_CASE("floors of links on our own gold") {
  check(DUIQI_SOURCE_DIR "/tests/quality/data", "own_link_floors.tsv");
}
