#include "corpus/read_document.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/read_record.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/metadata.hpp"

namespace duiqi::corpus {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

[[noreturn]] void refuse(std::string what) {
  throw Error(ErrorCode::invalid_format, std::move(what));
}

std::string text_field(const object& line, const std::string& name) {
  element found;
  if (line.at_key(name).get(found) != simdjson::SUCCESS) {
    refuse(fmt::format("no field \"{}\"; name the fields with --zh-field and --en-field", name));
  }
  std::string_view text;
  if (found.get(text) != simdjson::SUCCESS) refuse(fmt::format("the field \"{}\" must be a string", name));
  return std::string(text);
}

std::string id_field(const object& line, const std::string& name) {
  element found;
  if (line.at_key(name).get(found) != simdjson::SUCCESS || found.is_null()) return {};
  if (std::string_view text; found.get(text) == simdjson::SUCCESS) return std::string(text);
  if (std::int64_t number = 0; found.get(number) == simdjson::SUCCESS) return std::to_string(number);
  if (std::uint64_t number = 0; found.get(number) == simdjson::SUCCESS) return std::to_string(number);
  refuse(fmt::format("the field \"{}\" must be a string or a whole number", name));
}

InputDocument read_json(const Task& task, const CorpusOptions& options) {
  simdjson::dom::parser parser;
  element whole;
  if (const auto error = parser.parse(task.json).get(whole)) {
    refuse(fmt::format("not valid JSON: {}", simdjson::error_message(error)));
  }
  object line;
  if (whole.get(line) != simdjson::SUCCESS) refuse("a line must be a JSON object, with both texts in it");
  InputDocument out;
  std::string zh = text_field(line, options.fields.zh);
  std::string en = text_field(line, options.fields.en);
  out.bytes = zh.size() + en.size();
  out.id = id_field(line, options.fields.id);
  out.metadata = metadata_json(line, {options.fields.id, options.fields.zh, options.fields.en});
  out.zh = Text::from_utf8(std::move(zh));
  out.en = Text::from_utf8(std::move(en));
  return out;
}

InputDocument read_files(const Task& task, const CorpusOptions& options) {
  std::size_t left = options.max_document;
  const auto read = [&](const std::string& path) {
    std::string bytes = read_all(path, left);
    left -= bytes.size();
    return Text::decode(std::move(bytes), options.decode, path);
  };
  InputDocument out;
  if (task.paths.size() == 1) {
    out.record = read_record(read(task.paths[0]));
    out.bytes = out.record->text.size();
    return out;
  }
  out.zh = read(task.paths[0]);
  out.en = read(task.paths[1]);
  out.bytes = out.zh.size() + out.en.size();
  return out;
}

}  // namespace

InputDocument read_document(const Task& task, const CorpusOptions& options) {
  if (!task.refusal.empty()) throw Error(ErrorCode::unrecognised_input, task.refusal);
  InputDocument out = task.paths.empty() ? read_json(task, options) : read_files(task, options);
  if (!task.id.empty()) out.id = task.id;
  if (!out.id.empty()) return out;
  out.id = task.paths.empty() ? fmt::format("{}:{}", task.file, task.line) : task.paths.front();
  return out;
}

}  // namespace duiqi::corpus
