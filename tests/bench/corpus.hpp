// Layer: tests. What the benchmarks work on.
#pragma once

#include <benchmark/benchmark.h>
#include <cstddef>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/text.hpp>

#include "allocations.hpp"

namespace bench {

struct Pair {
  duiqi::Text zh;
  duiqi::Text en;
};

/// News documents with their translations, a sentence a line. From the sets wmt21-zhen and ntrex-cn in
/// $DUIQI_EVAL where it is set and they are there; else drawn from the project's own news, the same on every
/// machine. $DUIQI_BENCH_DOCUMENTS: how many at most (default 100).
const std::vector<Pair>& news();

/// Where news() has its texts from, for the report.
const std::string& source();

/// The built-in lexicon, and with it the one that $DUIQI_BENCH_LEXICON names, if any.
duiqi::AlignerOptions options(std::uint32_t passes = 2);

/// news(), cut into sentences, with anchors.
struct Analysed {
  duiqi::Analysis zh;
  duiqi::Analysis en;
};
const std::vector<Analysed>& analysed_news();

std::size_t bytes(const std::vector<Pair>& pairs);
std::size_t sentences(const std::vector<Analysed>& pairs);

/// Runs `work` over and over, each run over all of news(), and reports MB/s, sentences/s (both sides
/// together) and allocations a document.
template <typename Work>
void over_news(benchmark::State& state, const Work& work) {
  const std::size_t documents = news().size();
  const std::size_t size = bytes(news());
  const std::size_t count = sentences(analysed_news());
  work();  // tables that are built at first use
  const std::size_t before = allocations();
  std::size_t runs = 0;
  for ([[maybe_unused]] auto _ : state) {
    work();
    ++runs;
  }
  const auto times = static_cast<double>(runs);
  using benchmark::Counter;
  state.counters["MB/s"] = Counter(static_cast<double>(size) * times / 1e6, Counter::kIsRate);
  state.counters["sentences/s"] = Counter(static_cast<double>(count) * times, Counter::kIsRate);
  state.counters["allocations/document"] =
      static_cast<double>(allocations() - before) / times / static_cast<double>(documents);
  state.counters["peak_MiB"] = peak_memory();
  state.SetLabel(source());
}

}  // namespace bench
