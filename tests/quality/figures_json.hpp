// Figures of evaluation sets as JSON, written by one run and compared with by a later one.
#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <simdjson.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "io/escape.hpp"
#include "quality/set_figures.hpp"

namespace duiqi::quality {

inline void append_member(std::string& out, std::string_view name, std::optional<double> value) {
  // Nine digits, so that a difference of one bead in a hundred thousand shows.
  out += fmt::format(", \"{}\": {}", name, value ? fmt::format("{:.9g}", *value) : "null");
}

inline std::string to_json(const std::vector<SetFigures>& all) {
  std::string out = "{\"duiqi_quality\": 1, \"sets\": [";
  for (const SetFigures& figures : all) {
    out += &figures == all.data() ? "\n{\"set\": " : ",\n{\"set\": ";
    io::append_json_string(out, figures.set);
    out += fmt::format(", \"setting\": \"{}\", \"figure\": \"{}\"", figures.setting, figures.figure);
    append_member(out, "f1", figures.f1);
    append_member(out, "null", figures.null);
    append_member(out, "ece", figures.ece);
    append_member(out, "mean", figures.mean);
    if (figures.interval) {
      append_member(out, "low", figures.interval->low);
      append_member(out, "high", figures.interval->high);
    }
    out += fmt::format(", \"zh\": {}, \"en\": {}", figures.zh, figures.en);
    append_member(out, "seconds", figures.seconds);
    out += ", \"documents\": [";
    for (const DocumentFigures& document : figures.documents) {
      out += &document == figures.documents.data() ? "\n  {\"name\": " : ",\n  {\"name\": ";
      io::append_json_string(out, document.name);
      append_member(out, "f1", document.f1);
      append_member(out, "null", document.null);
      out += '}';
    }
    out += "]}";
  }
  return out + "\n]}\n";
}

/// Throws std::runtime_error, which says what is wrong, where the file is not one of to_json.
inline std::vector<SetFigures> read_figures(const std::string& path) {
  using simdjson::dom::element;
  std::vector<SetFigures> all;
  const auto number = [](element at, const char* name) -> std::optional<double> {
    const element value = at[name];
    return value.is_null() ? std::nullopt : std::optional(static_cast<double>(value));
  };
  try {
    simdjson::dom::parser parser;
    const element root = parser.load(path);
    if (static_cast<std::int64_t>(root["duiqi_quality"]) != 1) throw std::runtime_error("another version");
    for (const element set : root["sets"].get_array()) {
      SetFigures& figures = all.emplace_back();
      figures.set = static_cast<std::string_view>(set["set"]);
      figures.setting = static_cast<std::string_view>(set["setting"]);
      figures.figure = static_cast<std::string_view>(set["figure"]);
      figures.f1 = number(set, "f1").value();
      figures.null = number(set, "null");
      figures.ece = number(set, "ece");
      for (const element document : set["documents"].get_array()) {
        figures.documents.push_back({std::string(static_cast<std::string_view>(document["name"])),
                                     number(document, "f1").value(), number(document, "null")});
      }
    }
  } catch (const std::exception& error) {
    throw std::runtime_error(fmt::format(
        "{}: no figures of an earlier run ({}); give a file that --json wrote", path, error.what()));
  }
  return all;
}

}  // namespace duiqi::quality
