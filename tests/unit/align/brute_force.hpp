// The slow, plain way: every ladder one by one. The oracle of the search tests.
#pragma once

#include <cmath>
#include <map>
#include <random>
#include <tuple>
#include <vector>

#include "align/edge.hpp"

namespace duiqi::align::oracle {

using Path = std::vector<RangePair>;

/// All ladders from (zh, en) to (zh_end, en_end); no 1-0 directly behind a 0-1.
inline void extend(Path& path, Node at, Node end, const std::vector<Shape>& shapes, std::vector<Path>& out) {
  if (at == end) {
    out.push_back(path);
    return;
  }
  for (const Shape shape : shapes) {
    const Node to{at.zh + shape.zh, at.en + shape.en};
    if (to.zh > end.zh || to.en > end.en) continue;
    if (shape == Shape{1, 0} && !path.empty() && path.back().zh.empty()) continue;
    path.push_back({{at.zh, to.zh}, {at.en, to.en}});
    extend(path, to, end, shapes, out);
    path.pop_back();
  }
}

inline std::vector<Path> all_ladders(Node end, const std::vector<Shape>& shapes) {
  std::vector<Path> out;
  Path path;
  extend(path, {}, end, shapes, out);
  return out;
}

/// A fixed random score for each pair of ranges. The values are floats, as the lattice keeps them.
class RandomScores {
 public:
  explicit RandomScores(unsigned seed) : random_(seed) {}

  double operator()(RangePair pair) {
    const auto [place, added] = scores_.try_emplace(pair, 0.0);
    if (added) place->second = static_cast<float>(std::normal_distribution<double>(0, 2)(random_));
    return place->second;
  }

  ScoreBeads scorer() {
    return [this](std::span<const RangePair> pairs, std::span<double> scores) {
      for (std::size_t k = 0; k < pairs.size(); ++k) scores[k] = (*this)(pairs[k]);
    };
  }

  double total(const Path& path) {
    double sum = 0;
    for (const RangePair& pair : path) sum += (*this)(pair);
    return sum;
  }

 private:
  std::mt19937 random_;
  std::map<RangePair, double> scores_;
};

}  // namespace duiqi::align::oracle
