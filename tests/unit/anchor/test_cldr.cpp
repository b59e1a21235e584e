// CLDR's names of regions, languages, cities, currencies, units, months and weekdays are anchors: what ICU
// calls a thing in Chinese matches what it calls it in English.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <string>
#include <unicode/dtfmtsym.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <vector>

#include <duiqi/find_anchors.hpp>

#include "unicode/currency_names.hpp"
#include "unicode/locale_names.hpp"
#include "unit/anchor/documents.hpp"

using namespace duiqi;

namespace {

std::vector<Anchor> anchors(const std::string& text, Language language) {
  return find_anchors(test::lines(text, language));
}

/// Pounds of weight are pounds of money by an alternate reading, which weighs .8.
constexpr double by_alternate = 0.8;

/// Some anchor of one sentence stands for the same thing as one of the other.
bool meet(const std::string& zh, const std::string& en) {
  const std::vector<Anchor> english = anchors(en, Language::english);
  for (const Anchor& a : anchors(zh, Language::chinese)) {
    for (const Anchor& b : english) {
      if (match(a, b) >= by_alternate) return true;
    }
  }
  return false;
}

/// Counts pairs that meet, and keeps the others to be shown.
class Tally {
 public:
  void add(const std::string& zh, const std::string& en) {
    ++all_;
    if (meet(zh, en)) {
      ++met_;
    } else {
      missed_ += zh + " = " + en + "; ";
    }
  }
  double share() const {
    return static_cast<double>(met_) / static_cast<double>(std::max<std::size_t>(all_, 1));
  }
  std::size_t all() const { return all_; }
  const std::string& missed() const { return missed_; }

 private:
  std::size_t all_ = 0;
  std::size_t met_ = 0;
  std::string missed_;
};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

void add_names(const std::vector<unicode::LocaleName>& names, Tally& tally) {
  for (const unicode::LocaleName& name : names) {
    tally.add("记者从" + name.zh_hans + "报道。", "Reports from " + name.en + " say so.");
    tally.add("記者從" + name.zh_hant + "報道。", "Reports from " + name.en + " say so.");
  }
}

}  // namespace

// The floors are what is reached, less a little: ICU's versions differ in some names.
TEST_CASE("CLDR's regions are anchors, simplified and traditional") {
  Tally tally;
  add_names(unicode::read_region_names(), tally);
  INFO(tally.share() << " of " << tally.all() << "; missed: " << tally.missed());
  CHECK(tally.all() > 450);
  CHECK(tally.share() > 0.97);
}

TEST_CASE("CLDR's languages are anchors, simplified and traditional") {
  Tally tally;
  add_names(unicode::read_language_names(), tally);
  INFO(tally.share() << " of " << tally.all() << "; missed: " << tally.missed());
  CHECK(tally.all() > 300);
  CHECK(tally.share() > 0.95);
}

TEST_CASE("CLDR's cities are anchors, simplified and traditional") {
  Tally tally;
  add_names(unicode::read_city_names(), tally);
  INFO(tally.share() << " of " << tally.all() << "; missed: " << tally.missed());
  CHECK(tally.all() > 700);
  CHECK(tally.share() > 0.95);
}

TEST_CASE("CLDR's currencies are anchors behind an amount") {
  Tally tally;
  for (const unicode::CurrencyName& name : unicode::read_currency_names())
    tally.add("总额为35" + name.zh + "。", "It comes to 35 " + name.en + ".");
  INFO(tally.share() << " of " << tally.all() << "; missed: " << tally.missed());
  CHECK(tally.all() > 100);
  CHECK(tally.share() > 0.95);
}

TEST_CASE("CLDR's months and weekdays are anchors") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols zh(icu::Locale("zh"), status);
  const icu::DateFormatSymbols en(icu::Locale("en"), status);
  REQUIRE(U_SUCCESS(status));
  Tally tally;
  int32_t count = 0;
  for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    const icu::UnicodeString* const months = zh.getMonths(count, icu::DateFormatSymbols::STANDALONE, width);
    const icu::UnicodeString* const english =
        en.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
    for (int32_t k = 0; k < count; ++k)
      tally.add("会议在" + utf8(months[k]) + "举行。", "The meeting is held in " + utf8(english[k]) + ".");
    const icu::UnicodeString* const days = zh.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, width);
    const icu::UnicodeString* const english_days =
        en.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
    for (int32_t k = 1; k < count; ++k)
      tally.add("会议在" + utf8(days[k]) + "举行。", "The meeting is held on " + utf8(english_days[k]) + ".");
  }
  INFO("missed: " << tally.missed());
  CHECK(tally.all() == 38);
  CHECK(tally.share() == 1);
}

TEST_CASE("CLDR's units are anchors behind a number") {
  std::vector<icu::MeasureUnit> units(1000);
  UErrorCode status = U_ZERO_ERROR;
  const int32_t count =
      icu::MeasureUnit::getAvailable(units.data(), static_cast<int32_t>(units.size()), status);
  REQUIRE(U_SUCCESS(status));
  units.resize(static_cast<std::size_t>(count));
  // What news measures in; the rest are such as cups, dots per centimetre and lux.
  constexpr std::string_view types[] = {"area",  "duration", "electric",    "energy", "length", "mass",
                                        "power", "speed",    "temperature", "volume", "digital"};
  Tally tally;
  for (const icu::MeasureUnit& unit : units) {
    if (std::find(std::begin(types), std::end(types), unit.getType()) == std::end(types)) continue;
    const auto written = [&](const char* locale) {
      return utf8(icu::number::NumberFormatter::withLocale(icu::Locale(locale))
                      .unit(unit)
                      .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME)
                      .formatInt(35, status)
                      .toString(status));
    };
    tally.add("测得" + written("zh") + "。", "It measured " + written("en") + ".");
  }
  INFO(tally.share() << " of " << tally.all() << "; missed: " << tally.missed());
  CHECK(tally.all() > 60);
  CHECK(tally.share() > 0.94);
}
