// Layer: evidence. What the links of a bead can be worth at most, for a small part of what linking costs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/span.hpp>

#include "evidence/chance.hpp"
#include "evidence/linker.hpp"
#include "evidence/slot_sums.hpp"
#include "evidence/units.hpp"

namespace duiqi::evidence {

/// Weights of what the two sides' units say.
struct SideWeights {
  double zh = 1;
  double en = 1;
};

/// Of units that all overlap only one can be linked. So a sentence's units fall into slots, cliques of
/// overlapping ones, and a bead's links are worth at most the sum over one side's slots of the best link of
/// each; of both sides' sums the lesser counts. Titles, which bind nothing, may have all their links. Not
/// thread-safe: it keeps what it found for the last sentences.
class LinkBound {
 public:
  /// All three must outlive the bound.
  LinkBound(const Units& units, const Chance& chance, const Linker& linker, SideWeights weights);

  /// At least the weighted gain of the pair's links over none, in nats, but for rounding to float.
  /// Precondition: neither side is empty. O(sentences), once the links of the sentences were seen.
  double of(RangePair pair);
  /// The same for pairs that all begin at one node; adds to `bounds`, but for pairs with an empty side.
  void add_to(std::span<const RangePair> pairs, std::span<double> bounds);

 private:
  /// A link is worth less in a larger bead. Values for the sizes (Chinese, English) at least 1-1, 1-2, 1-3,
  /// 2-1, 3-1, 2-2, 3-3, 4-4.
  static constexpr std::size_t sizes = SizeValues().size();
  using Values = SizeValues;
  /// Runs of sentences that sums are kept of.
  static constexpr std::uint32_t longest = 6;
  using Sums = std::array<Values, longest>;

  static std::size_t size_of(RangePair pair);

  struct Slots {
    std::vector<std::uint32_t>
        of_unit;  ///< numbered over the whole side; none for titles and what can't be linked
    std::vector<std::uint32_t> first;  ///< of each sentence, and one more
  };

  /// What one Chinese sentence can link with the English sentences of `covered`.
  struct Row {
    std::uint32_t zh = 0xFFFFFFFF;
    SentenceRange covered;
    std::vector<Values> zh_best;    ///< by English sentence, then by slot of the Chinese one
    std::vector<Values> en_best;    ///< by English slot
    std::vector<Values> zh_titles;  ///< of each English sentence: what all links of Chinese titles are worth
    std::vector<Values> en_titles;
    std::vector<Sums> zh_sums;  ///< of each English sentence: with it and some that follow
    std::vector<Sums> en_sums;  ///< of each English sentence: by this Chinese one and some that follow
    std::vector<char> zh_known;
    std::vector<char> en_known;
  };

  /// Sums over slots of the best value of the first, of the first two, and so on of `n` runs of slots.
  struct BestOf {
    Sums& sums;
    std::uint32_t count;
    std::array<const Values*, longest> best;  ///< of each run: its slots
    void add(std::uint32_t slots);
  };

  static Slots slots(const UnitSide& side, const std::vector<char>& linkable);
  bool too_many(RangePair pair) const;
  /// The row of a Chinese sentence, with `reach` English ones from `en` on.
  Row& row(std::uint32_t zh, std::uint32_t en, std::uint32_t reach = longest);
  void fill(Row& row);
  const Sums& zh_sums(std::uint32_t zh, std::uint32_t en);
  const Sums& en_sums(std::uint32_t zh, std::uint32_t en);

  const Units& units_;
  const Linker& linker_;
  std::vector<Values> values_;  ///< of each link
  std::vector<float> zh_loss_;  ///< what linking a unit takes back, weighted; of each unit
  std::vector<float> en_loss_;
  Slots zh_slots_;
  Slots en_slots_;
  std::vector<Row> rows_;
};

}  // namespace duiqi::evidence
