// Layer: segment. Lines, and pre-split text: a sentence a line.
#pragma once

#include <string_view>
#include <vector>

#include <duiqi/document.hpp>

namespace duiqi::segmenting {

/// Where a line ends and the next one begins (behind LF, CR, CRLF, VT, FF, NEL, U+2028 or U+2029).
struct LineEnd {
  std::size_t at;
  std::size_t next;
};

/// The first line end of `[at, end)`, or `{end, end}`.
LineEnd find_line_end(std::string_view text, std::size_t at, std::size_t end);

/// Each line of the regions is a sentence and a paragraph; blank lines are empty sentences and keep their
/// ids, as other tools count lines: a line ends with LF or CRLF, and a last line counts without. A text that
/// has no LF at all has its lines ended by CR.
Document split_lines(Text text, Language language, const std::vector<Span>& regions);

}  // namespace duiqi::segmenting
