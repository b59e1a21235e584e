#include "io/read_json.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <simdjson.h>
#include <utility>

#include "io/lines.hpp"

namespace duiqi {
namespace io {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

/// A value, the way to it, and the file that it stands in, for messages.
class Value {
 public:
  Value(const Text& text, std::optional<std::size_t> line, element value, std::string path)
      : text_(text), line_(line), value_(value), path_(std::move(path)) {}

  [[noreturn]] void refuse(std::string_view expected) const {
    throw Error(ErrorCode::invalid_format,
                fmt::format("{} must be {}; give a file that duiqi wrote, or one of its form",
                            path_.empty() ? "the whole" : path_, expected),
                {text_.name(), std::nullopt, line_});
  }

  std::optional<Value> find(std::string_view key) const {
    if (!value_.is_object()) refuse("an object");
    element found;
    if (value_[key].get(found) != simdjson::SUCCESS) return std::nullopt;
    return Value(text_, line_, found, path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key));
  }
  Value get(std::string_view key) const {
    auto found = find(key);
    if (!found) {
      throw Error(ErrorCode::invalid_format,
                  fmt::format("\"{}\" is missing{}{}; give a file that duiqi wrote, or one of its form", key,
                              path_.empty() ? "" : " in ", path_),
                  {text_.name(), std::nullopt, line_});
    }
    return *std::move(found);
  }

  template <class Function>
  void for_each(Function item) const {
    array values;
    if (value_.get(values) != simdjson::SUCCESS) refuse("a list");
    std::size_t k = 0;
    for (const element value : values) item(Value(text_, line_, value, fmt::format("{}[{}]", path_, k++)));
  }

  std::uint64_t integer(std::uint64_t most) const {
    std::uint64_t out = 0;
    if (value_.get(out) != simdjson::SUCCESS || out > most) refuse("a whole number from 0");
    return out;
  }
  std::optional<double> real() const {
    if (value_.is_null()) return std::nullopt;
    double out = 0;
    if (value_.get(out) != simdjson::SUCCESS) refuse("a number or null");
    return out;
  }
  std::string string() const {
    std::string_view out;
    if (value_.get(out) != simdjson::SUCCESS) refuse("a string");
    return std::string(out);
  }

 private:
  const Text& text_;
  std::optional<std::size_t> line_;
  element value_;
  std::string path_;
};

element parsed(simdjson::dom::parser& parser, const Text& text, std::optional<std::size_t> line,
               std::string_view json) {
  element out;
  if (const auto error = parser.parse(simdjson::padded_string(json)).get(out)) {
    throw Error(ErrorCode::invalid_format, fmt::format("not valid JSON: {}", simdjson::error_message(error)),
                {text.name(), std::nullopt, line});
  }
  return out;
}

std::vector<std::uint32_t> ids(const Value& list) {
  std::vector<std::uint32_t> out;
  list.for_each([&](const Value& id) { out.push_back(static_cast<std::uint32_t>(id.integer(0xFFFFFFFF))); });
  std::sort(out.begin(), out.end());
  return out;
}

IdBead bead(const Value& value, std::string_view zh, std::string_view en) {
  IdBead out;
  out.zh = ids(value.get(zh));
  out.en = ids(value.get(en));
  if (const auto score = value.find("score")) out.score = score->real();
  if (const auto probability = value.find("probability")) out.probability = probability->real();
  return out;
}

std::vector<Span> sentences(const Value& document, std::string_view side) {
  std::vector<Span> out;
  const auto found = document.find(side);
  const auto list = found ? found->find("sentences") : std::nullopt;
  if (!list) return out;
  list->for_each([&](const Value& sentence) {
    const Span span{sentence.get("begin").integer(SIZE_MAX), sentence.get("end").integer(SIZE_MAX)};
    if (span.end < span.begin) sentence.refuse("a span whose end is not before its begin");
    out.push_back(span);
  });
  return out;
}

}  // namespace

IdAlignment read_json(const Text& text) {
  simdjson::dom::parser parser;
  const Value document(text, std::nullopt, parsed(parser, text, std::nullopt, body(text)), "");
  IdAlignment out;
  if (const auto id = document.find("id")) out.id = id->string();
  out.zh = sentences(document, "zh");
  out.en = sentences(document, "en");
  document.get("beads").for_each([&](const Value& value) { out.beads.push_back(bead(value, "zh", "en")); });
  return out;
}

std::vector<IdAlignment> read_jsonl(const Text& text) {
  simdjson::dom::parser parser;
  std::vector<IdAlignment> out;
  std::map<std::string, std::size_t> known;
  for_each_line(body(text), [&](std::size_t number, std::string_view line) {
    const Value value(text, number, parsed(parser, text, number, line), "");
    const auto doc = value.find("doc");
    const std::string id = doc ? doc->string() : std::string();
    const auto [at, added] = known.emplace(id, out.size());
    if (added) out.emplace_back().id = id;
    out[at->second].beads.push_back(bead(value, "zh_ids", "en_ids"));
  });
  return out;
}

bool looks_like_jsonl(const Text& text) {
  std::string_view first = trimmed(body(text));
  first = trimmed(first.substr(0, first.find_first_of("\r\n")));
  simdjson::dom::parser parser;
  element object;
  element ids;
  return parser.parse(simdjson::padded_string(first)).get(object) == simdjson::SUCCESS &&
         object["zh_ids"].get(ids) == simdjson::SUCCESS;
}

}  // namespace io

std::vector<AlignedText> read_aligned_texts(const Text& text) {
  using namespace io;
  simdjson::dom::parser parser;
  std::vector<AlignedText> out;
  for_each_line(body(text), [&](std::size_t number, std::string_view line) {
    const Value value(text, number, parsed(parser, text, number, line), "");
    AlignedText& bead = out.emplace_back(AlignedText{value.get("zh").string(), value.get("en").string(), {}});
    const auto probability = value.find("probability");
    if (!probability) return;
    bead.probability = probability->real();
    if (bead.probability && !(*bead.probability >= 0 && *bead.probability <= 1)) {
      probability->refuse("a probability from 0 to 1");
    }
  });
  return out;
}

}  // namespace duiqi
