#include <algorithm>

#include <duiqi/error.hpp>
#include <duiqi/segment.hpp>

#include "segment/characters.hpp"
#include "segment/lines.hpp"

namespace duiqi {

std::vector<std::string> read_abbreviations(const Text& text) {
  std::vector<std::string> abbreviations;
  const std::string_view all = text.view();
  std::size_t number = 0;
  for (std::size_t at = 0; at < all.size();) {
    ++number;
    const segmenting::LineEnd line = segmenting::find_line_end(all, at, all.size());
    const std::size_t end = std::min(all.find('#', at), line.at);
    const std::size_t first = segmenting::skip_blank(all, at, end);
    const Span span{first, segmenting::skip_blank_back(all, end, first)};
    at = line.next;
    if (span.empty()) continue;
    const std::string_view word = slice(all, span);
    if (word.size() < 2 || word.back() != '.' || word.find_first_of(" \t") != word.npos) {
      throw Error(ErrorCode::invalid_format,
                  "not an abbreviation; give one word with its full stop a line, as in 'Bros.'",
                  {text.name(), span.begin, number});
    }
    abbreviations.emplace_back(word);
  }
  return abbreviations;
}

}  // namespace duiqi
