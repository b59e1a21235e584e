// News to build corpora of: tests/quality/data/news as JSON Lines.
#pragma once

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "io/escape.hpp"

namespace duiqi::corpus {

struct NewsText {
  std::string id;
  std::string zh;
  std::string en;
};

inline std::vector<NewsText> news_texts(std::size_t count) {
  const auto read = [](const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  };
  std::vector<NewsText> out;
  for (std::size_t k = 0; k < count; ++k) {
    const std::string id = fmt::format("{:03}", k % 30);
    const std::string base = DUIQI_SOURCE_DIR "/tests/quality/data/news/" + id;
    out.push_back({fmt::format("{}-{}", id, k), read(base + ".zh"), read(base + ".en")});
    if (out.back().zh.empty()) throw std::runtime_error("no " + base);
  }
  return out;
}

inline std::string json_line(const NewsText& text, std::string_view more = {}) {
  std::string out = "{\"id\": ";
  io::append_json_string(out, text.id);
  out += ", \"zh\": ";
  io::append_json_string(out, text.zh);
  out += ", \"en\": ";
  io::append_json_string(out, text.en);
  return out.append(more).append("}\n");
}

inline std::string news_lines(std::size_t count) {
  std::string out;
  for (const NewsText& text : news_texts(count)) out += json_line(text);
  return out;
}

}  // namespace duiqi::corpus
