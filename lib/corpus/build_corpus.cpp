#include <algorithm>
#include <chrono>
#include <exception>
#include <fmt/format.h>
#include <memory>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <optional>
#include <thread>
#include <utility>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "corpus/output_file.hpp"
#include "corpus/seen_pairs.hpp"
#include "corpus/source.hpp"
#include "corpus/work.hpp"

namespace duiqi {
namespace corpus {
namespace {

/// Documents in memory for each thread: enough that none waits for a long one before it in the order.
constexpr std::size_t documents_per_thread = 4;
/// A frame of compressed output is cut behind so many documents, or bytes before compression. Larger frames
/// compress better: 4 MiB are within a percent of one frame.
constexpr std::size_t frame_documents = 256;
constexpr std::size_t frame_bytes = std::size_t{4} << 20;

struct Job {
  Task task;
  Result result;
};
using JobPointer = std::shared_ptr<Job>;

class Run {
 public:
  Run(const Aligner& aligner, const CorpusOptions& options, const CorpusEvents& events)
      : aligner_(aligner),
        options_(options),
        events_(events),
        source_(open_source(options)),
        out_(options.out, options.output.compression),
        seen_(options.dedup, options.dedup_memory) {
    open(rejects_, options.rejects);
    open(drops_, options.explain_drop);
    open(copies_, options.copies);
  }

  CorpusReport run() {
    report_.threads =
        options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    run_pipeline();
    if (input_failure_) std::rethrow_exception(input_failure_);
    if (copies_) {
      std::string lines;
      seen_.write_copies(lines);
      copies_->append(lines);
    }
    if (seen_.forgotten() > 0) report_.counts["pairs.not_remembered"] = seen_.forgotten();
    out_.commit();
    if (rejects_) rejects_->commit();
    if (drops_) drops_->commit();
    if (copies_) copies_->commit();
    report_.seconds = seconds();
    return std::move(report_);
  }

 private:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

  static void open(std::optional<OutputFile>& file, const std::string& path) {
    if (path.empty()) return;
    const auto output = corpus_output_of(path);
    file.emplace(path, output ? output->compression : Compression::none);
  }

  void run_pipeline() {
    namespace tbb = oneapi::tbb;
    const tbb::global_control most(tbb::global_control::max_allowed_parallelism, report_.threads);
    tbb::task_arena arena(static_cast<int>(report_.threads));
    const auto read = [this](tbb::flow_control& flow) {
      JobPointer job = this->read();
      if (!job) flow.stop();
      return job;
    };
    const auto work = [this](JobPointer job) {
      job->result = work_on(job->task, aligner_, options_);
      job->task = {};
      return job;
    };
    const auto write = [this](const JobPointer& job) { take(job->result); };
    arena.execute([&] {
      tbb::parallel_pipeline(
          documents_per_thread * report_.threads,
          tbb::make_filter<void, JobPointer>(tbb::filter_mode::serial_in_order, read) &
              tbb::make_filter<JobPointer, JobPointer>(tbb::filter_mode::parallel, work) &
              tbb::make_filter<JobPointer, void>(tbb::filter_mode::serial_in_order, write));
    });
  }

  /// The next document; null at the end, or where the input fails: then what came before is still worked on.
  JobPointer read() {
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
    if (drops_) drops_->append(result.drops);
    for (const FinishedPair& pair : result.pairs) take(pair);
    if (events_.progress) {
      report_.seconds = seconds();
      events_.progress(report_);
    }
    if (++in_frame_ == frame_documents || out_.pending() >= frame_bytes) cut();
  }

  void take(const FinishedPair& pair) {
    if (seen_.seen(pair.key)) {
      ++report_.counts["pairs.dropped"];
      ++report_.counts["drop.duplicate"];
      if (drops_) drops_->append(pair.duplicate);
      return;
    }
    ++report_.counts["pairs.written"];
    ++report_.counts["type." + pair.type];
    ++report_.counts[fmt::format("probability.{:02}", pair.bin)];
    out_.append(pair.line);
  }

  void cut() {
    out_.cut();
    if (rejects_) rejects_->cut();
    if (drops_) drops_->cut();
    in_frame_ = 0;
  }

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  const Aligner& aligner_;
  const CorpusOptions& options_;
  const CorpusEvents& events_;
  std::unique_ptr<Source> source_;
  OutputFile out_;
  std::optional<OutputFile> rejects_;
  std::optional<OutputFile> drops_;
  std::optional<OutputFile> copies_;
  SeenPairs seen_;
  CorpusReport report_;
  std::size_t in_frame_ = 0;
  std::exception_ptr input_failure_;
};

}  // namespace
}  // namespace corpus

std::optional<CorpusOutput> corpus_output_of(std::string_view ending) {
  CorpusOutput out;
  if (ending.ends_with(".gz")) {
    out.compression = Compression::gzip;
    ending.remove_suffix(3);
  } else if (ending.ends_with(".zst")) {
    out.compression = Compression::zstd;
    ending.remove_suffix(4);
  }
  if (ending == "tsv" || ending.ends_with(".tsv")) {
    out.format = CorpusFormat::tsv;
  } else if (ending != "jsonl" && !ending.ends_with(".jsonl")) {
    return std::nullopt;
  }
  return out;
}

CorpusReport build_corpus(const Aligner& aligner, const CorpusOptions& options, const CorpusEvents& events) {
  return corpus::Run(aligner, options, events).run();
}

}  // namespace duiqi
