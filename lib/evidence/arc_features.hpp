// Layer: evidence. What the log-linear model sees of a bead, a null or a swap.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <duiqi/span.hpp>

#include "evidence/evidence.hpp"
#include "evidence/feature.hpp"
#include "evidence/sentence_form.hpp"

namespace duiqi::evidence {

/// What a first pass found about a document. Rates are smoothed, in (0, 1).
struct DocumentRates {
  double null_zh = 0;  ///< of Chinese sentences
  double null_en = 0;
  double beyond = 0;       ///< of beads: those that are not 1-1
  double one_to_many = 0;  ///< of beads: 1-n
  double many_to_one = 0;
  double swap = 0;         ///< of beads: those in a swap
  double normal_gain = 0;  ///< mean of links.g_normal over the beads
};

/// Computes feature vectors. Not thread-safe. Keeps a reference to the evidence.
class ArcFeatures {
 public:
  explicit ArcFeatures(Evidence& evidence);

  FeatureVector bead(RangePair pair);
  /// `window`: the sentences of the other side that might be its counterpart.
  FeatureVector null_zh(std::uint32_t zh, SentenceRange window);
  FeatureVector null_en(std::uint32_t en, SentenceRange window);
  /// `rates`: of a first pass; without them the features of the second pass are 0.
  FeatureVector swap(RangePair first, RangePair second, const DocumentRates* rates = nullptr);

  /// Adds the features of the second pass to those of a bead or a null.
  static void add_rates(FeatureVector& features, const DocumentRates& rates);
  /// The same, of a null: how likely its sentence would be linked elsewhere, in [0, 1].
  static void add_link(FeatureVector& null, double probability) {
    null[Feature::second_null_link] = static_cast<float>(probability);
  }

 private:
  void add_type(RangePair pair, FeatureVector& f) const;
  void add_length(RangePair pair, FeatureVector& f) const;
  void add_links(RangePair pair, FeatureVector& f);
  void add_parts(RangePair pair, double g, FeatureVector& f);
  void add_form(RangePair pair, FeatureVector& f) const;
  double gain(RangePair pair);

  Evidence& evidence_;
  std::vector<SentenceForm> zh_forms_;
  std::vector<SentenceForm> en_forms_;
  std::vector<std::vector<Span>> capitals_;  ///< capitalised words of each English sentence
  PairLinks links_;
};

}  // namespace duiqi::evidence
