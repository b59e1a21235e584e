// Layer: data. The gazetteer as bytes: its things, and a hash table of the prefixes of their names.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "data/gazetteer.hpp"

namespace duiqi::data {

/// FNV-1a, which can be carried on one unit after the other, so that the longest name is found in one walk.
inline constexpr std::uint64_t name_hash_seed = 1469598103934665603ULL;

constexpr std::uint64_t carry_on(std::uint64_t hash, std::uint64_t unit) {
  return (hash ^ unit) * 1099511628211ULL;
}

constexpr std::uint64_t carry_on(std::uint64_t hash, std::string_view word) {
  for (const char c : word) hash = carry_on(hash, static_cast<unsigned char>(c));
  return carry_on(hash, ' ');
}

/// A prefix tree kept as hashes, by open addressing: a prefix that leads on has a slot without a thing.
struct PrefixSlot {
  static constexpr std::uint32_t free = 0xFFFFFFFF;
  static constexpr std::uint32_t leads_on = 0xFFFFFFFE;
  std::uint32_t low = 0;  ///< of the hash
  std::uint32_t high = 0;
  std::uint32_t thing = free;
};

/// Where a search for the hash begins. FNV-1a's bits hardly depend on the last unit but for a few in the
/// middle: they are mixed once more, by Fibonacci hashing (Knuth, TAOCP 3, 6.4). `slots` is a power of two.
constexpr std::size_t first_slot(std::uint64_t hash, std::size_t slots) {
  return ((hash ^ hash >> 32) * 0x9E3779B97F4A7C15ULL >> 32) & (slots - 1);
}

/// The thing that the prefix names, or `leads_on`; `free` where no name begins so. `slots` are a power of
/// two, some are free.
inline std::uint32_t find_prefix(std::span<const PrefixSlot> slots, std::uint64_t hash) {
  const auto low = static_cast<std::uint32_t>(hash);
  const auto high = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t at = first_slot(hash, slots.size());; at = (at + 1) & (slots.size() - 1)) {
    const PrefixSlot& slot = slots[at];
    if ((slot.low == low && slot.high == high) || slot.thing == PrefixSlot::free) return slot.thing;
  }
}

/// A thing's key and alternate stand in the text one after the other, in the order of things.
struct ThingRow {
  std::uint32_t kind = 0;
  std::uint32_t key_size = 0;
  std::uint32_t alternate_size = 0;
};

/// Bits by hashes: of what names begin with, so that hardly anything else is looked up. 2,000 of 65,536 are
/// set by Chinese names and as many by English ones: 3 % of other begins pass.
inline constexpr std::size_t filter_words = 1024;

/// 16 bits, by Fibonacci hashing (Knuth, TAOCP 3, 6.4).
constexpr std::uint32_t filter_place(std::uint64_t bits) {
  return static_cast<std::uint32_t>(bits * 0x9E3779B97F4A7C15ULL >> 48);
}
/// Of a Chinese name's first two characters: none has fewer.
constexpr std::uint32_t filter_place(char32_t first, char32_t second) {
  return filter_place(std::uint64_t{first} << 32 | second);
}

constexpr bool may_begin_name(std::span<const std::uint64_t> begins, std::uint32_t place) {
  return (begins[place / 64] >> place % 64 & 1U) != 0;
}

/// Of a word's length and its letters at both ends, enough to tell nearly all words apart.
inline std::uint64_t short_hash(std::string_view word) {
  const std::size_t size = word.size();
  std::uint64_t front = 0, back = 0;
  if (size >= 8) {
    std::memcpy(&front, word.data(), 8);
    std::memcpy(&back, word.data() + size - 8, 8);
  } else if (size >= 4) {
    std::uint32_t four = 0;
    std::memcpy(&four, word.data(), 4);
    front = four;
    std::memcpy(&four, word.data() + size - 4, 4);
    back = four;
  } else if (size > 0) {
    front = static_cast<unsigned char>(word.front());
    back = static_cast<std::uint64_t>(word[size / 2]) << 8 | static_cast<unsigned char>(word.back());
  }
  const std::uint64_t mixed = (front ^ size) * 0x9E3779B97F4A7C15ULL;
  return (mixed ^ mixed >> 32) + back;
}

/// Views into an image.
struct NameImage {
  std::span<const std::uint64_t> zh_begins;  ///< filter_place() of Chinese names
  std::span<const std::uint64_t> en_begins;  ///< filter_place() of short_hash() of English names' first words
  std::span<const PrefixSlot> zh;
  std::span<const PrefixSlot> en;
  std::span<const ThingRow> things;
  std::span<const char> text;
};

/// Reads CLDR through ICU; some 20 ms. The same ICU gives the same bytes.
std::string make_name_image(NameTables tables);

NameImage read_name_image(std::string_view image);

}  // namespace duiqi::data
