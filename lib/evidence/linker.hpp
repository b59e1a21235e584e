// Layer: evidence. One-to-one links inside a pair of sentence ranges.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/span.hpp>

#include "evidence/chance.hpp"
#include "evidence/units.hpp"

namespace duiqi::evidence {

/// A Chinese and an English unit that are linked: indices into the sides' units, and into Units::links.
struct MadeLink {
  std::uint32_t zh_unit = 0;
  std::uint32_t en_unit = 0;
  std::uint32_t link = 0;
};

/// What the links of a pair add up to, in nats.
struct LinkScore {
  double zh_gain = 0;  ///< of linked units; may be negative where a link proves less than chance
  double en_gain = 0;
  double zh_loss = 0;  ///< of units that stay alone; <= 0
  double en_loss = 0;
};

/// Competitive linking (Melamed 2000): the link that is surest against chance first, each unit once, and of
/// units that overlap only one. Not thread-safe (it keeps the links of the sentences that were asked for
/// last): one for each thread.
class Linker {
 public:
  /// `units` and `chance` must outlive the linker.
  Linker(const Units& units, const Chance& chance);

  LinkScore score(RangePair pair);
  /// The links of the pair, the surest first. Valid until the next call.
  const std::vector<MadeLink>& link(RangePair pair);

 private:
  struct SentenceLink {
    std::uint32_t en_sentence;
    MadeLink made;
  };
  /// The possible links of one Chinese sentence with the English sentences [begin, end), by English sentence.
  struct Row {
    std::uint32_t sentence = 0xFFFFFFFF;
    SentenceRange covered;
    std::vector<SentenceLink> links;
  };

  const Row& row(std::uint32_t zh, SentenceRange needed);
  bool overlaps_linked(const MadeLink& candidate) const;

  const Units& units_;
  const Chance& chance_;
  std::vector<std::uint32_t> first_link_;               ///< of each Chinese type
  std::vector<std::vector<std::uint32_t>> en_by_type_;  ///< unit ids, ascending, so by sentence
  std::vector<std::uint32_t> zh_group_;  ///< of each unit: the first unit of the run of overlapping ones
  std::vector<std::uint32_t> en_group_;
  std::vector<double> zh_group_loss_;  ///< of each group, at its first unit: the loss of its surest unit
  std::vector<double> en_group_loss_;
  std::vector<double> zh_loss_sums_;  ///< before each sentence
  std::vector<double> en_loss_sums_;
  std::vector<Row> rows_;
  std::vector<MadeLink> candidates_;
  std::vector<MadeLink> made_;
};

}  // namespace duiqi::evidence
