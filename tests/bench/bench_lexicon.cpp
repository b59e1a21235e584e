// Layer: tests. Looking up Chinese at every position, and taking English apart into stems.
#include <string>
#include <vector>

#include "corpus.hpp"
#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "unicode/utf8.hpp"

namespace {

using namespace duiqi;

void find_words(benchmark::State& state) {
  const std::vector<Lexicon> lexicons = bench::options().lexicons;
  std::vector<LexiconHit> hits;
  bench::over_news(state, [&] {
    for (const bench::Analysed& pair : bench::analysed_news()) {
      for (std::uint32_t k = 0; k < pair.zh.document.size(); ++k) {
        const std::u32string sentence = unicode::to_code_points(pair.zh.document.sentence(k));
        for (const Lexicon& lexicon : lexicons) {
          hits.clear();
          lexicon.image().find_all(sentence, hits);
          benchmark::DoNotOptimize(hits.data());
        }
      }
    }
  });
}

void tokenise(benchmark::State& state) {
  std::vector<lexicon::EnglishToken> tokens;
  bench::over_news(state, [&] {
    for (const bench::Analysed& pair : bench::analysed_news()) {
      for (std::uint32_t k = 0; k < pair.en.document.size(); ++k) {
        tokens.clear();
        lexicon::tokenise_english(pair.en.document.sentence(k), tokens);
        benchmark::DoNotOptimize(tokens.data());
      }
    }
  });
}

BENCHMARK(find_words)->Name("lexicon/find_words");
BENCHMARK(tokenise)->Name("lexicon/tokenise_english");

}  // namespace
