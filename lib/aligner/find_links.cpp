#include "aligner/find_links.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace duiqi {
namespace {

constexpr double none = -std::numeric_limits<double>::infinity();

/// Rounds of choosing; what is chosen in one clears the way for others. (On made texts the third finds
/// nothing.)
constexpr int max_rounds = 4;

/// A bead, or one sentence of a null: a leftover.
struct Item {
  SentenceRange zh;
  SentenceRange en;

  bool leftover() const { return zh.empty() || en.empty(); }
};

std::vector<Item> cut_into_items(std::span<const Bead> beads) {
  std::vector<Item> items;
  for (const Bead& bead : beads) {
    if (!bead.null()) {
      items.push_back({bead.zh, bead.en});
      continue;
    }
    for (std::uint32_t i = bead.zh.begin; i < bead.zh.end; ++i) items.push_back({{i, i + 1}, bead.en});
    for (std::uint32_t j = bead.en.begin; j < bead.en.end; ++j) items.push_back({bead.zh, {j, j + 1}});
  }
  return items;
}

/// The two best ties of an item, and with whom the best is.
struct TopTwo {
  double best = none;
  double second = none;
  std::size_t with = 0;

  void add(double score, std::size_t other) {
    if (score > best) {
      second = best;
      best = score;
      with = other;
    } else {
      second = std::max(second, score);
    }
  }
  double without(std::size_t other) const { return other == with ? second : best; }
};

/// ln of the odds that a candidate is right: a sum over what is known of it.
struct Weights {
  double constant = 0;
  double score = 0;   ///< of the root of its nats
  double margin = 0;  ///< of the root of its nats, at most 50
  double share = 0;
  double filled = 0;
  double apart = 0;
};
// Logistic regression on the candidates of texts in which sentences and clauses were moved, and of texts as
// they are and texts with runs of sentences left out, which count four times (without a lexicon ten times),
// since real texts move less: the dev sets and tests/quality/data/news; with a lexicon: the built-in one, and
// it with CC-CEDICT. `link_report cedict.dqlex` fits them, on what the log-linear model leaves over. What is
// 0 gave nothing.
constexpr Weights moved_weights{-29.359, 0.562, 0.069, 32.809, 0, 0};
constexpr Weights clause_weights{-13.967, 1.300, 0.478, 6.504, 1.152, 3.340};
constexpr Weights bare_moved_weights{-2.017, 0.697, 0.729, 0, 0, 0};
constexpr Weights bare_clause_weights{-6.778, 1.045, 0.665, 0, 1.740, 0};

double probability(const LinkCandidate& candidate, bool lexicon) {
  const bool moved = candidate.kind == LinkKind::moved;
  const Weights& weights = moved ? (lexicon ? moved_weights : bare_moved_weights)
                                 : (lexicon ? clause_weights : bare_clause_weights);
  const double log_odds = weights.constant + weights.score * std::sqrt(std::max(0.0, candidate.tie.score)) +
                          weights.margin * std::sqrt(std::clamp(candidate.margin, 0.0, 50.0)) +
                          weights.share * candidate.tie.share + weights.filled * candidate.tie.filled +
                          weights.apart * candidate.tie.apart;
  return 1 / (1 + std::exp(-log_odds));
}

class Finder {
 public:
  Finder(std::span<const Bead> beads, const TieScores& scores, const LinkOptions& options)
      : scores_(scores), options_(options), items_(cut_into_items(beads)), taken_(items_.size()) {
    for (std::size_t k = 0; k < items_.size(); ++k) {
      if (!items_[k].leftover()) continue;
      walk(k, false);
      walk(k, true);
    }
  }

  /// Of one leftover alone.
  Finder(std::vector<Item> items, std::size_t leftover, const TieScores& scores, const LinkOptions& options)
      : scores_(scores), options_(options), items_(std::move(items)), taken_(items_.size()), alone_(true) {
    walk(leftover, false);
    walk(leftover, true);
  }

  /// Of the ties whose items are free, those ahead of their rivals.
  std::vector<LinkCandidate> candidates() {
    std::vector<LinkCandidate> out;
    for (const std::size_t k : leading()) out.push_back(ties_[k].candidate);
    return out;
  }

  std::vector<Link> choose() {
    std::vector<Link> links;
    for (int round = 0; round < max_rounds; ++round) {
      std::vector<std::size_t> order = leading();
      std::erase_if(order, [&](std::size_t k) { return !sure_enough(ties_[k].candidate); });
      if (order.empty()) break;
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return ties_[a].candidate.probability > ties_[b].candidate.probability;
      });
      for (const std::size_t k : order) {
        if (taken_[ties_[k].leftover] || taken_[ties_[k].other]) continue;
        taken_[ties_[k].leftover] = taken_[ties_[k].other] = true;
        const LinkCandidate& made = ties_[k].candidate;
        links.push_back({made.zh, made.en, made.tie.score, made.probability});
      }
    }
    std::sort(links.begin(), links.end(),
              [](const Link& a, const Link& b) { return a.zh != b.zh ? a.zh < b.zh : a.en < b.en; });
    return links;
  }

 private:
  struct Known {
    LinkCandidate candidate;
    std::size_t leftover;  ///< item
    std::size_t other;     ///< item
    bool possible;         ///< as a link; else only a rival of such
  };

  /// Looks from leftover k towards the begin or the end of the ladder.
  void walk(std::size_t k, bool forwards) {
    std::uint32_t zh_between = 0;
    std::uint32_t en_between = 0;
    bool bead_between = false;
    for (std::size_t at = k; forwards ? ++at < items_.size() : at-- > 0;) {
      meet(k, at, bead_between);
      zh_between += items_[at].zh.size();
      en_between += items_[at].en.size();
      bead_between |= !items_[at].leftover();
      if (std::max(zh_between, en_between) > options_.max_distance) return;
    }
  }

  void meet(std::size_t k, std::size_t at, bool possible) {
    const Item& leftover = items_[k];
    const Item& other = items_[at];
    if (!other.leftover()) {
      ties_.push_back({clause(leftover, other), k, at, possible});
    } else if (!leftover.zh.empty() && !other.en.empty()) {
      ties_.push_back({moved(leftover, other), k, at, possible});
    } else if (alone_ && !leftover.en.empty() && !other.zh.empty()) {  // else the other one finds this pair
      ties_.push_back({moved(other, leftover), at, k, possible});
    }
  }

  LinkCandidate moved(const Item& zh, const Item& en) const {
    return {LinkKind::moved, zh.zh.begin, en.en.begin, scores_.tie(zh.zh.begin, en.en.begin)};
  }

  /// With the sentence of the bead that has most in common with the leftover.
  LinkCandidate clause(const Item& leftover, const Item& bead) const {
    const SentenceRange zh = leftover.zh.empty() ? bead.zh : leftover.zh;
    const SentenceRange en = leftover.en.empty() ? bead.en : leftover.en;
    LinkCandidate best{LinkKind::clause, zh.begin, en.begin, {none, 0, 0, 0}};
    for (std::uint32_t i = zh.begin; i < zh.end; ++i) {
      for (std::uint32_t j = en.begin; j < en.end; ++j) {
        const evidence::Tie tie = scores_.addition({bead.zh, bead.en}, {{i, i + 1}, {j, j + 1}});
        if (tie.score > best.tie.score) best = {LinkKind::clause, i, j, tie};
      }
    }
    return best;
  }

  bool free(const Known& known) const { return !taken_[known.leftover] && !taken_[known.other]; }

  /// Measures the ties whose items are free against each other: those ahead of all their rivals.
  std::vector<std::size_t> leading() {
    std::vector<TopTwo> best(items_.size());
    for (const Known& known : ties_) {
      if (!free(known)) continue;
      best[known.leftover].add(known.candidate.tie.score, known.other);
      best[known.other].add(known.candidate.tie.score, known.leftover);
    }
    std::vector<std::size_t> out;
    for (std::size_t k = 0; k < ties_.size(); ++k) {
      const Known& known = ties_[k];
      if (!known.possible || !free(known)) continue;
      LinkCandidate& candidate = ties_[k].candidate;
      // No tie at all is a rival of 0 nats.
      const double rival = std::max(
          {0.0, best[known.leftover].without(known.other), best[known.other].without(known.leftover)});
      candidate.margin = candidate.tie.score - rival;
      if (candidate.margin <= 0) continue;
      candidate.probability = probability(candidate, scores_.lexicon);
      out.push_back(k);
    }
    return out;
  }

  bool sure_enough(const LinkCandidate& candidate) const {
    return candidate.probability >= options_.least_probability;
  }

  const TieScores& scores_;
  const LinkOptions& options_;
  std::vector<Item> items_;
  std::vector<bool> taken_;
  bool alone_ = false;  ///< whether one leftover is looked at
  std::vector<Known> ties_;
};

}  // namespace

TieScores tie_scores(evidence::Evidence& evidence, bool lexicon) {
  return {[&](std::uint32_t zh, std::uint32_t en) { return evidence.tie(zh, en); },
          [&](RangePair bead, RangePair pair) { return evidence.addition(bead, pair); }, lexicon};
}

std::vector<LinkCandidate> link_candidates(std::span<const Bead> beads, const TieScores& scores,
                                           const LinkOptions& options) {
  return Finder(beads, scores, options).candidates();
}

double link_probability(std::span<const Bead> beads, std::size_t home, RangePair leftover,
                        const TieScores& scores, const LinkOptions& options) {
  // Each bead takes up a sentence of distance at least, so what is farther can't be reached.
  const std::size_t reach = std::size_t{options.max_distance} + 1;
  const std::size_t begin = home - std::min(home, reach);
  const std::size_t end = std::min(beads.size(), home + reach + 1);
  std::vector<Item> items = cut_into_items(beads.subspan(begin, home - begin));
  const std::size_t first = items.size();
  const std::vector<Item> alone =
      cut_into_items(std::array{Bead{beads[home].zh, {}}, Bead{{}, beads[home].en}});
  items.insert(items.end(), alone.begin(), alone.end());
  std::size_t at = first;
  while (items[at].zh != leftover.zh || items[at].en != leftover.en) ++at;
  const std::vector<Item> behind = cut_into_items(beads.subspan(home + 1, end - home - 1));
  items.insert(items.end(), behind.begin(), behind.end());
  double best = 0;
  for (const LinkCandidate& candidate : Finder(std::move(items), at, scores, options).candidates())
    best = std::max(best, candidate.probability);
  return best;
}

std::vector<Link> find_links(std::span<const Bead> beads, const TieScores& scores,
                             const LinkOptions& options) {
  return Finder(beads, scores, options).choose();
}

}  // namespace duiqi
