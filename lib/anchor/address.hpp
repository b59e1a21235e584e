// Layer: anchor. Web addresses: their digits are no numbers, but the date in one is that of the text.
#pragma once

#include <cstddef>
#include <string_view>

#include "anchor/emitter.hpp"

namespace duiqi::anchor {

/// Where the address ends that begins at `at` (http://…, https://…, www.…); 0 where none does. Adds the dates
/// that stand in it (2024/03-15, 2024-03-15, 20240315).
std::size_t read_address(std::string_view sentence, std::size_t at, Emitter& emit);

}  // namespace duiqi::anchor
