// Layer: evidence. Likely sentence pairs of texts that are too long to weigh everything against everything.
#pragma once

#include <span>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/lexicon.hpp>
#include <duiqi/span.hpp>

#include "evidence/evidence.hpp"

namespace duiqi::evidence {

/// Pairs of sentences within `part` that share a key which is rare there: what anchors match by, and words of
/// which one translates the other. A pair weighs, over its keys, the sum of 1 / the most sentences of a side
/// that have the key: how many of the key's pairs can be right. By Chinese sentence, then English.
///
/// Unlike Evidence::likely_pairs() it keeps nothing but what is rare: O(text) time; memory: 16 bytes for each
/// rare key of a sentence, and two tables of one byte a slot, 32 slots a sentence and 32 MB at most.
std::vector<LikelyPair> rare_pairs(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons,
                                   RangePair part);

}  // namespace duiqi::evidence
