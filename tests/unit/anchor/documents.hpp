// Documents for tests: a sentence a line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/anchor.hpp>
#include <duiqi/document.hpp>

#include "anchor/names.hpp"

namespace duiqi::test {

inline Document lines(std::string_view text, Language language) {
  Document document;
  document.language = language;
  document.text = Text::from_utf8(std::string(text));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    document.sentences.push_back({{begin, end}, 0});
    begin = end + 1;
  }
  document.paragraphs.push_back({{0, text.size()}, {0, document.size()}});
  return document;
}

inline std::vector<Anchor> names_of(const Document& document) {
  std::vector<Anchor> out;
  if (document.language == Language::chinese)
    anchor::find_chinese_names(document, anchor::ChineseText(document), out);
  else
    anchor::find_english_names(document, out);
  anchor::sort_by_span(out);
  return out;
}

/// "person 赵振业 = zhao zhenye" for each anchor.
inline std::vector<std::string> described(const Document& document) {
  std::vector<std::string> out;
  for (const Anchor& found : names_of(document)) {
    out.push_back(std::string(name(found.kind)) + ' ' + std::string(document.text.slice(found.span)) + " = " +
                  found.key);
  }
  return out;
}

inline std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& entry : list) out += (out.empty() ? "" : "; ") + entry;
  return out;
}

}  // namespace duiqi::test
