// Layer: anchor. A Chinese text as simplified code points that know where they stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/span.hpp>

namespace duiqi::anchor {

/// The sentences of a document, one after another; between two of them stands a line feed, so that nothing is
/// found across a border. Four bytes each for a code point and its offset.
struct ChineseText {
  std::u32string characters;           ///< simplified
  std::vector<std::uint32_t> offsets;  ///< byte in the document of each character, and one more for the end
  std::vector<std::uint32_t> ends;     ///< byte behind each character
  std::vector<std::uint32_t>
      begins;  ///< index into `characters` where each sentence begins; one more at the end

  explicit ChineseText(const Document& document);

  Span span(std::size_t begin, std::size_t end) const { return {offsets[begin], ends[end - 1]}; }
  std::u32string_view sentence(std::uint32_t id) const {
    return std::u32string_view(characters).substr(begins[id], begins[id + 1] - 1 - begins[id]);
  }
  /// The sentence that holds character `at`. Time: log of the number of sentences.
  std::uint32_t sentence_of(std::size_t at) const;
};

}  // namespace duiqi::anchor
