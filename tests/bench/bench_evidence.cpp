// Layer: tests. What is prepared for two documents before any pair of ranges is scored.
#include "corpus.hpp"
#include "evidence/evidence.hpp"

namespace {

using namespace duiqi;

void prepare(benchmark::State& state) {
  const AlignerOptions options = bench::options();
  bench::over_news(state, [&] {
    for (const bench::Analysed& pair : bench::analysed_news()) {
      evidence::Evidence evidence(pair.zh, pair.en, options.lexicons);
      benchmark::DoNotOptimize(&evidence);
    }
  });
}

BENCHMARK(prepare)->Name("evidence/prepare");

}  // namespace
