// Layer: lexicon. What counts as the same word.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::lexicon {

/// Simplified for traditional characters, ASCII for full-width forms, lower case for ASCII letters. Each code
/// point has one of its own, so that offsets stay.
char32_t fold(char32_t c);

/// fold() of every code point of valid UTF-8.
std::u32string fold(std::string_view text);

}  // namespace duiqi::lexicon
