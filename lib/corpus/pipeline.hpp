// Layer: corpus. Read, work, write: over many threads, in the order of the input.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

namespace duiqi::corpus {

/// Jobs in memory for each thread: enough that none waits for a long one before it in the order.
inline constexpr std::size_t jobs_per_thread = 4;

/// `read` gives the next job (a std::shared_ptr<Job>), or null at the end; `work` changes it, on any thread;
/// `write` gets the jobs in the order of reading. What a step throws is thrown here, once the jobs before it
/// were written; behind it nothing is.
template <class Job, class Read, class Work, class Write>
void run_in_order(std::uint32_t threads, Read read, Work work, Write write) {
  namespace tbb = oneapi::tbb;
  struct Carried {
    std::shared_ptr<Job> job;
    std::exception_ptr failure;
  };
  using Pointer = std::shared_ptr<Carried>;
  std::exception_ptr failure;
  std::atomic<bool> failed = false;
  const tbb::global_control most(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  // No exception leaves a stage: of a pipeline that one cancels, oneTBB loses what is under way.
  const auto first = [&](tbb::flow_control& flow) -> Pointer {
    auto carried = std::make_shared<Carried>();
    if (!failed) {
      try {
        carried->job = read();
      } catch (...) {
        carried->failure = std::current_exception();
      }
    }
    if (!carried->job && !carried->failure) {
      flow.stop();
      return nullptr;
    }
    return carried;
  };
  const auto second = [&](Pointer carried) {
    if (carried->failure) return carried;
    try {
      work(*carried->job);
    } catch (...) {
      carried->failure = std::current_exception();
    }
    return carried;
  };
  const auto third = [&](const Pointer& carried) {
    if (failed) return;
    try {
      if (carried->failure) std::rethrow_exception(carried->failure);
      write(*carried->job);
    } catch (...) {
      failure = std::current_exception();
      failed = true;
    }
  };
  arena.execute([&] {
    tbb::parallel_pipeline(jobs_per_thread * threads,
                           tbb::make_filter<void, Pointer>(tbb::filter_mode::serial_in_order, first) &
                               tbb::make_filter<Pointer, Pointer>(tbb::filter_mode::parallel, second) &
                               tbb::make_filter<Pointer, void>(tbb::filter_mode::serial_in_order, third));
  });
  if (failure) std::rethrow_exception(failure);
}

}  // namespace duiqi::corpus
