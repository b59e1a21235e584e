// Layer: tests. From evidence that is prepared to the ladder: the search with cheap scores, sums over the
// graph that it leaves, and decoding.
#include <memory>
#include <utility>
#include <vector>

#include "align/chain.hpp"
#include "align/graph.hpp"
#include "align/search.hpp"
#include "corpus.hpp"
#include "evidence/evidence.hpp"

namespace {

using namespace duiqi;

/// The evidence of all documents, scored as DocumentModel does. Kept for the program's life.
struct Prepared {
  std::unique_ptr<evidence::Evidence> evidence;
  std::vector<align::Candidate> candidates;
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  std::size_t scored = 0;  ///< ranges in all searches so far, and those that were only bounded
  std::size_t bounded = 0;

  std::vector<align::Arc> search() {
    const auto score = [&](std::span<const RangePair> pairs, std::span<double> scores) {
      scored += pairs.size();
      evidence->score(pairs, scores);
    };
    const auto bound = [&](SentenceRange of_zh, std::uint32_t en_size, SentenceRange begins,
                           std::span<float> bounds) {
      bounded += bounds.size();
      evidence->bound(of_zh, en_size, begins, bounds);
    };
    return align::search(zh, en, {score, bound}, candidates);
  }
};

std::vector<Prepared>& prepared() {
  static std::vector<Prepared> made = [] {
    std::vector<Prepared> out;
    const AlignerOptions options = bench::options();
    for (const bench::Analysed& pair : bench::analysed_news()) {
      Prepared& one = out.emplace_back();
      one.evidence = std::make_unique<evidence::Evidence>(pair.zh, pair.en, options.lexicons);
      for (const evidence::LikelyPair& likely : one.evidence->likely_pairs())
        one.candidates.push_back({likely.zh, likely.en, likely.weight});
      one.evidence->correct_ratio(align::sure_stretches(align::heaviest_chain(one.candidates)));
      one.zh = pair.zh.document.size();
      one.en = pair.en.document.size();
    }
    return out;
  }();
  return made;
}

void search(benchmark::State& state) {
  std::size_t arcs = 0;
  std::size_t scored = 0;
  std::size_t bounded = 0;
  std::size_t zh = 0;
  for (Prepared& one : prepared()) {
    const std::size_t scored_before = one.scored;
    const std::size_t bounded_before = one.bounded;
    arcs += one.search().size();
    scored += one.scored - scored_before;
    bounded += one.bounded - bounded_before;
    zh += one.zh;
  }
  bench::over_news(state, [&] {
    for (Prepared& one : prepared()) benchmark::DoNotOptimize(one.search());
  });
  // For each Chinese sentence: ranges that were bounded, those of them that were scored, and the arcs left.
  state.counters["bounded/zh"] = static_cast<double>(bounded) / static_cast<double>(zh);
  state.counters["scored/zh"] = static_cast<double>(scored) / static_cast<double>(zh);
  state.counters["arcs/zh"] = static_cast<double>(arcs) / static_cast<double>(zh);
}

void decode(benchmark::State& state) {
  struct Scored {
    align::Graph graph;
    std::vector<double> scores;
  };
  std::vector<Scored> all;
  for (Prepared& one : prepared()) {
    align::Graph graph(one.search(), {one.zh, one.en});
    std::vector<RangePair> pairs;
    for (const align::Arc& arc : graph.arcs()) pairs.push_back(arc.first());
    std::vector<double> scores(pairs.size());
    one.evidence->score(pairs, scores);
    all.push_back({std::move(graph), std::move(scores)});
  }
  std::vector<double> probabilities;
  bench::over_news(state, [&] {
    for (const Scored& one : all) {
      probabilities.resize(one.scores.size());
      one.graph.posteriors(one.scores, probabilities);
      const auto beads = one.graph.bead_probabilities(probabilities);
      benchmark::DoNotOptimize(one.graph.decode(beads.first, beads.second, 0.1, 0.5));
    }
  });
}

BENCHMARK(search)->Name("align/search");
BENCHMARK(decode)->Name("align/decode");

}  // namespace
