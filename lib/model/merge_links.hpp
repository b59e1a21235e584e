// Layer: model. Drawing links into beads, with a trace of what each result was made of.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/id_bead.hpp>

namespace duiqi::model {

/// A bead as it is written, and where it came from.
struct TracedBead {
  IdBead bead;
  std::vector<std::uint32_t>
      beads;  ///< indices into Bitext::beads(), ascending; nulls that a link reached too
  std::vector<std::uint32_t> links;  ///< indices into Bitext::links(), ascending
  std::uint32_t home = 0;            ///< the one of `beads` where it stands
};

/// The beads with the links drawn in (see duiqi::merge_links), or, where `merge` is false, as the ladder has
/// them.
std::vector<TracedBead> trace_beads(const Bitext& bitext, bool merge);

}  // namespace duiqi::model
