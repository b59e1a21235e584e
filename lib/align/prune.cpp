#include "align/prune.hpp"

#include <algorithm>

#include "align/log_add.hpp"

namespace duiqi::align {
namespace {

/// A larger band has no table of bounds: 2^22 floats and two numbers a cell are some 30 MB.
constexpr std::size_t most_edges = std::size_t{1} << 22;
/// The best ladder by the bounds is scored, its bounds are replaced, and so on, so many times at most or
/// until both sums differ by at most this. (1, 2, 3 and 8 rounds take 566, 562,
/// 562 and 561 M instructions on ten news documents, start-up counted in.)
constexpr int most_rounds = 8;
constexpr double close_enough = 1;

/// As in Lattice: after a 0-1 no 1-0 may follow.
struct States {
  double other = impossible;
  double behind_null_en = impossible;

  double best() const { return std::max(other, behind_null_en); }
};

/// Best sums by the bounds.
class Bounds {
 public:
  Bounds(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores)
      : band_(band),
        shapes_(shapes),
        scores_(scores),
        bounds_(band.cells() * shapes.size(), static_cast<float>(impossible)),
        before_(band.cells()),
        after_(band.cells()) {
    std::vector<RangePair> pairs;
    std::vector<std::size_t> which;
    std::vector<double> values;
    for (std::uint32_t zh = band.begin().zh; zh <= band.end().zh; ++zh) {
      for (std::uint32_t en = band.low(zh); en <= band.high(zh); ++en) {
        pairs.clear();
        which.clear();
        for (std::size_t k = 0; k < shapes.size(); ++k) {
          const Node to{zh + shapes[k].zh, en + shapes[k].en};
          if (!band.contains(to)) continue;
          pairs.push_back({{zh, to.zh}, {en, to.en}});
          which.push_back(band.cell({zh, en}) * shapes.size() + k);
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
      const double best = after_[band_.cell(band_.begin())].other;
      const double exact = score_best();
      least = std::max(least, exact);
      if (best - exact <= close_enough) break;
    }
    backward();
    forward();
    possible.assign(bounds_.size(), 0);
    for_each_edge([&](std::size_t from, std::size_t to, std::size_t k) {
      const States& here = before_[from];
      const double sum = (k == null_zh_shape ? here.other : here.best()) + bound(from, k) +
                         (k == null_en_shape ? after_[to].behind_null_en : after_[to].other);
      possible[from * shapes_.size() + k] = sum >= least - slack;
    });
  }

 private:
  double bound(std::size_t cell, std::size_t shape) const {
    return static_cast<double>(bounds_[cell * shapes_.size() + shape]);
  }

  /// Visits the edges by their begins, in order.
  template <class Visit>
  void for_each_edge(Visit&& visit) const {
    for (std::uint32_t zh = band_.begin().zh; zh <= band_.end().zh; ++zh) {
      for (std::uint32_t en = band_.low(zh); en <= band_.high(zh); ++en) {
        const std::size_t from = band_.cell({zh, en});
        for (std::size_t k = 0; k < shapes_.size(); ++k) {
          const Node to{zh + shapes_[k].zh, en + shapes_[k].en};
          if (band_.contains(to)) visit(from, band_.cell(to), k);
        }
      }
    }
  }

  void forward() {
    before_[band_.cell(band_.begin())].other = 0;
    for_each_edge([&](std::size_t from, std::size_t to, std::size_t k) {
      const double sum = (k == null_zh_shape ? before_[from].other : before_[from].best()) + bound(from, k);
      double& into = k == null_en_shape ? before_[to].behind_null_en : before_[to].other;
      into = std::max(into, sum);
    });
  }

  /// Of what follows: `other` may begin with a 1-0, `behind_null_en` may not.
  void backward() {
    for (std::uint32_t zh = band_.end().zh + 1; zh-- > band_.begin().zh;) {
      for (std::uint32_t en = band_.high(zh) + 1; en-- > band_.low(zh);) {
        const std::size_t from = band_.cell({zh, en});
        States here;
        if (Node{zh, en} == band_.end()) here = {0, 0};
        for (std::size_t k = 0; k < shapes_.size(); ++k) {
          const Node to{zh + shapes_[k].zh, en + shapes_[k].en};
          if (!band_.contains(to)) continue;
          const double rest = bound(from, k) + rest_behind(to, k);
          here.other = std::max(here.other, rest);
          if (k != null_zh_shape) here.behind_null_en = std::max(here.behind_null_en, rest);
        }
        after_[from] = here;
      }
    }
  }

  double rest_behind(Node to, std::size_t shape) const {
    const States& there = after_[band_.cell(to)];
    return shape == null_en_shape ? there.behind_null_en : there.other;
  }

  /// The exact score of the ladder that is the best by the bounds; its bounds are replaced.
  double score_best() {
    double total = 0;
    bool behind = false;
    for (Node at = band_.begin(); at != band_.end();) {
      const std::size_t from = band_.cell(at);
      std::size_t best = null_zh_shape;
      double most = impossible;
      for (std::size_t k = behind ? null_zh_shape + 1 : 0; k < shapes_.size(); ++k) {
        const Node to{at.zh + shapes_[k].zh, at.en + shapes_[k].en};
        if (!band_.contains(to)) continue;
        const double rest = bound(from, k) + rest_behind(to, k);
        if (rest > most) most = rest, best = k;
      }
      const Node to{at.zh + shapes_[best].zh, at.en + shapes_[best].en};
      const RangePair pair{{at.zh, to.zh}, {at.en, to.en}};
      double exact = 0;
      scores_.exact({&pair, 1}, {&exact, 1});
      bounds_[from * shapes_.size() + best] = static_cast<float>(exact);
      total += exact;
      behind = best == null_en_shape;
      at = to;
    }
    return total;
  }

  const Band& band_;
  const std::vector<Shape>& shapes_;
  const BeadScores& scores_;
  std::vector<float> bounds_;
  std::vector<States> before_;
  std::vector<States> after_;
};

}  // namespace

PossibleEdges::PossibleEdges(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores,
                             double slack)
    : shapes_(shapes.size()) {
  if (!scores.bound || band.cells() > most_edges / shapes.size()) return;
  Bounds(band, shapes, scores).mark(slack, possible_);
}

}  // namespace duiqi::align
