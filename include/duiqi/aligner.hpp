// Layer: aligner. The front door.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/export.hpp>
#include <duiqi/find_anchors.hpp>
#include <duiqi/lexicon.hpp>
#include <duiqi/segment.hpp>
#include <duiqi/weights.hpp>

namespace duiqi {

/// How far a bead may reach, and how the search is bounded.
struct LadderOptions {
  std::uint32_t max_one_to_many = 6;   ///< 1-n and n-1 beads up to this n; 1–15
  std::uint32_t max_many_to_many = 4;  ///< n-m beads with n, m >= 2 up to this on either side; 1–15
  bool monotone = false;  ///< neither swaps nor links: every bead follows the one before on both sides
};

/// When ties that the ladder can't hold are made.
struct LinkOptions {
  bool enabled = true;
  std::uint32_t max_distance = 12;  ///< sentences of either side that may stand between; 0: no links
  double least_probability = 0.85;  ///< in [0, 1]
};

struct AlignerOptions {
  SegmentOptions zh;
  SegmentOptions en;
  AnchorOptions anchors;
  LadderOptions ladder;
  LinkOptions links;
  /// Looked up side by side: a word's renderings are those of all. Empty: names, numbers, marks and lengths
  /// alone.
  std::vector<Lexicon> lexicons{Lexicon::built_in()};
  /// 1 or 2. The second pass knows from the first how many sentences of this document have no counterpart,
  /// how many are joined or split, and how much they share; it costs a few percent more. Both look at this
  /// document alone.
  std::uint32_t passes = 2;
  /// Of the model that decides; `duiqi-train` learns others.
  Weights weights = Weights::built_in();
  /// Texts of at least five sentences a side with less Summary::support than this are not parallel. Measured
  /// by tests/reports/summary_report on nine dev sets with the built-in lexicon: 711 documents against their
  /// own translation have 9.5 and more, 1,423 against the next ones' 5.2 and less, and of 349 first halves
  /// against the second half of the same document's translation .99 less than 6. With CC-CEDICT besides: 9.3,
  /// 5.2, .97.
  double least_support = 6;
  /// Without a lexicon: of the support and five times the mean probability. The documents have 2.9 and more;
  /// of the pairs that don't belong together .92 are found, .95 from 15 sentences on, .79 of the halves.
  double least_support_without_lexicon = 2.7;
};

/// Aligns texts. Any number of threads may use one aligner at once, through its const functions: nothing in
/// it changes after its constructor, each call works in memory of its own, and the result is that of one
/// thread, byte for byte. Lexicons, texts and the library's tables are shared read-only; a table that is
/// built at its first use is built once, while others wait. Each thread keeps a cache of English stems (400
/// KB) until it ends, so a few long-lived threads are better than one a document. A Bitext, once made, may be
/// read from many threads; it is not to be changed by one while another reads.
class DUIQI_API Aligner {
 public:
  /// Throws Error(invalid_option) where an option is outside its range.
  explicit Aligner(AlignerOptions options = {});

  /// Aligns two UTF-8 texts; copies them. Throws Error(invalid_encoding).
  Bitext align(std::string_view zh, std::string_view en) const;
  /// Aligns two texts that share their bytes with the result. `why`: is set to what explain() would give, for
  /// little more than aligning costs.
  Bitext align(const Text& zh, const Text& en, std::vector<Explanation>* why = nullptr) const;
  /// Aligns the two bodies of a record; the record's date serves to resolve relative dates.
  Bitext align(const Record& record, std::vector<Explanation>* why = nullptr) const;

  /// The parts of the above: what one side needs, and the rest. `regions`: see segment().
  Analysis analyse(const Text& text, Language language, const std::vector<Span>& regions = {}) const;
  Bitext align(Analysis zh, Analysis en, std::vector<Explanation>* why = nullptr) const;

  /// Why each bead was made, in the order of `bitext.beads()`. Precondition: an aligner with the same options
  /// made the bitext. Costs about as much as aligning, as it aligns anew; align() tells it on the way.
  std::vector<Explanation> explain(const Bitext& bitext) const;

  const AlignerOptions& options() const noexcept { return options_; }

 private:
  AlignerOptions options_;
};

}  // namespace duiqi
