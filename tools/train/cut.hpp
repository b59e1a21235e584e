// Documents with runs of sentences left out, made from documents with gold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <duiqi/id_bead.hpp>

namespace duiqi::train {

/// A document of a sentence a line, with its gold.
struct Lines {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  std::vector<IdBead> gold;
};

/// The document as a newsroom might have shortened it: of some beads one side is gone, so that the other
/// stands alone. Sentences go in runs, on either side; of one document in four the end of one side goes too.
/// The same `seed` gives the same cuts on every machine.
Lines with_cuts(const Lines& whole, std::uint32_t seed);

}  // namespace duiqi::train
