#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "anchor/name_parts.hpp"
#include "anchor/numbered_names.hpp"
#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

bool is_plain(char32_t c) {
  return !unicode::plain_latin(c).empty();
}

bool is_address_character(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') ||
         (c < 0x80 && std::u32string_view(U"-._~:/?#[]@!$&'*+,;=%").find(c) != std::u32string_view::npos);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

/// Addresses and e-mails of one sentence; reports where they end, so that no token is found inside.
class LatinReader {
 public:
  LatinReader(const Document& document, std::uint32_t sentence, std::vector<Anchor>& out)
      : text_(document.sentence(sentence)),
        begin_(document.sentences[sentence].span.begin),
        sentence_(sentence),
        chinese_(document.language == Language::chinese),
        has_email_(text_.find('@') != text_.npos),
        out_(out) {}

  void read() { read(0, text_.size()); }

  /// Reads only at words that may be more than words; nearly all are not.
  void read(std::span<const EnglishWord> words) {
    if (has_email_) return read();
    std::size_t at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const EnglishWord& word = words[i];
      if (word.capital && std::string_view("sctjy").find(word.folded[0]) != std::string_view::npos) {
        if (const std::size_t taken = read_series(words.subspan(i)); taken > 0) {
          i += taken - 1;
          at = words[i].span.end - begin_;
          continue;
        }
      }
      if (!is_plain_word(word)) at = read(std::max(at, word.span.begin - begin_), word.span.end - begin_);
    }
  }

 private:
  /// Shenzhou-18, Shenzhou XVIII, Chang'e 6: the number of words that the name has, 0 where there is none.
  std::size_t read_series(std::span<const EnglishWord> words) {
    const EnglishWord& word = words[0];
    const std::string_view written = text_.substr(word.span.begin - begin_, word.span.size());
    const bool apostrophe = written.find('\'') != written.npos || written.find("’") != written.npos;
    const NumberedSeries* const series = find_series(word.folded, apostrophe);
    if (series == nullptr) return 0;
    const bool alone = word.folded.size() == series->en.size();
    if (alone && (words.size() < 2 || !word.joined || !(words[1].digits || words[1].capital))) return 0;
    const int number =
        series_number(alone ? words[1].folded : std::string_view(word.folded).substr(series->en.size()));
    if (number == 0) return 0;
    const EnglishWord& last = words[alone ? 1 : 0];
    add(AnchorKind::token, word.span.begin - begin_, last.span.end - begin_, series_key(*series, number));
    return alone ? 2 : 1;
  }

  /// What a code point is by its first byte.
  enum class Byte : std::uint8_t {
    other,           ///< ASCII, neither letter nor digit
    other_of_three,  ///< of three bytes, and no Latin letter for certain: U+2000 to U+EFFF
    letter,          ///< an ASCII letter or digit
    wide,            ///< any other
  };
  static constexpr auto bytes = [] {
    std::array<Byte, 256> out{};
    for (std::size_t i = 0; i < 0x80; ++i)
      out[i] = unicode::ascii_letters[i].size > 0 ? Byte::letter : Byte::other;
    for (std::size_t i = 0x80; i < 0x100; ++i)
      out[i] = i >= 0xE2 && i <= 0xEE ? Byte::other_of_three : Byte::wide;
    return out;
  }();

  /// Reads what begins in `[at, end)`; returns where the last of it ends.
  std::size_t read(std::size_t at, std::size_t end) {
    while (at < end) {
      const std::size_t begin = at;
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (bytes[lead] == Byte::other || bytes[lead] == Byte::other_of_three) {
        at += bytes[lead] == Byte::other ? 1 : 3;
        continue;
      }
      if (!is_plain(unicode::next(text_, at))) continue;
      // As address_end() wants it; asked here, since nearly all letters begin none.
      const bool may_be_address = lead == 'h' || lead == 'H' || lead == 'w' || lead == 'W';
      if (const std::size_t behind = may_be_address ? address_end(begin) : 0) {
        at = behind;
      } else if (const std::size_t mail_end = has_email_ ? email_end(begin) : 0) {
        at = mail_end;
      } else {
        at = read_token(begin);
      }
    }
    return at;
  }

  /// Whether read() would make no anchor of a word, nor of one that it is a part of.
  bool is_plain_word(const EnglishWord& word) const {
    if (!word.small || word.folded.size() < 2) return false;
    const std::size_t end = word.span.end - begin_;
    return (end == text_.size() || text_[end] != '&') && !may_be_special(word.folded);
  }

  /// Whether a word begins as one of is_borrowed() or as an address does.
  static bool may_be_special(std::string_view word) {
    constexpr std::size_t longest = 5;  // "https"
    if (word.size() < 3 || word.size() > longest) return false;
    switch (word[0]) {
      case 'a':
        return word[1] == 'p' && word[2] == 'p';
      case 'b':
        return word[1] == 'l' && word[2] == 'o';
      case 'h':
        return word[1] == 't' && word[2] == 't';
      case 'k':
        return word[1] == 't' && word[2] == 'v';
      case 'l':
        return word[1] == 'o' && word[2] == 'g';
      case 'v':
        return word[1] == 'l' || word[1] == 'i';
      case 'w':
        return word[1] == 'w' || (word[1] == 'i' && word[2] == 'f');
      default:
        return false;
    }
  }

  std::size_t stretch(std::size_t begin) const {
    std::size_t at = begin;
    while (at < text_.size() && is_address_character(unicode::peek(text_, at))) ++at;
    while (at > begin && std::string_view(".,;:!?'").find(text_[at - 1]) != std::string_view::npos) --at;
    return at;
  }

  std::size_t address_end(std::size_t begin) {
    const std::string_view rest = text_.substr(begin);
    const std::string head = lower_ascii(rest.substr(0, 8));
    if (!head.starts_with("http://") && !head.starts_with("https://") && !head.starts_with("www.")) return 0;
    const std::size_t end = stretch(begin);
    std::string key = lower_ascii(text_.substr(begin, end - begin));
    for (const std::string_view prefix : {"https://", "http://", "www."}) {
      if (key.starts_with(prefix)) key.erase(0, prefix.size());
    }
    while (key.ends_with('/')) key.pop_back();
    add(AnchorKind::url, begin, end, std::move(key));
    return end;
  }

  std::size_t email_end(std::size_t begin) {
    std::size_t at = begin;
    const auto part = [&] {
      while (at < text_.size() &&
             ((static_cast<unsigned char>(text_[at]) < 0x80 &&
               is_plain(static_cast<unsigned char>(text_[at]))) ||
              text_[at] == '.' || text_[at] == '-' || text_[at] == '_' || text_[at] == '+')) {
        ++at;
      }
    };
    part();
    if (at == begin || at >= text_.size() || text_[at] != '@') return 0;
    const std::size_t host = ++at;
    part();
    while (at > host && (text_[at - 1] == '.' || text_[at - 1] == '-')) --at;
    if (text_.substr(host, at - host).find('.') == std::string_view::npos) return 0;
    add(AnchorKind::email, begin, at, lower_ascii(text_.substr(begin, at - begin)));
    return at;
  }

  /// A run of letters and digits with single hyphens, full stops and the like inside. Returns its end.
  std::size_t read_token(std::size_t begin) {
    std::size_t end = begin;
    std::string key;
    int letters = 0;
    int digits = 0;
    int capitals = 0;
    bool inner_capital = false;
    for (std::size_t at = begin; at < text_.size();) {
      const char32_t c = unicode::next(text_, at);
      const auto plain = unicode::plain_latin(c);
      if (!plain.empty()) {
        const bool digit = plain[0] >= '0' && plain[0] <= '9';
        const bool upper = unicode::is_upper_latin(c);
        inner_capital |= upper && !key.empty();
        (digit ? digits : letters) += 1;
        capitals += upper;
        key += plain;
        end = at;
        continue;
      }
      const bool links = c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'&' || c == U'.' ||
                         c == U'\'' || c == U'\u2019';
      // The genitive of a code or a name (C919's) is no part of it.
      const bool quote = c == U'\'' || c == U'\u2019';
      if (quote && text_.substr(at).starts_with('s') &&
          (at + 1 >= text_.size() || !is_plain(unicode::peek(text_, at + 1)))) {
        break;
      }
      if (!links || at >= text_.size() || !is_plain(unicode::peek(text_, at))) break;
      // In English a full stop or a hyphen between words does not make a code of them.
      if (!chinese_ && digits == 0 && c != U'&' && c != U'-') break;
    }
    // 000-tonne of 100,000-tonne is no code.
    const bool grouped = begin >= 2 && text_[begin - 1] == ',' && text_[begin - 2] >= '0' &&
                         text_[begin - 2] <= '9' && text_[begin] >= '0' && text_[begin] <= '9';
    const bool code = letters > 0 && digits > 0 && !grouped;
    const bool acronym = letters >= 2 && capitals == letters;
    const bool word = (chinese_ && letters >= 2) || is_borrowed(key);
    if (key == "apps") key.pop_back();
    if (word || acronym || (code && !is_english_ordinal(key)) || (inner_capital && letters > 2)) {
      add(AnchorKind::token, begin, end, std::move(key));
    }
    return end;
  }

  /// English words that Chinese takes over in Latin letters.
  static bool is_borrowed(std::string_view key) {
    static constexpr std::string_view words[] = {"app", "wifi", "vlog", "apps", "vip", "logo", "blog", "ktv"};
    return std::find(std::begin(words), std::end(words), key) != std::end(words);
  }

  /// 15th, 1990s, 100m: quantities.
  bool is_english_ordinal(std::string_view key) const {
    const std::size_t letters = key.find_first_not_of("0123456789");
    if (letters == 0 || letters == key.npos) return false;
    static constexpr std::string_view endings[] = {"st", "nd", "rd", "th", "s",  "m", "bn",  "km", "kg",
                                                   "pm", "am", "tn", "cm", "mm", "k", "mph", "ft"};
    return std::find(std::begin(endings), std::end(endings), key.substr(letters)) != std::end(endings);
  }

  void add(AnchorKind kind, std::size_t begin, std::size_t end, std::string key) {
    out_.push_back({kind, {begin_ + begin, begin_ + end}, sentence_, std::move(key), {}, false});
  }

  std::string_view text_;
  std::size_t begin_;
  std::uint32_t sentence_;
  bool chinese_;
  bool has_email_;  ///< whether the sentence has an @ at all
  std::vector<Anchor>& out_;
};

}  // namespace

void find_chinese_latin(const Document& document, std::uint32_t sentence, std::vector<Anchor>& out) {
  LatinReader(document, sentence, out).read();
}

void find_english_latin(const Document& document, std::uint32_t sentence, std::span<const EnglishWord> words,
                        std::vector<Anchor>& out) {
  LatinReader(document, sentence, out).read(words);
}

}  // namespace duiqi::anchor
