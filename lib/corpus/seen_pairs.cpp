#include "corpus/seen_pairs.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <iterator>
#include <utility>

#include "corpus/minhash.hpp"

namespace duiqi::corpus {
namespace {

constexpr std::size_t first_slots = 1 << 12;
/// Of four slots three are used at most, beyond which linear probing takes long.
constexpr std::size_t used_of_four = 3;
/// Of a chain so many are looked at, the latest first: bounds the time where much text is of one mould. Of
/// news, chains of 8 million pairs would have some 10 (pair_key.hpp, and chance).
constexpr std::size_t most_of_chain = 1000;

}  // namespace

SeenPairs::SeenPairs(CorpusDedup kind, std::size_t bytes) : kind_(kind), most_bytes_(bytes) {
  if (kind == CorpusDedup::exact) slots_.resize(first_slots);
  if (kind == CorpusDedup::near) heads_.resize(PairKey::bands << chain_bits);
}

bool SeenPairs::seen(const PairKey& key) {
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

std::size_t SeenPairs::chain_of(const PairKey& key, std::size_t band) {
  return (band << chain_bits) + (key.band[band] & ((1U << chain_bits) - 1));
}

bool SeenPairs::bits_are_near(std::uint64_t zh, std::uint64_t en) {
  const int of_zh = std::popcount(zh);
  const int of_en = std::popcount(en);
  return std::max(of_zh, of_en) <= most_bits_of_a_side && of_zh + of_en <= most_bits_of_both;
}

bool SeenPairs::near(const PairKey& a, const PairKey& b) {
  for (std::size_t band = 0; band < PairKey::bands; ++band) {
    if (chain_of(a, band) == chain_of(b, band)) return bits_are_near(a.zh ^ b.zh, a.en ^ b.en);
  }
  return false;
}

bool SeenPairs::seen_near(const PairKey& key) {
  // The earliest of those that are alike, whichever chain it stands in.
  std::uint32_t found = 0;
  for (std::size_t band = 0; band < PairKey::bands; ++band) {
    std::size_t looked_at = 0;
    for (std::uint32_t at = heads_[chain_of(key, band)]; at != 0 && looked_at < most_of_chain;
         at = near_[at - 1].next[band], ++looked_at) {
      const NearPair& other = near_[at - 1];
      if (bits_are_near(key.zh ^ other.zh, key.en ^ other.en) && (found == 0 || at < found)) found = at;
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
  pair.zh = key.zh;
  pair.en = key.en;
  pair.number = written_;
  for (std::size_t band = 0; band < PairKey::bands; ++band) {
    std::uint32_t& head = heads_[chain_of(key, band)];
    pair.next[band] = head;
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
