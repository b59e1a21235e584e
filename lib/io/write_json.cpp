#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

#include <duiqi/version.hpp>

#include "io/chosen.hpp"
#include "io/escape.hpp"
#include "io/explain.hpp"
#include "io/json_parts.hpp"

namespace duiqi::io {
namespace {

template <class... Values>
void put(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

std::string_view code(Language language) {
  return language == Language::chinese ? "zh" : "en";
}

/// `, "version": …, "schema": …, "hashes": {…}`, the last only where there are any.
void append_origin(std::string& out, const WriteOptions& options) {
  put(out, ", \"version\": \"{}\", \"schema\": {}", version, schema_version);
  if (options.hashes.empty()) return;
  out += ", \"hashes\": {";
  std::string_view comma;
  for (const auto& [what, hash] : options.hashes) {
    out += comma;
    append_json_string(out, what);
    out += ": ";
    append_json_string(out, hash);
    comma = ", ";
  }
  out += '}';
}

/// `"score": …, "probability": …`
void append_side(std::string& out, const Document& document) {
  put(out, ",\n\"{}\": {{\"file\": ", code(document.language));
  append_json_string(out, document.text.name());
  out += ", \"encoding\": ";
  append_json_string(out, document.text.source_encoding());
  out += ", \"sentences\": [";
  std::string_view comma;
  for (const Sentence& sentence : document.sentences) {
    put(out, "{}\n  {{\"begin\": {}, \"end\": {}, \"paragraph\": {}}}", comma, sentence.span.begin,
        sentence.span.end, sentence.paragraph);
    comma = ",";
  }
  out += "]}";
}

void append_bead(std::string& out, const Bitext& bitext, const model::TracedBead& traced,
                 const WriteOptions& options) {
  put(out, "\n  {{\"zh\": [{}], \"en\": [{}], ", fmt::join(traced.bead.zh, ", "),
      fmt::join(traced.bead.en, ", "));
  append_figures(out, *traced.bead.score, *traced.bead.probability);
  if (options.min_probability > 0) {
    put(out, ", \"kept\": {}", *traced.bead.probability >= options.min_probability);
  }
  if (!options.explanations.empty()) {
    out += ", \"evidence\": {";
    append_evidence(out, bitext, reasons(traced, bitext, options), options.explain);
    out += '}';
  }
  out += '}';
}

void append_record(std::string& out, const Record& record) {
  out += ",\n\"record\": {";
  if (record.date) {
    put(out, "\"date\": \"{:04}-{:02}-{:02}\", ", record.date->year, record.date->month, record.date->day);
  }
  out += "\"metadata\": [";
  std::string_view comma;
  for (const Metadata& item : record.metadata) {
    put(out, "{}\n  {{\"name\": ", comma);
    append_json_string(out, item.name);
    put(out, ", \"language\": \"{}\", \"value\": ", code(item.language));
    append_json_string(out, record.text.slice(item.value));
    put(out, ", \"span\": [{}, {}]}}", item.value.begin, item.value.end);
    comma = ",";
  }
  out += "], \"unassigned\": [";
  comma = {};
  for (const Span& span : record.unassigned) {
    put(out, "{}[{}, {}]", comma, span.begin, span.end);
    comma = ", ";
  }
  out += "]}";
}

void append_links(std::string& out, const Bitext& bitext) {
  out += ",\n\"links\": [";
  std::string_view comma;
  for (const Link& link : bitext.links()) {
    put(out, "{}\n  {{\"zh\": [{}], \"en\": [{}], ", comma, link.zh, link.en);
    append_figures(out, link.score, link.probability);
    out += '}';
    comma = ",";
  }
  out += ']';
}

void append_warnings(std::string& out, const Bitext& bitext) {
  out += ",\n\"warnings\": [";
  std::string_view comma;
  for (const Warning& warning : bitext.warnings()) {
    put(out, "{}\n  {{\"code\": \"{}\", \"message\": ", comma, name(warning.code));
    append_json_string(out, warning.message);
    out += '}';
    comma = ",";
  }
  out += ']';
}

/// `, "summary": {…`, without its drifts and its end. Lines of jsonl have no drifts: there are more of them
/// the longer the document, and so many on each of its lines would make the output grow with its square.
void append_shares(std::string& out, const Summary& summary) {
  out += ", \"summary\": {";
  const auto side = [&](std::string_view name, const SideSummary& shares) {
    put(out, "\"{}\": {{\"translated\": ", name);
    append_json_number(out, shares.translated);
    out += ", \"doubtful\": ";
    append_json_number(out, shares.doubtful);
    out += "}, ";
  };
  side("zh", summary.zh);
  side("en", summary.en);
  out += "\"probability\": ";
  append_json_number(out, summary.probability);
  out += ", \"support\": ";
  append_json_number(out, summary.support);
  put(out, ", \"parallel\": {}", summary.parallel);
}

void append_drifts(std::string& out, const Summary& summary) {
  out += ", \"drifts\": [";
  std::string_view comma;
  for (const Drift& drift : summary.drifts) {
    put(out, "{}{{\"zh\": [{}, {}], \"en\": [{}, {}], \"support\": ", comma, drift.zh.begin, drift.zh.end,
        drift.en.begin, drift.en.end);
    append_json_number(out, drift.support);
    out += '}';
    comma = ", ";
  }
  out += ']';
}

}  // namespace

void write_json(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  out += "{\"id\": ";
  append_json_string(out, id_of(bitext, options));
  append_origin(out, options);
  if (options.min_probability > 0) put(out, ", \"min_probability\": {:.6g}", options.min_probability);
  if (bitext.record) append_record(out, *bitext.record);
  append_side(out, bitext.zh());
  append_side(out, bitext.en());
  out += ",\n\"beads\": [";
  std::string_view comma;
  for (const model::TracedBead& traced : choose_nulls(bitext, true, options)) {
    out += comma;
    append_bead(out, bitext, traced, options);
    comma = ",";
  }
  out += ']';
  append_links(out, bitext);
  put(out, ", \"links_merged\": {}", options.merge_links);
  append_shares(out, bitext.summary());
  append_drifts(out, bitext.summary());
  out += '}';
  append_warnings(out, bitext);
  out += "}\n";
}

void write_jsonl(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  for (const model::TracedBead& traced : choose(bitext, false, options)) {
    append_pair(out, id_of(bitext, options), bitext, traced.bead);
    if (!options.explanations.empty()) {
      const Reasons why = reasons(traced, bitext, options);
      out += ", \"anchors\": {";
      append_anchors(out, bitext, why);
      out += '}';
      if (options.explain) {
        out += ", \"evidence\": {";
        append_evidence(out, bitext, why, true);
        out += '}';
      }
    }
    append_shares(out, bitext.summary());
    out += '}';
    append_origin(out, options);
    out += "}\n";
  }
}

}  // namespace duiqi::io
