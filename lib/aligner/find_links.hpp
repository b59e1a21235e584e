// Layer: aligner. Ties that the ladder can't hold.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/alignment.hpp>

#include "evidence/evidence.hpp"

namespace duiqi {

/// What speaks for ties: see evidence::Evidence.
struct TieScores {
  std::function<evidence::Tie(std::uint32_t zh, std::uint32_t en)> tie;
  std::function<evidence::Tie(RangePair bead, RangePair pair)> addition;
  bool lexicon = true;  ///< whether words speak too
};

/// Asks `evidence`, which must outlive the result.
TieScores tie_scores(evidence::Evidence& evidence, bool lexicon);

enum class LinkKind : std::uint8_t {
  moved,   ///< between two leftovers: a sentence that moved
  clause,  ///< between a leftover and a sentence of a bead: a part of it that is rendered elsewhere
};

/// A link that could be made.
struct LinkCandidate {
  LinkKind kind = LinkKind::moved;
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  evidence::Tie tie;
  double margin = 0;       ///< nats that it is ahead of the best other tie of its leftovers and its bead
  double probability = 0;  ///< in [0, 1]
};

/// All ties between leftovers, and between leftovers and beads, that cross or enclose a bead, are not too
/// far, and ahead of all their rivals, in the order of the ladder. Cost: see find_links().
std::vector<LinkCandidate> link_candidates(std::span<const Bead> beads, const TieScores& scores,
                                           const LinkOptions& options);

/// How likely a sentence would be linked to a bead or a leftover elsewhere if bead `home`, which holds it,
/// fell apart into leftovers; 0 where nothing speaks for that. `leftover`: the sentence, and an empty range.
/// Cost: twice the distance.
double link_probability(std::span<const Bead> beads, std::size_t home, RangePair leftover,
                        const TieScores& scores, const LinkOptions& options);

/// The links that are made, ascending by zh, then en: the surest first, each leftover once, each bead once;
/// with what these leave over once more, a few times. Cost: leftovers (sentences of nulls) times distance.
std::vector<Link> find_links(std::span<const Bead> beads, const TieScores& scores,
                             const LinkOptions& options);

}  // namespace duiqi
