#include "corpus_flags.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

#include <duiqi/error.hpp>

#include "files.hpp"
#include "report_page.hpp"

namespace duiqi::tool {
namespace {

std::atomic<bool> stop_asked{false};

constexpr std::array signals{SIGINT, SIGTERM};

/// Whether OUT is a file of its own, or will be: no device and no pipe.
bool is_plain_file(const std::string& path) {
  std::error_code ignored;
  return !std::filesystem::exists(path, ignored) || std::filesystem::is_regular_file(path, ignored);
}

void put(std::string_view text) {
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

/// ", 0:12:34 left", by how far the run is; nothing where that is not known.
std::string time_left(const CorpusReport& so_far) {
  if (so_far.share <= 0) return {};
  const auto seconds = std::llround(so_far.seconds * (1 - so_far.share) / so_far.share);
  return fmt::format(", {}:{:02}:{:02} left", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

void DedupFlags::add_to(CLI::App& command, const std::string& group) {
  command
      .add_option(
          "--dedup", how,
          "Drop pairs that were written before: none; exact (but for case, punctuation and the like); "
          "near. How often each came is written to OUT.copies")
      ->check(CLI::IsMember({"none", "exact", "near"}))
      ->type_name("HOW")
      ->capture_default_str()
      ->group(group);
  command
      .add_option("--dedup-memory", memory,
                  "What deduplication may use; MiB. Pairs that don't fit are written and not remembered")
      ->check(CLI::Range(64, 1 << 20))
      ->type_name("N")
      ->capture_default_str()
      ->group(group);
}

CorpusDedup DedupFlags::kind() const {
  return how == "none" ? CorpusDedup::none : how == "exact" ? CorpusDedup::exact : CorpusDedup::near;
}

std::string DedupFlags::copies_for(const std::string& out) const {
  const bool named = !is_standard_output(out) && is_plain_file(out);
  return named && kind() != CorpusDedup::none ? out + ".copies" : std::string();
}

void OutputFlags::add_to(CLI::App& command, const std::string& group) {
  command
      .add_option("-o,--output", out,
                  "Where to write; - is standard output. A file gets its name when it is whole")
      ->required()
      ->type_name("OUT")
      ->group(group);
  command
      .add_option("--format", format,
                  "jsonl, tsv, moses or tmx, also with .gz or .zst behind it (default: by OUT). moses: "
                  "STEM.zh, STEM.en and STEM.ids for an OUT that is STEM.moses")
      ->type_name("FORMAT")
      ->group(group);
  command
      .add_option("--shard-size", shard_size,
                  "Write STEM-00001.jsonl, STEM-00002.jsonl, … of about N MiB before compression, for an OUT "
                  "that is STEM.jsonl; no document is in two")
      ->check(CLI::Range(0.001, double{1 << 20}))
      ->type_name("N")
      ->group(group);
}

CorpusOutput OutputFlags::kind() const {
  if (const auto output = corpus_output_of(format.empty() ? out : format)) return *output;
  if (!format.empty()) {
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("--format: \"{}\" is none; take jsonl, tsv, moses or tmx, with .gz or .zst behind it",
                    format));
  }
  if (is_standard_output(out)) return {};
  throw Error(
      ErrorCode::invalid_option,
      fmt::format("the ending of {} stands for no format; give --format, or an ending such as .jsonl.gz",
                  out));
}

void OutputFlags::refuse(const std::vector<std::string>& files) const {
  if (!is_plain_file(out) || is_standard_output(out)) return;
  for (const std::string& file : files) {
    if (file.empty() || file == "-" || !corpus_writes(out, kind(), shard_size > 0, file)) continue;
    throw Error(ErrorCode::invalid_option,
                fmt::format("the output {} would write over {}; choose another name", out, file));
  }
}

void write_report(const std::string& file, const CorpusReport& report, const CLI::App& command,
                  const std::string& out) {
  write_output(file, file.ends_with(".json")   ? report_json(report)
                     : file.ends_with(".html") ? report_page(report, command, out)
                                               : report_text(report));
}

void warn_of_forgotten(const CorpusReport& report) {
  const auto count = report.count("pairs.not_remembered");
  if (count == 0) return;
  complain(
      fmt::format("warning: {} pairs did not fit into --dedup-memory: copies of them may be left", count));
}

StopSignals::StopSignals() {
  struct sigaction action {};
  action.sa_handler = [](int) {
    stop_asked.store(true);
    for (const int signal : signals) std::signal(signal, SIG_DFL);
  };
  for (const int signal : signals) {
    struct sigaction before {};
    // A shell has what it runs in the background ignore Ctrl-C, which is meant for others.
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
  }
}

const std::atomic<bool>* StopSignals::stopped() {
  return &stop_asked;
}

bool Progress::is_terminal() {
  return ::isatty(STDERR_FILENO) != 0;
}

void Progress::add_to(CLI::App& command, const std::string& group) {
  command
      .add_option(
          "--progress", interval_,
          "Where standard error is no terminal: seconds from one line of progress to the next; 0: none")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str()
      ->group(group);
}

void Progress::show(const CorpusReport& so_far, std::string (*say)(const CorpusReport&)) {
  constexpr double refresh = 0.5;  // seconds: what a reader follows without flicker
  if (next_ == 0 && !on_terminal_) next_ = so_far.seconds + interval_;
  if (so_far.seconds < next_) return;
  next_ = so_far.seconds + (on_terminal_ ? refresh : interval_);
  const std::string line = say(so_far) + time_left(so_far);
  if (on_terminal_) {
    put(fmt::format("\r\x1B[K{}", line));
  } else {
    complain(line);
  }
}

void Progress::clear() const {
  if (wanted() && on_terminal_) put("\r\x1B[K");
}

}  // namespace duiqi::tool
