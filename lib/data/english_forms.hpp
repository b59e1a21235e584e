// Layer: data. English words whose forms or stems no rule gives.
#pragma once

#include <string_view>

namespace duiqi::data {

/// Irregular inflection, spelling variants and abbreviations: rows end in '|', each a word and, after spaces,
/// the forms that count as it. Lower-case plain letters. No form stands twice.
std::string_view english_irregulars();

/// Words that keep a stem of their own, in the same format: the first of a row is the stem of all in it.
std::string_view english_words_apart();

/// Adjectives that are compared with -er and -est, each followed by a space.
std::string_view english_adjectives();

}  // namespace duiqi::data
