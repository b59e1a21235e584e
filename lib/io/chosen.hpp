// Layer: io. What all writers share: which beads are written, and their text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <duiqi/write.hpp>

#include "model/merge_links.hpp"

namespace duiqi::io {

/// The beads to write, links drawn in and nulls left out as the options say. A bead with no text on a side
/// goes where nulls go.
std::vector<model::TracedBead> choose_nulls(const Bitext& bitext, bool nulls, const WriteOptions& options);

/// The same without those below the least probability.
std::vector<model::TracedBead> choose(const Bitext& bitext, bool nulls, const WriteOptions& options);

/// The sentences of one side of a bead as one string: Chinese ones are joined with nothing, English ones with
/// a space. As they stand in the text, line ends inside a sentence included.
std::string joined(const Document& document, const std::vector<std::uint32_t>& ids);
/// The same on one line, without tabs and line ends.
std::string joined_line(const Document& document, const std::vector<std::uint32_t>& ids);

/// "1-2"
std::string type_of(const IdBead& bead);

/// The name that outputs give the document.
std::string_view id_of(const Bitext& bitext, const WriteOptions& options);

/// Why a bead was made, for a bead that may be of several. Anchors by index into the sides' anchors.
struct Reasons {
  /// They add up to the bead's score: by name, in order of first appearance; "link" where a link alone makes
  /// it.
  std::vector<Term> terms;
  std::vector<AnchorMatch> matched;
  std::vector<std::uint32_t> missed_zh;
  std::vector<std::uint32_t> missed_en;
  std::vector<WordMatch> words;
  std::vector<LoneWord> lone_zh;
  std::vector<LoneWord> lone_en;
  std::vector<std::uint32_t> links;  ///< indices into Bitext::links(), ascending
  std::vector<Rival> rivals;         ///< the likeliest first, of a bead of several once each
};
/// Precondition: the options hold explanations.
Reasons reasons(const model::TracedBead& traced, const Bitext& bitext, const WriteOptions& options);

// The formats, one function each.
void write_json(std::string& out, const Bitext& bitext, const WriteOptions& options);
void write_jsonl(std::string& out, const Bitext& bitext, const WriteOptions& options);
void write_tsv(std::string& out, const Bitext& bitext, const WriteOptions& options);
void write_vecalign(std::string& out, const Bitext& bitext, const WriteOptions& options);
void write_tmx(std::string& out, const Bitext& bitext, const WriteOptions& options);
void write_text(std::string& out, const Bitext& bitext, const WriteOptions& options);

}  // namespace duiqi::io
