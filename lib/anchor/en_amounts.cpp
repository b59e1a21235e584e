// What an English number counts: percentages, money, measures, fractions, multiples, ordinals.
#include <algorithm>
#include <iterator>

#include "anchor/en_scan.hpp"
#include "anchor/en_suffix.hpp"
#include "data/quantity_words.hpp"

namespace duiqi::anchor {
namespace {

using Type = EnToken::Type;

void emit(const EnScan& scan, const EnNumber& n, const EnSuffix& suffix, Decimal value, std::size_t begin,
          std::size_t end) {
  const EnTokens& tokens = scan.tokens;
  const bool minus_word = tokens.before(begin).lower == "minus";
  const bool minus_sign = begin > 0 && tokens.is_sign(begin - 1, U'-') && !tokens[begin].space_before &&
                          (tokens[begin - 1].space_before || begin == 1);
  if (value.digits != 0) value.negative = minus_word || minus_sign || suffix.below_zero;
  if (minus_word || minus_sign) --begin;
  const EnToken& after = tokens[end];
  const bool rough =
      is_approximated_before(tokens, begin) || tokens.is_sign(n.end, U'+') ||
      (after.lower == "or" && (tokens.is_word(end + 1, "so") || tokens.is_word(end + 1, "more"))) ||
      after.lower == "plus" ||
      (tokens.is_joining_hyphen(n.end) &&
       (tokens.is_word(n.end + 1, "plus") || tokens.is_word(n.end + 1, "odd")));
  Anchor& anchor = scan.emit.add(suffix.amount, value, n.vague, scan.span(begin, end), rough);
  // "5m people" has five million of them.
  if (suffix.amount.unit == "m" && end == n.end + 1 && tokens[n.end].lower == "m" &&
      !tokens[n.end].space_before)
    anchor.alternates.push_back(shifted(value, 6).text());
}

/// 500m behind a currency sign is 500 million.
EnNumber with_million(const EnTokens& tokens, EnNumber n) {
  const EnToken& token = tokens[n.end];
  if (!n.single || token.type != Type::word || token.space_before ||
      (token.lower != "m" && token.lower != "t"))
    return n;
  const int power = token.lower == "m" ? 6 : 12;
  n.value = shifted(n.value, power);
  n.last_scale = power;
  n.single = false;
  ++n.end;
  return n;
}

bool is_range_mark(const EnTokens& tokens, std::size_t mark, std::size_t begin) {
  if (tokens.is_sign(mark, U'-') || tokens.is_word(mark, "to") || tokens.is_word(mark, "or")) return true;
  const std::string_view before = tokens.before(begin).lower;
  return tokens.is_word(mark, "and") && before == "between";
}

void set_currency(EnSuffix& suffix, int sign) {
  if (sign < 0) return;
  const data::CurrencySign& row = data::currency_signs[sign];
  suffix.amount = {};
  suffix.amount.kind = AnchorKind::money;
  suffix.amount.unit = row.code;
  if (row.sign == "$") suffix.amount.or_units = "HKD AUD CAD TWD SGD NZD";
  if (row.sign == "¥") suffix.amount.or_units = "JPY";
}

/// Behind a currency sign, only a currency's name still belongs to the amount: RMB 5 million yuan, $5.
EnSuffix money_suffix(const EnTokens& tokens, const EnNumber& n, int sign) {
  EnSuffix suffix = read_en_suffix(tokens, n);
  if (sign < 0) return suffix;
  if (suffix.amount.kind != AnchorKind::money) suffix.end = n.end;
  const bool named = suffix.amount.kind == AnchorKind::money;
  if (!named) set_currency(suffix, sign);
  suffix.found = true;
  return suffix;
}

/// Whether a number without a unit is worth an anchor.
bool stands_alone(const EnTokens& tokens, const EnNumber& n) {
  if (n.one || n.half) return false;
  if (n.single && tokens[n.begin].digits > 15) return false;
  return true;
}

/// "for decades", "centuries old": 几十年, 几百年.
std::size_t read_bare_plural(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const bool decades = tokens.is_word(at, "decades"), centuries = tokens.is_word(at, "centuries");
  if (!decades && !centuries) return 0;
  scan.emit.add(AnchorKind::measure, scan.span(at, at + 1), decades ? "year 10s" : "year 100s", true);
  return at + 1;
}

/// "a week", "an hour", "a year and a half": one of a unit, unless it is a rate (100 miles an hour, twice a
/// week).
std::size_t read_one_unit(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  EnNumber n;
  n.begin = at;
  n.end = at + 1;
  n.value = decimal(1);
  if (tokens.is_word(n.end, "half") || tokens[n.end].type != Type::word) return 0;
  EnSuffix suffix = read_en_suffix(tokens, n);
  if (!suffix.found || suffix.amount.kind != AnchorKind::measure || tokens[at + 1].lower.size() < 4) return 0;
  constexpr std::string_view common[] = {"day",  "night", "second", "minute",
                                         "foot", "yard",  "degree", "pixel"};
  if (is_any(suffix.amount.unit, common) || suffix.amount.unit == "m") return 0;
  const EnToken& previous = tokens.before(at);
  constexpr std::string_view rates[] = {"once", "twice", "times", "per", "what", "such", "quite", "many"};
  if (is_any(previous.lower, rates) || previous.type == Type::number || previous.role == EnRole::scale ||
      previous.symbol == U'%' || previous.role == EnRole::percent || previous.role == EnRole::half)
    return 0;
  std::size_t end = 0;
  if (previous.type == Type::word && is_en_unit(tokens, at - 1, end)) return 0;
  if (tokens.is_joining_hyphen(suffix.end)) return 0;
  if (tokens.is_word(suffix.end, "and") && tokens[suffix.end + 1].role == EnRole::article &&
      tokens[suffix.end + 2].role == EnRole::half) {
    n.value = decimal(15, -1);
    suffix.end += 3;
  }
  emit(scan, n, suffix, n.value, at, suffix.end);
  return suffix.end;
}

}  // namespace

bool is_approximated_before(const EnTokens& tokens, std::size_t at) {
  constexpr std::string_view words[] = {
      "about",   "around", "approximately", "nearly",    "almost",  "over",        "some",      "roughly",
      "under",   "below",  "above",         "estimated", "circa",   "approx",      "exceeding", "exceeded",
      "exceeds", "topped", "surpassed",     "mere",      "nearing", "approaching", "past",      "beyond"};
  const std::string_view word = tokens.before(at).lower;
  const std::string_view earlier = tokens.before(at, 2).lower;
  if (tokens.before(at).symbol == U'~' || is_any(word, words)) return true;
  if (word == "than") return true;
  if (word == "least" || word == "most") return earlier == "at";
  if (word == "to") return earlier == "up" || earlier == "close";
  return word == "as" && (earlier == "many" || earlier == "much" || earlier == "high" || earlier == "few");
}

std::size_t read_en_fraction(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  const auto add = [&](std::size_t end, int top, int bottom) {
    scan.emit.add(AnchorKind::fraction, scan.span(at, end), fraction_key(top, bottom),
                  is_approximated_before(tokens, at));
    return end;
  };
  if (token.type == Type::number && tokens.is_sign(at + 1, U'/') && tokens[at + 2].type == Type::number &&
      !tokens[at + 2].space_before && !tokens.is_sign(at + 3, U'/')) {
    const int top = token.value.small(), bottom = tokens[at + 2].value.small();
    if (top == 9 && bottom == 11) {
      PartialDate attacks;
      attacks.month = 9;
      attacks.day = 11;
      scan.emit.add(attacks, scan.span(at, at + 3));
      return at + 3;
    }
    return top > 0 && bottom > top && bottom <= 100 ? add(at + 3, top, bottom) : 0;
  }
  if (token.type == Type::sign) {
    struct Row {
      char32_t sign;
      int top, bottom;
    };
    for (const Row row : {Row{U'½', 1, 2}, Row{U'¼', 1, 4}, Row{U'¾', 3, 4}, Row{U'⅓', 1, 3}, Row{U'⅔', 2, 3},
                          Row{U'⅕', 1, 5}, Row{U'⅛', 1, 8}})
      if (token.symbol == row.sign) return add(at + 1, row.top, row.bottom);
    return 0;
  }
  if (token.role == EnRole::half) {
    const std::size_t next = tokens.skip_hyphen(at + 1);
    const EnRole previous = tokens.before(at).role;
    if (next != at + 1 || previous == EnRole::ordinal || previous == EnRole::ordinal_suffix) return 0;
    if (tokens.before(at).lower == "other" || tokens.is_word(at + 1, "hour") ||
        tokens.is_word(at + 1, "time"))
      return 0;
    return add(at + 1, 1, 2);
  }
  int top = token.role == EnRole::article ? 1 : token.role == EnRole::small ? token.role_value : 0;
  if (token.type == Type::number && !token.grouped) top = token.value.small();
  if (top < 1 || top > 100) return 0;
  const std::size_t hyphen = tokens.skip_hyphen(at + 1);
  const EnToken& next = tokens[hyphen];
  const bool article = token.role == EnRole::article;
  if (next.role == EnRole::ordinals && !article) return add(hyphen + 1, top, next.role_value);
  if (next.role == EnRole::quarter && top < 4) {
    const bool after_ordinal = tokens.before(at).role == EnRole::ordinal ||
                               tokens.before(at).lower == "last" || tokens.before(at).lower == "past";
    const bool share = next.lower == "quarters" || tokens.is_word(hyphen + 1, "of") || hyphen != at + 1 ||
                       tokens.before(at).lower == "by";
    return share && !after_ordinal && !(article && next.lower == "quarters") ? add(hyphen + 1, top, 4) : 0;
  }
  if (next.role == EnRole::ordinal && top == 1 && next.role_value >= 3 && next.role_value <= 20) {
    const bool share = tokens.is_word(hyphen + 1, "of") || token.lower == "one" ||
                       tokens.before(at).lower == "by" || tokens.before(at).lower == "than" ||
                       tokens.before(at).lower == "nearly" || tokens.before(at).lower == "about" ||
                       tokens.is_word(hyphen + 1, "to");
    return share ? add(hyphen + 1, 1, next.role_value) : 0;
  }
  // one in five, nine out of ten
  if (article || token.role != EnRole::small) return 0;
  std::size_t from = 0;
  if (tokens.is_word(at + 1, "in") || tokens.is_word(at + 1, "of"))
    from = tokens.is_word(at + 1, "in") ? at + 2 : 0;
  if (tokens.is_word(at + 1, "out") && tokens.is_word(at + 2, "of")) from = at + 3;
  if (from == 0) return 0;
  if (tokens.is_word(from, "every")) ++from;
  const auto n = parse_en_number(tokens, from);
  if (!n || n->vague || n->half || n->value.small() <= top || n->value.small() > 1000) return 0;
  if (read_en_suffix(tokens, *n).found) return 0;
  return add(n->end, top, n->value.small());
}

std::size_t read_en_ordinal(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  std::size_t end = 0;
  const int value = parse_en_ordinal(tokens, at, end);
  if (value == 0) return 0;
  const EnToken& previous = tokens.before(at);
  if (end == at + 1 && value == 1) {
    if (previous.lower == "at" || tokens.is_word(end, "of") || tokens.is_word(end, "name") ||
        tokens.is_sign(end, U',')) {
      if (previous.lower == "at" || (tokens.is_word(end, "of") && tokens.is_word(end + 1, "all")) ||
          tokens.is_word(end, "name"))
        return end;
    }
  }
  if (end == at + 1 && value == 2) {
    constexpr std::string_view before[] = {"per", "every", "each", "split", "one", "few"};
    if (is_any(previous.lower, before) || previous.type == Type::number) return end;
    if (previous.role == EnRole::article && (tokens[end].type == Type::sign || tokens[end].type == Type::end))
      return end;
    if (tokens.is_word(end, "hand") || (tokens.is_joining_hyphen(end) && tokens.is_word(end + 1, "hand")))
      return end;
  }
  Anchor& anchor = scan.emit.add(AnchorKind::ordinal, scan.span(at, end), std::to_string(value));
  if (tokens.is_word(end, "anniversary") || tokens.is_word(end, "birthday"))
    anchor.alternates.push_back((tokens.is_word(end, "birthday") ? "year-person " : "year ") +
                                std::to_string(value));
  return end;
}

std::size_t read_en_multiple(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  if (token.role != EnRole::multiple) return 0;
  if (token.lower == "double" || token.lower == "triple" || token.lower == "doubles") {
    constexpr std::string_view not_before[] = {"standard", "standards", "digit", "digits", "room",   "bed",
                                               "check",    "agent",     "jump",  "decker", "murder", "cross",
                                               "talk",     "bill",      "fault", "bogey",  "play"};
    if (tokens[at + 1].type == Type::word && is_any(tokens[at + 1].lower, not_before)) return at + 1;
    if (tokens.is_joining_hyphen(at + 1) || token.lower == "doubles") return at + 1;
  }
  scan.emit.add(AnchorKind::multiple, scan.span(at, at + 1), std::to_string(token.role_value),
                is_approximated_before(tokens, at));
  return at + 1;
}

std::size_t read_en_amount(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  if (const std::size_t end = read_bare_plural(scan, at); end != 0) return end;
  if (tokens[at].role == EnRole::article)
    if (const std::size_t end = read_one_unit(scan, at); end != 0) return end;
  std::size_t number_at = at;
  int sign = read_en_currency_sign(tokens, at, number_at);
  if (sign >= 0 && tokens.is_sign(number_at, U'-') && !tokens[number_at].space_before) return 0;
  // "aged 35"
  const bool aged = tokens.is_word(at, "aged") || tokens.is_word(at, "age");
  if (aged) number_at = at + 1;
  auto n = parse_en_number(tokens, number_at);
  if (!n || ((sign >= 0 || aged) && tokens[number_at].type != Type::number &&
             tokens[number_at].role != EnRole::small && !n->vague && sign < 0))
    return 0;
  if (sign >= 0 && tokens[number_at].type != Type::number && tokens[at].type == Type::word) return 0;
  if (sign >= 0) *n = with_million(tokens, *n);
  if (aged) {
    EnSuffix suffix = read_en_suffix(tokens, *n);
    if (suffix.found && suffix.amount.unit != "year") return 0;
    suffix.amount = {};
    suffix.amount.kind = AnchorKind::measure;
    suffix.amount.unit = "year-person";
    emit(scan, *n, suffix, n->value, number_at, n->end);
    return n->end;
  }
  const EnSuffix suffix = money_suffix(tokens, *n, sign);
  // 3 to 5 million, $3-$5 million, between 3 and 5.
  if ((!suffix.found || sign >= 0) && suffix.end == n->end && is_range_mark(tokens, n->end, at) && !n->one &&
      !n->half) {
    std::size_t last_at = n->end + 1;
    const int last_sign = read_en_currency_sign(tokens, last_at, last_at);
    auto last = parse_en_number(tokens, last_at);
    if (last && (sign >= 0 || last_sign >= 0)) *last = with_million(tokens, *last);
    const bool list = tokens.is_word(n->end, "or") && n->single && last && !last->single;
    if (last && !last->vague && !n->vague && !last->half && !list) {
      const EnSuffix last_suffix = money_suffix(tokens, *last, last_sign >= 0 ? last_sign : sign);
      const bool shares = n->last_scale == 0 && last->last_scale > 0 &&
                          n->value.rough() < shifted(last->value, -last->last_scale).rough() &&
                          tokens.before(at).lower != "by";
      const Decimal first = shares ? shifted(n->value, last->last_scale) : n->value;
      EnSuffix first_suffix = last_suffix;
      if (sign >= 0) set_currency(first_suffix, sign);
      const bool years = !last_suffix.found && n->single && last->single && tokens[n->begin].digits == 4;
      if (!years) {
        emit(scan, *n, first_suffix, first, at, n->end);
        emit(scan, *last, last_suffix, last->value, n->end + 1, last_suffix.end);
        return last_suffix.end;
      }
    }
  }
  if (!suffix.found && !stands_alone(tokens, *n)) return 0;
  if (n->half && suffix.found && suffix.amount.kind != AnchorKind::measure &&
      suffix.amount.kind != AnchorKind::money)
    return 0;
  std::size_t end = suffix.end;
  emit(scan, *n, suffix, n->value, at, end);
  return end;
}

}  // namespace duiqi::anchor
