// Layer: lexicon. The English side of looking up: words, and what of them is compared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/span.hpp>

namespace duiqi::lexicon {

/// A word of an English sentence.
struct EnglishToken {
  Span span;         ///< relative to the sentence
  std::string stem;  ///< what is compared: lower case, irregular forms resolved, spelling variants joined
  bool capitalised =
      false;  ///< begins with a capital and is not the sentence's first word, or is all capitals
};

/// Appends the words of a sentence: letters, digits and what holds them together (U.S., O'Brien, well-known
/// gives "well" and "known"); "n't" is its own token with the stem "not", "'s" is dropped. Numbers are tokens
/// too.
void tokenise_english(std::string_view sentence, std::vector<EnglishToken>& out);

/// The stem of one word; tokenise_english() gives the same.
std::string stem_english(std::string_view word);

/// True for words that say nothing by themselves in an equivalent of several words: of, the, to, be, …
bool is_empty_word(std::string_view stem);

}  // namespace duiqi::lexicon
