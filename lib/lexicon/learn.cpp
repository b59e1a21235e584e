#include <algorithm>
#include <utility>

#include <duiqi/learn_lexicon.hpp>

#include "lexicon/learning_corpus.hpp"
#include "lexicon/parallel.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/word_pairs.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace lexicon {
namespace {

constexpr std::size_t block = 256;

/// Expected links over beads, weights being single precision, may exceed 1 by rounding.
double share(double links, double beads) {
  return std::min(1., links / beads);
}

/// The English words that a Chinese word is rendered by, the most probable first.
std::vector<Rendering> choose_words(std::span<const WordPair> pairs, double beads,
                                    const LearningCorpus& corpus, const LearnOptions& options) {
  std::vector<Rendering> out;
  for (const WordPair& pair : pairs) {
    const auto links = static_cast<double>(pair.links);
    if (links < options.least_links || share(links, beads) < options.least_probability) continue;
    if (corpus.en_empty[pair.en] || corpus.en_words[pair.en].empty()) continue;
    out.push_back({{pair.en}, links});
  }
  std::sort(out.begin(), out.end(), [&](const Rendering& a, const Rendering& b) {
    return a.links != b.links ? a.links > b.links : corpus.en_words[a.words[0]] < corpus.en_words[b.words[0]];
  });
  if (out.size() > options.most_equivalents) out.resize(options.most_equivalents);
  return out;
}

std::vector<Equivalent> equivalents_of(std::vector<Rendering> renderings, double beads,
                                       const LearningCorpus& corpus) {
  std::vector<Equivalent> out;
  for (const Rendering& rendering : renderings) {
    out.push_back({phrase_text(rendering, corpus), share(rendering.links, beads)});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Equivalent& a, const Equivalent& b) { return a.probability > b.probability; });
  return out;
}

}  // namespace
}  // namespace lexicon

LexiconData learn_lexicon(std::span<const BeadText> beads, const std::vector<Lexicon>& known,
                          const LearnOptions& options) {
  using namespace lexicon;
  const LearningCorpus corpus = read_beads(beads, known, options);
  const Occurrences occurrences(corpus);
  WordPairs words = find_candidates(corpus, occurrences, options);
  train(corpus, occurrences, options, words);

  std::vector<std::vector<Equivalent>> equivalents(corpus.zh_words.size());
  in_blocks(equivalents.size(), block, options.threads, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t word = begin; word < end; ++word) {
      const double count = words.zh_counts[word];
      std::vector<Rendering> renderings = choose_words(words.of(word), count, corpus, options);
      join_phrases(occurrences.of(word), corpus, renderings);
      equivalents[word] = equivalents_of(std::move(renderings), count, corpus);
    }
  });
  LexiconData data;
  for (std::size_t word = 0; word < equivalents.size(); ++word) {
    if (equivalents[word].empty()) continue;
    data.entries.push_back({unicode::to_utf8(corpus.zh_words[word]), std::move(equivalents[word]), 0});
  }
  std::sort(data.entries.begin(), data.entries.end(),
            [](const LexiconEntry& a, const LexiconEntry& b) { return a.zh < b.zh; });
  return data;
}

}  // namespace duiqi
