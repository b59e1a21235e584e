#include "lexicon/word_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "lexicon/parallel.hpp"

namespace duiqi::lexicon {
namespace {

/// Words, or beads, that a thread takes at once: enough that taking them costs nothing, few enough that no
/// thread is left alone with the last ones.
constexpr std::size_t block = 256;

/// a · ln(a / b), the terms of a log-likelihood ratio.
double term(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

/// Dunning's G² of the table of two words that occur in x and y of n beads, and in `both` together; 0 where
/// they avoid each other.
double log_likelihood_ratio(double both, double x, double y, double n) {
  if (both * n <= x * y) return 0;
  return 2 * (term(both, x * y / n) + term(x - both, x * (n - y) / n) + term(y - both, (n - x) * y / n) +
              term(n - x - y + both, (n - x) * (n - y) / n));
}

std::vector<double> count_beads(const IdLists& lists, const std::vector<float>& weights, std::size_t words) {
  std::vector<double> counts(words);
  for (std::size_t bead = 0; bead < lists.size(); ++bead) {
    for (const std::uint32_t word : lists.of(bead)) counts[word] += static_cast<double>(weights[bead]);
  }
  return counts;
}

/// A thread's memory: a number for each English word.
template <typename T>
struct Scratch {
  std::vector<T> values;
  std::vector<std::uint32_t> touched;
};

template <typename T>
std::vector<Scratch<T>> make_scratch(std::size_t words, std::uint32_t threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<Scratch<T>> out(threads);
  for (Scratch<T>& scratch : out) scratch.values.resize(words);
  return out;
}

/// The candidates of one Chinese word.
void find_partners(std::span<const Occurrence> occurrences, const LearningCorpus& corpus,
                   const LearnOptions& options, double x, const std::vector<double>& en_counts, double beads,
                   Scratch<double>& together, std::vector<WordPair>& out) {
  for (const Occurrence& occurrence : occurrences) {
    for (const std::uint32_t en : corpus.en.of(occurrence.bead)) {
      if (together.values[en] == 0) together.touched.push_back(en);
      together.values[en] += static_cast<double>(corpus.weights[occurrence.bead]);
    }
  }
  for (const std::uint32_t en : together.touched) {
    const double both = together.values[en];
    together.values[en] = 0;
    if (both < options.least_together) continue;
    const double ratio = log_likelihood_ratio(both, x, en_counts[en], beads);
    if (ratio >= options.least_likelihood_ratio) out.push_back({en, static_cast<float>(ratio), 0, 0});
  }
  together.touched.clear();
  const auto stronger = [](const WordPair& a, const WordPair& b) {
    return a.links != b.links ? a.links > b.links : a.en < b.en;
  };
  if (out.size() > options.most_candidates) {
    std::nth_element(out.begin(), out.begin() + options.most_candidates, out.end(), stronger);
    out.resize(options.most_candidates);
  }
  std::sort(out.begin(), out.end(), [](const WordPair& a, const WordPair& b) { return a.en < b.en; });
}

}  // namespace

Occurrences::Occurrences(const LearningCorpus& corpus) : begins_(corpus.zh_words.size() + 1) {
  for (const std::uint32_t word : corpus.zh.ids) ++begins_[word + 1];
  for (std::size_t word = 1; word < begins_.size(); ++word) begins_[word] += begins_[word - 1];
  all_.resize(corpus.zh.ids.size());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t bead = 0; bead < corpus.zh.size(); ++bead) {
    const auto words = corpus.zh.of(bead);
    for (std::uint32_t place = 0; place < words.size(); ++place) all_[next[words[place]]++] = {bead, place};
  }
}

WordPairs find_candidates(const LearningCorpus& corpus, const Occurrences& occurrences,
                          const LearnOptions& options) {
  const std::size_t size = corpus.zh_words.size();
  WordPairs words;
  words.zh_counts = count_beads(corpus.zh, corpus.weights, size);
  words.en_counts = count_beads(corpus.en, corpus.weights, corpus.en_words.size());
  double beads = 0;
  for (const float weight : corpus.weights) beads += static_cast<double>(weight);

  auto scratch = make_scratch<double>(corpus.en_words.size(), options.threads);
  std::vector<std::vector<WordPair>> partners(size);
  in_blocks(size, block, options.threads, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    for (std::size_t word = begin; word < end; ++word) {
      if (words.zh_counts[word] < options.least_together) continue;
      find_partners(occurrences.of(word), corpus, options, words.zh_counts[word], words.en_counts, beads,
                    scratch[worker], partners[word]);
    }
  });
  words.begins.push_back(0);
  for (std::vector<WordPair>& of_word : partners) {
    words.pairs.insert(words.pairs.end(), of_word.begin(), of_word.end());
    words.begins.push_back(words.pairs.size());
    of_word = {};
  }
  return words;
}

namespace {

/// Expectation and maximisation of both directions.
class Model {
 public:
  Model(const LearningCorpus& corpus, const Occurrences& occurrences, const LearnOptions& options,
        WordPairs& words)
      : corpus_(corpus),
        options_(options),
        words_(words),
        occurrences_(occurrences),
        zh_sums_(corpus.zh.ids.size()),
        en_sums_(corpus.en.ids.size()),
        scratch_(make_scratch<std::uint32_t>(corpus.en_words.size(), options.threads)) {
    zh_tokens_ = sum(words.zh_counts);
    en_tokens_ = sum(words.en_counts);
  }

  /// Probabilities from the links.
  void maximise() {
    std::vector<double> of_en(corpus_.en_words.size());
    for (const WordPair& pair : words_.pairs) of_en[pair.en] += static_cast<double>(pair.links);
    for (std::size_t word = 0; word + 1 < words_.begins.size(); ++word) {
      double of_zh = 0;
      for (const WordPair& pair : words_.of(word)) of_zh += static_cast<double>(pair.links);
      for (WordPair& pair : words_.of(word)) {
        const auto links = static_cast<double>(pair.links);
        pair.forward = of_zh > 0 ? static_cast<float>(links / of_zh) : 0;
        pair.reverse = of_en[pair.en] > 0 ? static_cast<float>(links / of_en[pair.en]) : 0;
      }
    }
  }

  /// Links from the probabilities: the product of what both directions say.
  void expect() {
    in_blocks(corpus_.zh.size(), block, options_.threads,
              [&](std::size_t begin, std::size_t end, std::size_t w) {
                for (std::size_t bead = begin; bead < end; ++bead) add_up(bead, scratch_[w].values);
              });
    in_blocks(corpus_.zh_words.size(), block, options_.threads,
              [&](std::size_t begin, std::size_t end, std::size_t w) {
                for (std::size_t word = begin; word < end; ++word) link(word, scratch_[w].values);
              });
  }

 private:
  static double sum(const std::vector<double>& values) {
    double out = 0;
    for (const double value : values) out += value;
    return out;
  }

  /// What all words of a bead, and chance, give each of its words.
  void add_up(std::size_t bead, std::vector<std::uint32_t>& places) {
    const auto en = corpus_.en.of(bead);
    float* const en_sums = en_sums_.data() + corpus_.en.begin(bead);
    for (std::uint32_t j = 0; j < en.size(); ++j) {
      places[en[j]] = j + 1;
      en_sums[j] = static_cast<float>(options_.chance * words_.en_counts[en[j]] / en_tokens_);
    }
    for (std::size_t i = corpus_.zh.begin(bead); i < corpus_.zh.end(bead); ++i) {
      const std::uint32_t word = corpus_.zh.ids[i];
      auto sum = static_cast<float>(options_.chance * words_.zh_counts[word] / zh_tokens_);
      for (const WordPair& pair : words_.of(word)) {
        if (places[pair.en] == 0) continue;
        en_sums[places[pair.en] - 1] += pair.forward;
        sum += pair.reverse;
      }
      zh_sums_[i] = sum;
    }
    for (const std::uint32_t word : en) places[word] = 0;
  }

  void link(std::size_t word, std::vector<std::uint32_t>& numbers) {
    const std::span<WordPair> pairs = words_.of(word);
    if (pairs.empty()) return;
    std::vector<double> links(pairs.size());
    for (std::uint32_t k = 0; k < pairs.size(); ++k) numbers[pairs[k].en] = k + 1;
    for (const Occurrence& at : occurrences_.of(word)) {
      const double weight = static_cast<double>(corpus_.weights[at.bead]) /
                            static_cast<double>(zh_sums_[corpus_.zh.begin(at.bead) + at.place]);
      for (std::size_t j = corpus_.en.begin(at.bead); j < corpus_.en.end(at.bead); ++j) {
        const std::uint32_t k = numbers[corpus_.en.ids[j]];
        if (k == 0) continue;
        const WordPair& pair = pairs[k - 1];
        links[k - 1] += weight * static_cast<double>(pair.reverse) * static_cast<double>(pair.forward) /
                        static_cast<double>(en_sums_[j]);
      }
    }
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      pairs[k].links = static_cast<float>(links[k]);
      numbers[pairs[k].en] = 0;
    }
  }

  const LearningCorpus& corpus_;
  const LearnOptions& options_;
  WordPairs& words_;
  const Occurrences& occurrences_;
  std::vector<float> zh_sums_;  ///< of each word of each bead
  std::vector<float> en_sums_;
  std::vector<Scratch<std::uint32_t>> scratch_;
  double zh_tokens_ = 0;
  double en_tokens_ = 0;
};

}  // namespace

void train(const LearningCorpus& corpus, const Occurrences& occurrences, const LearnOptions& options,
           WordPairs& words) {
  Model model(corpus, occurrences, options, words);
  for (std::uint32_t i = 0; i < options.iterations; ++i) {
    model.maximise();
    model.expect();
  }
}

}  // namespace duiqi::lexicon
