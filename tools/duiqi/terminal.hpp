// What standard output is, and how wide.
#pragma once

#include <cstdint>
#include <string>

namespace duiqi::tool {

/// "always" and "never" decide; "auto" is yes on a terminal that has colours, unless NO_COLOR is set
/// (https://no-color.org).
bool use_colour(const std::string& flag, bool to_standard_output);

/// COLUMNS, else the terminal's width where standard output is one, else 100.
std::uint32_t text_width(bool to_standard_output);

}  // namespace duiqi::tool
