// Layer: data. Tables that are made while the library is built, since ICU takes some 80 million instructions
// to tell them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace duiqi::data {

/// The images that tools/build_tables wrote. Empty in that program itself, which makes them.
struct BuiltInTables {
  std::string_view han;    ///< see make_han_image()
  std::string_view names;  ///< see make_name_image()
};
BuiltInTables built_in_tables() noexcept;

/// Takes arrays one after the other out of an image of this machine's byte order that append_array() wrote.
/// The views live as long as the bytes, which begin at a multiple of 8.
class TakeArrays {
 public:
  explicit TakeArrays(std::string_view image) : rest_(image) {}

  template <typename T>
  std::span<const T> take() {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
    std::uint64_t count = 0;
    std::memcpy(&count, rest_.data(), sizeof(count));
    const auto* first = reinterpret_cast<const T*>(rest_.data() + sizeof(count));
    rest_.remove_prefix(sizeof(count) + (count * sizeof(T) + 7) / 8 * 8);
    return {first, static_cast<std::size_t>(count)};
  }

 private:
  std::string_view rest_;
};

/// Each array with its number before it, padded to 8 bytes.
template <typename T>
void append_array(std::string& image, std::span<const T> values) {
  static_assert(std::has_unique_object_representations_v<T>, "padding would differ from build to build");
  const std::uint64_t count = values.size();
  image.append(reinterpret_cast<const char*>(&count), sizeof(count));
  image.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  image.resize((image.size() + 7) / 8 * 8);
}

}  // namespace duiqi::data
