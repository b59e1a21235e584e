#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <memory>

#include <duiqi/error.hpp>
#include <duiqi/evaluate.hpp>
#include <duiqi/read_alignment.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "flags.hpp"

namespace duiqi::tool {
namespace {

namespace fs = std::filesystem;

constexpr char examples[] =
    "Examples:\n"
    "  duiqi eval gold.vecalign out.vecalign        one document\n"
    "  duiqi eval GOLD PRED                         folders: GOLD/000.gold (and .zh, .en), PRED/000.out\n"
    "  duiqi eval --raw GOLD PRED                   running text: GOLD/000.spans, PRED/000.json\n"
    "  duiqi eval --floor 0.95 --worst 5 GOLD PRED\n"
    "\n"
    "Figures over beads with both sides: strict (equal beads), lax (overlapping ones), segment (beads inside "
    "gold\n"
    "segments, segments tiled by beads), null (sentences without a partner), ece (calibration of "
    "probabilities).\n"
    "The headline figure, which the floor is held against, is strict F1 where GOLD has a file named STRICT, "
    "else\n"
    "segment F1. The exit code is 1 below the floor or where a prediction is missing.";

struct EvalFlags {
  std::string gold;
  std::string predicted;
  bool raw = false;
  std::optional<double> floor;
  std::size_t worst = 0;
};

/// A document's gold, its prediction where there is one, and what it is called.
struct Pair {
  std::string name;
  std::string gold;
  std::string predicted;
};

/// Sides are counted as text files are: LF, CRLF and CR end a line, and the last need not have an end.
std::size_t count_lines(const std::string& path) {
  const std::string bytes = read_bytes(path);
  std::size_t lines = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    lines += bytes[i] == '\n' || (bytes[i] == '\r' && bytes.substr(i + 1, 1) != "\n");
  }
  return lines + (!bytes.empty() && bytes.back() != '\n' && bytes.back() != '\r');
}

std::size_t ids_in(const std::vector<IdBead>& beads, std::vector<std::uint32_t> IdBead::*side) {
  std::size_t size = 0;
  for (const IdBead& bead : beads) {
    for (const std::uint32_t id : bead.*side) size = std::max<std::size_t>(size, id + std::size_t{1});
  }
  return size;
}

/// The number of sentences: lines of the file beside the gold, or where there is none as far as the ids
/// reach.
std::size_t size_of_side(const Pair& pair, std::string_view ending, const std::vector<IdBead>& predicted,
                         const std::vector<IdBead>& gold, std::vector<std::uint32_t> IdBead::*side) {
  const std::string path = fs::path(pair.gold).replace_extension(ending).string();
  std::error_code ignored;
  if (fs::exists(path, ignored)) return count_lines(path);
  return std::max(ids_in(predicted, side), ids_in(gold, side));
}

Counts evaluate_indexed(const Pair& pair, bool missing, const EvaluateOptions& options) {
  const std::vector<IdBead> gold = read_alignment(read_text(pair.gold)).beads;
  const std::vector<IdBead> predicted =
      missing ? std::vector<IdBead>() : read_alignment(read_text(pair.predicted)).beads;
  const SideSizes sizes{size_of_side(pair, ".zh", predicted, gold, &IdBead::zh),
                        size_of_side(pair, ".en", predicted, gold, &IdBead::en)};
  return evaluate(predicted, gold, sizes, options);
}

Counts evaluate_raw(const Pair& pair, bool missing, const EvaluateOptions& options) {
  const std::vector<SpanPair> segments = read_span_pairs(read_text(pair.gold));
  std::vector<IdBead> gold(segments.size());
  if (missing) {
    // Each segment counts as a bead that was not found.
    for (std::uint32_t k = 0; k < gold.size(); ++k) gold[k].zh = gold[k].en = {k};
    return evaluate({}, gold, {}, options);
  }
  const IdAlignment predicted = read_alignment(read_text(pair.predicted), AlignmentFormat::json);
  std::vector<Span> zh;
  std::vector<Span> en;
  for (const SpanPair& segment : segments) {
    zh.push_back(segment.zh);
    en.push_back(segment.en);
  }
  auto zh_ids = overlapping(predicted.zh, zh);
  auto en_ids = overlapping(predicted.en, en);
  for (std::size_t k = 0; k < gold.size(); ++k) {
    gold[k].zh = std::move(zh_ids[k]);
    gold[k].en = std::move(en_ids[k]);
  }
  return evaluate(predicted.beads, gold, {predicted.zh.size(), predicted.en.size()}, options);
}

std::string without_slashes(std::string path) {
  while (path.ends_with('/')) path.pop_back();
  return path;
}

std::vector<Pair> find_pairs(const EvalFlags& flags) {
  const std::string gold = without_slashes(flags.gold);
  const std::string predicted = without_slashes(flags.predicted);
  std::vector<Pair> pairs;
  const std::string_view ending = flags.raw ? ".spans" : ".gold";
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(flags.gold, error)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with('.') || !name.ends_with(ending)) continue;
    name.resize(name.size() - ending.size());
    pairs.push_back({name, fmt::format("{}/{}{}", gold, name, ending),
                     fmt::format("{}/{}{}", predicted, name, flags.raw ? ".json" : ".out")});
  }
  if (error) {
    throw Error(ErrorCode::io_failure, "can't be read: " + error.message(),
                {flags.gold, std::nullopt, std::nullopt});
  }
  // By the whole file name, of which the ending is a part: as a shell would list them.
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.gold < b.gold; });
  return pairs;
}

std::string figure(std::string_view label, const PrecisionRecall& figures) {
  return fmt::format("{} P {:.4f} R {:.4f} F1 {:.4f}", label, figures.precision, figures.recall,
                     figures.f1());
}

/// `name` and spaces up to 18 characters, however wide these stand on a terminal.
std::string padded(const std::string& name) {
  const auto characters = std::count_if(name.begin(), name.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return name + std::string(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, 18 - characters)), ' ');
}

std::string report(const std::string& name, const Counts& counts, std::size_t missing) {
  std::string line = fmt::format("{} {} | {} | {}", padded(name), figure("strict", counts.strict()),
                                 figure("lax", counts.lax()), figure("segment", counts.segment()));
  if (const auto null = counts.null()) line += " | " + figure("null", *null);
  if (const auto ece = counts.calibration_error()) line += fmt::format(" | ece {:.4f}", *ece);
  if (missing > 0) line += fmt::format(" | MISSING {}", missing);
  return line + '\n';
}

Exit run(const EvalFlags& flags) {
  if (flags.floor) refuse_nan("--floor", *flags.floor);
  std::error_code ignored;
  const bool folders = fs::is_directory(flags.gold, ignored);
  if (!folders) refuse_two_standard_inputs({flags.gold, flags.predicted});
  const fs::path gold(without_slashes(flags.gold));
  const std::vector<Pair> pairs =
      folders ? find_pairs(flags)
              : std::vector<Pair>{{gold.filename().string(), flags.gold, flags.predicted}};
  const EvaluateOptions options{fs::exists((folders ? gold : gold.parent_path()) / "STRICT", ignored)};

  Counts total;
  std::size_t missing = 0;
  std::vector<std::pair<double, std::string>> documents;
  for (const Pair& pair : pairs) {
    const bool absent = folders && !fs::exists(pair.predicted, ignored);
    missing += absent;
    const Counts counts =
        flags.raw ? evaluate_raw(pair, absent, options) : evaluate_indexed(pair, absent, options);
    documents.emplace_back(counts.segment().f1(), pair.name);
    total += counts;
  }
  std::string out = report(gold.filename().string(), total, missing);
  std::sort(documents.begin(), documents.end());
  documents.resize(std::min(documents.size(), flags.worst));
  for (const auto& [value, name] : documents)
    fmt::format_to(std::back_inserter(out), "  {} {:.3f}\n", name, value);
  write_output("-", out);
  const double headline = (options.strict ? total.strict() : total.segment()).f1();
  return missing > 0 || (flags.floor && headline < *flags.floor) ? failed : done;
}

}  // namespace

void add_eval(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<EvalFlags>();
  CLI::App& command = *program.add_subcommand("eval", "Score alignments against gold");
  command.footer(examples);
  command.add_option("GOLD", flags->gold, "The gold alignment, or a folder of them")
      ->required()
      ->type_name("");
  command
      .add_option("PRED", flags->predicted,
                  "The alignment to score (vecalign, json, jsonl, ladder), or a folder of them")
      ->required()
      ->type_name("");
  command.add_flag("--raw", flags->raw, "Gold is byte spans of running text, the alignment is json");
  command.add_option("--floor", flags->floor, "Exit with 1 where the headline figure is lower")
      ->type_name("F");
  command.add_option("--worst", flags->worst, "List the N documents with the lowest segment F1 too")
      ->type_name("N");
  command.callback([flags, &action] { action = [flags] { return run(*flags); }; });
}

}  // namespace duiqi::tool
