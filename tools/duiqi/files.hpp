// Files and streams: read whole, written whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <duiqi/text.hpp>

namespace duiqi::tool {

/// The bytes of a file; "-" is standard input. Throws Error(io_failure).
std::string read_bytes(const std::string& path);

/// Reads and decodes. Throws Error.
Text read_text(const std::string& path, const DecodeOptions& options = {});

/// Writes a file: first beside it, then in its place, so that a failure leaves what was there. A symbolic
/// link is followed, and permissions are kept. "-" is standard output; devices, pipes and /dev/stdout are
/// written directly. Throws Error(io_failure).
void write_output(const std::string& path, std::string_view bytes);

/// Whether `path` is standard output ("-", "/dev/stdout", "/dev/fd/1").
bool is_standard_output(const std::string& path);

/// One spelling for all paths to one file: absolute, without links, "." and "..".
std::string canonical(const std::string& path);

/// Throws Error(invalid_option) where standard input is read twice.
void refuse_two_standard_inputs(const std::vector<std::string>& inputs);

/// Writes a line `duiqi: …` to standard error.
void complain(std::string_view message);

/// A line of a list: its fields, which tabs part, and its number, from 1.
struct ListLine {
  std::vector<std::string> fields;
  std::size_t number = 0;
};

/// The lines of a list that are not empty. Throws Error(io_failure).
std::vector<ListLine> read_list(const std::string& path);

}  // namespace duiqi::tool
