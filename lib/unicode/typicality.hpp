// Layer: unicode. How likely a decoded text is as Chinese or English: what encodings are weighed by.
#pragma once

#include <string_view>

namespace duiqi::unicode {

/// Natural log of the probability of valid UTF-8 `text` under a model of Chinese and English text that knows
/// kinds of characters only. U+FFFD counts as an invalid sequence. Comparable between decodings of the same
/// bytes, whatever their number of characters: each decoding has to account for all the bytes. Cost: one pass
/// and a table look-up a character.
double typicality(std::string_view text);

}  // namespace duiqi::unicode
