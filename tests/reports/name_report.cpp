// Measures names on the 1-1 beads of an evaluation set: name_report [--list] FOLDER…
// Shared names: of the places where a pair's Chinese form stands in a 1-1 bead, the share whose English
// sentence holds the pair's word. Anchors: the share of Chinese name anchors with a match in the aligned
// sentence, and in another sentence of the same document.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/find_anchors.hpp>

#include "anchor/names.hpp"
#include "anchor/phonetics.hpp"
#include "data/gazetteer.hpp"
#include "data/pinyin.hpp"
#include "evidence/shared_names.hpp"

namespace {

using namespace duiqi;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A sentence a line.
Document read_document(const std::filesystem::path& path, Language language) {
  Document document;
  document.language = language;
  document.text = Text::from_utf8(read_file(path));
  const std::string_view text = document.text.view();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    document.sentences.push_back({{begin, end}, 0});
    begin = end + 1;
  }
  document.paragraphs.push_back({{0, text.size()}, {0, document.size()}});
  return document;
}

struct Pair {
  std::uint32_t zh;
  std::uint32_t en;
};

std::vector<Pair> read_one_to_one(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Pair> out;
  for (std::string line; std::getline(in, line);) {
    unsigned zh = 0;
    unsigned en = 0;
    int length = 0;
    if (std::sscanf(line.c_str(), "[%u]:[%u]%n", &zh, &en, &length) == 2 && length > 0)
      out.push_back({zh, en});
  }
  return out;
}

struct Count {
  double right = 0;
  double all = 0;
  double chance = 0;
};

struct Report {
  std::map<std::string, Count> names;  ///< by kind of match and band of strength
  std::map<std::string, Count> pairs;  ///< each pair, for the list
  std::map<std::string, Count> kinds;  ///< anchors
  std::map<std::string, Count> missed;
  std::map<std::string, double> false_matches;
  double spelled = 0;
  double seconds = 0;
  double anchor_seconds = 0;
  double bytes = 0;
};

void count_names(const Document& zh, const Document& en, const std::vector<Pair>& gold, Report& report) {
  const auto begin = std::chrono::steady_clock::now();
  const auto names = evidence::find_shared_names(zh, en);
  report.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  report.bytes += static_cast<double>(zh.text.size() + en.text.size());
  for (const auto& name : names) {
    std::set<std::uint32_t> in_zh;
    std::set<std::uint32_t> in_en;
    for (const auto& at : name.zh_occurrences) in_zh.insert(at.sentence);
    for (const auto& at : name.en_occurrences) in_en.insert(at.sentence);
    const std::string how = name.how == evidence::NameMatch::pinyin ? "pinyin" : "sound ";
    char band[8];
    std::snprintf(band, sizeof band, "%.1f", std::min(0.9, static_cast<int>(name.strength * 10) / 10.0));
    for (const Pair& pair : gold) {
      if (!in_zh.contains(pair.zh)) continue;
      const bool right = in_en.contains(pair.en);
      const double chance = static_cast<double>(in_en.size()) / en.size();
      for (Count* count : {&report.names[how + " " + band],
                           &report.pairs[how + " " + band + " " + name.zh + " = " + name.en]}) {
        count->all += 1;
        count->right += right;
        count->chance += chance;
      }
    }
  }
}

void count_anchors(const Document& zh, const Document& en, const std::vector<Pair>& gold, Report& report) {
  std::vector<Anchor> zh_anchors;
  std::vector<Anchor> en_anchors;
  const auto begin = std::chrono::steady_clock::now();
  anchor::find_chinese_names(zh, anchor::ChineseText(zh), zh_anchors);
  anchor::find_english_names(en, en_anchors);
  anchor::sort_by_span(zh_anchors);
  anchor::sort_by_span(en_anchors);
  report.anchor_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::vector<std::vector<const Anchor*>> by_sentence(en.size());
  for (const Anchor& anchor : en_anchors) by_sentence[anchor.sentence].push_back(&anchor);
  const auto best = [&](const Anchor& anchor, std::uint32_t sentence) {
    std::pair<double, const Anchor*> found{0, nullptr};
    for (const Anchor* other : by_sentence[sentence]) {
      const double score = match(anchor, *other);
      if (score > found.first) found = {score, other};
    }
    return found;
  };
  for (const Pair& pair : gold) {
    const std::uint32_t random = (pair.en + 1 + (pair.zh * 7919U) % std::max(1U, en.size() - 1)) % en.size();
    for (const Anchor& anchor : zh_anchors) {
      if (anchor.sentence != pair.zh) continue;
      const auto aligned = best(anchor, pair.en);
      Count& count = report.kinds[std::string(name(anchor.kind))];
      count.all += 1;
      count.right += aligned.first >= 0.5;
      if (random != pair.en) {
        const auto other = best(anchor, random);
        count.chance += other.first >= 0.5;
        if (other.first >= 0.5) {
          report
              .false_matches[std::string(name(anchor.kind)) + " " + std::string(zh.text.slice(anchor.span)) +
                             " ~ " + std::string(en.text.slice(other.second->span))] += 1;
        }
      }
      if (aligned.first < 0.5) {
        report
            .missed[std::string(name(anchor.kind)) + " " + std::string(zh.text.slice(anchor.span)) + " (" +
                    anchor.key + ")"]
            .all += 1;
      }
    }
  }
}

template <typename Map, typename Value>
void print_top(const char* title, const Map& map, std::size_t most, const Value& value) {
  std::vector<std::pair<double, std::string>> list;
  for (const auto& [key, entry] : map) list.emplace_back(value(entry), key);
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::printf("%s\n", title);
  for (std::size_t i = 0; i < std::min(most, list.size()) && list[i].first > 0; ++i) {
    std::printf("  %5.0f  %s\n", list[i].first, list[i].second.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool list = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--list") {
      list = true;
      continue;
    }
    data::pinyin(U'中');
    data::simplified(U'中');
    data::find_zh(U"中国", 0);
    Report report;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      if (entry.path().extension() == ".gold") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (std::filesystem::path path : files) {
      const auto gold = read_one_to_one(path);
      const Document zh = read_document(path.replace_extension(".zh"), Language::chinese);
      const Document en = read_document(path.replace_extension(".en"), Language::english);
      if (en.size() < 2) continue;
      count_names(zh, en, gold, report);
      count_anchors(zh, en, gold, report);
    }
    std::printf("%s  (%.1f KB; shared names %.0f ms, anchors %.0f ms)\n", argv[i], report.bytes / 1000,
                report.seconds * 1000, report.anchor_seconds * 1000);
    for (const auto& [key, count] : report.names) {
      std::printf("  %s  %6.0f places  right %.3f  by chance %.3f\n", key.c_str(), count.all,
                  count.right / count.all, count.chance / count.all);
    }
    for (const auto& [key, count] : report.kinds) {
      std::printf("  %-14s %6.0f anchors  matched %.3f  elsewhere %.3f\n", key.c_str(), count.all,
                  count.right / count.all, count.chance / count.all);
    }
    if (!list) continue;
    print_top("wrong pairs", report.pairs, 60, [](const Count& c) { return c.all - c.right; });
    print_top("missed anchors", report.missed, 80, [](const Count& c) { return c.all; });
    print_top("matched elsewhere", report.false_matches, 40, [](double n) { return n; });
  }
}
