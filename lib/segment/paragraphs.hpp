// Layer: segment. From text to paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include <duiqi/segment.hpp>

namespace duiqi::segmenting {

/// What a single line end means.
enum class Layout : unsigned char {
  lines,    ///< it ends a paragraph
  blocks,   ///< it is white space; a blank line ends a paragraph
  wrapped,  ///< as `blocks`, but an indented line and what follows a short line begin a paragraph too
};

/// The layout that `rules` ask for; where they are automatic, found out from the line ends of `regions`: in
/// hard-wrapped text lines of nearly one width end inside sentences.
Layout find_layout(std::string_view text, Language language, ParagraphRules rules,
                   const std::vector<Span>& regions);

/// Appends the paragraphs of `region`, ascending, without the blanks around them. A line that holds nothing
/// but closing quotes or brackets belongs to the paragraph before it, one that holds nothing but a list
/// number to the one behind it.
void find_paragraphs(std::string_view text, Span region, Layout layout, std::vector<Span>& out);

/// Is `text` nothing but a list number: "1.", "1)", "(1)", "（一）", "一、", "①", "iv."?
bool is_list_number(std::string_view text);

}  // namespace duiqi::segmenting
