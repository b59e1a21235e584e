#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <memory>

#include <duiqi/error.hpp>
#include <duiqi/partition.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "flags.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi partition pairs.jsonl.gz -o parts --dev 2000 --test 2000     2,000 documents each, train the "
    "rest\n"
    "  duiqi partition pairs.jsonl.zst -o parts --dev 1% --test 1%\n"
    "\n"
    "Writes train, dev and test, of the input's format and compression, and documents.tsv: a line a "
    "document\n"
    "with its side and the line of the first document of its group. The inputs are read twice.";

struct PartitionFlags {
  PartitionOptions options;
  std::string dev = "1%";
  std::string test = "1%";
  std::string format;
  std::uint32_t memory = 1024;  ///< MiB
  bool quiet = false;
};

PartitionSize size_of(const char* option, std::string_view text) {
  PartitionSize out;
  out.percent = text.ends_with('%');
  if (out.percent) text.remove_suffix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.amount);
  const bool whole = out.percent || out.amount == std::floor(out.amount);
  if (error != std::errc() || end != text.data() + text.size() || !(out.amount >= 0) || !whole ||
      !std::isfinite(out.amount)) {
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("{}: \"{}\" is neither a number of documents nor a percentage such as 1%", option, text));
  }
  return out;
}

Exit run(PartitionFlags flags) {
  flags.options.dev = size_of("--dev", flags.dev);
  flags.options.test = size_of("--test", flags.test);
  refuse_nan("--share", flags.options.share);
  flags.options.memory = std::size_t{flags.memory} << 20;
  if (!flags.format.empty()) {
    flags.options.output = corpus_output_of(flags.format);
    if (!flags.options.output) {
      throw Error(ErrorCode::invalid_option,
                  fmt::format("--format: \"{}\" is none; take jsonl or tsv, with .gz or .zst behind it",
                              flags.format));
    }
  }
  const PartitionReport report = partition_corpus(flags.options);
  for (const auto& [side, size] :
       {std::pair{CorpusSide::dev, flags.options.dev}, {CorpusSide::test, flags.options.test}}) {
    const auto got = static_cast<double>(report.of(side).documents);
    const double wanted =
        size.percent ? size.amount / 100 * static_cast<double>(report.documents) : size.amount;
    if (got < (size.percent ? wanted / 2 : wanted)) {
      complain(fmt::format("warning: {} has {} documents instead of {:.0f}", name(side), got, wanted));
    }
  }
  if (flags.quiet) return done;
  complain(fmt::format("{} documents in {} groups, of which the largest has {}", report.documents,
                       report.groups, report.largest_group));
  for (const CorpusSide side : all_corpus_sides) {
    complain(fmt::format("{}: {} documents in {} groups, {} pairs", name(side), report.of(side).documents,
                         report.of(side).groups, report.of(side).pairs));
  }
  return done;
}

}  // namespace

void add_partition(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<PartitionFlags>();
  CLI::App& command = *program.add_subcommand(
      "partition", "Cut a corpus into train, dev and test, with near documents on one side");
  command.footer(examples);
  command
      .add_option("IN", flags->options.inputs, "Outputs of duiqi corpus: jsonl or tsv; plain, gzip or zstd")
      ->required()
      ->type_name("");
  command
      .add_option("-o,--output", flags->options.folder, "The folder to write to; made where it is missing")
      ->required()
      ->type_name("DIR");
  const auto size = [&](const char* option, std::string& value) {
    command.add_option(option, value, "How many documents, at most; or about how many of all, such as 1%")
        ->type_name("N")
        ->capture_default_str();
  };
  size("--dev", flags->dev);
  size("--test", flags->test);
  command
      .add_option("--share", flags->options.share,
                  "Documents belong together where this share of the pairs of the one with fewer is in the "
                  "other, the Chinese or the English side nearly the same")
      ->check(CLI::Range(0.001, 1.0))
      ->type_name("X")
      ->capture_default_str();
  command.add_option("--seed", flags->options.seed, "Another number gives another partition")
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option(
          "--format", flags->format,
          "What is read and written: jsonl or tsv, also with .gz or .zst behind it for what is written "
          "(default: by the first IN)")
      ->type_name("FORMAT");
  command.add_option("--memory", flags->memory, "What may be used; MiB. A corpus that needs more is refused")
      ->check(CLI::Range(128, 1 << 20))
      ->type_name("N")
      ->capture_default_str();
  command.add_flag("-q,--quiet", flags->quiet, "No summary");
  command.callback([flags, &action] { action = [flags] { return run(*flags); }; });
}

}  // namespace duiqi::tool
