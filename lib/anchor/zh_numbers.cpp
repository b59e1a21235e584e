#include "anchor/zh_numbers.hpp"

#include <string_view>

namespace duiqi::anchor {
namespace {

constexpr std::size_t longest_integer = 18;  // digits that a Decimal holds safely

bool is_space_group(const ZhText& text, std::size_t at) {
  return text[at] == U' ' && is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
         !is_digit(text[at + 4]);
}

bool is_comma_group(const ZhText& text, std::size_t at) {
  return text[at] == U',' && is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
         !is_digit(text[at + 4]);
}

/// 1234, 1,234,567, 1 234 567, 3.5. `at` moves behind it; nothing where it is too long to be a number.
std::optional<Decimal> take_arabic(const ZhText& text, std::size_t& at, std::size_t& digits) {
  std::uint64_t value = 0;
  digits = 0;
  const auto take = [&] {
    while (is_digit(text[at])) {
      if (digits < longest_integer) value = value * 10 + (text[at] - U'0');
      ++digits;
      ++at;
    }
  };
  take();
  bool grouped = false;
  if (digits <= 3) {
    while (is_comma_group(text, at)) {
      ++at;
      take();
      grouped = true;
    }
    // One space may as well part two numbers; two of them hardly do.
    while (!grouped && is_space_group(text, at) && is_space_group(text, at + 4)) {
      while (is_space_group(text, at)) {
        ++at;
        take();
      }
    }
  }
  int exponent = 0;
  if (text[at] == U'.' && is_digit(text[at + 1])) {
    const std::size_t whole = digits;
    ++at;
    take();
    exponent = -static_cast<int>(digits - whole);
  }
  if (digits > longest_integer) return std::nullopt;
  return decimal(value, exponent);
}

/// True where 千 or 兆 at `at` is the begin of a unit (千瓦, 兆赫) and no part of the number.
bool begins_unit(const ZhText& text, std::size_t at) {
  constexpr std::u32string_view after_kilo = U"瓦克米卡伏赫焦帕", after_mega = U"瓦赫帕字比焦";
  const char32_t c = text[at], next = text[at + 1];
  if (next == 0) return false;
  return (c == U'千' && after_kilo.find(next) != after_kilo.npos) ||
         (c == U'兆' && after_mega.find(next) != after_mega.npos);
}

bool is_many(char32_t c) {
  return c == U'多' || c == U'余' || c == U'几' || c == U'来';
}

/// 五分 of 三点五分 and 五十 of 三点五十: the 点 is that of a clock time.
bool is_decimal_point(const ZhText& text, std::size_t at) {
  if (text[at] != U'点' || zh_digit(text[at + 1]) < 0) return false;
  std::size_t end = at + 1;
  while (zh_digit(text[end]) >= 0) ++end;
  return text[end] != U'分' && text[end] != U'十' && text[end] != U'刻' && text[end] != U'时';
}

/// Gathers the parts of a number from left to right.
class Reader {
 public:
  Reader(const ZhText& text, std::size_t at) : text_(text), at_(at) { out_.begin = out_.end = at; }

  std::optional<ZhNumber> read() {
    if (!vague_head()) {
      while (step()) {
      }
      if (failed_ || out_.end == out_.begin) return std::nullopt;
      finish();
    }
    if (failed_) return std::nullopt;
    return out_;
  }

 private:
  /// 数十, 几百万, 上千, 成百上千, 成千上万.
  bool vague_head() {
    std::size_t at = at_;
    const char32_t c = text_[at];
    if (text_.has(at, U"成千上万") || text_.has(at, U"成百上千")) {
      out_.value = decimal(1, text_[at + 1] == U'千' ? 3 : 2);
      at += 4;
    } else if (text_.has(at, U"数以") && zh_scale(text_[at + 2]) > 0) {  // 数以千计
      int power = 0;
      for (at += 2; zh_scale(text_[at]) > 0; ++at) power += zh_scale(text_[at]);
      if (text_[at] == U'计') ++at;
      out_.value = decimal(1, power);
    } else if ((c == U'数' || c == U'几' || c == U'上' || c == U'成') && zh_scale(text_[at + 1]) > 0) {
      int power = 0;
      ++at;
      while (zh_scale(text_[at]) > 0 && !begins_unit(text_, at)) power += zh_scale(text_[at++]);
      if (text_[at - 1] == U'百' && text_[at] == U'分') return failed_ = true;
      if (c == U'上' && power == 1) return failed_ = true;
      out_.value = decimal(1, power);
    } else {
      return false;
    }
    out_.vague = out_.approximate = true;
    out_.end = at;
    return true;
  }

  bool step() {
    const char32_t c = text_[at_];
    if (is_digit(c)) return take_digits();
    if (c == U'廿' || c == U'卅') {
      if (out_.end != out_.begin) return false;
      section_ = decimal(c == U'廿' ? 2 : 3, 1);
      last_unit_ = 1;
      return advance(1);
    }
    const int digit = zh_digit(c);
    if (digit >= 0) return take_han_digit(digit);
    if (c == U'半' && out_.end == out_.begin) {
      current_ = decimal(5, -1);
      return advance(1);
    }
    if (is_decimal_point(text_, at_) && current_ && !arabic_) return take_han_fraction();
    return take_scale();
  }

  bool advance(std::size_t count) {
    at_ += count;
    out_.end = at_;
    return true;
  }

  bool take_digits() {
    if (current_ || (out_.end != out_.begin && last_scale_ == 0)) return false;
    std::size_t digits = 0;
    current_ = take_arabic(text_, at_, digits);
    if (current_ && text_[at_] == U'½') {
      current_ = plus(*current_, decimal(5, -1));
      ++at_;
    }
    if (!current_) return failed_ = true, false;
    arabic_ = true;
    if (out_.end == out_.begin) {
      out_.arabic = true;
      out_.digits = digits;
    }
    return advance(0);
  }

  bool take_han_digit(int digit) {
    if (arabic_ && (current_ || digit == 0)) return false;
    if (digit == 0 && out_.end != out_.begin && !current_) {  // 一百零五
      if (zh_digit(text_[at_ + 1]) < 0 && !is_digit(text_[at_ + 1])) return false;
      zero_ = true;
      return advance(1);
    }
    if (!current_) {
      if (out_.end == out_.begin) return take_first_digits(digit);
      if (text_[at_] == U'两' && zh_scale(text_[at_ + 1]) == 0) return false;  // 二十两 is a weight
      if (!is_adjacent_pair(digit)) {
        current_ = decimal(static_cast<std::uint64_t>(digit));
        return advance(1);
      }
      if (out_.lower) return false;  // 二三百四五十 says nothing
      out_.lower = joined(decimal(static_cast<std::uint64_t>(digit)));
      current_ = decimal(static_cast<std::uint64_t>(digit) + 1);
      out_.upper_begin = at_ + 1;
      return advance(2);
    }
    return false;
  }

  /// 三四 of 三四十: no digit stands behind, and the second is one more.
  bool is_adjacent_pair(int digit) const {
    return digit > 0 && zh_digit(text_[at_ + 1]) == digit + 1 && zh_digit(text_[at_ + 2]) < 0;
  }

  /// One digit, 二〇二四, or the 三四 of 三四十.
  bool take_first_digits(int digit) {
    std::size_t end = at_;
    std::uint64_t value = 0;
    bool zero = false;
    while (zh_digit(text_[end]) >= 0 && end - at_ < longest_integer) {
      zero = zero || text_[end] == U'零';
      value = value * 10 + static_cast<std::uint64_t>(zh_digit(text_[end++]));
    }
    const std::size_t count = end - at_;
    if (count == 1) {
      current_ = decimal(static_cast<std::uint64_t>(digit));
      return advance(1);
    }
    if (is_adjacent_pair(digit) && text_[end] != U'年') {
      out_.lower = decimal(static_cast<std::uint64_t>(digit));
      current_ = decimal(static_cast<std::uint64_t>(digit) + 1);
      out_.upper_begin = at_ + 1;
      return advance(2);
    }
    if (count == 2 && !zero && text_[end] != U'年') return failed_ = true, false;
    if (text_[end] == U'几') return failed_ = true, false;  // 一九六几年
    current_ = decimal(value);
    out_.positional = true;
    out_.digits = count;
    return advance(count);
  }

  bool take_han_fraction() {
    std::size_t end = at_ + 1;
    std::uint64_t value = 0;
    int places = 0;
    while (zh_digit(text_[end]) >= 0 && places < 9) {
      value = value * 10 + static_cast<std::uint64_t>(zh_digit(text_[end++]));
      ++places;
    }
    // 三十二点五: what stands before the point is complete.
    std::optional<Decimal> whole = plus(section_, *current_);
    if (whole) whole = plus(*whole, decimal(value, -places));
    if (!whole) return failed_ = true, false;
    section_ = {};
    current_ = whole;
    fraction_ = true;
    return advance(end - at_);
  }

  bool take_scale() {
    std::size_t at = at_;
    if (text_[at] == U' ' && current_ && arabic_ &&
        (zh_scale(text_[at + 1]) >= 4 || (zh_scale(text_[at + 1]) >= 2 && zh_scale(text_[at + 2]) >= 4)))
      ++at;
    bool many = false;
    if (is_many(text_[at]) && out_.end != out_.begin && zh_scale(text_[at + 1]) > 0) {
      many = true;
      ++at;
    }
    const int scale = zh_scale(text_[at]);
    if (scale == 0 || begins_unit(text_, at)) return false;
    if (text_[at] == U'百' && text_[at + 1] == U'分') return false;
    if (scale == 1 && arabic_ && current_) return false;
    if (out_.lower) out_.lower = shifted(*out_.lower, scale);
    if (!(scale >= 4 ? take_large(scale) : take_small(scale))) return failed_ && false;
    out_.approximate = out_.approximate || many;
    last_scale_ = scale;
    last_unit_ = scale;
    zero_ = false;
    if (out_.arabic && scale > 0) out_.arabic = false;
    out_.positional = false;
    return advance(at + 1 - at_);
  }

  bool take_small(int scale) {
    if (out_.positional && current_) return failed_ = true, false;
    if (!current_ && last_unit_ > 0 && last_unit_ < 4 && out_.end != out_.begin && at_ == out_.end)
      return false;  // 百十
    const Decimal factor = current_ ? *current_ : decimal(1);
    bare_ = bare_ && !current_;
    return add(section_, shifted(factor, scale));
  }

  bool take_large(int scale) {
    bare_ = bare_ && !current_;
    if (current_) {
      if (!add(section_, *current_)) return false;
    } else if (section_.digits == 0) {
      if (out_.end == out_.begin) {
        section_ = decimal(1);
      } else {  // 3万亿
        total_ = shifted(total_, scale);
        current_.reset();
        return true;
      }
    }
    current_.reset();
    arabic_ = false;
    if (total_.digits != 0 && last_large_ < scale) {
      if (!add(total_, section_)) return false;
      total_ = shifted(total_, scale);
    } else if (!add(total_, shifted(section_, scale))) {
      return false;
    }
    section_ = {};
    last_large_ = scale;
    return true;
  }

  bool add(Decimal& sum, const Decimal& part) {
    const std::optional<Decimal> result = plus(sum, part);
    if (!result) return failed_ = true, false;
    sum = *result;
    current_.reset();
    arabic_ = false;
    return true;
  }

  std::optional<Decimal> joined(const Decimal& last) const {
    std::optional<Decimal> sum = plus(total_, section_);
    return sum ? plus(*sum, last) : sum;
  }

  void finish() {
    if (current_) {
      bare_ = false;
      // 三千五 is 3500, 三千零五 is 3005; with digits (3万5) likewise.
      const bool one_digit = current_->small() > 0 && current_->small() < 10 && !arabic_ && !fraction_;
      if (one_digit && last_unit_ >= 2 && !zero_ && zh_scale(text_.before(out_.end, 2)) == last_unit_)
        current_ = shifted(*current_, last_unit_ - 1);
    }
    const std::optional<Decimal> sum = joined(current_.value_or(Decimal{}));
    constexpr int largest_power = 24;  // beyond any number that a text counts with
    if (!sum || sum->exponent > largest_power) {
      failed_ = true;
      return;
    }
    out_.value = *sum;
    out_.bare_units = bare_;
    out_.last_scale = last_scale_;
    out_.approximate = out_.approximate || out_.lower.has_value();
  }

  const ZhText& text_;
  std::size_t at_;
  ZhNumber out_;
  Decimal total_;    // complete to the last 万 or 亿
  Decimal section_;  // below that, complete to the last 十 百 千
  std::optional<Decimal> current_;
  int last_unit_ = 0;   // the power of ten of the last unit
  int last_scale_ = 0;  // the same, for the result
  int last_large_ = 0;  // that of the last 万 or larger
  bool arabic_ = false;
  bool fraction_ = false;
  bool zero_ = false;
  bool bare_ = true;
  bool failed_ = false;
};

}  // namespace

int zh_digit(char32_t c) {
  switch (c) {
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

int zh_scale(char32_t c) {
  switch (c) {
    case U'十':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    case U'万':
      return 4;
    case U'亿':
      return 8;
    case U'兆':
      return 12;
    default:
      return 0;
  }
}

bool begins_number(char32_t c) {
  return is_digit(c) || zh_digit(c) >= 0 || zh_scale(c) > 0 || c == U'半' || c == U'数' || c == U'几' ||
         c == U'上' || c == U'成' || c == U'廿' || c == U'卅';
}

std::optional<ZhNumber> parse_zh_number(const ZhText& text, std::size_t at) {
  if (!begins_number(text[at])) return std::nullopt;
  return Reader(text, at).read();
}

}  // namespace duiqi::anchor
