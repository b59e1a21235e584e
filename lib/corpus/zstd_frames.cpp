#include "corpus/zstd_frames.hpp"

#include <algorithm>
#include <array>

namespace duiqi::corpus {
namespace {

constexpr std::uint32_t skippable_magic = 0x184D2A50;  // and the fifteen behind it
constexpr std::uint32_t checksum_size = 4;

}  // namespace

void ZstdFrames::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    if (at_ == Part::skip) {
      const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(skip_, bytes.size()));
      bytes.remove_prefix(step);
      skip_ -= step;
      if (skip_ == 0) at_ = after_skip_;
      continue;
    }
    take(static_cast<std::uint8_t>(bytes.front()));
    bytes.remove_prefix(1);
  }
}

void ZstdFrames::skip_then(std::uint64_t bytes, Part next) {
  skip_ = bytes;
  after_skip_ = next;
  at_ = bytes > 0 ? Part::skip : next;
}

void ZstdFrames::take(std::uint8_t byte) {
  value_ |= static_cast<std::uint32_t>(byte) << (8 * have_);
  ++have_;
  const auto read = [&](std::uint32_t size) {
    if (have_ < size) return false;
    have_ = 0;
    return true;
  };
  const std::uint32_t value = value_;
  switch (at_) {
    case Part::magic:
      if (!read(4)) return;
      at_ = (value & 0xFFFFFFF0) == skippable_magic ? Part::skippable_size : Part::descriptor;
      break;
    case Part::skippable_size:
      if (!read(4)) return;
      skip_then(value, Part::magic);
      break;
    case Part::descriptor: {
      read(1);
      constexpr std::array<std::uint32_t, 4> id_sizes{0, 1, 2, 4};
      constexpr std::array<std::uint32_t, 4> content_sizes{0, 2, 4, 8};
      const bool single = (value & 0x20) != 0;
      checksum_ = (value & 0x04) != 0;
      std::uint32_t content = content_sizes[value >> 6];
      if (content == 0 && single) content = 1;
      skip_then((single ? 0 : 1) + id_sizes[value & 3] + content, Part::block_header);
      break;
    }
    case Part::block_header: {
      if (!read(3)) return;
      const bool last = (value & 1) != 0;
      const bool repeated = (value >> 1 & 3) == 1;  // one byte stands for all
      const std::uint32_t size = repeated ? 1 : value >> 3;
      skip_then(size + (last && checksum_ ? checksum_size : 0), last ? Part::magic : Part::block_header);
      break;
    }
    case Part::skip:
      break;
  }
  value_ = 0;
}

}  // namespace duiqi::corpus
