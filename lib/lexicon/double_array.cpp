#include "lexicon/double_array.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>

#include <duiqi/error.hpp>

namespace duiqi::lexicon {
namespace {

/// A node of the tree of words: those in [first, last) share its first `depth` codes.
struct Node {
  std::size_t depth = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t child = 0;     ///< its first child; the others follow
  std::uint32_t children = 0;  ///< how many
  std::uint32_t entry = no_entry;
  std::uint16_t code = 0;  ///< that leads here from its parent
};

/// All nodes, the root first, children behind their parents.
std::vector<Node> make_tree(std::span<const CodedWord> words) {
  std::vector<Node> nodes(1);
  nodes[0].last = words.size();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node node = nodes[i];
    node.child = static_cast<std::uint32_t>(nodes.size());
    std::size_t at = node.first;
    if (at < node.last && words[at].codes.size() == node.depth) node.entry = words[at++].entry;
    for (; at < node.last; ++at) {
      const std::uint16_t code = words[at].codes[node.depth];
      if (node.children == 0 || nodes.back().code != code) {
        nodes.push_back({node.depth + 1, at, at, 0, 0, no_entry, code});
        ++node.children;
      }
      nodes.back().last = at + 1;
    }
    nodes[i] = node;
  }
  return nodes;
}

/// Finds each node's base, so that no two children share a unit.
class Placement {
 public:
  explicit Placement(const std::vector<Node>& nodes) : nodes_(nodes), bases_(nodes.size()) {
    extend(1);
    take(root);
    place(0, 0);
    // Many children first: those of one fill what the others left free.
    std::vector<std::uint32_t> order(nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return nodes[a].children > nodes[b].children; });
    for (const std::uint32_t node : order) {
      if (node != 0 && nodes[node].children > 0) place(node, find_base(nodes[node]));
    }
  }

  const std::vector<std::uint32_t>& bases() const { return bases_; }
  std::size_t units() const { return free_.size(); }

 private:
  static constexpr int many_tries = 200;  // CC-CEDICT in 1.8 s instead of 3.0, 3 % larger
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::span<const Node> children(const Node& node) const {
    return std::span(nodes_).subspan(node.child, node.children);
  }

  /// Bases wrap around, so that a single child fits everywhere.
  std::uint32_t find_base(const Node& node) {
    const auto below = children(node);
    const std::uint16_t first = below.front().code;
    if (node.children != children_) {
      children_ = node.children;
      from_ = first_free_;
    }
    int tries = 0;
    for (std::uint32_t unit = from_; unit != none; unit = next_free_[unit], ++tries) {
      const bool fits = std::all_of(below.begin() + 1, below.end(), [&](const Node& child) {
        const std::size_t wanted = unit + std::size_t{child.code} - first;
        return wanted >= free_.size() || free_[wanted];
      });
      if (!fits) continue;
      // What was tried so often in vain is too full for others of as many children.
      if (tries > many_tries) from_ = unit;
      return unit - first;
    }
    return static_cast<std::uint32_t>(free_.size()) - first;
  }

  void place(std::uint32_t node, std::uint32_t base) {
    bases_[node] = base;
    for (const Node& child : children(nodes_[node])) {
      const std::uint32_t unit = base + child.code;
      extend(unit + std::size_t{1});
      take(unit);
    }
  }

  void extend(std::size_t size) {
    while (free_.size() < size) {
      const auto unit = static_cast<std::uint32_t>(free_.size());
      free_.push_back(true);
      next_free_.push_back(none);
      previous_free_.push_back(last_free_);
      (last_free_ == none ? first_free_ : next_free_[last_free_]) = unit;
      last_free_ = unit;
    }
  }

  void take(std::uint32_t unit) {
    free_[unit] = false;
    const std::uint32_t before = previous_free_[unit];
    const std::uint32_t after = next_free_[unit];
    if (from_ == unit) from_ = after;
    (before == none ? first_free_ : next_free_[before]) = after;
    (after == none ? last_free_ : previous_free_[after]) = before;
  }

  const std::vector<Node>& nodes_;
  std::vector<std::uint32_t> bases_;
  std::vector<bool> free_;
  std::vector<std::uint32_t> next_free_;
  std::vector<std::uint32_t> previous_free_;
  std::uint32_t first_free_ = none;
  std::uint32_t last_free_ = none;
  std::uint32_t children_ = 0;  ///< of the nodes that are being placed
  std::uint32_t from_ = none;   ///< where the search for them begins
};

}  // namespace

std::vector<Unit> build_double_array(std::span<const CodedWord> words) {
  const std::vector<Node> nodes = make_tree(words);
  const Placement placement(nodes);
  if (placement.units() > most_units) {
    throw Error(ErrorCode::invalid_format, "there are too many words for one lexicon; split it");
  }
  std::vector<Unit> units(placement.units(), Unit::make(0, no_parent, no_entry, false));
  std::vector<std::uint32_t> unit_of(nodes.size(), root);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    Unit& unit = units[unit_of[i]];
    unit = Unit::make(placement.bases()[i], unit.check(), node.entry, node.children > 0);
    for (std::uint32_t child = node.child; child < node.child + node.children; ++child) {
      unit_of[child] = placement.bases()[i] + nodes[child].code;
      units[unit_of[child]] = Unit::make(0, unit_of[i], no_entry, false);
    }
  }
  return units;
}

}  // namespace duiqi::lexicon
