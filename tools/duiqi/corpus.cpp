#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "flags.hpp"
#include "report_page.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi corpus news.jsonl -o pairs.jsonl            a document a line: {\"id\": …, \"zh\": …, \"en\": "
    "…}\n"
    "  duiqi corpus news.jsonl.zst -o corpus.tsv.gz --threads 0 --rejects bad.jsonl\n"
    "  duiqi corpus --input folders chinese english -o pairs.jsonl\n"
    "  duiqi corpus --input records article.txt -o corpus.tsv\n"
    "  cat news.jsonl | duiqi corpus - -o - --format jsonl\n"
    "\n"
    "The kind of output and its compression follow OUT's ending (.jsonl, .tsv, each also with .gz or .zst)\n"
    "unless --format says otherwise. Exit code 0: done, even if documents were rejected.";

struct CorpusFlags {
  CorpusOptions corpus;
  std::string input = "auto";
  std::string format;
  std::vector<std::string> lexicons;
  bool no_built_in = false;
  std::uint32_t passes = 2;
  double max_document = 4;  ///< MiB
  std::vector<std::string> keep;
  std::string numbers = "contradiction";
  std::string dedup = "exact";
  std::uint32_t dedup_memory = 1024;  ///< MiB
  std::string report;
  ReadFlags read;
  SegmentFlags segment;
};

Aligner make_aligner(const CorpusFlags& flags) {
  AlignerOptions options;
  options.zh = options.en = flags.segment.options();
  options.passes = flags.passes;
  if (flags.no_built_in) options.lexicons.clear();
  for (const std::string& file : flags.lexicons) options.lexicons.push_back(Lexicon::open(file));
  return Aligner(std::move(options));
}

CorpusInput input_of(const std::string& name) {
  return name == "jsonl"      ? CorpusInput::jsonl
         : name == "manifest" ? CorpusInput::manifest
         : name == "folders"  ? CorpusInput::folders
         : name == "records"  ? CorpusInput::records
                              : CorpusInput::automatic;
}

CorpusOutput output_of(const CorpusFlags& flags) {
  const std::string& out = flags.corpus.out;
  if (const auto output = corpus_output_of(flags.format.empty() ? out : flags.format)) return *output;
  if (!flags.format.empty()) {
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("--format: \"{}\" is none; take jsonl or tsv, with .gz or .zst behind it", flags.format));
  }
  if (is_standard_output(out)) return {};
  throw Error(
      ErrorCode::invalid_option,
      fmt::format("the ending of {} stands for no format; give --format, or an ending such as .jsonl.gz",
                  out));
}

/// Whether OUT is a file of its own, or will be: no device and no pipe.
bool is_plain_file(const std::string& path) {
  std::error_code ignored;
  return !std::filesystem::exists(path, ignored) || std::filesystem::is_regular_file(path, ignored);
}

/// One line on the terminal that is written over, twice a second.
class Progress {
 public:
  void operator()(const CorpusReport& so_far) {
    if (so_far.seconds < next_) return;
    next_ = so_far.seconds + 0.5;
    const auto bytes = static_cast<double>(so_far.count("bytes.read"));
    const std::string line =
        fmt::format("\r\x1B[K{} documents, {:.2f} MB/s, {} pairs", so_far.count("documents.read"),
                    bytes / 1e6 / std::max(so_far.seconds, 1e-3), so_far.count("pairs.written"));
    put(line);
  }
  static void clear() { put("\r\x1B[K"); }

 private:
  static void put(std::string_view text) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
  }
  double next_ = 0;
};

/// No two of the files that are written may be one, nor an input.
void check_outputs(const CorpusFlags& flags) {
  std::vector<std::string> files = flags.corpus.inputs;
  refuse_two_standard_inputs(files);
  for (const std::string& out : {flags.corpus.out, flags.corpus.rejects, flags.corpus.explain_drop,
                                 flags.corpus.copies, flags.report}) {
    if (out.empty()) continue;
    refuse_overwriting(files, out);
    files.push_back(out);
  }
}

CorpusFilters filters_of(const CorpusFlags& flags) {
  CorpusFilters filters = flags.corpus.filters;
  refuse_nan("--min-probability", filters.min_probability);
  refuse_nan("--min-length-ratio", filters.min_length_ratio);
  refuse_nan("--max-length-ratio", filters.max_length_ratio);
  refuse_nan("--max-mix", filters.max_mix);
  refuse_nan("--max-symbols", filters.max_symbols);
  filters.numbers = flags.numbers == "complete" ? CorpusNumbers::complete : CorpusNumbers::contradiction;
  for (const std::string& kept : flags.keep) {
    for (const CorpusFilter filter : all_corpus_filters) {
      if (kept == "all" || kept == name(filter)) filters.use(filter, false);
    }
  }
  return filters;
}

std::atomic<bool> stopped{false};

/// SIGINT and SIGTERM let the documents at work be finished; a second one ends the program at once.
class StopSignals {
 public:
  StopSignals() {
    struct sigaction action {};
    action.sa_handler = [](int) {
      stopped.store(true);
      for (const int signal : signals) std::signal(signal, SIG_DFL);
    };
    for (const int signal : signals) {
      struct sigaction before {};
      // A shell has what it runs in the background ignore Ctrl-C, which is meant for others.
      ::sigaction(signal, nullptr, &before);
      if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
    }
  }

 private:
  static constexpr std::array signals{SIGINT, SIGTERM};
};

CorpusReport build(const CorpusFlags& flags, const CorpusEvents& events) {
  try {
    return build_corpus(make_aligner(flags), flags.corpus, events);
  } catch (...) {
    if (events.progress) Progress::clear();
    throw;
  }
}

Exit run(CorpusFlags flags, const CLI::App& command) {
  flags.corpus.input = input_of(flags.input);
  flags.corpus.output = output_of(flags);
  flags.corpus.decode = flags.read.options();
  flags.corpus.filters = filters_of(flags);
  flags.corpus.dedup = flags.dedup == "none"    ? CorpusDedup::none
                       : flags.dedup == "exact" ? CorpusDedup::exact
                                                : CorpusDedup::near;
  flags.corpus.dedup_memory = std::size_t{flags.dedup_memory} << 20;
  const bool named = !is_standard_output(flags.corpus.out) && is_plain_file(flags.corpus.out);
  if (named && flags.corpus.dedup != CorpusDedup::none) flags.corpus.copies = flags.corpus.out + ".copies";
  flags.corpus.max_document = static_cast<std::size_t>(flags.max_document * (1 << 20));
  check_outputs(flags);
  CorpusEvents events;
  if (flags.corpus.rejects.empty() && !flags.read.quiet) {
    events.rejected = [](const std::string& message) { complain("rejected: " + message); };
  }
  if (!flags.read.quiet && ::isatty(STDERR_FILENO) != 0) events.progress = Progress();
  events.stop = &stopped;
  const StopSignals signals;
  const CorpusReport report = build(flags, events);
  if (events.progress) Progress::clear();
  if (!flags.report.empty()) {
    write_output(flags.report, flags.report.ends_with(".json") ? report_json(report)
                               : flags.report.ends_with(".html")
                                   ? report_page(report, command, flags.corpus.out)
                                   : report_text(report));
  }
  if (const auto count = report.count("pairs.not_remembered"); count > 0) {
    complain(
        fmt::format("warning: {} pairs did not fit into --dedup-memory: copies of them may be left", count));
  }
  if (flags.read.quiet) return done;
  complain(fmt::format("{} documents read, {} rejected; {} pairs found, {} dropped, {} written",
                       report.count("documents.read"), report.count("documents.rejected"),
                       report.count("pairs.found"), report.count("pairs.dropped"),
                       report.count("pairs.written")));
  return done;
}

void add_reading_options(CLI::App& command, CorpusFlags& flags) {
  command
      .add_option("--input", flags.input,
                  "What IN is: jsonl; manifest (a line a document: ZH<tab>EN, ZH<tab>EN<tab>ID or RECORD); "
                  "folders (the Chinese and the English one); records (a file a document); auto: by its "
                  "ending")
      ->check(CLI::IsMember({"auto", "jsonl", "manifest", "folders", "records"}))
      ->type_name("KIND")
      ->capture_default_str()
      ->group("Reading");
  const auto field = [&](const char* option, std::string& name, const char* what) {
    command.add_option(option, name, what)->type_name("NAME")->capture_default_str()->group("Reading");
  };
  field("--id-field", flags.corpus.fields.id, "The field of a JSON line that names the document");
  field("--zh-field", flags.corpus.fields.zh, "The field with the Chinese text");
  field("--en-field", flags.corpus.fields.en, "The field with the English text; all others are metadata");
  command
      .add_option("--max-document", flags.max_document, "Longer documents are rejected; MiB, uncompressed")
      ->check(CLI::Range(0.001, 1024.0))
      ->type_name("N")
      ->capture_default_str()
      ->group("Reading");
  command
      .add_option("--rejects", flags.corpus.rejects,
                  "Write the documents that can't be read here, as JSON Lines with the reason (default: on "
                  "standard error, the reason alone)")
      ->type_name("FILE")
      ->group("Reading");
  command.add_flag("--strict", flags.corpus.strict, "Stop at the first document that can't be read")
      ->group("Reading");
}

void add_filter_options(CLI::App& command, CorpusFlags& flags) {
  const auto bound = [&](const char* option, double& value, const char* what, double least, double most) {
    command.add_option(option, value, what)
        ->check(CLI::Range(least, most))
        ->type_name("X")
        ->capture_default_str()
        ->group("Filters");
  };
  CorpusFilters& filters = flags.corpus.filters;
  bound("--min-probability", filters.min_probability, "Drop less likely pairs", 0, 1);
  command.add_option("--max-sentences", filters.max_sentences, "Drop pairs of more sentences on either side")
      ->check(CLI::Range(1, 1000))
      ->type_name("N")
      ->capture_default_str()
      ->group("Filters");
  bound("--min-length-ratio", filters.min_length_ratio,
        "Drop pairs with fewer English letters for each Chinese character", 0, 1e9);
  bound("--max-length-ratio", filters.max_length_ratio, "Drop pairs with more", 0, 1e9);
  bound("--max-mix", filters.max_mix, "Drop pairs with more than this share of the other script on a side", 0,
        1);
  bound("--max-symbols", filters.max_symbols,
        "Drop pairs with more than this share that is no letters on a side", 0, 1);
  command
      .add_option("--numbers", flags.numbers,
                  "Drop pairs whose numbers and dates contradict each other (contradiction), or of which any "
                  "has no counterpart (complete)")
      ->check(CLI::IsMember({"contradiction", "complete"}))
      ->type_name("WHICH")
      ->capture_default_str()
      ->group("Filters");
  std::vector<std::string> names{"all"};
  std::string listed = "Drop nothing for these reasons, commas between: all";
  for (const CorpusFilter filter : all_corpus_filters) {
    names.emplace_back(name(filter));
    listed.append(", ").append(name(filter));
  }
  command.add_option("--keep", flags.keep, listed)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(names))
      ->type_name("REASON")
      ->group("Filters");
  command
      .add_option(
          "--dedup", flags.dedup,
          "Drop pairs that were written before: none; exact (but for case, punctuation and the like); "
          "near. How often each came is written to OUT.copies")
      ->check(CLI::IsMember({"none", "exact", "near"}))
      ->type_name("HOW")
      ->capture_default_str()
      ->group("Filters");
  command
      .add_option("--dedup-memory", flags.dedup_memory,
                  "What deduplication may use; MiB. Pairs that don't fit are written and not remembered")
      ->check(CLI::Range(64, 1 << 20))
      ->type_name("N")
      ->capture_default_str()
      ->group("Filters");
  command
      .add_option("--explain-drop", flags.corpus.explain_drop,
                  "Write the dropped pairs here, as JSON Lines with the reason")
      ->type_name("FILE")
      ->group("Filters");
}

}  // namespace

void add_corpus(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<CorpusFlags>();
  CLI::App& command =
      *program.add_subcommand("corpus", "Make a corpus of sentence pairs from many documents");
  command.footer(examples);
  command
      .add_option("IN", flags->corpus.inputs,
                  "JSON Lines, manifests, records or two folders; plain, gzip or zstd; - is standard input")
      ->required()
      ->type_name("");
  command
      .add_option("-o,--output", flags->corpus.out,
                  "Where to write; - is standard output. A file gets its name when it is whole")
      ->required()
      ->type_name("OUT")
      ->group("Writing");
  command
      .add_option("--format", flags->format,
                  "jsonl or tsv, also with .gz or .zst behind it (default: by OUT)")
      ->type_name("FORMAT")
      ->group("Writing");
  command
      .add_option("--report", flags->report,
                  "Write counts, drops by reason, probabilities and throughput here: .json, .html (a page "
                  "with plots), or "
                  "else text")
      ->type_name("FILE")
      ->group("Writing");
  command
      .add_flag(
          "--resume", flags->corpus.resume,
          "Go on where a run with the same inputs and options was ended; without such a one, start afresh")
      ->group("Writing");
  command
      .add_option("--threads", flags->corpus.threads, "Documents at a time; 0: as many as there are cores")
      ->check(CLI::Range(0, 1024))
      ->type_name("N")
      ->capture_default_str();
  add_reading_options(command, *flags);
  add_filter_options(command, *flags);
  flags->read.add_to(command);
  flags->segment.add_to(command);
  command.add_option("--passes", flags->passes, "As in align: 2 looks twice at each document; 1 is faster")
      ->check(CLI::Range(1, 2))
      ->type_name("N")
      ->capture_default_str()
      ->group("Search");
  command
      .add_option("--lexicon", flags->lexicons,
                  "A .dqlex file to look words up in, besides the built-in lexicon; may be given again")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Lexicons");
  command.add_flag("--no-built-in", flags->no_built_in, "Leave out the built-in lexicon")->group("Lexicons");
  command.callback(
      [flags, &command, &action] { action = [flags, &command] { return run(*flags, command); }; });
}

}  // namespace duiqi::tool
