// Layer: model. Beads as lists of sentence ids: what files hold, and what an alignment is once its links are
// drawn in.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/export.hpp>

namespace duiqi {

/// Some Chinese sentences and some English ones, by id (from 0). The ids of a side may have gaps, and those
/// of neighbouring beads may cross.
struct IdBead {
  std::vector<std::uint32_t> zh;      ///< ascending
  std::vector<std::uint32_t> en;      ///< ascending
  std::optional<double> score;        ///< nats; empty where the source has none
  std::optional<double> probability;  ///< in [0, 1]; empty where the source has none

  bool null() const { return zh.empty() || en.empty(); }
};

/// The beads of an alignment with its links drawn in: the beads that a link ties together become one, and a
/// null that a link reaches is a null no more (of a null of several sentences only the ones that are
/// reached). A merged bead keeps the score and the probability of the ladder's bead that it is made of: what
/// a link is worth, the link says. Where a link ties several beads with both sides, the score is their sum
/// and the probability the least of theirs; where it ties nulls alone, both are the link's (of several the
/// sum and the least). It stands where the first of its beads with both sides stood, or the first Chinese
/// null where it has none. Cost: linear.
DUIQI_API std::vector<IdBead> merge_links(const Bitext& bitext);

}  // namespace duiqi
