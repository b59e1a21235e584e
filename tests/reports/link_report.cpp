// Links on texts with moves and without: what was found with the aligner's own ladder, and with a perfect
// one; and the weights of lib/aligner/find_links.cpp, fitted anew.
//   link_report [LEXICON.dqlex …]        built-in lexicon alone, then with each of these added, then none
#include <array>
#include <cmath>
#include <fmt/core.h>

#include "aligner/find_links.hpp"
#include "quality/link_score.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

using Features = std::array<double, 6>;

struct Sample {
  Features features;
  bool right;
  double weight;
};

/// What the regression sees, by kind.
using Samples = std::array<std::vector<Sample>, 2>;

Features features(const LinkCandidate& c) {
  return {1,
          std::sqrt(std::max(0.0, c.tie.score)),
          std::sqrt(std::clamp(c.margin, 0.0, 50.0)),
          c.tie.share,
          c.tie.filled,
          c.tie.apart};
}

/// Candidates with less are as good as never right.
constexpr double least_score = 0.5;

void sample(const std::vector<LinkCandidate>& candidates, const MadeText& text, double weight,
            Samples& samples) {
  for (const LinkCandidate& c : candidates) {
    if (c.tie.score < least_score) continue;
    samples[c.kind == LinkKind::clause].push_back(
        {features(c), text.together.contains({c.zh, c.en}), weight});
  }
}

/// Solves a x = b by elimination; a is positive definite.
Features solve(std::array<Features, 6> a, Features b) {
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = i + 1; k < 6; ++k) {
      const double factor = a[k][i] / a[i][i];
      for (std::size_t j = i; j < 6; ++j) a[k][j] -= factor * a[i][j];
      b[k] -= factor * b[i];
    }
  }
  for (std::size_t i = 6; i-- > 0;) {
    for (std::size_t j = i + 1; j < 6; ++j) b[i] -= a[i][j] * b[j];
    b[i] /= a[i][i];
  }
  return b;
}

/// Logistic regression by Newton's method, with a little of a ridge; features that are not `used` weigh 0.
Features fit(const std::vector<Sample>& samples, const std::array<bool, 6>& used) {
  constexpr double ridge = 0.01;
  Features w{};
  for (int step = 0; step < 40; ++step) {
    Features gradient{};
    std::array<Features, 6> hessian{};
    for (std::size_t i = 0; i < 6; ++i) {
      gradient[i] = -ridge * w[i];
      hessian[i][i] = used[i] ? ridge : 1;
    }
    for (const Sample& sample : samples) {
      double sum = 0;
      for (std::size_t i = 0; i < 6; ++i) sum += w[i] * sample.features[i];
      const double p = 1 / (1 + std::exp(-sum));
      for (std::size_t i = 0; i < 6; ++i) {
        if (!used[i]) continue;
        gradient[i] += sample.weight * (sample.right - p) * sample.features[i];
        for (std::size_t j = 0; j < 6; ++j) {
          if (used[j]) hessian[i][j] += sample.weight * p * (1 - p) * sample.features[i] * sample.features[j];
        }
      }
    }
    const Features by = solve(hessian, gradient);
    double largest = 0;
    for (const double d : by) largest = std::max(largest, std::abs(d));
    for (std::size_t i = 0; i < 6; ++i) w[i] += by[i] * std::min(1.0, 5 / std::max(largest, 1e-9));
  }
  return w;
}

void print(const std::string& name, const LinkCounts& c) {
  fmt::print("{:32} {:4}/{:4} right {:.3f}   moved {:3}/{:3} {:.3f}   clauses {:3}/{:3} {:.3f}\n", name,
             c.right, c.made, c.precision(), c.moved_found, c.moved, c.moved_recall(), c.clauses_found,
             c.clauses, c.clause_recall());
}

/// One set: counts with both ladders, and samples.
void run(const Aligner& aligner, const std::filesystem::path& set, Made made, double weight,
         Samples& samples) {
  LinkCounts own;
  LinkCounts perfect;
  each_text(set, made, [&](const std::string&, const MadeText& text) {
    const Bitext bitext = aligner.align(text.zh, text.en);
    evidence::Evidence evidence(bitext.zh_analysis(), bitext.en_analysis(), aligner.options().lexicons);
    const TieScores scores = tie_scores(evidence, !aligner.options().lexicons.empty());
    const LinkOptions& options = aligner.options().links;
    own.add(bitext.links(), text);
    sample(link_candidates(bitext.beads(), scores, options), text, weight, samples);
    if (made != Made::moves) return;
    perfect.add(find_links(text.ladder, scores, options), text);
    sample(link_candidates(text.ladder, scores, options), text, weight, samples);
  });
  const std::string name = set.filename().string();
  print((made == Made::moves ? "made/" : made == Made::cuts ? "cuts/" : "") + name, own);
  if (made == Made::moves) print("made/" + name + ", perfect ladder", perfect);
}

void run(const std::vector<Lexicon>& lexicons, double weight, Samples& samples) {
  AlignerOptions options;
  options.lexicons = lexicons;
  const Aligner aligner(presplit(std::move(options)));
  for (const char* name : {"macdev", "ntrex-cn", "ntrex-tw", "wmt21-zhen", "wmt21-enzh"}) {
    run(aligner, eval_folder() / name, Made::moves, 1, samples);
    run(aligner, eval_folder() / name, Made::as_it_is, weight, samples);
    run(aligner, eval_folder() / name, Made::cuts, weight, samples);
  }
  for (const char* name : {"ntrex-cn-omit", "wmt21-zhen-omit"})
    run(aligner, eval_folder() / name, Made::as_it_is, weight, samples);
  run(aligner, DUIQI_SOURCE_DIR "/tests/quality/data/news", Made::as_it_is, weight, samples);
}

void print(const char* name, const Features& w) {
  fmt::print("{} {{{:.3f}, {:.3f}, {:.3f}, {:.3f}, {:.3f}, {:.3f}}}\n", name, w[0], w[1], w[2], w[3], w[4],
             w[5]);
}

}  // namespace

int main(int argc, char** argv) {
  Samples samples;
  fmt::print("built-in lexicon\n");
  run({Lexicon::built_in()}, 4, samples);
  for (int k = 1; k < argc; ++k) {
    fmt::print("with {}\n", argv[k]);
    run({Lexicon::built_in(), Lexicon::open(argv[k])}, 4, samples);
  }
  print("moved_weights", fit(samples[0], {true, true, true, true, false, false}));
  print("clause_weights", fit(samples[1], {true, true, true, true, true, true}));
  Samples bare;
  fmt::print("no lexicon\n");
  run({}, 10, bare);
  print("bare_moved_weights", fit(bare[0], {true, true, true, false, false, false}));
  print("bare_clause_weights", fit(bare[1], {true, true, true, false, true, false}));
}
