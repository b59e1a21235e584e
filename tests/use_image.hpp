// Uses an image in every way, for tests with images that can't be trusted.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "lexicon/image.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {

/// Aborts where something comes out that its users rely on not to. Precondition: the image can be opened.
inline void use_image(std::string_view bytes) {
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  const auto valid = [&](const std::string& text) { require(!unicode::find_invalid(text)); };
  const Lexicon lexicon = Lexicon::from_image(bytes, {}, LexiconCheck::structure);
  const Lexicon::Image& image = lexicon.image();

  std::u32string text = U"中国人民表示，中國里程碑是AA制的𠮷野家中中中中中中中中中中中中\U0010FFFF";
  text += char32_t{0x110000};  // no code point, and past all pages
  std::vector<LexiconHit> hits;
  image.find_all(text, hits);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    require(hits[i].begin < hits[i].end && hits[i].end <= text.size() && hits[i].entry < image.entries());
    require(i == 0 || hits[i - 1].begin < hits[i].begin ||
            (hits[i - 1].begin == hits[i].begin && hits[i - 1].end > hits[i].end));
  }
  for (std::uint32_t id = 0; id < image.entries() && id < 1000; ++id) {
    for (const LexiconLink& link : image.links(id)) {
      require(link.stem < image.stems() && link.strength() > 0 && link.strength() <= 1);
    }
    image.frequency_class(id);
  }
  for (std::uint32_t id = 0; id < image.stems() && id < 1000; ++id) {
    const std::uint32_t found = image.find_stem(image.stem(id));
    require(found == Lexicon::Image::no_stem || image.stem(found) == image.stem(id));
  }
  for (const char* stem : {"", "china", "x"}) image.find_stem(stem);
  for (const char* word : {"中国", "国", ""}) lexicon.find(word);
  for (const LexiconSource& source : lexicon.sources()) valid(source.name + source.licence + source.note);
  for (const LexiconEntry& entry : lexicon.data().entries) {
    valid(entry.zh);
    for (const Equivalent& equivalent : entry.equivalents) {
      valid(equivalent.en);
      require(equivalent.probability >= 0 && equivalent.probability <= 1);
    }
  }
}

}  // namespace duiqi::lexicon
