#include "align/prune.hpp"

#include <algorithm>

#include "align/log_add.hpp"

namespace duiqi::align {
namespace {

/// A larger band has no table of bounds: 2^22 edges take some 40 MB.
constexpr std::size_t most_edges = std::size_t{1} << 22;
/// The best ladder by the bounds is scored, its bounds are replaced, and so on, so many times at most or
/// until the best by the bounds is no better than the best score so far by more than this.
/// (News takes 3 to 5; a text of 8,308 sentences is slower with at most 8 than with no bounds.)
constexpr int most_rounds = 40;
constexpr double close_enough = 1;

/// Best sums by the bounds. Edges are numbered: cell · shapes + shape. Every edge leads to a cell of a higher
/// number; those that would leave the band lead back to where they begin, with an impossible bound, so that
/// the loops need not ask.
class Bounds {
 public:
  Bounds(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores)
      : band_(band),
        shapes_(shapes),
        scores_(scores),
        bounds_(band.cells() * shapes.size(), static_cast<float>(impossible)),
        exact_(bounds_.size(), 0),
        to_(bounds_.size()) {
    std::vector<RangePair> pairs;
    std::vector<std::size_t> which;
    std::vector<double> values;
    for (std::uint32_t zh = band.begin().zh; zh <= band.end().zh; ++zh) {
      for (std::uint32_t en = band.low(zh); en <= band.high(zh); ++en) {
        pairs.clear();
        which.clear();
        const std::size_t from = band.cell({zh, en});
        for (std::size_t k = 0; k < shapes.size(); ++k) {
          const std::size_t edge = from * shapes.size() + k;
          const Node to{zh + shapes[k].zh, en + shapes[k].en};
          to_[edge] = static_cast<std::uint32_t>(band.contains(to) ? band.cell(to) : from);
          if (to_[edge] == from) continue;
          pairs.push_back({{zh, to.zh}, {en, to.en}});
          which.push_back(edge);
        }
        values.resize(pairs.size());
        scores.bound(pairs, values);
        for (std::size_t k = 0; k < which.size(); ++k) bounds_[which[k]] = static_cast<float>(values[k]);
      }
    }
  }

  void mark(double slack, std::vector<char>& possible) {
    double least = impossible;
    for (int round = 0; round < most_rounds; ++round) {
      backward();
      if (after_other_[0] == impossible) return;  // no ladder at all
      least = std::max(least, score_best());
      if (after_other_[0] - least <= close_enough) break;
    }
    backward();
    forward();
    const std::size_t shapes = shapes_.size();
    possible.resize(bounds_.size());
    for (std::size_t cell = 0; cell < band_.cells(); ++cell) {
      const double best = std::max(before_other_[cell], before_behind_[cell]);
      for (std::size_t k = 0; k < shapes; ++k) {
        const double sum = (k == null_zh_shape ? before_other_[cell] : best) + bound(cell, k) + rest(cell, k);
        possible[cell * shapes + k] = sum >= least - slack;
      }
    }
  }

 private:
  double bound(std::size_t cell, std::size_t shape) const {
    return static_cast<double>(bounds_[cell * shapes_.size() + shape]);
  }
  /// What may follow the edge at best.
  double rest(std::size_t cell, std::size_t shape) const {
    const std::uint32_t to = to_[cell * shapes_.size() + shape];
    return shape == null_en_shape ? after_behind_[to] : after_other_[to];
  }

  /// As in Lattice: `behind` is what came by a 0-1, after which no 1-0 may follow.
  void forward() {
    const std::size_t shapes = shapes_.size();
    before_other_.assign(band_.cells(), impossible);
    before_behind_.assign(band_.cells(), impossible);
    before_other_[0] = 0;
    for (std::size_t cell = 0; cell < band_.cells(); ++cell) {
      const std::uint32_t* to = to_.data() + cell * shapes;
      const double best = std::max(before_other_[cell], before_behind_[cell]);
      raise(before_other_[to[null_zh_shape]], before_other_[cell] + bound(cell, null_zh_shape));
      raise(before_behind_[to[null_en_shape]], best + bound(cell, null_en_shape));
      for (std::size_t k = null_en_shape + 1; k < shapes; ++k)
        raise(before_other_[to[k]], best + bound(cell, k));
    }
  }

  /// Of what follows: `other` may begin with a 1-0, `behind` may not.
  void backward() {
    const std::size_t shapes = shapes_.size();
    after_other_.assign(band_.cells(), impossible);
    after_behind_.assign(band_.cells(), impossible);
    after_other_.back() = after_behind_.back() = 0;
    for (std::size_t cell = band_.cells() - 1; cell-- > 0;) {
      const std::uint32_t* to = to_.data() + cell * shapes;
      double best = bound(cell, null_en_shape) + after_behind_[to[null_en_shape]];
      for (std::size_t k = null_en_shape + 1; k < shapes; ++k)
        raise(best, bound(cell, k) + after_other_[to[k]]);
      after_behind_[cell] = best;
      after_other_[cell] = std::max(best, bound(cell, null_zh_shape) + after_other_[to[null_zh_shape]]);
    }
  }

  static void raise(double& value, double other) { value = std::max(value, other); }

  /// The exact score of the ladder that is the best by the bounds; its bounds are replaced.
  double score_best() {
    double total = 0;
    bool behind = false;
    for (Node at = band_.begin(); at != band_.end();) {
      const std::size_t from = band_.cell(at);
      std::size_t best = null_zh_shape;
      double most = impossible;
      for (std::size_t k = behind ? null_zh_shape + 1 : 0; k < shapes_.size(); ++k) {
        const double sum = bound(from, k) + rest(from, k);
        if (sum > most) most = sum, best = k;
      }
      const Node to{at.zh + shapes_[best].zh, at.en + shapes_[best].en};
      const std::size_t edge = from * shapes_.size() + best;
      if (!exact_[edge]) {
        const RangePair pair{{at.zh, to.zh}, {at.en, to.en}};
        double exact = 0;
        scores_.exact({&pair, 1}, {&exact, 1});
        bounds_[edge] = static_cast<float>(exact);
        exact_[edge] = 1;
      }
      total += static_cast<double>(bounds_[edge]);
      behind = best == null_en_shape;
      at = to;
    }
    return total;
  }

  const Band& band_;
  const std::vector<Shape>& shapes_;
  const BeadScores& scores_;
  std::vector<float> bounds_;         ///< of each edge
  std::vector<char> exact_;           ///< of each edge: whether its bound is its score
  std::vector<std::uint32_t> to_;     ///< the cell that each edge leads to
  std::vector<double> before_other_;  ///< of each cell
  std::vector<double> before_behind_;
  std::vector<double> after_other_;
  std::vector<double> after_behind_;
};

}  // namespace

PossibleEdges::PossibleEdges(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores,
                             double slack)
    : shapes_(shapes.size()) {
  if (!scores.bound || band.cells() > most_edges / shapes.size()) return;
  Bounds(band, shapes, scores).mark(slack, possible_);
}

}  // namespace duiqi::align
