// Layer: anchor. An index over match(), so that nobody compares every anchor with every other.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/anchor.hpp>

namespace duiqi::anchor {

/// Appends the buckets of an anchor: whenever match(zh, en) > 0, the two share at least one bucket. Sharing
/// one promises nothing. Few buckets each (mostly 1; a name with all its readings has some 20).
void match_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out);

}  // namespace duiqi::anchor
