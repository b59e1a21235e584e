#include <fmt/format.h>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <duiqi/version.hpp>

#include "io/chosen.hpp"
#include "io/tmx.hpp"

namespace duiqi::io {
namespace {

void append_side(std::string& out, std::string_view language, const Document& document,
                 const std::vector<std::uint32_t>& ids) {
  if (!ids.empty()) append_tmx_variant(out, language, joined(document, ids));
}

}  // namespace

void write_tmx(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  std::vector<std::pair<std::string, std::string>> properties;
  properties.emplace_back("x-schema", fmt::format("{}", schema_version));
  if (!id_of(bitext, options).empty()) properties.emplace_back("x-document", id_of(bitext, options));
  for (const auto& [name, hash] : options.hashes) properties.emplace_back("x-hash-" + name, hash);
  append_tmx_begin(out, properties);
  std::size_t number = 0;
  for (const model::TracedBead& traced : choose(bitext, false, options)) {
    fmt::format_to(std::back_inserter(out), "    <tu tuid=\"{}\">\n", ++number);
    append_tmx_property(out, "x-type", type_of(traced.bead));
    append_tmx_property(out, "x-probability", fmt::format("{:.6f}", *traced.bead.probability));
    append_side(out, "zh", bitext.zh(), traced.bead.zh);
    append_side(out, "en", bitext.en(), traced.bead.en);
    out += "    </tu>\n";
  }
  append_tmx_end(out);
}

}  // namespace duiqi::io
