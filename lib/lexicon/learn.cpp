#include <algorithm>

#include <duiqi/learn_lexicon.hpp>

#include "lexicon/learning_corpus.hpp"
#include "lexicon/word_pairs.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace lexicon {
namespace {

/// The equivalents of one word that are worth keeping, the most probable first.
std::vector<Equivalent> choose(std::span<const WordPair> pairs, double beads, const LearningCorpus& corpus,
                               const LearnOptions& options) {
  std::vector<Equivalent> out;
  for (const WordPair& pair : pairs) {
    const double links = static_cast<double>(pair.links);
    const double probability = std::min(1., links / beads);
    if (links < options.least_links || probability < options.least_probability) continue;
    if (corpus.en_empty[pair.en] || corpus.en_words[pair.en].empty()) continue;
    out.push_back({corpus.en_words[pair.en], probability});
  }
  std::sort(out.begin(), out.end(), [](const Equivalent& a, const Equivalent& b) {
    return a.probability != b.probability ? a.probability > b.probability : a.en < b.en;
  });
  if (out.size() > options.most_equivalents) out.resize(options.most_equivalents);
  return out;
}

}  // namespace
}  // namespace lexicon

LexiconData learn_lexicon(std::span<const BeadText> beads, const std::vector<Lexicon>& known,
                          const LearnOptions& options) {
  using namespace lexicon;
  const LearningCorpus corpus = read_beads(beads, known, options);
  WordPairs words = find_candidates(corpus, options);
  train(corpus, options, words);
  LexiconData data;
  for (std::size_t word = 0; word < corpus.zh_words.size(); ++word) {
    const auto pairs =
        std::span(words.pairs).subspan(words.begins[word], words.begins[word + 1] - words.begins[word]);
    std::vector<Equivalent> equivalents = choose(pairs, words.zh_counts[word], corpus, options);
    if (equivalents.empty()) continue;
    data.entries.push_back({unicode::to_utf8(corpus.zh_words[word]), std::move(equivalents), 0});
  }
  std::sort(data.entries.begin(), data.entries.end(),
            [](const LexiconEntry& a, const LexiconEntry& b) { return a.zh < b.zh; });
  return data;
}

}  // namespace duiqi
