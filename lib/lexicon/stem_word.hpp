// Layer: lexicon. The stem of a single English word that is folded already.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::lexicon {

/// Sets `out` to the stem of `folded`: lower-case plain letters and digits, not empty. Const use from many
/// threads: each has its own stemmer and its own memory of stems (400 kB).
void stem_folded(std::string_view folded, std::string& out);

}  // namespace duiqi::lexicon
