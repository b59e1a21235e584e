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
  Span span;  ///< relative to the sentence
  /// What is compared: lower case, plain letters, irregular forms resolved, spelling variants joined. Not
  /// meant for reading. Never empty.
  std::string stem;
  bool capitalised =
      false;  ///< begins with a capital and is not the sentence's first word, or is all capitals
};

/// Appends the words of a sentence: letters, digits and what holds them together (U.S., O'Brien, 3.5, F-16;
/// "well-known" gives "well" and "known"). "n't" is its own token with the stem "not"; 'll, 've, 're, 'm and
/// 'd are tokens with the stems of their verbs; "'s" is dropped. Words of other scripts are left out.
/// Stems: Snowball's English stemmer after tables of irregular forms, comparatives and British spellings;
/// measured in docs/lexicon.md. Cost: one pass; some 10 million tokens a second and thread, since each thread
/// remembers the stems of words that it met. `sentence` is valid UTF-8.
/// Files hold stems: whoever changes what this gives raises stemmer_version in lexicon/format.hpp.
void tokenise_english(std::string_view sentence, std::vector<EnglishToken>& out);

/// The same for the one word that begins with the letter or digit at `begin`, before which there is none.
/// `inside`: other words of the sentence stand before it. Returns the byte from which on to look for the
/// next.
std::size_t read_english_word(std::string_view sentence, std::size_t begin, bool inside,
                              std::vector<EnglishToken>& out);

/// The stem of one word: of the first that tokenise_english() would find; empty where there is none.
std::string stem_english(std::string_view word);

/// True for words that say nothing by themselves in an equivalent of several words: of, the, to, be, up, …
bool is_empty_word(std::string_view stem);

}  // namespace duiqi::lexicon
