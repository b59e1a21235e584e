#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <utility>

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
    "  duiqi corpus news.jsonl -o pairs.jsonl            a document a line: {\"id\": …, \"zh\": …, \"en\": "
    "…}\n"
    "  duiqi corpus news.jsonl.zst -o corpus.tsv.gz --threads 0 --rejects bad.jsonl\n"
    "  duiqi corpus --input folders chinese english -o pairs.jsonl\n"
    "  duiqi corpus --input records article.txt -o corpus.tsv\n"
    "  cat news.jsonl | duiqi corpus - -o - --format jsonl\n"
    "  duiqi corpus news.jsonl -o train.moses.gz --shard-size 256    train-00001.zh.gz, train-00001.en.gz, "
    "…\n"
    "\n"
    "The kind of output and its compression follow OUT's ending (.jsonl, .tsv, .moses, .tmx, each also with "
    ".gz\n"
    "or .zst) unless --format says otherwise. Exit code 0: done, even if documents were rejected.";

struct CorpusFlags {
  CorpusOptions corpus;
  std::string input = "auto";
  OutputFlags output;
  std::vector<std::string> lexicons;
  bool no_built_in = false;
  std::uint32_t passes = 2;
  double max_document = 4;  ///< MiB
  std::vector<std::string> keep;
  std::string numbers = "contradiction";
  DedupFlags dedup;
  std::string report;
  Progress progress;
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

std::string progress_of(const CorpusReport& so_far) {
  const auto bytes = static_cast<double>(so_far.count("bytes.read"));
  return fmt::format("{} documents, {:.2f} MB/s, {} pairs", so_far.count("documents.read"),
                     bytes / 1e6 / std::max(so_far.seconds, 1e-3), so_far.count("pairs.written"));
}

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
  std::erase(files, flags.corpus.out);
  flags.output.refuse(files);
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

CorpusReport build(const CorpusFlags& flags, const CorpusEvents& events) {
  try {
    return build_corpus(make_aligner(flags), flags.corpus, events);
  } catch (...) {
    flags.progress.clear();
    throw;
  }
}

Exit run(CorpusFlags flags, const CLI::App& command) {
  flags.corpus.input = input_of(flags.input);
  flags.corpus.out = flags.output.out;
  flags.corpus.output = flags.output.kind();
  flags.corpus.shard_bytes = flags.output.shard_bytes();
  flags.corpus.decode = flags.read.options();
  flags.corpus.filters = filters_of(flags);
  flags.corpus.dedup = flags.dedup.kind();
  flags.corpus.dedup_memory = flags.dedup.bytes();
  flags.corpus.copies = flags.dedup.copies_for(flags.corpus.out);
  flags.corpus.max_document = static_cast<std::size_t>(flags.max_document * (1 << 20));
  check_outputs(flags);
  CorpusEvents events;
  if (flags.corpus.rejects.empty() && !flags.read.quiet) {
    events.rejected = [](const std::string& message) { complain("rejected: " + message); };
  }
  if (flags.read.quiet) flags.progress.silence();
  if (flags.progress.wanted()) {
    events.progress = [&flags](const CorpusReport& so_far) { flags.progress.show(so_far, progress_of); };
  }
  const StopSignals signals;
  events.stop = StopSignals::stopped();
  const CorpusReport report = build(flags, events);
  flags.progress.clear();
  if (!flags.report.empty()) write_report(flags.report, report, command, flags.corpus.out);
  warn_of_forgotten(report);
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
  flags.dedup.add_to(command, "Filters");
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
  flags->output.add_to(command, "Writing");
  command
      .add_flag("--documents", flags->corpus.documents,
                "Write a line a document, with its pairs in a list, instead of a line a pair; jsonl alone")
      ->group("Writing");
  command
      .add_option("--context", flags->corpus.context,
                  "Write with each pair the N beads before and behind it in its document; jsonl alone")
      ->check(CLI::Range(0, 1000))
      ->type_name("N")
      ->capture_default_str()
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
  flags->progress.add_to(command, "Options");
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
