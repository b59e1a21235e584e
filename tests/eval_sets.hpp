// Layer: tests. The evaluation sets, where there are any beside the project.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace eval {

inline std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The documents of one extension (".zh") of the sets, in order. Empty, with a word in the log, where there
/// are no sets.
inline std::vector<std::filesystem::path> documents(const std::vector<std::string>& sets,
                                                    const std::string& extension) {
  const char* const given = std::getenv("DUIQI_EVAL");
  const std::filesystem::path root = given ? given : DUIQI_SOURCE_DIR "/../shared/eval";
  std::vector<std::filesystem::path> out;
  for (const std::string& set : sets) {
    if (!std::filesystem::is_directory(root / set)) {
      WARN("skipped: there is no " << (root / set).string());
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(root / set)) {
      if (entry.path().extension() == extension) out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Lines that are not empty.
inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace eval
