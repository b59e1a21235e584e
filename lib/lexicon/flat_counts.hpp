// Layer: lexicon. A hash table of counters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace duiqi::lexicon {

/// Counters by key, in open addressing, at most half full: 16 bytes a slot and no allocation a key. No key
/// may be ~0.
class FlatCounts {
 public:
  FlatCounts() : slots_(1024) {}

  /// The counter of `key`, 0 at first. Valid until the next call.
  std::uint32_t& operator[](std::uint64_t key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = find(key);
    if (slot.key == free_key) {
      slot.key = key;
      ++used_;
    }
    return slot.count;
  }

 private:
  static constexpr std::uint64_t free_key = ~std::uint64_t{0};
  struct Slot {
    std::uint64_t key = free_key;
    std::uint32_t count = 0;
  };

  Slot& find(std::uint64_t key) {
    std::uint64_t hash = key * 0x9E3779B97F4A7C15;  // Fibonacci hashing (Knuth, vol. 3, 6.4)
    hash ^= hash >> 32;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].key != key && slots_[at].key != free_key) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != free_key) find(slot.key) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace duiqi::lexicon
