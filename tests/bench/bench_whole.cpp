// Layer: tests. Text to beads, as a program that embeds the library has it, on one thread and on several that
// share one aligner.
#include <atomic>
#include <thread>
#include <vector>

#include "aligner/document_model.hpp"
#include "corpus.hpp"

namespace {

using namespace duiqi;

void align(benchmark::State& state, std::uint32_t passes) {
  const Aligner aligner(bench::options(passes));
  bench::over_news(state, [&] {
    for (const bench::Pair& pair : bench::news()) benchmark::DoNotOptimize(aligner.align(pair.zh, pair.en));
  });
}

void model(benchmark::State& state) {
  const AlignerOptions options = bench::options();
  bench::over_news(state, [&] {
    for (const bench::Analysed& pair : bench::analysed_news()) {
      DocumentModel document(pair.zh, pair.en, options);
      benchmark::DoNotOptimize(&document);
    }
  });
}

void align_on_threads(benchmark::State& state) {
  const Aligner aligner(bench::options());
  const auto threads = static_cast<std::size_t>(state.range(0));
  bench::over_news(state, [&] {
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> pool;
    for (std::size_t t = 0; t < threads; ++t) {
      pool.emplace_back([&] {
        for (std::size_t k = next++; k < bench::news().size(); k = next++)
          benchmark::DoNotOptimize(aligner.align(bench::news()[k].zh, bench::news()[k].en));
      });
    }
  });
}

BENCHMARK_CAPTURE(align, one, 1)->Name("whole/passes_1");
BENCHMARK_CAPTURE(align, two, 2)->Name("whole/passes_2");
// Evidence, search and the features of every arc: passes_2 without segment, anchor, decoding and links.
BENCHMARK(model)->Name("whole/document_model");
BENCHMARK(align_on_threads)->Name("whole/threads")->Arg(1)->Arg(2)->UseRealTime();

}  // namespace
