// Layer: corpus. What counts as the same text.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::corpus {

/// Simplified for traditional characters, ASCII for full-width forms, small for capital ASCII letters;
/// without white space and punctuation, but for a point or comma between digits and signs that change a
/// number.
std::string normalised(std::string_view text);

}  // namespace duiqi::corpus
