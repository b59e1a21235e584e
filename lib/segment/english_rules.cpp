#include "data/abbreviations.hpp"
#include "segment/characters.hpp"
#include "segment/rules.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::segmenting {
namespace {

// iPhone, eBay: a small letter that a capital follows.
bool is_brand(std::string_view word) {
  return word.size() > 2 && is_ascii_lower(static_cast<unsigned char>(word[0])) &&
         is_ascii_upper(static_cast<unsigned char>(word[1]));
}

// `Trump asked.`, `Mr Li said on Monday`: behind a question or a cry, up to three capitalised words and a
// verb of saying; but `Trump said he …` is a sentence of its own.
bool is_attribution(const Context& context, std::size_t at) {
  constexpr int most_names = 3;
  for (int names = 0; names <= most_names; ++names) {
    const Ahead ahead = look_ahead(context, at);
    if (ahead.at != at || ahead.word.empty()) return false;
    const std::size_t behind = ahead.at + ahead.word.size();
    if (names > 0 && data::is_saying_verb(ahead.word)) {
      const char32_t mark = peek_before(context.text, behind, context.end);
      if (mark == U'.' || mark == U',' || mark == U':' || mark == 0) return true;
      const std::string_view then = look_ahead(context, skip_blank(context.text, behind, context.end)).word;
      return then == "in" || then == "on" || then == "at" || then == "during" || then == "after" ||
             then == "as" || then == "with";
    }
    if (!is_upper(ahead.first)) return false;
    at = skip_blank(context.text, context.text[behind] == '.' ? behind + 1 : behind, context.end);
    if (at >= context.end) return false;
  }
  return false;
}

// "I... I can't": a word that is begun anew.
bool is_stammer(const Context& context, const Run& run, const Ahead& ahead) {
  if (ahead.word.empty() || run.begin - context.begin < ahead.word.size()) return false;
  const std::size_t end = skip_blank_back(context.text, run.begin, context.begin);
  return context.text.substr(context.begin, end - context.begin).ends_with(ahead.word);
}

// OAKLAND, Ca. -- Protesters …: a short stretch that begins in capitals.
bool is_dateline(const Context& context, std::size_t end) {
  constexpr std::size_t longest = 60;
  if (end - context.begin > longest) return false;
  for (std::size_t i = context.begin; i < context.begin + 3; ++i) {
    if (i >= end || !is_ascii_upper(static_cast<unsigned char>(context.text[i]))) return false;
  }
  return true;
}

// What stands behind a dash begins a sentence (a byline, a bullet) or goes on with the old one.
bool ends_before_dash(const Context& context, const Run& run, std::size_t next) {
  if (is_dateline(context, run.end)) return false;
  std::size_t at = next;
  while (at < context.end && mark_of(unicode::peek(context.text, at)) == Mark::dash)
    unicode::next(context.text, at);
  const std::size_t visible = skip_blank(context.text, at, context.end);
  return next > run.end && visible < context.end && !is_lower(look_ahead(context, visible).first);
}

}  // namespace

bool ends_english(const Context& context, const Run& run, std::size_t next) {
  const char32_t c = unicode::peek(context.text, next);
  const Mark mark = mark_of(c);
  if (mark == Mark::comma || mark == Mark::semicolon || is_closer(mark)) return false;
  if (run.full_stop) return true;
  const bool ends_by_mark = run.stop || run.ellipsis;
  if (!ends_by_mark && run.period && !is_full_stop(context, run, next)) return false;
  if (!ends_by_mark && !run.period) return run.semicolon;
  if (is_inside_word(context, run, next)) return false;
  if (mark == Mark::dash) return ends_before_dash(context, run, next);
  const Ahead ahead = look_ahead(context, next);
  if (is_lower(ahead.first)) return is_brand(ahead.word) && next > run.end;
  if (run.ellipsis && !run.quote_closed && is_stammer(context, run, ahead)) return false;
  if (run.bracket_closed && context.in_inner_bracket && !run.period) return false;
  const bool upper_or_wide = is_upper(ahead.first) || is_cjk(ahead.first);
  if (next == run.end) return upper_or_wide || ahead.at > next;
  if (run.quote_closed && !run.period && is_attribution(context, next)) return false;
  return true;
}

}  // namespace duiqi::segmenting
