// English numbers, in digits and words.
#include <algorithm>

#include "anchor/en_scan.hpp"

namespace duiqi::anchor {
namespace {

/// 500k, 3.2bn: the power of ten of letters that stand close behind digits; 0 where they are none. "m" is
/// left to the reader of amounts, since it may be metres.
int attached_scale(const EnToken& token) {
  if (token.type != EnToken::word || token.space_before) return 0;
  if (token.lower == "k") return 3;
  if (token.lower == "b") return 9;
  return token.role == EnRole::scale ? token.role_value : 0;
}

class Reader {
 public:
  Reader(const EnTokens& tokens, std::size_t at) : tokens_(tokens), at_(at) { out_.begin = out_.end = at; }

  std::optional<EnNumber> read() {
    if (read_vague()) return out_;
    const EnToken& first = tokens_[at_];
    if (first.type == EnToken::number) {
      read_digits();
    } else if (first.role == EnRole::half) {
      if (!read_half()) return std::nullopt;
    } else if (first.role == EnRole::article) {
      const EnRole next = tokens_[at_ + 1].role;
      if (next != EnRole::hundred && next != EnRole::scale && next != EnRole::dozen) return std::nullopt;
      current_ = decimal(1);
      ++at_;
    } else if (first.role != EnRole::small && first.role != EnRole::tens) {
      return std::nullopt;
    }
    while (step()) {
    }
    if (failed_ || out_.end == out_.begin) return std::nullopt;
    finish();
    if (failed_) return std::nullopt;
    return out_;
  }

 private:
  /// hundreds, tens of thousands, several million, a few dozen.
  bool read_vague() {
    std::size_t at = at_;
    int power = 0;
    if (tokens_[at].role == EnRole::vague) {
      if (tokens_[at].lower == "tens" && !tokens_.is_word(at + 1, "of")) return false;
      if (tokens_[at].lower == "scores" && !tokens_.is_word(at + 1, "of")) return false;
      power = tokens_[at++].role_value;
      while (tokens_.is_word(at, "of") && tokens_[at + 1].role == EnRole::vague) {
        power += tokens_[at + 1].role_value;
        at += 2;
      }
      if (out_.begin + 1 == at && tokens_.before(at).lower == "tens") return false;
    } else {
      if (tokens_[at].role == EnRole::article && tokens_.is_word(at + 1, "few")) ++at;
      if (!tokens_.is_word(at, "several") && !tokens_.is_word(at, "few") && !tokens_.is_word(at, "many"))
        return false;
      ++at;
      const std::size_t before = at;
      while (tokens_[at].role == EnRole::hundred || tokens_[at].role == EnRole::scale ||
             tokens_[at].role == EnRole::dozen)
        power += tokens_[at].role == EnRole::dozen ? 1 : tokens_[at].role_value, ++at;
      if (at == before) return false;
    }
    out_.value = decimal(1, power);
    out_.vague = true;
    out_.end = at;
    return true;
  }

  void read_digits() {
    const EnToken& token = tokens_[at_];
    current_ = token.value;
    if (token.digits > 18) failed_ = true;
    out_.single = true;
    std::size_t next = at_ + 1;
    // 1 234 567: one space may as well part two numbers; two of them hardly do.
    const auto is_group = [&](std::size_t i) {
      return tokens_[i].type == EnToken::number && tokens_[i].digits == 3 && tokens_[i].value.is_integer() &&
             tokens_[i].stop - tokens_[i].begin == 3;
    };
    if (token.digits <= 3 && !token.grouped && token.value.is_integer() && is_group(next) &&
        is_group(next + 1)) {
      for (; is_group(next) && current_; ++next) current_ = plus(shifted(*current_, 3), tokens_[next].value);
      if (!current_) failed_ = true;
    }
    at_ = out_.end = next;
    if (const int scale = attached_scale(tokens_[at_]); scale != 0 && current_) {
      current_ = shifted(*current_, scale);
      out_.last_scale = scale;
      out_.single = false;
      out_.end = ++at_;
    }
    if (tokens_.is_sign(at_, U'½') && !tokens_[at_].space_before) add_half(1);
  }

  /// half a million, half a dozen, half an hour (of which only "half an" is read here).
  bool read_half() {
    std::size_t at = tokens_.skip_hyphen(at_ + 1);
    if (tokens_[at].role == EnRole::article) ++at;
    out_.half = true;
    out_.value = decimal(5, -1);
    current_ = out_.value;
    at_ = out_.end = at;
    return tokens_[at_ - 1].role != EnRole::half || tokens_.before(at_).type == EnToken::sign ||
           at > out_.begin;
  }

  void add_half(std::size_t length, int hundredths = 50) {
    if (!current_) current_ = Decimal{};
    const auto sum = plus(*current_, decimal(static_cast<std::uint64_t>(hundredths), -2));
    if (!sum)
      failed_ = true;
    else
      current_ = sum;
    out_.single = false;
    at_ += length;
    out_.end = at_;
  }

  bool step() {
    const std::size_t at = out_.end == out_.begin ? at_ : tokens_.skip_hyphen(at_);
    const EnToken& token = tokens_[at];
    if (token.type != EnToken::word) return false;
    switch (token.role) {
      case EnRole::small:
      case EnRole::tens:
        return take_simple(at, token);
      case EnRole::hundred:
      case EnRole::scale:
      case EnRole::dozen:
        return take_scale(at, token);
      default:
        break;
    }
    if (token.lower == "and" && out_.end != out_.begin) return take_and(at);
    if (token.lower == "point" && tokens_[at + 1].role == EnRole::small && current_ && !out_.single)
      return take_point(at);
    return false;
  }

  bool take_simple(std::size_t at, const EnToken& token) {
    const auto value = static_cast<std::uint64_t>(token.role_value);
    if (!current_) {
      if (out_.end != out_.begin && section_.digits == 0 && total_.digits == 0) return false;
      current_ = decimal(value);
    } else {
      const int before = current_->small();
      const bool fits =
          token.role == EnRole::small && value >= 1 && value <= 9 &&
          ((before >= 20 && before < 100) || (before >= 1800 && before < 2100 && !out_.single)) &&
          before % 10 == 0 && !tens_done_ && !out_.single && tokens_[at_ - 1].role == EnRole::tens;
      // nineteen ninety-eight
      const bool year = (before == 18 || before == 19 || before == 20) && value >= 10 && !out_.single &&
                        section_.digits + total_.digits == 0;
      if (fits) {
        current_ = plus(*current_, decimal(value));
        tens_done_ = true;
      } else if (year) {
        current_ = plus(shifted(*current_, 2), decimal(value));
      } else {
        return false;
      }
      if (!current_) failed_ = true;
    }
    at_ = out_.end = at + 1;
    return true;
  }

  bool take_scale(std::size_t at, const EnToken& token) {
    if (!current_ && section_.digits == 0) return false;
    // "500 dozen" is no use; "2 hundred thousand" is.
    const Decimal current = current_.value_or(Decimal{});
    std::optional<Decimal> sum;
    if (token.role == EnRole::dozen) {
      sum = times(current, decimal(12));
      if (sum) section_ = *sum;
    } else if (token.role == EnRole::hundred) {
      section_ = shifted(current, 2);
      sum = section_;
    } else {
      sum = plus(section_, current);
      if (sum) sum = plus(total_, shifted(*sum, token.role_value));
      if (sum) total_ = *sum;
      section_ = {};
      out_.last_scale = token.role_value;
    }
    if (!sum) return failed_ = true, false;
    current_.reset();
    tens_done_ = false;
    out_.single = false;
    out_.half = false;
    at_ = out_.end = at + 1;
    return true;
  }

  /// a hundred and five; two and a half; one and a quarter.
  bool take_and(std::size_t at) {
    std::size_t next = tokens_.skip_hyphen(at + 1);
    if (tokens_[next].role == EnRole::article) {
      next = tokens_.skip_hyphen(next + 1);
      const EnRole role = tokens_[next].role;
      if ((role != EnRole::half && role != EnRole::quarter) || !current_) return false;
      add_half(next + 1 - at_, role == EnRole::half ? 50 : 25);
      return true;
    }
    const EnToken& token = tokens_[at + 1];
    const bool after_hundred = !current_ && (section_.digits != 0 || total_.digits != 0) && !out_.vague;
    if (!after_hundred || tokens_[out_.begin].type == EnToken::number) return false;
    if (token.role != EnRole::small && token.role != EnRole::tens) return false;
    at_ = at + 1;
    return take_simple(at_, token);
  }

  bool take_point(std::size_t at) {
    std::size_t next = at + 1;
    Decimal value = *current_;
    for (int place = -1; tokens_[next].role == EnRole::small && tokens_[next].role_value < 10 && place > -9;
         ++next, --place)
      value =
          plus(value, decimal(static_cast<std::uint64_t>(tokens_[next].role_value), place)).value_or(value);
    current_ = value;
    at_ = out_.end = next;
    return true;
  }

  void finish() {
    const auto section = plus(section_, current_.value_or(Decimal{}));
    const auto sum = section ? plus(total_, *section) : section;
    constexpr int largest_power = 24;  // beyond any number that a text counts with
    if (!sum || sum->exponent > largest_power) {
      failed_ = true;
      return;
    }
    out_.value = *sum;
    out_.one = out_.end == out_.begin + 1 && tokens_.is_word(out_.begin, "one");
  }

  const EnTokens& tokens_;
  std::size_t at_;
  EnNumber out_;
  Decimal total_;    // complete to the last thousand, million …
  Decimal section_;  // complete to the last hundred
  std::optional<Decimal> current_;
  bool tens_done_ = false;
  bool failed_ = false;
};

/// A token's text as EnWords stores it.
std::string_view text_of(const EnTokens& tokens, std::size_t at) {
  const EnToken& token = tokens[at];
  if (token.type == EnToken::word) return token.lower;
  return tokens.sentence().substr(token.begin, token.stop - token.begin);
}

}  // namespace

std::optional<EnNumber> parse_en_number(const EnTokens& tokens, std::size_t at) {
  return Reader(tokens, at).read();
}

int parse_en_ordinal(const EnTokens& tokens, std::size_t at, std::size_t& end) {
  const EnToken& token = tokens[at];
  if (token.type == EnToken::number && token.value.is_integer()) {
    if (tokens[at + 1].role != EnRole::ordinal_suffix || tokens[at + 1].space_before) return 0;
    end = at + 2;
    return std::max(0, token.value.small());
  }
  if (token.role == EnRole::ordinal) {
    end = at + 1;
    return token.role_value;
  }
  if (token.role == EnRole::tens) {
    const std::size_t next = tokens.skip_hyphen(at + 1);
    if (tokens[next].role == EnRole::ordinal && tokens[next].role_value < 10) {
      end = next + 1;
      return token.role_value + tokens[next].role_value;
    }
  }
  return 0;
}

void EnWords::add(std::string_view names, int value) {
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    const EnTokens tokens(names.substr(0, bar));
    names.remove_prefix(std::min(bar + 1, names.size()));
    if (tokens.size() == 0) continue;
    Entry entry{{}, value};
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (!tokens.is_joining_hyphen(i)) entry.tokens.emplace_back(text_of(tokens, i));
    if (entry.tokens.empty()) continue;
    std::vector<Entry>& entries = by_first_[entry.tokens.front()];
    if (std::any_of(entries.begin(), entries.end(), [&](const Entry& e) { return e.tokens == entry.tokens; }))
      continue;
    const auto place = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& e) { return e.tokens.size() < entry.tokens.size(); });
    entries.insert(place, std::move(entry));
  }
}

int EnWords::match(const EnTokens& tokens, std::size_t at, std::size_t& end) const {
  const auto found = by_first_.find(text_of(tokens, at));
  if (found == by_first_.end()) return -1;
  for (const Entry& entry : found->second) {
    std::size_t next = at;
    bool same = true;
    for (std::size_t i = 0; i < entry.tokens.size() && same; ++i) {
      if (i > 0) {
        next = tokens.skip_hyphen(next);
        if (tokens.is_sign(next, U'.') && !tokens[next].space_before) ++next;  // sq. km
      }
      same = next < tokens.size() && text_of(tokens, next) == entry.tokens[i];
      ++next;
    }
    if (!same) continue;
    end = next;
    return entry.value;
  }
  return -1;
}

}  // namespace duiqi::anchor
