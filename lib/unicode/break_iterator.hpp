// Layer: unicode. The sentence iterators of ICU and of Boost.Locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duiqi::unicode {

enum class BreakEngine : unsigned char { icu, boost_locale };

/// The byte offsets at which sentences of `text` end, ascending; the last one is text.size(). Empty for an
/// empty text. Precondition: `text` is valid UTF-8. `language`: "zh" or "en". One pass; const use from many
/// threads.
std::vector<std::size_t> find_sentence_breaks(const std::string& text, std::string_view language,
                                              BreakEngine engine);

}  // namespace duiqi::unicode
