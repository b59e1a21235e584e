#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/text.hpp>

#include "unicode/decode.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace {

LineEnds find_line_ends(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) {
    return text.find('\n') == std::string_view::npos ? LineEnds::none : LineEnds::lf;
  }
  bool lf = false;
  bool crlf = false;
  bool cr = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') lf = true;
    if (text[i] != '\r') continue;
    if (i + 1 < text.size() && text[i + 1] == '\n') {
      crlf = true;
      ++i;
    } else {
      cr = true;
    }
  }
  if (lf + crlf + cr > 1) return LineEnds::mixed;
  return lf ? LineEnds::lf : crlf ? LineEnds::crlf : LineEnds::cr;
}

std::string describe_invalid(const unicode::Decoded& decoded) {
  const std::size_t count = decoded.invalid.size();
  std::string out = decoded.guessed ? "looks most like " + decoded.encoding + ", but is not valid as such"
                                    : "not valid " + decoded.encoding;
  if (count > 1) out += " (" + std::to_string(count) + " places, this is the first)";
  return out + "; give the right encoding, mend the text, or have invalid bytes replaced";
}

}  // namespace

Text::Text() : data_(std::make_shared<const Data>()) {}

Text::Text(Data data) {
  data.byte_order_mark = data.utf8.starts_with("\xEF\xBB\xBF");
  data.line_ends = find_line_ends(data.utf8);
  data_ = std::make_shared<const Data>(std::move(data));
}

Text Text::from_utf8(std::string utf8, std::string name) {
  if (const auto bad = unicode::find_invalid(utf8)) {
    throw Error(ErrorCode::invalid_encoding, "not valid UTF-8; give the encoding, or replace invalid bytes",
                {std::move(name), bad, std::nullopt});
  }
  Data data;
  data.utf8 = std::move(utf8);
  data.name = std::move(name);
  return Text(std::move(data));
}

Text Text::decode(std::string bytes, const DecodeOptions& options, std::string name) {
  unicode::Decoded decoded = unicode::decode(std::move(bytes), options.encoding);
  if (!decoded.invalid.empty() && options.invalid == InvalidBytes::reject) {
    throw Error(ErrorCode::invalid_encoding, describe_invalid(decoded),
                {std::move(name), decoded.invalid.front().input, std::nullopt});
  }
  Data data;
  data.utf8 = std::move(decoded.utf8);
  data.name = std::move(name);
  data.encoding = std::move(decoded.encoding);
  data.guessed = decoded.guessed;
  data.replacements.reserve(decoded.invalid.size());
  for (const unicode::InvalidSequence& invalid : decoded.invalid) data.replacements.push_back(invalid.output);
  return Text(std::move(data));
}

}  // namespace duiqi
