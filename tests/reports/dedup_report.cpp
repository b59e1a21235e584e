// What `--dedup near` finds: the share of pairs found again once a word of the English, two characters of the
// Chinese, or both were replaced, by words of the English; and how many of the pairs as they are it takes for
// another. Behind docs/corpus.md.
//   dedup_report PAIRS.tsv        of `duiqi corpus --format tsv`
#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <fstream>
#include <random>
#include <string>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "corpus/pair_key.hpp"
#include "corpus/seen_pairs.hpp"
#include "unicode/utf8.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

constexpr std::array<std::size_t, 8> lengths{1, 5, 10, 20, 30, 40, 50, 80};  // words, from

struct Texts {
  std::string zh;
  std::string en;
};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c != ' ') {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.size() > 1 && out.back().empty()) out.pop_back();
  return out;
}

std::vector<Texts> distinct_pairs(const char* path) {
  std::ifstream in(path);
  std::vector<Texts> out;
  std::unordered_set<std::uint64_t> known;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    Texts pair{line.substr(0, tab), line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1)};
    if (known.insert(exact_key(pair.zh, pair.en).zh).second) out.push_back(std::move(pair));
  }
  return out;
}

class Edits {
 public:
  explicit Edits(const std::vector<Texts>& pairs) : pairs_(pairs) {}

  void edit_en(std::string& en) {
    std::vector<std::string> words = words_of(en);
    words[at(words.size())] = word_of_any();
    en.clear();
    for (const std::string& word : words) en.append(en.empty() ? "" : " ").append(word);
  }
  void edit_zh(std::string& zh) {
    std::u32string points = unicode::to_code_points(zh);
    const std::u32string other = unicode::to_code_points(pairs_[at(pairs_.size())].zh);
    if (points.size() < 2 || other.size() < 2) return;
    points.replace(at(points.size() - 1), 2, other, at(other.size() - 1), 2);
    zh = unicode::to_utf8(points);
  }

 private:
  std::size_t at(std::size_t size) { return random_() % size; }
  std::string word_of_any() {
    const std::vector<std::string> words = words_of(pairs_[at(pairs_.size())].en);
    return words[at(words.size())];
  }
  const std::vector<Texts>& pairs_;
  std::mt19937_64 random_{7};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: dedup_report PAIRS.tsv\n");
    return 2;
  }
  const std::vector<Texts> pairs = distinct_pairs(argv[1]);
  Edits edits(pairs);
  fmt::print("words of the English   ");
  for (const std::size_t from : lengths) fmt::print(" {:>5}+", from);
  for (const auto& [what, zh, en] : {std::tuple{"a word of the English", false, true},
                                     {"two characters", true, false},
                                     {"both", true, true}}) {
    std::array<std::size_t, lengths.size()> edited{};
    std::array<std::size_t, lengths.size()> found{};
    for (const Texts& pair : pairs) {
      Texts other = pair;
      if (zh) edits.edit_zh(other.zh);
      if (en) edits.edit_en(other.en);
      if (exact_key(other.zh, other.en).zh == exact_key(pair.zh, pair.en).zh) continue;
      const PairKey a = near_key(pair.zh, pair.en);
      const PairKey b = near_key(other.zh, other.en);
      std::size_t row = lengths.size() - 1;
      while (lengths[row] > words_of(pair.en).size()) --row;
      ++edited[row];
      found[row] += SeenPairs::near(a, b) ? 1 : 0;
    }
    fmt::print("\n{:23}", what);
    for (std::size_t k = 0; k < lengths.size(); ++k)
      fmt::print(" {:>5.1f}%", 100.0 * static_cast<double>(found[k]) /
                                   static_cast<double>(std::max<std::size_t>(edited[k], 1)));
    fmt::print("\n{:23}", "  of");
    for (const std::size_t count : edited) fmt::print(" {:>6}", count);
  }
  SeenPairs seen(CorpusDedup::near, std::size_t{1} << 30);
  std::size_t taken = 0;
  for (const Texts& pair : pairs) taken += seen.seen(near_key(pair.zh, pair.en)) ? 1 : 0;
  fmt::print("\n{} distinct pairs, of which {} are taken for another\n", pairs.size(), taken);
  return 0;
}
