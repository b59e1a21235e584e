// Layer: io. Text made safe for the format that it stands in.
#pragma once

#include <string>
#include <string_view>

namespace duiqi::io {

/// Appends a JSON string with its quotation marks. Control characters and U+2028, U+2029 (line ends to
/// JavaScript) are escaped; bytes that are not UTF-8, as file names may hold, become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Appends a finite number with six significant digits, which hides the last bits in which machines differ;
/// null for others, which JSON can't hold.
void append_json_number(std::string& out, double value);

/// Appends XML 1.0 character data, fit for attribute values in double quotation marks too. What XML 1.0
/// forbids (most control characters, U+FFFE, U+FFFF, invalid UTF-8) becomes U+FFFD.
void append_xml(std::string& out, std::string_view text);

/// Appends `text` with each run of white space and line ends (of any kind) made one space, none at the ends.
void append_one_line(std::string& out, std::string_view text);

}  // namespace duiqi::io
