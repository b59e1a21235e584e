#include "corpus/metadata.hpp"

#include <algorithm>

#include "io/escape.hpp"

namespace duiqi::corpus {

std::string metadata_json(const simdjson::dom::object& line,
                          std::initializer_list<std::string_view> without) {
  std::string out;
  for (const auto& [key, value] : line) {
    if (std::find(without.begin(), without.end(), key) != without.end()) continue;
    out += out.empty() ? "{" : ", ";
    io::append_json_string(out, key);
    out += ": ";
    out += simdjson::minify(value);
  }
  if (!out.empty()) out += '}';
  return out;
}

}  // namespace duiqi::corpus
