// Layer: corpus. What is done for one document, on any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/corpus.hpp>

#include "corpus/pair_key.hpp"
#include "corpus/source.hpp"

namespace duiqi::corpus {

using Counts = std::map<std::string, std::uint64_t>;

inline constexpr std::size_t histogram_bins = 20;
/// Of length ratios: quarters up to 8, which is where the filter's default ends, and one for all above.
inline constexpr std::size_t ratio_bins = 33;
inline constexpr double largest_ratio = 8;

/// Dropped pairs of a reason that a report shows: enough to see what it is about.
inline constexpr std::size_t samples_of_reason = 3;

/// Whether there are fewer of this reason.
bool wants_sample(const std::vector<CorpusSample>& samples, std::string_view reason);

/// The twentieth that a probability stands in.
std::size_t bin_of(double probability);
/// The quarter that a length ratio stands in.
std::size_t ratio_bin_of(double length_ratio);

/// A pair's JSON line, given without its end, as a line of the file of dropped pairs.
std::string duplicate_line(std::string_view line);

/// A pair that the filters let through.
struct FinishedPair {
  std::vector<std::string> lines;  ///< of each of the output's files
  std::string duplicate;           ///< the line of the file of dropped pairs, should it be one
  PairKey key;
  std::uint64_t document = 0;  ///< a hash of its id
  std::string type;
  std::size_t bin = 0;  ///< of the histogram of probabilities
  std::size_t ratio_bin = 0;
};

/// Counts it as one that is written, by type, probability and length ratio.
void count_written(Counts& counts, const FinishedPair& pair);
void count_duplicate(Counts& counts);

/// A document that was worked on: either pairs, or why there are none.
struct Result {
  std::string rejection;       ///< why it can't be read, with its place; empty where it could
  std::string rejection_line;  ///< the same for the rejects file
  std::vector<FinishedPair> pairs;
  std::string id;                     ///< of the document
  std::string metadata;               ///< its further fields, a JSON object or empty
  std::string drops;                  ///< lines of the file of dropped pairs, where one is wanted
  std::vector<CorpusSample> samples;  ///< of the dropped pairs, a few for each reason
  Counts counts;                      ///< of this document
};

/// Never throws Error for a bad document; throws it where no document could be read (unknown_encoding).
Result work_on(const Task& task, const Aligner& aligner, const CorpusOptions& options);

}  // namespace duiqi::corpus
