// What `corpus` and `merge` share: deduplication, outputs, signals, progress.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/corpus.hpp>

namespace CLI {
class App;
}

namespace duiqi::tool {

struct DedupFlags {
  std::string how = "exact";
  std::uint32_t memory = 1024;  ///< MiB

  void add_to(CLI::App& command, const std::string& group);
  CorpusDedup kind() const;
  std::size_t bytes() const { return std::size_t{memory} << 20; }
  /// The file of copies beside an output; empty where there is none.
  std::string copies_for(const std::string& out) const;
};

struct OutputFlags {
  std::string out = "-";
  std::string format;
  double shard_size = 0;  ///< MiB

  void add_to(CLI::App& command, const std::string& group);
  /// The kind of OUT, by --format or its ending. Throws Error(invalid_option).
  CorpusOutput kind() const;
  std::uint64_t shard_bytes() const { return static_cast<std::uint64_t>(shard_size * (1 << 20)); }
  /// Throws Error(invalid_option) where one of `files` would be written over.
  void refuse(const std::vector<std::string>& files) const;
};

/// JSON where the name ends in .json, a page where in .html, else text. The page has the options of `command`
/// and the name of the corpus, `out`. Throws Error(io_failure).
void write_report(const std::string& file, const CorpusReport& report, const CLI::App& command,
                  const std::string& out);

/// Says how many pairs deduplication could not remember, if any.
void warn_of_forgotten(const CorpusReport& report);

/// SIGINT and SIGTERM let the documents at work be finished; a second one ends the program at once.
class StopSignals {
 public:
  StopSignals();
  static const std::atomic<bool>* stopped();
};

/// How far a run is: a line on the terminal that is written over twice a second; where standard error is no
/// terminal, as in a job's log, a line each time that `--progress` seconds have gone by.
class Progress {
 public:
  void add_to(CLI::App& command, const std::string& group);
  /// Nothing is shown from here on.
  void silence() { silent_ = true; }
  bool wanted() const { return !silent_ && (on_terminal_ || interval_ > 0); }
  /// What `say` makes of the report, and the remaining time where it is known, if a line is due.
  void show(const CorpusReport& so_far, std::string (*say)(const CorpusReport&));
  /// Takes the line off the terminal.
  void clear() const;

 private:
  bool on_terminal_ = is_terminal();
  bool silent_ = false;
  double interval_ = 30;  ///< seconds
  double next_ = 0;

  static bool is_terminal();
};

}  // namespace duiqi::tool
