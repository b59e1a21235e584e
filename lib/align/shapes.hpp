// Layer: align. The sizes that a bead may have.
#pragma once

#include <cstdint>
#include <vector>

namespace duiqi::align {

/// `zh` sentences against `en` sentences.
struct Shape {
  std::uint8_t zh = 0;
  std::uint8_t en = 0;

  constexpr bool null() const { return zh == 0 || en == 0; }
  friend constexpr bool operator==(Shape, Shape) = default;
};

inline constexpr std::size_t null_zh_shape = 0;  ///< 1-0 stands first in every list of shapes,
inline constexpr std::size_t null_en_shape = 1;  ///< 0-1 second

/// 1-0, 0-1, 1-1, 1-n and n-1 up to `max_one_to_many`, n-m with n, m >= 2 up to `max_many_to_many`.
inline std::vector<Shape> bead_shapes(std::uint32_t max_one_to_many, std::uint32_t max_many_to_many) {
  std::vector<Shape> shapes{{1, 0}, {0, 1}, {1, 1}};
  for (std::uint32_t n = 2; n <= max_one_to_many; ++n) {
    shapes.push_back({1, static_cast<std::uint8_t>(n)});
    shapes.push_back({static_cast<std::uint8_t>(n), 1});
  }
  for (std::uint32_t n = 2; n <= max_many_to_many; ++n) {
    for (std::uint32_t m = 2; m <= max_many_to_many; ++m) {
      shapes.push_back({static_cast<std::uint8_t>(n), static_cast<std::uint8_t>(m)});
    }
  }
  return shapes;
}

}  // namespace duiqi::align
