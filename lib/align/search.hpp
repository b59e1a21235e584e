// Layer: align. From cheap scores to the few arcs that are worth a closer look, for documents of any length.
#pragma once

#include <cstdint>
#include <vector>

#include "align/chain.hpp"
#include "align/graph.hpp"
#include "align/lattice.hpp"

namespace duiqi::align {

struct SearchOptions {
  std::uint32_t max_one_to_many = 6;
  std::uint32_t max_many_to_many = 4;
  /// A document whose whole rectangle has at most this many cells is searched whole; in so small a one a band
  /// saves nothing.
  std::size_t whole_cells = 256;
  /// Beads up to this size, on either side, are considered when the course of a long document is looked for;
  /// larger ones only around that course.
  std::uint32_t course_beads = 2;
  /// Least half width of the band around a guide, in English sentences. (6/4, 8/5, 12/8 and 24/16 for this
  /// and the posterior's, and no band at all, give the same figures on ten dev sets, but for .0003 on macdev
  /// at 6/4.)
  std::uint32_t half_width = 8;
  /// Between two guides that are g sentences apart the half width is at least this share of g: lengths drift,
  /// and whole paragraphs are left out. (Judged; the tests' holes of up to 200 sentences are found with it.)
  double widening = 0.35;
  /// The first band has about this many cells at most between two guides, however far they are apart, and
  /// widening stops at the other number: time and memory (2 bytes a cell) stay bounded where nothing guides.
  /// (2^20: a few seconds of scoring.)
  std::size_t step_cells = std::size_t{1} << 20;
  std::size_t widest_step_cells = std::size_t{1} << 23;
  /// The band of the posterior around the best ladder, in English sentences.
  std::uint32_t posterior_half_width = 5;
  /// The posterior is computed in blocks of this many Chinese sentences, with `overlap` more on each side, so
  /// that memory stays linear.
  std::uint32_t block = 512;
  std::uint32_t overlap = 32;
  /// An arc stays where at least this share of the probability runs through it, by the cheap scores. (At
  /// 1e-7, 1e-9 and 1e-12 the dev sets' gold has 36, 25 and 19 of its 12,600 beads outside, and 1.8, 2.5
  /// and 3.9 arcs stay for each Chinese sentence.)
  double least_probability = 1e-12;
};

/// What the search did, for diagnosis and tests.
struct SearchReport {
  std::size_t guides = 0;     ///< candidates that were believed
  std::size_t cells = 0;      ///< visited, over all attempts
  std::uint32_t widened = 0;  ///< how often the band proved too narrow
};

/// The arcs that a closer look may choose from: they hold at least one whole ladder. `candidates`: likely
/// sentence pairs, in any order; they guide the search of long documents only. The band is wide where there
/// is little to hold on to, and is widened where the best ladder runs along its rim, both up to
/// `widest_step_cells` between two guides: never a table that grows with the square of a long document.
std::vector<Arc> search(std::uint32_t zh_size, std::uint32_t en_size, const BeadScores& scores,
                        const std::vector<Candidate>& candidates, const SearchOptions& options = {},
                        SearchReport* report = nullptr);

}  // namespace duiqi::align
