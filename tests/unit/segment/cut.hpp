// How the tables of this folder write what they expect: '|' stands where a sentence must end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <duiqi/segment.hpp>

namespace duiqi::segmenting {

/// `marked` without its marks.
inline std::string without_marks(std::string_view marked) {
  std::string text;
  for (const char c : marked) {
    if (c != '|') text += c;
  }
  return text;
}

/// Segments `marked` without its marks and sets them anew: equal to `marked` where the rules do what it says.
inline std::string cut(std::string_view marked, Language language, const SegmentOptions& options = {}) {
  const Document document = segment(Text::from_utf8(without_marks(marked)), language, options);
  std::string out;
  std::size_t at = 0;
  for (const Sentence& sentence : document.sentences) {
    // The mark stands directly behind a sentence, but for the last one of a paragraph.
    out += document.text.slice({at, sentence.span.end});
    at = sentence.span.end;
    const auto& paragraph = document.paragraphs[sentence.paragraph];
    if (&document.sentences[paragraph.sentences.end - 1] != &sentence) out += '|';
  }
  out += document.text.slice({at, document.text.size()});
  return out;
}

}  // namespace duiqi::segmenting
