#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/output_file.hpp"
#include "corpus/pair_key.hpp"
#include "corpus/pair_line.hpp"
#include "corpus/pair_output.hpp"
#include "corpus/pipeline.hpp"
#include "corpus/run_lock.hpp"
#include "corpus/seen_pairs.hpp"
#include "corpus/work.hpp"
#include "corpus/write_pair.hpp"
#include "io/escape.hpp"

namespace duiqi {
namespace corpus {
namespace {

/// Lines that a thread gets at a time: so many that handing them over costs nothing.
constexpr std::size_t block_bytes = std::size_t{1} << 20;
/// A pair is never longer than its document, whose bound (max_document) is 4 MiB unless told; escapes make
/// of one byte six at most.
constexpr std::size_t longest_line = std::size_t{64} << 20;
/// Reports have a few kilobytes.
constexpr std::size_t longest_report = std::size_t{1} << 20;

CorpusFormat format_of(const MergeOptions& options, const std::string& shard) {
  if (options.input) return *options.input;
  const auto output = corpus_output_of(shard);
  return output ? output->format : CorpusFormat::jsonl;
}

struct Block {
  const std::string* shard = nullptr;
  CorpusFormat format = CorpusFormat::jsonl;
  std::vector<LineReader::Line> lines;
  double share = 0;  // of the shards up to here
  std::vector<FinishedPair> pairs;
};

/// Blocks of the shards' lines, one shard after the other.
class Shards {
 public:
  explicit Shards(const MergeOptions& options) : options_(options), share_(options.shards) {}

  /// Null at the end. Throws Error.
  std::shared_ptr<Block> next() {
    auto block = std::make_shared<Block>();
    for (std::size_t bytes = 0; bytes < block_bytes;) {
      if (!reader_) {
        if (opened_ == options_.shards.size() || !block->lines.empty()) break;
        reader_ = std::make_unique<LineReader>(options_.shards[opened_++], longest_line);
      }
      const std::string& shard = options_.shards[opened_ - 1];
      LineReader::Line line;
      if (!reader_->next(line)) {
        reader_.reset();
        continue;
      }
      const auto refuse = [&](const char* why) {
        throw Error(ErrorCode::invalid_format, why, {shard, std::nullopt, line.number});
      };
      if (line.too_long) refuse("no line that duiqi corpus wrote: longer than any of its lines");
      if (!line.ended) refuse("the last line has no end: the shard ends too soon; make or copy it again");
      block->shard = &shard;
      block->format = format_of(options_, shard);
      block->share = share_.of(opened_ - 1, reader_->taken());
      bytes += line.text.size();
      block->lines.push_back(std::move(line));
    }
    return block->lines.empty() ? nullptr : block;
  }

 private:
  const MergeOptions& options_;
  ReadShare share_;
  std::size_t opened_ = 0;
  std::unique_ptr<LineReader> reader_;
};

/// What the shards' reports say together.
CorpusReport sum_reports(const std::vector<std::string>& files) {
  CorpusReport out;
  for (const std::string& file : files) {
    CorpusReport one;
    try {
      one = read_report(read_all(file, longest_report));
    } catch (const Error& error) {
      if (!error.place().file.empty()) throw;
      throw Error(error.code(), error.message(), {file, std::nullopt, std::nullopt});
    }
    for (const auto& [name, count] : one.counts) out.counts[name] += count;
    out.seconds += one.seconds;
    out.threads = std::max(out.threads, one.threads);
  }
  return out;
}

class Merge {
 public:
  Merge(const MergeOptions& options, const CorpusEvents& events)
      : options_(options),
        events_(events),
        shards_(options),
        of_shards_(sum_reports(options.reports)),
        lock_(OutputFile::target_of(options.out), options.out),
        out_(options.out, options.output, options.shard_bytes, nullptr),
        seen_(options.dedup, options.dedup_memory) {
    // What another run left to be gone on with speaks of files that are written over here.
    const std::string target = OutputFile::target_of(options.out);
    if (!target.empty()) ::unlink((target + ".state").c_str());
    if (!options.explain_drop.empty())
      drops_.emplace(options.explain_drop, compression_of(options.explain_drop));
    if (!options.copies.empty()) copies_.emplace(options.copies, Compression::none);
  }

  CorpusReport run() {
    report_.threads =
        options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    run_in_order<Block>(
        report_.threads, [this] { return read(); }, [this](Block& block) { work_on(block); },
        [this](const Block& block) { take(block); });
    check_reports();
    finish();
    return std::move(report_);
  }

 private:
  std::shared_ptr<Block> read() {
    if (events_.stop != nullptr && events_.stop->load())
      throw Error(ErrorCode::io_failure, "interrupted; nothing was written");
    return shards_.next();
  }

  void work_on(Block& block) const {
    for (const LineReader::Line& line : block.lines) {
      try {
        block.pairs.push_back(finish(line.text, block.format));
      } catch (const Error& error) {
        throw Error(error.code(), error.message(), {*block.shard, std::nullopt, line.number});
      }
    }
    block.lines.clear();
  }

  FinishedPair finish(const std::string& line, CorpusFormat format) const {
    const PairFields pair = read_pair(line, format);
    FinishedPair out;
    if (format == options_.output.format) {
      out.lines = {line + '\n'};
    } else {
      out.lines = lines_of(pair, options_.output.format);
    }
    out.document = document_hash(pair.doc);
    out.type = pair.type;
    out.bin = bin_of(pair.probability);
    out.ratio_bin = ratio_bin_of(pair.length_ratio);
    if (options_.dedup == CorpusDedup::none) return out;
    out.key = options_.dedup == CorpusDedup::exact ? exact_key(pair.zh, pair.en) : near_key(pair.zh, pair.en);
    if (drops_) out.duplicate = duplicate_line(line);
    return out;
  }

  void take(const Block& block) {
    for (const FinishedPair& pair : block.pairs) take(pair);
    if (!events_.progress) return;
    report_.share = block.share;
    report_.seconds = seconds();
    events_.progress(report_);
  }

  void take(const FinishedPair& pair) {
    ++report_.counts["pairs.found"];
    if (seen_.seen(pair.key)) {
      count_duplicate(report_.counts);
      if (drops_) drops_->append(pair.duplicate);
      if (drops_ && drops_->pending() >= frame_bytes) drops_->cut();
      return;
    }
    count_written(report_.counts, pair);
    out_.append(pair);
    if (out_.pending() >= frame_bytes) out_.cut();
  }

  /// A shard that was left out, or has another's name, must not go unseen.
  void check_reports() const {
    if (options_.reports.empty()) return;
    const std::uint64_t said = of_shards_.count("pairs.written");
    const std::uint64_t found = report_.count("pairs.found");
    if (said == found) return;
    throw Error(
        ErrorCode::invalid_format,
        fmt::format("the shards hold {} pairs, and their reports speak of {}; give the report of each "
                    "shard, and each shard once",
                    found, said));
  }

  void finish() {
    if (copies_) {
      std::string lines;
      seen_.write_copies(lines);
      copies_->append(lines);
      copies_->cut();
    }
    if (drops_) drops_->cut();
    out_.end();
    if (copies_) copies_->commit();
    if (drops_) drops_->commit();
    out_.commit();
    if (seen_.forgotten() > 0) report_.counts["pairs.not_remembered"] = seen_.forgotten();
    report_.seconds = seconds();
    if (!options_.reports.empty()) add_shards();
  }

  /// Makes the report that of the whole run. What the shards wrote, and what it was, is known better here.
  void add_shards() {
    report_.counts["pairs.found"] = 0;
    for (const auto& [name, count] : of_shards_.counts) {
      const bool of_written = name == "pairs.written" || name.starts_with("type.") ||
                              name.starts_with("probability.") || name.starts_with("length_ratio.");
      if (!of_written) report_.counts[name] += count;
    }
    report_.seconds += of_shards_.seconds;
    report_.threads = std::max(report_.threads, of_shards_.threads);
  }

  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  const MergeOptions& options_;
  const CorpusEvents& events_;
  Shards shards_;
  CorpusReport of_shards_;
  RunLock lock_;
  PairOutput out_;
  std::optional<OutputFile> drops_;
  std::optional<OutputFile> copies_;
  SeenPairs seen_;
  CorpusReport report_;
};

void check(const MergeOptions& options) {
  if (options.shards.empty())
    throw Error(ErrorCode::invalid_option, "no shard is named; - is standard input");
  for (const std::string& shard : options.shards) {
    const CorpusFormat format = format_of(options, shard);
    if (format == CorpusFormat::jsonl) continue;
    if (format != CorpusFormat::tsv)
      throw Error(ErrorCode::invalid_option, "a shard must be jsonl or tsv",
                  {shard, std::nullopt, std::nullopt});
    const char* wish = options.output.format == CorpusFormat::jsonl ? "a jsonl output"
                       : !options.explain_drop.empty()              ? "a file of dropped pairs"
                                                                    : nullptr;
    if (wish == nullptr) continue;
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("{} can't be made of tsv shards, which have less than it needs; make the shards as "
                    "jsonl",
                    wish),
        {shard, std::nullopt, std::nullopt});
  }
}

}  // namespace
}  // namespace corpus

CorpusReport merge_corpus(const MergeOptions& options, const CorpusEvents& events) {
  corpus::check(options);
  return corpus::Merge(options, events).run();
}

}  // namespace duiqi
