// Reading bytes as text. Text::from_utf8 takes exactly what simdjson takes for UTF-8, keeps every byte, and
// names the first bad one. Text::decode gives valid UTF-8 for any bytes in any encoding, and says where it
// replaced some.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <simdjson.h>
#include <string>
#include <string_view>

#include <duiqi/error.hpp>
#include <duiqi/text.hpp>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool valid(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

void check_from_utf8(const std::string& bytes) {
  try {
    const duiqi::Text text = duiqi::Text::from_utf8(bytes, "fuzz");
    require(valid(bytes));
    require(text.view() == bytes);
    require(text.replacements().empty());
  } catch (const duiqi::Error& error) {
    require(error.code() == duiqi::ErrorCode::invalid_encoding);
    require(!valid(bytes));
    const auto bad = error.place().byte_offset;
    require(bad && *bad < bytes.size());
    require(valid(std::string_view(bytes).substr(0, *bad)));
    // No longer prefix is valid: the character that begins at `bad` is the broken one.
    for (std::size_t length = 1; length <= 4 && *bad + length <= bytes.size(); ++length)
      require(!valid(std::string_view(bytes).substr(*bad, length)));
  }
}

void check_decode(const std::string& bytes, const char* encoding) {
  const duiqi::Text replaced =
      duiqi::Text::decode(bytes, {.encoding = encoding, .invalid = duiqi::InvalidBytes::replace});
  require(valid(replaced.view()));
  require(std::is_sorted(replaced.replacements().begin(), replaced.replacements().end()));
  for (const std::size_t at : replaced.replacements())
    require(replaced.view().substr(at).starts_with("\xEF\xBF\xBD"));
  try {
    const duiqi::Text text = duiqi::Text::decode(bytes, {.encoding = encoding});
    require(text.view() == replaced.view());
    require(replaced.replacements().empty());
  } catch (const duiqi::Error& error) {
    require(error.code() == duiqi::ErrorCode::invalid_encoding);
    require(!replaced.replacements().empty());
    require(error.place().byte_offset && *error.place().byte_offset < bytes.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_from_utf8(bytes);
  for (const char* encoding : {"auto", "utf-8", "gb18030", "big5", "utf-16le"}) check_decode(bytes, encoding);
  return 0;
}
