// Layer: anchor. An English sentence as words, numbers and signs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/decimal.hpp"

namespace duiqi::anchor {

enum class EnRole : std::uint8_t {
  none,
  small,  ///< zero … nineteen
  tens,   ///< twenty … ninety
  hundred,
  scale,  ///< thousand, million, bn …: value = power of ten
  vague,  ///< hundreds, thousands, dozens …: value = power of ten
  dozen,
  article,  ///< a, an
  half,
  quarter,         ///< quarter, quarters
  ordinal,         ///< first … ninetieth
  ordinals,        ///< thirds, fifths …: denominators
  ordinal_suffix,  ///< th, st, nd, rd
  month,
  weekday,
  decade,    ///< twenties … nineties
  multiple,  ///< twice, double, tripled, fivefold …
  percent,
  season,
};

struct EnToken {
  enum Type : std::uint8_t { word, number, sign, end };

  Type type = end;
  EnRole role = EnRole::none;
  bool space_before = false;
  bool capital = false;  ///< begins with a capital
  bool grouped = false;  ///< a number with separators
  bool begins = false;   ///< a word that some reader of quantities looks for at the begin of what it reads
  std::uint8_t digits = 0;
  int role_value = 0;
  char32_t symbol = 0;                ///< of a sign
  std::uint32_t begin = 0, stop = 0;  ///< bytes of the sentence
  std::string_view lower;             ///< a word in lower case, without a full stop at its end: "u.s", "p.m"
  Decimal value;
};

template <std::size_t n>
bool is_any(std::string_view word, const std::string_view (&set)[n]) {
  return std::find(std::begin(set), std::end(set), word) != std::end(set);
}

/// Tokens of one sentence. Past the end stand tokens of type `end`.
class EnTokens {
 public:
  EnTokens() = default;
  explicit EnTokens(std::string_view sentence) { read(sentence); }

  /// Replaces the tokens, so that a document's sentences share their memory. The sentence must outlive them.
  void read(std::string_view sentence);

  std::size_t size() const { return tokens_.size(); }
  const EnToken& operator[](std::size_t at) const { return at < tokens_.size() ? tokens_[at] : end_; }
  const EnToken& before(std::size_t at, std::size_t steps = 1) const {
    return at >= steps ? tokens_[at - steps] : end_;
  }

  bool is_word(std::size_t at, std::string_view word) const {
    return (*this)[at].type == EnToken::word && (*this)[at].lower == word;
  }
  bool is_sign(std::size_t at, char32_t c) const {
    return (*this)[at].type == EnToken::sign && (*this)[at].symbol == c;
  }
  /// Behind a hyphen that joins two words, or `at`.
  std::size_t skip_hyphen(std::size_t at) const { return is_joining_hyphen(at) ? at + 1 : at; }
  bool is_joining_hyphen(std::size_t at) const {
    return is_sign(at, U'-') && !(*this)[at].space_before && !(*this)[at + 1].space_before;
  }
  std::string_view sentence() const { return sentence_; }

 private:
  std::string_view sentence_;
  std::string lower_;
  std::vector<EnToken> tokens_;
  EnToken end_;
};

}  // namespace duiqi::anchor
