// Layer: corpus. The pairs that were written, in bounded memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <duiqi/corpus.hpp>

#include "corpus/pair_key.hpp"

namespace duiqi::corpus {

/// Which pairs a run has written. Once its memory is used up it knows those that it knows, and takes all
/// others for new.
class SeenPairs {
 public:
  /// `bytes`: the most that may be used, also while it grows.
  SeenPairs(CorpusDedup kind, std::size_t bytes);

  /// Whether a pair like this was written. If not, it is now, as the next one. Amortised O(1) for exact; for
  /// near O(pairs / 2^21), and never more than 6,000 looks.
  bool seen(const PairKey& key);

  /// What near means: the same value in one band, and bits that differ little.
  static bool near(const PairKey& a, const PairKey& b);

  /// Pairs that could not be remembered.
  std::uint64_t forgotten() const { return forgotten_; }
  /// Appends a line `N⇥COPIES` for each written pair that came again, N being its number from 1.
  void write_copies(std::string& out) const;

 private:
  /// Of exact, by open addressing; of near, in the order of writing. `number` 0: none.
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
    std::uint32_t copies = 0;
  };
  bool seen_exact(std::uint64_t key);
  bool seen_near(const PairKey& key);
  bool grow();
  Slot& slot_of(std::uint64_t key);

  // Near: a table for each band, of chains of the pairs that have one value there (or two that end alike).
  static constexpr unsigned chain_bits = 21;
  struct NearPair {
    std::uint64_t zh = 0;  // as in PairKey
    std::uint64_t en = 0;
    std::uint32_t number = 0;
    std::uint32_t copies = 0;
    std::array<std::uint32_t, PairKey::bands> next{};  // in the chain: index + 1, 0 for the end
  };
  static bool bits_are_near(std::uint64_t zh, std::uint64_t en);  // given which differ
  static std::size_t chain_of(const PairKey& key, std::size_t band);

  CorpusDedup kind_;
  std::size_t most_bytes_;
  std::uint32_t written_ = 0;
  std::uint64_t forgotten_ = 0;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<NearPair> near_;
  std::vector<std::uint32_t> heads_;
};

}  // namespace duiqi::corpus
