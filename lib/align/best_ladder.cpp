#include "align/best_ladder.hpp"

#include <algorithm>

#include "align/log_add.hpp"
#include "align/prune.hpp"

namespace duiqi::align {
namespace {

/// How a state was reached: the shape's number and, in the highest bit, whether its begin was behind a 0-1.
using Step = std::uint8_t;
constexpr Step from_behind = 0x80;

/// Nats that bounds, which are floats, may be off by over a whole ladder.
constexpr double rounding = 1;

/// As in Lattice: after a 0-1 no 1-0 may follow, so a node has two states.
template <class T>
struct States {
  T other;
  T behind_null_en;
};

class Search {
 public:
  Search(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores)
      : band_(band),
        shapes_(shapes),
        score_(scores.exact),
        possible_(band, shapes, scores, rounding),
        steps_(band.cells()) {
    for (const Shape shape : shapes) reach_ = std::max<std::uint32_t>(reach_, shape.zh);
    rows_.resize(reach_ + 1);
    for (std::uint32_t k = 0; k <= reach_; ++k) open_row(band.begin().zh + k);
    row(band.begin().zh).front().other = 0;
  }

  std::vector<Edge> run() {
    for (std::uint32_t zh = band_.begin().zh; zh <= band_.end().zh; ++zh) {
      for (std::uint32_t en = band_.low(zh); en <= band_.high(zh); ++en) leave({zh, en});
      if (zh == band_.end().zh) last_ = row(zh).back();
      open_row(zh + reach_ + 1);
    }
    return trace_back();
  }

 private:
  using Row = std::vector<States<double>>;

  Row& row(std::uint32_t zh) { return rows_[zh % rows_.size()]; }

  void open_row(std::uint32_t zh) {
    if (zh <= band_.end().zh) row(zh).assign(band_.high(zh) - band_.low(zh) + 1, {impossible, impossible});
  }

  void leave(Node node) {
    const States<double> here = row(node.zh)[node.en - band_.low(node.zh)];
    const bool behind = here.behind_null_en > here.other;
    const double total = behind ? here.behind_null_en : here.other;
    if (total == impossible) return;
    pairs_.clear();
    which_.clear();
    const std::size_t cell = band_.cell(node);
    for (const std::uint8_t k : possible_.of(cell)) {
      const Node to{node.zh + shapes_[k].zh, node.en + shapes_[k].en};
      if (!band_.contains(to) || (k == null_zh_shape && here.other == impossible)) continue;
      pairs_.push_back({{node.zh, to.zh}, {node.en, to.en}});
      which_.push_back(k);
    }
    if (pairs_.empty()) return;
    scores_.resize(pairs_.size());
    score_(pairs_, scores_);
    for (std::size_t k = 0; k < pairs_.size(); ++k) {
      const bool null_zh = which_[k] == null_zh_shape;
      const double sum = (null_zh ? here.other : total) + scores_[k];
      offer({pairs_[k].zh.end, pairs_[k].en.end}, which_[k], sum, behind && !null_zh);
    }
  }

  void offer(Node to, Step shape, double sum, bool behind) {
    States<double>& totals = row(to.zh)[to.en - band_.low(to.zh)];
    States<Step>& steps = steps_[band_.cell(to)];
    double& total = shape == null_en_shape ? totals.behind_null_en : totals.other;
    if (sum <= total) return;
    total = sum;
    (shape == null_en_shape ? steps.behind_null_en : steps.other) =
        static_cast<Step>(shape | (behind ? from_behind : 0));
  }

  std::vector<Edge> trace_back() const {
    std::vector<Edge> ladder;
    bool behind = last_.behind_null_en > last_.other;
    for (Node node = band_.end(); node != band_.begin();) {
      const States<Step>& steps = steps_[band_.cell(node)];
      const Step step = behind ? steps.behind_null_en : steps.other;
      const auto shape = static_cast<Step>(step & ~from_behind);
      node = {node.zh - shapes_[shape].zh, node.en - shapes_[shape].en};
      ladder.push_back({node, shape, 0, 0});
      behind = (step & from_behind) != 0;
    }
    std::reverse(ladder.begin(), ladder.end());
    for (Edge& edge : ladder) edge.score = score_of(edge);
    return ladder;
  }

  double score_of(const Edge& edge) const {
    const Shape shape = shapes_[edge.shape];
    const RangePair pair{{edge.from.zh, edge.from.zh + shape.zh}, {edge.from.en, edge.from.en + shape.en}};
    double value = 0;
    score_({&pair, 1}, {&value, 1});
    return value;
  }

  const Band& band_;
  const std::vector<Shape>& shapes_;
  const ScoreBeads& score_;
  PossibleEdges possible_;
  std::uint32_t reach_ = 1;
  std::vector<States<Step>> steps_;
  std::vector<Row> rows_;
  States<double> last_{impossible, impossible};
  std::vector<RangePair> pairs_;
  std::vector<Step> which_;
  std::vector<double> scores_;
};

}  // namespace

std::vector<Edge> best_ladder(const Band& band, const std::vector<Shape>& shapes, const BeadScores& scores) {
  return Search(band, shapes, scores).run();
}

}  // namespace duiqi::align
