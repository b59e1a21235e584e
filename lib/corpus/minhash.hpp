// Layer: corpus. Texts as the least hashes of their pieces, to find those that are nearly the same.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duiqi::corpus {

inline constexpr std::size_t minhash_size = 64;

/// MinHash (Broder 1997): for each of 64 hash functions the least value among a text's pieces. Two texts have
/// the same value at a place with a probability that is the share of pieces that they have in common, of all
/// that either has (Jaccard).
using Minhash = std::array<std::uint32_t, minhash_size>;

/// Pieces: two characters of the normalised text, its ends being characters too.
Minhash minhash_zh(std::string_view text);
/// Pieces: two normalised words, the ends being words too.
Minhash minhash_en(std::string_view text);

/// The last bit of each value (b-bit minwise hashing, Li and König 2010): two texts differ in (1 − Jaccard) /
/// 2 of the bits, give or take.
std::uint64_t bits_of(const Minhash& minhash);

/// Of 64 bits of a side so many may differ, and of both sides together: the pieces in common are .62 on
/// either side and .72 on average, where no chance is in it. Chosen with dedup_report (docs/corpus.md).
inline constexpr int most_bits_of_a_side = 12;
inline constexpr int most_bits_of_both = 18;

/// Whether two sides, given as bits, are nearly the same.
inline bool alike(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b) <= most_bits_of_a_side;
}

}  // namespace duiqi::corpus
