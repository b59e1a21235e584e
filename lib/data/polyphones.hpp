// Layer: data. Second readings of Han characters, as they occur in names.
#pragma once

#include <span>
#include <string_view>

namespace duiqi::data {

struct Polyphone {
  std::string_view reading;     ///< without tone
  std::string_view characters;  ///< simplified and traditional ones that can also be read so
};

/// Own table, from general knowledge of the language.
std::span<const Polyphone> polyphones();

}  // namespace duiqi::data
