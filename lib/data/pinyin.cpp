#include "data/pinyin.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "data/built_in_tables.hpp"
#include "data/han_image.hpp"

namespace duiqi::data {
namespace {

bool is_han(char32_t c) {
  return c >= first_han && c <= last_han;
}

/// Ordered as the letters are; of at most seven.
std::uint64_t order_of(std::string_view letters) {
  std::uint64_t out = 0;
  for (std::size_t k = 0; k < 7; ++k)
    out = out << 8 | (k < letters.size() ? static_cast<unsigned char>(letters[k]) : 0U);
  return out;
}

const HanTables& tables() {
  static const HanTables tables = [] {
    const std::string_view built_in = built_in_tables().han;
    if (!built_in.empty()) return read_han_image(built_in);
    static const std::string made = make_han_image();
    return read_han_image(made);
  }();
  return tables;
}

}  // namespace

Syllable pinyin(char32_t c) {
  return is_han(c) ? tables().rows[c - first_han].first : Syllable{0};
}

std::span<const Syllable> readings(char32_t c) {
  if (!is_han(c)) return {};
  const HanRow& row = tables().rows[c - first_han];
  return tables().pool.subspan(row.begin, row.size);
}

Syllable surname_pinyin(char32_t c) {
  return is_han(c) ? tables().rows[c - first_han].surname : Syllable{0};
}

std::string_view spelling(Syllable syllable) {
  return tables().spellings[syllable].view();
}

Syllable find_syllable(std::string_view spelling) {
  const auto& all = tables().spellings;
  static const auto orders = [&] {
    std::vector<std::uint64_t> out;
    for (const Spelling& syllable : all) out.push_back(order_of(syllable.view()));
    return out;
  }();
  if (spelling.empty() || spelling.size() > 7) return 0;
  const std::uint64_t order = order_of(spelling);
  const auto at = std::lower_bound(orders.begin(), orders.end(), order);
  return at != orders.end() && *at == order ? static_cast<Syllable>(at - orders.begin()) : Syllable{0};
}

std::size_t syllable_count() {
  return tables().spellings.size();
}

char32_t simplified(char32_t c) {
  return is_han(c) ? tables().rows[c - first_han].simplified : c;
}

void simplify(std::span<char32_t> text) {
  const std::span<const HanRow> rows = tables().rows;
  for (char32_t& c : text)
    if (is_han(c)) c = rows[c - first_han].simplified;
}

}  // namespace duiqi::data
