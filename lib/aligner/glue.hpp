// Layer: aligner. Scraps are aligned with the sentence that they were cut off from; ids stay as given.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/bitext.hpp>
#include <duiqi/span.hpp>

namespace duiqi::gluing {

/// One side as it is aligned, and the way back. Keeps a reference to the side as given, which must outlive
/// it.
class GluedSide {
 public:
  /// `joined[k]` glues sentence k to the next one. Empty: nothing is glued, and nothing is copied. Else one
  /// pass over sentences and anchors; the text is shared.
  GluedSide(const Analysis& given, const std::vector<bool>& joined);
  /// As above, but what is glued takes the anchors out of `given`, which a long document has too many of to
  /// hold twice: give_back() must follow.
  static GluedSide taking(Analysis& given, const std::vector<bool>& joined);
  /// Gives the anchors back to `given`, which is what was taken from. No analysis() afterwards.
  void give_back(Analysis& given);

  /// Its ids are those of groups.
  const Analysis& analysis() const { return glued_ ? *glued_ : *given_; }
  bool glued() const { return glued_.has_value(); }
  /// Groups → sentences as given.
  SentenceRange given(SentenceRange groups) const;
  /// The groups that hold the sentences.
  SentenceRange groups(SentenceRange given) const;

 private:
  void glue(const Document& source, const std::vector<bool>& joined, std::vector<Anchor> anchors);
  std::uint32_t group_of(std::uint32_t sentence) const;

  const Analysis* given_ = nullptr;
  std::optional<Analysis> glued_;
  std::vector<std::uint32_t> first_;  ///< sentence of each group, and one more for the end
};

/// Both sides of a pair. A kind of scrap is glued where the other side hardly has its like; where both sides
/// have it (numbered lines, quotes cut off by the same tool), each is left to align with the other's. Scraps
/// are glued over white space only.
struct Glue {
  Glue(const Analysis& zh, const Analysis& en);
  /// See GluedSide: without a copy of the anchors.
  static Glue taking(Analysis& zh, Analysis& en);

  GluedSide zh;
  GluedSide en;

  /// A bead of groups in the ids as given. A null of a glued group becomes a null for each of its sentences,
  /// with the group's score and probability. Beads may grow beyond the limits of the search.
  std::vector<Bead> as_given(const Bead& bead) const;
  /// All of a ladder.
  Ladder as_given(Ladder ladder) const;
  /// Links of groups as links of all their sentences.
  std::vector<Link> as_given(std::vector<Link> links) const;
  /// The bead of groups that a bead of as_given() was, or for a null, is part of.
  Bead as_glued(const Bead& bead) const;

 private:
  Glue(GluedSide zh_side, GluedSide en_side) : zh(std::move(zh_side)), en(std::move(en_side)) {}
};

}  // namespace duiqi::gluing
