// Layer: lexicon. How strongly an entry speaks for each English stem.
#pragma once

#include <map>
#include <string>

#include <duiqi/lexicon.hpp>

namespace duiqi::lexicon {

/// The strength of an entry's links, by stem, in (0, .95].
///
/// An equivalent of m content words gives each of them .8 · √p · m^-½, where p is its probability, or 1/G
/// where none is known, for an entry of G equivalents. So a known probability says what an equal share would
/// have said. A stem of several equivalents joins theirs by noisy-or, 1 − Π(1 − s), at most .95. The
/// constants are those of the prototype that was measured on novels and news (docs/lexicon.md).
///
/// Content words are what is_empty_word() leaves; where that is nothing ("of the"), all words. Each counts
/// once. An equivalent without words counts for nothing.
std::map<std::string, double> link_strengths(const LexiconEntry& entry);

}  // namespace duiqi::lexicon
