#include "corpus/context.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "io/chosen.hpp"
#include "io/escape.hpp"

namespace duiqi::corpus {
namespace {

void append_beads(std::string& out, const std::vector<std::string>& beads, std::size_t begin,
                  std::size_t end) {
  out += '[';
  for (std::size_t k = begin; k < end; ++k) {
    if (k > begin) out += ", ";
    out += beads[k];
  }
  out += ']';
}

}  // namespace

std::vector<std::string> contexts(const Bitext& bitext, const std::vector<Pair>& pairs, std::uint32_t count) {
  const std::vector<model::TracedBead> all = io::choose(bitext, true, {});
  std::vector<std::string> beads;
  for (const model::TracedBead& traced : all) {
    std::string& bead = beads.emplace_back("{\"zh\": ");
    io::append_json_string(bead, io::joined(bitext.zh(), traced.bead.zh));
    bead += ", \"en\": ";
    io::append_json_string(bead, io::joined(bitext.en(), traced.bead.en));
    bead += '}';
  }
  std::vector<std::string> out;
  std::size_t at = 0;  // pairs are all beads but the nulls, in the same order
  for (const Pair& pair : pairs) {
    while (all.at(at).bead.zh != pair.bead.zh || all[at].bead.en != pair.bead.en) ++at;
    std::string& context = out.emplace_back("{\"before\": ");
    append_beads(context, beads, at - std::min<std::size_t>(at, count), at);
    context += ", \"after\": ";
    append_beads(context, beads, at + 1, std::min(at + 1 + count, beads.size()));
    context += '}';
  }
  return out;
}

}  // namespace duiqi::corpus
