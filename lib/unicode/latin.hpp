// Layer: unicode. Latin letters without case and marks.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::unicode {

/// The letter as one or two lower-case ASCII letters ("É" → "e", "ß" → "ss", "Ａ" → "a"), the digit as an
/// ASCII digit; empty for everything else. A table look-up; the view lives for ever.
std::string_view plain_latin(char32_t c);

/// plain_latin() of every code point of valid UTF-8 text; what has none is left out.
std::string fold_latin(std::string_view text);

/// Upper case, Latin script. A table look-up.
bool is_upper_latin(char32_t c);

}  // namespace duiqi::unicode
