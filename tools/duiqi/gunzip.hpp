// Reading .gz.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::tool {

/// The contents of a .gz, of one member or several. Throws Error(invalid_format) with `name` where it is
/// none, is damaged or ends too soon.
std::string gunzip(std::string_view bytes, const std::string& name);

}  // namespace duiqi::tool
