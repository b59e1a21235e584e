// Many jobs on several threads, with their results in the order of the jobs.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace duiqi::tool {

/// Results that may wait for an earlier job that takes longer. What waits is a document's messages, some
/// hundred bytes, so that 4,096 of them are about a megabyte.
inline constexpr std::size_t most_waiting = 4096;

/// Calls `work(k)` for k in [0, size), each on one of `threads` threads (0: as many as the machine runs at
/// once), and `take(k, result)` for what it returned, in ascending order and by one thread at a time. What
/// `work` or `take` throws ends the calls of `take` at that job, and is thrown here once the threads have
/// ended.
template <typename Work, typename Take>
void in_order(std::size_t size, std::uint32_t threads, const Work& work, const Take& take) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t workers = std::min<std::size_t>(threads, size);
  if (workers <= 1) {
    for (std::size_t k = 0; k < size; ++k) take(k, work(k));
    return;
  }

  using Result = decltype(work(std::size_t{0}));
  std::mutex mutex;
  std::condition_variable moved;
  std::size_t next = 0;                 // the job that nobody has begun
  std::size_t taken = 0;                // jobs whose results were taken
  std::size_t end = size;               // the first job that failed
  std::exception_ptr failure;           // of that job
  std::map<std::size_t, Result> ready;  // but not taken
  const auto fail = [&](std::size_t k) {
    if (k >= end) return;
    end = k;
    failure = std::current_exception();
  };
  const auto run = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      moved.wait(lock, [&] { return next >= end || next - taken < most_waiting; });
      if (next >= end) return;
      const std::size_t k = next++;
      lock.unlock();
      try {
        Result result = work(k);
        lock.lock();
        ready.emplace(k, std::move(result));
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        fail(k);
      }
      for (auto first = ready.begin(); first != ready.end() && first->first == taken && taken < end;
           first = ready.begin()) {
        try {
          take(taken, std::move(first->second));
        } catch (...) {
          fail(taken);
        }
        ready.erase(first);
        ++taken;
      }
      moved.notify_all();
    }
  };
  {
    std::vector<std::jthread> pool;
    for (std::size_t worker = 0; worker < workers; ++worker) pool.emplace_back(run);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace duiqi::tool
