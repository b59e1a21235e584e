#include "lexicon/hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace duiqi::lexicon {

std::uint64_t hash_bytes(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace duiqi::lexicon
