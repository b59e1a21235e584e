// Layer: unicode. How text stands on a terminal: the columns that it takes, and where it may be wrapped.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace duiqi::unicode {

/// Columns: 2 for East Asian wide and full-width characters (UAX #11), 0 for combining marks, invisible
/// format characters, conjoining vowels and controls, 1 for all others, ambiguous ones too.
int display_width(char32_t c);

/// The sum over valid UTF-8.
std::size_t display_width(std::string_view text);

/// The bytes, ascending, before which a line may be broken (UAX #14, through ICU): after spaces and hyphens,
/// and between Han characters except where punctuation belongs to one of them. The end of the text is the
/// last. `text` is valid UTF-8 without line ends. Opens an iterator: for lines, not for characters.
std::vector<std::size_t> line_breaks(std::string_view text);

}  // namespace duiqi::unicode
