// Layer: aligner. The log-linear model of one pair of documents: which ladders there are, and what speaks for each arc.
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

/// Keeps references to the analyses. Not thread-safe.
class DocumentModel {
 public:
  DocumentModel(const Analysis& zh, const Analysis& en, const AlignerOptions& options);

  evidence::Evidence& evidence() { return evidence_; }
  const align::Graph& graph() const { return graph_; }
  /// One for each arc.
  const std::vector<evidence::FeatureVector>& features() const { return features_; }

  ArcPosteriors posteriors(std::span<const float> weights) const;
  /// Of a first pass.
  evidence::DocumentRates rates(const ArcPosteriors& first) const;
  /// Adds what a second pass sees. Once.
  void add_rates(const evidence::DocumentRates& rates);

 private:
  evidence::Evidence evidence_;
  evidence::ArcFeatures arc_features_;
  align::Graph graph_;
  std::vector<evidence::FeatureVector> features_;
};

}  // namespace duiqi
