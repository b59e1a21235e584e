#include "align/decode.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace duiqi::align {
namespace {

constexpr double unreached = -std::numeric_limits<double>::infinity();

struct Arrival {
  double gain = unreached;
  std::size_t edge = 0;
  bool from_behind = false;  ///< of the edge's begin, the state that it came from
};

/// As in Lattice: after a 0-1 no 1-0 may follow, so a node has two states.
struct Arrivals {
  Arrival other;
  Arrival behind_null_en;
};

constexpr std::uint64_t key(Node node) {
  return std::uint64_t{node.zh} << 32 | node.en;
}

}  // namespace

std::vector<Edge> decode(const std::vector<Edge>& edges, const std::vector<Shape>& shapes, Node begin,
                         Node end, double threshold, double null_gain) {
  std::unordered_map<std::uint64_t, Arrivals> nodes;
  nodes.reserve(edges.size());
  nodes[key(begin)].other.gain = 0;
  for (std::size_t k = 0; k < edges.size(); ++k) {
    const Edge& edge = edges[k];
    const auto found = nodes.find(key(edge.from));
    if (found == nodes.end()) continue;
    const Arrivals& here = found->second;
    const bool behind = edge.shape != null_zh_shape && here.behind_null_en.gain > here.other.gain;
    const Shape shape = shapes[edge.shape];
    const double gain = (behind ? here.behind_null_en.gain : here.other.gain) +
                        (shape.null() ? null_gain * edge.probability : edge.probability - threshold);
    if (gain == unreached) continue;
    Arrivals& to = nodes[key({edge.from.zh + shape.zh, edge.from.en + shape.en})];
    Arrival& there = edge.shape == null_en_shape ? to.behind_null_en : to.other;
    if (gain > there.gain) there = {gain, k, behind};
  }
  std::vector<Edge> ladder;
  const auto last = nodes.find(key(end));
  if (last == nodes.end()) return {};
  bool behind = last->second.behind_null_en.gain > last->second.other.gain;
  for (Node node = end; node != begin; node = ladder.back().from) {
    const Arrivals& here = nodes.at(key(node));
    const Arrival& arrival = behind ? here.behind_null_en : here.other;
    ladder.push_back(edges[arrival.edge]);
    behind = arrival.from_behind;
  }
  std::reverse(ladder.begin(), ladder.end());
  return ladder;
}

}  // namespace duiqi::align
