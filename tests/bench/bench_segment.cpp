// Layer: tests. Cutting into sentences: this library's rules, and ICU's iterator and Boost.Locale's over the
// same paragraphs.
#include <duiqi/segment.hpp>

#include "corpus.hpp"

namespace {

using namespace duiqi;

void cut(benchmark::State& state, SentenceRules rules) {
  SegmentOptions options;
  options.sentences = rules;
  bench::over_news(state, [&] {
    for (const bench::Pair& pair : bench::news()) {
      benchmark::DoNotOptimize(segment(pair.zh, Language::chinese, options));
      benchmark::DoNotOptimize(segment(pair.en, Language::english, options));
    }
  });
}

void decode(benchmark::State& state) {
  bench::over_news(state, [&] {
    for (const bench::Pair& pair : bench::news()) {
      benchmark::DoNotOptimize(Text::decode(std::string(pair.zh.view())));
      benchmark::DoNotOptimize(Text::decode(std::string(pair.en.view())));
    }
  });
}

BENCHMARK(decode)->Name("model/decode");
BENCHMARK_CAPTURE(cut, duiqi, SentenceRules::duiqi)->Name("segment/duiqi");
BENCHMARK_CAPTURE(cut, icu, SentenceRules::icu)->Name("segment/icu");
BENCHMARK_CAPTURE(cut, boost, SentenceRules::boost_locale)->Name("segment/boost_locale");

}  // namespace
