// Links on toy scores, and on a record whose ladder is given.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <utility>

#include <duiqi/duiqi.hpp>
#include <duiqi/read_record.hpp>

#include "aligner/find_links.hpp"

using namespace duiqi;

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Scores of the pairs that a test names; all others tie with -5 nats.
struct Toy {
  std::map<Pair, double> ties;
  std::map<Pair, double> additions;
  mutable std::size_t asked = 0;

  static evidence::Tie sure(double score) { return {score, score > 0 ? 0.95 : 0.1, 0.8, 1}; }
  static double find(const std::map<Pair, double>& scores, Pair pair) {
    const auto at = scores.find(pair);
    return at == scores.end() ? -5 : at->second;
  }
  TieScores scores() const {
    return {[this](std::uint32_t zh, std::uint32_t en) {
              ++asked;
              return sure(find(ties, {zh, en}));
            },
            [this](RangePair, RangePair pair) {
              ++asked;
              return sure(find(additions, {pair.zh.begin, pair.en.begin}));
            }};
  }
};

Bead bead(SentenceRange zh, SentenceRange en) {
  return {zh, en};
}

/// zh 0 | 1-0 2-1 3-2 | en 3: the first Chinese sentence stands last in English.
const std::vector<Bead> moved_down{bead({0, 1}, {0, 0}), bead({1, 2}, {0, 1}), bead({2, 3}, {1, 2}),
                                   bead({3, 4}, {2, 3}), bead({4, 4}, {3, 4})};

std::vector<Pair> pairs(const std::vector<Link>& links) {
  std::vector<Pair> out;
  for (const Link& link : links) out.emplace_back(link.zh, link.en);
  return out;
}

}  // namespace

TEST_CASE("two leftovers that tie across beads are linked") {
  Toy toy{{{{0, 3}, 20}}, {}};
  const auto links = find_links(moved_down, toy.scores(), {});
  REQUIRE(pairs(links) == std::vector<Pair>{{0, 3}});
  CHECK(links[0].score == 20);
  CHECK(links[0].probability > 0.9);
  CHECK(links[0].probability < 1);

  toy.ties[{0, 3}] = -1;
  CHECK(find_links(moved_down, toy.scores(), {}).empty());
}

TEST_CASE("a link is made only with the probability that is asked for") {
  const Toy toy{{{{0, 3}, 20}}, {}};
  LinkOptions options;
  options.least_probability = find_links(moved_down, toy.scores(), {}).at(0).probability + 1e-6;
  CHECK(find_links(moved_down, toy.scores(), options).empty());
}

TEST_CASE("a link reaches no farther than the options say") {
  const Toy toy{{{{0, 3}, 20}}, {}};
  LinkOptions options;
  options.max_distance = 3;
  CHECK(find_links(moved_down, toy.scores(), options).size() == 1);
  options.max_distance = 2;
  CHECK(find_links(moved_down, toy.scores(), options).empty());
}

TEST_CASE("leftovers that no bead parts are the ladder's affair") {
  const std::vector<Bead> beads{bead({0, 1}, {0, 1}), bead({1, 2}, {1, 1}), bead({2, 2}, {1, 2}),
                                bead({2, 3}, {2, 3})};
  const Toy toy{{{{1, 1}, 30}}, {{{0, 1}, 30}, {{2, 1}, 30}, {{1, 0}, 30}, {{1, 2}, 30}}};
  CHECK(find_links(beads, toy.scores(), {}).empty());
}

TEST_CASE("a leftover goes to a bead whose sentence lacks it") {
  const std::vector<Bead> beads{bead({0, 2}, {0, 1}), bead({2, 3}, {1, 2}), bead({3, 3}, {2, 3})};
  const Toy toy{{}, {{{1, 2}, 25}}};
  CHECK(pairs(find_links(beads, toy.scores(), {})) == std::vector<Pair>{{1, 2}});
  // The same with the sides exchanged.
  const std::vector<Bead> turned{bead({0, 1}, {0, 2}), bead({1, 2}, {2, 3}), bead({2, 3}, {3, 3})};
  const Toy other{{}, {{{2, 1}, 25}}};
  CHECK(pairs(find_links(turned, other.scores(), {})) == std::vector<Pair>{{2, 1}});
}

TEST_CASE("a rival that is as good forbids a link, of either sentence") {
  const std::vector<Bead> beads{bead({0, 1}, {0, 1}), bead({1, 2}, {1, 2}), bead({2, 3}, {2, 3}),
                                bead({3, 3}, {3, 4})};
  CHECK(find_links(beads, Toy{{}, {{{0, 3}, 12}}}.scores(), {}).size() == 1);
  CHECK(find_links(beads, Toy{{}, {{{0, 3}, 12}, {{1, 3}, 12}}}.scores(), {}).empty());
  // The last bead stands beside the leftover: no link, but a rival.
  CHECK(find_links(beads, Toy{{}, {{{0, 3}, 12}, {{2, 3}, 12}}}.scores(), {}).empty());
}

TEST_CASE("each leftover and each bead is linked once, the surest first; then what is free has its turn") {
  // Two English leftovers, 3 and 4, both like bead 0; the second is like bead 1 as well.
  const std::vector<Bead> beads{bead({0, 1}, {0, 1}), bead({1, 2}, {1, 2}), bead({2, 3}, {2, 3}),
                                bead({3, 3}, {3, 4}), bead({3, 3}, {4, 5})};
  const Toy toy{{}, {{{0, 3}, 60}, {{0, 4}, 40}, {{1, 4}, 30}}};
  CHECK(pairs(find_links(beads, toy.scores(), {})) == std::vector<Pair>{{0, 3}, {1, 4}});
}

TEST_CASE("without leftovers nothing is looked at, and with them no more than the distance allows") {
  std::vector<Bead> beads;
  for (std::uint32_t k = 0; k < 1000; ++k) beads.push_back(bead({k, k + 1}, {k, k + 1}));
  const Toy none;
  CHECK(find_links(beads, none.scores(), {}).empty());
  CHECK(none.asked == 0);

  beads.clear();
  for (std::uint32_t k = 0; k < 1000; ++k) {
    beads.push_back(bead({2 * k, 2 * k + 1}, {2 * k, 2 * k + 1}));
    beads.push_back(bead({2 * k + 1, 2 * k + 2}, {2 * k + 1, 2 * k + 1}));
    beads.push_back(bead({2 * k + 2, 2 * k + 2}, {2 * k + 1, 2 * k + 2}));
  }
  const Toy many;
  find_links(beads, many.scores(), {});
  CHECK(many.asked < 2000 * 60);
}

TEST_CASE("links and ladder hold each sentence's ties at most once, whatever the scores") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Bead> beads;
    std::uint32_t zh = 0;
    std::uint32_t en = 0;
    for (int k = 0; k < 12; ++k) {
      const std::uint32_t kind = random() % 4;
      beads.push_back(bead({zh, zh + (kind != 0)}, {en, en + (kind != 1)}));
      zh += kind != 0;
      en += kind != 1;
    }
    const TieScores scores{
        [&](std::uint32_t i, std::uint32_t j) { return Toy::sure((i * 7 + j * 13 + 1U) % 41); },
        [&](RangePair, RangePair pair) { return Toy::sure((pair.zh.begin * 5 + pair.en.begin * 3) % 37); }};
    LinkOptions options;
    options.least_probability = 0;
    std::map<std::uint32_t, int> zh_ties;
    std::map<std::uint32_t, int> en_ties;
    for (const Link& link : find_links(beads, scores, options)) {
      CHECK(++zh_ties[link.zh] == 1);
      CHECK(++en_ties[link.en] == 1);
      CHECK(link.zh < zh);
      CHECK(link.en < en);
    }
  }
}

TEST_CASE("a sentence whose second clause stands further down has both English sentences") {
  std::ifstream file(DUIQI_SOURCE_DIR "/examples/data/yushu.txt", std::ios::binary);
  const Record record = read_record(Text::from_utf8(std::string(std::istreambuf_iterator<char>(file), {})));
  const Aligner aligner;
  const Analysis zh = aligner.analyse(record.text, Language::chinese, record.zh);
  const Analysis en = aligner.analyse(record.text, Language::english, record.en);
  std::vector<Bead> beads;
  for (std::uint32_t k = 0; k < 5; ++k) beads.push_back(bead({k, k + 1}, {k, k + 1}));
  beads.push_back(bead({5, 6}, {5, 5}));
  beads.push_back(bead({6, 7}, {5, 5}));
  beads.push_back(bead({7, 7}, {5, 6}));
  beads.push_back(bead({7, 8}, {6, 7}));
  evidence::Evidence evidence(zh, en, aligner.options().lexicons);
  // Likely, but not as sure as links must be by default: Chinese 5 speaks of the same man's talk.
  LinkOptions likely;
  likely.least_probability = 0.6;
  CHECK(pairs(find_links(beads, tie_scores(evidence, true), likely)) == std::vector<Pair>{{1, 5}});
}

TEST_CASE("a paragraph that moved is linked by the aligner, unless links are off") {
  const std::string zh =
      "春江上游的三座水库已蓄水12.6亿立方米。\n局长陆鸣说，这比去年同期多出18%。\n"
      "家住柳塘村的何桂兰有7亩稻田。\n水渠已有两年没有修过。\n气象部门预计7月有雨。\n";
  const std::string en =
      "Lu Ming, its director, said that is 18 percent more than a year earlier.\nHe Guilan, from the village "
      "of "
      "Liutang, has 7 mu of paddy.\nThe canals have not been repaired for two years.\nThe weather service "
      "expects rain in July.\nThree reservoirs on the upper Chunjiang River hold 1.26 billion cubic metres "
      "of "
      "water.\n";
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  const Bitext bitext = Aligner(options).align(zh, en);
  REQUIRE(pairs(bitext.links()) == std::vector<Pair>{{0, 4}});
  options.links.enabled = false;
  CHECK(Aligner(options).align(zh, en).links().empty());
}

TEST_CASE("a probability outside of 0 to 1 is no option") {
  for (const double wrong : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    AlignerOptions options;
    options.links.least_probability = wrong;
    CHECK_THROWS_AS(Aligner(options), Error);
  }
}

/// zh 1 | 0-0 1-1 2-2 3-3: English 3 renders a clause of Chinese 0, but lies in a bead with Chinese 3.
TEST_CASE("a sentence in a bead is asked where it would be linked if the bead fell apart") {
  const std::vector<Bead> ladder{bead({0, 1}, {0, 1}), bead({1, 2}, {1, 2}), bead({2, 3}, {2, 3}),
                                 bead({3, 4}, {3, 4})};
  const RangePair english{{}, {3, 4}};
  Toy toy;
  toy.additions[{0, 3}] = 60;
  const double alone = link_probability(ladder, 3, english, toy.scores(), {});
  CHECK(alone > 0.5);
  // What the bead's own Chinese sentence shares with it is a rival.
  toy.ties[{3, 3}] = 40;
  const double rivalled = link_probability(ladder, 3, english, toy.scores(), {});
  CHECK(rivalled < alone);
  toy.ties[{3, 3}] = 70;
  CHECK(link_probability(ladder, 3, english, toy.scores(), {}) == 0);
  // A bead beside it could hold it without a link.
  Toy neighbour;
  neighbour.additions[{2, 3}] = 60;
  CHECK(link_probability(ladder, 3, english, neighbour.scores(), {}) == 0);
  CHECK(link_probability(ladder, 3, english, Toy{}.scores(), {}) == 0);
}

TEST_CASE("a sentence of either side is linked to a leftover of the other, not too far away") {
  Toy toy;
  toy.ties[{0, 3}] = 60;
  const double p = link_probability(moved_down, 0, {{0, 1}, {}}, toy.scores(), {});
  CHECK(p > 0.5);
  CHECK(link_probability(moved_down, 4, {{}, {3, 4}}, toy.scores(), {}) == Approx(p));
  LinkOptions near;
  near.max_distance = 2;
  CHECK(link_probability(moved_down, 0, {{0, 1}, {}}, toy.scores(), near) == 0);
}
