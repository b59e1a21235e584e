// Layer: evidence. All that speaks for or against a bead, prepared once for two documents.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <duiqi/bitext.hpp>

#include "evidence/chance.hpp"
#include "evidence/length.hpp"
#include "evidence/link_bound.hpp"
#include "evidence/linker.hpp"
#include "evidence/paragraphs.hpp"
#include "evidence/prior.hpp"
#include "evidence/units.hpp"

namespace duiqi::evidence {

struct EvidenceOptions {
  PriorOptions prior;
  LengthOptions length;
  ChanceOptions chance;
  ParagraphOptions paragraphs;
  /// Weights of the sums over English and over Chinese units. Both sides see much of the same, so each counts
  /// less than whole. (.4 to 1.0 were tried on ten dev sets, also .6 as much for Chinese: novels and texts
  /// with omissions gain with the weight, clean news loses .001 beyond .8.)
  double en_weight = 0.7;
  double zh_weight = 0.7;
};

/// A likely sentence pair, from units that are rare on both sides.
struct LikelyPair {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  double weight = 0;  ///< nats, > 0
};

/// What speaks for a tie, wherever its sentences stand.
struct Tie {
  double score = 0;  ///< nats: links, units that stay alone, lengths; no prior, no paragraphs
  /// In [0, 1]: of what the units of the leftovers (see Evidence::addition) bring for and against it, what
  /// they bring for it.
  double share = 0;
  /// In [0, 1]: of what the bead's sentence has no counterpart for in the bead, what the leftover accounts
  /// for.
  double filled = 0;
  /// In [0, 1]: how much the leftover's links stand apart from the bead's in that sentence, as those of a
  /// clause do; see AdditionScore.
  double apart = 0;
};

/// Not thread-safe (see Linker). Keeps references to the two analyses, which must outlive it.
class Evidence {
 public:
  Evidence(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons,
           const EvidenceOptions& options = {});

  Evidence(const Evidence&) = delete;
  Evidence& operator=(const Evidence&) = delete;

  /// Corrects the length ratio of texts of which much is missing: see LengthModel. Before any score.
  void correct_ratio(std::span<const RangePair> stretches) { length_.correct_ratio(stretches); }

  /// The score of each pair, in nats: log-likelihood ratio against chance plus log prior. Precondition: the
  /// spans have one size.
  void score(std::span<const RangePair> pairs, std::span<double> scores);

  /// At least the scores, and much cheaper: see LinkBound. Of the Chinese range `zh` with the English ranges
  /// of `en_size` sentences that begin at each of `begins`, one bound each; one side may be empty.
  void bound(SentenceRange zh, std::uint32_t en_size, SentenceRange begins, std::span<float> bounds);

  /// The pair's linked anchors and words, with the nats that each adds to links.gain, and those that stay
  /// alone; no terms, links or rivals.
  Explanation explain(const Bead& bead);

  /// What the links of each bead add up to, in nats; 0 for nulls.
  std::vector<double> support(std::span<const Bead> beads);

  /// What the links of two single sentences add up to, in nats. Kept, so cheap to ask again.
  double gain(std::uint32_t zh, std::uint32_t en) { return cell(zh, en).links; }
  /// The weighted sum of what links say.
  double weigh(const LinkScore& links) const {
    return options_.zh_weight * (links.zh_gain + links.zh_loss) +
           options_.en_weight * (links.en_gain + links.en_loss);
  }

  const Analysis& zh() const { return zh_; }
  const Analysis& en() const { return en_; }
  const EvidenceOptions& options() const { return options_; }
  const LengthModel& length() const { return length_; }
  /// The words of the English side.
  const lexicon::EnglishIndex& english() const { return english_; }
  const Paragraphs& paragraphs() const { return paragraphs_; }
  Linker& linker() { return linker_; }

  /// What speaks for two leftovers translating each other.
  Tie tie(std::uint32_t zh, std::uint32_t en);
  /// What speaks for a leftover belonging to a bead besides the sentences that it has. `pair`: the leftover
  /// and a sentence of the bead's other side, of which only units count that the bead leaves unlinked.
  Tie addition(RangePair bead, RangePair pair);

  /// Likely sentence pairs for long documents, by Chinese sentence, then from the last English one to the
  /// first, as align::heaviest_chain() takes them. At most some hundred for each rare unit type.
  std::vector<LikelyPair> likely_pairs() const;

 private:
  /// What a pair of single sentences scores, and what its links bring.
  struct Cell {
    double score = 0;
    double gain = 0;   ///< what its links are worth against none
    double links = 0;  ///< what links and missing ones add up to
  };
  /// Cells of one Chinese sentence that were asked for already.
  struct CellRow {
    std::uint32_t zh = 0xFFFFFFFF;
    std::uint32_t first_en = 0;
    std::vector<Cell> cells;
    std::vector<bool> known;
  };

  /// A score that was asked for.
  struct KnownScore {
    RangePair pair;
    double score = 0;
  };

  double score(RangePair pair);
  /// log_prior(), looked up.
  double prior(std::uint32_t zh, std::uint32_t en) const;
  const Cell& cell(std::uint32_t zh, std::uint32_t en);
  bool hopeless(RangePair pair, double unlinked);

  const Analysis& zh_;
  const Analysis& en_;
  EvidenceOptions options_;
  LengthModel length_;
  Paragraphs paragraphs_;
  lexicon::EnglishIndex english_;
  Units units_;
  Chance chance_;
  Linker linker_;
  LinkBound link_bound_;
  std::vector<CellRow> cells_;
  std::vector<KnownScore> known_;
  std::array<std::array<double, 8>, 8> priors_{};  ///< of the usual sizes
};

}  // namespace duiqi::evidence
