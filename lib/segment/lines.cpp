#include "segment/lines.hpp"

#include <algorithm>
#include <utility>

namespace duiqi::segmenting {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

}  // namespace

Document split_lines(Text text, Language language, const std::vector<Span>& regions) {
  Document document;
  document.language = language;
  const std::string_view all = text.view();
  for (const Span region : regions) {
    for (std::size_t at = region.begin; at < region.end;) {
      const std::size_t newline = std::min(all.find('\n', at), region.end);
      Span line{at, newline};
      while (!line.empty() && is_blank(all[line.begin])) ++line.begin;
      while (!line.empty() && is_blank(all[line.end - 1])) --line.end;
      const std::uint32_t id = document.size();
      document.paragraphs.push_back({line, {id, id + 1}});
      document.sentences.push_back({line, id});
      at = newline + 1;
    }
  }
  document.text = std::move(text);
  return document;
}

}  // namespace duiqi::segmenting
