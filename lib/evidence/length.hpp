// Layer: evidence. What the lengths of two stretches say about whether they translate each other.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/span.hpp>

namespace duiqi::evidence {

/// Length in translation units. Chinese: a Han character 1, a Latin letter or digit .3 (it will stand in the
/// English as it is); English: a letter or digit 1.
double length(std::string_view text, Language language);

struct LengthOptions {
  /// ln of English letters for each Chinese character, before the document has spoken: 1.17 (3.2 letters),
  /// the mean of five dev sets' means (1.03–1.34).
  double log_ratio = 1.17;
  /// Chinese characters that the value above is worth against the document's own ratio. The sets' means
  /// differ by .13, which a text of 60 characters (variance .03) knows about as well.
  double log_ratio_weight = 60;
  /// Variance of the log ratio of a bead with L Chinese characters: variance + variance_per_length / L.
  /// Fitted on the octiles of gold beads of the dev sets (news .003 + .9/L, novels .02 + 1.6/L).
  double variance = 0.01;
  double variance_per_length = 1.1;
  /// The ratio of stretches that are sure to belong together replaces the document's where there are at least
  /// so many of them and the two differ by more than this: then much is missing on one side. (With fewer
  /// stretches ntrex-cn-omit without a lexicon loses .0006; .1 is what sure stretches of whole texts are off
  /// by at most.)
  std::size_t least_stretches = 12;
  double ratio_tolerance = 0.1;
  /// Least variance of the log length of an English sentence that stands anywhere.
  double least_background_variance = 0.1;
};

/// Gale & Church 1993 in log space: ln p(English length | Chinese length) − ln p(English length of as many
/// sentences anywhere in the document).
class LengthModel {
 public:
  LengthModel(const Document& zh, const Document& en, const LengthOptions& options = {});

  /// Takes the ratio from `stretches` of both sides instead, where they contradict the document's (see
  /// LengthOptions). O(stretches).
  void correct_ratio(std::span<const RangePair> stretches);

  /// Nats; 0 where a side has no letters. O(1). Not thread-safe: it keeps what Chinese lengths give.
  double score(RangePair pair) const { return score(zh_length(pair.zh), en_length(pair.en), pair.en.size()); }
  /// The same for lengths; `sentences`: how many English sentences.
  double score(double zh, double en, std::uint32_t sentences) const;
  /// Adds the scores, but for rounding to float, of the Chinese range `zh` with the English ranges of
  /// `en_size` sentences that begin at each of `begins`. Not thread-safe: it keeps logarithms of English
  /// lengths.
  void add_to(SentenceRange zh, std::uint32_t en_size, SentenceRange begins, std::span<float> scores);
  /// How far the log ratio is from the document's, in standard deviations; positive where the English is too
  /// long. 0 where a side has no letters.
  double deviation(RangePair pair) const;

  /// How much better or worse the lengths of `bead` fit when those of `pair`, one side of which is part of
  /// it, are added: ln of the ratio of the densities. Nats; 0 where a side has no letters. O(1).
  double score_addition(RangePair bead, RangePair pair) const;

  double zh_length(SentenceRange range) const { return zh_sums_[range.end] - zh_sums_[range.begin]; }
  double en_length(SentenceRange range) const { return en_sums_[range.end] - en_sums_[range.begin]; }
  /// ln of the document's English letters for each Chinese character.
  double log_ratio() const { return log_ratio_; }

 private:
  /// What a Chinese stretch gives to a score.
  struct ZhTerms {
    double variance = 0;
    double expected_log = 0;  ///< of the English length
    double log_spread = 0;    ///< ln(tau · variance)
  };
  ZhTerms make_zh_terms(double zh) const;
  /// The same, which a length is asked for again and again: with English ranges of all sizes. Valid until the
  /// next call.
  const ZhTerms& zh_terms(double zh) const;
  struct KnownTerms {
    double zh = 0;  ///< 0 for none
    ZhTerms terms;
  };
  /// (6 takes .3 million instructions more than 8, of 162 for 24 documents of ntrex-cn.)
  static constexpr unsigned known_bits = 8;
  static constexpr std::size_t kept_sizes = 16;
  /// Of all English ranges of one size, by their begin.
  struct EnglishLogs {
    std::vector<float> here;  ///< ln of the length; 0 where there are no letters
    std::vector<float>
        anywhere;  ///< the square of that less what is expected of so many sentences that stand anywhere
    std::vector<float> has;  ///< 1; 0 where there are no letters
  };
  EnglishLogs logs_of(std::uint32_t en_size) const;
  double anywhere_variance(const ZhTerms& zh, std::uint32_t sentences) const {
    return background_variance_ / sentences + zh.variance;
  }
  double score(const ZhTerms& zh, double log_en, std::uint32_t sentences, double log_spread) const;
  /// ln of the density of the English length, given the Chinese one.
  double fit(double zh, double en) const;

  LengthOptions options_;
  std::vector<double> zh_sums_;  ///< before each sentence; one more than there are sentences
  std::vector<double> en_sums_;
  double log_ratio_ = 0;
  double background_mean_ = 0;
  double background_variance_ = 1;
  std::vector<EnglishLogs> english_;  ///< by size; empty for not yet
  mutable std::array<KnownTerms, std::size_t{1} << known_bits> known_{};
};

}  // namespace duiqi::evidence
