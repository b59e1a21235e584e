#include "anchor/en_tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "data/en_number_words.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

/// A word's first eight bytes as a number; less of a shorter one. `word` is followed by eight more bytes.
std::uint64_t front_of(std::string_view word) {
  std::uint64_t out = 0;
  std::memcpy(&out, word.data(), sizeof out);
  constexpr std::uint64_t all = ~std::uint64_t{0};
  static_assert(std::endian::native == std::endian::little);
  return word.size() < sizeof out ? out & ~(all << 8 * word.size()) : out;
}

/// What the readers of quantities know words by.
class Roles {
 public:
  struct Row {
    std::string word;
    EnRole role = EnRole::none;
    int value = 0;
  };

  Roles();

  const Row* find(std::string_view word) const {
    const std::uint64_t front = front_of(word);
    for (std::size_t at = first_slot(front);; at = (at + 1) % slots_.size()) {
      const Slot& slot = slots_[at];
      if (slot.row == 0) return nullptr;
      if (slot.front == front && rows_[slot.row - 1].word == word) return &rows_[slot.row - 1];
    }
  }

 private:
  struct Slot {
    std::uint64_t front = 0;
    std::uint32_t row = 0;  ///< and one; 0 where the slot is free
  };

  void add(std::string_view word, EnRole role, int value);
  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4): the highest ten bits, as many as number the slots.
  static std::size_t first_slot(std::uint64_t front) { return front * 0x9E3779B97F4A7C15ULL >> 54; }

  std::vector<Row> rows_;
  std::array<Slot, 1024> slots_;  ///< open addressing; some 200 are taken
};

/// Words without a role that the readers ask for first.
constexpr std::string_view begins[] = {"http",    "https",     "www",     "noon",      "midnight", "q",
                                       "h",       "today",     "tonight", "yesterday", "tomorrow", "this",
                                       "last",    "next",      "several", "few",       "many",     "aged",
                                       "decades", "centuries", "age"};

EnRole role_of(std::string_view name) {
  constexpr std::pair<std::string_view, EnRole> names[] = {
      {"small", EnRole::small},       {"tens", EnRole::tens},         {"hundred", EnRole::hundred},
      {"scale", EnRole::scale},       {"vague", EnRole::vague},       {"dozen", EnRole::dozen},
      {"article", EnRole::article},   {"half", EnRole::half},         {"quarter", EnRole::quarter},
      {"ordinal", EnRole::ordinal},   {"ordinals", EnRole::ordinals}, {"suffix", EnRole::ordinal_suffix},
      {"month", EnRole::month},       {"weekday", EnRole::weekday},   {"decade", EnRole::decade},
      {"multiple", EnRole::multiple}, {"percent", EnRole::percent}};
  for (const auto& [word, role] : names)
    if (word == name) return role;
  return EnRole::none;
}

void Roles::add(std::string_view word, EnRole role, int value) {
  const std::string padded = std::string(word) + std::string(sizeof(std::uint64_t), '\0');
  const std::string_view padded_word = std::string_view(padded).substr(0, word.size());
  if (find(padded_word) != nullptr) return;  // the first role stays
  rows_.push_back({std::string(word), role, value});
  const std::uint64_t front = front_of(padded_word);
  std::size_t at = first_slot(front);
  while (slots_[at].row != 0) at = (at + 1) % slots_.size();
  slots_[at] = {front, static_cast<std::uint32_t>(rows_.size())};
}

Roles::Roles() {
  for (const data::EnNumberRow* row = data::en_number_words; !row->role.empty(); ++row) {
    int value = row->first;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= row->words.size(); ++at) {
      if (at < row->words.size() && row->words[at] != '|' && row->words[at] != '/') continue;
      add(row->words.substr(begin, at - begin), role_of(row->role), value);
      if (at < row->words.size() && row->words[at] == '|') value += row->step;
      begin = at + 1;
    }
  }
  for (const std::string_view word : begins) add(word, EnRole::none, 0);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Dashes, spaces and quotes in the form that the grammar knows.
char32_t fold_sign(char32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return U'-';
    case 0x2018:
    case 0x2019:
      return U'\'';
    case 0xFF05:
      return U'%';
    case 0xFFE5:
      return U'¥';
    default:
      return c;
  }
}

bool is_space(char32_t c) {
  return c <= U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

class Tokenizer {
 public:
  /// `lower` is the text in lower case, with eight more bytes that are no letters.
  Tokenizer(std::string_view text, std::string_view lower, std::vector<EnToken>& out)
      : text_(text), lower_(lower), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_letter(c)) {
        take_word();
      } else if (is_digit(c)) {
        take_number();
      } else {
        take_sign();
      }
    }
  }

 private:
  EnToken& add(EnToken::Type type, std::size_t begin, std::size_t stop) {
    EnToken& token = out_.emplace_back();
    token.type = type;
    token.begin = static_cast<std::uint32_t>(begin);
    token.stop = static_cast<std::uint32_t>(stop);
    token.space_before = space_;
    space_ = false;
    at_ = stop;
    return token;
  }

  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void take_word() {
    static const Roles roles;
    std::size_t stop = at_;
    while (is_small(lower_[stop])) ++stop;
    // U.S., p.m.: single letters with full stops between them.
    if (stop == at_ + 1 && peek(stop) == '.' && is_letter(peek(stop + 1)) && !is_letter(peek(stop + 2))) {
      while (peek(stop) == '.' && is_letter(peek(stop + 1)) && !is_letter(peek(stop + 2))) stop += 2;
    }
    const std::size_t begin = at_;
    EnToken& token = add(EnToken::word, begin, stop);
    token.lower = lower_.substr(begin, stop - begin);
    token.capital = text_[begin] <= 'Z';
    if (const Roles::Row* const row = roles.find(token.lower)) {
      token.begins = true;
      token.role = row->role;
      token.role_value = row->value;
    }
  }

  std::size_t digits_from(std::size_t at) const {
    std::size_t end = at;
    while (is_digit(peek(end))) ++end;
    return end - at;
  }

  void take_number() {
    constexpr std::size_t longest_integer = 18;
    const std::size_t begin = at_;
    std::size_t stop = begin, digits = 0;
    std::uint64_t value = 0;
    bool grouped = false;
    int exponent = 0;
    const auto take = [&](std::size_t count) {
      for (std::size_t i = 0; i < count; ++i, ++stop, ++digits)
        if (digits < longest_integer) value = value * 10 + static_cast<std::uint64_t>(text_[stop] - '0');
    };
    take(digits_from(stop));
    if (digits <= 3) {
      while (peek(stop) == ',' && digits_from(stop + 1) == 3) {
        ++stop;
        take(3);
        grouped = true;
      }
    }
    if (peek(stop) == '.' && is_digit(peek(stop + 1))) {
      ++stop;
      const std::size_t places = digits_from(stop);
      take(places);
      exponent = -static_cast<int>(places);
    }
    EnToken& token = add(EnToken::number, begin, stop);
    token.grouped = grouped;
    token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255));
    if (digits <= longest_integer) token.value = decimal(value, exponent);
  }

  void take_sign() {
    std::size_t stop = at_;
    const char32_t c = fold_sign(unicode::next(text_, stop));
    if (is_space(c)) {
      space_ = true;
      at_ = stop;
      return;
    }
    add(EnToken::sign, at_, stop).symbol = c;
  }

  std::string_view text_;
  std::string_view lower_;
  std::vector<EnToken>& out_;
  std::size_t at_ = 0;
  bool space_ = false;
};

}  // namespace

void EnTokens::read(std::string_view sentence) {
  sentence_ = sentence;
  lower_.assign(sentence);
  for (char& c : lower_) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
  lower_.append(sizeof(std::uint64_t), '\0');
  tokens_.clear();
  tokens_.reserve(sentence.size() / 4);
  Tokenizer(sentence_, lower_, tokens_).run();
}

}  // namespace duiqi::anchor
