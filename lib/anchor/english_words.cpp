#include "anchor/english_words.hpp"

#include <array>
#include <cstdint>

#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC';
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011';
}

bool opens(char32_t c) {
  return c == U'"' || c == U'\u201C' || c == U'\u2018' || c == U'(' || c == U'[' || c == U':' ||
         c == U'\u2014' || c == U'.' || c == U'?' || c == U'!' || c == U';';
}

/// One digit, letter or capital in one number, so that one addition counts all three.
constexpr std::uint64_t one_letter = 1, of_digits = 0xFFFFFULL << 20, one_digit = 1ULL << 20,
                        one_capital = 1ULL << 40;

/// By the byte; 0 for what is neither an ASCII letter nor a digit.
constexpr auto ascii = [] {
  std::array<std::uint64_t, 256> out{};
  for (std::size_t c = 0; c < unicode::ascii_letters.size(); ++c) {
    const unicode::PlainLetter& plain = unicode::ascii_letters[c];
    if (plain.size > 0) out[c] = c <= '9' ? one_digit : one_letter + (plain.upper ? one_capital : 0);
  }
  return out;
}();

/// Whether a word may go on at a byte that is no ASCII letter: other letters, apostrophes, hyphens, full
/// stops.
bool may_go_on(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '-' || c == '.';
}

class Reader {
 public:
  Reader(std::string_view sentence, std::size_t begin, std::vector<EnglishWord>& out)
      : text_(sentence), offset_(begin), out_(out), before_(out.size()) {}

  void read() {
    bool first = true;
    bool space_only = false;  // between the last word and here
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t c = unicode::next(text_, at);
      if (c == U' ') continue;
      if (unicode::plain_letter(c).size > 0) {
        at = read_small_word(begin, first);
        if (at == begin) at = read_word(begin, first);
        if (space_only && out_.size() > before_ + 1) out_[out_.size() - 2].joined = true;
        first = false;
        space_only = true;
        continue;
      }
      if (c == U'.' && out_.size() > before_ && out_.back().folded.size() == 1 &&
          begin + offset_ == out_.back().span.end)
        continue;
      if (c == U'\u00A0') continue;
      space_only = false;
      if (opens(c)) first = true;
    }
  }

 private:
  bool letter_at(std::size_t at) const {
    return at < text_.size() && !unicode::plain_latin(unicode::peek(text_, at)).empty();
  }

  /// Takes a run of ASCII letters and digits; returns how many of each sort, 0 for an empty run.
  std::uint64_t take_ascii(std::size_t& at, std::string& folded) const {
    const std::size_t begin = at;
    std::uint64_t counts = 0;
    for (; at < text_.size(); ++at) {
      const std::uint64_t more = ascii[static_cast<unsigned char>(text_[at])];
      if (more == 0) break;
      counts += more;
    }
    const std::size_t old = folded.size();
    folded.append(text_, begin, at - begin);
    if (counts >= one_capital)
      for (std::size_t i = old; i < folded.size(); ++i) folded[i] |= 0x20;  // a digit has this bit
    return counts;
  }

  /// Reads a word of ASCII letters and digits alone, as nearly all are, and returns where it ends; `begin`
  /// where it may be more.
  std::size_t read_small_word(std::size_t begin, bool first) {
    const char* const all = text_.data();
    const std::size_t size = text_.size();
    std::size_t end = begin;
    std::uint64_t counts = 0;
    for (; end < size; ++end) {
      const std::uint64_t more = ascii[static_cast<unsigned char>(all[end])];
      if (more == 0) break;
      counts += more;
    }
    if (end < size && may_go_on(all[end])) return begin;
    const std::uint64_t letters = counts & (one_digit - 1), capitals = counts / one_capital;
    EnglishWord& word = out_.emplace_back();
    word.folded.assign(all + begin, end - begin);
    word.digits = (counts & of_digits) != 0;
    if (capitals > 0) {
      for (char& c : word.folded) c |= 0x20;  // a digit has this bit
      word.capital = all[begin] >= 'A' && all[begin] <= 'Z';
      word.all_caps = letters >= 2 && capitals == letters;
    }
    word.small = !word.digits && capitals <= (word.capital ? 1U : 0U);
    word.first = first;
    word.span = {offset_ + begin, offset_ + end};
    return end;
  }

  /// Returns where the word ends; at a possessive, behind it.
  std::size_t read_word(std::size_t begin, bool first) {
    EnglishWord& word = out_.emplace_back();
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t at = begin;
    std::size_t end = begin;
    std::size_t behind = begin;
    bool small = true;
    while (at < text_.size()) {
      if (const std::uint64_t counts = take_ascii(at, word.folded); counts != 0) {  // nearly all of a text
        word.digits |= (counts & of_digits) != 0;
        letters += (counts & ~of_digits) % one_capital;
        capitals += counts / one_capital;
        if (end == begin) word.capital = ascii[static_cast<unsigned char>(text_[begin])] >= one_capital;
        behind = end = at;
        if (at == text_.size() || !may_go_on(text_[at])) break;
      }
      const char32_t c = unicode::next(text_, at);
      const auto plain = unicode::plain_latin(c);
      if (!plain.empty()) {
        word.folded += plain;
        const bool digit = plain[0] >= '0' && plain[0] <= '9';
        word.digits |= digit;
        letters += digit ? 0 : 1;
        const bool upper = unicode::is_upper_latin(c);
        capitals += upper ? 1 : 0;
        if (end == begin) word.capital = upper;
        behind = end = at;
        continue;
      }
      if (!letter_at(at)) break;
      if (is_apostrophe(c)) {
        if (possessive(at)) {
          behind = at + 1;
          break;
        }
        small = false;
        continue;
      }
      if (is_hyphen(c)) {
        word.hyphen = true;
        continue;
      }
      if (c == U'.' && abbreviates(begin, at)) continue;
      break;
    }
    word.all_caps = letters >= 2 && capitals == letters;
    word.small = small && !word.digits && !word.hyphen && capitals <= (word.capital ? 1U : 0U);
    word.first = first;
    word.span = {offset_ + begin, offset_ + end};
    return behind;
  }

  /// A lone s after the apostrophe that stands before `at`.
  bool possessive(std::size_t at) const {
    return (text_[at] == 's' || text_[at] == 'S') && !letter_at(at + 1);
  }

  /// "U.S": single capitals on both sides of the full stop that ends before `at`.
  bool abbreviates(std::size_t begin, std::size_t at) const {
    const std::size_t stop = at - 1;
    const bool alone_before = stop == begin + 1 || (stop >= 2 && text_[stop - 2] == '.');
    // Only behind an ASCII letter is the next byte the begin of a code point.
    return alone_before && text_[at] >= 'A' && text_[at] <= 'Z' && !letter_at(at + 1);
  }

  std::string_view text_;
  std::size_t offset_;
  std::vector<EnglishWord>& out_;
  std::size_t before_;  ///< words of earlier sentences
};

}  // namespace

std::vector<EnglishWord> english_words(std::string_view sentence, std::size_t begin) {
  std::vector<EnglishWord> out;
  out.reserve(sentence.size() / 5);  // words of news take six bytes with their space
  add_english_words(sentence, begin, out);
  return out;
}

void add_english_words(std::string_view sentence, std::size_t begin, std::vector<EnglishWord>& out) {
  Reader(sentence, begin, out).read();
}

}  // namespace duiqi::anchor
