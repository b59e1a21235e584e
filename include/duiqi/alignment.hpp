// Layer: model. What an alignment is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/span.hpp>

namespace duiqi {

/// One unit of an alignment. Empty on one side where a sentence has no counterpart (a null).
struct Bead {
  SentenceRange zh;
  SentenceRange en;
  double score = 0;  ///< nats that the model gives this bead, before its neighbours are heard; of two rivals
                     ///< over the same sentences the better one has more, but 0 means nothing by itself
  double probability =
      0;  ///< in [0, 1]: the share of the alignment's probability mass that runs through this very bead

  bool null() const { return zh.empty() || en.empty(); }
  friend bool operator==(const Bead& a, const Bead& b) { return a.zh == b.zh && a.en == b.en; }
};

/// A tie that the ladder can't hold: a sentence that moved far, or a part of one that is rendered elsewhere.
struct Link {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  double score = 0;        ///< nats
  double probability = 0;  ///< in [0, 1]
};

/// A chain of edges that tiles both sides, in order, from (0, 0) to (zh_size, en_size). An edge is a bead, a
/// null, or a *swap*: two neighbouring beads with both sides that changed places in English. All beads stand
/// in the order of the Chinese text; so the first of a swap has the later English sentences, [j + d, j + d +
/// c), and the second the ones before them, [j, j + d), j being where the English side stands.
class DUIQI_API Ladder {
 public:
  Ladder() = default;
  /// Throws Error(invalid_format) that names the first bead that leaves a hole or overlaps, or crosses
  /// another and is no swap with the one behind it. Cost: one pass.
  Ladder(std::vector<Bead> beads, std::uint32_t zh_size, std::uint32_t en_size);

  /// In the order of the Chinese text, both beads of a swap included.
  const std::vector<Bead>& beads() const noexcept { return beads_; }
  /// Whether bead `bead` is the first of a swap, so that the next one's English stands right before its own.
  /// Precondition: `bead < beads().size()`. O(1).
  bool crosses_next(std::size_t bead) const noexcept;
  std::uint32_t zh_size() const noexcept { return zh_size_; }
  std::uint32_t en_size() const noexcept { return en_size_; }

 private:
  std::vector<Bead> beads_;
  std::uint32_t zh_size_ = 0;
  std::uint32_t en_size_ = 0;
};

/// One term of a bead's score: the nats of a bead's terms add up to its score.
struct Term {
  std::string name;   ///< a feature: "length.score", "links.gain_zh", "null.zh", … (docs/accuracy.md)
  double value = 0;   ///< of the feature, in its own unit; half of it for each bead of a swap
  double weight = 1;  ///< nats for each unit of the value, as learned

  double nats() const { return value * weight; }
};

/// An anchor of each side that stand for the same thing: indices into the sides' anchors.
struct AnchorMatch {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  double weight = 0;  ///< nats that the match is worth in this document
};

/// What is linked besides anchors.
enum class WordKind : std::uint8_t {
  word,  ///< that a lexicon renders
  name,  ///< that sounds or is spelled like one of the other side
  mark   ///< of punctuation
};

/// A word of each side that were linked.
struct WordMatch {
  WordKind kind = WordKind::word;
  Span zh;  ///< bytes of the side's text
  Span en;
  double weight = 0;  ///< nats that the link is worth in this document
};

/// A word that is linked to nothing in its bead, and could be linked elsewhere in the document.
struct LoneWord {
  WordKind kind = WordKind::word;
  Span span;          ///< bytes of the side's text
  double weight = 0;  ///< nats that it says against the bead; < 0
};

/// A bead or null that could have been made instead of another: it holds a sentence of that one.
struct Rival {
  SentenceRange zh;
  SentenceRange en;
  /// Where it is likeliest as a part of a swap: its other bead, that it crosses.
  std::optional<RangePair> crosses;
  /// In [0, 1]. Of a bead as Bead::probability; of a null, that its sentence has no counterpart, wherever
  /// the other side stands then.
  double probability = 0;

  bool null() const { return zh.empty() || en.empty(); }
};

/// Why a bead was made, and what else could have been.
struct Explanation {
  Bead bead;
  std::vector<Term> terms;
  std::vector<AnchorMatch> matched;
  std::vector<std::uint32_t> missed_zh;  ///< anchors without a counterpart in the bead
  std::vector<std::uint32_t> missed_en;
  std::vector<WordMatch> words;  ///< by place in the Chinese text
  std::vector<LoneWord> lone_zh;
  std::vector<LoneWord> lone_en;
  std::vector<std::uint32_t> links;  ///< indices into Bitext::links(): those that touch one of its sentences
  /// The likeliest first: at most five, of a probability of .01 and more. Only of what the search left
  /// (docs/alignment.md): what is not here was hopeless.
  std::vector<Rival> rivals;
};

enum class WarningCode : std::uint8_t {
  swapped_sides,        ///< the Chinese side looks English and the reverse
  unexpected_language,  ///< a side is not in its language
  guessed_encoding,
  replaced_bytes,
  empty_side,
  not_parallel,    ///< hardly anything supports that the texts translate each other
  drift,           ///< nor that a long stretch of them does: Summary::drifts
  unassigned_text  ///< a stretch of a record that could not be given to a side
};

/// Something that a user should know, and that did not stop the work.
struct Warning {
  WarningCode code;
  std::string message;  ///< one line, for a person
};

}  // namespace duiqi
