// Layer: segment. From text to sentences.
#pragma once

#include <string>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/export.hpp>

namespace duiqi {

enum class SentenceRules : unsigned char {
  duiqi,         ///< the rules of this library, made for news (docs/segmentation.md)
  icu,           ///< ICU's sentence iterator
  boost_locale,  ///< Boost.Locale's segment_index
  lines,         ///< pre-split: a sentence a line; a blank line is an empty sentence and keeps its id
};

enum class ParagraphRules : unsigned char {
  automatic,   ///< found out: hard-wrapped text is joined at blank lines, other text is cut at each line
  line,        ///< a line is a paragraph
  blank_line,  ///< paragraphs stand between blank lines; a single line end is white space inside a sentence
};

struct SegmentOptions {
  SentenceRules sentences = SentenceRules::duiqi;
  ParagraphRules paragraphs = ParagraphRules::automatic;
  bool split_at_semicolons = false;  ///< Chinese ； and English ; end a sentence
  /// Further English abbreviations, with their full stop ("Maj.", "Bros."); they end a sentence only where
  /// the next word says so.
  std::vector<std::string> abbreviations;
};

/// Cuts the stretches `regions` of `text` (the whole text where there are none; ascending, not overlapping)
/// into paragraphs and sentences. Lossless: sentences and gaps tile the text, and a gap inside a region holds
/// white space and invisible characters only. One pass; const use from many threads.
DUIQI_API Document segment(Text text, Language language, const SegmentOptions& options = {},
                           const std::vector<Span>& regions = {});

/// Reads abbreviations, one a line, UTF-8; '#' starts a comment. Throws Error(invalid_format) with the line.
DUIQI_API std::vector<std::string> read_abbreviations(const Text& text);

}  // namespace duiqi
