// Layer: io. Readers of alignments: sentence ids, and what their file says about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/id_bead.hpp>
#include <duiqi/span.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

enum class AlignmentFormat : std::uint8_t {
  automatic,  ///< found out from the first character that is no white space
  vecalign,   ///< [0]:[0, 1]:0.12, with or without cost and spaces; '#' starts a comment line
  json,       ///< as written by duiqi; needs "beads", takes "id", "zh"."sentences" and "en"."sentences"
  jsonl,      ///< as written by duiqi; needs "zh_ids" and "en_ids", takes "doc"
  ladder,     ///< hunalign: srcPos⇥tgtPos⇥score, the first language Chinese
};

/// An alignment without its texts.
struct IdAlignment {
  std::string id;        ///< empty where the file gives none
  std::vector<Span> zh;  ///< the sentences, bytes of the UTF-8 text; only json has them
  std::vector<Span> en;
  std::vector<IdBead> beads;  ///< in the file's order; ids ascending, as often as the file has them
};

/// Reads a file's alignments: one, or in jsonl one for each "doc", in order of first appearance. No check
/// that the beads tile the sides, which gold and filtered files need not do; but a ladder must ascend from 0
/// 0. In vecalign a cost c becomes the probability 1 - c; a third field that is no number is a remark. Throws
/// Error(invalid_format) with file and line (json: with the path of the value). Cost: linear.
DUIQI_API std::vector<IdAlignment> read_alignments(const Text& text,
                                                   AlignmentFormat format = AlignmentFormat::automatic);

/// As above, for a file that must hold one alignment. Throws Error(invalid_format) where it has more.
DUIQI_API IdAlignment read_alignment(const Text& text, AlignmentFormat format = AlignmentFormat::automatic);

/// A bead with its texts.
struct AlignedText {
  std::string zh;  ///< UTF-8
  std::string en;
  std::optional<double> probability;  ///< in [0, 1]; empty where the file gives none
};

/// Reads the beads of a jsonl as written by duiqi: needs "zh" and "en", takes "probability". Throws
/// Error(invalid_format) with the line. Cost: linear.
DUIQI_API std::vector<AlignedText> read_aligned_texts(const Text& text);

/// A segment of running text and its translation, bytes of either text. Empty at 0 for a side that is left
/// out.
struct SpanPair {
  Span zh;
  Span en;
};

/// Reads the gold of running text: a segment a line, `zh_begin zh_end en_begin en_end`, bytes, '-' twice for
/// a side that is left out. Throws Error(invalid_format) with the line.
DUIQI_API std::vector<SpanPair> read_span_pairs(const Text& text);

}  // namespace duiqi
