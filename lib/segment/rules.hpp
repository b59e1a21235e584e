// Layer: segment. What the scanner knows where a sentence may end, and the rules that decide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>

namespace duiqi::segmenting {

/// A paragraph that is being cut, and the sentence that is open in it.
struct Context {
  std::string_view text;
  std::size_t end = 0;    ///< of the paragraph
  std::size_t begin = 0;  ///< of the open sentence
  /// A quotation is open, and it began inside a sentence without a colon, comma or verb of saying before it:
  /// 高呼“加油！”的人群.
  bool in_embedded_quote = false;
  bool in_quote = false;  ///< a quotation is open
  /// A bracket is open that began inside the sentence.
  bool in_inner_bracket = false;
  const std::vector<std::string>* abbreviations = nullptr;  ///< the user's, sorted
};

/// Marks that may end a sentence, and the closing quotes, brackets and footnote marks behind them.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t marks_end = 0;  ///< where the first marks end, before any closing quote
  bool full_stop = false;     ///< holds 。
  bool stop = false;          ///< holds ! or ?
  bool period = false;        ///< holds a single . that is no part of an ellipsis
  bool ellipsis = false;
  bool semicolon = false;
  bool quote_closed = false;
  bool bracket_closed = false;
};

/// Does the sentence end behind `run`? Not asked at the end of the paragraph, where it always does. `next` is
/// the first visible byte behind the run.
bool ends_chinese(const Context& context, const Run& run, std::size_t next);
bool ends_english(const Context& context, const Run& run, std::size_t next);

/// Is the single . (of any form) in `run` a full stop, and no part of a number, an abbreviation, an initial
/// or an address? For both languages. `next` as above.
bool is_full_stop(const Context& context, const Run& run, std::size_t next);

/// Do the marks stand inside a word, as in "a.com/?id=3" and "oOh!media"? For both languages.
bool is_inside_word(const Context& context, const Run& run, std::size_t next);

/// What follows a place where a sentence may end.
struct Ahead {
  std::size_t at = 0;     ///< the first character behind opening quotes, brackets and bullets
  char32_t first = 0;     ///< that character; 0 at the end of the paragraph
  std::string_view word;  ///< letters, digits and apostrophes from there on
  char32_t second = 0;    ///< the first character of the next word, where only blanks stand between
};

Ahead look_ahead(const Context& context, std::size_t next);

/// The quotation that just closed before `at` is followed by an attribution that belongs to it: 他说。
bool is_chinese_attribution(std::string_view text, std::size_t at, std::size_t end);

}  // namespace duiqi::segmenting
