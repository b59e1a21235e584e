// Layer: corpus. A corpus cut into train, dev and test, so that no side knows another's documents.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/export.hpp>

namespace duiqi {

enum class CorpusSide : std::uint8_t { train, dev, test };
inline constexpr std::array all_corpus_sides{CorpusSide::train, CorpusSide::dev, CorpusSide::test};
/// "train", "dev", "test".
DUIQI_API std::string_view name(CorpusSide side);

/// How large dev or test is to be.
struct PartitionSize {
  double amount = 0;
  bool percent = false;  ///< of the documents; else how many of them
};

struct PartitionOptions {
  /// Outputs of build_corpus() in jsonl or tsv; plain, gzip or zstd. Files, since they are read twice.
  std::vector<std::string> inputs;
  /// What the inputs are, and what is written; else as the first input's ending says.
  std::optional<CorpusOutput> output;
  std::string folder;  ///< gets train.ENDING, dev.ENDING, test.ENDING and documents.tsv
  PartitionSize dev;
  PartitionSize test;
  /// Two documents belong together where this share of the pairs of the one with fewer is in the other, the
  /// Chinese or the English side the same or nearly so. Above 0, at most 1.
  double share = 0.5;
  std::uint64_t seed = 0;                     ///< another one gives another partition
  std::size_t memory = std::size_t{1} << 30;  ///< bytes; 1 GiB is enough for some 9 million pairs
};

/// What was put where.
struct PartitionReport {
  struct Side {
    std::uint64_t documents = 0;
    std::uint64_t pairs = 0;
    std::uint64_t groups = 0;
  };
  std::array<Side, all_corpus_sides.size()> sides;
  std::uint64_t documents = 0;
  std::uint64_t groups = 0;         ///< of documents that belong together, also of one
  std::uint64_t largest_group = 0;  ///< documents
  std::uint64_t not_alone = 0;      ///< documents that belong together with another

  Side& of(CorpusSide side) { return sides[static_cast<std::size_t>(side)]; }
  const Side& of(CorpusSide side) const { return sides[static_cast<std::size_t>(side)]; }
};

/// Cuts a corpus by whole groups of documents that belong together, directly or through others: no side has a
/// document of another, nor one near it. Near sentences are found by minhash, most of them but not all
/// (docs/corpus.md has the figures). A group's side follows from the id of its first document in the input
/// and the seed; a group of more documents than dev or test is to have is left to train. Lines stand in the
/// order of the input, unchanged. Throws Error: invalid_format for a line that is no pair; invalid_option,
/// also where `memory` is too small; io_failure. Then the folder's files are what they were before.
DUIQI_API PartitionReport partition_corpus(const PartitionOptions& options);

}  // namespace duiqi
