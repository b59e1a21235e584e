#include "io/tmx.hpp"

#include <fmt/format.h>
#include <iterator>

#include <duiqi/version.hpp>

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

}  // namespace

void append_tmx_begin(std::string& out, const std::vector<std::pair<std::string, std::string>>& properties) {
  // No document type: the sample's relative address makes strict readers look for a file that is not there.
  fmt::format_to(std::back_inserter(out),
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<tmx version=\"1.4\">\n"
                 "  <header creationtool=\"duiqi\" creationtoolversion=\"{}\" segtype=\"sentence\" "
                 "o-tmf=\"duiqi\" adminlang=\"en\" srclang=\"zh\" datatype=\"plaintext\">\n",
                 version);
  for (const auto& [type, value] : properties) append_prop(out, "    ", type, value);
  out += "  </header>\n  <body>\n";
}

void append_tmx_end(std::string& out) {
  out += "  </body>\n</tmx>\n";
}

void append_tmx_property(std::string& out, std::string_view type, std::string_view value) {
  append_prop(out, "      ", type, value);
}

void append_tmx_variant(std::string& out, std::string_view language, std::string_view text) {
  fmt::format_to(std::back_inserter(out), "      <tuv xml:lang=\"{}\"><seg>", language);
  std::string line;
  append_one_line(line, text);
  append_xml(out, line);
  out += "</seg></tuv>\n";
}

}  // namespace duiqi::io
