#include <algorithm>
#include <cstddef>

#include "align/chain.hpp"
#include "aligner/pieces.hpp"
#include "evidence/rare_pairs.hpp"

namespace duiqi {
namespace {

using align::Node;

/// How often what lies between two nodes is looked at anew. (A million sentences took three.)
constexpr int most_levels = 6;
/// The keys of a part of at most so many sentences are kept for the parts of it: some 7 MB.
constexpr std::uint32_t most_kept = 32768;

std::uint32_t longer(Node from, Node to) {
  return std::max(to.zh - from.zh, to.en - from.en);
}

class Cuts {
 public:
  Cuts(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons, const PieceOptions& options)
      : pairs_(zh, en, lexicons), options_(options) {}

  /// Appends sure nodes between the two, which don't count themselves.
  void find(Node from, Node to, int level, bool kept = false) {
    if (longer(from, to) <= options_.piece || level == most_levels) return;
    const RangePair part{{from.zh, to.zh}, {from.en, to.en}};
    if (!kept && longer(from, to) <= most_kept) {
      pairs_.keep(part);
      kept = true;
    }
    std::vector<align::Candidate> candidates;
    for (const evidence::LikelyPair& pair : pairs_.of(part))
      candidates.push_back({pair.zh - from.zh, pair.en - from.en, pair.weight});
    Node last = from;
    const auto reach = [&](Node next) {
      // The same part again would give the same.
      if (longer(last, next) < longer(from, to)) find(last, next, level + 1, kept);
      last = next;
    };
    for (const align::Candidate& guide : align::supported(align::heaviest_chain(std::move(candidates)))) {
      const Node next{from.zh + guide.zh, from.en + guide.en};
      if (guide.zh == 0 || guide.en == 0) continue;
      reach(next);
      nodes_.push_back(next);
    }
    reach(to);
  }

  std::vector<Node> nodes() && { return std::move(nodes_); }

 private:
  evidence::RarePairs pairs_;
  const PieceOptions& options_;
  std::vector<Node> nodes_;
};

/// Nodes on the straight line, so that no part is longer than `longest`.
void add_straight(std::vector<Node>& out, Node to, std::uint32_t longest) {
  const Node from = out.back();
  const std::uint64_t parts = longer(from, to) / longest + 1;
  for (std::uint64_t k = 1; k < parts; ++k) {
    out.push_back({static_cast<std::uint32_t>(from.zh + (to.zh - from.zh) * k / parts),
                   static_cast<std::uint32_t>(from.en + (to.en - from.en) * k / parts)});
  }
}

}  // namespace

std::vector<Node> find_cuts(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons,
                            const PieceOptions& options) {
  const Node end{zh.document.size(), en.document.size()};
  Cuts cuts(zh, en, lexicons, options);
  cuts.find({}, end, 0);
  // Of the sure nodes those that are a piece apart: the last one that is near enough, else the next.
  std::vector<Node> out{Node{}};
  std::vector<Node> sure = std::move(cuts).nodes();
  sure.push_back(end);
  for (std::size_t k = 0; k < sure.size(); ++k) {
    const bool last = k + 1 == sure.size();
    if (!last && longer(out.back(), sure[k + 1]) <= options.piece) continue;
    if (!last && longer(out.back(), sure[k]) < options.overlap) continue;
    if (longer(out.back(), sure[k]) > options.largest) add_straight(out, sure[k], options.piece);
    out.push_back(sure[k]);
  }
  return out;
}

}  // namespace duiqi
