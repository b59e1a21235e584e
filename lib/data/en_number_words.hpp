// Layer: data. English words that are numbers, or parts of numbers and dates.
#pragma once

#include <string_view>

namespace duiqi::data {

/// Words separated by '|'. The n-th has the value `first + n * step`; a word with a '/' has two spellings of
/// one value.
struct EnNumberRow {
  std::string_view role;  ///< the name of the role, as anchor/en_tokens.cpp reads it
  int first;
  int step;
  std::string_view words;
};

/// Ends with a row of an empty role.
extern const EnNumberRow en_number_words[];

}  // namespace duiqi::data
