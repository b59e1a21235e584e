// Finding the quantities of one sentence, written as the tables of the tests write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>

#include "anchor/quantities.hpp"

namespace duiqi::testing {

inline Document one_sentence(std::string_view text, Language language) {
  Document document;
  document.text = Text::from_utf8(std::string(text));
  document.language = language;
  document.paragraphs.push_back({{0, text.size()}, {0, 1}});
  document.sentences.push_back({{0, text.size()}, 0});
  return document;
}

inline std::vector<Anchor> quantities(std::string_view text, Language language,
                                      std::optional<Date> date = {}) {
  AnchorOptions options;
  options.date = date;
  std::vector<Anchor> out;
  const Document document = one_sentence(text, language);
  if (language == Language::chinese)
    anchor::find_chinese_quantities(document, anchor::ChineseText(document), options, out);
  else
    anchor::find_english_quantities(document, options, out);
  return out;
}

/// "money CNY 500000000; date 2024-03"; a rough one with '~' before it.
inline std::string written(const std::vector<Anchor>& anchors) {
  std::string out;
  for (const Anchor& a : anchors) {
    if (!out.empty()) out += "; ";
    if (a.approximate) out += "~";
    out += std::string(name(a.kind)) + " " + a.key;
  }
  return out;
}

}  // namespace duiqi::testing
