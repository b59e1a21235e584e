#include "lexicon/grams.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "lexicon/flat_counts.hpp"
#include "unicode/script.hpp"

namespace duiqi::lexicon {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// A sequence of n characters is named by its two parts of n - 1: without its last and without its first.
struct Node {
  std::uint32_t count = 0;
  std::uint32_t head = none;
  std::uint32_t tail = none;
  char32_t first = 0;
  bool word = true;
};

using Level = std::vector<Node>;

class GramFinder {
 public:
  GramFinder(std::span<const std::u32string> texts, const LearnOptions& options) : options_(options) {
    read_characters(texts);
    while (levels_.size() < options.longest_gram && count_longer()) {
    }
    choose();
  }

  std::vector<Gram> words() const {
    std::vector<Gram> out;
    for (std::size_t n = 0; n < levels_.size(); ++n) {
      for (std::uint32_t id = 0; id < levels_[n].size(); ++id) {
        if (levels_[n][id].word) out.push_back({text(n, id), levels_[n][id].count});
      }
    }
    return out;
  }

 private:
  void read_characters(std::span<const std::u32string> texts) {
    std::vector<std::uint32_t> ids(0x110000, none);
    Level& level = levels_.emplace_back();
    for (const std::u32string& text : texts) {
      for (const char32_t c : text) {
        if (unicode::script_of(c) != unicode::Script::han) {
          at_.push_back(none);
          continue;
        }
        if (ids[c] == none) {
          ids[c] = static_cast<std::uint32_t>(level.size());
          level.push_back({0, none, none, c, true});
        }
        ++level[ids[c]].count;
        ++characters_;
        at_.push_back(ids[c]);
      }
      at_.push_back(none);
    }
  }

  bool frequent(std::uint32_t id) const {
    return id != none && levels_.back()[id].count >= options_.least_gram;
  }

  /// Counts the sequences that are longer by one, and puts their ids in place of the shorter ones'.
  bool count_longer() {
    FlatCounts counts;
    const auto key_at = [&](std::size_t i) { return std::uint64_t{at_[i]} << 32 | at_[i + 1]; };
    for (std::size_t i = 0; i + 1 < at_.size(); ++i) {
      if (frequent(at_[i]) && frequent(at_[i + 1])) ++counts[key_at(i)];
    }
    FlatCounts ids;
    Level longer;
    for (std::size_t i = 0; i + 1 < at_.size(); ++i) {
      if (!frequent(at_[i]) || !frequent(at_[i + 1]) || counts[key_at(i)] < options_.least_gram) {
        at_[i] = none;
        continue;
      }
      std::uint32_t& id = ids[key_at(i)];  // from 1
      if (id == 0) {
        longer.push_back({counts[key_at(i)], at_[i], at_[i + 1], levels_.back()[at_[i]].first, true});
        id = static_cast<std::uint32_t>(longer.size());
      }
      at_[i] = id - 1;
    }
    if (!at_.empty()) at_.back() = none;
    if (longer.empty()) return false;
    levels_.push_back(std::move(longer));
    return true;
  }

  /// How many times as often as by chance the least coherent cut of a sequence of n + 1 characters stands
  /// together.
  double cohesion(std::size_t n, std::uint32_t id) const {
    double least = static_cast<double>(characters_);
    std::uint32_t head = levels_[n][id].head;
    for (std::size_t h = n; h-- > 0; head = levels_[h][head].head) {
      std::uint32_t tail = id;
      for (std::size_t t = n; t > n - 1 - h; --t) tail = levels_[t][tail].tail;
      const double expected = static_cast<double>(levels_[h][head].count) *
                              static_cast<double>(levels_[n - 1 - h][tail].count) /
                              static_cast<double>(characters_);
      least = std::min(least, static_cast<double>(levels_[n][id].count) / expected);
      if (h == 0) break;
    }
    return least;
  }

  void choose() {
    for (std::size_t n = levels_.size(); n-- > 1;) {
      for (std::uint32_t id = 0; id < levels_[n].size(); ++id) {
        Node& node = levels_[n][id];
        if (cohesion(n, id) < options_.cohesion) {
          node.word = false;
          continue;
        }
        for (const std::uint32_t part : {node.head, node.tail}) {
          Node& inner = levels_[n - 1][part];
          if (node.count >= options_.fragment_share * inner.count) inner.word = false;
        }
      }
    }
  }

  std::u32string text(std::size_t n, std::uint32_t id) const {
    std::u32string out;
    for (std::size_t k = n;; --k) {
      const Node& node = levels_[k][id];
      out.push_back(node.first);
      if (k == 0) return out;
      id = node.tail;
    }
  }

  const LearnOptions& options_;
  std::vector<Level> levels_;
  std::vector<std::uint32_t> at_;  ///< of each character: the sequence of the last level that begins there
  std::uint64_t characters_ = 0;
};

}  // namespace

std::vector<Gram> find_grams(std::span<const std::u32string> texts, const LearnOptions& options) {
  return GramFinder(texts, options).words();
}

}  // namespace duiqi::lexicon
