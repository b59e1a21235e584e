// Layer: lexicon. How a .dqlex file is laid out. All numbers are little-endian; docs/lexicon.md has the
// table.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace duiqi::lexicon {

static_assert(std::endian::native == std::endian::little, "images are used as they lie in the file");

/// A byte that no text begins with, the name, and the line ends that transfers as text would change.
inline constexpr std::array<char, 8> magic{'\x89', 'D', 'Q', 'L', 'E', 'X', '\r', '\n'};
inline constexpr std::uint32_t format_version = 1;
/// Raised whenever stem_english() or tokenise_english() give other stems than before: the stems in a file are
/// then made anew.
inline constexpr std::uint32_t stemmer_version = 1;

/// Code points of the longest word. CC-CEDICT's longest have some 20; longer lines are sentences.
inline constexpr std::uint32_t longest_word = 64;
/// Slots that are looked at for a stem. At three quarters full, linear probing needs fewer than 64.
inline constexpr std::uint32_t most_probes = 255;

enum class Section : std::uint8_t {
  page_index,  ///< u16 for each 256 code points: the page of codes
  pages,       ///< u16[256] each: the code of a code point; 0 where no word has it
  letters,     ///< u32 for each code: the code point
  units,       ///< Unit: the double array
  words,       ///< u32 for each entry: its unit, or where it is not written as it is found, its place in the
               ///< pool with the bit text_mark
  classes,     ///< u8 for each entry
  gloss_begins,  ///< u32 for each entry and one more: bytes of glosses
  glosses,      ///< equivalents as numbers: of each word twice its id in the vocabulary, and one more for the
                ///< last of an equivalent; behind it its probability as f32, if the header says so
  vocabulary,   ///< u32 for each English word, the commonest first: its text in the pool
  link_begins,  ///< u32 for each entry and one more
  links,        ///< LexiconLink
  stems,        ///< u32 for each stem: its text in the pool
  stem_slots,   ///< u32, a power of two of them: 8 bits of the stem's hash over 24 bits of its id
  sources,      ///< u32 × 3 each: name, licence and note in the pool
  pool,         ///< texts: length as a number, then UTF-8. A number has 7 bits a byte, the low ones first
};
inline constexpr std::size_t section_count = 15;
inline constexpr std::size_t section_alignment = 64;

struct SectionPlace {
  std::uint64_t offset;  ///< bytes from the file's begin, a multiple of section_alignment
  std::uint64_t size;    ///< bytes
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t flags;     ///< none is defined
  std::uint64_t size;      ///< bytes of the file
  std::uint64_t checksum;  ///< XXH3 of all that follows this field
  std::uint32_t stemmer;   ///< stemmer_version when it was built
  std::uint32_t longest;   ///< code points of the longest word
  std::uint32_t probes;    ///< slots that the stem farthest from its own needs
  std::uint32_t weighed;   ///< 1 where equivalents have probabilities, else 0
  std::array<SectionPlace, section_count> sections;
};
static_assert(sizeof(Header) == 48 + 16 * section_count);
inline constexpr std::size_t checksum_begin = offsetof(Header, stemmer);

inline constexpr unsigned unit_bits = 21;
inline constexpr std::uint32_t unit_mask = (1U << unit_bits) - 1;
inline constexpr std::uint32_t root = 0;  ///< its base is 0: a first character's unit is its code
inline constexpr std::uint32_t no_parent = unit_mask;
inline constexpr std::uint32_t no_entry = unit_mask;
inline constexpr std::uint32_t most_units = unit_mask;

/// A node of the double array, from the low bits: base, parent, entry (21 each), and whether it has children.
/// A child by code c stands at base + c (modulo 2^21) and names its parent.
struct Unit {
  std::uint64_t bits = 0;

  static constexpr Unit make(std::uint32_t base, std::uint32_t check, std::uint32_t entry,
                             bool has_children) {
    return {(base & unit_mask) | std::uint64_t{check} << unit_bits | std::uint64_t{entry} << 2 * unit_bits |
            std::uint64_t{has_children} << 3 * unit_bits};
  }
  constexpr std::uint32_t child(std::uint16_t code) const {
    return (static_cast<std::uint32_t>(bits) + code) & unit_mask;
  }
  constexpr std::uint32_t check() const { return static_cast<std::uint32_t>(bits >> unit_bits) & unit_mask; }
  constexpr std::uint32_t entry() const {
    return static_cast<std::uint32_t>(bits >> 2 * unit_bits) & unit_mask;
  }
  constexpr bool has_children() const { return bits >> 3 * unit_bits != 0; }
};
static_assert(sizeof(Unit) == 8);

inline constexpr std::uint32_t text_mark = 0x80000000;
/// Bytes of an English word.
inline constexpr std::size_t longest_english = 255;

inline constexpr std::uint32_t empty_slot = 0xFFFFFFFF;
inline constexpr std::uint32_t slot_id_bits = 24;
inline constexpr std::uint32_t most_stems = (1U << slot_id_bits) - 1;

}  // namespace duiqi::lexicon
