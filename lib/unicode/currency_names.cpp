#include "unicode/currency_names.hpp"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include "unicode/locale_names.hpp"

namespace duiqi::unicode {
namespace {

std::string plural_name(const icu::UnicodeString& code, const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBool is_choice = false;
  int32_t length = 0;
  const UChar* text = ucurr_getPluralName(icu::UnicodeString(code).getTerminatedBuffer(), locale, &is_choice,
                                          "other", &length, &status);
  std::string out;
  if (U_SUCCESS(status)) icu::UnicodeString(false, text, length).toUTF8String(out);
  return out;
}

}  // namespace

std::vector<CurrencyName> read_currency_names() {
  std::vector<CurrencyName> out;
  if (cldr_is_left_out()) return out;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  for (int32_t length = 0; const UChar* code = uenum_unext(codes, &length, &status);) {
    const icu::UnicodeString iso(code, length);
    CurrencyName row;
    iso.toUTF8String(row.code);
    row.zh = plural_name(iso, "zh");
    row.en = plural_name(iso, "en");
    if (row.zh != row.code && row.en != row.code) out.push_back(std::move(row));
  }
  uenum_close(codes);
  return out;
}

}  // namespace duiqi::unicode
