#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>

#include "align/graph.hpp"

using namespace duiqi;
using namespace duiqi::align;

namespace {

/// Every arc of a small rectangle, swaps of 1-1 beads included.
std::vector<Arc> all_arcs(Node end) {
  std::vector<Arc> arcs;
  for (std::uint32_t zh = 0; zh <= end.zh; ++zh) {
    for (std::uint32_t en = 0; en <= end.en; ++en) {
      const Node from{zh, en};
      const auto add = [&](std::uint32_t a, std::uint32_t b, Move move, Node cut) {
        if (zh + a <= end.zh && en + b <= end.en) arcs.push_back({from, {zh + a, en + b}, move, cut});
      };
      add(1, 0, Move::null_zh, from);
      add(0, 1, Move::null_en, from);
      add(1, 1, Move::bead, from);
      add(1, 2, Move::bead, from);
      add(2, 1, Move::bead, from);
      add(2, 2, Move::bead, from);
      add(2, 2, Move::swap, {zh + 1, en + 1});
    }
  }
  return arcs;
}

using Path = std::vector<std::uint32_t>;

/// All ladders, one by one; no 1-0 directly behind a 0-1.
void extend(const Graph& graph, Node at, Path& path, std::vector<Path>& out) {
  if (at == graph.end()) {
    out.push_back(path);
    return;
  }
  for (std::uint32_t k = 0; k < graph.arcs().size(); ++k) {
    const Arc& arc = graph.arcs()[k];
    if (arc.from != at) continue;
    if (arc.move == Move::null_zh && !path.empty() && graph.arcs()[path.back()].move == Move::null_en)
      continue;
    path.push_back(k);
    extend(graph, arc.to, path, out);
    path.pop_back();
  }
}

struct Random {
  explicit Random(unsigned seed, std::size_t arcs) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, 2);
    for (std::size_t k = 0; k < arcs; ++k) scores.push_back(normal(random));
  }
  std::vector<double> scores;
};

}  // namespace

TEST_CASE("arcs: posteriors, sums and beads equal those of all ladders one by one") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Node end{1 + seed % 4, 1 + seed / 5};
    const Graph graph(all_arcs(end), end);
    REQUIRE(graph.connected());
    const Random random(seed, graph.arcs().size());
    std::vector<Path> paths;
    Path path;
    extend(graph, {}, path, paths);
    double total = 0;
    std::vector<double> mass(graph.arcs().size());
    std::map<RangePair, double> beads;
    for (const Path& ladder : paths) {
      double score = 0;
      for (const std::uint32_t k : ladder) score += random.scores[k];
      total += std::exp(score);
      for (const std::uint32_t k : ladder) {
        mass[k] += std::exp(score);
        beads[graph.arcs()[k].first()] += std::exp(score);
        if (graph.arcs()[k].move == Move::swap) beads[graph.arcs()[k].second()] += std::exp(score);
      }
    }
    std::vector<double> found(graph.arcs().size());
    CHECK(graph.posteriors(random.scores, found) == Approx(std::log(total)));
    const Graph::BeadProbabilities of_beads = graph.bead_probabilities(found);
    for (std::size_t k = 0; k < found.size(); ++k) {
      CHECK(found[k] == Approx(mass[k] / total).margin(1e-12));
      CHECK(of_beads.first[k] == Approx(beads[graph.arcs()[k].first()] / total).margin(1e-12));
      if (graph.arcs()[k].move == Move::swap)
        CHECK(of_beads.second[k] == Approx(beads[graph.arcs()[k].second()] / total).margin(1e-12));
    }
  }
}

TEST_CASE("arcs: decoding finds the ladder of the highest expected agreement") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Node end{1 + seed % 4, 1 + seed / 5};
    const Graph graph(all_arcs(end), end);
    const Random random(seed, graph.arcs().size());
    std::vector<double> probabilities(graph.arcs().size());
    graph.posteriors(random.scores, probabilities);
    const Graph::BeadProbabilities beads = graph.bead_probabilities(probabilities);
    const auto gain = [&](const Path& ladder) {
      double sum = 0;
      for (const std::uint32_t k : ladder) {
        const Move move = graph.arcs()[k].move;
        const bool null = move == Move::null_zh || move == Move::null_en;
        sum += null ? 0.5 * beads.first[k] : beads.first[k] - 0.1;
        if (move == Move::swap) sum += beads.second[k] - 0.1;
      }
      return sum;
    };
    std::vector<Path> paths;
    Path path;
    extend(graph, {}, path, paths);
    double best = -1e9;
    for (const Path& ladder : paths) best = std::max(best, gain(ladder));
    CHECK(gain(graph.decode(beads.first, beads.second, 0.1, 0.5)) == Approx(best).margin(1e-9));
  }
}

TEST_CASE("arcs that hold no whole ladder are known to") {
  const Node origin{};
  CHECK_FALSE(Graph({{origin, {1, 1}, Move::bead, origin}}, {2, 2}).connected());
  CHECK(Graph({{origin, {1, 1}, Move::bead, origin}}, {1, 1}).connected());
}

TEST_CASE("a swap's beads are crossed") {
  const Arc arc{{3, 5}, {5, 8}, Move::swap, {4, 6}};
  CHECK(arc.first() == RangePair{{3, 4}, {6, 8}});
  CHECK(arc.second() == RangePair{{4, 5}, {5, 6}});
}
