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
/// overlapping ones, and its links with a run of sentences of the other side are worth at most the sum over
/// slots of the best link of each. That is known for runs of one and of two sentences; longer runs are taken
/// apart into these, so that the bound of a bead of any size is a sum of a few numbers for each sentence, and
/// the bounds of all beads of one size in a row are made together. Of both sides' sums the lesser counts.
/// Titles, which bind nothing, may have all their links. Not thread-safe: it keeps what it found for the last
/// sentences.
class LinkBound {
 public:
  /// All three must outlive the bound.
  LinkBound(const Units& units, const Chance& chance, const Linker& linker, SideWeights weights);

  /// For the Chinese range `zh` against the English ranges of `en_size` sentences that begin at each of
  /// `begins`: adds to each of `bounds` at least the weighted gain of the pair's links over none, in nats,
  /// but for rounding to float. Precondition: neither side is empty, all lie in the document, and `bounds`
  /// has the size of `begins`. Cost: for each bound about a sum of zh · en_size numbers, once the links of
  /// the sentences were seen.
  void add_to(SentenceRange zh, std::uint32_t en_size, SentenceRange begins, std::span<float> bounds);

 private:
  /// A link is worth less in a larger bead. Values for the sizes (Chinese, English) at least 1-1, 1-2, 1-3,
  /// 2-1, 3-1, 2-2, 3-3, 4-4.
  static constexpr std::size_t sizes = SizeValues().size();
  using Values = SizeValues;
  static std::size_t size_of(std::uint32_t zh, std::uint32_t en);

  struct Slots {
    std::vector<std::uint32_t>
        of_unit;  ///< numbered over the whole side; none for titles and what can't be linked
    std::vector<std::uint32_t> first;  ///< of each sentence, and one more
  };

  /// What the sums of a row are of.
  enum Sum : std::size_t {
    zh_one,  ///< the Chinese sentence, with each English one
    zh_two,  ///< and with that and the next
    en_one,  ///< each English sentence, with the Chinese one
    en_two   ///< and with that and the next
  };
  static constexpr std::size_t kinds_of_sum = 4;

  /// What one Chinese sentence can link with the English sentences of `covered`.
  struct Row {
    std::uint32_t zh = 0xFFFFFFFF;
    SentenceRange covered;
    bool bounded = true;
    std::vector<Values> en_best;    ///< by English slot
    std::vector<Values> en_titles;  ///< of each English sentence: what all links of its titles are worth
    std::vector<float> values;      ///< by Sum, then by size, then by English sentence: one allocation
    SentenceRange en_two_known;     ///< where it is known

    /// Of each English sentence of `covered`.
    float* of(Sum sum, std::size_t size) { return values.data() + (sum * sizes + size) * covered.size(); }
    void set(Sum sum, std::size_t at, const Values& of_sizes) {
      float* to = of(sum, 0) + at;
      for (std::size_t size = 0; size < sizes; ++size, to += covered.size()) *to = of_sizes[size];
    }
  };

  static Slots slots(const UnitSide& side, const std::vector<char>& linkable);
  /// The row of a Chinese sentence, with at least the English ones `en`.
  Row& row(std::uint32_t zh, SentenceRange en);
  void fill(Row& row);
  /// Sums of each English sentence that both rows cover; `next` is the row of the next Chinese sentence.
  void fill_en_two(Row& row, const Row& next);

  const Units& units_;
  const Linker& linker_;
  std::vector<Values> values_;  ///< of each link
  std::vector<float> zh_loss_;  ///< what linking a unit takes back, weighted; of each unit
  std::vector<float> en_loss_;
  Slots zh_slots_;
  Slots en_slots_;
  std::vector<Row> rows_;
  std::vector<Values> zh_best_;  ///< of a row that is being filled: by English sentence, then by Chinese slot
  std::vector<Values> zh_titles_;  ///< the same: what all links of Chinese titles are worth
  std::vector<float> zh_sums_;
  std::vector<float> en_sums_;
};

}  // namespace duiqi::evidence
