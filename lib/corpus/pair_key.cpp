#include "corpus/pair_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/normalise.hpp"
#include "io/escape.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {
namespace {

class Simhash {
 public:
  void add(std::string_view piece) {
    const std::uint64_t hash = XXH3_64bits(piece.data(), piece.size());
    for (std::size_t bit = 0; bit < sums_.size(); ++bit) sums_[bit] += (hash >> bit & 1U) != 0 ? 1 : -1;
  }
  std::uint64_t value() const {
    std::uint64_t out = 0;
    for (std::size_t bit = 0; bit < sums_.size(); ++bit) out |= std::uint64_t{sums_[bit] > 0} << bit;
    return out;
  }

 private:
  std::array<std::int32_t, 64> sums_{};
};

/// Of `size` code points each.
std::uint64_t simhash_of_characters(std::string_view text, std::size_t size) {
  Simhash hash;
  const std::u32string points = unicode::to_code_points(text);
  for (std::size_t k = 0; k == 0 || k + size <= points.size(); ++k) {
    hash.add(unicode::to_utf8(std::u32string_view(points).substr(k, size)));
  }
  return hash.value();
}

std::uint64_t simhash_of_words(std::string_view text) {
  Simhash hash;
  std::string last;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string word = normalised(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    hash.add(last + ' ' + word);
    last = std::move(word);
  }
  return hash.value();
}

}  // namespace

PairKey exact_key(std::string_view zh, std::string_view en) {
  std::string both = normalised(zh);
  both += '\n';
  both += normalised(en);
  return {XXH3_64bits(both.data(), both.size()), 0};
}

PairKey near_key(std::string_view zh, std::string_view en) {
  // Lines of tsv have one space where the text has a line end: the keys must be the same.
  std::string one_line;
  io::append_one_line(one_line, en);
  return {simhash_of_characters(normalised(zh), 3), simhash_of_words(one_line)};
}

}  // namespace duiqi::corpus
