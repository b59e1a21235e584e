#include "unicode/locale_names.hpp"

#include <atomic>
#include <memory>
#include <string_view>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

namespace duiqi::unicode {
namespace {

std::atomic<bool> left_out = false;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

template <typename Display>
LocaleName names_of(std::string code, const Display& display) {
  static const icu::Locale hans("zh_Hans");
  static const icu::Locale hant("zh_Hant");
  static const icu::Locale en("en");
  return {std::move(code), utf8(display(hans)), utf8(display(hant)), utf8(display(en))};
}

}  // namespace

std::vector<LocaleName> read_region_names() {
  std::vector<LocaleName> out;
  if (left_out) return out;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale region("", *code);
    LocaleName name = names_of(*code, [&](const icu::Locale& in) {
      icu::UnicodeString result;
      return region.getDisplayCountry(in, result);
    });
    if (name.zh_hans != name.code && name.en != name.code) out.push_back(std::move(name));
  }
  return out;
}

std::vector<LocaleName> read_language_names() {
  std::vector<LocaleName> out;
  if (left_out) return out;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    // Most of the 600 have three letters, and each name is a search in ICU's data.
    if (std::string_view(*code).size() != 2) continue;
    const icu::Locale language(*code);
    LocaleName name = names_of(*code, [&](const icu::Locale& in) {
      icu::UnicodeString result;
      return language.getDisplayLanguage(in, result);
    });
    if (name.zh_hans != name.code && name.en != name.code) out.push_back(std::move(name));
  }
  return out;
}

std::vector<LocaleName> read_city_names() {
  if (left_out) return {};
  UErrorCode status = U_ZERO_ERROR;
  const auto names_in = [&](const char* locale) {
    return std::unique_ptr<icu::TimeZoneNames>(
        icu::TimeZoneNames::createInstance(icu::Locale(locale), status));
  };
  const auto hans = names_in("zh_Hans");
  const auto hant = names_in("zh_Hant");
  const auto en = names_in("en");
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  std::vector<LocaleName> out;
  if (U_FAILURE(status)) return out;  // an ICU built without time zone names; the other tables go on
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    const auto city = [&](const icu::TimeZoneNames& names) {
      icu::UnicodeString result;
      return utf8(names.getExemplarLocationName(*zone, result));
    };
    LocaleName name{utf8(*zone), city(*hans), city(*hant), city(*en)};
    if (!name.zh_hans.empty() && !name.en.empty()) out.push_back(std::move(name));
  }
  return out;
}

void leave_out_cldr() noexcept {
  left_out = true;
}

bool cldr_is_left_out() noexcept {
  return left_out;
}

}  // namespace duiqi::unicode
