// Layer: corpus. The further fields of an input, as outputs carry them.
#pragma once

#include <initializer_list>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace duiqi::corpus {

/// The fields of `line` but those named `without`, as a JSON object; empty where there are none. What it
/// gives, read again and given to it, comes out the same.
std::string metadata_json(const simdjson::dom::object& line, std::initializer_list<std::string_view> without);

}  // namespace duiqi::corpus
