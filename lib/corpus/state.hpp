// Layer: corpus. How far a run has come, so that another can go on.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <duiqi/corpus.hpp>

#include "corpus/pair_output.hpp"
#include "corpus/source.hpp"

namespace duiqi::corpus {

/// What a run had written when it last cut its files.
struct State {
  std::uint64_t documents = 0;     ///< of the input, read and done with
  std::uint64_t milliseconds = 0;  ///< that this took
  bool complete = false;           ///< all was written; the files may lack their names
  OutputPosition out;
  std::array<std::uint64_t, 3> sizes{};  ///< bytes of the rejects, the drops, and the keys of pairs
  std::map<std::string, std::uint64_t> counts;
};

/// What a run depends on: inputs with their sizes, files of folders with their names, options, weights and
/// lexicons. Only a run with the same may go on. `source`: before its first document is taken.
std::string fingerprint(const Aligner& aligner, const CorpusOptions& options, const Source& source);

/// Written beside first, then renamed: whole or not at all. Throws Error(io_failure).
void write_state(const std::string& path, const std::string& fingerprint, const State& state);

/// Nothing where there is no such file. Throws Error: invalid_option for a run with another fingerprint,
/// invalid_format for a damaged file.
std::optional<State> read_state(const std::string& path, const std::string& fingerprint);

}  // namespace duiqi::corpus
