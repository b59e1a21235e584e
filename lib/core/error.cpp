#include <utility>

#include <duiqi/error.hpp>

namespace duiqi {
namespace {

std::string sentence(const std::string& message, const ErrorPlace& place) {
  std::string out = place.file;
  if (place.line) out += (out.empty() ? "line " : ":") + std::to_string(*place.line);
  if (!out.empty()) out += ": ";
  if (place.byte_offset) out += "byte " + std::to_string(*place.byte_offset) + ": ";
  return out + message;
}

}  // namespace

Error::Error(ErrorCode code, std::string message, ErrorPlace place)
    : std::runtime_error(sentence(message, place)),
      code_(code),
      message_(std::move(message)),
      place_(std::move(place)) {}

}  // namespace duiqi
