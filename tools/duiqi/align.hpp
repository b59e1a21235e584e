// Aligning one pair of texts, or one record, and writing the result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/write.hpp>

#include "flags.hpp"

namespace duiqi::tool {

struct AlignFlags {
  std::vector<std::string> files;
  std::string out = "-";
  std::string batch;
  std::uint32_t threads = 1;  ///< of a batch; 0: as many as the machine runs at once
  bool record = false;
  std::string format;
  bool nulls = false;
  bool no_nulls = false;
  double min_probability = 0;
  bool no_merge_links = false;
  bool no_evidence = false;
  bool explain = false;
  std::string color = "auto";
  std::uint32_t width = 0;
  LadderOptions ladder;
  bool no_links = false;
  std::uint32_t passes = 2;
  std::string weights;
  std::vector<std::string> lexicons;  ///< files, besides the built-in one
  bool no_built_in = false;
  ReadFlags read;
  SegmentFlags segment;
  DateFlag date;
};

/// One document: where it is and where its alignment goes.
struct Job {
  std::vector<std::string> inputs;  ///< the Chinese and the English text, or the record
  std::string out;
  Format format = Format::text;
  std::size_t line = 0;  ///< of the list, from 1
};

/// Checks what can be checked before any work. Throws Error(invalid_option).
Job make_job(const AlignFlags& flags, std::vector<std::string> inputs, std::string out);

/// Aligns, writes, and returns the warnings. Throws Error. May run on many threads at once, for jobs with
/// different outputs.
std::vector<std::string> run_job(const AlignFlags& flags, const Aligner& aligner, const Job& job);

/// Reads the list and checks all of it before any work; then does what can be done, and reports what can't.
/// Messages come in the list's order. Returns whether all was done. Throws Error.
bool run_batch(const AlignFlags& flags, const Aligner& aligner);

}  // namespace duiqi::tool
