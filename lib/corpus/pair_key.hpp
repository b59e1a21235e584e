// Layer: corpus. Pairs as small keys, to find those that were seen before.
#pragma once

#include <cstdint>
#include <string_view>

namespace duiqi::corpus {

/// What deduplication knows of a pair.
struct PairKey {
  std::uint64_t zh = 0;  ///< exact: XXH3 of both sides, normalised; near: the simhash of the Chinese side
  std::uint64_t en = 0;  ///< near: the simhash of the English side; exact: 0
};

/// Equal for pairs that are the same but for case, width, script variant, white space and punctuation.
PairKey exact_key(std::string_view zh, std::string_view en);

/// Simhash (Charikar 2002, as Manku et al. 2007 use it): of each side 64 bits, of which few differ where few
/// of the text's pieces do: three characters of Chinese, two words of English.
PairKey near_key(std::string_view zh, std::string_view en);

}  // namespace duiqi::corpus
