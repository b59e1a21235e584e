// Sentence borders against the borders of translation segments, on the raw-* evaluation sets.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <duiqi/segment.hpp>

namespace duiqi::quality {

/// Where the evaluation sets stand; the folder may be missing.
inline std::filesystem::path eval_folder() {
  const char* given = std::getenv("DUIQI_EVAL");
  return given != nullptr ? std::filesystem::path(given)
                          : std::filesystem::path(DUIQI_SOURCE_DIR "/../shared/eval");
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Borders inside paragraphs (a border at a line end is given to everybody).
struct BorderCounts {
  std::size_t gold = 0;       ///< ends of translation segments
  std::size_t predicted = 0;  ///< ends of sentences
  std::size_t common = 0;

  double precision() const { return predicted == 0 ? 1 : double(common) / double(predicted); }
  double recall() const { return gold == 0 ? 1 : double(common) / double(gold); }
  double f1() const { return 2 * double(common) / double(std::max<std::size_t>(1, predicted + gold)); }
};

/// A document of a raw-* set: its text and the segments of one side.
struct RawSide {
  std::string name;
  std::string text;
  std::vector<Span> segments;
};

inline std::vector<RawSide> read_raw_set(const std::filesystem::path& folder, Language language) {
  const bool chinese = language == Language::chinese;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".spans") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<RawSide> sides;
  for (const auto& file : files) {
    RawSide side{file.stem().string(),
                 read_file(file.parent_path() / (file.stem().string() + (chinese ? ".zh.txt" : ".en.txt"))),
                 {}};
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::istringstream fields(line);
      std::string f[4];
      fields >> f[0] >> f[1] >> f[2] >> f[3];
      const std::string& begin = f[chinese ? 0 : 2];
      const std::string& end = f[chinese ? 1 : 3];
      if (begin != "-") side.segments.push_back({std::stoul(begin), std::stoul(end)});
    }
    sides.push_back(std::move(side));
  }
  return sides;
}

/// The project's own gold texts as running text, with their sentences (not beads) for segments.
inline std::vector<RawSide> read_own_set(Language language) {
  const std::filesystem::path folder = DUIQI_SOURCE_DIR "/tests/quality/data";
  const std::string suffix = language == Language::chinese ? ".zh" : ".en";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "news")) {
    if (entry.path().extension() == suffix) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<RawSide> sides;
  for (const auto& file : files) {
    RawSide side{file.stem().string(), read_file(folder / "raw" / (file.filename().string() + ".txt")), {}};
    std::istringstream lines(read_file(file));
    std::size_t at = 0;
    for (std::string line; std::getline(lines, line);) {
      at = side.text.find(line, at);
      if (at == std::string::npos) break;
      side.segments.push_back({at, at + line.size()});
      at += line.size();
    }
    sides.push_back(std::move(side));
  }
  return sides;
}

/// True where a line end stands between `at` and the next visible character, or the text ends.
inline bool is_line_end(const std::string& text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at == text.size() || text[at] == '\n';
}

struct Border {
  std::size_t at;
  bool gold;
  bool predicted;
};

/// The borders of one document, ascending; both sides' ends are taken without the blanks before them.
inline std::vector<Border> compare_borders(const RawSide& side, const Document& document) {
  std::set<std::size_t> gold;
  std::set<std::size_t> predicted;
  for (Span segment : side.segments) {
    while (!segment.empty() && side.text[segment.end - 1] == ' ') --segment.end;
    if (!is_line_end(side.text, segment.end)) gold.insert(segment.end);
  }
  for (const Sentence& sentence : document.sentences) {
    if (!is_line_end(side.text, sentence.span.end)) predicted.insert(sentence.span.end);
  }
  std::set<std::size_t> all(gold);
  all.insert(predicted.begin(), predicted.end());
  std::vector<Border> borders;
  for (const std::size_t at : all) borders.push_back({at, gold.contains(at), predicted.contains(at)});
  return borders;
}

inline BorderCounts count_borders(const std::vector<RawSide>& sides, Language language,
                                  const SegmentOptions& options,
                                  const std::function<void(const RawSide&, const Border&)>& see = {}) {
  BorderCounts counts;
  for (const RawSide& side : sides) {
    for (const Border& border :
         compare_borders(side, segment(Text::from_utf8(side.text), language, options))) {
      counts.gold += border.gold;
      counts.predicted += border.predicted;
      counts.common += border.gold && border.predicted;
      if (see) see(side, border);
    }
  }
  return counts;
}

}  // namespace duiqi::quality
