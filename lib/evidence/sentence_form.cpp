#include "evidence/sentence_form.hpp"

#include "unicode/letter_bytes.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::evidence {
namespace {

/// Sentences after which a quotation that nobody closed is over. (Judged.)
constexpr std::uint32_t longest_quotation = 12;

constexpr bool is_space(char32_t c) {
  return c == 0 || c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

constexpr bool is_opening_bracket(char32_t c) {
  return c == '(' || c == '[' || c == U'（' || c == U'【' || c == U'〔';
}

constexpr bool is_closing_bracket(char32_t c) {
  return c == ')' || c == ']' || c == U'）' || c == U'】' || c == U'〕';
}

constexpr bool is_letter(char32_t c);

constexpr bool is_opening_quote(char32_t before, char32_t c, char32_t after) {
  const bool free =
      is_space(before) || is_opening_bracket(before) || before == U'—' || before == U'“' || before == '"';
  if (c == '"') return free;
  if (c == '\'' || c == U'‘')
    return free && (is_letter(after) || after == U'…' || after == '.' || after == '"' || after == U'“');
  return c == U'“' || c == U'「' || c == U'『' || c == U'«';
}

constexpr bool is_closing_quote(char32_t before, char32_t c, char32_t after) {
  if (c == '"') return !is_opening_quote(before, c, after);
  if (c == '\'' || c == U'’') {
    return before == '.' || before == ',' || before == '?' || before == '!' || before == U'—' ||
           before == '-' || before == U'…' || before == ';' || before == ':';
  }
  return c == U'”' || c == U'」' || c == U'』' || c == U'»';
}

constexpr bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  if (c >= 0x2000 && c <= 0x206F) return false;  // general punctuation
  if (c >= 0x3000 && c <= 0x303F) return c == 0x3007;
  if (c >= 0xFF00 && c <= 0xFF0F) return false;
  if (c >= 0xFF1A && c <= 0xFF20) return false;
  return c >= 0xC0;
}

constexpr FinalMark final_mark(char32_t c) {
  switch (c) {
    case '.':
    case U'。':
    case U'．':
      return FinalMark::stop;
    case '?':
    case U'？':
      return FinalMark::question;
    case '!':
    case U'！':
      return FinalMark::exclamation;
    case ':':
    case U'：':
      return FinalMark::colon;
    case ',':
    case U'，':
    case U'、':
    case ';':
    case U'；':
      return FinalMark::comma;
    case U'…':
      return FinalMark::ellipsis;
    default:
      return FinalMark::none;
  }
}

}  // namespace

SentenceForm form_of(std::string_view sentence) {
  SentenceForm form;
  form.marks_only = true;
  char32_t before = 0;
  bool first = true;
  for (std::size_t at = 0; at < sentence.size();) {
    if (const std::size_t letters = unicode::skip_letters(sentence, at); letters > at) {
      first = form.closes_with_quote = form.marks_only = false;
      form.final = FinalMark::none;
      at = letters;
      before = U'a';  // any letter
      continue;
    }
    if (sentence[at] == ' ') {
      ++at;
      before = U' ';
      continue;
    }
    const char32_t c = unicode::next(sentence, at);
    const char32_t after = at < sentence.size() ? unicode::peek(sentence, at) : 0;
    const bool opens = is_opening_quote(before, c, after);
    const bool closes = !opens && is_closing_quote(before, c, after);
    if (opens) ++form.opening_quotes;
    if (closes) ++form.closing_quotes;
    if (opens || closes) form.ends_quoted = opens;
    if (first && opens) form.opens_with_quote = true;
    if (!is_space(c)) {
      first = false;
      if (closes) {
        form.closes_with_quote = true;
      } else if (!is_closing_bracket(c)) {
        form.closes_with_quote = false;
        form.final = c == '.' && before == '.' ? FinalMark::ellipsis : final_mark(c);
      }
    }
    if (is_letter(c)) form.marks_only = false;
    before = c;
  }
  return form;
}

std::vector<SentenceForm> forms_of(const Document& document) {
  std::vector<SentenceForm> forms;
  forms.reserve(document.size());
  std::uint32_t open = 0;  // sentences that the present quotation has run for
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    forms.push_back(form_of(document.sentence(id)));
    SentenceForm& form = forms.back();
    form.begins_quoted = open > 0;
    if (form.opening_quotes + form.closing_quotes == 0) form.ends_quoted = open > 0;
    open = !form.ends_quoted ? 0 : form.opening_quotes > 0 ? 1 : open + 1;
    if (open > longest_quotation) open = 0;
  }
  return forms;
}

}  // namespace duiqi::evidence
