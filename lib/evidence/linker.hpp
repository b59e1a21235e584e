// Layer: evidence. One-to-one links inside a pair of sentence ranges.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/span.hpp>

#include "evidence/chance.hpp"
#include "evidence/cover.hpp"
#include "evidence/units.hpp"

namespace duiqi::evidence {

/// A Chinese and an English unit that are linked: indices into the sides' units, and into Units::links.
struct MadeLink {
  std::uint32_t zh_unit = 0;
  std::uint32_t en_unit = 0;
  std::uint32_t link = 0;
  friend auto operator<=>(const MadeLink&, const MadeLink&) = default;
};

/// What the links of a pair add up to, in nats.
struct LinkScore {
  double zh_gain = 0;  ///< of linked units; may be negative where a link proves less than chance
  double en_gain = 0;
  double zh_loss = 0;  ///< of units that stay alone; <= 0
  double en_loss = 0;
};

/// What the units of one class say in a bead, both sides together.
struct ClassLinks {
  double gain = 0;  ///< nats, of those that are linked
  double loss = 0;  ///< nats, of those that could be linked elsewhere; <= 0
};

/// What the units of one sentence say in its bead.
struct SentenceLinks {
  double gain = 0;             ///< nats
  double loss = 0;             ///< nats, <= 0
  std::uint32_t linked = 0;    ///< units
  std::uint32_t unlinked = 0;  ///< units that stay alone and could be linked elsewhere
};

/// What the links of a bead say, in detail.
struct PairLinks {
  std::vector<SentenceLinks> zh;  ///< of each sentence of the bead
  std::vector<SentenceLinks> en;
  std::array<ClassLinks, unit_classes> classes;
  /// Σ over links: gains times (.25 − how far apart the two units stand, each as a share of its side).
  double order = 0;
  /// Units that stay alone, whether or not they could be linked elsewhere.
  std::uint32_t lone_numbers_zh = 0;  ///< numbers and dates
  std::uint32_t lone_numbers_en = 0;
  std::uint32_t lone_names_zh = 0;  ///< names and Latin tokens
  std::uint32_t lone_names_en = 0;
};

/// A sentence of a bead that is left out of it.
struct WithoutSentence {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t zh = none;
  std::uint32_t en = none;
};

/// What a pair adds to a bead that one side of it lies in, in nats.
struct AdditionScore {
  LinkScore links;  ///< its loss on the side in the bead is what is taken back of `residue`: >= 0
  /// In [0, 1]: how much the units that the pair links on that side stand apart from those that the bead
  /// links: 1 where they form two blocks, 0 where they are mixed as if by chance.
  double apart = 0;
  double residue = 0;  ///< what the units of that side that the bead leaves unlinked cost; <= 0
};

/// Competitive linking (Melamed 2000): the link that is surest against chance first, each unit once, and of
/// units that overlap only one. Not thread-safe (it keeps the links of the sentences that were asked for
/// last): one for each thread.
class Linker {
 public:
  /// `units` and `chance` must outlive the linker.
  Linker(const Units& units, const Chance& chance);

  LinkScore score(RangePair pair) { return score(pair, {}); }
  /// As if the bead did not hold one of its sentences.
  LinkScore score(RangePair pair, WithoutSentence without);
  /// The same sums by sentence and by class.
  void score(RangePair pair, PairLinks& out);
  /// As if nothing were linked. O(1).
  LinkScore unlinked(RangePair pair) const { return {0, 0, zh_losses_.of(pair.zh), en_losses_.of(pair.en)}; }
  /// Whether the link is worth enough to be made anywhere.
  bool looks_at(std::uint32_t link) const { return ranks_[link] != too_weak; }
  /// What is taken back of the losses where the unit is linked, in nats: >= 0.
  double zh_forgivable(std::uint32_t unit) const { return zh_losses_.forgivable(unit); }
  double en_forgivable(std::uint32_t unit) const { return en_losses_.forgivable(unit); }
  /// Visits the possible links of a Chinese sentence with the English sentences `en`, in no order.
  template <class Visit>
  void for_each_link(std::uint32_t zh, SentenceRange en, Visit&& visit) const {
    const auto& units = units_.en.units;
    for (std::uint32_t unit = units_.zh.first[zh]; unit < units_.zh.first[zh + 1]; ++unit) {
      const std::uint32_t type = units_.zh.units[unit].type;
      for (std::uint32_t link = first_link_[type]; link < first_link_[type + 1]; ++link) {
        if (!looks_at(link)) continue;
        const std::uint32_t en_type = units_.links[link].en;
        const auto* last = en_by_type_.data() + first_en_[en_type + 1];
        const auto* at = std::lower_bound(
            en_by_type_.data() + first_en_[en_type], last, en.begin,
            [&](std::uint32_t k, std::uint32_t sentence) { return units[k].sentence < sentence; });
        for (; at != last && units[*at].sentence < en.end; ++at) visit(MadeLink{unit, *at, link});
      }
    }
  }
  /// Whether some link of the last pair that was scored covers these bytes of the English text.
  bool covers_en(Span span) const { return en_cover_.reaches(span) && en_cover_.overlaps(span); }
  /// The links of the pair, the surest first. Valid until the next call.
  const std::vector<MadeLink>& link(RangePair pair) { return link(pair, {}); }
  /// What `pair`, one side of which lies in `bead`, adds to the bead. Of that side only units count that the
  /// bead leaves unlinked. Precondition: the other side is outside of the bead.
  AdditionScore score_addition(RangePair bead, RangePair pair);

 private:
  static constexpr std::uint32_t too_weak = 0xFFFFFFFF;

  struct RankedLink {
    std::uint32_t rank;  ///< of the link: the lower, the sooner it is made
    MadeLink made;
    friend bool operator<(const RankedLink& a, const RankedLink& b) {
      return a.rank != b.rank ? a.rank < b.rank : a.made < b.made;
    }
  };
  struct SentenceLink {
    std::uint32_t en_sentence;
    RankedLink ranked;
    friend bool operator<(const SentenceLink& a, const SentenceLink& b) {
      return a.en_sentence != b.en_sentence ? a.en_sentence < b.en_sentence : a.ranked < b.ranked;
    }
  };
  /// The possible links of one Chinese sentence with the English sentences [begin, end), by English sentence.
  struct Row {
    std::uint32_t sentence = 0xFFFFFFFF;
    SentenceRange covered;
    std::vector<SentenceLink> links;
  };

  /// The losses of one side. Of units that overlap only some bear a loss: from left to right the longest that
  /// could be linked.
  struct Losses {
    std::vector<double> bearers;            ///< by text order
    std::vector<SentenceRange> overlapped;  ///< of each unit: the bearers that it overlaps
    std::vector<double> sums;               ///< before each sentence
    std::vector<std::uint32_t> stamps;      ///< of each bearer: the last query that took its loss away
    std::vector<UnitClass> kinds;           ///< of each bearer
    std::vector<std::uint32_t> first;       ///< of each sentence, and one more: its first bearer

    Losses(const UnitSide& side, std::span<const double> loss);
    double of(SentenceRange range) const { return sums[range.end] - sums[range.begin]; }
    double forgivable(std::uint32_t unit) const {
      double sum = 0;
      for (std::uint32_t k = overlapped[unit].begin; k < overlapped[unit].end; ++k) sum -= bearers[k];
      return sum;
    }
    /// What is taken back since `unit` is linked.
    double forgiven(std::uint32_t unit, std::uint32_t query);
  };

  const Row& row(std::uint32_t zh, SentenceRange needed);
  const std::vector<MadeLink>& link(RangePair pair, WithoutSentence without);
  void count_lone(PairLinks& out, RangePair pair) const;
  void add_losses(const Losses& losses, SentenceRange range, std::vector<SentenceLinks>& sentences,
                  std::array<ClassLinks, unit_classes>& classes) const;
  /// The possible links of the pair, the surest first, to candidates_, unless they are there; and empty
  /// covers.
  void gather(RangePair pair);
  /// Covers the spans that the links of a bead take in the given sentences of one side, and returns the loss
  /// that they took back from these.
  double cover(const std::vector<MadeLink>& own, bool zh, SentenceRange sentences);
  double apart(const std::vector<MadeLink>& own, bool zh, SentenceRange sentences) const;
  /// Of candidates_, those that overlap nothing that is covered, to made_.
  void choose(WithoutSentence without);
  template <class Links, class MadeOf>
  void choose(const Links& links, WithoutSentence without, const MadeOf& made_of);
  void reset_covers(RangePair pair);
  /// The possible links of a Chinese sentence with English ones: by these, then the surest first. Valid until
  /// the next row.
  std::span<const SentenceLink> links_of(std::uint32_t zh, SentenceRange en);

  const Units& units_;
  const Chance& chance_;
  std::vector<std::uint32_t> ranks_;       ///< of each link, by priority; of those too weak to look at, none
  std::vector<std::uint32_t> first_link_;  ///< of each Chinese type
  std::vector<std::uint32_t> first_en_;    ///< of each English type, and one more: where its units begin in
  std::vector<std::uint32_t> en_by_type_;  ///< unit ids, ascending within a type, so by sentence
  Losses zh_losses_;
  Losses en_losses_;
  std::vector<Span> zh_stretches_;  ///< of each sentence: from its first unit to the last one's end
  std::vector<Span> en_stretches_;
  std::vector<Row> rows_;
  std::vector<SentenceLink> row_links_;  ///< of a row that is being made
  RangePair gathered_;                   ///< what candidates_ are of
  std::vector<RankedLink> candidates_;
  std::vector<RankedLink> merged_;
  std::vector<std::size_t> runs_;  ///< where runs of candidates_ that are in order begin, and the end
  std::vector<MadeLink> made_;
  Cover zh_cover_;
  Cover en_cover_;
  std::uint32_t query_ = 0;
};

}  // namespace duiqi::evidence
