// Layer: lexicon. Sharing work between threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace duiqi::lexicon {

/// Calls `work(begin, end, worker)` for blocks that cover [0, size), each on one of `threads` threads
/// (0: as many as the machine runs at once); blocks of one `worker` follow each other. What is thrown is
/// thrown again here.
template <typename Work>
void in_blocks(std::size_t size, std::size_t block, std::uint32_t threads, const Work& work) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t blocks = (size + block - 1) / block;
  const std::size_t workers = std::min<std::size_t>(threads, blocks);
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&](std::size_t worker) {
    try {
      for (std::size_t k = next++; k < blocks; k = next++) {
        work(k * block, std::min(size, (k + 1) * block), worker);
      }
    } catch (...) {
      next = blocks;
      const std::lock_guard lock(failing);
      failure = std::current_exception();
    }
  };
  if (workers <= 1) {
    run(0);
  } else {
    std::vector<std::jthread> pool;
    for (std::size_t worker = 0; worker < workers; ++worker) pool.emplace_back(run, worker);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace duiqi::lexicon
