#include "training.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <lbfgs.h>
#include <set>
#include <thread>
#include <utility>

namespace duiqi::train {
namespace {

using align::Arc;
using align::Move;

/// Nats that an arc pays that the gold doesn't allow.
constexpr double penalty = 12;

std::vector<std::uint32_t> ids(SentenceRange range) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t k = range.begin; k < range.end; ++k) out.push_back(k);
  return out;
}

/// The gold beads that hold each sentence of a side.
std::vector<std::vector<std::uint32_t>> owners(const std::vector<IdBead>& gold,
                                               std::vector<std::uint32_t> IdBead::*side, std::size_t size) {
  std::vector<std::vector<std::uint32_t>> out(size);
  for (std::uint32_t k = 0; k < gold.size(); ++k) {
    for (const std::uint32_t id : gold[k].*side) {
      if (id < size) out[id].push_back(k);
    }
  }
  return out;
}

struct Sum {
  double loss = 0;
  std::vector<double> gradient;
};

/// Adds −ln of the share of the gold, and its gradient.
void add(const Example& example, std::span<const float> weights, Sum& sum) {
  const ArcPosteriors all = example.model->posteriors(weights);
  std::vector<double> scores = all.scores;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    if (!example.agrees[k]) scores[k] -= penalty;
  }
  std::vector<double> probabilities(scores.size());
  const double gold = example.model->graph().posteriors(scores, probabilities);
  sum.loss += example.weight * (all.log_sum - gold);
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const double error = example.weight * (all.probabilities[k] - probabilities[k]);
    if (std::abs(error) < 1e-9) continue;
    const auto values = example.model->features()[k].values();
    for (std::size_t i = 0; i < values.size(); ++i) sum.gradient[i] += error * static_cast<double>(values[i]);
  }
}

struct Problem {
  std::span<const Example* const> examples;
  const TrainOptions& options;
};

lbfgsfloatval_t evaluate_loss(void* instance, const lbfgsfloatval_t* x, lbfgsfloatval_t* gradient, int n,
                              lbfgsfloatval_t) {
  const Problem& problem = *static_cast<const Problem*>(instance);
  const auto size = static_cast<std::size_t>(n);
  std::vector<float> weights(size);
  for (std::size_t i = 0; i < size; ++i) weights[i] = static_cast<float>(x[i]);
  // The documents are dealt out to a fixed number of sums, which are added in a fixed order: the result
  // depends neither on timing nor on the number of threads.
  std::array<Sum, 16> sums;
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < problem.options.threads; ++t) {
    workers.emplace_back([&, t] {
      for (std::size_t s = t; s < sums.size(); s += problem.options.threads) {
        sums[s].gradient.assign(size, 0);
        for (std::size_t k = s; k < problem.examples.size(); k += sums.size())
          add(*problem.examples[k], weights, sums[s]);
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  double loss = 0;
  for (std::size_t i = 0; i < size; ++i) {
    gradient[i] = 2 * problem.options.l2 * x[i];
    loss += problem.options.l2 * x[i] * x[i];
  }
  for (const Sum& sum : sums) {
    loss += sum.loss;
    for (std::size_t i = 0; i < size; ++i) gradient[i] += sum.gradient[i];
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (!problem.options.disabled.empty() && problem.options.disabled[i]) gradient[i] = 0;
  }
  return loss;
}

}  // namespace

void prepare(Example& example, const AlignerOptions& options) {
  example.glue = std::make_unique<gluing::Glue>(example.zh, example.en);
  const gluing::Glue& glue = *example.glue;
  example.model = std::make_unique<DocumentModel>(glue.zh.analysis(), glue.en.analysis(), options);
  std::set<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>> beads;
  for (const IdBead& bead : example.gold) beads.emplace(bead.zh, bead.en);
  const auto zh = owners(example.gold, &IdBead::zh, example.zh.document.size());
  const auto en = owners(example.gold, &IdBead::en, example.en.document.size());
  const auto inside = [&](RangePair groups) {
    const RangePair pair{glue.zh.given(groups.zh), glue.en.given(groups.en)};
    if (example.strict) return beads.contains({ids(pair.zh), ids(pair.en)});
    const auto& first = zh[pair.zh.begin];
    if (first.size() != 1) return false;
    for (std::uint32_t k = pair.zh.begin; k < pair.zh.end; ++k) {
      if (zh[k] != first) return false;
    }
    for (std::uint32_t k = pair.en.begin; k < pair.en.end; ++k) {
      if (en[k] != first) return false;
    }
    return true;
  };
  const auto alone = [&](const std::vector<std::vector<std::uint32_t>>& owner, SentenceRange given) {
    for (std::uint32_t id = given.begin; id < given.end; ++id) {
      for (const std::uint32_t k : owner[id]) {
        if (!example.gold[k].null()) return false;
      }
    }
    return true;
  };
  for (const Arc& arc : example.model->graph().arcs()) {
    bool agrees = false;
    switch (arc.move) {
      case Move::null_zh:
        agrees = alone(zh, glue.zh.given(arc.first().zh));
        break;
      case Move::null_en:
        agrees = alone(en, glue.en.given(arc.first().en));
        break;
      case Move::bead:
        agrees = inside(arc.first());
        break;
      case Move::swap:
        // Inside one segment, two beads that cross would be one bead.
        agrees = inside(arc.first()) && inside(arc.second());
        break;
    }
    example.agrees.push_back(agrees ? 1 : 0);
  }
}

std::vector<float> learn(std::span<const Example* const> examples, const TrainOptions& options) {
  std::vector<double> x(evidence::feature_count, 0);
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.max_iterations = static_cast<int>(options.iterations);
  parameters.epsilon = 1e-4;
  parameters.past = 3;
  parameters.delta = 1e-5;
  Problem problem{examples, options};
  double loss = 0;
  lbfgs(static_cast<int>(x.size()), x.data(), &loss, evaluate_loss, nullptr, &problem, &parameters);
  std::vector<float> weights;
  for (const double value : x) weights.push_back(static_cast<float>(value));
  return weights;
}

std::vector<IdBead> find_beads(const Example& example, std::span<const float> weights) {
  const Decoded decoded = example.model->decode(example.model->posteriors(weights));
  const Ladder given = example.glue->as_given(decoded.ladder);
  std::vector<IdBead> beads;
  for (const Bead& bead : given.beads()) {
    beads.push_back({ids(bead.zh), ids(bead.en), bead.score, bead.probability});
  }
  return beads;
}

}  // namespace duiqi::train
