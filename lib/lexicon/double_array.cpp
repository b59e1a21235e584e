#include "lexicon/double_array.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace duiqi::lexicon {
namespace {

/// Free places that are tried for a node of several children before it goes to the end. More make the array
/// a few per cent smaller and building it much slower.
constexpr int most_tries = 2000;

/// A node whose children are still to be placed: the words that share its first `depth` codes.
struct Branch {
  std::uint32_t unit;
  std::size_t depth;
  std::size_t first;
  std::size_t last;
};

struct Child {
  std::uint16_t code;
  std::size_t first;
  std::size_t last;
};

class Builder {
 public:
  explicit Builder(std::span<const CodedWord> words) : words_(words) {}

  std::vector<Unit> build() {
    extend(1);
    take(root);
    units_[root] = {0, no_parent, no_entry};
    std::vector<Branch> level;
    if (!words_.empty()) level.push_back({root, 0, 0, words_.size()});
    // A level at a time, nodes of many children first: those of one fill what the others left free.
    while (!level.empty()) {
      std::vector<std::pair<Branch, std::vector<Child>>> nodes;
      for (const Branch& branch : level) nodes.emplace_back(branch, children(branch));
      std::stable_sort(nodes.begin(), nodes.end(),
                       [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
      level.clear();
      for (const auto& [branch, below] : nodes) place(branch, below, level);
    }
    return std::move(units_);
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::vector<Child> children(const Branch& branch) const {
    std::vector<Child> out;
    for (std::size_t i = branch.first; i < branch.last; ++i) {
      const std::uint16_t code = words_[i][branch.depth];
      if (out.empty() || out.back().code != code) out.push_back({code, i, i});
      out.back().last = i + 1;
    }
    return out;
  }

  void place(const Branch& branch, const std::vector<Child>& below, std::vector<Branch>& level) {
    const std::uint32_t base = branch.unit == root ? 0 : find_base(below);
    if (branch.unit == root) extend(below.back().code + std::size_t{1});
    units_[branch.unit].base = base;
    for (const Child& child : below) {
      const std::uint32_t unit = base + child.code;
      if (unit >= units_.size()) extend(unit + std::size_t{1});
      take(unit);
      units_[unit] = {leaf_base, branch.unit, no_entry};
      std::size_t first = child.first;
      if (words_[first].size() == branch.depth + 1) units_[unit].entry = static_cast<std::uint32_t>(first++);
      if (first < child.last) level.push_back({unit, branch.depth + 1, first, child.last});
    }
  }

  /// Where all children find a free unit. Bases wrap around, so that a single child fits everywhere.
  std::uint32_t find_base(const std::vector<Child>& below) {
    int tries = 0;
    for (std::uint32_t unit = first_free_; unit != none && tries < most_tries;
         unit = next_free_[unit], ++tries) {
      const std::uint32_t base = unit - below.front().code;
      const bool fits = std::all_of(below.begin(), below.end(), [&](const Child& child) {
        const std::uint32_t wanted = base + child.code;
        return wanted >= unit && (wanted >= units_.size() || units_[wanted].check == no_parent);
      });
      if (fits) return base;
    }
    return static_cast<std::uint32_t>(units_.size()) - below.front().code;
  }

  void extend(std::size_t size) {
    while (units_.size() < size) {
      const auto unit = static_cast<std::uint32_t>(units_.size());
      units_.push_back({leaf_base, no_parent, no_entry});
      next_free_.push_back(none);
      previous_free_.push_back(last_free_);
      (last_free_ == none ? first_free_ : next_free_[last_free_]) = unit;
      last_free_ = unit;
    }
  }

  void take(std::uint32_t unit) {
    const std::uint32_t before = previous_free_[unit];
    const std::uint32_t after = next_free_[unit];
    (before == none ? first_free_ : next_free_[before]) = after;
    (after == none ? last_free_ : previous_free_[after]) = before;
  }

  std::span<const CodedWord> words_;
  std::vector<Unit> units_;
  std::vector<std::uint32_t> next_free_;
  std::vector<std::uint32_t> previous_free_;
  std::uint32_t first_free_ = none;
  std::uint32_t last_free_ = none;
};

}  // namespace

std::vector<Unit> build_double_array(std::span<const CodedWord> words) {
  return Builder(words).build();
}

}  // namespace duiqi::lexicon
