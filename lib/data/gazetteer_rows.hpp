// Layer: data. The rows of the gazetteer that CLDR does not have.
#pragma once

#include <span>
#include <string_view>

#include "data/gazetteer.hpp"

namespace duiqi::data {

struct Row {
  EntryKind kind;
  std::string_view key;
  std::string_view zh;  ///< simplified, separated by '|'
  std::string_view en;  ///< any case, separated by '|'
  std::string_view alternate = {};
};

/// Peoples and further names of regions; the key is the ISO 3166 code.
std::span<const Row> region_rows();
/// Cities and landmarks outside China, seas, continents, and Chinese places whose English is not pinyin.
std::span<const Row> place_rows();
/// Chinese provinces and cities whose English name is their pinyin, separated by spaces.
std::string_view pinyin_places();
/// Organisations and news agencies.
std::span<const Row> organisation_rows();
/// People in the news whose English name can't be had from the sound of the characters.
std::span<const Row> person_rows();

}  // namespace duiqi::data
