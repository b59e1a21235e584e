#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <exception>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "corpus/output_file.hpp"
#include "corpus/pair_output.hpp"
#include "corpus/pipeline.hpp"
#include "corpus/run_lock.hpp"
#include "corpus/seen_pairs.hpp"
#include "corpus/source.hpp"
#include "corpus/state.hpp"
#include "corpus/work.hpp"
#include "corpus/write_pair.hpp"

namespace duiqi {
namespace corpus {
namespace {

/// A frame of compressed output is cut behind so many documents, or frame_bytes, so that a run of short
/// documents is kept now and then, too.
constexpr std::size_t frame_documents = 256;

struct Job {
  Task task;
  Result result;
  double share = 0;  // of the input up to here
};
using JobPointer = std::shared_ptr<Job>;

/// Where the state of a run with this output stands; empty where the output can't be gone on with.
std::string state_path(const std::string& out) {
  const std::string target = OutputFile::target_of(out);
  return target.empty() ? target : target + ".state";
}

std::uint32_t threads_of(const CorpusOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// What an earlier run left, if this one is to go on with it; else nothing, and its state is removed.
std::optional<State> earlier_state(const std::string& path, const std::string& fingerprint, bool resume) {
  if (resume && path.empty()) {
    throw Error(ErrorCode::invalid_option, "--resume needs an output that is a file");
  }
  if (resume) return read_state(path, fingerprint);
  // Before its files are: a state must never speak of files that are not there.
  if (!path.empty()) ::unlink(path.c_str());
  return std::nullopt;
}

/// Keys of the pairs that an earlier run has seen, `bytes` of them.
void replay_keys(const std::string& path, std::uint64_t bytes, CorpusDedup kind, SeenPairs& seen) {
  std::ifstream in(path, std::ios::binary);
  PairKey key;
  const std::size_t size = used_bytes(kind);
  for (; bytes >= size; bytes -= size) {
    if (!in.read(reinterpret_cast<char*>(&key), static_cast<std::streamsize>(size))) {
      throw Error(ErrorCode::io_failure, "can't be read; run without --resume to start afresh",
                  {path, std::nullopt, std::nullopt});
    }
    seen.seen(key);
  }
}

std::string keys_path(std::string_view state_path) {
  return fmt::format("{}.keys", state_path.substr(0, state_path.rfind('.')));
}

/// What a run begins with.
struct Begin {
  std::unique_ptr<Source> source;
  std::string state_path;
  std::string fingerprint;
  std::optional<State> state;
};

/// Does the renames that a run was ended in.
CorpusReport name_files(const CorpusOptions& options, const Begin& begin) {
  for (const std::string* file : {&options.rejects, &options.explain_drop, &options.copies}) {
    if (!file->empty() && !OutputFile::target_of(*file).empty()) OutputFile::give_name(*file);
  }
  name_outputs(options.out, options.output, begin.state->out.shard);
  ::unlink((keys_path(begin.state_path) + ".part").c_str());
  ::unlink(begin.state_path.c_str());
  CorpusReport report;
  report.counts = begin.state->counts;
  report.seconds = static_cast<double>(begin.state->milliseconds) / 1000;
  report.threads = threads_of(options);
  return report;
}

class Run {
 public:
  Run(const Aligner& aligner, const CorpusOptions& options, const CorpusEvents& events, Begin begin)
      : aligner_(aligner),
        options_(options),
        events_(events),
        source_(std::move(begin.source)),
        state_path_(std::move(begin.state_path)),
        fingerprint_(std::move(begin.fingerprint)),
        state_(std::move(begin.state)),
        out_(options.out, options.output, options.shard_bytes, state_ ? &state_->out : nullptr),
        seen_(options.dedup, options.dedup_memory) {
    open(rejects_, options.rejects, 0);
    open(drops_, options.explain_drop, 1);
    if (!options.copies.empty()) copies_.emplace(options.copies, Compression::none);
    if (!state_path_.empty() && options.dedup != CorpusDedup::none) {
      const std::string keys = keys_path(state_path_);
      if (state_) replay_keys(keys + ".part", state_->sizes[2], options.dedup, seen_);
      keys_.emplace(keys, Compression::none, size_before(2));
    }
  }

  CorpusReport run() {
    report_.threads = threads_of(options_);
    if (state_) go_on();
    try {
      run_pipeline();
      if (input_failure_) {
        if (state_path_.empty()) cut_files();  // a pipe gets what is done, since nothing can go on with it
        std::rethrow_exception(input_failure_);
      }
      finish();
    } catch (const Error& error) {
      if (!state_) throw;
      keep_all();
      throw Error(error.code(),
                  error.message() + "; what is done is kept: the same command with --resume goes on",
                  error.place());
    } catch (...) {
      if (state_) keep_all();
      throw;
    }
    report_.seconds = seconds();
    return std::move(report_);
  }

 private:
  /// Of this run and those that it goes on with.
  double seconds() const {
    return seconds_before_ + std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

  std::optional<std::uint64_t> size_before(std::size_t file) const {
    return state_ ? std::optional(state_->sizes[file]) : std::nullopt;
  }

  void open(std::optional<OutputFile>& file, const std::string& path, std::size_t index) const {
    if (path.empty()) return;
    file.emplace(path, compression_of(path), size_before(index));
  }

  /// Passes over the documents that are done with.
  void go_on() {
    report_.counts = state_->counts;
    seconds_before_ = static_cast<double>(state_->milliseconds) / 1000;
    Task task;
    for (std::uint64_t k = 0; k < state_->documents; ++k) {
      if (!source_->next(task)) {
        throw Error(ErrorCode::invalid_format,
                    "the input is shorter than it was; run without --resume to start afresh");
      }
    }
  }

  void finish() {
    if (copies_) {
      std::string lines;
      seen_.write_copies(lines);
      copies_->append(lines);
    }
    if (seen_.forgotten() > 0) report_.counts["pairs.not_remembered"] = seen_.forgotten();
    out_.end();
    cut_files();
    if (copies_) copies_->cut();
    // A run that ends between two renames has the others made up for.
    keep_state(true);
    for (std::optional<OutputFile>* file : {&rejects_, &drops_, &copies_}) {
      if (*file) (*file)->commit();
    }
    out_.commit();
    if (keys_) keys_->discard();
    keys_.reset();
    if (state_) ::unlink(state_path_.c_str());
    state_.reset();
  }

  void keep_all() {
    out_.keep();
    for (std::optional<OutputFile>* file : {&rejects_, &drops_, &keys_}) {
      if (*file) (*file)->keep();
    }
    if (copies_ && state_->complete) copies_->keep();
  }

  void run_pipeline() {
    run_in_order<Job>(
        report_.threads, [this] { return read(); },
        [this](Job& job) {
          job.result = work_on(job.task, aligner_, options_);
          job.share = job.task.share;
          job.task = {};
        },
        [this](const Job& job) {
          report_.share = job.share;
          take(job.result);
        });
  }

  /// The next document; null at the end, or where the input fails: then what came before is still worked on.
  JobPointer read() {
    if (events_.stop != nullptr && events_.stop->load()) {
      input_failure_ = std::make_exception_ptr(Error(ErrorCode::io_failure, "interrupted"));
      return nullptr;
    }
    auto job = std::make_shared<Job>();
    try {
      if (!source_->next(job->task)) return nullptr;
    } catch (const Error&) {
      input_failure_ = std::current_exception();
      return nullptr;
    }
    return job;
  }

  void take(const Result& result) {
    ++report_.counts["documents.read"];
    for (const auto& [name, count] : result.counts) report_.counts[name] += count;
    if (!result.rejection.empty()) {
      if (options_.strict) throw Error(ErrorCode::unrecognised_input, result.rejection);
      if (rejects_) rejects_->append(result.rejection_line);
      if (events_.rejected) events_.rejected(result.rejection);
    }
    for (const CorpusSample& sample : result.samples) {
      if (wants_sample(report_.samples, sample.reason)) report_.samples.push_back(sample);
    }
    if (drops_) drops_->append(result.drops);
    FinishedPair record;
    for (const FinishedPair& pair : result.pairs) {
      if (!is_new(pair)) continue;
      if (!options_.documents) {
        out_.append(pair);
        continue;
      }
      if (record.lines.empty()) record = {{{}}, {}, {}, pair.document, {}, {}};
      if (!record.lines[0].empty()) record.lines[0] += ", ";
      record.lines[0] += pair.lines[0];
    }
    if (!record.lines.empty()) {
      record.lines[0] = document_line(record.lines[0], {result.id, result.metadata});
      out_.append(record);
    }
    if (events_.progress) {
      report_.seconds = seconds();
      events_.progress(report_);
    }
    if (++in_frame_ == frame_documents || out_.pending() >= frame_bytes) cut();
  }

  /// Whether the pair is to be written.
  bool is_new(const FinishedPair& pair) {
    if (keys_) keys_->append({reinterpret_cast<const char*>(&pair.key), used_bytes(options_.dedup)});
    if (seen_.seen(pair.key)) {
      count_duplicate(report_.counts);
      if (drops_) drops_->append(pair.duplicate);
      return false;
    }
    count_written(report_.counts, pair);
    return true;
  }

  void cut_files() {
    out_.cut();
    for (std::optional<OutputFile>* file : {&rejects_, &drops_, &keys_}) {
      if (*file) (*file)->cut();
    }
  }

  /// Ends the frames, and says in the state that all before was written.
  void cut() {
    cut_files();
    in_frame_ = 0;
    keep_state(false);
  }

  void keep_state(bool complete) {
    if (state_path_.empty()) return;
    const auto size = [](const std::optional<OutputFile>& file) { return file ? file->written() : 0; };
    State state;
    state.documents = report_.count("documents.read");
    state.milliseconds = static_cast<std::uint64_t>(seconds() * 1000);
    state.complete = complete;
    state.out = out_.position();
    state.sizes = {size(rejects_), size(drops_), size(keys_)};
    state.counts = report_.counts;
    write_state(state_path_, fingerprint_, state);
    state_ = std::move(state);
  }

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  double seconds_before_ = 0;
  const Aligner& aligner_;
  const CorpusOptions& options_;
  const CorpusEvents& events_;
  std::unique_ptr<Source> source_;
  std::string state_path_;
  std::string fingerprint_;
  std::optional<State> state_;  // what the files hold, once they were cut
  PairOutput out_;
  std::optional<OutputFile> rejects_;
  std::optional<OutputFile> drops_;
  std::optional<OutputFile> copies_;
  std::optional<OutputFile> keys_;  // of all pairs that deduplication was asked about, in order
  SeenPairs seen_;
  CorpusReport report_;
  std::size_t in_frame_ = 0;
  std::exception_ptr input_failure_;
};

}  // namespace
}  // namespace corpus

std::optional<CorpusOutput> corpus_output_of(std::string_view ending) {
  CorpusOutput out;
  out.compression = corpus::compression_of(ending);
  if (out.compression != Compression::none) ending = ending.substr(0, ending.rfind('.'));
  using Ending = std::pair<std::string_view, CorpusFormat>;
  constexpr std::array formats{Ending{".jsonl", CorpusFormat::jsonl}, Ending{".tsv", CorpusFormat::tsv},
                               Ending{".moses", CorpusFormat::moses}, Ending{".tmx", CorpusFormat::tmx}};
  for (const auto& [name, format] : formats) {
    if (!ending.ends_with(name) && ending != name.substr(1)) continue;
    out.format = format;
    return out;
  }
  return std::nullopt;
}

CorpusReport build_corpus(const Aligner& aligner, const CorpusOptions& options, const CorpusEvents& events) {
  using namespace corpus;
  if (options.context > 0 && options.output.format != CorpusFormat::jsonl) {
    throw Error(ErrorCode::invalid_option,
                "context is written as jsonl alone; other formats have no place for it",
                {options.out, std::nullopt, std::nullopt});
  }
  if (options.documents && options.output.format != CorpusFormat::jsonl) {
    throw Error(ErrorCode::invalid_option, "document records are jsonl alone",
                {options.out, std::nullopt, std::nullopt});
  }
  const RunLock lock(OutputFile::target_of(options.out), options.out);
  Begin begin;
  begin.source = open_source(options);
  begin.state_path = state_path(options.out);
  begin.fingerprint = fingerprint(aligner, options, *begin.source);
  begin.state = earlier_state(begin.state_path, begin.fingerprint, options.resume);
  if (begin.state && begin.state->complete) return name_files(options, begin);
  return Run(aligner, options, events, std::move(begin)).run();
}

}  // namespace duiqi
