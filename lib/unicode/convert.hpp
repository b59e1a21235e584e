// Layer: unicode. From a named encoding to UTF-8, with the place of each invalid sequence on both sides.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duiqi::unicode {

/// Bytes that mean nothing in their encoding, and where the U+FFFD stands that replaces them.
struct InvalidSequence {
  std::size_t input;   ///< byte offset in the bytes as given
  std::size_t size;    ///< bytes
  std::size_t output;  ///< byte offset of U+FFFD in the UTF-8
};

struct Converted {
  std::string utf8;
  std::vector<InvalidSequence> invalid;  ///< in text order
};

/// The name that IANA gives to an encoding that ICU knows by `name` ("cp936" → "GBK"), or nothing. Case, '-',
/// '_' and ' ' don't matter.
std::optional<std::string> canonical_encoding(const std::string& name);

/// Converts through ICU, each maximal invalid subpart to one U+FFFD; a byte order mark stays, as U+FEFF.
/// Precondition: canonical_encoding(encoding). Cost: one pass; 2 bytes of memory for each byte besides the
/// result.
Converted convert(std::string_view bytes, const std::string& encoding);

}  // namespace duiqi::unicode
