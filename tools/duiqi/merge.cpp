#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "commands.hpp"
#include "corpus_flags.hpp"
#include "files.hpp"
#include "flags.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi corpus part-1.jsonl -o 1.jsonl.zst --dedup none --report 1.json    on one machine\n"
    "  duiqi corpus part-2.jsonl -o 2.jsonl.zst --dedup none --report 2.json    on another\n"
    "  duiqi merge 1.jsonl.zst 2.jsonl.zst -o pairs.jsonl.zst\n"
    "  duiqi merge 1.jsonl.zst 2.jsonl.zst -o pairs.tsv.gz --shard-report 1.json --shard-report 2.json "
    "--report all.json\n"
    "\n"
    "The pairs stand in the order of the shards, as if one `duiqi corpus` had read all. The kind of output\n"
    "and its compression follow OUT's ending unless --format says otherwise.";

struct MergeFlags {
  MergeOptions merge;
  std::string input = "auto";
  OutputFlags output;
  DedupFlags dedup;
  std::string report;
  Progress progress;
  bool quiet = false;
};

/// No two of the files that are written may be one, nor an input.
void check_files(const MergeFlags& flags) {
  std::vector<std::string> files = flags.merge.shards;
  files.insert(files.end(), flags.merge.reports.begin(), flags.merge.reports.end());
  refuse_two_standard_inputs(files);
  for (const std::string& out :
       {flags.merge.out, flags.merge.explain_drop, flags.merge.copies, flags.report}) {
    if (out.empty()) continue;
    refuse_overwriting(files, out);
    files.push_back(out);
  }
  std::erase(files, flags.merge.out);
  flags.output.refuse(files);
}

std::string progress_of(const CorpusReport& so_far) {
  const auto read = so_far.count("pairs.found");
  return fmt::format("{} pairs read, {} written, {:.0f} pairs/s", read, so_far.count("pairs.written"),
                     static_cast<double>(read) / std::max(so_far.seconds, 1e-3));
}

Exit run(MergeFlags flags, const CLI::App& command) {
  MergeOptions& merge = flags.merge;
  if (flags.input != "auto") merge.input = flags.input == "tsv" ? CorpusFormat::tsv : CorpusFormat::jsonl;
  merge.out = flags.output.out;
  merge.output = flags.output.kind();
  merge.shard_bytes = flags.output.shard_bytes();
  merge.dedup = flags.dedup.kind();
  merge.dedup_memory = flags.dedup.bytes();
  merge.copies = flags.dedup.copies_for(merge.out);
  check_files(flags);
  CorpusEvents events;
  if (flags.quiet) flags.progress.silence();
  if (flags.progress.wanted()) {
    events.progress = [&flags](const CorpusReport& so_far) { flags.progress.show(so_far, progress_of); };
  }
  const StopSignals signals;
  events.stop = StopSignals::stopped();
  CorpusReport report;
  try {
    report = merge_corpus(merge, events);
  } catch (...) {
    flags.progress.clear();
    throw;
  }
  flags.progress.clear();
  if (!flags.report.empty()) write_report(flags.report, report, command, merge.out);
  warn_of_forgotten(report);
  if (flags.quiet) return done;
  const std::string found = merge.reports.empty() ? "read" : "found";
  complain(fmt::format("{} pairs {}, {} dropped, {} of them duplicates; {} written",
                       report.count("pairs.found"), found, report.count("pairs.dropped"),
                       report.count("drop.duplicate"), report.count("pairs.written")));
  return done;
}

}  // namespace

void add_merge_corpus(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<MergeFlags>();
  CLI::App& command =
      *program.add_subcommand("merge", "Join outputs of duiqi corpus, and drop what stands in several");
  command.footer(examples);
  command
      .add_option("SHARD", flags->merge.shards,
                  "Outputs of duiqi corpus, jsonl or tsv, in their order; plain, gzip or zstd; - is standard "
                  "input")
      ->required()
      ->type_name("");
  flags->output.add_to(command, "Options");
  command
      .add_option("--input", flags->input,
                  "What the shards are: jsonl; tsv; auto: by their endings. Of tsv no jsonl can be made")
      ->check(CLI::IsMember({"auto", "jsonl", "tsv"}))
      ->type_name("KIND")
      ->capture_default_str();
  command.add_option("--threads", flags->merge.threads, "0: as many as there are cores")
      ->check(CLI::Range(0, 1024))
      ->type_name("N")
      ->capture_default_str();
  flags->dedup.add_to(command, "Options");
  command
      .add_option("--explain-drop", flags->merge.explain_drop,
                  "Write the duplicates here, as JSON Lines; of jsonl shards")
      ->type_name("FILE");
  command
      .add_option("--shard-report", flags->merge.reports,
                  "The JSON report of a shard; may be given again. Given for all, --report is that of the "
                  "whole run")
      ->allow_extra_args(false)
      ->type_name("FILE");
  command.add_option("--report", flags->report, "Write counts here: .json, .html, or else text")
      ->type_name("FILE");
  flags->progress.add_to(command, "Options");
  command.add_flag("-q,--quiet", flags->quiet, "No progress and no summary on standard error");
  command.callback(
      [flags, &command, &action] { action = [flags, &command] { return run(*flags, command); }; });
}

}  // namespace duiqi::tool
