// Layer: evidence. Which bytes of a stretch of text are taken.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <duiqi/span.hpp>

namespace duiqi::evidence {

/// A set of bytes within a stretch of text.
class Cover {
 public:
  /// Empties the set; spans will lie inside `stretch`.
  void reset(Span stretch) {
    begin_ = stretch.begin;
    words_.assign(stretch.size() / 64 + 1, 0);
  }

  bool overlaps(Span span) const {
    const std::size_t first = span.begin - begin_;
    const std::size_t last = span.end - begin_ - 1;
    if (span.begin < span.end && first / 64 == last / 64)  // nearly all
      return (words_[first / 64] & ~std::uint64_t{0} >> (63 - (last - first)) << (first % 64)) != 0;
    return any_word(span, [&](std::size_t k, std::uint64_t mask) { return (words_[k] & mask) != 0; });
  }

  /// Whether the span lies inside the stretch that the set was made for.
  bool reaches(Span span) const { return span.begin >= begin_ && span.end <= begin_ + 64 * words_.size(); }

  void add(Span span) {
    any_word(span, [&](std::size_t k, std::uint64_t mask) {
      words_[k] |= mask;
      return false;
    });
  }

 private:
  /// Calls `visit` with each word that the span touches and the span's bits in it, until it returns true.
  template <class Visit>
  bool any_word(Span span, Visit&& visit) const {
    for (std::size_t at = span.begin - begin_; at < span.end - begin_;) {
      const std::size_t end = std::min(span.end - begin_, (at / 64 + 1) * 64);
      const std::uint64_t mask = ~std::uint64_t{0} >> (64 - (end - at)) << (at % 64);
      if (visit(at / 64, mask)) return true;
      at = end;
    }
    return false;
  }

  std::size_t begin_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace duiqi::evidence
