// Layer: model. A text that is cut into paragraphs and sentences, all of them spans.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <duiqi/span.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

struct Sentence {
  Span
      span;  ///< without the white space around it; empty only in pre-split input (a blank line keeps its id)
  std::uint32_t paragraph = 0;  ///< index into Document::paragraphs
};

struct Paragraph {
  Span span;
  SentenceRange sentences;
};

/// Sentences are in text order and do not overlap; what stands between them (white space, and what is no body
/// of this side) are the gaps. Sentences and gaps tile the text.
struct Document {
  Text text;
  Language language = Language::chinese;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;

  std::uint32_t size() const { return static_cast<std::uint32_t>(sentences.size()); }
  /// Precondition: `id < size()`.
  std::string_view sentence(std::uint32_t id) const { return text.slice(sentences[id].span); }
  /// From the first byte of the range's first sentence to the last byte of its last one; empty for an empty
  /// range.
  Span span(SentenceRange range) const {
    return range.empty() ? Span{}
                         : Span{sentences[range.begin].span.begin, sentences[range.end - 1].span.end};
  }
};

}  // namespace duiqi
