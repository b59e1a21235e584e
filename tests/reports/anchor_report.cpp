// How many anchors of one side find their like on the other: over the gold 1-1 beads of evaluation sets.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <duiqi/duiqi.hpp>
#include <duiqi/find_anchors.hpp>
#include <duiqi/segment.hpp>

namespace {

using duiqi::Anchor;
using duiqi::AnchorKind;

constexpr std::size_t kinds = static_cast<std::size_t>(AnchorKind::title) + 1;

struct Count {
  std::size_t anchors = 0;
  std::size_t matched = 0;  ///< with some match in the aligned sentence
  std::size_t equal = 0;    ///< with a match of 1
};

struct Side {
  std::array<Count, kinds> by_kind{};
  std::map<std::string, std::size_t> misses;  ///< kind, text and key
};

struct Options {
  std::vector<std::string> sets;
  std::string only;  ///< a kind's name, or "quantities", or "names"; empty for all
  std::size_t worst = 0;
  bool context = false;
};

bool is_wanted(const Options& options, AnchorKind kind) {
  if (options.only.empty() || options.only == duiqi::name(kind)) return true;
  const bool quantity = kind <= AnchorKind::time;
  return options.only == (quantity ? "quantities" : "names");
}

duiqi::Document read_side(const std::filesystem::path& path, duiqi::Language language) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  duiqi::SegmentOptions options;
  options.sentences = duiqi::SentenceRules::lines;
  return duiqi::segment(duiqi::Text::from_utf8(bytes.str(), path.string()), language, options);
}

/// The ids of a gold bead "[3]:[4]" with one sentence on each side.
bool read_one_to_one(const std::string& line, std::uint32_t& zh, std::uint32_t& en) {
  unsigned long a = 0, b = 0;
  char rest = 0;
  std::istringstream in(line);
  char open = 0, close = 0, colon = 0;
  if (!(in >> open >> a >> close >> colon >> rest >> b >> rest)) return false;
  if (open != '[' || close != ']' || colon != ':' || rest != ']') return false;
  zh = static_cast<std::uint32_t>(a);
  en = static_cast<std::uint32_t>(b);
  return true;
}

std::vector<std::vector<Anchor>> by_sentence(const duiqi::Document& document, const Options& options) {
  std::vector<std::vector<Anchor>> out(document.size());
  for (Anchor& anchor : duiqi::find_anchors(document))
    if (is_wanted(options, anchor.kind)) out[anchor.sentence].push_back(std::move(anchor));
  return out;
}

void count(const duiqi::Document& document, const Anchor& anchor, double best,
           std::string_view other_sentence, const Options& options, Side& side) {
  Count& row = side.by_kind[static_cast<std::size_t>(anchor.kind)];
  ++row.anchors;
  row.matched += best > 0;
  row.equal += best >= 1;
  if (best > 0) return;
  std::string text =
      fmt::format("{:11} {} = {}", duiqi::name(anchor.kind), document.text.slice(anchor.span), anchor.key);
  if (options.context)
    text += fmt::format("\n      {}\n      {}", document.sentence(anchor.sentence), other_sentence);
  ++side.misses[text];
}

void add_document(const std::filesystem::path& gold, const Options& options, Side& zh_side, Side& en_side) {
  auto zh_path = gold, en_path = gold;
  const duiqi::Document zh = read_side(zh_path.replace_extension("zh"), duiqi::Language::chinese);
  const duiqi::Document en = read_side(en_path.replace_extension("en"), duiqi::Language::english);
  const auto zh_anchors = by_sentence(zh, options), en_anchors = by_sentence(en, options);
  std::ifstream lines(gold);
  for (std::string line; std::getline(lines, line);) {
    std::uint32_t i = 0, j = 0;
    if (!read_one_to_one(line, i, j)) continue;
    std::vector<double> en_best(en_anchors[j].size());
    for (const Anchor& a : zh_anchors[i]) {
      double best = 0;
      for (std::size_t k = 0; k < en_best.size(); ++k) {
        const double score = duiqi::match(a, en_anchors[j][k]);
        best = std::max(best, score);
        en_best[k] = std::max(en_best[k], score);
      }
      count(zh, a, best, en.sentence(j), options, zh_side);
    }
    for (std::size_t k = 0; k < en_best.size(); ++k)
      count(en, en_anchors[j][k], en_best[k], zh.sentence(i), options, en_side);
  }
}

void print(const char* title, const Side& side, std::size_t worst) {
  fmt::print("| {} | anchors | with a match | with an equal one |\n|---|---|---|---|\n", title);
  Count all;
  const auto row = [](std::string_view kind, const Count& c) {
    const auto share = [&](std::size_t n) { return static_cast<double>(n) / static_cast<double>(c.anchors); };
    if (c.anchors > 0)
      fmt::print("| {} | {} | {:.3f} | {:.3f} |\n", kind, c.anchors, share(c.matched), share(c.equal));
  };
  for (std::size_t k = 0; k < kinds; ++k) {
    row(duiqi::name(static_cast<AnchorKind>(k)), side.by_kind[k]);
    all.anchors += side.by_kind[k].anchors;
    all.matched += side.by_kind[k].matched;
    all.equal += side.by_kind[k].equal;
  }
  row("all", all);
  std::vector<std::pair<std::size_t, std::string>> misses;
  for (const auto& [text, times] : side.misses) misses.emplace_back(times, text);
  std::stable_sort(misses.begin(), misses.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t k = 0; k < std::min(worst, misses.size()); ++k)
    fmt::print("{:4} {}\n", misses[k].first, misses[k].second);
  fmt::print("\n");
}

int usage() {
  fmt::print(
      "anchor_report [--only KIND] [--worst N] [--context] SET...\n"
      "  SET: a folder of NNN.zh, NNN.en and NNN.gold. KIND: a kind of anchor, \"quantities\" or \"names\".\n"
      "  --worst N lists the N most frequent anchors without a match, --context each with its sentences.\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--only" && i + 1 < argc) {
      options.only = argv[++i];
    } else if (argument == "--worst" && i + 1 < argc) {
      options.worst = std::stoul(argv[++i]);
    } else if (argument == "--context") {
      options.context = true;
    } else if (argument.starts_with("-")) {
      return usage();
    } else {
      options.sets.push_back(argument);
    }
  }
  if (options.sets.empty()) return usage();
  Side zh, en;
  for (const std::string& set : options.sets) {
    std::vector<std::filesystem::path> golds;
    for (const auto& entry : std::filesystem::directory_iterator(set))
      if (entry.path().extension() == ".gold") golds.push_back(entry.path());
    std::sort(golds.begin(), golds.end());
    for (const auto& gold : golds) add_document(gold, options, zh, en);
  }
  print("Chinese", zh, options.worst);
  print("English", en, options.worst);
}
