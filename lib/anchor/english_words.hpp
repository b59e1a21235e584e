// Layer: anchor. The words of an English sentence as the search for names sees them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <duiqi/span.hpp>

namespace duiqi::anchor {

struct EnglishWord {
  Span span;              ///< bytes of the document; without a final "'s"
  std::string folded;     ///< lower-case plain letters and digits: "Xi'an" → "xian", "Bao-yu" → "baoyu"
  bool capital = false;   ///< begins with a capital
  bool all_caps = false;  ///< at least two letters, all of them capitals
  bool digits = false;    ///< holds a digit
  bool hyphen = false;
  bool small = false;   ///< letters alone, without hyphen and apostrophe, none but the first a capital
  bool first = false;   ///< of its sentence, or behind an opening quotation mark or a colon: the capital may
                        ///< mean nothing
  bool joined = false;  ///< to the next word: only one space (or an initial's full stop and a space) between
};

/// Words are runs of Latin letters and digits with single hyphens and apostrophes inside, and full stops
/// inside abbreviations (U.S.). `begin`: where `sentence` stands in the document.
std::vector<EnglishWord> english_words(std::string_view sentence, std::size_t begin);

/// The same, appended: a document's words in one array.
void add_english_words(std::string_view sentence, std::size_t begin, std::vector<EnglishWord>& out);

}  // namespace duiqi::anchor
