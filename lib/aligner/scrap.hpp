// Layer: aligner. Sentences that are none: a bare list number, a lone quote.
#pragma once

#include <cstdint>
#include <string_view>

#include <duiqi/document.hpp>

namespace duiqi::gluing {

/// What a sentence without words of its own is. Separators (***, a dash, a row of dots) are none of them:
/// they belong to neither neighbour, and what has no counterpart is a null.
enum class Scrap : std::uint8_t {
  none,
  list_number,  ///< 1. （一） 二、 ③ (a) iv)
  bullet,
  quote,
  bracket,   ///< brackets, also those of titles
  ellipsis,  ///< one, without a quote or a bracket beside it
  stop       ///< 。 ! , and the like
};

inline constexpr std::size_t scrap_kinds = 7;

/// The scrap that a sentence is. Cost: bounded, whatever the sentence's length.
Scrap scrap_of(std::string_view sentence);

/// Whether scrap `id` was cut off from the sentence behind it, not from the one before. List numbers, bullets
/// and opening brackets were. A quote was only where no quotation is open before it and one is closed behind
/// it: in the dev sets all 30 lone “ end a quotation, for many texts write “ at both ends, and cutting tools
/// leave the end of a quotation behind, not its begin. Precondition: sentence `id` is `scrap`, which is not
/// `none`. Cost: some sentences for a quote, else constant.
bool belongs_to_next(const Document& document, std::uint32_t id, Scrap scrap);

}  // namespace duiqi::gluing
