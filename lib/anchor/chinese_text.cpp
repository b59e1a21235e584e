#include "anchor/chinese_text.hpp"

#include <algorithm>

#include "data/pinyin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {

ChineseText::ChineseText(const Document& document) {
  const std::size_t expected = document.text.size() / 3 + document.size();
  characters.reserve(expected);
  offsets.reserve(expected);
  ends.reserve(expected);
  begins.reserve(document.size() + 1);
  const std::string_view text = document.text.view();
  for (const Sentence& sentence : document.sentences) {
    begins.push_back(static_cast<std::uint32_t>(characters.size()));
    for (std::size_t at = sentence.span.begin; at < sentence.span.end;) {
      offsets.push_back(static_cast<std::uint32_t>(at));
      characters.push_back(data::simplified(unicode::next(text, at)));
      ends.push_back(static_cast<std::uint32_t>(at));
    }
    characters.push_back(U'\n');
    offsets.push_back(static_cast<std::uint32_t>(sentence.span.end));
    ends.push_back(static_cast<std::uint32_t>(sentence.span.end));
  }
  begins.push_back(static_cast<std::uint32_t>(characters.size()));
}

std::uint32_t ChineseText::sentence_of(std::size_t at) const {
  const auto behind = std::upper_bound(begins.begin(), begins.end(), static_cast<std::uint32_t>(at));
  return static_cast<std::uint32_t>(behind - begins.begin()) - 1;
}

}  // namespace duiqi::anchor
