// Layer: data. Fixed names in both languages: places, peoples, languages, organisations, news agencies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace duiqi::data {

enum class EntryKind : std::uint8_t { place, organisation, agency, person };

/// One thing. Things that share a key are the same to match_names().
struct Entry {
  EntryKind kind = EntryKind::place;
  std::string key;  ///< "FR", "new york", "WHO", "xinhua"
  /// A second key, mostly empty: the language's country ("lang fr" → "FR").
  std::string alternate;
};

struct Hit {
  const Entry* entry = nullptr;
  std::size_t length = 0;  ///< code points of Chinese, words of English; 0 where nothing was found
};

/// For measuring what the tables give: only these are read. Precondition: nothing was looked up yet, since
/// the tables are read once. Without CLDR its currencies are left out too.
struct NameTables {
  bool own = true;
  bool cldr = true;
};
void use_name_tables(NameTables tables) noexcept;

/// The longest Chinese name that begins at `at`. `text` is simplified (see simplified()). A few hash
/// look-ups.
Hit find_zh(std::u32string_view text, std::size_t at);

/// For may_begin_name(), where many places are asked for: what find_zh() and find_en() may find something at.
std::span<const std::uint64_t> zh_name_begins();
std::span<const std::uint64_t> en_name_begins();

/// The longest English name that begins with word `at`. The words are lower-case plain letters (fold_latin())
/// with inner full stops, hyphens and apostrophes dropped. A few hash look-ups.
Hit find_en(std::span<const std::string_view> words, std::size_t at);

}  // namespace duiqi::data
