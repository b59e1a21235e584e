#include "io/json_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

#include "io/chosen.hpp"
#include "io/escape.hpp"

namespace duiqi::io {
namespace {

template <class... Values>
void put(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

}  // namespace

std::string_view name(WarningCode warning) {
  switch (warning) {
    case WarningCode::swapped_sides:
      return "swapped_sides";
    case WarningCode::unexpected_language:
      return "unexpected_language";
    case WarningCode::guessed_encoding:
      return "guessed_encoding";
    case WarningCode::replaced_bytes:
      return "replaced_bytes";
    case WarningCode::empty_side:
      return "empty_side";
    case WarningCode::not_parallel:
      return "not_parallel";
    case WarningCode::drift:
      return "drift";
    case WarningCode::unassigned_text:
      return "unassigned_text";
  }
  return "";
}

Span span_of(const Document& document, const std::vector<std::uint32_t>& ids) {
  return ids.empty() ? Span{} : document.span({ids.front(), ids.back() + 1});
}

void append_figures(std::string& out, double score, double probability) {
  out += "\"score\": ";
  append_json_number(out, score);
  out += ", \"probability\": ";
  append_json_number(out, probability);
}

void append_pair(std::string& out, std::string_view id, const Bitext& bitext, const IdBead& bead) {
  const Span zh = span_of(bitext.zh(), bead.zh);
  const Span en = span_of(bitext.en(), bead.en);
  out += "{\"doc\": ";
  append_json_string(out, id);
  out += ", \"zh\": ";
  append_json_string(out, joined(bitext.zh(), bead.zh));
  out += ", \"en\": ";
  append_json_string(out, joined(bitext.en(), bead.en));
  put(out, ", \"zh_ids\": [{}], \"en_ids\": [{}], \"zh_span\": [{}, {}], \"en_span\": [{}, {}]",
      fmt::join(bead.zh, ", "), fmt::join(bead.en, ", "), zh.begin, zh.end, en.begin, en.end);
  put(out, ", \"type\": \"{}\", ", type_of(bead));
  append_figures(out, *bead.score, *bead.probability);
}

void append_kind_and_key(std::string& out, const Anchor& anchor) {
  put(out, "{{\"kind\": \"{}\", \"key\": ", duiqi::name(anchor.kind));
  append_json_string(out, anchor.key);
}

}  // namespace duiqi::io
