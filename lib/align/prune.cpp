#include "align/prune.hpp"

#include <algorithm>
#include <numeric>

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

/// Best sums by the bounds. The bounds of a row's nodes and one shape stand side by side, so that the loops
/// over them run through memory. Edges that would leave the band have an impossible bound and are in no loop.
class Bounds {
 public:
  Bounds(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores)
      : band_(band),
        shapes_(shapes),
        scores_(scores),
        bounds_(band.cells() * shapes.size(), static_cast<float>(impossible)),
        exact_(bounds_.size(), 0) {
    for (std::uint32_t zh = band.begin().zh; zh <= band.end().zh; ++zh) {
      for (std::size_t k = 0; k < shapes.size(); ++k) {
        const Run run = this->run(zh, k);
        if (run.count == 0) continue;
        const std::uint32_t en = band.low(zh) + run.first;
        scores.bound({zh, zh + shapes[k].zh}, shapes[k].en, {en, en + static_cast<std::uint32_t>(run.count)},
                     {bounds_.data() + run.edge, run.count});
      }
    }
  }

  /// Puts the shapes of possible edges behind each other; `first` counts those before each cell. False, with
  /// nothing done, where no ladder leads through the band.
  bool mark(double slack, std::vector<std::uint32_t>& first, std::vector<std::uint8_t>& possible) {
    double least = impossible;
    for (int round = 0; round < most_rounds; ++round) {
      backward();
      if (after_other_[0] == impossible) return false;
      least = std::max(least, score_best());
      if (after_other_[0] - least <= close_enough) break;
    }
    backward();
    forward();
    std::vector<std::size_t> marks;  // of a row: node, then shape
    first.reserve(band_.cells() + 1);
    for (std::uint32_t zh = band_.begin().zh; zh <= band_.end().zh; ++zh) {
      marks.clear();
      for (std::size_t k = 0; k < shapes_.size(); ++k) {
        const Run run = this->run(zh, k);
        const double* before = (k == null_zh_shape ? before_other_ : before_).data() + run.from;
        const double* after = (k == null_en_shape ? after_behind_ : after_other_).data() + run.to;
        const float* bound = bounds_.data() + run.edge;
        for (std::size_t at = 0; at < run.count; ++at) {
          if (before[at] + static_cast<double>(bound[at]) + after[at] >= least - slack)
            marks.push_back((run.first + at) * shapes_.size() + k);
        }
      }
      std::sort(marks.begin(), marks.end());
      auto mark = marks.begin();
      for (std::size_t at = 0; at < width(zh); ++at) {
        first.push_back(static_cast<std::uint32_t>(possible.size()));
        for (; mark != marks.end() && *mark / shapes_.size() == at; ++mark)
          possible.push_back(static_cast<std::uint8_t>(*mark % shapes_.size()));
      }
    }
    first.push_back(static_cast<std::uint32_t>(possible.size()));
    return true;
  }

 private:
  /// The edges of one shape that begin in one row and stay in the band.
  struct Run {
    std::uint32_t first = 0;  ///< the first one's node, counted from the row's first
    std::size_t count = 0;
    std::size_t from = 0;  ///< cell of the first
    std::size_t to = 0;    ///< cell that the first leads to
    std::size_t edge = 0;  ///< index of its bound
  };

  std::size_t width(std::uint32_t zh) const { return band_.high(zh) - band_.low(zh) + 1; }

  Run run(std::uint32_t zh, std::size_t k) const {
    const std::uint32_t to = zh + shapes_[k].zh;
    const std::uint32_t en_size = shapes_[k].en;
    if (to > band_.end().zh || band_.high(to) < en_size) return {};
    const std::uint32_t low = band_.low(zh);
    const std::uint32_t begin = std::max(low, band_.low(to) - std::min(band_.low(to), en_size));
    const std::uint32_t end = std::min(band_.high(zh), band_.high(to) - en_size) + 1;
    if (begin >= end) return {};
    const std::uint32_t first = begin - low;
    const std::size_t row = band_.cell({zh, low});
    return {first, end - begin, row + first, band_.cell({to, begin + en_size}),
            row * shapes_.size() + k * width(zh) + first};
  }

  static void raise(double& value, double other) { value = value > other ? value : other; }

  /// As in Lattice: `behind` is what came by a 0-1, after which no 1-0 may follow.
  void forward() {
    before_other_.assign(band_.cells(), impossible);
    before_.assign(band_.cells(), impossible);
    before_other_[0] = 0;
    for (std::uint32_t zh = band_.begin().zh; zh <= band_.end().zh; ++zh) {
      const std::size_t row = band_.cell({zh, band_.low(zh)});
      std::copy_n(before_other_.begin() + static_cast<std::ptrdiff_t>(row), width(zh),
                  before_.begin() + static_cast<std::ptrdiff_t>(row));
      const Run null_en = run(zh, null_en_shape);
      for (std::size_t at = 0; at < null_en.count; ++at)
        raise(before_[null_en.to + at],
              before_[null_en.from + at] + static_cast<double>(bounds_[null_en.edge + at]));
      for (std::size_t k = 0; k < shapes_.size(); ++k) {
        if (k == null_en_shape) continue;
        const Run run = this->run(zh, k);
        const double* before = (k == null_zh_shape ? before_other_ : before_).data() + run.from;
        const float* bound = bounds_.data() + run.edge;
        double* to = before_other_.data() + run.to;
        for (std::size_t at = 0; at < run.count; ++at)
          raise(to[at], before[at] + static_cast<double>(bound[at]));
      }
    }
  }

  /// Of what follows: `other` may begin with a 1-0, `behind` may not.
  void backward() {
    after_other_.assign(band_.cells(), impossible);
    after_behind_.assign(band_.cells(), impossible);
    after_other_.back() = after_behind_.back() = 0;
    for (std::uint32_t zh = band_.end().zh + 1; zh-- > band_.begin().zh;) {
      for (std::size_t k = null_en_shape + 1; k < shapes_.size(); ++k) follow(run(zh, k), after_behind_);
      const Run null_en = run(zh, null_en_shape);
      for (std::size_t at = null_en.count; at-- > 0;)
        raise(after_behind_[null_en.from + at],
              static_cast<double>(bounds_[null_en.edge + at]) + after_behind_[null_en.to + at]);
      follow(run(zh, null_zh_shape), after_other_);
      const std::size_t row = band_.cell({zh, band_.low(zh)});
      for (std::size_t at = row; at < row + width(zh); ++at) raise(after_other_[at], after_behind_[at]);
    }
  }

  void follow(const Run& run, std::vector<double>& sums) const {
    const float* bound = bounds_.data() + run.edge;
    const double* after = after_other_.data() + run.to;
    double* from = sums.data() + run.from;
    for (std::size_t at = 0; at < run.count; ++at)
      raise(from[at], static_cast<double>(bound[at]) + after[at]);
  }

  /// The exact score of a ladder that is the best by the bounds, but for what was scored on the way: at each
  /// of its nodes edges are scored until the best one is.
  double score_best() {
    double total = 0;
    bool behind = false;
    for (Node at = band_.begin(); at != band_.end();) {
      const std::size_t row = band_.cell({at.zh, band_.low(at.zh)});
      const std::size_t edges = row * shapes_.size() + (at.en - band_.low(at.zh));
      open_.clear();
      for (std::size_t k = behind ? null_zh_shape + 1 : 0; k < shapes_.size(); ++k) {
        const Node to{at.zh + shapes_[k].zh, at.en + shapes_[k].en};
        if (band_.contains(to))
          open_.push_back({k, edges + k * width(at.zh),
                           (k == null_en_shape ? after_behind_ : after_other_)[band_.cell(to)]});
      }
      const Open* best = nullptr;
      while (true) {
        best = &open_.front();
        for (const Open& other : open_) {
          if (sum(other) > sum(*best)) best = &other;
        }
        if (exact_[best->edge]) break;
        score(at, *best);
      }
      total += static_cast<double>(bounds_[best->edge]);
      behind = best->shape == null_en_shape;
      at = {at.zh + shapes_[best->shape].zh, at.en + shapes_[best->shape].en};
    }
    return total;
  }

  /// An edge of a node, with what may follow it at best.
  struct Open {
    std::size_t shape;
    std::size_t edge;
    double rest;
  };

  double sum(const Open& open) const { return static_cast<double>(bounds_[open.edge]) + open.rest; }

  /// Replaces the bound of an edge by its score.
  void score(Node from, const Open& open) {
    const Shape shape = shapes_[open.shape];
    const RangePair pair{{from.zh, from.zh + shape.zh}, {from.en, from.en + shape.en}};
    double exact = 0;
    scores_.exact({&pair, 1}, {&exact, 1});
    bounds_[open.edge] = static_cast<float>(exact);
    exact_[open.edge] = 1;
  }

  const Band& band_;
  const std::vector<Shape>& shapes_;
  const BeadScores& scores_;
  std::vector<float> bounds_;         ///< of each row, of each shape: of each node
  std::vector<char> exact_;           ///< of each of them: whether it is the score
  std::vector<double> before_other_;  ///< of each cell
  std::vector<double> before_;        ///< the better of that and of what came by a 0-1
  std::vector<double> after_other_;
  std::vector<double> after_behind_;
  std::vector<Open> open_;
};

}  // namespace

PossibleEdges::PossibleEdges(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores,
                             double slack) {
  if (scores.bound && band.cells() <= most_edges / shapes.size() &&
      Bounds(band, shapes, scores).mark(slack, first_, shapes_))
    return;
  shapes_.resize(shapes.size());
  std::iota(shapes_.begin(), shapes_.end(), std::uint8_t{0});
}

}  // namespace duiqi::align
