// Layer: corpus. Pairs as small keys, to find those that were seen before.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <duiqi/corpus.hpp>

namespace duiqi::corpus {

/// What deduplication knows of a pair.
struct PairKey {
  /// Near pairs are looked for among those that have the same value in one of these places. Two hashes of
  /// either side stand behind a value: pairs of which one side has .75 of its pieces in common meet in one of
  /// six with a probability of .993, and distinct ones hardly ever do: of 6,397 of the dev sets .02 for each.
  static constexpr std::size_t bands = 6;

  std::uint64_t zh = 0;  ///< exact: XXH3 of both sides, normalised; near: bits of the Chinese side's minhash
  std::uint64_t en = 0;  ///< near: bits of the English side's; exact: 0
  std::array<std::uint32_t, bands> band{};  ///< near
};

/// How many of a key's bytes, the first ones, there is something in.
constexpr std::size_t used_bytes(CorpusDedup kind) {
  return kind == CorpusDedup::exact ? sizeof(std::uint64_t) : sizeof(PairKey);
}

/// Equal for pairs that are the same but for case, width, script variant, white space and punctuation.
PairKey exact_key(std::string_view zh, std::string_view en);

/// Minhashes of both sides (minhash.hpp).
PairKey near_key(std::string_view zh, std::string_view en);

}  // namespace duiqi::corpus
