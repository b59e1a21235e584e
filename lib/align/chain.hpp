// Layer: align. From pairs that are likely on their own to the course of a long alignment.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/span.hpp>

#include "align/band.hpp"

namespace duiqi::align {

/// A sentence pair that something speaks for, with its weight in nats (> 0).
struct Candidate {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  double weight = 0;
};

/// The heaviest chain of candidates that rises strictly on both sides. O(c log c) time and O(c) memory for c
/// candidates (a Fenwick tree over English ids). Deterministic: of equal chains, the one whose candidates
/// come first.
std::vector<Candidate> heaviest_chain(std::vector<Candidate> candidates);

struct GuideOptions {
  /// A candidate of the chain stays where another one stands at most this many sentences away …
  std::uint32_t neighbourhood = 40;
  /// … on a diagonal that differs by at most this share of their distance, plus two sentences. (Judged: wide
  /// enough for a left-out paragraph, narrow enough that the tests' random guides are thrown out.)
  double slope = 0.5;
};

/// The chain without the candidates that no neighbour confirms: a pair that is wrong drags a band away from
/// the truth, so one that stands alone is not believed.
std::vector<Candidate> confirmed(const std::vector<Candidate>& chain, const GuideOptions& options = {});

struct SupportOptions {
  /// Of so many neighbours on either side …
  std::uint32_t neighbours = 4;
  /// … so many must support a candidate, …
  std::uint32_t least = 5;
  /// … which those do that stand at most so many sentences away …
  std::uint32_t reach = 400;
  /// … on a diagonal that differs by at most this share of the distance, plus three sentences. (All four
  /// judged; what they let pass is checked where pieces meet.)
  double slope = 0.25;
};

/// The candidates of the chain that most of their neighbours support: surer than confirmed(), and for chains
/// that are sparse. O(chain).
std::vector<Candidate> supported(const std::vector<Candidate>& chain, const SupportOptions& options = {});

/// What lies between two neighbours of the chain that confirm each other and stand at most `longest`
/// sentences apart on either side: stretches from which little can be missing. In order, apart. (10: with 40,
/// novels without a lexicon have stretches that end in wrong pairs.)
std::vector<RangePair> sure_stretches(const std::vector<Candidate>& chain, std::uint32_t longest = 10);

}  // namespace duiqi::align
