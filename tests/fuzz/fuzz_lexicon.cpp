// Any bytes as a lexicon: refused with an error, or safe to use, whether or not the checksum was looked at.
// The input is taken as a file, and as changes to a good file (two bytes where, one byte what), signed again
// with the sizes and sums that fit, as anyone can write them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <duiqi/error.hpp>

#include "lexicon/format.hpp"
#include "lexicon/hash.hpp"
#include "unit/lexicon/made_lexicon.hpp"
#include "use_image.hpp"

namespace {

using duiqi::lexicon::Header;

void check(const std::string& bytes) {
  try {
    duiqi::Lexicon::from_image(bytes, "fuzz", duiqi::LexiconCheck::structure);
  } catch (const duiqi::Error& error) {
    if (error.code() != duiqi::ErrorCode::invalid_format) std::abort();
    return;
  }
  duiqi::lexicon::use_image(bytes);
}

void sign(std::string& bytes) {
  const std::uint64_t size = bytes.size();
  std::memcpy(bytes.data() + offsetof(Header, size), &size, sizeof(size));
  const std::uint64_t sum =
      duiqi::lexicon::hash_bytes(std::string_view(bytes).substr(duiqi::lexicon::checksum_begin));
  std::memcpy(bytes.data() + offsetof(Header, checksum), &sum, sizeof(sum));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  if (size >= sizeof(Header)) {
    sign(bytes);
    check(bytes);
  }

  static const std::string good = duiqi::build_lexicon(duiqi::made_lexicon());
  std::string changed = good;
  for (std::size_t i = 0; i + 3 <= size; i += 3) {
    changed[(data[i] | std::size_t{data[i + 1]} << 8) % good.size()] = static_cast<char>(data[i + 2]);
  }
  sign(changed);
  check(changed);
  return 0;
}
