// Layer: unicode. Bytes in a known or an unknown encoding to UTF-8.
#pragma once

#include <string>
#include <vector>

#include "unicode/convert.hpp"

namespace duiqi::unicode {

struct Decoded {
  std::string utf8;
  std::string encoding;  ///< its IANA name
  std::vector<InvalidSequence> invalid;
  bool guessed = false;  ///< the text itself had to be weighed
};

/// `encoding` is "auto" or a name that ICU knows. Throws Error(unknown_encoding); invalid bytes become
/// U+FFFD. How "auto" decides stands in docs/text.md.
Decoded decode(std::string bytes, const std::string& encoding);

}  // namespace duiqi::unicode
