// Layer: align. The part of the (Chinese position, English position) plane that a search visits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace duiqi::align {

/// A node of the ladder's plane: so many sentences of each side are consumed.
struct Node {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;

  friend constexpr auto operator<=>(const Node&, const Node&) = default;
};

/// For each Chinese position from `begin().zh` to `end().zh` a range of English positions, both ends
/// included. Ranges never move backwards, and neighbouring ones overlap, so that there is always a path of
/// nulls.
class Band {
 public:
  /// The whole rectangle between two nodes.
  Band(Node begin, Node end);
  /// All nodes within `half_width` English positions of the polyline through `path` (ascending nodes; the
  /// first and last are the band's corners), and whole rectangles where a step of the path is larger than
  /// that.
  Band(const std::vector<Node>& path, std::uint32_t half_width);
  /// As above with a half width for each step of the path (`half_widths.size() == path.size() - 1`).
  Band(const std::vector<Node>& path, const std::vector<std::uint32_t>& half_widths);

  Node begin() const { return begin_; }
  Node end() const { return end_; }
  std::uint32_t low(std::uint32_t zh) const { return rows_[zh - begin_.zh].low; }
  std::uint32_t high(std::uint32_t zh) const { return rows_[zh - begin_.zh].high; }
  bool contains(Node node) const {
    return node.zh >= begin_.zh && node.zh <= end_.zh && node.en >= low(node.zh) && node.en <= high(node.zh);
  }
  /// The node's place in an array of `cells()`. Precondition: contains(node).
  std::size_t cell(Node node) const {
    const Row& row = rows_[node.zh - begin_.zh];
    return row.first_cell + (node.en - row.low);
  }
  std::size_t cells() const { return cells_; }
  /// True where the node lies on the band's rim and the plane goes on behind it.
  bool on_rim(Node node) const;

 private:
  struct Row {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::size_t first_cell = 0;
  };

  void close();

  Node begin_;
  Node end_;
  std::vector<Row> rows_;
  std::size_t cells_ = 0;
};

}  // namespace duiqi::align
