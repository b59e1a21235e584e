#include "unicode/decode.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include <duiqi/error.hpp>

#include "unicode/typicality.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::unicode {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* encoding;
  std::size_t unit;
};

// UTF-32 before UTF-16, whose little-endian mark it begins with.
constexpr std::array marks = {
    Mark{"\xEF\xBB\xBF"sv, "UTF-8", 1},    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE", 4},
    Mark{"\0\0\xFE\xFF"sv, "UTF-32BE", 4}, Mark{"\xFF\xFE"sv, "UTF-16LE", 2},
    Mark{"\xFE\xFF"sv, "UTF-16BE", 2},     Mark{"\x84\x31\x95\x33"sv, "GB18030", 1}};

const char* encoding_by_mark(std::string_view bytes) {
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes) && bytes.size() % mark.unit == 0) return mark.encoding;
  }
  // An odd number of bytes behind a mark: the text was cut, and the error names the place.
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return nullptr;
}

Converted convert_utf8(std::string bytes) {
  Converted out;
  std::optional<std::size_t> bad = find_invalid(bytes);
  if (!bad) {
    out.utf8 = std::move(bytes);
    return out;
  }
  std::string_view rest = bytes;
  for (std::size_t begin = 0; bad; bad = find_invalid(rest)) {
    out.utf8 += rest.substr(0, *bad);
    const std::size_t size = invalid_size(rest.substr(*bad));
    out.invalid.push_back({begin + *bad, size, out.utf8.size()});
    out.utf8 += "\uFFFD";
    begin += *bad + size;
    rest.remove_prefix(*bad + size);
  }
  out.utf8 += rest;
  return out;
}

Decoded decode_as(std::string bytes, std::string encoding, bool guessed) {
  Converted converted = encoding == "UTF-8" ? convert_utf8(std::move(bytes)) : convert(bytes, encoding);
  return {std::move(converted.utf8), std::move(encoding), std::move(converted.invalid), guessed};
}

// ASCII in UTF-16 is valid UTF-8, with a NUL in every second byte. Chinese in UTF-16 never is for long.
bool looks_like_wide_ascii(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return false;
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0';
  return std::min(nuls[0], nuls[1]) == 0 && std::max(nuls[0], nuls[1]) * 4 > bytes.size();
}

// The part of a long text that is weighed: from the first byte that is not ASCII, on a boundary of 4 bytes
// for the sake of UTF-16 and UTF-32. Errors on the dev sets end at some 50 bytes; this is a thousand times as
// much.
std::string_view sample(std::string_view bytes) {
  constexpr std::size_t size = 0x10000;
  if (bytes.size() <= size) return bytes;
  const auto first =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  if (first == bytes.end()) return bytes.substr(0, size);
  return bytes.substr(static_cast<std::size_t>(first - bytes.begin()) / 4 * 4, size);
}

// Decodes `bytes` as what makes a sample of them most typical; of equal ones the first.
Decoded weigh(std::string bytes, std::initializer_list<const char*> encodings) {
  const std::string_view part = sample(bytes);
  const char* best = nullptr;
  double best_typicality = 0;
  for (const char* const encoding : encodings) {
    const double likeness = typicality(decode_as(std::string(part), encoding, true).utf8);
    if (best && likeness <= best_typicality) continue;
    best = encoding;
    best_typicality = likeness;
  }
  return decode_as(std::move(bytes), best, true);
}

Decoded decode_unknown(std::string bytes) {
  if (const char* const encoding = encoding_by_mark(bytes))
    return decode_as(std::move(bytes), encoding, false);
  if (!find_invalid(bytes)) {
    if (looks_like_wide_ascii(bytes)) return weigh(std::move(bytes), {"UTF-16LE", "UTF-16BE"});
    return decode_as(std::move(bytes), "UTF-8", false);
  }
  if (bytes.size() % 2 != 0)
    return weigh(std::move(bytes), {"UTF-8", "GB18030", "Big5", "Big5-HKSCS", "windows-1252"});
  return weigh(std::move(bytes),
               {"UTF-8", "GB18030", "Big5", "Big5-HKSCS", "windows-1252", "UTF-16LE", "UTF-16BE"});
}

bool is_auto(std::string_view name) {
  return name.size() == 4 &&
         std::equal(name.begin(), name.end(), "auto", [](char a, char b) { return (a | 0x20) == b; });
}

}  // namespace

Decoded decode(std::string bytes, const std::string& encoding) {
  if (is_auto(encoding)) return decode_unknown(std::move(bytes));
  std::optional<std::string> name = canonical_encoding(encoding);
  if (!name) {
    throw Error(ErrorCode::unknown_encoding, "no encoding '" + encoding +
                                                 "' is known; try auto, utf-8, gb18030, big5, big5-hkscs, "
                                                 "utf-16le or windows-1252");
  }
  // What is labelled with the older names is nearly always written with the larger repertoire; GB18030 holds
  // all of theirs at the same codes.
  if (*name == "GB2312" || *name == "GBK") name = "GB18030";
  if (*name == "UTF-16" || *name == "UTF-32") {
    const char* const marked = encoding_by_mark(bytes);
    if (marked && std::string_view(marked).starts_with(*name))
      return decode_as(std::move(bytes), marked, false);
    return *name == "UTF-16" ? weigh(std::move(bytes), {"UTF-16LE", "UTF-16BE"})
                             : weigh(std::move(bytes), {"UTF-32LE", "UTF-32BE"});
  }
  return decode_as(std::move(bytes), *std::move(name), false);
}

}  // namespace duiqi::unicode
