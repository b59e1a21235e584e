// Layer: lexicon. The image that a .dqlex file holds, as the evidence uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "lexicon/format.hpp"

namespace duiqi {

/// One possible link of an entry: a stem and how strong it is, in steps of 1/256.
struct LexiconLink {
  std::uint32_t stem : 24;  ///< id in this image
  std::uint32_t level : 8;

  /// In (0, 1]; see lexicon/strength.hpp.
  float strength() const { return static_cast<float>(level + 1) / 256; }
};
static_assert(sizeof(LexiconLink) == 4);

/// A word found in a text.
struct LexiconHit {
  std::uint32_t begin = 0;  ///< code points from the text's begin
  std::uint32_t end = 0;
  std::uint32_t entry = 0;
};

/// Safe with any bytes that read_image() took: what stands in them is checked there or where it is used. With
/// a wrong id a function gives nothing, and a text that is no UTF-8 reads as "".
struct Lexicon::Image {
  /// Appends all words that begin anywhere in `text`, by begin, then the longest first. Code points as they
  /// stand in the text: traditional and simplified, full-width and ASCII, upper and lower case are one.
  void find_all(std::u32string_view text, std::vector<LexiconHit>& out) const;
  /// The links of an entry, strongest first: of every content word of every equivalent.
  std::span<const LexiconLink> links(std::uint32_t entry) const;
  /// 1 (very common in news) to 6 (rare), 0 unknown.
  std::uint8_t frequency_class(std::uint32_t entry) const;
  /// The id of a stem, or none.
  static constexpr std::uint32_t no_stem = 0xFFFFFFFF;
  std::uint32_t find_stem(std::string_view stem) const;
  /// The stem of an id. The view lives as long as the image.
  std::string_view stem(std::uint32_t id) const;
  std::uint32_t stems() const { return static_cast<std::uint32_t>(stem_texts.size()); }

  std::uint32_t entries() const { return static_cast<std::uint32_t>(words.size()); }
  /// The entry of a whole text, or lexicon::no_entry.
  std::uint32_t find(std::u32string_view word) const;
  LexiconEntry entry(std::uint32_t id) const;
  std::vector<LexiconSource> sources() const;
  std::uint64_t hash() const { return header->checksum; }

  std::shared_ptr<const void> owner;  ///< of the bytes, where they are not the caller's
  const lexicon::Header* header = nullptr;
  std::span<const std::uint16_t> page_index;
  std::span<const std::uint16_t> pages;
  std::span<const std::uint32_t> letters;
  std::span<const lexicon::Unit> units;
  std::span<const std::uint32_t> words;
  std::span<const std::uint8_t> classes;
  std::span<const std::uint32_t> gloss_begins;
  std::string_view glosses;
  std::span<const std::uint32_t> vocabulary;
  std::span<const std::uint32_t> link_begins;
  std::span<const LexiconLink> all_links;
  std::span<const std::uint32_t> stem_texts;
  std::span<const std::uint32_t> stem_slots;
  std::span<const std::uint32_t> source_texts;
  std::string_view pool;

 private:
  std::uint16_t code(char32_t c) const {
    const std::size_t high = c >> 8;
    return high < page_index.size() ? pages[page_index[high] * std::size_t{256} + (c & 0xFF)] : 0;
  }
  std::string_view text(std::uint32_t offset) const;
  std::string valid_text(std::uint32_t offset) const;
  std::string word(std::uint32_t entry) const;
  std::vector<Equivalent> equivalents(std::uint32_t entry) const;
};

}  // namespace duiqi

namespace duiqi::lexicon {

/// `bytes` as an image, which views them: they must be aligned to 8 bytes, and outlive it or belong to
/// `owner`. `name` is the file's, for errors. Throws Error(invalid_format).
Lexicon::Image read_image(std::string_view bytes, const std::string& name, LexiconCheck check,
                          std::shared_ptr<const void> owner);

}  // namespace duiqi::lexicon
