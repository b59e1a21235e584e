// Text::from_utf8 takes exactly what simdjson takes for UTF-8, keeps every byte, and names the first bad one.
#include <cstdint>
#include <cstdlib>
#include <simdjson.h>
#include <string>

#include <duiqi/error.hpp>
#include <duiqi/text.hpp>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool valid(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  try {
    const duiqi::Text text = duiqi::Text::from_utf8(bytes, "fuzz");
    require(valid(bytes));
    require(text.view() == bytes);
    require(text.replacements().empty());
  } catch (const duiqi::Error& error) {
    require(error.code() == duiqi::ErrorCode::invalid_encoding);
    require(!valid(bytes));
    const auto bad = error.place().byte_offset;
    require(bad && *bad < size);
    require(valid(std::string_view(bytes).substr(0, *bad)));
    // No longer prefix is valid: the character that begins at `bad` is the broken one.
    for (std::size_t length = 1; length <= 4 && *bad + length <= size; ++length)
      require(!valid(std::string_view(bytes).substr(*bad, length)));
  }
  return 0;
}
