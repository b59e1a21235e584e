// Which quantities stand for the same thing. docs/anchors.md lists the weights.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "anchor/calendar.hpp"
#include "anchor/decimal.hpp"
#include "anchor/quantities.hpp"
#include "anchor/unit_scales.hpp"

namespace duiqi::anchor {
namespace {

// How sure a match is. Only their order matters much: the evidence weighs each by its chance in the document.
constexpr double by_alternate = 0.8;       // one side's further reading
constexpr double without_unit = 0.6;       // one side left the unit out, or says it in another way
constexpr double ordinal_as_number = 0.4;  // 第三 as "three"
constexpr double nearby = 0.4;             // 3.2亿 for 320.4 million
constexpr double nearby_without_unit = 0.2;
constexpr double rounded = 0.6;         // 126.0582 trillion as 126.06 trillion
constexpr double converted = 0.5;       // 10 acres as 4公顷
constexpr double year_as_number = 0.7;  // 2008 alone
constexpr double day_as_number = 0.4;   // 15日 as "the 15th"
constexpr double nearness = 0.02;       // the largest relative difference of two that are nearby
constexpr double least_near = 100;      // smaller ones are near each other by chance

/// How far a conversion between systems of units may be rounded: 50公里 for 30 miles is 3.4 % off, 4公顷 for
/// 10 acres 1.2 %. Of the beads of the four news sets (anchor_report --only measure), 1 % to 2 % brings four
/// more matches in Chinese and four in English, 4 % one more, 6 % none.
constexpr double conversion_error = 0.04;
/// Rounding to whole degrees Celsius is .5 off at most, to whole degrees Fahrenheit .28.
constexpr double celsius_error = 0.5001;

/// A key taken apart; views into it.
struct Value {
  AnchorKind kind = AnchorKind::number;
  std::string_view unit;  ///< of money and measures
  std::string_view text;  ///< the key
  std::optional<Decimal> number;
  bool vague = false;        ///< the magnitude alone
  bool approximate = false;  ///< as the text says; not of alternates
  std::optional<PartialDate> date;
};

std::optional<Decimal> percent_of_fraction(std::string_view key) {
  const std::size_t slash = key.find('/');
  const auto top = parse_decimal(key.substr(0, slash));
  const auto bottom = parse_decimal(slash == key.npos ? std::string_view("1") : key.substr(slash + 1));
  if (!top || !bottom || bottom->small() < 1) return std::nullopt;
  const auto whole = static_cast<std::uint64_t>(bottom->small());
  const auto hundredfold = static_cast<std::uint64_t>(std::max(0, top->small())) * 1000;  // exact to 0.1 %
  if (hundredfold % whole != 0) return std::nullopt;
  return decimal(hundredfold / whole, -1);
}

Value take_apart(AnchorKind kind, std::string_view key) {
  Value out;
  out.kind = kind;
  out.text = key;
  if (kind == AnchorKind::date) {
    out.date = parse_date_key(key);
    return out;
  }
  if (kind == AnchorKind::time || kind == AnchorKind::weekday) return out;
  if (kind == AnchorKind::fraction) {
    out.number = percent_of_fraction(key);
    return out;
  }
  if (const std::size_t space = key.rfind(' '); space != key.npos) {
    out.unit = key.substr(0, space);
    key.remove_prefix(space + 1);
  }
  if (!key.empty() && key.back() == 's') {
    out.vague = true;
    key.remove_suffix(1);
  }
  out.number = parse_decimal(key);
  return out;
}

/// An alternate key tells its kind by its form.
Value take_apart_alternate(AnchorKind kind, std::string_view key) {
  if (key.find(' ') != key.npos)
    return take_apart(key.front() >= 'A' && key.front() <= 'Z' ? AnchorKind::money : AnchorKind::measure,
                      key);
  if (kind == AnchorKind::weekday) return take_apart(AnchorKind::date, key);
  if (kind == AnchorKind::money || kind == AnchorKind::measure) return take_apart(AnchorKind::number, key);
  return take_apart(kind, key);
}

bool are_within(double error, const Decimal& a, const Decimal& b) {
  const double x = std::abs(a.rough()), y = std::abs(b.rough());
  return a.negative == b.negative && std::abs(x - y) <= error * std::max(x, y);
}

bool is_near(const Decimal& a, const Decimal& b) {
  return std::max(a.rough(), b.rough()) >= least_near && are_within(nearness, a, b);
}

int length(std::uint64_t digits) {
  int out = 0;
  for (; digits != 0; digits /= 10) ++out;
  return out;
}

/// Whether one is the other, rounded or cut to three digits or more.
bool is_rounding(const Decimal& a, const Decimal& b) {
  const Decimal& fine = a.exponent < b.exponent ? a : b;
  const Decimal& coarse = a.exponent < b.exponent ? b : a;
  constexpr int fewest_digits = 3;  // fewer are met by chance
  const int places = coarse.exponent - fine.exponent;
  if (a.negative != b.negative || length(coarse.digits) < fewest_digits || places > 18) return false;
  std::uint64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  const std::uint64_t cut = fine.digits / unit;
  return coarse.digits == cut || (coarse.digits == cut + 1 && fine.digits % unit >= unit / 2);
}

/// What equal values of two different kinds are worth; 0 where such kinds contradict.
double between_kinds(AnchorKind a, AnchorKind b) {
  if (a > b) std::swap(a, b);
  using K = AnchorKind;
  if (a == K::number) {
    switch (b) {
      case K::percentage:
      case K::points:
      case K::multiple:
      case K::money:
      case K::measure:
        return without_unit;
      case K::ordinal:
        return ordinal_as_number;
      default:
        return 0;
    }
  }
  if (a == K::percentage && (b == K::points || b == K::fraction)) return b == K::fraction ? 0.9 : 0.7;
  if (a == K::ordinal && b == K::measure) return ordinal_as_number;
  return 0;
}

double compare_date_with_other(const Value& date, const Value& other) {
  if (!date.date || !other.number || other.vague) return 0;
  const PartialDate& d = *date.date;
  const int value = other.number->small();
  if (d.year != 0 && d.month + d.quarter + d.half == 0 && other.kind == AnchorKind::number)
    return value == d.year ? year_as_number : 0;
  if (d.day != 0 && d.month == 0 && (other.kind == AnchorKind::number || other.kind == AnchorKind::ordinal))
    return value == d.day ? day_as_number : 0;
  return 0;
}

/// Two measures in different units.
double compare_units(const Value& a, const Value& b, bool approximate) {
  const auto warm = in_celsius(a.unit, *a.number);
  if (warm) {
    const auto other = in_celsius(b.unit, *b.number);
    return other && std::abs(*warm - *other) <= celsius_error ? converted : 0;
  }
  const auto x = scaled(a.unit, *a.number);
  if (!x) return 0;
  const auto y = scaled(b.unit, *b.number);
  if (!y || x->dimension != y->dimension) return 0;
  if (x->value == y->value) return 1;
  if (x->system == y->system) {
    if (is_rounding(x->value, y->value)) return rounded;
    const bool large = std::abs(a.number->rough()) >= least_near || std::abs(b.number->rough()) >= least_near;
    return approximate && large && are_within(nearness, x->value, y->value) ? nearby : 0;
  }
  return are_within(conversion_error, x->value, y->value) ? converted : 0;
}

double compare(const Value& a, const Value& b, bool approximate) {
  if (a.kind == b.kind && a.text == b.text) return 1;
  if (a.kind == AnchorKind::date && b.kind == AnchorKind::date)
    return a.date && b.date ? agreement(*a.date, *b.date) : 0;
  if (a.kind == AnchorKind::date) return compare_date_with_other(a, b);
  if (b.kind == AnchorKind::date) return compare_date_with_other(b, a);
  if (!a.number || !b.number) return 0;
  if (a.vague != b.vague) {  // 上百家, "a hundred or more"
    const bool same = a.kind == b.kind && a.unit == b.unit && *a.number == *b.number;
    return same && (a.vague ? b : a).approximate ? nearby : 0;
  }
  if (a.kind == b.kind) {
    const bool ages =
        (a.unit == "year" && b.unit == "year-person") || (a.unit == "year-person" && b.unit == "year");
    if (ages) return *a.number == *b.number ? without_unit : 0;
    if (a.kind == AnchorKind::fraction || a.kind == AnchorKind::ordinal) return 0;
    if (a.unit != b.unit) return a.kind == AnchorKind::measure ? compare_units(a, b, approximate) : 0;
    if (*a.number == *b.number) return 1;
    if (is_rounding(*a.number, *b.number)) return rounded;
    return approximate && is_near(*a.number, *b.number) ? nearby : 0;
  }
  const double weight = between_kinds(a.kind, b.kind);
  if (weight == 0) return 0;
  if (*a.number == *b.number) return weight;
  return approximate && weight == without_unit && is_near(*a.number, *b.number) ? nearby_without_unit : 0;
}

std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  std::uint64_t h = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);  // FNV-1a
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h;
}

std::uint64_t hash(std::uint64_t value, std::uint64_t seed) {
  std::uint64_t h = value + seed * 0x9E3779B97F4A7C15ULL;  // splitmix64's finisher
  h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
  h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
  return h ^ (h >> 31);
}

enum Seed : std::uint64_t {
  text_seed = 1,
  number_seed,
  size_seed,
  year_seed,
  month_seed,
  day_seed,
  part_seed,
  scaled_seed
};

std::uint64_t number_bucket(const Decimal& value) {
  return hash(
      value.digits * 64 + static_cast<std::uint64_t>(value.exponent + 24) + (value.negative ? 1ULL << 63 : 0),
      number_seed);
}

/// Numbers that are near each other lie in one bin or in two that touch: 45 bins a power of ten, each as wide
/// as `nearness` of that power's end. `upper` says which half of the bin: of two that are a rounding of each
/// other, less than half a bin apart, one looks across the border.
std::int64_t size_bin(const Decimal& value, bool& upper) {
  std::uint64_t head = value.digits;
  std::int64_t power = value.exponent;
  while (head >= 1000) {
    head /= 10;
    ++power;
  }
  while (head < 100) {
    head *= 10;
    --power;
  }
  upper = head % 20 >= 10;
  return power * 45 + static_cast<std::int64_t>((head - 100) / 20);
}

/// Two that are the same in different units, or nearly, lie in one step of the scale or in two that touch;
/// each is in its step's bucket and in the next.
void scale_buckets(const Value& value, std::vector<std::uint64_t>& out) {
  const auto add = [&](int dimension, double steps) {
    const auto first = static_cast<std::int64_t>(std::floor(steps));
    for (const std::int64_t step : {first, first + 1})
      out.push_back(hash(static_cast<std::uint64_t>(step * 64 + dimension), scaled_seed));
  };
  constexpr int temperature = 63;  // no number of a dimension
  if (const auto warm = in_celsius(value.unit, *value.number)) return add(temperature, *warm);
  const auto amount = scaled(value.unit, *value.number);
  if (!amount || amount->value.digits == 0) return;  // zeros share their bucket of the number
  add(amount->dimension, std::log(std::abs(amount->value.rough())) / std::log1p(2 * conversion_error));
}

void date_buckets(const PartialDate& date, std::vector<std::uint64_t>& out) {
  const auto add = [&](int value, std::uint64_t seed) {
    out.push_back(hash(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)), seed));
  };
  if (date.century != 0) add(date.century, part_seed);
  if (date.decade >= 0) add(1000 + date.decade % 100, part_seed);
  if (date.quarter != 0) add(200 + date.quarter * 10 + date.quarters, part_seed);
  if (date.half != 0) add(300 + date.half, part_seed);
  if (date.year != 0) add(date.year, year_seed);
  if (date.month != 0) add(date.month, month_seed);
  if (date.day != 0) add(date.day, day_seed);
  const bool year_alone = date.year > 0 && date.month + date.quarter + date.half == 0;
  const bool day_alone = date.day != 0 && date.month == 0;
  if (year_alone || day_alone)
    out.push_back(number_bucket(decimal(static_cast<std::uint64_t>(year_alone ? date.year : date.day))));
}

void value_buckets(const Value& value, bool approximate, std::vector<std::uint64_t>& out) {
  if (value.date) return date_buckets(*value.date, out);
  if (!value.number) return out.push_back(hash(value.text, text_seed));
  if (value.vague || (approximate && value.number->digits == 1))
    out.push_back(
        hash(value.number->digits + 7 * static_cast<std::uint64_t>(value.number->exponent + 1), text_seed));
  if (value.vague) return;
  out.push_back(number_bucket(*value.number));
  if (value.kind == AnchorKind::measure) scale_buckets(value, out);
  if (value.number->digits == 0 || value.kind == AnchorKind::ordinal || value.kind == AnchorKind::fraction)
    return;
  bool upper = false;
  const std::int64_t bin = size_bin(*value.number, upper);
  const std::int64_t from = approximate || !upper ? bin - 1 : bin, to = approximate || upper ? bin + 1 : bin;
  for (std::int64_t near = from; near <= to; ++near)
    out.push_back(hash(static_cast<std::uint64_t>(near), size_seed));
}

}  // namespace

double match_quantities(const Anchor& zh, const Anchor& en) {
  const bool approximate = zh.approximate || en.approximate;
  Value a = take_apart(zh.kind, zh.key), b = take_apart(en.kind, en.key);
  a.approximate = zh.approximate;
  b.approximate = en.approximate;
  double best = compare(a, b, approximate);
  for (const std::string& alternate : zh.alternates)
    best = std::max(best, by_alternate * compare(take_apart_alternate(zh.kind, alternate), b, false));
  for (const std::string& alternate : en.alternates) {
    const Value other = take_apart_alternate(en.kind, alternate);
    best = std::max(best, by_alternate * compare(a, other, false));
    // Two guesses at a currency would let yuan pass for dollars.
    if (en.kind == AnchorKind::money) continue;
    for (const std::string& zh_alternate : zh.alternates)
      best = std::max(best, by_alternate * by_alternate *
                                compare(take_apart_alternate(zh.kind, zh_alternate), other, false));
  }
  return best;
}

void quantity_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out) {
  const std::size_t first = out.size();
  value_buckets(take_apart(anchor.kind, anchor.key), anchor.approximate, out);
  for (const std::string& alternate : anchor.alternates)
    value_buckets(take_apart_alternate(anchor.kind, alternate), false, out);
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, out.end());
  out.erase(std::unique(begin, out.end()), out.end());
}

}  // namespace duiqi::anchor
