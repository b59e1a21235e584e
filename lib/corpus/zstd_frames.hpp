// Layer: corpus. Where the frames of a zstd stream end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duiqi::corpus {

/// Follows a zstd stream by its frame and block headers (RFC 8878, section 3.1), without decompressing it.
/// Boost.Iostreams' filter takes the end of its input for the end of the stream, so that a truncated one
/// looks whole; this says that it is not.
class ZstdFrames {
 public:
  /// The next bytes of the stream. O(headers).
  void feed(std::string_view bytes);
  /// Whether the stream may end here: behind a frame.
  bool complete() const { return at_ == Part::magic && have_ == 0; }

 private:
  enum class Part : std::uint8_t { magic, descriptor, block_header, skip, skippable_size };

  void take(std::uint8_t byte);
  void skip_then(std::uint64_t bytes, Part next);

  Part at_ = Part::magic;
  Part after_skip_ = Part::magic;
  std::uint32_t have_ = 0;   // bytes of the part under way
  std::uint32_t value_ = 0;  // those bytes, little-endian
  std::uint64_t skip_ = 0;   // bytes that say nothing about the structure
  bool checksum_ = false;
};

}  // namespace duiqi::corpus
