#include "lexicon/stems.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "lexicon/stem_word.hpp"
#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'\uFF07';
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011';
}

/// Words that mean something else in this spelling. Each has a stem that no other word can have.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> spelled = {{{"US", "usa"},
                                                                                    {"USA", "usa"},
                                                                                    {"IT", "i.t."},
                                                                                    {"WHO", "w.h.o."},
                                                                                    {"AIDS", "aids"},
                                                                                    {"SARS", "sars"},
                                                                                    {"LED", "l.e.d."},
                                                                                    {"May", "may."},
                                                                                    {"March", "march."},
                                                                                    {"Mar", "march."},
                                                                                    {"Polish", "polish."},
                                                                                    {"Turkey", "turkey."}}};

/// A run of letters and digits with what holds them together, as it is read.
struct Word {
  Span span;
  std::string folded;      ///< lower-case plain letters and digits, and '.' and ',' between digits
  std::string raw;         ///< the same with the case kept
  std::size_t uppers = 0;  ///< of the letters in `folded`
  std::size_t letters = 0;
  bool begins_upper = false;

  void clear(std::size_t begin) {
    span = {begin, begin};
    folded.clear();
    raw.clear();
    uppers = letters = 0;
    begins_upper = false;
  }
};

class Tokeniser {
 public:
  Tokeniser(std::string_view text, std::vector<EnglishToken>& out, bool inside = false)
      : text_(text), out_(out), first_(out.size()), inside_(inside) {}

  /// The one word that begins at `begin`; returns where to read on.
  std::size_t run_at(std::size_t begin) {
    at_ = begin;
    read_word(begin);
    return at_;
  }

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      std::size_t next = at_;
      const char32_t c = unicode::next(text_, next);
      if (unicode::plain_latin(c).empty()) {
        at_ = next;
        continue;
      }
      read_word(begin);
    }
  }

 private:
  /// Takes the letters and digits from at_ on into word_.
  void take_run() {
    while (at_ < text_.size()) {
      if (take_lower() || take_ascii()) continue;
      std::size_t next = at_;
      const char32_t c = unicode::next(text_, next);
      const std::string_view plain = unicode::plain_latin(c);
      if (plain.empty() && !is_mark(c)) break;
      if (!plain.empty()) take(plain, unicode::is_upper_latin(c));
      at_ = next;
    }
    word_.span.end = at_;
  }

  /// Most of English: a run of lower-case letters at once.
  bool take_lower() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    if (end == at_) return false;
    const std::string_view letters = text_.substr(at_, end - at_);
    if (word_.folded.empty()) word_.begins_upper = false;
    word_.folded += letters;
    word_.raw += letters;
    word_.letters += letters.size();
    at_ = end;
    return true;
  }

  /// Nearly all else of English, without a look-up.
  bool take_ascii() {
    const char c = text_[at_];
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z') && !is_digit(c)) return false;
    const char lower = upper ? static_cast<char>(c - 'A' + 'a') : c;
    take({&lower, 1}, upper);
    ++at_;
    return true;
  }

  /// Combining marks, as decomposed text has them.
  static bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

  void take(std::string_view plain, bool upper) {
    if (word_.folded.empty()) word_.begins_upper = upper;
    word_.folded += plain;
    for (const char letter : plain) {
      if (is_digit(letter)) {
        word_.raw += letter;
        continue;
      }
      ++word_.letters;
      if (upper) ++word_.uppers;
      word_.raw += upper ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
  }

  /// The letter or digit at `at`, folded; empty where none is.
  std::string_view plain_at(std::size_t at) const {
    return at < text_.size() ? unicode::plain_latin(unicode::peek(text_, at)) : std::string_view();
  }

  void read_word(std::size_t begin) {
    word_.clear(begin);
    take_run();
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = unicode::next(text_, next);
      const std::string_view after = plain_at(next);
      if (after.empty()) {
        if (c == U'.' && abbreviation_) at_ = word_.span.end = next;
        break;
      }
      if (is_apostrophe(c)) {
        if (contraction(next)) return;
      } else if (c == U'.' && joins_by_stop(next)) {
        abbreviation_ = !is_digit(after.front());
        if (!abbreviation_) word_.folded += '.', word_.raw += '.';
      } else if (!(c == U',' && joins_by_comma(next)) && !(is_hyphen(c) && joins_by_hyphen(after))) {
        break;
      }
      at_ = next;
      take_run();
    }
    abbreviation_ = false;
    flush();
  }

  /// U.S., a.m.: single letters; 3.5: digits on both sides.
  bool joins_by_stop(std::size_t next) const {
    const bool digit_before = is_digit(word_.folded.back());
    const bool digit_after = is_digit(plain_at(next).front());
    if (digit_before || digit_after) return digit_before && digit_after;
    if (word_.folded.size() != 1 && !abbreviation_) return false;
    std::size_t behind = next;
    unicode::next(text_, behind);
    return plain_at(behind).empty();
  }

  /// 1,000 and not "2008,12 people": three digits follow, and no more.
  bool joins_by_comma(std::size_t next) const {
    if (!is_digit(word_.folded.back())) return false;
    for (int i = 0; i < 3; ++i) {
      const std::string_view plain = plain_at(next);
      if (plain.empty() || !is_digit(plain.front())) return false;
      unicode::next(text_, next);
    }
    const std::string_view plain = plain_at(next);
    return plain.empty() || !is_digit(plain.front());
  }

  /// F-16, G-20, COVID-19: one or two letters or that name, then digits.
  bool joins_by_hyphen(std::string_view after) const {
    if (!is_digit(after.front()) || word_.letters != word_.folded.size()) return false;
    return word_.letters <= 2 || word_.folded == "covid";
  }

  /// What follows an apostrophe: "'s" is dropped, "n't" and 'll, 're, 've, 'm, 'd become tokens, anything
  /// else belongs to the word. `next`: behind the apostrophe. True where the word ended here.
  bool contraction(std::size_t next) {
    const std::size_t apostrophe = at_;
    std::size_t end = next;
    std::string suffix;
    while (end < text_.size() && suffix.size() < 3) {
      const std::string_view plain = plain_at(end);
      if (plain.empty()) break;
      suffix += plain;
      unicode::next(text_, end);
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> verbs = {
        {{"ll", "will"}, {"re", "be"}, {"ve", "have"}, {"m", "be"}, {"d", "will"}}};
    const auto* verb = std::find_if(verbs.begin(), verbs.end(), [&](auto& v) { return v.first == suffix; });
    if (suffix == "s" || verb != verbs.end()) {
      abbreviation_ = false;
      flush();
      if (suffix != "s") emit(Span{apostrophe, end}, verb->second, false);
      at_ = end;
      return true;
    }
    if (suffix == "t" && word_.folded.size() > 1 && word_.folded.back() == 'n') {
      split_not(Span{apostrophe - 1, end});
      at_ = end;
      return true;
    }
    return false;
  }

  void split_not(Span negation) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> changed = {
        {{"wo", "will"}, {"ca", "can"}, {"sha", "shall"}, {"ai", "be"}}};
    const bool all_upper = word_.uppers == word_.letters;
    word_.folded.pop_back();
    word_.raw.pop_back();
    word_.span.end = negation.begin;
    const auto* full =
        std::find_if(changed.begin(), changed.end(), [&](auto& c) { return c.first == word_.folded; });
    if (full != changed.end()) word_.raw = word_.folded = full->second;
    flush();
    emit(negation, "not", all_upper);
  }

  void flush() {
    const bool all_upper = word_.letters > 1 && word_.uppers == word_.letters;
    const bool capitalised = all_upper || (word_.begins_upper && (inside_ || out_.size() > first_));
    if (word_.folded == "cannot") {
      const std::size_t middle = word_.span.begin + word_.span.size() / 2;
      emit({word_.span.begin, middle}, "can", capitalised);
      emit({middle, word_.span.end}, "not", capitalised);
      return;
    }
    if (word_.uppers > 0) {
      const auto* found =
          std::find_if(spelled.begin(), spelled.end(), [&](auto& s) { return s.first == word_.raw; });
      if (found != spelled.end()) return emit(word_.span, found->second, capitalised);
    }
    EnglishToken& token = out_.emplace_back();
    token.span = word_.span;
    token.capitalised = capitalised;
    if (word_.letters == 0) {
      token.stem = word_.folded;
    } else {
      stem_folded(word_.folded, token.stem);
    }
  }

  void emit(Span span, std::string_view stem, bool capitalised) {
    out_.push_back({span, std::string(stem), capitalised});
  }

  std::string_view text_;
  std::vector<EnglishToken>& out_;
  std::size_t first_;
  bool inside_;  ///< words stand before, though not in out_
  std::size_t at_ = 0;
  Word word_;
  bool abbreviation_ = false;  ///< word_ is single letters with full stops so far
};

}  // namespace

void tokenise_english(std::string_view sentence, std::vector<EnglishToken>& out) {
  Tokeniser(sentence, out).run();
}

std::size_t read_english_word(std::string_view sentence, std::size_t begin, bool inside,
                              std::vector<EnglishToken>& out) {
  return Tokeniser(sentence, out, inside).run_at(begin);
}

std::string stem_english(std::string_view word) {
  std::vector<EnglishToken> tokens;
  tokenise_english(word, tokens);
  return tokens.empty() ? std::string() : std::move(tokens.front().stem);
}

bool is_empty_word(std::string_view stem) {
  static const std::set<std::string, std::less<>> words = [] {
    std::vector<EnglishToken> tokens;
    tokenise_english(
        "a the of to in on at by for from with without as and or than that this it its into onto upon be "
        "have do "
        "get make take give let one's oneself sb sth somebody someone something etc up out off down over "
        "away "
        "about around there some any so",
        tokens);
    std::set<std::string, std::less<>> stems;
    for (EnglishToken& token : tokens) stems.insert(std::move(token.stem));
    stems.erase("one");
    return stems;
  }();
  return words.contains(stem);
}

}  // namespace duiqi::lexicon
