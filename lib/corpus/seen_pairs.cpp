#include "corpus/seen_pairs.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace duiqi::corpus {
namespace {

constexpr std::size_t first_slots = 1 << 12;
/// Of four slots three are used at most, beyond which linear probing takes long.
constexpr std::size_t used_of_four = 3;
constexpr int most_bits_of_a_side = 3;
constexpr int most_bits = 5;

}  // namespace

SeenPairs::SeenPairs(CorpusDedup kind, std::size_t bytes) : kind_(kind), most_bytes_(bytes) {
  if (kind == CorpusDedup::exact) slots_.resize(first_slots);
  if (kind == CorpusDedup::near) heads_.resize(blocks << block_bits);
}

bool SeenPairs::seen(PairKey key) {
  switch (kind_) {
    case CorpusDedup::none:
      return false;
    case CorpusDedup::exact:
      return seen_exact(key.zh);
    case CorpusDedup::near:
      return seen_near(key);
  }
  return false;
}

SeenPairs::Slot& SeenPairs::slot_of(std::uint64_t key) {
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].number != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

bool SeenPairs::grow() {
  // The old table and the new one, twice as large, are there at once.
  if (slots_.size() * sizeof(Slot) * 3 > most_bytes_) return false;
  std::vector<Slot> old(slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.number != 0) slot_of(slot.key) = slot;
  }
  return true;
}

bool SeenPairs::seen_exact(std::uint64_t key) {
  if (Slot& known = slot_of(key); known.number != 0) {
    ++known.copies;
    return true;
  }
  ++written_;
  if ((used_ + 1) * 4 > slots_.size() * used_of_four && !grow()) {
    ++forgotten_;
    return false;
  }
  slot_of(key) = {key, written_, 0};
  ++used_;
  return false;
}

std::uint32_t SeenPairs::block_of(PairKey key, std::size_t block) {
  // Bits 0-63 are the Chinese side's, 64-127 the English one's; the last two belong to no block.
  const std::size_t bit = block * block_bits;
  std::uint64_t bits = bit < 64 ? key.zh >> bit : key.en >> (bit - 64);
  if (bit < 64 && bit + block_bits > 64) bits |= key.en << (64 - bit);
  return static_cast<std::uint32_t>(bits & ((1U << block_bits) - 1)) +
         static_cast<std::uint32_t>(block << block_bits);
}

bool SeenPairs::seen_near(PairKey key) {
  // The earliest of those that are alike, whichever chain it stands in.
  std::uint32_t found = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    for (std::uint32_t at = heads_[block_of(key, block)]; at != 0; at = near_[at - 1].next[block]) {
      const PairKey other = near_[at - 1].key;
      const int zh = std::popcount(key.zh ^ other.zh);
      const int en = std::popcount(key.en ^ other.en);
      const bool alike = std::max(zh, en) <= most_bits_of_a_side && zh + en <= most_bits;
      if (alike && (found == 0 || at < found)) found = at;
    }
  }
  if (found != 0) {
    ++near_[found - 1].copies;
    return true;
  }
  ++written_;
  if (near_.size() == near_.capacity()) {
    const std::size_t more = std::max<std::size_t>(near_.capacity() * 2, 1 << 10);
    const std::size_t bytes =
        heads_.size() * sizeof(heads_[0]) + (near_.capacity() + more) * sizeof(NearPair);
    if (bytes > most_bytes_) {
      ++forgotten_;
      return false;
    }
    near_.reserve(more);
  }
  NearPair& pair = near_.emplace_back();
  pair.key = key;
  pair.number = written_;
  for (std::size_t block = 0; block < blocks; ++block) {
    std::uint32_t& head = heads_[block_of(key, block)];
    pair.next[block] = head;
    head = static_cast<std::uint32_t>(near_.size());
  }
  return false;
}

void SeenPairs::write_copies(std::string& out) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  for (const Slot& slot : slots_) {
    if (slot.copies > 0) lines.emplace_back(slot.number, slot.copies);
  }
  for (const NearPair& pair : near_) {
    if (pair.copies > 0) lines.emplace_back(pair.number, pair.copies);
  }
  std::sort(lines.begin(), lines.end());
  for (const auto& [number, copies] : lines)
    fmt::format_to(std::back_inserter(out), "{}\t{}\n", number, copies);
}

}  // namespace duiqi::corpus
