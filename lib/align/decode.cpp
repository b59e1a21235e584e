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
};

constexpr std::uint64_t key(Node node) {
  return std::uint64_t{node.zh} << 32 | node.en;
}

}  // namespace

std::vector<Edge> decode(const std::vector<Edge>& edges, const std::vector<Shape>& shapes, Node begin,
                         Node end, double threshold, double null_gain) {
  std::unordered_map<std::uint64_t, Arrival> arrivals;
  arrivals.reserve(edges.size());
  arrivals[key(begin)].gain = 0;
  for (std::size_t k = 0; k < edges.size(); ++k) {
    const Edge& edge = edges[k];
    const auto here = arrivals.find(key(edge.from));
    if (here == arrivals.end()) continue;
    const Shape shape = shapes[edge.shape];
    const double gain =
        here->second.gain + (shape.null() ? null_gain * edge.probability : edge.probability - threshold);
    Arrival& there = arrivals[key({edge.from.zh + shape.zh, edge.from.en + shape.en})];
    if (gain > there.gain) there = {gain, k};
  }
  std::vector<Edge> ladder;
  for (Node node = end; node != begin; node = ladder.back().from) {
    const auto arrival = arrivals.find(key(node));
    if (arrival == arrivals.end()) return {};
    ladder.push_back(edges[arrival->second.edge]);
  }
  std::reverse(ladder.begin(), ladder.end());
  return ladder;
}

}  // namespace duiqi::align
