// Layer: model. Beads as lists of sentence ids: what files hold, and what an alignment is once its links are
// drawn in.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/export.hpp>

namespace duiqi {

/// Some Chinese sentences and some English ones, by id (from 0). The ids of a side may have gaps.
struct IdBead {
  std::vector<std::uint32_t> zh;      ///< ascending
  std::vector<std::uint32_t> en;      ///< ascending
  std::optional<double> score;        ///< nats; empty where the source has none
  std::optional<double> probability;  ///< in [0, 1]; empty where the source has none

  bool null() const { return zh.empty() || en.empty(); }
};

/// The beads of an alignment with its links drawn in: the beads that a link ties together become one, and a
/// null that a link reaches is a null no more (of a null of several sentences only the ones that are
/// reached). A merged bead's score is the sum, its probability the product over the links and the beads with
/// both sides that it is made of; it stands where the first of these beads stood. Cost: linear.
DUIQI_API std::vector<IdBead> merge_links(const Bitext& bitext);

}  // namespace duiqi
