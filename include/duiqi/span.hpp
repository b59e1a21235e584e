// Layer: core. The two kinds of range that everything else speaks in: bytes and sentence ids.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duiqi {

/// A half-open range of bytes `[begin, end)` of an original UTF-8 text. `begin <= end`.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers. Precondition: `span.end <= text.size()`. The view lives as long as
/// `text`'s bytes.
constexpr std::string_view slice(std::string_view text, Span span) {
  return std::string_view(text.data() + span.begin, span.size());
}

/// A half-open range of sentence ids `[begin, end)` of one document; ids count from 0. `begin <= end`.
struct SentenceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t id) const { return begin <= id && id < end; }
  friend constexpr auto operator<=>(const SentenceRange&, const SentenceRange&) = default;
};

/// Some sentences of each side: what a bead holds, found or only considered.
struct RangePair {
  SentenceRange zh;
  SentenceRange en;

  friend constexpr auto operator<=>(const RangePair&, const RangePair&) = default;
};

}  // namespace duiqi
