#include "corpus/pair_line.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <simdjson.h>
#include <utility>

#include <duiqi/error.hpp>

#include "corpus/metadata.hpp"

namespace duiqi::corpus {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

[[noreturn]] void refuse(std::string_view what) {
  throw Error(ErrorCode::invalid_format, fmt::format("no line that duiqi corpus wrote: {}", what));
}

[[noreturn]] void refuse_field(std::string_view name, std::string_view wanted) {
  refuse(fmt::format("\"{}\" must be {}", name, wanted));
}

element field(const object& line, std::string_view name) {
  element found;
  if (line.at_key(name).get(found) != simdjson::SUCCESS) refuse(fmt::format("no field \"{}\"", name));
  return found;
}

std::string text(const object& line, std::string_view name) {
  std::string_view found;
  if (field(line, name).get(found) != simdjson::SUCCESS) refuse_field(name, "a string");
  return std::string(found);
}

double number(const object& line, std::string_view name) {
  double found = 0;
  if (field(line, name).get(found) != simdjson::SUCCESS) refuse_field(name, "a number");
  return found;
}

std::vector<std::size_t> numbers(const object& line, std::string_view name) {
  array found;
  if (field(line, name).get(found) != simdjson::SUCCESS) refuse_field(name, "a list of numbers");
  std::vector<std::size_t> out;
  for (const element& one : found) {
    std::uint64_t value = 0;
    if (one.get(value) != simdjson::SUCCESS) refuse_field(name, "a list of whole numbers");
    out.push_back(value);
  }
  return out;
}

std::vector<std::uint32_t> ids(const object& line, std::string_view name) {
  std::vector<std::uint32_t> out;
  for (const std::size_t id : numbers(line, name)) out.push_back(static_cast<std::uint32_t>(id));
  return out;
}

Span span(const object& line, std::string_view name) {
  const std::vector<std::size_t> ends = numbers(line, name);
  if (ends.size() != 2 || ends[0] > ends[1]) refuse_field(name, "a begin and an end");
  return {ends[0], ends[1]};
}

std::size_t count(const object& line, std::string_view name) {
  array found;
  if (field(line, name).get(found) != simdjson::SUCCESS) refuse_field(name, "a list");
  return found.size();
}

/// What holds for lines of either format.
void check(const PairFields& pair) {
  if (pair.zh.empty() || pair.en.empty()) refuse("a side without text");
  if (pair.zh_ids.empty() || pair.en_ids.empty()) refuse("a side without sentences");
  if (pair.type != fmt::format("{}-{}", pair.zh_ids.size(), pair.en_ids.size()))
    refuse(fmt::format("the type {} is not that of its ids", pair.type));
  if (!(pair.probability >= 0 && pair.probability <= 1)) refuse("the probability is outside 0 to 1");
  if (!std::isfinite(pair.length_ratio)) refuse("the length ratio is no number");
}

PairFields read_jsonl(std::string_view bytes) {
  thread_local simdjson::dom::parser parser;
  element whole;
  if (const auto error = parser.parse(bytes.data(), bytes.size()).get(whole)) {
    refuse(fmt::format("not valid JSON: {}", simdjson::error_message(error)));
  }
  object line;
  if (whole.get(line) != simdjson::SUCCESS) refuse("no JSON object");
  // Of the file of --explain-drop; its pairs were left out on purpose.
  if (line.at_key("reason").error() == simdjson::SUCCESS) refuse("a pair that was dropped");
  if (line.at_key("pairs").error() == simdjson::SUCCESS)
    refuse("a document record (--documents), and not a pair");
  PairFields out;
  out.doc = text(line, "doc");
  out.zh = text(line, "zh");
  out.en = text(line, "en");
  out.zh_ids = ids(line, "zh_ids");
  out.en_ids = ids(line, "en_ids");
  out.zh_span = span(line, "zh_span");
  out.en_span = span(line, "en_span");
  out.type = text(line, "type");
  field(line, "score");  // null where it is infinite
  out.probability = number(line, "probability");
  out.length_ratio = number(line, "length_ratio");
  object anchors;
  if (field(line, "anchors").get(anchors) != simdjson::SUCCESS) refuse_field("anchors", "an object");
  out.matched = count(anchors, "matched");
  out.missed = count(anchors, "missed");
  element meta;
  if (line.at_key("meta").get(meta) == simdjson::SUCCESS) {
    object fields;
    if (meta.get(fields) != simdjson::SUCCESS) refuse_field("meta", "an object");
    out.metadata = metadata_json(fields, {});
  }
  return out;
}

template <class Number>
Number parse(std::string_view field, std::string_view name) {
  Number out{};
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), out);
  if (error != std::errc() || end != field.data() + field.size()) {
    refuse(fmt::format("the {} \"{}\" can't be read", name, field.substr(0, 40)));
  }
  return out;
}

std::vector<std::uint32_t> parse_ids(std::string_view field) {
  std::vector<std::uint32_t> out;
  for (;;) {
    const std::size_t comma = field.find(',');
    out.push_back(parse<std::uint32_t>(field.substr(0, comma), "sentence id"));
    if (comma == std::string_view::npos) return out;
    field.remove_prefix(comma + 1);
  }
}

Span parse_span(std::string_view field) {
  const std::size_t dash = std::min(field.find('-'), field.size());
  const auto begin = parse<std::size_t>(field.substr(0, dash), "span");
  const auto end = parse<std::size_t>(field.substr(std::min(dash + 1, field.size())), "span");
  if (begin > end) refuse("a span ends before it begins");
  return {begin, end};
}

PairFields read_tsv(std::string_view line) {
  constexpr std::size_t columns = 13;
  std::vector<std::string_view> fields;
  for (std::string_view rest = line;;) {
    const std::size_t tab = rest.find('\t');
    fields.push_back(rest.substr(0, tab));
    if (tab == std::string_view::npos) break;
    rest.remove_prefix(tab + 1);
  }
  if (fields.size() != columns) {
    refuse(fmt::format("{} columns instead of {}", fields.size(), columns));
  }
  if (!simdjson::validate_utf8(line.data(), line.size())) refuse("not valid UTF-8");
  PairFields out;
  out.zh = fields[0];
  out.en = fields[1];
  out.probability = parse<double>(fields[2], "probability");
  out.doc = fields[3];
  out.zh_ids = parse_ids(fields[4]);
  out.en_ids = parse_ids(fields[5]);
  out.zh_span = parse_span(fields[6]);
  out.en_span = parse_span(fields[7]);
  out.type = fields[8];
  out.length_ratio = parse<double>(fields[9], "length ratio");
  out.matched = parse<std::size_t>(fields[10], "number of anchors");
  out.missed = parse<std::size_t>(fields[11], "number of anchors");
  out.metadata = fields[12];
  if (!out.metadata.empty() && (out.metadata.front() != '{' || out.metadata.back() != '}'))
    refuse("the last column is no JSON object");
  return out;
}

}  // namespace

PairFields read_pair(std::string_view line, CorpusFormat format) {
  PairFields out = format == CorpusFormat::tsv ? read_tsv(line) : read_jsonl(line);
  check(out);
  return out;
}

}  // namespace duiqi::corpus
