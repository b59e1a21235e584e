#include <algorithm>
#include <array>

#include "data/abbreviations.hpp"
#include "segment/characters.hpp"
#include "segment/rules.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::segmenting {
namespace {

using data::Abbreviation;

// ASCII letters and digits, Latin letters with accents, and what joins them: words, addresses, file names.
bool belongs_to_token(char32_t c) {
  constexpr std::u32string_view joints = U".-'’&@/_:=~+";
  return is_ascii_word(c) || (c >= 0xC0 && c < 0x250) || joints.find(c) != joints.npos;
}

// The token that ends with the period at `at`, period included.
std::string_view token_before(const Context& context, std::size_t at) {
  constexpr std::size_t longest = 60;
  std::size_t begin = at;
  while (begin > context.begin && at - begin < longest) {
    const std::size_t before = unicode::previous(context.text, begin);
    if (!belongs_to_token(unicode::peek(context.text, before))) break;
    begin = before;
  }
  while (begin < at && (context.text[begin] == '\'' || context.text[begin] == '-')) ++begin;
  return context.text.substr(begin, at + 1 - begin);
}

bool is_letter(char c) {
  return is_ascii_letter(static_cast<unsigned char>(c));
}

// U.S., U.S.A., D.C.
bool is_acronym(std::string_view token) {
  if (token.size() < 4 || token.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < token.size(); i += 2) {
    if (!is_letter(token[i]) || token[i + 1] != '.') return false;
  }
  return true;
}

bool is_initial(std::string_view token) {
  return token.size() == 2 && is_ascii_upper(static_cast<unsigned char>(token[0]));
}

// "vitamin C. Doctors say": the letter is a name of its own, not an initial.
bool is_labelled_letter(const Context& context, std::size_t token_begin) {
  constexpr auto labels = std::to_array<std::string_view>(
      {"vitamin", "Vitamin", "plan", "Plan", "group",  "Group",    "hepatitis", "Hepatitis",
       "grade",   "Grade",   "type", "Type", "class",  "Class",    "category",  "Category",
       "section", "Section", "part", "Part", "option", "Option",   "Schedule",  "Appendix",
       "Article", "War",     "than", "Team", "Pool",   "Division", "Series",    "Block"});
  const std::size_t end = skip_blank_back(context.text, token_begin, context.begin);
  std::size_t begin = end;
  while (begin > context.begin && is_letter(context.text[begin - 1])) --begin;
  return std::find(labels.begin(), labels.end(), context.text.substr(begin, end - begin)) != labels.end();
}

// "said.Next": a space was forgotten between two plain words; "Node.Js", "example.Com/a" and "U.Mass" are
// none.
bool is_space_forgotten(std::string_view token, const Ahead& ahead, const Context& context) {
  constexpr std::size_t shortest = 3;
  const std::string_view word = token.substr(0, token.size() - 1);
  if (word.size() < shortest || ahead.word.size() < 2) return false;
  const bool plain = std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || !is_letter(word[0]) || !is_upper(ahead.first)) return false;
  constexpr auto domains =
      std::to_array<std::string_view>({"Com", "Net", "Org", "Gov", "Edu", "Info", "Js", "Io", "Cn"});
  if (std::find(domains.begin(), domains.end(), ahead.word) != domains.end()) return false;
  const std::size_t behind = ahead.at + ahead.word.size();
  const char32_t mark = peek_before(context.text, behind, context.end);
  return mark == 0 || is_blank(mark_of(mark)) || mark_of(mark) == Mark::comma;
}

bool names_time_zone_or_day(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"EST",     "EDT",      "ET",      "CST",       "CDT",      "CT",      "MST",      "MDT",
       "MT",      "PST",      "PDT",     "PT",        "GMT",      "UTC",     "BST",      "CET",
       "CEST",    "HKT",      "JST",     "IST",       "AEST",     "AEDT",    "Eastern",  "Central",
       "Pacific", "Mountain", "Beijing", "London",    "Moscow",   "Tokyo",   "Hong",     "Greenwich",
       "Local",   "Monday",   "Tuesday", "Wednesday", "Thursday", "Friday",  "Saturday", "Sunday",
       "Jan",     "Feb",      "Mar",     "March",     "April",    "May",     "June",     "July",
       "Aug",     "August",   "Sept",    "September", "Oct",      "October", "Nov",      "November",
       "Dec",     "December", "January", "February"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool expects_number(const Ahead& ahead, const Context& context) {
  constexpr std::u32string_view signs = U"#$+£€¥~±";
  if (is_digit(ahead.first) || signs.find(ahead.first) != signs.npos) return true;
  const std::size_t behind = ahead.at + ahead.word.size();
  if (peek_before(context.text, behind, context.end) != U'.') return false;
  return data::find_abbreviation(context.text.substr(ahead.at, ahead.word.size() + 1)) ==
         Abbreviation::number;
}

bool ends_behind_suffix(std::string_view token, const Ahead& ahead, Mark next) {
  if (next == Mark::open_bracket) return false;  // 10 a.m. (0200 GMT)
  const bool clock = token.size() == 4 && (token[2] == 'm' || token[2] == 'M');
  if (clock && next == Mark::other) return !is_lower(ahead.first) && !names_time_zone_or_day(ahead.word);
  return is_digit(ahead.first) || (is_upper(ahead.first) && is_lower(ahead.second));
}

Abbreviation classify(const Context& context, std::string_view token) {
  const auto& own = *context.abbreviations;
  if (std::binary_search(own.begin(), own.end(), token)) return Abbreviation::plain;
  if (const auto found = data::find_abbreviation(token); found != Abbreviation::none) return found;
  if (is_acronym(token)) return Abbreviation::plain;
  const std::size_t hyphen = token.rfind('-');
  return hyphen == token.npos ? Abbreviation::none : data::find_abbreviation(token.substr(hyphen + 1));
}

// "有：1.加强领导；2.落实责任" and "包括1.加强领导", but "达到300.其中".
bool is_inner_list_number(const Context& context, std::string_view token, std::size_t begin) {
  constexpr std::size_t most_digits = 2;
  const std::string_view digits = token.substr(0, token.size() - 1);
  if (digits.find_first_not_of("0123456789") != digits.npos) return false;
  const Mark before = mark_of(peek_back(context.text, begin, context.begin));
  return digits.size() <= most_digits || before == Mark::comma || before == Mark::semicolon;
}

// "提高认识；2. 加强领导", "peace; 2. bread", "要做到：1. 学习"; but "伤者：3. 其中".
bool goes_on_with_number(const Context& context, std::string_view token, std::size_t begin) {
  constexpr std::size_t most_digits = 2;
  const std::string_view digits = token.substr(0, token.size() - 1);
  if (digits.empty() || digits.size() > most_digits || !is_digit(digits.front()) || !is_digit(digits.back()))
    return false;
  const char32_t before =
      peek_back(context.text, skip_blank_back(context.text, begin, context.begin), context.begin);
  return mark_of(before) == Mark::semicolon || (before == U'：' && digits == "1");
}

bool ends_behind_token(const Context& context, const Run& run, std::size_t next) {
  const std::string_view token = token_before(context, run.begin);
  const auto token_begin = run.begin + 1 - token.size();
  const Ahead ahead = look_ahead(context, next);
  if (next == run.marks_end) {
    if (is_ascii_word(ahead.first) && ahead.at == next) return is_space_forgotten(token, ahead, context);
    if (is_cjk(ahead.first) && is_inner_list_number(context, token, token_begin)) return false;
    if (mark_of(unicode::peek(context.text, next)) == Mark::dash || belongs_to_token(ahead.first))
      return false;
  }
  if (goes_on_with_number(context, token, token_begin)) return false;
  if (is_initial(token)) {
    if (token_begin == context.begin) return false;  // "Q. What", "J. Smith", "A. Yes"
    if (is_labelled_letter(context, token_begin)) return is_upper(ahead.first) || is_digit(ahead.first);
    const bool initial_next =
        ahead.word.size() == 1 && peek_before(context.text, ahead.at + 1, context.end) == U'.';
    return !initial_next && data::begins_sentences(ahead.word);
  }
  const Abbreviation kind = classify(context, token);
  if (kind == Abbreviation::none) return true;
  if (kind == Abbreviation::title || run.bracket_closed || is_cjk(ahead.first)) return false;
  if (kind == Abbreviation::number) return !expects_number(ahead, context);
  if (data::begins_sentences(ahead.word) || (run.quote_closed && is_upper(ahead.first))) return true;
  return kind == Abbreviation::suffix &&
         ends_behind_suffix(token, ahead, mark_of(unicode::peek(context.text, next)));
}

bool ends_at_wide_period(const Context& context, const Run& run, std::size_t next) {
  const char32_t before = peek_back(context.text, run.begin, context.begin);
  const char32_t after = peek_before(context.text, run.marks_end, context.end);
  if (next > run.marks_end) return true;
  // 3．5, １．加强; 约翰．史密斯, J．K．罗琳
  return !is_digit(before) && !is_ascii_upper(before) &&
         !(is_cjk(before) && (is_cjk(after) || is_ascii_word(after)));
}

}  // namespace

Ahead look_ahead(const Context& context, std::size_t next) {
  const std::string_view text = context.text;
  Ahead ahead;
  std::size_t at = next;
  while (at < context.end) {
    const char32_t c = unicode::peek(text, at);
    const Mark mark = mark_of(c);
    if (!is_opener(mark) && !is_blank(mark) && mark != Mark::straight_quote && mark != Mark::bullet &&
        c != U'\'' && c != U'`' && c != U'’' && c != U'¿' && c != U'¡') {
      break;
    }
    unicode::next(text, at);
  }
  ahead.at = at;
  ahead.first = peek_before(text, at, context.end);
  std::size_t end = at;
  while (end < context.end) {
    std::size_t behind = end;
    const char32_t c = unicode::next(text, behind);
    if (!is_ascii_word(c) && c != U'\'' && c != U'’' && !(c >= 0xC0 && c < 0x250)) break;
    end = behind;
  }
  ahead.word = text.substr(at, end - at);
  const std::size_t second = skip_blank(text, end, context.end);
  if (second > end) ahead.second = peek_before(text, second, context.end);
  return ahead;
}

bool is_inside_word(const Context& context, const Run& run, std::size_t next) {
  if (next != run.marks_end || static_cast<unsigned char>(context.text[run.begin]) >= 0x80) return false;
  const char32_t before = peek_back(context.text, run.begin, context.begin);
  const char32_t after = unicode::peek(context.text, next);
  constexpr std::u32string_view joints = U"/=&_@#%";
  if (before >= 0x80 || !(is_ascii_word(before) || joints.find(before) != joints.npos)) return false;
  if (!is_ascii_word(after) && joints.find(after) == joints.npos) return false;
  // "really?Yes" lacks a space, "Yahoo!News" does not.
  return context.text[run.begin] == '!' || !(is_ascii_lower(before) && is_ascii_upper(after)) ||
         token_before(context, run.begin).find_first_of("/=@") != std::string_view::npos;
}

bool is_full_stop(const Context& context, const Run& run, std::size_t next) {
  if (context.text[run.begin] != '.') return ends_at_wide_period(context, run, next);
  const char32_t before = peek_back(context.text, run.begin, context.begin);
  const char32_t after = peek_before(context.text, run.marks_end, context.end);
  if (belongs_to_token(before)) return ends_behind_token(context, run, next);
  if (is_cjk(before)) return !is_ascii_letter(after);
  return !is_ascii_word(after) || !is_blank(mark_of(before));  // " .NET", " .5"
}

}  // namespace duiqi::segmenting
