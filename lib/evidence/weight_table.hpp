// Layer: evidence. Weights by kind of evidence and pass.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <duiqi/lexicon.hpp>
#include <duiqi/weights.hpp>

#include "evidence/feature.hpp"

namespace duiqi::evidence {

/// What words there are to link by: absent evidence needs no other weights than its own.
enum class LexiconKind : std::uint8_t {
  none,
  usual,  ///< of the built-in lexicon's size, or smaller
  large   ///< with CC-CEDICT or the like besides
};

inline constexpr std::size_t lexicon_kinds = 3;
inline constexpr std::size_t passes = 2;

/// `large` where one of them is (see is_large()).
LexiconKind kind_of(std::span<const Lexicon> lexicons);

/// "none.1", "none.2", "usual.1", …
std::string_view column_name(LexiconKind kind, std::size_t pass);

using WeightColumn = std::array<float, feature_count>;

}  // namespace duiqi::evidence

namespace duiqi {

struct Weights::Table {
  std::array<std::array<evidence::WeightColumn, evidence::passes>, evidence::lexicon_kinds> columns{};

  /// `pass`: 0 or 1.
  const evidence::WeightColumn& column(evidence::LexiconKind kind, std::size_t pass) const {
    return columns[static_cast<std::size_t>(kind)][pass];
  }
};

}  // namespace duiqi
