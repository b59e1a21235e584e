// Layer: tests. Writers.
#include <duiqi/write.hpp>

#include "corpus.hpp"

namespace {

using namespace duiqi;

const std::vector<Bitext>& bitexts() {
  static const std::vector<Bitext> made = [] {
    const Aligner aligner(bench::options());
    std::vector<Bitext> out;
    for (const bench::Pair& pair : bench::news()) out.push_back(aligner.align(pair.zh, pair.en));
    return out;
  }();
  return made;
}

void render(benchmark::State& state, Format format) {
  std::string out;
  bench::over_news(state, [&] {
    for (const Bitext& bitext : bitexts()) {
      out.clear();
      write(out, bitext, format);
      benchmark::DoNotOptimize(out.data());
    }
  });
}

BENCHMARK_CAPTURE(render, json, Format::json)->Name("io/json");
BENCHMARK_CAPTURE(render, jsonl, Format::jsonl)->Name("io/jsonl");
BENCHMARK_CAPTURE(render, tsv, Format::tsv)->Name("io/tsv");
BENCHMARK_CAPTURE(render, vecalign, Format::vecalign)->Name("io/vecalign");
BENCHMARK_CAPTURE(render, tmx, Format::tmx)->Name("io/tmx");
BENCHMARK_CAPTURE(render, text, Format::text)->Name("io/text");

}  // namespace
