#include <algorithm>
#include <bit>
#include <unordered_map>
#include <utility>

#include "data/built_in_tables.hpp"
#include "data/gazetteer_rows.hpp"
#include "data/name_image.hpp"
#include "data/pinyin.hpp"
#include "unicode/latin.hpp"
#include "unicode/locale_names.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

std::u32string simplify(std::string_view name) {
  std::u32string out = unicode::to_code_points(name);
  for (char32_t& c : out) c = simplified(c);
  return out;
}

/// "St. Petersburg" → {"st", "petersburg"}.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    std::string word = unicode::fold_latin(name.substr(begin, end - begin));
    if (!word.empty()) out.push_back(std::move(word));
    begin = end + 1;
  }
  return out;
}

template <typename Visit>
void for_each_part(std::string_view list, char separator, const Visit& visit) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(separator, begin), list.size());
    if (end > begin) visit(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

using Prefixes = std::unordered_map<std::uint64_t, std::uint32_t>;

class Names {
 public:
  explicit Names(NameTables tables) {
    // First come, first kept: own rows before CLDR's.
    if (tables.own) add_own_rows();
    if (!tables.cldr) return;
    for (const auto& region : unicode::read_region_names()) add_cldr(region, region.code, {});
    for (const auto& language : unicode::read_language_names()) {
      // Its English name is mostly that of a people too ("Greek"), which own rows know by the country.
      add_cldr(language, "lang " + language.code, own_key(language.en));
    }
    for (const auto& city : unicode::read_city_names()) add_cldr(city, unicode::fold_latin(city.en), {});
  }

  std::string image() const {
    std::vector<ThingRow> rows;
    std::string text;
    for (const Entry& entry : entries_) {
      rows.push_back({static_cast<std::uint32_t>(entry.kind), static_cast<std::uint32_t>(entry.key.size()),
                      static_cast<std::uint32_t>(entry.alternate.size())});
      text += entry.key + entry.alternate;
    }
    std::string out;
    append_array(out, std::span<const std::uint64_t>(zh_begins_));
    append_array(out, std::span<const std::uint64_t>(en_begins_));
    append_array(out, std::span<const PrefixSlot>(slots_of(zh_)));
    append_array(out, std::span<const PrefixSlot>(slots_of(en_)));
    append_array(out, std::span<const ThingRow>(rows));
    append_array(out, std::span<const char>(text));
    return out;
  }

 private:
  static constexpr std::uint32_t leads_on = PrefixSlot::leads_on;

  static void put(Prefixes& prefixes, std::uint64_t hash, std::uint32_t entry, bool last) {
    std::uint32_t& thing = prefixes.try_emplace(hash, leads_on).first->second;
    if (last && thing == leads_on) thing = entry;
  }

  void put_zh(std::string_view name, std::uint32_t entry) {
    const std::u32string characters = simplify(name);
    if (characters.size() < 2) return;  // a single character is too ambiguous
    set(zh_begins_, filter_place(characters[0], characters[1]));
    std::uint64_t hash = name_hash_seed;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      hash = carry_on(hash, characters[i]);
      put(zh_, hash, entry, i + 1 == characters.size());
    }
  }

  static void set(std::vector<std::uint64_t>& filter, std::uint32_t place) {
    filter[place / 64] |= std::uint64_t{1} << place % 64;
  }

  void put_en(std::string_view name, std::uint32_t entry) {
    const auto words = words_of(name);
    if (!words.empty()) set(en_begins_, filter_place(short_hash(words[0])));
    std::uint64_t hash = name_hash_seed;
    for (std::size_t i = 0; i < words.size(); ++i) {
      hash = carry_on(hash, words[i]);
      put(en_, hash, entry, i + 1 == words.size());
    }
  }

  void add_own_rows() {
    for (const auto rows : {region_rows(), place_rows(), organisation_rows(), person_rows()}) {
      for (const Row& row : rows) add_row(row);
    }
    add_pinyin_places();
  }

  void add_row(const Row& row) {
    const std::uint32_t entry = add({row.kind, std::string(row.key), std::string(row.alternate)});
    for_each_part(row.zh, '|', [&](std::string_view name) { put_zh(name, entry); });
    for_each_part(row.en, '|', [&](std::string_view name) { put_en(name, entry); });
  }

  void add_pinyin_places() {
    for_each_part(pinyin_places(), ' ', [&](std::string_view name) {
      std::string key;
      for (const char32_t c : unicode::to_code_points(name)) {
        if (c != U'市' && c != U'区') key += spelling(pinyin(c));
      }
      key = place_spelling(name, std::move(key));
      const std::uint32_t entry = add({EntryKind::place, key, {}});
      put_zh(name, entry);
      put_en(key, entry);
    });
  }

  /// Names whose characters are not read as usual.
  static std::string place_spelling(std::string_view name, std::string usual) {
    struct Exception {
      std::string_view name;
      std::string_view spelling;
    };
    static constexpr Exception exceptions[] = {
        {"重庆", "chongqing"},  {"长春", "changchun"}, {"长沙", "changsha"}, {"长治", "changzhi"},
        {"沈阳", "shenyang"},   {"厦门", "xiamen"},    {"六安", "luan"},     {"亳州", "bozhou"},
        {"长白山", "changbai"}, {"台州", "taizhou"},   {"吕梁", "luliang"},  {"蚌埠", "bengbu"},
        {"乐山", "leshan"},     {"朝阳区", "chaoyang"}};
    for (const Exception& exception : exceptions) {
      if (exception.name == name) return std::string(exception.spelling);
    }
    return usual;
  }

  std::uint32_t add(Entry entry) {
    entries_.push_back(std::move(entry));
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }

  /// The thing of a whole name, or leads_on. Every prefix of a name has its slot, so the last one decides.
  static std::uint32_t find(const Prefixes& prefixes, std::uint64_t hash) {
    const auto found = prefixes.find(hash);
    return found == prefixes.end() ? leads_on : found->second;
  }

  /// The key of a whole English name; empty where it has none.
  std::string own_key(std::string_view en) const {
    std::uint64_t hash = name_hash_seed;
    for (const std::string& word : words_of(en)) hash = carry_on(hash, word);
    const std::uint32_t entry = find(en_, hash);
    return entry == leads_on ? std::string() : entries_[entry].key;
  }

  void add_cldr(const unicode::LocaleName& name, std::string key, std::string alternate) {
    // A name that own rows know lends its key, so that both languages keep one.
    std::uint64_t hash = name_hash_seed;
    for (const char32_t c : simplify(name.zh_hans)) hash = carry_on(hash, c);
    std::uint32_t entry = find(zh_, hash);
    if (entry == leads_on) entry = add({EntryKind::place, std::move(key), std::move(alternate)});
    put_zh(name.zh_hans, entry);
    put_zh(name.zh_hant, entry);
    put_en(name.en, entry);
  }

  /// Twice as many slots as prefixes at least, in the order of the hashes, so that the bytes are always the
  /// same.
  static std::vector<PrefixSlot> slots_of(const Prefixes& prefixes) {
    std::vector<PrefixSlot> slots(std::bit_ceil(2 * prefixes.size() + 1));
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(prefixes.begin(), prefixes.end());
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [hash, thing] : sorted) {
      std::size_t at = first_slot(hash, slots.size());
      while (slots[at].thing != PrefixSlot::free) at = (at + 1) & (slots.size() - 1);
      slots[at] = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32), thing};
    }
    return slots;
  }

  std::vector<Entry> entries_;
  Prefixes zh_;
  Prefixes en_;
  std::vector<std::uint64_t> zh_begins_ = std::vector<std::uint64_t>(filter_words);
  std::vector<std::uint64_t> en_begins_ = std::vector<std::uint64_t>(filter_words);
};

}  // namespace

std::string make_name_image(NameTables tables) {
  return Names(tables).image();
}

NameImage read_name_image(std::string_view image) {
  TakeArrays arrays(image);
  NameImage out;
  out.zh_begins = arrays.take<std::uint64_t>();
  out.en_begins = arrays.take<std::uint64_t>();
  out.zh = arrays.take<PrefixSlot>();
  out.en = arrays.take<PrefixSlot>();
  out.things = arrays.take<ThingRow>();
  out.text = arrays.take<char>();
  return out;
}

}  // namespace duiqi::data
