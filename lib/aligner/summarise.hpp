// Layer: aligner. The summary of one alignment, and the warnings that follow from it.
#pragma once

#include <span>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/summary.hpp>

#include "aligner/glue.hpp"

namespace duiqi {

/// What is known of one side's sentences.
struct SideProbabilities {
  std::vector<double> lengths;      ///< in characters
  std::vector<double> alone;        ///< that there is no counterpart among the beads
  std::vector<double> linked;       ///< that a link ties it elsewhere
  std::vector<double> in_its_bead;  ///< of what was chosen: its bead, or `alone` where it is a null
};

/// Characters without white space.
double visible_length(std::string_view text);

/// Linear. Precondition: the vectors have one size.
SideSummary summarise(const SideProbabilities& side);

/// What a document's alignment is, by bead and by sentence.
struct Found {
  std::vector<Bead> beads;
  std::vector<double> support;   ///< of each bead, nats
  std::vector<double> zh_alone;  ///< of each sentence: see SideProbabilities::alone
  std::vector<double> en_alone;
};

/// `links`: of groups, as `found` is; the summary's ids are those given.
Summary summarise(const Found& found, std::span<const Link> links, const gluing::Glue& glue,
                  const AlignerOptions& options);

/// `not_parallel`, or a `drift` for each stretch.
std::vector<Warning> warnings_of(const Summary& summary);

}  // namespace duiqi
