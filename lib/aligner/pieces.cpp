#include "aligner/pieces.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace duiqi {
namespace {

using align::Node;

/// Beads that both ladders have and hold for this likely are a sure place to meet. (Judged: nine in ten
/// places are.)
constexpr double sure = 0.9;

/// A step of a ladder: a bead, a null, or the two beads of a swap.
struct Step {
  Node from;
  Node to;
  std::size_t first = 0;  ///< bead
  std::size_t last = 0;
};

/// In the ids of the whole document.
std::vector<Step> steps(const Ladder& ladder, Node origin) {
  std::vector<Step> out;
  Node at = origin;
  const std::vector<Bead>& beads = ladder.beads();
  for (std::size_t k = 0; k < beads.size();) {
    Step step{at, at, k, k + 1};
    if (ladder.crosses_next(k)) ++step.last;
    for (; k < step.last; ++k) {
      step.to.zh += beads[k].zh.size();
      step.to.en += beads[k].en.size();
    }
    out.push_back(step);
    at = step.to;
  }
  return out;
}

/// A stretch of both sides and what was found in it.
class Stretch {
 public:
  /// The whole: nothing is copied.
  Stretch(const Analysis& zh, const Analysis& en, const AlignerOptions& options)
      : window_{{0, zh.document.size()}, {0, en.document.size()}},
        model_(std::make_unique<DocumentModel>(zh, en, options)),
        decoded_(model_->align(options)) {}

  Stretch(const Analysis& zh, const Analysis& en, RangePair window, const AlignerOptions& options)
      : window_(window),
        zh_(std::make_unique<Excerpt>(excerpt(zh, window.zh))),
        en_(std::make_unique<Excerpt>(excerpt(en, window.en))),
        model_(std::make_unique<DocumentModel>(zh_->analysis, en_->analysis, options)),
        decoded_(model_->align(options)),
        steps_(duiqi::steps(decoded_.ladder, {window.zh.begin, window.en.begin})) {}

  RangePair window() const { return window_; }
  const std::vector<Step>& steps() const { return steps_; }
  const Bead& bead(std::size_t k) const { return decoded_.ladder.beads()[k]; }

  void visit_whole(const std::function<void(const Piece&)>& visit) const {
    visit({window_, {}, {window_.zh.end, window_.en.end}, *model_, decoded_, decoded_.ladder.beads()});
  }

  void visit(Node begin, Node end, const std::function<void(const Piece&)>& visit) const {
    std::vector<Bead> beads;
    for (const Step& step : steps_) {
      const bool inside = step.from.zh >= begin.zh && step.from.en >= begin.en && step.to.zh <= end.zh &&
                          step.to.en <= end.en;
      for (std::size_t k = step.first; inside && k < step.last; ++k) beads.push_back(bead(k));
    }
    visit({window_, begin, end, *model_, decoded_, std::move(beads), zh_->first_anchor, en_->first_anchor});
  }

 private:
  RangePair window_;
  std::unique_ptr<Excerpt> zh_;  ///< the model keeps references to what these hold
  std::unique_ptr<Excerpt> en_;
  std::unique_ptr<DocumentModel> model_;
  Decoded decoded_;
  std::vector<Step> steps_;
};

/// How much speaks for two ladders having a step in common: 0 nothing, 1 the same bead, 2 both sure of it.
int agreement(const Stretch& a, const Step& of_a, const Stretch& b, const Step& of_b) {
  if (of_a.from != of_b.from || of_a.to != of_b.to || of_a.last - of_a.first != of_b.last - of_b.first)
    return 0;
  const Bead& one = a.bead(of_a.first);
  const Bead& other = b.bead(of_b.first);
  if (one.null()) return 0;
  return std::min(one.probability, other.probability) >= sure ? 2 : 1;
}

/// The best node at which the ladder of `left` can go over into that of `right`: the same beads end and begin
/// there in both; of equal ones the nearest to `cut`. Between `from` and `to`.
std::optional<Node> meeting(const Stretch& left, const Stretch& right, Node cut, Node from, Node to) {
  std::optional<Node> best;
  int most = 0;
  std::uint64_t nearest = 0;
  const std::vector<Step>& a = left.steps();
  const std::vector<Step>& b = right.steps();
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Node at = a[i].from;
    while (j < b.size() && b[j].from < at) ++j;
    if (j == b.size()) break;
    if (b[j].from != at || at.zh < from.zh || at.en < from.en || at.zh > to.zh || at.en > to.en) continue;
    const int agreed = agreement(left, a[i], right, b[j]) +
                       (i > 0 && j > 0 ? agreement(left, a[i - 1], right, b[j - 1]) : 0);
    const auto away = static_cast<std::uint64_t>(std::llabs(std::int64_t{at.zh} - std::int64_t{cut.zh}) +
                                                 std::llabs(std::int64_t{at.en} - std::int64_t{cut.en}));
    if (agreed > most || (agreed == most && agreed > 0 && away < nearest)) {
      best = at;
      most = agreed;
      nearest = away;
    }
  }
  return best;
}

SentenceRange widened(std::uint32_t begin, std::uint32_t end, std::uint32_t size, std::uint32_t by) {
  return {begin - std::min(begin, by), std::min(size, end + by)};
}

RangePair between(Node from, Node to) {
  return {{from.zh, to.zh}, {from.en, to.en}};
}

}  // namespace

Document excerpt(const Document& source, SentenceRange range) {
  Document out;
  out.text = source.text;
  out.language = source.language;
  out.sentences.assign(source.sentences.begin() + range.begin, source.sentences.begin() + range.end);
  if (out.sentences.empty()) return out;
  const std::uint32_t first = out.sentences.front().paragraph;
  const std::uint32_t last = out.sentences.back().paragraph;
  for (Sentence& sentence : out.sentences) sentence.paragraph -= first;
  out.paragraphs.assign(source.paragraphs.begin() + first, source.paragraphs.begin() + last + 1);
  for (Paragraph& paragraph : out.paragraphs) {
    SentenceRange& ids = paragraph.sentences;
    ids = {std::clamp(ids.begin, range.begin, range.end) - range.begin,
           std::clamp(ids.end, range.begin, range.end) - range.begin};
  }
  return out;
}

Excerpt excerpt(const Analysis& side, SentenceRange range) {
  Excerpt out{{excerpt(side.document, range), {}}, 0};
  const auto first_of = [&](std::uint32_t id) {
    return std::lower_bound(side.anchors.begin(), side.anchors.end(), id,
                            [](const Anchor& at, std::uint32_t sentence) { return at.sentence < sentence; });
  };
  const auto first = first_of(range.begin);
  out.first_anchor = static_cast<std::size_t>(first - side.anchors.begin());
  out.analysis.anchors.assign(first, first_of(range.end));
  for (Anchor& anchor : out.analysis.anchors) anchor.sentence -= range.begin;
  return out;
}

void for_each_piece(const Analysis& zh, const Analysis& en, const AlignerOptions& options,
                    const PieceOptions& pieces, const std::function<void(const Piece&)>& visit) {
  const Node end{zh.document.size(), en.document.size()};
  if (std::max(end.zh, end.en) <= pieces.whole) {
    Stretch(zh, en, options).visit_whole(visit);
    return;
  }
  const std::vector<Node> cuts = find_cuts(zh, en, options.lexicons, pieces);
  const auto align = [&](RangePair window) { return Stretch(zh, en, window, options); };
  const auto window = [&](std::size_t k) {
    return RangePair{widened(cuts[k].zh, cuts[k + 1].zh, end.zh, pieces.overlap),
                     widened(cuts[k].en, cuts[k + 1].en, end.en, pieces.overlap)};
  };
  Node begin{};
  Stretch current = align(window(0));
  for (std::size_t k = 1; k + 1 < cuts.size(); ++k) {
    Stretch next = align(window(k));
    std::optional<Node> meet = meeting(current, next, cuts[k], begin, cuts[k + 1]);
    if (!meet) {
      const Node last{next.window().zh.end, next.window().en.end};
      if (std::max(last.zh - begin.zh, last.en - begin.en) <= pieces.largest) {
        current = align(between(begin, last));
        continue;
      }
      current = align(between(begin, cuts[k]));
      next = align(between(cuts[k], last));
      meet = cuts[k];
    }
    current.visit(begin, *meet, visit);
    current = std::move(next);
    begin = *meet;
  }
  current.visit(begin, end, visit);
}

}  // namespace duiqi
