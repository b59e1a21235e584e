// Layer: data. Other spellings of pinyin: Wade–Giles, as Taiwan and older texts use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duiqi::data {

/// The Wade–Giles spelling of a pinyin syllable in plain letters, without the apostrophe that tells ch'i from
/// chi, since names are printed without it: "qi" → "chi", "xiao" → "hsiao". By rule.
std::string wade_giles(std::string_view pinyin);

/// Appends the pinyin strings ("caiyingwen") that a word may stand for, if all of it can be read as syllables
/// of Wade–Giles or of Taiwan's usual spellings. `word` is lower-case ASCII letters with or without hyphens;
/// each part between hyphens is read on its own. The word itself, as it would be read as pinyin, is not
/// among them unless it is also Wade–Giles. At most 16 strings.
void read_wade_giles(std::string_view word, std::vector<std::string>& out);

/// Whether lower-case ASCII letters can be read as a series of 1 to `most` pinyin syllables.
bool is_pinyin(std::string_view letters, int most);

}  // namespace duiqi::data
