#include "unicode/convert.hpp"

#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include "unicode/utf8.hpp"

namespace duiqi::unicode {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes an empty name for the system's own encoding, which would make the result depend on the locale.
  Converter converter(name.empty() ? nullptr : ucnv_open(name.c_str(), &status), &ucnv_close);
  if (converter)
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

struct Utf16 {
  std::u16string units;
  std::vector<InvalidSequence> invalid;  // `output` counts units here
};

// Boost.Locale's converters say neither where a sequence was invalid nor how long it was, hence ICU itself.
Utf16 to_utf16(std::string_view bytes, UConverter* converter) {
  Utf16 out;
  out.units.resize(bytes.size() + 16);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::size_t length = 0;
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    char16_t* target = out.units.data() + length;
    ucnv_toUnicode(converter, &target, out.units.data() + out.units.size(), &source, source_end, nullptr,
                   true, &status);
    length = static_cast<std::size_t>(target - out.units.data());
    if (status == U_BUFFER_OVERFLOW_ERROR || length == out.units.size()) out.units.resize(length * 2);
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_SUCCESS(status)) break;
    char bad[32];
    std::int8_t bad_size = sizeof bad;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, bad, &bad_size, &ignored);
    const auto size = static_cast<std::size_t>(bad_size);
    out.invalid.push_back({static_cast<std::size_t>(source - bytes.data()) - size, size, length});
    out.units[length++] = u'\uFFFD';
  }
  out.units.resize(length);
  return out;
}

}  // namespace

std::optional<std::string> canonical_encoding(const std::string& name) {
  const Converter converter = open(name);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const char* const internal = ucnv_getName(converter.get(), &status);
  for (const char* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    if (const char* const found = ucnv_getStandardName(internal, standard, &status)) return found;
  }
  return internal;
}

Converted convert(std::string_view bytes, const std::string& encoding) {
  const Converter converter = open(encoding);
  Utf16 utf16 = to_utf16(bytes, converter.get());
  Converted out;
  out.utf8.reserve(utf16.units.size() * 3);
  out.invalid = std::move(utf16.invalid);
  auto pending = out.invalid.begin();
  const std::size_t length = utf16.units.size();
  for (std::size_t at = 0; at < length;) {
    if (pending != out.invalid.end() && pending->output == at) (pending++)->output = out.utf8.size();
    const char16_t unit = utf16.units[at++];
    if (unit < 0x80) {
      out.utf8 += static_cast<char>(unit);
    } else if (U16_IS_LEAD(unit) && at < length && U16_IS_TRAIL(utf16.units[at])) {
      append(out.utf8, U16_GET_SUPPLEMENTARY(static_cast<char32_t>(unit), utf16.units[at]));
      ++at;
    } else {
      append(out.utf8, unit);
    }
  }
  return out;
}

}  // namespace duiqi::unicode
