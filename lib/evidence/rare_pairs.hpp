// Layer: evidence. Likely sentence pairs of texts that are too long to weigh everything against everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/lexicon.hpp>
#include <duiqi/span.hpp>

#include "evidence/evidence.hpp"

namespace duiqi::evidence {

/// Pairs of sentences of a part that share a key which is rare there: what anchors match by, and words of
/// which one translates the other. A pair weighs, over its keys, the sum of 1 / the most sentences of a side
/// that have the key: how many of the key's pairs can be right.
///
/// Unlike Evidence::likely_pairs() it keeps nothing but what is rare: O(text) time; memory: 16 bytes for each
/// rare key of a sentence, and two tables of one byte a slot, 32 slots a sentence and 32 MB at most. Keeps
/// references to the analyses and lexicons, which must outlive it.
class RarePairs {
 public:
  RarePairs(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons)
      : zh_{&zh, lexicons, {}, {}, {}}, en_{&en, lexicons, {}, {}, {}} {}

  /// Keeps all keys of the part, instead of those kept before, so that no sentence of it is read again: 4
  /// bytes for each, some 100 for a sentence.
  void keep(RangePair part);

  /// By Chinese sentence, then English. Faster where all of the part is kept; no other difference.
  std::vector<LikelyPair> of(RangePair part) const;

  /// The keys of one side.
  struct Side {
    const Analysis* analysis;
    std::span<const Lexicon> lexicons;
    SentenceRange kept;
    std::vector<std::uint32_t> keys;  ///< of the sentences in `kept`, each sentence's own once
    std::vector<std::size_t> ends;    ///< where those of each sentence end
  };

 private:
  Side zh_;
  Side en_;
};

}  // namespace duiqi::evidence
