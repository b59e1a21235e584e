#include "evidence/evidence.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <limits>
#include <utility>

namespace duiqi::evidence {
namespace {

/// A link type takes part in likely_pairs() where the product of its two frequencies is at most this: it
/// bounds the pairs of a type, eight sentences on either side. (Judged.)
constexpr std::uint64_t rare = 64;
/// Least weight of a likely pair, in nats: 20 to 1. (Judged.)
constexpr double least_likely = 3;

/// Nats by which a bead must be worse than what stands against it to be given up unseen: a probability of at
/// most 1 in 3,000.
constexpr double far_less_likely = 8;
/// Rows of cells that are kept (as for Linker: with 32, 16,000 sentences take 5.8 s instead of 5.3), and how
/// far around an English sentence a row reaches.
constexpr std::size_t kept_rows = 512;
constexpr std::uint32_t cell_margin = 48;
/// Scores of larger beads that are kept: what the rounds of rescoring and the course asked for, the posterior
/// asks for again. (24 documents of ntrex-cn ask for 3.6 for each Chinese sentence; it saves half a million
/// of 243 million instructions.)
constexpr std::size_t kept_scores = 1024;

/// Fibonacci hashing (Knuth 6.4).
std::size_t hash_of(RangePair pair) {
  const std::uint64_t begins = std::uint64_t{pair.zh.begin} << 32 | pair.en.begin;
  return (begins * 64 + pair.zh.size() * 8 + pair.en.size()) * 0x9E3779B97F4A7C15ULL >> 32;
}

/// The sentences that each type stands in, ascending.
class SentencesByType {
 public:
  explicit SentencesByType(const UnitSide& side) : first_(side.frequency.size() + 1, 0) {
    for (std::size_t type = 0; type < side.frequency.size(); ++type)
      first_[type + 1] = first_[type] + side.frequency[type];
    sentences_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const Unit& unit : side.units) {
      std::uint32_t& at = next[unit.type];
      if (at == first_[unit.type] || sentences_[at - 1] != unit.sentence) sentences_[at++] = unit.sentence;
    }
  }

  std::span<const std::uint32_t> operator[](std::uint32_t type) const {
    return {sentences_.data() + first_[type], first_[type + 1] - first_[type]};
  }

 private:
  std::vector<std::uint32_t> first_;  ///< of each type, and one more
  std::vector<std::uint32_t> sentences_;
};

double share(const LinkScore& links) {
  const double gain = std::max(0.0, links.zh_gain + links.en_gain);
  const double loss = links.zh_loss + links.en_loss;
  return gain > 0 ? gain / (gain - loss) : 0;
}

WordKind kind_of(UnitClass kind) {
  if (kind == UnitClass::word) return WordKind::word;
  return kind == UnitClass::punctuation ? WordKind::mark : WordKind::name;
}
/// An anchor that is linked with a word is there for the word.
WordKind kind_of(const Unit& zh, const Unit& en) {
  return kind_of(zh.anchor == no_anchor ? zh.kind : en.kind);
}

bool covered(const UnitSide& side, const std::vector<std::uint32_t>& linked, std::uint32_t unit) {
  return std::any_of(linked.begin(), linked.end(), [&](std::uint32_t other) {
    return side.units[other].span.overlaps(side.units[unit].span);
  });
}

/// Units that are no anchors and stay alone; as for Linker::Losses, of those that overlap the first. What
/// anchors are alone stands elsewhere.
template <class Loss>
std::vector<LoneWord> lone_words(const UnitSide& side, SentenceRange range,
                                 const std::vector<std::uint32_t>& linked, double weight, const Loss& loss) {
  std::vector<LoneWord> out;
  std::size_t end = 0;
  for (std::uint32_t k = side.first[range.begin]; k < side.first[range.end]; ++k) {
    const Unit& unit = side.units[k];
    if (loss(k) >= 0 || unit.span.begin < end || unit.kind == UnitClass::title) continue;
    end = unit.span.end;
    if (unit.anchor != no_anchor || covered(side, linked, k)) continue;
    out.push_back({kind_of(unit.kind), unit.span, weight * loss(k)});
  }
  return out;
}

void add_unlinked(const UnitSide& side, SentenceRange range, const std::vector<std::uint32_t>& linked,
                  std::vector<std::uint32_t>& out) {
  for (std::uint32_t k = side.first[range.begin]; k < side.first[range.end]; ++k) {
    const std::uint32_t anchor = side.units[k].anchor;
    if (anchor == no_anchor) continue;
    if (!covered(side, linked, k)) out.push_back(anchor);
  }
}

}  // namespace

Evidence::Evidence(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons,
                   const EvidenceOptions& options)
    : zh_(zh),
      en_(en),
      options_(options),
      length_(zh.document, en.document, options.length),
      paragraphs_(zh.document, en.document, options.paragraphs),
      english_(en.document),
      units_(collect_units(zh, en, english_, lexicons)),
      chance_(units_, options.chance),
      linker_(units_, chance_),
      link_bound_(units_, chance_, linker_, {options.zh_weight, options.en_weight}),
      cells_(kept_rows),
      known_(kept_scores) {
  for (std::uint32_t zh_size = 0; zh_size < priors_.size(); ++zh_size) {
    for (std::uint32_t en_size = 0; en_size < priors_.size(); ++en_size)
      priors_[zh_size][en_size] = log_prior(zh_size, en_size, options.prior);
  }
}

void Evidence::score(std::span<const RangePair> pairs, std::span<double> scores) {
  assert(pairs.size() == scores.size());
  for (std::size_t k = 0; k < pairs.size(); ++k) scores[k] = score(pairs[k]);
}

void Evidence::bound(SentenceRange zh, std::uint32_t en_size, SentenceRange begins, std::span<float> bounds) {
  assert(begins.size() == bounds.size());
  const auto prior = static_cast<float>(this->prior(zh.size(), en_size));
  if (zh.empty() || en_size == 0) {
    std::fill(bounds.begin(), bounds.end(), prior);
    return;
  }
  for (std::uint32_t k = 0; k < bounds.size(); ++k) {
    const std::uint32_t en = begins.begin + k;
    bounds[k] = prior + static_cast<float>(weigh(linker_.unlinked({zh, {en, en + en_size}})));
  }
  length_.add_to(zh, en_size, begins, bounds);
  paragraphs_.add_to(zh, en_size, begins, bounds);
  link_bound_.add_to(zh, en_size, begins, bounds);
}

double Evidence::prior(std::uint32_t zh, std::uint32_t en) const {
  return zh < priors_.size() && en < priors_.size() ? priors_[zh][en] : log_prior(zh, en, options_.prior);
}

std::vector<double> Evidence::support(std::span<const Bead> beads) {
  std::vector<double> out(beads.size());
  for (std::size_t k = 0; k < beads.size(); ++k) {
    if (!beads[k].null()) out[k] = weigh(linker_.score({beads[k].zh, beads[k].en}));
  }
  return out;
}

double Evidence::score(RangePair pair) {
  const double prior = this->prior(pair.zh.size(), pair.en.size());
  if (pair.zh.empty() || pair.en.empty()) return prior;
  if (pair.zh.size() == 1 && pair.en.size() == 1) return cell(pair.zh.begin, pair.en.begin).score;
  KnownScore& known = known_[hash_of(pair) % kept_scores];
  if (known.pair == pair) return known.score;
  const double base = prior + length_.score(pair) + paragraphs_.score(pair);
  const double unlinked = base + weigh(linker_.unlinked(pair));
  known = {pair, hopeless(pair, unlinked) ? unlinked : base + weigh(linker_.score(pair))};
  return known.score;
}

/// Whether one of the bead's 1-1 pairs, with nulls around it, is likelier by far, whatever the bead's links
/// may say: then they need not be looked at. A link of the bead is one of a cell, and is worth at most what
/// it is worth there.
bool Evidence::hopeless(RangePair pair, double unlinked) {
  double gain = 0;
  double best = -std::numeric_limits<double>::infinity();
  for (std::uint32_t zh = pair.zh.begin; zh < pair.zh.end; ++zh) {
    for (std::uint32_t en = pair.en.begin; en < pair.en.end; ++en) {
      const Cell& here = cell(zh, en);
      gain += here.gain;
      best = std::max(best, here.score);
    }
  }
  const double nulls = (pair.zh.size() + pair.en.size() - 2) * prior(1, 0);
  return unlinked + gain < best + nulls - far_less_likely;
}

const Evidence::Cell& Evidence::cell(std::uint32_t zh, std::uint32_t en) {
  CellRow& row = cells_[zh % cells_.size()];
  if (row.zh != zh || en < row.first_en || en - row.first_en >= row.cells.size()) {
    row.zh = zh;
    row.first_en = en - std::min(en, cell_margin);
    const std::uint32_t end = std::min(en_.document.size(), en + 2 * cell_margin);
    row.cells.assign(end - row.first_en, {});
    row.known.assign(end - row.first_en, false);
  }
  const std::uint32_t place = en - row.first_en;
  if (!row.known[place]) {
    const RangePair pair{{zh, zh + 1}, {en, en + 1}};
    const LinkScore links = linker_.score(pair);
    const double base = prior(1, 1) + length_.score(pair) + paragraphs_.score(pair);
    row.cells[place] = {base + weigh(links), weigh(links) - weigh(linker_.unlinked(pair)), weigh(links)};
    row.known[place] = true;
  }
  return row.cells[place];
}

Explanation Evidence::explain(const Bead& bead) {
  const RangePair pair{bead.zh, bead.en};
  Explanation explanation;
  explanation.bead = bead;
  std::vector<std::uint32_t> linked_zh;
  std::vector<std::uint32_t> linked_en;
  for (const MadeLink& made : linker_.link(pair)) {
    const Unit& zh = units_.zh.units[made.zh_unit];
    const Unit& en = units_.en.units[made.en_unit];
    linked_zh.push_back(made.zh_unit);
    linked_en.push_back(made.en_unit);
    const double weight = options_.zh_weight * chance_.zh_gain(made.link, pair.en.size()) +
                          options_.en_weight * chance_.en_gain(made.link, pair.zh.size());
    if (zh.anchor == no_anchor || en.anchor == no_anchor) {
      explanation.words.push_back({kind_of(zh, en), zh.span, en.span, weight});
    } else {
      explanation.matched.push_back({zh.anchor, en.anchor, weight});
    }
  }
  std::sort(explanation.words.begin(), explanation.words.end(), [](const WordMatch& a, const WordMatch& b) {
    return std::pair(a.zh.begin, a.en.begin) < std::pair(b.zh.begin, b.en.begin);
  });
  add_unlinked(units_.zh, bead.zh, linked_zh, explanation.missed_zh);
  add_unlinked(units_.en, bead.en, linked_en, explanation.missed_en);
  explanation.lone_zh = lone_words(units_.zh, bead.zh, linked_zh, options_.zh_weight,
                                   [&](auto k) { return chance_.zh_loss(k); });
  explanation.lone_en = lone_words(units_.en, bead.en, linked_en, options_.en_weight,
                                   [&](auto k) { return chance_.en_loss(k); });
  return explanation;
}

Tie Evidence::tie(std::uint32_t zh, std::uint32_t en) {
  const RangePair pair{{zh, zh + 1}, {en, en + 1}};
  const LinkScore links = linker_.score(pair);
  return {weigh(links) + length_.score(pair), share(links), 0, 0};
}

Tie Evidence::addition(RangePair bead, RangePair pair) {
  const auto [links, apart, residue] = linker_.score_addition(bead, pair);
  const bool zh_inside = bead.zh.begin <= pair.zh.begin && pair.zh.end <= bead.zh.end;
  const LinkScore leftover = zh_inside ? LinkScore{0, links.en_gain, 0, links.en_loss}
                                       : LinkScore{links.zh_gain, 0, links.zh_loss, 0};
  const double taken_back = zh_inside ? links.zh_loss : links.en_loss;
  return {weigh(links) + length_.score_addition(bead, pair), share(leftover),
          residue < 0 ? taken_back / -residue : 0, apart};
}

std::vector<LikelyPair> Evidence::likely_pairs() const {
  const SentencesByType zh_lists(units_.zh);
  const SentencesByType en_lists(units_.en);
  // What each link gives, by Chinese sentence: first how many there are, then which. Sums are made in the
  // order of the links.
  struct RareLink {
    std::uint32_t zh = 0;  ///< types
    std::uint32_t en = 0;
    double weight = 0;
  };
  std::vector<RareLink> links;
  std::vector<std::size_t> first(units_.zh.sentences() + 1, 0);
  for (std::size_t k = 0; k < units_.links.size(); ++k) {
    const auto [zh, en, strength] = units_.links[k];
    if (std::uint64_t{units_.zh.frequency[zh]} * units_.en.frequency[en] > rare) continue;
    links.push_back(
        {zh, en, options_.zh_weight * chance_.zh_gain(k, 1) + options_.en_weight * chance_.en_gain(k, 1)});
    for (const std::uint32_t id : zh_lists[zh]) ++first[id + 1];
  }
  for (std::size_t zh = 1; zh < first.size(); ++zh) first[zh] += first[zh - 1];
  struct LinkAt {
    std::uint32_t en;  ///< type
    double weight;
  };
  std::vector<LinkAt> by_sentence(first.back());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  for (const RareLink& link : links) {
    for (const std::uint32_t id : zh_lists[link.zh]) by_sentence[next[id]++] = {link.en, link.weight};
  }
  std::vector<LikelyPair> pairs;
  std::vector<double> weights(units_.en.sentences(), 0);
  std::vector<std::uint32_t> met;
  for (std::uint32_t zh = 0; zh < units_.zh.sentences(); ++zh) {
    met.clear();
    for (std::size_t at = first[zh]; at < first[zh + 1]; ++at) {
      const auto [type, weight] = by_sentence[at];
      for (const std::uint32_t en : en_lists[type]) {
        if (weights[en] == 0) met.push_back(en);
        weights[en] += weight;
      }
    }
    std::sort(met.begin(), met.end(), std::greater<>());
    for (const std::uint32_t en : met) {
      // A sum that was 0 in between was met twice.
      if (weights[en] >= least_likely) pairs.push_back({zh, en, weights[en]});
      weights[en] = 0;
    }
  }
  return pairs;
}

}  // namespace duiqi::evidence
