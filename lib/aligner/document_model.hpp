// Layer: aligner. The log-linear model of one pair of documents: which ladders there are, and what speaks for
// each arc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/aligner.hpp>

#include "align/graph.hpp"
#include "evidence/arc_features.hpp"
#include "evidence/evidence.hpp"
#include "evidence/feature.hpp"

namespace duiqi {

/// What is found out about the arcs of a graph with some weights.
struct ArcPosteriors {
  std::vector<double> scores;         ///< nats
  std::vector<double> probabilities;  ///< of the arcs
  align::Graph::BeadProbabilities beads;
  double log_sum = 0;
};

/// What is found in the end.
struct Decoded {
  Ladder ladder;
  ArcPosteriors posteriors;           ///< of the last pass
  std::vector<std::uint32_t> chosen;  ///< arcs, in the ladder's order
};

/// Keeps references to the analyses. Not thread-safe.
class DocumentModel {
 public:
  DocumentModel(const Analysis& zh, const Analysis& en, const AlignerOptions& options);

  evidence::Evidence& evidence() { return evidence_; }
  const align::Graph& graph() const { return graph_; }
  /// One for each arc.
  const std::vector<evidence::FeatureVector>& features() const { return features_; }

  /// As many passes as the options say, with their weights.
  Decoded align(const AlignerOptions& options);

  /// The ladder of highest expected agreement.
  Decoded decode(ArcPosteriors posteriors) const;

  /// What each feature adds to the score of a bead that was chosen. After align() with the same options.
  std::vector<Term> terms(const Decoded& decoded, const Bead& bead, const AlignerOptions& options) const;

  ArcPosteriors posteriors(std::span<const float> weights) const;
  /// Of a first pass.
  evidence::DocumentRates rates(const ArcPosteriors& first) const;
  /// Adds what a second pass sees: the document's rates, and where nulls would be linked. Once.
  void add_second_pass(const ArcPosteriors& first, const AlignerOptions& options);

 private:
  void add_links(const ArcPosteriors& first, const AlignerOptions& options);

  evidence::Evidence evidence_;
  evidence::ArcFeatures arc_features_;
  align::Graph graph_;
  std::vector<evidence::FeatureVector> features_;
};

}  // namespace duiqi
