// Layer: unicode. Names of currencies from CLDR, through ICU.
#pragma once

#include <string>
#include <vector>

namespace duiqi::unicode {

struct CurrencyName {
  std::string code;  ///< ISO 4217, "CNY"
  std::string zh;    ///< "人民币"
  std::string en;    ///< plural, as CLDR writes it: "Chinese yuan", "US dollars"
};

/// The currencies that are in use today. Takes some milliseconds: call once.
std::vector<CurrencyName> read_currency_names();

}  // namespace duiqi::unicode
