// What else a graph made by hand could have made of a bead's sentences, and what the aligner says of it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include <duiqi/duiqi.hpp>

#include "aligner/rivals.hpp"

using namespace duiqi;
using align::Arc;
using align::Graph;
using align::Move;

namespace {

/// Two sentences a side: straight, crossed, the first ones alone, or all together.
struct MadeGraph {
  Graph graph{{{{0, 0}, {1, 1}, Move::bead, {0, 0}},
               {{1, 1}, {2, 2}, Move::bead, {1, 1}},
               {{0, 0}, {2, 2}, Move::swap, {1, 1}},
               {{0, 0}, {2, 2}, Move::bead, {0, 0}},
               {{0, 0}, {1, 0}, Move::null_zh, {0, 0}},
               {{1, 0}, {1, 1}, Move::null_en, {1, 0}}},
              {2, 2}};
  std::vector<double> arcs;
  Graph::BeadProbabilities beads;

  MadeGraph() {
    std::vector<double> scores;
    for (const Arc& arc : graph.arcs()) {
      const double half = std::log(.5) / 2;
      double score = half;                               // straight: .5 in two arcs
      if (arc.move == Move::swap) score = std::log(.3);  // crossed
      if (arc.to == align::Node{2, 2} && arc.from == align::Node{0, 0} && arc.move == Move::bead)
        score = std::log(.005);                                      // together
      if (arc.move == Move::null_zh) score = std::log(.195) - half;  // alone, then the second bead
      if (arc.move == Move::null_en) score = 0;
      scores.push_back(score);
    }
    arcs.resize(scores.size());
    graph.posteriors(scores, arcs);
    beads = graph.bead_probabilities(arcs);
  }
};

}  // namespace

TEST_CASE("rivals share a sentence with the bead, the likeliest first, and a swap stands once") {
  const MadeGraph made;
  const Rivals rivals(made.graph, made.arcs, made.beads);
  const std::vector<Rival> found = rivals.of({{0, 1}, {0, 1}});
  // Crossed .3; each first sentence alone .195; all together is below .01.
  REQUIRE(found.size() == 3);
  CHECK(found[0].probability == Approx(.3));
  REQUIRE(found[0].crosses);
  CHECK(RangePair{found[0].zh, found[0].en} == RangePair{{0, 1}, {1, 2}});
  CHECK(*found[0].crosses == RangePair{{1, 2}, {0, 1}});
  CHECK(found[1].null());
  CHECK(found[1].probability == Approx(.195));
  CHECK(found[2].null());
  CHECK_FALSE(found[2].crosses);
}

TEST_CASE("nulls and beads of swaps have rivals too, and never themselves") {
  const MadeGraph made;
  const Rivals rivals(made.graph, made.arcs, made.beads);
  const std::vector<Rival> null = rivals.of({{0, 1}, {0, 0}});
  REQUIRE(null.size() == 2);
  CHECK(RangePair{null[0].zh, null[0].en} == RangePair{{0, 1}, {0, 1}});
  CHECK(null[0].probability == Approx(.5));
  CHECK(null[1].crosses);
  const std::vector<Rival> crossed = rivals.of({{1, 2}, {0, 1}});
  REQUIRE(crossed.size() == 3);
  CHECK(RangePair{crossed[0].zh, crossed[0].en} == RangePair{{1, 2}, {1, 2}});
  CHECK(crossed[0].probability == Approx(.695));
  for (const Rival& rival : crossed) CHECK_FALSE(rival.crosses);
}

TEST_CASE("no more than five rivals") {
  std::vector<Arc> arcs;
  for (std::uint32_t n = 1; n <= 8; ++n) {
    arcs.push_back({{0, 0}, {1, n}, Move::bead, {0, 0}});
    for (std::uint32_t j = n; j < 8; ++j) arcs.push_back({{1, j}, {1, j + 1}, Move::null_en, {1, j}});
  }
  std::sort(arcs.begin(), arcs.end());
  arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  const Graph graph(arcs, {1, 8});
  std::vector<double> probabilities(graph.arcs().size());
  graph.posteriors(std::vector<double>(probabilities.size()), probabilities);
  const Graph::BeadProbabilities beads = graph.bead_probabilities(probabilities);
  CHECK(Rivals(graph, probabilities, beads).of({{0, 1}, {0, 8}}).size() == 5);
}

TEST_CASE("the aligner explains beads, nulls and both beads of a swap") {
  const std::string zh =
      "会议于3月15日在北京召开。\n赵振业出席会议。\n双方签署了5亿元的协议。\n记者未获准进入会场。\n";
  const std::string en =
      "The meeting was held in Beijing on March 15.\nThe two sides signed an agreement worth 500 million "
      "yuan.\nZhao Zhenye attended the meeting.\n";
  const Aligner aligner;
  const Bitext bitext = aligner.align(zh, en);
  const std::vector<Explanation> why = aligner.explain(bitext);
  REQUIRE(why.size() == 4);
  REQUIRE(bitext.ladder().crosses_next(1));
  for (std::size_t k = 0; k < why.size(); ++k) {
    INFO("bead " << k);
    double sum = 0;
    for (const Term& term : why[k].terms) {
      CHECK(term.value != 0);
      CHECK(term.weight != 0);
      sum += term.nats();
    }
    CHECK(sum == Approx(bitext.beads()[k].score).margin(1e-4));
    double last = 1;
    CHECK(why[k].rivals.size() <= 5);
    for (const Rival& rival : why[k].rivals) {
      CHECK((rival.probability >= .01 && rival.probability <= last));
      last = rival.probability;
      const Bead& bead = bitext.beads()[k];
      CHECK_FALSE((rival.zh == bead.zh && rival.en == bead.en));
      const auto touch = [](SentenceRange a, SentenceRange b) { return a.begin < b.end && b.begin < a.end; };
      CHECK((touch(rival.zh, bead.zh) || touch(rival.en, bead.en)));
    }
  }
  CHECK(bitext.beads()[3].null());
  CHECK_FALSE(why[1].rivals.empty());
  CHECK_FALSE(why[3].rivals.empty());
  const auto links = [&](const WordMatch& match, std::string_view zh_word, std::string_view en_word) {
    return bitext.zh().text.slice(match.zh) == zh_word && bitext.en().text.slice(match.en) == en_word;
  };
  CHECK(std::any_of(why[2].words.begin(), why[2].words.end(),
                    [&](const WordMatch& m) { return links(m, "协议", "agreement") && m.weight > 0; }));
  for (const LoneWord& word : why[1].lone_en) CHECK(word.weight < 0);
}
