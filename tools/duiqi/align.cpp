#include "align.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include <duiqi/error.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "terminal.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi align zh.txt en.txt                    side by side on the terminal\n"
    "  duiqi align -o out.tmx zh.txt en.txt         a translation memory\n"
    "  duiqi align --record --explain article.txt   one file that holds both texts\n"
    "  duiqi align --pre-split -o out.vecalign zh.sentences en.sentences\n"
    "  duiqi align --format jsonl --min-probability 0.9 zh.txt en.txt\n"
    "  duiqi align --batch list.tsv --threads 0     a document a line: zh, en and output, tabs between\n"
    "\n"
    "The format follows the ending of OUT (.txt .json .jsonl .tsv .vecalign .out .tmx) unless --format\n"
    "says otherwise. `text` counts beads from 1; sentence ids count from 0 in every format.";

Aligner make_aligner(const AlignFlags& flags) {
  AlignerOptions options;
  options.zh = options.en = flags.segment.options();
  options.anchors.date = flags.date.value();
  options.ladder = flags.ladder;
  options.links.enabled = !flags.no_links;
  options.passes = flags.passes;
  if (!flags.weights.empty()) options.weights = Weights::read(read_text(flags.weights));
  if (flags.no_built_in) options.lexicons.clear();
  for (const std::string& file : flags.lexicons) options.lexicons.push_back(Lexicon::open(file));
  return Aligner(std::move(options));
}

std::vector<std::string> warnings_of(const Bitext& bitext, const Job& job) {
  std::vector<std::string> out;
  for (const Warning& warning : bitext.warnings()) {
    // Most messages name their text, which in a batch is needed.
    const bool named = std::any_of(job.inputs.begin(), job.inputs.end(), [&](const std::string& input) {
      return warning.message.starts_with(input + " (") || warning.message.starts_with(input + ": ");
    });
    out.push_back(named ? "warning: " + warning.message
                        : fmt::format("warning: {}: {}", job.inputs.front(), warning.message));
  }
  return out;
}

Exit run(const AlignFlags& flags) {
  refuse_nan("--min-probability", flags.min_probability);
  if (!flags.batch.empty()) {
    if (!flags.files.empty() || flags.out != "-") {
      throw Error(ErrorCode::invalid_option,
                  "--batch takes files and outputs from its list; leave out FILE and -o");
    }
    return run_batch(flags, make_aligner(flags)) ? done : failed;
  }
  if (flags.files.size() != (flags.record ? 1U : 2U)) {
    throw Error(ErrorCode::invalid_option,
                flags.record
                    ? "--record takes one file, which holds both texts"
                    : "two files are wanted: the Chinese text, then the English one (or --record FILE)");
  }
  const Job job = make_job(flags, flags.files, flags.out);
  for (const std::string& warning : run_job(flags, make_aligner(flags), job)) complain(warning);
  return done;
}

void add_writing_options(CLI::App& command, AlignFlags& flags) {
  const std::string writing = "Writing";
  command
      .add_option("-o,--output", flags.out,
                  "Where to write; - is standard output. Written whole or not at all")
      ->type_name("OUT")
      ->group(writing);
  command
      .add_option("--format", flags.format,
                  "text, json, jsonl, tsv, vecalign or tmx (default: by OUT, else text)")
      ->check(CLI::IsMember({"text", "json", "jsonl", "tsv", "vecalign", "tmx"}))
      ->type_name("FORMAT")
      ->group(writing);
  command
      .add_option("--min-probability", flags.min_probability,
                  "Leave out beads of a lower probability; json and text keep and mark them")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("P")
      ->group(writing);
  auto* nulls =
      command.add_flag("--nulls", flags.nulls, "Write sentences without a counterpart too")->group(writing);
  command
      .add_flag("--no-nulls", flags.no_nulls,
                "Leave them out (default: in for text, json, vecalign; out for jsonl, tsv, tmx)")
      ->excludes(nulls)
      ->group(writing);
  command
      .add_flag("--no-merge-links", flags.no_merge_links,
                "Keep links to moved sentences apart from the beads")
      ->group(writing);
  command.add_flag("--no-evidence", flags.no_evidence, "Leave out why each bead was made (faster)")
      ->group(writing);
  command
      .add_flag("--explain", flags.explain, "Say of each bead why it was made, and what else could have been")
      ->group(writing);
  command
      .add_option("--color", flags.color,
                  "Colours in text: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->capture_default_str()
      ->group(writing);
  command
      .add_option("--width", flags.width, "Columns of text (default: COLUMNS, else the terminal's, else 100)")
      ->check(CLI::Range(40, 10000))
      ->type_name("N")
      ->group(writing);
}

void add_search_options(CLI::App& command, AlignFlags& flags) {
  command
      .add_option("--max-one-to-many", flags.ladder.max_one_to_many, "Sentences that one may stand against")
      ->check(CLI::Range(1, 15))
      ->type_name("N")
      ->capture_default_str()
      ->group("Search");
  command
      .add_option("--max-many-to-many", flags.ladder.max_many_to_many,
                  "Sentences on either side of a bead that has several on both")
      ->check(CLI::Range(1, 15))
      ->type_name("N")
      ->capture_default_str()
      ->group("Search");
  command.add_flag("--no-links", flags.no_links, "Look for no sentences and clauses that moved")
      ->group("Search");
  command.add_flag("--monotone", flags.ladder.monotone, "Neither swapped neighbours nor links")
      ->group("Search");
  command
      .add_option(
          "--passes", flags.passes,
          "2: look twice, the second time knowing how much this document leaves out and joins; 1: faster")
      ->check(CLI::Range(1, 2))
      ->type_name("N")
      ->capture_default_str()
      ->group("Search");
  command
      .add_option("--weights", flags.weights, "Weights that duiqi-train wrote, instead of the built-in ones")
      ->type_name("FILE")
      ->group("Search");
}

void add_lexicon_options(CLI::App& command, AlignFlags& flags) {
  command
      .add_option("--lexicon", flags.lexicons,
                  "A .dqlex file to look words up in, besides the built-in lexicon; may be given again")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Lexicons");
  command.add_flag("--no-built-in", flags.no_built_in, "Leave out the built-in lexicon")->group("Lexicons");
}

}  // namespace

Job make_job(const AlignFlags& flags, std::vector<std::string> inputs, std::string out) {
  Job job{std::move(inputs), std::move(out), Format::text};
  refuse_two_standard_inputs(job.inputs);
  refuse_overwriting(job.inputs, job.out);
  if (!flags.format.empty()) {
    job.format = *find_format(flags.format);
  } else if (const auto format = format_of_file(job.out)) {
    job.format = *format;
  } else if (!is_standard_output(job.out)) {
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("the ending of {} stands for no format; give --format, or an ending such as .json",
                    job.out));
  }
  return job;
}

std::vector<std::string> run_job(const AlignFlags& flags, const Aligner& aligner, const Job& job) {
  const bool to_standard_output = is_standard_output(job.out);
  WriteOptions options;
  options.merge_links = !flags.no_merge_links;
  if (flags.nulls || flags.no_nulls) options.nulls = flags.nulls;
  options.min_probability = flags.min_probability;
  options.text.colour = use_colour(flags.color, to_standard_output);
  options.text.width = flags.width > 0 ? flags.width : text_width(to_standard_output);
  options.explain = flags.explain;
  for (const Lexicon& lexicon : aligner.options().lexicons) {
    options.hashes.emplace_back(fmt::format("lexicon {}", options.hashes.size() + 1), lexicon.hash());
  }

  const bool tells_why = job.format == Format::json || job.format == Format::jsonl ||
                         (job.format == Format::text && (options.text.colour || flags.explain));
  std::vector<Explanation> explanations;
  std::vector<Explanation>* const why = tells_why && !flags.no_evidence ? &explanations : nullptr;
  const Bitext bitext =
      flags.record ? aligner.align(read_record_file(job.inputs[0], flags.read, flags.date.value()), why)
                   : aligner.align(read_text(job.inputs[0], flags.read.options()),
                                   read_text(job.inputs[1], flags.read.options()), why);
  options.explanations = explanations;

  std::string out;
  write(out, bitext, job.format, options);
  write_output(job.out, out);
  // Text on standard output ends with the warnings.
  if (flags.read.quiet || (job.format == Format::text && to_standard_output)) return {};
  return warnings_of(bitext, job);
}

void add_align(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<AlignFlags>();
  CLI::App& command =
      *program.add_subcommand("align", "Align a Chinese and an English text, sentence by sentence");
  command.footer(examples);
  command
      .add_option("FILE", flags->files,
                  "The Chinese text and the English text, or with --record one file; - is standard input")
      ->type_name("");
  command
      .add_flag("--record", flags->record, "FILE holds both texts, with labels such as Title: between them")
      ->group("Reading");
  auto* batch = command
                    .add_option("--batch", flags->batch,
                                "Align many documents: a line each, ZH<tab>EN<tab>OUT, or with --record "
                                "FILE<tab>OUT")
                    ->type_name("LIST")
                    ->group("Reading");
  command
      .add_option("--threads", flags->threads,
                  "Documents of a batch at a time; 0: as many as there are cores")
      ->check(CLI::Range(0, 1024))
      ->needs(batch)
      ->type_name("N")
      ->capture_default_str()
      ->group("Reading");
  flags->read.add_to(command);
  flags->date.add_to(command);
  flags->segment.add_to(command);
  add_lexicon_options(command, *flags);
  add_search_options(command, *flags);
  add_writing_options(command, *flags);
  command.callback([flags, &action] { action = [flags] { return run(*flags); }; });
}

}  // namespace duiqi::tool
