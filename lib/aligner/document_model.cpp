#include "aligner/document_model.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "align/chain.hpp"
#include "align/search.hpp"
#include "aligner/find_links.hpp"
#include "evidence/weight_table.hpp"

namespace duiqi {
namespace {

using align::Arc;
using align::Graph;
using align::Move;
using align::Node;
using evidence::DocumentRates;
using evidence::Feature;
using evidence::FeatureVector;

/// The first sentences of a swap's beads must be spoken for by this many nats. (Judged: it only saves work,
/// the model weighs what stays.)
constexpr double least_swap_gain = 0;
/// The most sentences that a bead of a swap has on a side.
constexpr std::uint32_t most_in_swap = 2;
/// Decoding maximises Σ (P(bead) − threshold) + null_gain · Σ P(null). (Findings of the log-linear prototype
/// on the dev sets.)
constexpr double threshold = 0.1;
constexpr double null_gain = 0.5;
/// Nulls that the first pass holds for less likely are not asked whether they would be linked. (Asking all of
/// them changed no bead of macdev and of the omit sets.)
constexpr double least_linked = 0.01;
/// How far around the arcs that touch a sentence its counterpart may be.
constexpr std::uint32_t window_margin = 2;

/// The heaviest chain of likely pairs, which also tells the evidence how long translations are in this text.
std::vector<align::Candidate> candidates(evidence::Evidence& evidence) {
  std::vector<align::Candidate> out;
  for (const evidence::LikelyPair& pair : evidence.likely_pairs())
    out.push_back({pair.zh, pair.en, pair.weight});
  out = align::heaviest_chain(std::move(out));
  evidence.correct_ratio(align::sure_stretches(out));
  return out;
}

/// Adds the swaps that look possible between nodes that the arcs reach.
void add_swaps(std::vector<Arc>& arcs, Node end, evidence::Evidence& evidence) {
  std::set<Node> nodes{Node{}, end};
  for (const Arc& arc : arcs) {
    nodes.insert(arc.from);
    nodes.insert(arc.to);
  }
  const auto gain = [&](RangePair pair) {
    return pair.zh.size() == 1 && pair.en.size() == 1 ? evidence.gain(pair.zh.begin, pair.en.begin)
                                                      : evidence.weigh(evidence.linker().score(pair));
  };
  for (const Node from : nodes) {
    if (from.zh + 2 > end.zh || from.en + 2 > end.en) continue;
    for (std::uint32_t a = 1; a <= most_in_swap; ++a) {
      for (std::uint32_t b = 1; b <= most_in_swap; ++b) {
        for (std::uint32_t c = 1; c <= most_in_swap; ++c) {
          for (std::uint32_t d = 1; d <= most_in_swap; ++d) {
            if (a + b + c + d > 5) continue;
            const Node to{from.zh + a + b, from.en + c + d};
            if (to.zh > end.zh || to.en > end.en || !nodes.contains(to)) continue;
            // Chinese a against English behind d, Chinese b against the first d.
            const Arc arc{from, to, Move::swap, {from.zh + a, from.en + d}};
            if (evidence.gain(from.zh, arc.cut.en) < least_swap_gain ||
                evidence.gain(arc.cut.zh, from.en) < least_swap_gain) {
              continue;
            }
            const double crossed = gain(arc.first()) + gain(arc.second());
            const double straight =
                gain({arc.first().zh, arc.second().en}) + gain({arc.second().zh, arc.first().en});
            if (crossed > straight) arcs.push_back(arc);
          }
        }
      }
    }
  }
}

Graph build_graph(const Analysis& zh, const Analysis& en, evidence::Evidence& evidence,
                  const AlignerOptions& options) {
  const auto score = [&](std::span<const RangePair> pairs, std::span<double> scores) {
    evidence.score(pairs, scores);
  };
  const auto bound = [&](SentenceRange of_zh, std::uint32_t en_size, SentenceRange begins,
                         std::span<float> bounds) { evidence.bound(of_zh, en_size, begins, bounds); };
  align::SearchOptions search_options;
  search_options.max_one_to_many = options.ladder.max_one_to_many;
  search_options.max_many_to_many = options.ladder.max_many_to_many;
  const Node end{zh.document.size(), en.document.size()};
  const std::vector<align::Candidate> likely = candidates(evidence);
  std::vector<Arc> arcs = align::search(end.zh, end.en, {score, bound}, likely, search_options);
  if (!options.ladder.monotone) add_swaps(arcs, end, evidence);
  return Graph(std::move(arcs), end);
}

/// For each sentence of one side the sentences of the other that some arc over it touches.
std::vector<SentenceRange> windows(const std::vector<Arc>& arcs, std::uint32_t size, std::uint32_t other_size,
                                   std::uint32_t Node::*own, std::uint32_t Node::*other) {
  std::vector<SentenceRange> out(size, {other_size, 0});
  for (const Arc& arc : arcs) {
    const std::uint32_t low = arc.from.*other;
    const std::uint32_t high = arc.to.*other;
    for (std::uint32_t k = arc.from.*own; k < arc.to.*own; ++k) {
      out[k].begin = std::min(out[k].begin, low - std::min(low, window_margin));
      out[k].end = std::max(out[k].end, std::min(other_size, high + window_margin));
    }
  }
  return out;
}

}  // namespace

DocumentModel::DocumentModel(const Analysis& zh, const Analysis& en, const AlignerOptions& options)
    : evidence_(zh, en, options.lexicons),
      arc_features_(evidence_),
      graph_(build_graph(zh, en, evidence_, options)) {
  const auto zh_windows = windows(graph_.arcs(), graph_.end().zh, graph_.end().en, &Node::zh, &Node::en);
  const auto en_windows = windows(graph_.arcs(), graph_.end().en, graph_.end().zh, &Node::en, &Node::zh);
  features_.reserve(graph_.arcs().size());
  for (const Arc& arc : graph_.arcs()) {
    switch (arc.move) {
      case Move::null_zh:
        features_.push_back(arc_features_.null_zh(arc.from.zh, zh_windows[arc.from.zh]));
        break;
      case Move::null_en:
        features_.push_back(arc_features_.null_en(arc.from.en, en_windows[arc.from.en]));
        break;
      case Move::bead:
        features_.push_back(arc_features_.bead(arc.first()));
        break;
      case Move::swap:
        features_.push_back(arc_features_.swap(arc.first(), arc.second()));
        break;
    }
  }
}

Decoded DocumentModel::align(const AlignerOptions& options) {
  const Weights::Table& table = options.weights.table();
  const evidence::LexiconKind kind = evidence::kind_of(options.lexicons);
  ArcPosteriors found = posteriors(table.column(kind, 0));
  if (options.passes > 1) {
    add_second_pass(found, options);
    found = posteriors(table.column(kind, 1));
  }
  return decode(std::move(found));
}

Decoded DocumentModel::decode(ArcPosteriors posteriors) const {
  Decoded out;
  out.posteriors = std::move(posteriors);
  const Graph::BeadProbabilities& beads = out.posteriors.beads;
  out.chosen = graph_.decode(beads.first, beads.second, threshold, null_gain);
  std::vector<Bead> ladder;
  for (const std::uint32_t k : out.chosen) {
    const Arc& arc = graph_.arcs()[k];
    // Each bead of a swap has half of what the swap scores.
    const double score = out.posteriors.scores[k] / (arc.move == Move::swap ? 2 : 1);
    ladder.push_back({arc.first().zh, arc.first().en, score, beads.first[k]});
    if (arc.move == Move::swap) ladder.push_back({arc.second().zh, arc.second().en, score, beads.second[k]});
  }
  out.ladder = Ladder(std::move(ladder), graph_.end().zh, graph_.end().en);
  return out;
}

std::vector<Term> DocumentModel::terms(const Decoded& decoded, const Bead& bead,
                                       const AlignerOptions& options) const {
  const evidence::WeightColumn& weights =
      options.weights.table().column(evidence::kind_of(options.lexicons), options.passes > 1 ? 1 : 0);
  std::vector<Term> terms;
  for (const std::uint32_t k : decoded.chosen) {
    const Arc& arc = graph_.arcs()[k];
    const bool swap = arc.move == Move::swap;
    const RangePair pair{bead.zh, bead.en};
    if (arc.first() != pair && !(swap && arc.second() == pair)) continue;
    for (std::size_t f = 0; f < evidence::feature_count; ++f) {
      const Term term{std::string(evidence::feature_infos[f].name),
                      static_cast<double>(features_[k].values()[f]) / (swap ? 2 : 1),
                      static_cast<double>(weights[f])};
      if (term.nats() != 0) terms.push_back(term);
    }
    break;
  }
  return terms;
}

ArcPosteriors DocumentModel::posteriors(std::span<const float> weights) const {
  ArcPosteriors out;
  out.scores.reserve(features_.size());
  for (const FeatureVector& vector : features_) {
    const auto values = vector.values();
    double score = 0;
    for (std::size_t k = 0; k < values.size(); ++k) score += static_cast<double>(values[k] * weights[k]);
    out.scores.push_back(score);
  }
  out.probabilities.resize(features_.size());
  out.log_sum = graph_.posteriors(out.scores, out.probabilities);
  out.beads = graph_.bead_probabilities(out.probabilities);
  return out;
}

DocumentRates DocumentModel::rates(const ArcPosteriors& first) const {
  // Sentences or beads that the prior is worth, and the prior: what a short document says is little. (Judged;
  // the rates are those of news.)
  constexpr double weight = 5;
  constexpr double null_prior = 0.03;
  constexpr double beyond_prior = 0.08;
  constexpr double swap_prior = 0.005;
  std::vector<double> null_zh(graph_.end().zh);
  std::vector<double> null_en(graph_.end().en);
  double beads = 0;
  double beyond = 0;
  double one_to_many = 0;
  double many_to_one = 0;
  double swaps = 0;
  double normal = 0;
  for (std::size_t k = 0; k < features_.size(); ++k) {
    const Arc& arc = graph_.arcs()[k];
    const double p = first.probabilities[k];
    if (arc.move == Move::null_zh) null_zh[arc.from.zh] += p;
    if (arc.move == Move::null_en) null_en[arc.from.en] += p;
    if (arc.move == Move::swap) {
      swaps += 2 * p;
      beads += 2 * p;
    }
    if (arc.move != Move::bead) continue;
    const std::uint32_t zh = arc.to.zh - arc.from.zh;
    const std::uint32_t en = arc.to.en - arc.from.en;
    beads += p;
    normal += p * static_cast<double>(features_[k][Feature::g_normal]);
    if (zh + en > 2) beyond += p;
    if (zh == 1 && en > 1) one_to_many += p;
    if (en == 1 && zh > 1) many_to_one += p;
  }
  const auto smooth = [&](double count, double total, double prior) {
    return (count + prior * weight) / (total + weight);
  };
  const double straight = beads - swaps;
  // A block that is missing is one event: it says little about the rest of the document. So runs of nulls
  // count, not nulls.
  const auto null_rate = [&](const std::vector<double>& nulls) {
    double runs = 0;
    double others = 0;
    for (std::size_t k = 0; k < nulls.size(); ++k) {
      runs += nulls[k] * (k > 0 ? std::max(0.0, 1 - nulls[k - 1]) : 1);
      others += std::max(0.0, 1 - nulls[k]);
    }
    return smooth(runs, runs + others, null_prior);
  };
  return {null_rate(null_zh),
          null_rate(null_en),
          smooth(beyond, beads, beyond_prior),
          smooth(one_to_many, beads, beyond_prior / 2),
          smooth(many_to_one, beads, beyond_prior / 2),
          smooth(swaps, beads, swap_prior),
          straight > 0 ? normal / straight : 0};
}

void DocumentModel::add_second_pass(const ArcPosteriors& first, const AlignerOptions& options) {
  const DocumentRates found = rates(first);
  for (std::size_t k = 0; k < features_.size(); ++k) {
    const Arc& arc = graph_.arcs()[k];
    if (arc.move == Move::swap) {
      features_[k] = arc_features_.swap(arc.first(), arc.second(), &found);
    } else {
      evidence::ArcFeatures::add_rates(features_[k], found);
    }
  }
  if (options.links.enabled && !options.ladder.monotone) add_links(first, options);
}

void DocumentModel::add_links(const ArcPosteriors& first, const AlignerOptions& options) {
  const Decoded decoded = decode(first);
  const std::vector<Bead>& beads = decoded.ladder.beads();
  std::vector<std::size_t> zh_home(graph_.end().zh);
  std::vector<std::size_t> en_home(graph_.end().en);
  for (std::size_t k = 0; k < beads.size(); ++k) {
    for (std::uint32_t id = beads[k].zh.begin; id < beads[k].zh.end; ++id) zh_home[id] = k;
    for (std::uint32_t id = beads[k].en.begin; id < beads[k].en.end; ++id) en_home[id] = k;
  }
  const TieScores ties = tie_scores(evidence_, !options.lexicons.empty());
  for (std::size_t k = 0; k < features_.size(); ++k) {
    const Arc& arc = graph_.arcs()[k];
    if (first.probabilities[k] < least_linked) continue;
    if (arc.move != Move::null_zh && arc.move != Move::null_en) continue;
    const std::size_t home = arc.move == Move::null_zh ? zh_home[arc.from.zh] : en_home[arc.from.en];
    // An empty range of the ladder stands where its bead does; here only the sentence counts.
    RangePair leftover = arc.first();
    (arc.move == Move::null_zh ? leftover.en : leftover.zh) = {};
    evidence::ArcFeatures::add_link(features_[k],
                                    link_probability(beads, home, leftover, ties, options.links));
  }
}

}  // namespace duiqi
