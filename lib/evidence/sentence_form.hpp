// Layer: evidence. How a sentence begins and ends, and its quotation marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>

namespace duiqi::evidence {

/// What ends a sentence, closing quotes and brackets aside.
enum class FinalMark : std::uint8_t { none, stop, question, exclamation, colon, comma, ellipsis };

struct SentenceForm {
  FinalMark final = FinalMark::none;
  bool opens_with_quote = false;
  bool closes_with_quote = false;
  bool marks_only = false;     ///< no letter, digit or Han character
  bool begins_quoted = false;  ///< a quotation that an earlier sentence opened is still open
  bool ends_quoted = false;    ///< … or is open behind the sentence
  std::uint16_t opening_quotes = 0;
  std::uint16_t closing_quotes = 0;
};

/// Of either language, on its own: begins_quoted is false. A straight `"` opens where nothing, white space or
/// a bracket stands before it; so does `'` before a letter, and it closes behind a mark, where it can't be an
/// apostrophe.
SentenceForm form_of(std::string_view sentence);

/// Of each sentence, with what earlier ones left open.
std::vector<SentenceForm> forms_of(const Document& document);

}  // namespace duiqi::evidence
