#include "corpus/minhash.hpp"

#include <algorithm>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/normalise.hpp"
#include "io/escape.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {
namespace {

/// SplitMix64 (Steele et al. 2014), at `index`: odd, so that multiplying by it is a hash function of its own.
constexpr std::uint64_t odd_number(std::uint64_t index) {
  std::uint64_t x = (index + 1) * 0x9E3779B97F4A7C15;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
  x = (x ^ x >> 27) * 0x94D049BB133111EB;
  return (x ^ x >> 31) | 1;
}

constexpr std::array<std::uint64_t, minhash_size> factors = [] {
  std::array<std::uint64_t, minhash_size> out{};
  for (std::size_t k = 0; k < out.size(); ++k) out[k] = odd_number(k);
  return out;
}();

class Least {
 public:
  Least() { values_.fill(~std::uint32_t{0}); }
  void add(const void* piece, std::size_t size) {
    const std::uint64_t hash = XXH3_64bits(piece, size);
    for (std::size_t k = 0; k < values_.size(); ++k)
      values_[k] = std::min(values_[k], static_cast<std::uint32_t>(hash * factors[k] >> 32));
  }
  const Minhash& values() const { return values_; }

 private:
  Minhash values_;
};

}  // namespace

Minhash minhash_zh(std::string_view text) {
  Least least;
  char32_t last = 0;
  const auto add = [&](char32_t next) {
    // As little-endian bytes, whatever the machine.
    std::array<unsigned char, 8> piece{};
    for (std::size_t k = 0; k < 4; ++k) {
      piece[k] = static_cast<unsigned char>(last >> (8 * k));
      piece[k + 4] = static_cast<unsigned char>(next >> (8 * k));
    }
    least.add(piece.data(), piece.size());
    last = next;
  };
  for (const char32_t c : unicode::to_code_points(normalised(text))) add(c);
  add(0);
  return least.values();
}

Minhash minhash_en(std::string_view text) {
  // Lines of tsv have one space where the text has a line end: they must be the same.
  std::string one_line;
  io::append_one_line(one_line, text);
  Least least;
  std::string last;
  const auto add = [&](std::string next) {
    const std::string piece = last + ' ' + next;
    least.add(piece.data(), piece.size());
    last = std::move(next);
  };
  for (std::string_view rest = one_line; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string word = normalised(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!word.empty()) add(std::move(word));
  }
  add({});
  return least.values();
}

std::uint64_t bits_of(const Minhash& minhash) {
  std::uint64_t out = 0;
  for (std::size_t k = 0; k < minhash.size(); ++k) out |= std::uint64_t{minhash[k] & 1U} << k;
  return out;
}

}  // namespace duiqi::corpus
