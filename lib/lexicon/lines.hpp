// Layer: lexicon. The lines of a text file, and errors that name them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <duiqi/text.hpp>

namespace duiqi::lexicon {

/// Goes over the lines of a text: without line ends (LF, CRLF) and a byte order mark.
class Lines {
 public:
  /// Keeps the text.
  explicit Lines(const Text& text);

  /// Reads on; false at the end. An unfinished last line counts.
  bool next();
  std::string_view line() const { return line_; }
  std::size_t number() const { return number_; }  ///< of line(), from 1

  /// Throws Error(invalid_format) about line().
  [[noreturn]] void fail(const std::string& what) const;

 private:
  Text text_;
  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
};

/// Without spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace duiqi::lexicon
