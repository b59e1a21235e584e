// Layer: evidence. What paragraph borders say.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/span.hpp>

namespace duiqi::evidence {

struct ParagraphOptions {
  /// How much more often than by chance a paragraph of one side begins where one of the other side does: 0
  /// never, 1 always.
  double agreement = 0.5;
};

/// Likelihood ratio of where paragraphs begin, for texts that have paragraphs of several sentences on both
/// sides; 0 otherwise.
class Paragraphs {
 public:
  Paragraphs(const Document& zh, const Document& en, const ParagraphOptions& options = {});

  /// Nats, for a bead. O(1).
  double score(RangePair pair) const;
  /// Adds the scores of the Chinese range `zh` with the English ranges of `en_size` sentences that begin at
  /// each of `begins`. Nothing to do for texts that paragraphs say nothing of.
  void add_to(SentenceRange zh, std::uint32_t en_size, SentenceRange begins, std::span<float> scores) const;

 private:
  bool begins(const std::vector<std::uint32_t>& sums, std::uint32_t id) const {
    return sums[id + 1] > sums[id];
  }

  std::vector<std::uint32_t> zh_begins_;  ///< paragraph begins before each sentence
  std::vector<std::uint32_t> en_begins_;
  std::array<std::array<double, 2>, 2> at_begin_{};  ///< [Chinese begins a paragraph][English does]
  bool speak_ = false;                               ///< whether any score is not 0
  double inside_ = 0;                                ///< for each paragraph that begins inside a bead
};

}  // namespace duiqi::evidence
