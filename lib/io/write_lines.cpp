// The formats that hold a bead a line and nothing else: tsv and vecalign.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

#include "io/chosen.hpp"

namespace duiqi::io {

void write_tsv(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  for (const model::TracedBead& traced : choose(bitext, false, options)) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{:.6f}\n", joined_line(bitext.zh(), traced.bead.zh),
                   joined_line(bitext.en(), traced.bead.en), *traced.bead.probability);
  }
}

void write_vecalign(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  for (const model::TracedBead& traced : choose(bitext, true, options)) {
    fmt::format_to(std::back_inserter(out), "[{}]:[{}]:{:.6f}\n", fmt::join(traced.bead.zh, ", "),
                   fmt::join(traced.bead.en, ", "), 1 - *traced.bead.probability);
  }
}

}  // namespace duiqi::io
