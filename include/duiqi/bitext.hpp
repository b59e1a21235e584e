// Layer: model. The result: two texts, what was found in them, and how they correspond.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/anchor.hpp>
#include <duiqi/document.hpp>
#include <duiqi/export.hpp>
#include <duiqi/record.hpp>
#include <duiqi/summary.hpp>

namespace duiqi {

/// What one side needs for aligning. Can be held against many others.
struct Analysis {
  Document document;
  std::vector<Anchor> anchors;  ///< in text order
};

/// An aligned pair of texts. Move-only; its views stay valid when it is moved.
class DUIQI_API Bitext {
 public:
  /// `ladder` must tile the two documents (asserted).
  Bitext(Analysis zh, Analysis en, Ladder ladder, std::vector<Link> links, std::vector<Warning> warnings,
         Summary summary = {});
  Bitext(Bitext&&) noexcept = default;
  Bitext& operator=(Bitext&&) noexcept = default;
  Bitext(const Bitext&) = delete;
  Bitext& operator=(const Bitext&) = delete;

  const Document& zh() const noexcept { return zh_.document; }
  const Document& en() const noexcept { return en_.document; }
  const Analysis& zh_analysis() const noexcept { return zh_; }
  const Analysis& en_analysis() const noexcept { return en_; }
  const std::vector<Anchor>& zh_anchors() const noexcept { return zh_.anchors; }
  const std::vector<Anchor>& en_anchors() const noexcept { return en_.anchors; }

  const Ladder& ladder() const& noexcept { return ladder_; }
  const Ladder& ladder() const&& = delete;
  /// Beads and nulls in the order of the Chinese text; they tile both sides, in English with neighbours
  /// swapped here and there (Ladder::crosses_next). Not to be called on a temporary, whose beads are gone at
  /// once: `for (… : aligner.align(a, b).beads())`.
  const std::vector<Bead>& beads() const& noexcept { return ladder_.beads(); }
  const std::vector<Bead>& beads() const&& = delete;
  const std::vector<Link>& links() const noexcept { return links_; }
  const std::vector<Warning>& warnings() const noexcept { return warnings_; }
  /// How much is translated, how much is doubtful, where it drifts. What is amiss is among the warnings too.
  /// As given: empty for a bitext that no aligner made.
  const Summary& summary() const noexcept { return summary_; }
  void warn(Warning warning) { warnings_.push_back(std::move(warning)); }

  /// The bead's stretch of the original text, from its first sentence to its last, with the white space
  /// between; empty for a side without sentences.
  std::string_view zh(const Bead& bead) const { return zh().text.slice(zh().span(bead.zh)); }
  std::string_view en(const Bead& bead) const { return en().text.slice(en().span(bead.en)); }

  /// What the texts came with, where they were read from a record.
  std::optional<Record> record;

 private:
  Analysis zh_;
  Analysis en_;
  Ladder ladder_;
  std::vector<Link> links_;
  std::vector<Warning> warnings_;
  Summary summary_;
};

}  // namespace duiqi
