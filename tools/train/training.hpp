// Learning the weights of the log-linear model from documents with gold.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <duiqi/evaluate.hpp>
#include <duiqi/id_bead.hpp>

#include "aligner/document_model.hpp"
#include "aligner/glue.hpp"

namespace duiqi::train {

/// A document with gold, ready for learning.
struct Example {
  std::string set;
  std::uint32_t fold = 0;
  double weight = 1;
  bool strict = false;
  std::vector<IdBead> gold;
  Analysis zh;
  Analysis en;
  std::unique_ptr<gluing::Glue> glue;
  std::unique_ptr<DocumentModel> model;
  std::vector<char> agrees;  ///< of each arc: whether the gold allows it
};

/// Makes the model of a document that was read, and marks what agrees with the gold. Where gold beads are
/// beads (`strict`), an arc agrees that is one; where they are segments, an arc that lies inside one. Nulls
/// agree where the gold has them.
void prepare(Example& example, const AlignerOptions& options);

struct TrainOptions {
  double l2 = 2;  ///< weight of |w|² in the loss; see docs/accuracy.md
  std::uint32_t threads = 2;
  std::uint32_t iterations = 200;
  std::vector<char> disabled;  ///< of each feature: whether its weight stays 0
};

/// The weights that maximise the share of the probability that runs through ladders that agree with the gold.
/// Arcs that disagree are not forbidden but dear, so that a document whose gold no ladder can follow still
/// teaches.
std::vector<float> learn(std::span<const Example* const> examples, const TrainOptions& options);

/// The beads that the weights find, in ids as given.
std::vector<IdBead> find_beads(const Example& example, std::span<const float> weights);

}  // namespace duiqi::train
