// Layer: unicode. Names of regions, languages and cities from CLDR, through ICU.
#pragma once

#include <string>
#include <vector>

namespace duiqi::unicode {

/// One thing's names in UTF-8.
struct LocaleName {
  std::string code;     ///< "FR", "fr", "Europe/Paris"
  std::string zh_hans;  ///< "法国"
  std::string zh_hant;  ///< "法國"
  std::string en;       ///< "France"
};

/// ISO 3166 regions.
std::vector<LocaleName> read_region_names();
/// ISO 639 languages with a code of two letters that CLDR names in both languages.
std::vector<LocaleName> read_language_names();
/// The exemplar cities of the time zones.
std::vector<LocaleName> read_city_names();

/// From now on these tables, and that of currencies, are read as empty: see data::use_name_tables().
void leave_out_cldr() noexcept;
bool cldr_is_left_out() noexcept;

}  // namespace duiqi::unicode
