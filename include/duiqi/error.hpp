// Layer: core. The one exception that duiqi throws.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

#include <duiqi/export.hpp>

namespace duiqi {

enum class ErrorCode {
  invalid_encoding,    ///< the bytes are not valid in the encoding that was given or found
  unknown_encoding,    ///< no converter of that name
  invalid_format,      ///< a file does not follow the format that it was read as
  unrecognised_input,  ///< a text that can't be taken for what it was said to be (a record without a second
                       ///< language, …)
  io_failure,          ///< a file can't be opened, read or written
  invalid_option,      ///< an option outside its documented range
};

/// Where an error stands. What is unknown stays empty.
struct ErrorPlace {
  std::string file;                        ///< as the caller named it; "-" for standard input
  std::optional<std::size_t> byte_offset;  ///< from 0, in the bytes as given
  std::optional<std::size_t> line;         ///< from 1
};

/// Thrown where a resource can't be loaded or an input can't be read. `what()` is one complete line for a
/// person, of the form `FILE:LINE: byte N: what is wrong; what to do`, with the parts of the place that are
/// known.
class DUIQI_API Error : public std::runtime_error {
 public:
  /// `message` says what is wrong and what to do, without the place.
  Error(ErrorCode code, std::string message, ErrorPlace place = {});

  ErrorCode code() const noexcept { return code_; }
  const std::string& message() const noexcept { return message_; }
  const ErrorPlace& place() const noexcept { return place_; }

 private:
  ErrorCode code_;
  std::string message_;
  ErrorPlace place_;
};

}  // namespace duiqi
