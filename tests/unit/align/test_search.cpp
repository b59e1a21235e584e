#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "align/search.hpp"

using namespace duiqi;
using namespace duiqi::align;

namespace {

/// A toy pair of documents: each sentence has a meaning (a number); a bead is good where the meanings agree.
struct Toy {
  std::vector<int> zh;
  std::vector<int> en;

  ScoreBeads scorer() const {
    return [this](std::span<const RangePair> pairs, std::span<double> scores) {
      for (std::size_t k = 0; k < pairs.size(); ++k) {
        const RangePair& p = pairs[k];
        if (p.zh.empty() || p.en.empty()) {
          scores[k] = -3;
        } else if (p.zh.size() == 1 && p.en.size() == 1) {
          scores[k] = zh[p.zh.begin] == en[p.en.begin] ? 2.0 : -10.0;
        } else {
          scores[k] = -14.0 - p.zh.size() - p.en.size();
        }
      }
    };
  }

  /// Every `step`-th true pair, as a guide.
  std::vector<Candidate> guides(std::uint32_t step) const {
    std::vector<Candidate> out;
    for (std::uint32_t i = 0, j = 0; i < zh.size() && j < en.size();) {
      if (zh[i] == en[j]) {
        if (i % step == 0) out.push_back({i, j, 4});
        ++i, ++j;
      } else if (zh[i] < en[j]) {
        ++i;
      } else {
        ++j;
      }
    }
    return out;
  }

  std::size_t right(const Ladder& ladder) const {
    std::size_t count = 0;
    for (const Bead& bead : ladder.beads()) {
      count += bead.zh.size() == 1 && bead.en.size() == 1 && zh[bead.zh.begin] == en[bead.en.begin];
    }
    return count;
  }
};

/// `size` meanings on both sides, but `missing` of them from `at` on are gone on one side.
Toy with_hole(int size, int at, int missing, bool zh_side) {
  Toy toy;
  for (int k = 0; k < size; ++k) {
    const bool gone = k >= at && k < at + missing;
    if (!(gone && zh_side)) toy.zh.push_back(k);
    if (!(gone && !zh_side)) toy.en.push_back(k);
  }
  return toy;
}

/// The ladder that the arcs and the toy's own scores give.
Ladder ladder_of(const Toy& toy, std::vector<Arc> arcs) {
  const Node end{static_cast<std::uint32_t>(toy.zh.size()), static_cast<std::uint32_t>(toy.en.size())};
  const Graph graph(std::move(arcs), end);
  REQUIRE(graph.connected());
  std::vector<RangePair> pairs;
  for (const Arc& arc : graph.arcs()) pairs.push_back(arc.first());
  std::vector<double> scores(pairs.size());
  toy.scorer()(pairs, scores);
  std::vector<double> probabilities(pairs.size());
  graph.posteriors(scores, probabilities);
  const Graph::BeadProbabilities beads = graph.bead_probabilities(probabilities);
  std::vector<Bead> out;
  for (const std::uint32_t k : graph.decode(beads.first, beads.second, 0.1, 0.5))
    out.push_back({pairs[k].zh, pairs[k].en, scores[k], beads.first[k]});
  return Ladder(std::move(out), end.zh, end.en);
}

Ladder find(const Toy& toy, const std::vector<Candidate>& guides, const SearchOptions& options = {},
            SearchReport* report = nullptr) {
  return ladder_of(
      toy, search(static_cast<std::uint32_t>(toy.zh.size()), static_cast<std::uint32_t>(toy.en.size()),
                  toy.scorer(), guides, options, report));
}

}  // namespace

TEST_CASE("empty and lopsided sides have a ladder") {
  struct Row {
    int zh;
    int en;
  };
  const auto row = GENERATE(Row{0, 0}, Row{0, 5}, Row{5, 0}, Row{1, 100}, Row{100, 1}, Row{3, 2000},
                            Row{2000, 0}, Row{0, 9000});
  Toy toy;
  toy.zh.assign(static_cast<std::size_t>(row.zh), 1);
  toy.en.assign(static_cast<std::size_t>(row.en), 1);
  const Ladder ladder = find(toy, {});
  CHECK(ladder.zh_size() == static_cast<std::uint32_t>(row.zh));
  for (const Bead& bead : ladder.beads()) CHECK((bead.probability >= 0 && bead.probability <= 1));
}

TEST_CASE("a hole of any length on either side is found, with guides and without") {
  const int missing = GENERATE(1, 5, 20, 60, 120, 200);
  const bool zh_side = GENERATE(false, true);
  const bool guided = GENERATE(false, true);
  const Toy toy = with_hole(600, 250, missing, zh_side);
  const Ladder ladder = find(toy, guided ? toy.guides(9) : std::vector<Candidate>{});
  CHECK(toy.right(ladder) == static_cast<std::size_t>(600 - missing));
}

TEST_CASE("a long document takes cells in proportion to its length") {
  SearchReport small;
  SearchReport large;
  for (const auto& [size, report] : {std::pair{2000, &small}, std::pair{8000, &large}}) {
    const Toy toy = with_hole(size, size / 2, 30, true);
    const Ladder ladder = find(toy, toy.guides(15), {}, report);
    CHECK(toy.right(ladder) == static_cast<std::size_t>(size - 30));
  }
  CHECK(static_cast<double>(large.cells) < 4.2 * static_cast<double>(small.cells));
}

TEST_CASE("wrong guides do not lead the search astray") {
  const Toy toy = with_hole(500, 200, 40, true);
  std::vector<Candidate> guides = toy.guides(7);
  for (std::uint32_t k = 0; k < 460; k += 23) guides.push_back({k, (k * 7919) % 500, 3});
  const Ladder ladder = find(toy, guides);
  CHECK(toy.right(ladder) == 460);
}

TEST_CASE("blocks of the posterior leave no seams") {
  const Toy toy = with_hole(300, 100, 0, true);
  SearchOptions options;
  options.whole_cells = 0;
  options.block = 50;
  options.overlap = 16;
  const Ladder blocks = find(toy, toy.guides(5), options);
  options.block = 100000;
  const Ladder whole = find(toy, toy.guides(5), options);
  REQUIRE(blocks.beads().size() == whole.beads().size());
  for (std::size_t k = 0; k < whole.beads().size(); ++k) {
    CHECK(blocks.beads()[k] == whole.beads()[k]);
    CHECK(blocks.beads()[k].probability == Approx(whole.beads()[k].probability).margin(1e-4));
  }
}
