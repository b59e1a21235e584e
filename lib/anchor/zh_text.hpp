// Layer: anchor. A Chinese sentence as code points, folded so that one table serves all its spellings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "anchor/chinese_text.hpp"

namespace duiqi::anchor {

/// Full-width forms become ASCII (but not the full-width comma), all dashes '-', all spaces ' ', and the
/// traditional characters that the tables of quantities need simplified.
class ZhText {
 public:
  ZhText() = default;

  /// Replaces the text by a sentence of a document, so that all of them share their memory. `text` must
  /// outlive its use.
  void read(const ChineseText& text, std::uint32_t sentence);

  std::size_t size() const { return size_; }
  /// 0 outside of the text, so that looking around needs no test.
  char32_t operator[](std::size_t at) const { return at < size_ ? folded_[at] : 0; }
  char32_t before(std::size_t at, std::size_t steps = 1) const {
    return at >= steps ? folded_[at - steps] : 0;
  }
  /// The byte where code point number `at` begins; the text's size for `at == size()`.
  std::size_t byte(std::size_t at) const { return offsets_[at] - offsets_[0]; }

  bool has(std::size_t at, std::u32string_view word) const {
    if (at + word.size() > size_) return false;
    for (std::size_t i = 0; i < word.size(); ++i)  // of few characters; mostly the first one differs
      if (folded_[at + i] != word[i]) return false;
    return true;
  }
  bool ends(std::size_t at, std::u32string_view word) const {
    return at >= word.size() && has(at - word.size(), word);
  }
  std::size_t skip_space(std::size_t at) const { return (*this)[at] == U' ' ? at + 1 : at; }

 private:
  std::size_t size_ = 0;
  std::u32string folded_;                   ///< as long as the longest text read
  const std::uint32_t* offsets_ = nullptr;  ///< of the document's text
};

constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
constexpr bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

constexpr bool one_of(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != set.npos;
}

/// Words with a value each; finds the longest that stands at a place. Immutable once built.
class ZhWords {
 public:
  struct Entry {
    std::u32string word;
    int value;
  };

  /// `words` are separated by '|'. The first value given to a word stays.
  void add(std::string_view words, int value);
  const Entry* match(const ZhText& text, std::size_t at) const;

 private:
  std::unordered_map<char32_t, std::vector<Entry>> by_first_;
};

}  // namespace duiqi::anchor
