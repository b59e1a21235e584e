// Long texts made of short ones, and what goes missing in them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "quality/alignment_score.hpp"

namespace duiqi::quality {

/// Sentences of both sides with their gold, in order. Where a sentence stands in the texts is its id.
struct LongText {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  std::vector<IdBead> gold;
  /// The first gold bead of each document, and one more for the end.
  std::vector<std::size_t> documents;
};

inline std::vector<std::string> read_lines(const std::filesystem::path& path) {
  SegmentOptions options;
  options.sentences = SentenceRules::lines;
  const Document document = segment(read_text(path), Language::chinese, options);
  std::vector<std::string> out;
  for (std::uint32_t id = 0; id < document.size(); ++id) out.emplace_back(document.sentence(id));
  return out;
}

/// Documents of a set of NNN.zh, NNN.en, NNN.gold one behind the other, until there are `least` Chinese
/// sentences; `skip` documents are passed over. Documents whose gold does not ascend (swaps) are left out.
inline LongText join_documents(const std::filesystem::path& set, std::size_t least, std::size_t skip = 0) {
  LongText joined;
  joined.documents.push_back(0);
  for (const std::string& name : document_names(set, ".gold")) {
    if (skip > 0) {
      --skip;
      continue;
    }
    if (joined.zh.size() >= least) break;
    std::vector<IdBead> gold =
        read_alignment(read_text(set / (name + ".gold")), AlignmentFormat::vecalign).beads;
    const auto ascends = [](const IdBead& a, const IdBead& b) {
      return (a.zh.empty() || b.zh.empty() || a.zh.back() < b.zh.front()) &&
             (a.en.empty() || b.en.empty() || a.en.back() < b.en.front());
    };
    if (std::adjacent_find(gold.begin(), gold.end(),
                           [&](const IdBead& a, const IdBead& b) { return !ascends(a, b); }) != gold.end())
      continue;
    const auto move = [](std::vector<std::uint32_t>& ids, std::size_t by) {
      for (std::uint32_t& id : ids) id += static_cast<std::uint32_t>(by);
    };
    for (IdBead& bead : gold) {
      move(bead.zh, joined.zh.size());
      move(bead.en, joined.en.size());
      joined.gold.push_back(bead);
    }
    for (std::string& line : read_lines(set / (name + ".zh"))) joined.zh.push_back(std::move(line));
    for (std::string& line : read_lines(set / (name + ".en"))) joined.en.push_back(std::move(line));
    joined.documents.push_back(joined.gold.size());
  }
  return joined;
}

enum class Side : bool { zh, en };

inline std::vector<std::uint32_t>& ids(IdBead& bead, Side side) {
  return side == Side::zh ? bead.zh : bead.en;
}
inline const std::vector<std::uint32_t>& ids(const IdBead& bead, Side side) {
  return side == Side::zh ? bead.zh : bead.en;
}
inline std::vector<std::string>& sentences(LongText& text, Side side) {
  return side == Side::zh ? text.zh : text.en;
}
inline Side other(Side side) {
  return side == Side::zh ? Side::en : Side::zh;
}

/// Puts the sentences of one side in a new order, or leaves them out: `order` names the old ids. Gold ids
/// follow; those of sentences that are gone, go.
inline LongText reordered(const LongText& text, Side side, const std::vector<std::uint32_t>& order) {
  LongText out = text;
  constexpr std::uint32_t gone = 0xFFFFFFFF;
  std::vector<std::uint32_t> place(sentences(out, side).size(), gone);
  std::vector<std::string> kept;
  for (const std::uint32_t old : order) {
    place[old] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(sentences(out, side)[old]);
  }
  sentences(out, side) = std::move(kept);
  for (IdBead& bead : out.gold) {
    std::vector<std::uint32_t> moved;
    for (const std::uint32_t old : ids(bead, side)) {
      if (place[old] != gone) moved.push_back(place[old]);
    }
    ids(bead, side) = std::move(moved);
  }
  return out;
}

/// Gold beads [first, last).
struct Block {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Beads that hold at least `count` sentences of the side that does not lose them: from `at` (0 begin … below
/// 1) of the text on, or for 1 the last ones.
inline Block choose_block(const LongText& text, Side loses, double at, std::size_t count) {
  Block block;
  std::size_t held = 0;
  if (at >= 1) {
    block.first = block.last = text.gold.size();
    while (block.first > 0 && held < count) held += ids(text.gold[--block.first], other(loses)).size();
    return block;
  }
  block.first = block.last = static_cast<std::size_t>(at * static_cast<double>(text.gold.size()));
  while (block.last < text.gold.size() && held < count)
    held += ids(text.gold[block.last++], other(loses)).size();
  return block;
}

/// `text` without one side of the block's beads.
inline LongText without(const LongText& text, Side side, Block block) {
  std::vector<bool> gone((side == Side::zh ? text.zh : text.en).size());
  for (std::size_t k = block.first; k < block.last; ++k) {
    for (const std::uint32_t id : ids(text.gold[k], side)) gone[id] = true;
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t id = 0; id < gone.size(); ++id) {
    if (!gone[id]) order.push_back(id);
  }
  return reordered(text, side, order);
}

/// `text` with the sentences `more` on one side before gold bead `at`.
inline LongText with_inserted(const LongText& text, Side side, std::size_t at,
                              const std::vector<std::string>& more) {
  LongText out = text;
  std::uint32_t place = static_cast<std::uint32_t>(sentences(out, side).size());
  for (std::size_t k = at; k < out.gold.size(); ++k) {
    if (ids(out.gold[k], side).empty()) continue;
    place = ids(out.gold[k], side).front();
    break;
  }
  auto& all = sentences(out, side);
  all.insert(all.begin() + place, more.begin(), more.end());
  for (IdBead& bead : out.gold) {
    for (std::uint32_t& id : ids(bead, side)) {
      if (id >= place) id += static_cast<std::uint32_t>(more.size());
    }
  }
  IdBead inserted;
  for (std::uint32_t k = 0; k < more.size(); ++k) ids(inserted, side).push_back(place + k);
  out.gold.insert(out.gold.begin() + static_cast<std::ptrdiff_t>(at), inserted);
  return out;
}

inline std::vector<IdBead> align(const Aligner& aligner, const LongText& text) {
  const auto joined = [](const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out.append(line).append("\n");
    return Text::from_utf8(std::move(out));
  };
  return merge_links(aligner.align(joined(text.zh), joined(text.en)));
}

/// The share of `gold`'s beads with both sides that `found` has, as they are or as segments.
inline double recall(const std::vector<IdBead>& found, const std::vector<IdBead>& gold, bool strict) {
  const Counts counts = evaluate(found, gold, {}, {strict});
  return strict ? counts.strict().recall : counts.segment().recall;
}

/// The share of the sentences of `gold` on `side` that stand alone in `found`.
inline double null_recall(const std::vector<IdBead>& found, const std::vector<IdBead>& gold, Side side) {
  std::vector<std::uint32_t> alone;
  for (const IdBead& bead : found) {
    if (bead.null()) alone.insert(alone.end(), ids(bead, side).begin(), ids(bead, side).end());
  }
  std::sort(alone.begin(), alone.end());
  std::size_t all = 0;
  std::size_t hit = 0;
  for (const IdBead& bead : gold) {
    for (const std::uint32_t id : ids(bead, side)) {
      ++all;
      hit += std::binary_search(alone.begin(), alone.end(), id) ? 1 : 0;
    }
  }
  return all == 0 ? 1 : static_cast<double>(hit) / static_cast<double>(all);
}

}  // namespace duiqi::quality
