// Layer: aligner. Stretches of a ladder that nothing supports.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/summary.hpp>

namespace duiqi {

/// What a drift is. Support is that of Evidence::support(), in nats. All chosen on the dev sets: 711
/// documents as they are, six sets joined, and 48 long texts of which 100 sentences are missing on a side,
/// against 24 long news texts and 8 novels of which 20 sentences are replaced on one side. What a stretch
/// misses at most was 25 nats in sound documents, 41 where blocks are missing, and there in fewer than eight
/// sentences a side; in replaced stretches at least 176 (novels: 65). Without a lexicon 21, 27 and 87 (news).
/// What it finds: tests/reports/summary_report, docs/alignment.md.
struct DriftOptions {
  /// A bead is weak that has less than this share of the text's mean support for each sentence of its shorter
  /// side, and a lower probability than `sound_from`. So are nulls.
  double weak_share = 0.3;
  /// Without a lexicon a third of the sound beads of news have no link; those that lengths and neighbours
  /// make sure of don't drift. (.8 does about the same.)
  double sound_from = 0.9;
  /// What a sound bead speaks against a drift at most, in weak beads' worth, so that a chance hit doesn't end
  /// it.
  double most_against = 4;
  /// Nats that are missing in all.
  double least_missing = 40;
  /// Sentences on either side.
  std::uint32_t least_sentences = 8;
  /// Texts with less mean support show too little to tell a drift by: novels without a lexicon have .1 to 4,
  /// and those with less than this have stretches that look like drifts (news: 7 in the middle).
  double least_support = 1.5;
};

/// The maximal stretches, in order. `support`: of each bead, in nats. Nulls of both sides that stand beside
/// each other count as pairs that nothing supports, so that what is missing on one side alone, however much,
/// is no drift. `mean_support`: nats for each sentence of the shorter text. Linear.
std::vector<Drift> find_drifts(std::span<const Bead> beads, std::span<const double> support,
                               double mean_support, const DriftOptions& options = {});

}  // namespace duiqi
