#include "segment/sentences.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "segment/characters.hpp"
#include "segment/paragraphs.hpp"
#include "segment/rules.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::segmenting {
namespace {

// The bytes with which a mark that matters begins: ASCII marks, « », general punctuation, ⋯, CJK punctuation,
// forms.
constexpr ByteTable make_table(bool with_semicolons) {
  ByteTable table{};
  for (const char c : {'.', '!', '?', '"', '(', '[', '{', ')', ']', '}'})
    table[static_cast<unsigned char>(c)] = true;
  for (const int byte : {0xC2, 0xE2, 0xE3, 0xEF}) table[static_cast<std::size_t>(byte)] = true;
  if (with_semicolons) table[';'] = true;
  return table;
}

constexpr ByteTable plain_table = make_table(false);
constexpr ByteTable semicolon_table = make_table(true);

// How far ahead the partner of a bracket or a quote is looked for: some 80 characters. What is longer is no
// title and no aside.
constexpr std::size_t reach = 240;
// A quotation inside a sentence that is no speech (a slogan, a name) is shorter.
constexpr std::size_t embedded_reach = 120;

class Scanner {
 public:
  Scanner(Language language, bool split_at_semicolons, const std::vector<std::string>& abbreviations,
          std::string_view text, Span paragraph, std::vector<Span>& out)
      : language_(language), semicolons_(split_at_semicolons), out_(out) {
    context_.text = text;
    context_.begin = paragraph.begin;
    context_.end = paragraph.end;
    context_.abbreviations = &abbreviations;
  }

  void scan() {
    const ByteTable& table = semicolons_ ? semicolon_table : plain_table;
    const std::string_view text = context_.text;
    std::size_t at = context_.begin;
    while (at < context_.end) {
      if (!table[static_cast<unsigned char>(text[at])]) {
        ++at;
        continue;
      }
      at = meet(at);
    }
    emit(context_.end);
  }

 private:
  std::string_view text() const { return context_.text; }
  Mark mark_at(std::size_t at) const {
    return at < context_.end ? mark_of(unicode::peek(text(), at)) : Mark::white;
  }

  // Handles the character at `at`, which may matter, and returns where to go on.
  std::size_t meet(std::size_t at) {
    std::size_t behind = at;
    const char32_t c = unicode::next(text(), behind);
    switch (mark_of(c)) {
      case Mark::stop:
      case Mark::full_stop:
      case Mark::period:
      case Mark::ellipsis:
        return try_to_end(at);
      case Mark::dash:
        return breaks_off(behind) ? try_to_end(at) : behind;
      case Mark::semicolon:
        return semicolons_ ? try_to_end(at) : behind;
      case Mark::open_quote:
        return open_quote(at, behind, c);
      case Mark::close_quote:
        if (c != U'’' && c != U'›') close_quote();
        return behind;
      case Mark::straight_quote:
        return meet_straight_quote(at, behind);
      case Mark::open_bracket:
        return open_bracket(at, behind);
      case Mark::close_bracket:
        context_.in_inner_bracket = false;
        return behind;
      case Mark::open_title:
        return skip_pair(at, behind, reach).value_or(behind);
      default:
        return behind;
    }
  }

  // A dash and a closing quote: speech that breaks off, “你为什么——”.
  bool breaks_off(std::size_t behind) const {
    const char32_t c = peek_before(text(), behind, context_.end);
    if (c == U'”' || c == U'」') return quote_open_;
    if (c == U'"') return straight_open_;
    return (c == U'\'' || c == U'’') && is_blank(mark_at(behind + (c == U'\'' ? 1 : 3)));
  }

  // Behind the partner of the bracket, quote or title mark at `at`, where it stands within `limit` bytes.
  std::optional<std::size_t> skip_pair(std::size_t at, std::size_t behind, std::size_t limit) const {
    const char32_t open = unicode::peek(text(), at);
    const Mark open_mark = mark_of(open);
    const Mark close_mark = open_mark == Mark::open_quote     ? Mark::close_quote
                            : open_mark == Mark::open_bracket ? Mark::close_bracket
                            : open_mark == Mark::open_title   ? Mark::close_title
                                                              : Mark::straight_quote;
    const std::size_t end = std::min(context_.end, at + limit);
    int depth = 1;
    for (std::size_t i = behind; i < end;) {
      const Mark mark = mark_of(unicode::next(text(), i));
      if (mark == close_mark && --depth == 0) return i;
      if (mark == open_mark) ++depth;
    }
    return std::nullopt;
  }

  bool holds(Span span, Mark wanted) const {
    for (std::size_t i = span.begin; i < span.end;) {
      if (mark_of(unicode::next(text(), i)) == wanted) return true;
    }
    return false;
  }

  // A bracket inside a sentence is an aside of it, stops and all; one that holds whole sentences is cut.
  std::size_t open_bracket(std::size_t at, std::size_t behind) {
    if (at == context_.begin) return behind;
    const auto closed = skip_pair(at, behind, reach);
    if (closed && !holds({behind, *closed}, Mark::full_stop) && !holds_english_sentences({behind, *closed})) {
      return *closed;
    }
    context_.in_inner_bracket = true;
    return behind;
  }

  // ". A" inside an aside, and its last stop inside the bracket: sentences of their own.
  bool holds_english_sentences(Span inside) const {
    const std::size_t last = skip_blank_back(text(), inside.end - 1, inside.begin);
    return inside.size() > 60 && last > inside.begin &&
           is_stop(mark_of(peek_back(text(), last, inside.begin)));
  }

  bool is_speech_ahead(std::size_t at) const {
    constexpr std::u32string_view verbs = U"说說道称稱问問曰";
    const std::size_t before = skip_blank_back(text(), at, context_.begin);
    if (before == context_.begin) return true;
    const char32_t c = peek_back(text(), before, context_.begin);
    const Mark mark = mark_of(c);
    return mark == Mark::comma || mark == Mark::dash || is_stop(mark) || is_opener(mark) ||
           mark == Mark::bullet || verbs.find(c) != verbs.npos;
  }

  std::size_t open_quote(std::size_t at, std::size_t behind, char32_t c) {
    if (c == U'‘' || quote_open_) return behind;
    quote_open_ = true;
    context_.in_embedded_quote = language_ == Language::chinese && !is_speech_ahead(at);
    return context_.in_embedded_quote ? skip_slogan(at, behind) : behind;
  }

  // Inside a short embedded quotation nothing ends a sentence but its last marks.
  std::size_t skip_slogan(std::size_t at, std::size_t behind) const {
    const auto closed = skip_pair(at, behind, embedded_reach);
    if (!closed) return behind;
    std::size_t last = unicode::previous(text(), *closed);
    while (last > behind && is_stop(mark_of(peek_back(text(), last, behind))))
      last = unicode::previous(text(), last);
    return holds({behind, last}, Mark::full_stop) ? behind : last;
  }

  void close_quote() {
    quote_open_ = false;
    context_.in_embedded_quote = false;
  }

  // A straight quote says by its neighbours whether it opens or closes; where they don't tell, by the one
  // before.
  bool straight_opens(std::size_t at, std::size_t behind) const {
    const char32_t before = peek_back(text(), at, context_.begin);
    const Mark after = mark_at(behind);
    const Mark mark_before = mark_of(before);
    const bool room_before =
        before == 0 || is_blank(mark_before) || is_opener(mark_before) || mark_before == Mark::dash;
    if (room_before != is_blank(after)) return room_before;
    return !straight_open_;
  }

  std::size_t meet_straight_quote(std::size_t at, std::size_t behind) {
    straight_open_ = straight_opens(at, behind);
    if (!straight_open_) {
      context_.in_embedded_quote = false;
      return behind;
    }
    context_.in_embedded_quote = language_ == Language::chinese && !is_speech_ahead(at);
    return context_.in_embedded_quote ? skip_slogan(at, behind) : behind;
  }

  std::size_t try_to_end(std::size_t at) {
    const Run run = read_run(at);
    if (run.begin == context_.begin && !run.full_stop && !run.stop) return run.end;
    const std::size_t next = skip_blank(text(), run.end, context_.end);
    if (next == context_.end || is_remnant(next)) return context_.end;
    if (is_list_number(slice(text(), {context_.begin, run.marks_end})) ||
        is_list_number(slice(text(), {context_.begin, run.end}))) {
      return run.end;
    }
    context_.in_quote = quote_open_ || straight_open_;
    const bool ends = language_ == Language::chinese ? ends_chinese(context_, run, next)
                                                     : ends_english(context_, run, next);
    if (run.quote_closed) close_quote();
    if (run.bracket_closed) context_.in_inner_bracket = false;
    if (!ends) return run.end;
    emit(run.end);
    context_.begin = next;
    context_.in_inner_bracket = false;
    return next;
  }

  // Nothing follows that could be a sentence: quotes, brackets, a list number.
  bool is_remnant(std::size_t at) const {
    if (is_list_number(slice(text(), {at, context_.end}))) return true;
    while (at < context_.end) {
      const char32_t c = unicode::next(text(), at);
      const Mark mark = mark_of(c);
      if (!is_blank(mark) && !is_closer(mark) && mark != Mark::open_quote && mark != Mark::straight_quote &&
          c != U'\'') {
        return false;
      }
    }
    return true;
  }

  void emit(std::size_t end) {
    const std::size_t last = skip_blank_back(text(), end, context_.begin);
    if (last > context_.begin) out_.push_back({context_.begin, last});
  }

  Run read_run(std::size_t at);
  std::size_t read_closer(std::size_t at, bool apart, Run& run);
  std::size_t read_marks(std::size_t at, Run& run) const;
  bool is_turned_closer(std::size_t behind) const;

  Language language_;
  bool semicolons_;
  std::vector<Span>& out_;
  Context context_;
  bool quote_open_ = false;
  bool straight_open_ = false;
};

// Stops in a row: 。。。 and ... are an ellipsis, so are ". . ." and "… …".
std::size_t Scanner::read_marks(std::size_t at, Run& run) const {
  std::size_t periods = 0;
  std::size_t full_stops = 0;
  while (at < context_.end) {
    std::size_t behind = at;
    const Mark mark = mark_of(unicode::next(text(), behind));
    if (mark == Mark::semicolon && semicolons_) {
      run.semicolon = true;
    } else if (mark == Mark::period) {
      ++periods;
    } else if (mark == Mark::full_stop) {
      ++full_stops;
    } else if (mark == Mark::ellipsis) {
      run.ellipsis = true;
    } else if (mark == Mark::stop) {
      run.stop = true;
    } else {
      break;
    }
    at = behind;
    const std::size_t after_room = skip_blank(text(), at, context_.end);
    if (after_room == at || after_room >= context_.end) continue;
    const bool spaced = (mark == Mark::ellipsis && mark_at(after_room) == Mark::ellipsis) ||
                        (mark == Mark::period && text().substr(after_room, 2) == ". ") ||
                        (mark == Mark::period && periods > 1 && text()[after_room] == '.');
    if (spaced) at = after_room;
  }
  run.full_stop = run.full_stop || full_stops == 1 || full_stops == 2;
  run.ellipsis = run.ellipsis || periods > 1 || full_stops > 2;
  run.period = run.period || periods == 1;
  return at;
}

// An opening quote that was typed for a closing one: a quotation is open, and what follows ends or carries
// the sentence.
bool Scanner::is_turned_closer(std::size_t behind) const {
  const std::size_t next = skip_blank(text(), behind, context_.end);
  if (next == context_.end) return true;
  if (!quote_open_) return false;
  const Mark mark = mark_at(next);
  return next > behind || mark == Mark::comma || is_stop(mark) ||
         is_chinese_attribution(text(), next, context_.end);
}

// Behind the closing quote, bracket or footnote mark at `at`, or `at` where there is none. `apart`: blanks
// stand before it.
std::size_t Scanner::read_closer(std::size_t at, bool apart, Run& run) {
  std::size_t behind = at;
  const char32_t c = unicode::next(text(), behind);
  const Mark mark = mark_of(c);
  const bool room_behind = behind >= context_.end || is_blank(mark_at(behind));
  if (is_closer(mark)) {
    // Apart from the stop, ’ may open "’90s", and a quote without a partner may have been turned.
    const bool sure = mark != Mark::close_quote || quote_open_ || room_behind || is_stop(mark_at(behind));
    if (apart && (c == U'’' || !sure)) return at;
    (mark == Mark::close_quote ? run.quote_closed : run.bracket_closed) = true;
    if (mark == Mark::close_quote) quote_open_ = false;
    return behind;
  }
  if (mark == Mark::straight_quote) {
    const bool open = straight_open_ || quote_open_;
    if (!(apart ? open && room_behind : open || room_behind)) return at;
    straight_open_ = quote_open_ = false;
    run.quote_closed = true;
    return behind;
  }
  if (c == U'\'' && !apart &&
      (room_behind || text()[behind] == '\'' || mark_at(behind) == Mark::straight_quote)) {
    run.quote_closed = true;
    return behind;
  }
  if ((c == U'“' || c == U'‘') && (is_turned_closer(behind) || (apart && room_behind && run.quote_closed))) {
    run.quote_closed = true;
    return behind;
  }
  const bool superscript = c == U'¹' || c == U'²' || c == U'³' || (c >= U'⁰' && c <= U'⁹');
  if (superscript && !apart) return behind;
  if (c == U'[' && !apart) {  // a footnote mark: [1], [12, 13]
    std::size_t i = behind;
    while (i < context_.end && (is_digit(static_cast<unsigned char>(text()[i])) || text()[i] == ',' ||
                                text()[i] == ' ' || text()[i] == '-')) {
      ++i;
    }
    if (i > behind && i < context_.end && text()[i] == ']') return i + 1;
  }
  return at;
}

Run Scanner::read_run(std::size_t at) {
  Run run;
  run.begin = at;
  if (mark_at(at) == Mark::dash) {  // only where breaks_off()
    unicode::next(text(), at);
    run.ellipsis = true;
  }
  at = run.marks_end = read_marks(at, run);
  while (at < context_.end) {
    const std::size_t visible = skip_blank(text(), at, context_.end);
    if (visible == context_.end) break;
    std::size_t behind = read_closer(visible, visible > at, run);
    if (behind == visible && is_stop(mark_at(visible)) && mark_at(visible) != Mark::ellipsis) {
      // "?” 。" and "”." carry on the run; a stop that something follows without room (".5", ".com") does
      // not.
      const bool room = mark_of(unicode::peek(text(), visible)) != Mark::period ||
                        visible + 1 >= context_.end || is_blank(mark_at(visible + 1)) ||
                        text()[visible] != '.';
      if (room) behind = read_marks(visible, run);
    }
    if (behind == visible) break;
    at = behind;
  }
  run.end = at;
  return run;
}

}  // namespace

SentenceCutter::SentenceCutter(Language language, bool split_at_semicolons,
                               std::vector<std::string> abbreviations)
    : language_(language),
      split_at_semicolons_(split_at_semicolons),
      abbreviations_(std::move(abbreviations)) {
  std::sort(abbreviations_.begin(), abbreviations_.end());
}

void SentenceCutter::cut(std::string_view text, Span paragraph, std::vector<Span>& out) const {
  Scanner(language_, split_at_semicolons_, abbreviations_, text, paragraph, out).scan();
}

}  // namespace duiqi::segmenting
