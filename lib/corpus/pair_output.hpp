// Layer: corpus. The files that pairs are written to: one, three, or shards of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <duiqi/corpus.hpp>

#include "corpus/output_file.hpp"
#include "corpus/work.hpp"

namespace duiqi::corpus {

/// How far an output is, behind a cut().
struct OutputPosition {
  std::uint64_t shard = 0;           ///< the one under way, from 1; 0: there are none
  std::uint64_t shard_bytes = 0;     ///< that it has, before compression
  std::uint64_t pairs = 0;           ///< of all shards
  std::uint64_t document = 0;        ///< FinishedPair::document of the last pair
  std::vector<std::uint64_t> sizes;  ///< of the files under way, on disk
};

/// Files that get their names together, when all are whole; until then each is NAME.part.
class PairOutput {
 public:
  /// `shard_bytes` 0: no shards. `at`: goes on there. Throws Error: io_failure, and invalid_option where
  /// standard output or a device can't be what is wanted.
  PairOutput(const std::string& out, CorpusOutput output, std::uint64_t shard_bytes,
             const OutputPosition* at);
  PairOutput(const PairOutput&) = delete;
  PairOutput& operator=(const PairOutput&) = delete;
  /// Removes what was not committed, unless it is to be kept.
  ~PairOutput();

  void append(const FinishedPair& pair);
  std::size_t pending() const;
  /// Ends a frame of each file, and has it stored.
  void cut();
  OutputPosition position() const;
  /// Behind the last pair: writes what ends the files, and cuts.
  void end();
  void keep();
  /// After end(): closes the files, which now have their names.
  void commit();

 private:
  void open(const OutputPosition* at);

  std::string out_;
  CorpusOutput output_;
  std::uint64_t shard_bytes_;
  OutputPosition position_;
  std::vector<std::unique_ptr<OutputFile>> files_;
  bool kept_ = false;
};

/// Gives the files of an output that was ended their names, those that don't have them yet, and removes
/// shards behind the last one, as a longer run left them. Throws Error(io_failure).
void name_outputs(const std::string& out, CorpusOutput output, std::uint64_t last_shard);

}  // namespace duiqi::corpus
