#include "lexicon/phrases.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace duiqi::lexicon {
namespace {

/// The share of the beads with either word in which the two must follow each other. Set by judgement from a
/// look at what it joins, not measured: it decides how pairs read, not what they weigh.
constexpr double together_share = 0.7;

/// One word behind another: directly, or with an empty word between.
struct Neighbours {
  double all = 0;
  std::map<std::uint32_t, double> between;  ///< by the empty word
};

struct Neighbourhood {
  std::vector<double> alone;  ///< of each rendering: beads that have it
  std::map<std::pair<std::size_t, std::size_t>, Neighbours> pairs;
};

constexpr std::size_t other = SIZE_MAX;

std::size_t index_of(const std::vector<Rendering>& renderings, std::uint32_t word) {
  const auto found = std::find_if(renderings.begin(), renderings.end(),
                                  [&](const Rendering& r) { return r.words.front() == word; });
  return found == renderings.end() ? other : static_cast<std::size_t>(found - renderings.begin());
}

/// Counts a bead's first meeting of each two renderings, and each rendering once.
void count_bead(std::span<const std::uint32_t> text, double weight, const LearningCorpus& corpus,
                const std::vector<Rendering>& renderings, Neighbourhood& out) {
  std::vector<bool> seen(renderings.size());
  std::vector<std::pair<std::size_t, std::size_t>> met;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t here = index_of(renderings, text[at]);
    if (here == other) continue;
    if (!seen[here]) out.alone[here] += weight;
    seen[here] = true;
    const bool gap = at + 2 < text.size() && corpus.en_empty[text[at + 1]];
    const std::size_t behind = at + (gap ? 2 : 1);
    if (behind >= text.size()) continue;
    const std::size_t there = index_of(renderings, text[behind]);
    const std::pair pair{here, there};
    if (there == other || there == here || std::find(met.begin(), met.end(), pair) != met.end()) continue;
    met.push_back(pair);
    Neighbours& neighbours = out.pairs[pair];
    neighbours.all += weight;
    if (gap) neighbours.between[text[at + 1]] += weight;
  }
}

/// The empty word that stands between two words more often than not.
const std::uint32_t* usual_between(const Neighbours& neighbours) {
  for (const auto& [word, weight] : neighbours.between) {
    if (2 * weight > neighbours.all) return &word;
  }
  return nullptr;
}

}  // namespace

void join_phrases(std::span<const Occurrence> occurrences, const LearningCorpus& corpus,
                  std::vector<Rendering>& renderings) {
  if (renderings.size() < 2) return;
  Neighbourhood counts{std::vector<double>(renderings.size()), {}};
  for (const Occurrence& at : occurrences) {
    count_bead(corpus.en_text.of(at.bead), static_cast<double>(corpus.weights[at.bead]), corpus, renderings,
               counts);
  }
  std::vector<std::size_t> behind(renderings.size(), other);
  std::vector<bool> has_front(renderings.size());
  for (const auto& [pair, neighbours] : counts.pairs) {
    const auto [front, back] = pair;
    if (neighbours.all < together_share * std::max(counts.alone[front], counts.alone[back])) continue;
    if (behind[front] != other || has_front[back]) continue;
    behind[front] = back;
    has_front[back] = true;
  }
  std::vector<Rendering> joined;
  for (std::size_t first = 0; first < renderings.size(); ++first) {
    if (has_front[first]) continue;
    Rendering phrase = renderings[first];
    for (std::size_t at = first; behind[at] != other; at = behind[at]) {
      const Rendering& next = renderings[behind[at]];
      if (const auto* between = usual_between(counts.pairs[{at, behind[at]}]))
        phrase.words.push_back(*between);
      phrase.words.push_back(next.words.front());
      phrase.links += next.links;
    }
    joined.push_back(std::move(phrase));
  }
  // A ring ("year by year") has no first word; its words stay single.
  std::vector<bool> taken(renderings.size());
  for (const Rendering& phrase : joined) {
    for (const std::uint32_t word : phrase.words) {
      if (const std::size_t k = index_of(renderings, word); k != other) taken[k] = true;
    }
  }
  for (std::size_t k = 0; k < renderings.size(); ++k) {
    if (!taken[k]) joined.push_back(renderings[k]);
  }
  renderings = std::move(joined);
}

std::string phrase_text(const Rendering& rendering, const LearningCorpus& corpus) {
  std::string out;
  for (const std::uint32_t word : rendering.words) {
    if (!out.empty()) out += ' ';
    out += corpus.en_words[word];
  }
  return out;
}

}  // namespace duiqi::lexicon
