// Layer: io. The parts of TMX 1.4b that all of its writers need.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duiqi::io {

/// All before the first unit; with properties of the header, a type and a value each.
void append_tmx_begin(std::string& out, const std::vector<std::pair<std::string, std::string>>& properties);
void append_tmx_end(std::string& out);

/// Of a unit; before its variants.
void append_tmx_property(std::string& out, std::string_view type, std::string_view value);
/// `text` on one line.
void append_tmx_variant(std::string& out, std::string_view language, std::string_view text);

}  // namespace duiqi::io
