// Layer: lexicon. The hash of files and of stems.
#pragma once

#include <cstdint>
#include <string_view>

namespace duiqi::lexicon {

/// XXH3, 64 bits, seed 0.
std::uint64_t hash_bytes(std::string_view bytes);

}  // namespace duiqi::lexicon
