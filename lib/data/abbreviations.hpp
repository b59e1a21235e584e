// Layer: data. English abbreviations of news text, and the words that begin sentences.
#pragma once

#include <string_view>

namespace duiqi::data {

enum class Abbreviation : unsigned char {
  none,
  title,   ///< stands before a name (Mr., Gen., Sen.): its full stop never ends a sentence
  number,  ///< stands before a number (No., Jan., p.): goes on before a digit or another of its kind, else it
           ///< is a word that ends ("He said no. Five left.")
  plain,   ///< ends a sentence only before a word that seldom stands in a name (U.S., Calif., vs.)
  suffix,  ///< stands behind a name or a number (Inc., Jr., p.m.): ends a sentence also before a capitalised
           ///< word that is followed by a small one ("Apple Inc. Analysts said"), as names seldom go on so
};

/// The class of `word`, which is written with its full stop ("Mr.", "a.m."). Case matters, but for words all
/// in capitals ("GEN.", "ST."), as in headlines and datelines. Binary search.
Abbreviation find_abbreviation(std::string_view word);

/// Is `word`, capitalised ("The", "However"), one that begins sentences and seldom stands inside a name?
bool begins_sentences(std::string_view word);

/// Is `word` a verb of saying in the past or present tense ("said", "asks")?
bool is_saying_verb(std::string_view word);

}  // namespace duiqi::data
