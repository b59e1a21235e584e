#include <fmt/format.h>
#include <iterator>

#include <duiqi/version.hpp>

#include "io/chosen.hpp"
#include "io/escape.hpp"

namespace duiqi::io {
namespace {

void append_prop(std::string& out, std::string_view indent, std::string_view type, std::string_view value) {
  out.append(indent).append("<prop type=\"");
  append_xml(out, type);
  out += "\">";
  append_xml(out, value);
  out += "</prop>\n";
}

void append_tuv(std::string& out, std::string_view language, const Document& document,
                const std::vector<std::uint32_t>& ids) {
  if (ids.empty()) return;
  fmt::format_to(std::back_inserter(out), "      <tuv xml:lang=\"{}\"><seg>", language);
  append_xml(out, joined_line(document, ids));
  out += "</seg></tuv>\n";
}

}  // namespace

void write_tmx(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  // No document type: the sample's relative address makes strict readers look for a file that is not there.
  fmt::format_to(std::back_inserter(out),
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<tmx version=\"1.4\">\n"
                 "  <header creationtool=\"duiqi\" creationtoolversion=\"{}\" segtype=\"sentence\" "
                 "o-tmf=\"duiqi\" adminlang=\"en\" srclang=\"zh\" datatype=\"plaintext\">\n",
                 version);
  append_prop(out, "    ", "x-schema", fmt::format("{}", schema_version));
  if (!id_of(bitext, options).empty()) append_prop(out, "    ", "x-document", id_of(bitext, options));
  for (const auto& [name, hash] : options.hashes) append_prop(out, "    ", "x-hash-" + name, hash);
  out += "  </header>\n  <body>\n";
  std::size_t number = 0;
  for (const model::TracedBead& traced : choose(bitext, false, options)) {
    fmt::format_to(std::back_inserter(out), "    <tu tuid=\"{}\">\n", ++number);
    append_prop(out, "      ", "x-type", type_of(traced.bead));
    append_prop(out, "      ", "x-probability", fmt::format("{:.6f}", *traced.bead.probability));
    append_tuv(out, "zh", bitext.zh(), traced.bead.zh);
    append_tuv(out, "en", bitext.en(), traced.bead.en);
    out += "    </tu>\n";
  }
  out += "  </body>\n</tmx>\n";
}

}  // namespace duiqi::io
