// Layer: tests. Finding anchors in sentences that are cut.
#include <duiqi/find_anchors.hpp>

#include "corpus.hpp"

namespace {

using namespace duiqi;

void find(benchmark::State& state, bool zh, bool en) {
  bench::over_news(state, [&] {
    for (const bench::Analysed& pair : bench::analysed_news()) {
      if (zh) benchmark::DoNotOptimize(find_anchors(pair.zh.document));
      if (en) benchmark::DoNotOptimize(find_anchors(pair.en.document));
    }
  });
}

// MB/s of the three is over both texts, so that their times add up.
BENCHMARK_CAPTURE(find, both, true, true)->Name("anchor/find");
BENCHMARK_CAPTURE(find, zh, true, false)->Name("anchor/find_zh");
BENCHMARK_CAPTURE(find, en, false, true)->Name("anchor/find_en");

}  // namespace
