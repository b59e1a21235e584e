#include <algorithm>
#include <cassert>

#include <duiqi/text.hpp>

namespace duiqi {
namespace {

// Bytes of text a mark: the size of the index against the length of a scan.
constexpr std::size_t block = 256;

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// Outside the Basic Multilingual Plane: two UTF-16 units.
bool begins_pair(char byte) {
  return static_cast<unsigned char>(byte) >= 0xF0;
}

std::size_t code_point_begin(std::string_view text, std::size_t byte) {
  while (byte < text.size() && !begins_code_point(text[byte])) --byte;
  return byte;
}

}  // namespace

OffsetIndex::OffsetIndex(std::string_view utf8) : text_(utf8) {
  marks_.reserve(utf8.size() / block + 1);
  Mark mark{0, 0};
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    if (at % block == 0) marks_.push_back(mark);
    mark.code_points += begins_code_point(utf8[at]);
    mark.utf16_units += begins_code_point(utf8[at]) + begins_pair(utf8[at]);
  }
  if (utf8.size() % block == 0) marks_.push_back(mark);
}

std::size_t OffsetIndex::code_points(std::size_t byte) const {
  assert(byte <= text_.size());
  const std::size_t begin = code_point_begin(text_, byte);
  const std::size_t index = begin / block;
  std::size_t count = marks_[index].code_points;
  for (std::size_t at = index * block; at < begin; ++at) count += begins_code_point(text_[at]);
  return count;
}

std::size_t OffsetIndex::utf16_units(std::size_t byte) const {
  assert(byte <= text_.size());
  const std::size_t begin = code_point_begin(text_, byte);
  const std::size_t index = begin / block;
  std::size_t count = marks_[index].utf16_units;
  for (std::size_t at = index * block; at < begin; ++at) {
    count += begins_code_point(text_[at]) + begins_pair(text_[at]);
  }
  return count;
}

std::size_t OffsetIndex::byte_of_code_point(std::size_t count) const {
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), count,
                                       [](std::size_t c, const Mark& mark) { return c < mark.code_points; });
  const auto index = static_cast<std::size_t>(behind - marks_.begin()) - 1;
  std::size_t before = marks_[index].code_points;
  for (std::size_t at = index * block; at < text_.size(); ++at) {
    if (begins_code_point(text_[at]) && before++ == count) return at;
  }
  return text_.size();
}

std::size_t OffsetIndex::byte_of_utf16_unit(std::size_t count) const {
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), count,
                                       [](std::size_t c, const Mark& mark) { return c < mark.utf16_units; });
  const auto index = static_cast<std::size_t>(behind - marks_.begin()) - 1;
  std::size_t units = marks_[index].utf16_units;
  for (std::size_t at = index * block; at < text_.size(); ++at) {
    if (!begins_code_point(text_[at])) continue;
    units += begins_pair(text_[at]) ? 2 : 1;
    if (units > count) return at;
  }
  return text_.size();
}

}  // namespace duiqi
