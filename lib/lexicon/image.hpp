// Layer: lexicon. The image that a .dqlex file holds, as the evidence uses it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <duiqi/lexicon.hpp>

namespace duiqi {

/// One possible link of an entry: a stem and how strong it is.
struct LexiconLink {
  std::uint32_t stem = 0;  ///< id in this image
  float strength = 0;      ///< in (0, 1]; see docs/lexicon.md
};

/// A word found in a text.
struct LexiconHit {
  std::uint32_t begin = 0;  ///< code points from the text's begin
  std::uint32_t end = 0;
  std::uint32_t entry = 0;
};

struct Lexicon::Image {
  /// Appends all words that begin anywhere in `folded` (code points, simplified by unicode's Hant→Hans
  /// table), by begin, then the longest first.
  void find_all(std::u32string_view folded, std::vector<LexiconHit>& out) const;
  /// The links of an entry, strongest first: of every content word of every equivalent.
  std::span<const LexiconLink> links(std::uint32_t entry) const;
  std::uint8_t frequency_class(std::uint32_t entry) const;
  /// The id of a stem, or none.
  static constexpr std::uint32_t no_stem = 0xFFFFFFFF;
  std::uint32_t find_stem(std::string_view stem) const;
  std::uint32_t stems() const;
};

}  // namespace duiqi
