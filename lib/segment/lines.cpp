#include "segment/lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "segment/characters.hpp"

namespace duiqi::segmenting {
namespace {

constexpr ByteTable line_end_bytes = [] {
  ByteTable table{};
  for (const int byte : {0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2}) table[static_cast<std::size_t>(byte)] = true;
  return table;
}();

}  // namespace

LineEnd find_line_end(std::string_view text, std::size_t at, std::size_t end) {
  for (; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!line_end_bytes[byte]) continue;
    if (byte == '\r') return {at, at + 1 < end && text[at + 1] == '\n' ? at + 2 : at + 1};
    if (byte < 0x80) return {at, at + 1};
    const char32_t c = peek_before(text, at, end);
    if (c == 0x85) return {at, at + 2};
    if (c == 0x2028 || c == 0x2029) return {at, at + 3};
  }
  return {end, end};
}

Document split_lines(Text text, Language language, const std::vector<Span>& regions) {
  Document document;
  document.language = language;
  const std::string_view all = text.view();
  const char line_end = all.find('\n') == std::string_view::npos ? '\r' : '\n';
  for (const Span region : regions) {
    for (std::size_t at = region.begin; at < region.end;) {
      const std::size_t end = std::min(all.find(line_end, at), region.end);
      const std::size_t first = skip_blank(all, at, end);
      const Span line{first, skip_blank_back(all, end, first)};
      const std::uint32_t id = document.size();
      document.paragraphs.push_back({line, {id, id + 1}});
      document.sentences.push_back({line, id});
      at = end + 1;
    }
  }
  document.text = std::move(text);
  return document;
}

}  // namespace duiqi::segmenting
