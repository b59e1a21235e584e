// The scan over an English sentence: which reader is asked where.
#include "anchor/address.hpp"
#include "anchor/en_scan.hpp"

namespace duiqi::anchor {
namespace {

using Type = EnToken::Type;

/// Digits that belong to a name or code: G20, C919, COVID-19, F-35.
bool is_code(const EnTokens& tokens, std::size_t at) {
  const EnToken& token = tokens[at];
  if (at == 0 || token.space_before) return false;
  const EnToken& previous = tokens[at - 1];
  if (previous.type == Type::word) return true;
  if (!tokens.is_sign(at - 1, U'-') || previous.space_before || at < 2) return false;
  const EnToken& name = tokens[at - 2];
  if (name.type == Type::number) return true;
  if (name.type != Type::word || name.role != EnRole::none) return false;
  constexpr std::string_view prefixes[] = {"mid",  "pre", "post", "early", "late", "under",
                                           "over", "sub", "non",  "top",   "a",    "age"};
  for (const std::string_view prefix : prefixes)
    if (name.lower == prefix) return false;
  return true;
}

/// 5G, 4K, 3D, 2U: letters close behind digits that no reader took.
std::size_t code_end(const EnTokens& tokens, std::size_t at) {
  std::size_t end = at + 1;
  while (end < tokens.size() && !tokens[end].space_before && tokens[end].type != Type::sign) ++end;
  return end;
}

bool begins_code(const EnTokens& tokens, std::size_t at) {
  const EnToken& next = tokens[at + 1];
  if (next.type != Type::word || next.space_before) return false;
  constexpr std::string_view codes[] = {"g", "d", "k", "u", "p", "h", "e", "f", "i", "q"};
  for (const std::string_view code : codes)
    if (next.lower == code) return code == "p" || (next.capital && (code != "k" || tokens[at].digits == 1));
  return false;
}

/// US$, HK$, RMB 5 …: a capital, and a sign or a number close behind.
bool may_be_currency(const EnToken& token, const EnToken& next) {
  return token.capital &&
         (next.type == Type::number || next.symbol == U'$' || next.symbol == U'¥' || next.symbol == U'.');
}

bool is_amount_sign(const EnToken& token) {
  return token.symbol == U'$' || token.symbol >= 0xA2;
}

bool may_begin_amount(const EnTokens& tokens, std::size_t at) {
  const EnToken& token = tokens[at];
  switch (token.type) {
    case Type::number:
      return true;
    case Type::sign:
      return is_amount_sign(token);
    case Type::word:
      break;
    case Type::end:
      return false;
  }
  switch (token.role) {
    case EnRole::small:
    case EnRole::tens:
    case EnRole::article:
    case EnRole::half:
    case EnRole::vague:
      return true;
    default:
      break;
  }
  if (may_be_currency(token, tokens[at + 1])) return true;
  return token.lower == "several" || token.lower == "few" || token.lower == "many" || token.lower == "aged" ||
         token.lower == "decades" || token.lower == "centuries" || token.lower == "age";
}

/// Whether any reader may begin here: at most tokens none does.
bool may_begin(const EnTokens& tokens, std::size_t at) {
  const EnToken& token = tokens[at];
  if (token.type == Type::word) return token.begins || may_be_currency(token, tokens[at + 1]);
  return token.type == Type::number || is_amount_sign(token);
}

std::size_t read_at(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  if (token.type == Type::number && is_code(tokens, at)) return code_end(tokens, at);
  if (const std::size_t end = read_en_time(scan, at); end != 0) return end;
  if (const std::size_t end = read_en_date(scan, at); end != 0) return end;
  if (token.type == Type::word && token.role == EnRole::none)
    if (const std::size_t end = read_en_relative_date(scan, at); end != 0) return end;
  if (token.role == EnRole::multiple)
    if (const std::size_t end = read_en_multiple(scan, at); end != 0) return end;
  if (!may_begin_amount(tokens, at)) {
    const std::size_t end = token.role == EnRole::ordinal ? read_en_ordinal(scan, at) : 0;
    return end != 0 ? end : at + 1;
  }
  if (token.type == Type::number && begins_code(tokens, at)) return code_end(tokens, at);
  if (const std::size_t end = read_en_ordinal(scan, at); end != 0) return end;
  const bool half_amount = token.role == EnRole::half;
  if (!half_amount)
    if (const std::size_t end = read_en_fraction(scan, at); end != 0) return end;
  if (const std::size_t end = read_en_amount(scan, at); end != 0) return end;
  if (half_amount)
    if (const std::size_t end = read_en_fraction(scan, at); end != 0) return end;
  return token.type == Type::number ? code_end(tokens, at) : at + 1;
}

}  // namespace

void find_en_quantities(const EnScan& scan) {
  const EnTokens& tokens = scan.tokens;
  for (std::size_t at = 0; at < tokens.size();) {
    if (!may_begin(tokens, at)) {
      ++at;
      continue;
    }
    const EnToken& token = tokens[at];
    if (token.lower == "http" || token.lower == "https" || token.lower == "www") {
      if (const std::size_t end = read_address(tokens.sentence(), token.begin, scan.emit); end != 0) {
        while (at < tokens.size() && tokens[at].begin < end) ++at;
        continue;
      }
    }
    at = read_at(scan, at);
  }
}

}  // namespace duiqi::anchor
