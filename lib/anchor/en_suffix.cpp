#include "anchor/en_suffix.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "anchor/suffix_values.hpp"
#include "data/quantity_words.hpp"

namespace duiqi::anchor {
namespace {

using Type = EnToken::Type;

std::string ascii_lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

const EnWords& suffixes() {
  static const EnWords out = [] {
    EnWords table;
    table.add("%|percent|per cent|pct|％", percent_word);
    table.add("percentage point|percentage points|pp|ppt|percent point|percent points|per cent points",
              points_word);
    table.add("basis point|basis points|bps|bp", basis_points_word);
    table.add("times|fold|x|time", times_word);
    for (int i = 0; !data::currencies[i].code.empty(); ++i)
      table.add(data::currencies[i].en, first_currency + i);
    for (int i = 0; !data::units[i].key.empty(); ++i) table.add(data::units[i].en, first_unit + i);
    const auto& cldr = cldr_currencies();
    for (std::size_t i = 0; i < cldr.size(); ++i)
      table.add(ascii_lower(cldr[i].en), first_cldr + static_cast<int>(i));
    return table;
  }();
  return out;
}

/// Short names are units only as they are commonly written: 5 m, 5kg, 20C, but not "5 Li" or "5 M".
bool is_written_as_unit(const EnTokens& tokens, std::size_t at, std::size_t end) {
  const EnToken& token = tokens[at];
  if (end != at + 1 || token.type != Type::word) return true;
  const std::string_view word = token.lower;
  constexpr std::string_view capitals[] = {"c", "v", "w", "j"};
  if (is_any(word, capitals)) return token.capital && !token.space_before;
  if (word.size() == 1)
    return !token.capital && !(tokens[end].type == Type::sign && tokens[end].symbol == U'\'');
  constexpr std::string_view small[] = {"li",   "mu",   "jin",  "mt",  "mi",    "won",
                                        "real", "rand", "dong", "chi", "zhang", "lb"};
  if (is_any(word, small)) return !token.capital;
  return true;
}

/// Names that several currencies share, pounds that may be weighed, degrees and miles of either kind.
void apply(int value, std::string_view word, Amount& amount) {
  apply_suffix(value, amount);
  if (amount.kind == AnchorKind::money && value < first_cldr) {
    if (word == "dollars" || word == "dollar") amount.or_units = "HKD AUD CAD TWD SGD NZD";
    if (word == "pounds" || word == "pound") amount.or_units = "lb";
    if (word == "francs") amount.or_units = "XAF";
  } else if (amount.kind == AnchorKind::measure) {
    if (amount.unit == "degree") amount.or_units = "celsius fahrenheit";
    if (amount.unit == "mile") amount.or_units = "nmi";
  }
}

const EnWords& currency_prefixes() {
  static const EnWords out = [] {
    EnWords words;
    for (int i = 0; !data::currency_signs[i].sign.empty(); ++i)
      words.add(ascii_lower(std::string(data::currency_signs[i].sign)), i);
    return words;
  }();
  return out;
}

}  // namespace

EnSuffix read_en_suffix(const EnTokens& tokens, const EnNumber& n) {
  EnSuffix out;
  std::size_t at = tokens.skip_hyphen(n.end);
  if (tokens.is_sign(at, U'+') && !tokens[at].space_before) at = tokens.skip_hyphen(at + 1);
  if (tokens.is_word(at, "more") || tokens.is_word(at, "full") || tokens.is_word(at, "whole") ||
      tokens.is_word(at, "consecutive") || tokens.is_word(at, "straight") || tokens.is_word(at, "other")) {
    const EnToken& next = tokens[at + 1];
    if (next.type == Type::word) ++at;
  }
  out.end = n.end;
  if (n.vague && tokens.is_word(at, "of")) ++at;  // millions of yuan
  if (n.half && tokens.is_word(at, "of")) return out;
  std::size_t end = 0;
  const int value = suffixes().match(tokens, at, end);
  if (value < 0 || (value >= first_unit && !is_written_as_unit(tokens, at, end))) return out;
  const std::string_view word = tokens[at].lower;
  if (value == times_word) {
    if (word == "x" && tokens[at].space_before) return out;
    if (word == "time" && !tokens.is_joining_hyphen(n.end)) return out;
  }
  if (word == "second" && !tokens.is_joining_hyphen(at - 1) && !n.one) return out;
  out.found = true;
  apply(value, word, out.amount);
  out.end = end;
  if (value >= first_unit && value < first_currency) {
    const bool degrees = word == "degrees" || word == "degree" || word == "celsius" || word == "°";
    if (degrees && tokens.is_word(end, "below")) {
      out.below_zero = true;
      out.end = end + 2 <= tokens.size() ? end + 2 : end;
    }
  }
  return out;
}

bool is_en_unit(const EnTokens& tokens, std::size_t at, std::size_t& end) {
  return suffixes().match(tokens, at, end) >= 0;
}

int read_en_currency_sign(const EnTokens& tokens, std::size_t at, std::size_t& end) {
  const EnToken& token = tokens[at];
  if (token.type == Type::word && !token.capital) return -1;
  if (token.type != Type::word && token.type != Type::sign) return -1;
  const int sign = currency_prefixes().match(tokens, at, end);
  if (sign < 0 && token.type == Type::word && (token.lower == "u.s") && tokens.is_sign(at + 1, U'.') &&
      tokens.is_sign(at + 2, U'$')) {
    end = at + 3;
    return 0;
  }
  return sign;
}

}  // namespace duiqi::anchor
