#include "anchor/chinese_text.hpp"

#include <algorithm>

#include "data/pinyin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {

ChineseText::ChineseText(const Document& document) {
  std::size_t count = document.size();
  for (std::uint32_t id = 0; id < document.size(); ++id)
    count += unicode::count_code_points(document.sentence(id));
  characters.resize(count);
  offsets.resize(count);
  ends.resize(count);
  begins.reserve(document.size() + 1);
  const std::string_view text = document.text.view();
  std::size_t size = 0;
  const auto add = [&](std::size_t begin, char32_t c, std::size_t end) {
    offsets[size] = static_cast<std::uint32_t>(begin);
    characters[size] = c;
    ends[size++] = static_cast<std::uint32_t>(end);
  };
  for (const Sentence& sentence : document.sentences) {
    begins.push_back(static_cast<std::uint32_t>(size));
    for (std::size_t at = sentence.span.begin; at < sentence.span.end;) {
      const std::size_t begin = at;
      const char32_t c = unicode::next(text, at);
      add(begin, c, at);
    }
    add(sentence.span.end, U'\n', sentence.span.end);
  }
  data::simplify(characters);
  begins.push_back(static_cast<std::uint32_t>(size));
}

std::uint32_t ChineseText::sentence_of(std::size_t at) const {
  const auto behind = std::upper_bound(begins.begin(), begins.end(), static_cast<std::uint32_t>(at));
  return static_cast<std::uint32_t>(behind - begins.begin()) - 1;
}

}  // namespace duiqi::anchor
