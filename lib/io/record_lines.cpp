#include "io/record_lines.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <duiqi/check.hpp>

#include "io/record_date.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::io {
namespace {

// A longer value of a name, an address or a date is a sentence (code points; addresses may be longer).
constexpr std::size_t longest_field = 100;
// A value that ends like a sentence is one, if it isn't as short as an abbreviation ("Xinhua News Agency
// Co.").
constexpr std::size_t longest_abbreviated_field = 30;

// A line that holds several labels holds nothing else (bytes).
constexpr std::size_t longest_line_of_labels = 400;

bool is_address(std::string_view text) {
  const bool begins = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
  return begins && std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

bool ends_like_a_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 9> ends = {"。", "！", "？", ".", "!", "?", "；", "”", "」"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::script_of(unicode::next(text, at)) != unicode::Script::none) return true;
  }
  return false;
}

// "1,234", "1.2万次", "3k", "(56)"
bool is_count(std::string_view text) {
  if (!has_digit(text) || length(text) > 15) return false;
  const LanguageProfile profile = profile_language(text);
  return profile.latin <= 1 && profile.letters() <= 2;
}

bool fits(const Meaning& meaning, std::string_view value) {
  if (value.empty()) return true;
  switch (meaning.kind) {
    case LabelKind::line:
    case LabelKind::body:
      return true;
    case LabelKind::counter:
      return is_count(value);
    case LabelKind::date:
      return has_digit(value) && length(value) <= longest_field;
    case LabelKind::field:
      break;
  }
  if (is_address(value)) return true;
  const std::size_t size = length(value);
  return size <= longest_field && (size <= longest_abbreviated_field || !ends_like_a_sentence(value));
}

// A marker that has prose behind it in its line must be plain: "英文：" only before English, "Story:" never.
bool marks(const Label& label, const Meaning& meaning, std::string_view value) {
  if (value.empty()) return label.colon || label.bracketed || label.heading || !meaning.weak;
  if (!label.colon && !label.bracketed) return false;
  if (meaning.weak) return label.bracketed;
  if (!meaning.language) return true;
  const LanguageProfile profile = profile_language(value);
  return *meaning.language == Language::chinese ? profile.chinese() > .5 : profile.latin_share() > .5;
}

bool is_translator(const Meaning& meaning, std::string_view value) {
  return meaning.name == "translator" && !value.empty() && length(value) <= longest_abbreviated_field &&
         !ends_like_a_sentence(value);
}

// "1234 views", "阅读 1234", "浏览(56)": a counter without a colon.
std::optional<Span> count_without_colon(std::string_view text, Span line) {
  if (line.size() > 60 || !has_digit(text.substr(line.begin, line.size()))) return std::nullopt;
  std::size_t from = line.begin;
  while (from < line.end && !has_digit(text.substr(from, 1))) ++from;
  std::size_t to = line.end;
  while (!has_digit(text.substr(to - 1, 1))) --to;
  const std::string_view before = text.substr(line.begin, from - line.begin);
  const std::string_view behind = text.substr(to, line.end - to);
  const auto counts = [](std::string_view words) {
    const auto meaning = find_meaning(words);
    return meaning && meaning->kind == LabelKind::counter;
  };
  const std::string_view number = text.substr(from, to - from);
  if (number.find_first_not_of("0123456789,.") != std::string_view::npos) return std::nullopt;
  const bool found =
      (counts(before) && profile_language(behind).letters() <= 1) || (!has_letter(before) && counts(behind));
  return found ? std::optional(Span{from, to}) : std::nullopt;
}

// "By Zhang San and Li Si"
bool is_byline(std::string_view line) {
  if (!(line.starts_with("By ") || line.starts_with("BY ")) || line.size() > 80 || ends_like_a_sentence(line))
    return false;
  for (std::size_t at = line.find(' '); at < line.size(); at = line.find(' ', at + 1)) {
    const std::string_view word = line.substr(at + 1, line.find(' ', at + 1) - at - 1);
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    if (!capital && word != "and" && word != "in" && word != "&") return false;
  }
  return true;
}

void find_kind(std::string_view text, Line& line) {
  const std::string_view content = slice(text, line.span);
  line.value = line.span;
  if (!has_letter(content) && !has_digit(content)) {
    // Quotes and brackets alone belong to what stands beside them.
    const bool rule = content.find_first_of("-=*_#~+|") != std::string_view::npos ||
                      content.starts_with("—") || content.starts_with("─") || content.starts_with("＊") ||
                      content.starts_with("※");
    if (rule) line.kind = LineKind::rule;
    return;
  }
  if (is_address(content)) {
    line.kind = LineKind::metadata;
    line.meaning = Meaning{"source", LabelKind::field, false, {}};
    return;
  }
  if (content.size() <= 120 && is_only_date(content)) {
    line.kind = LineKind::metadata;
    line.meaning = Meaning{"date", LabelKind::date, false, {}};
    return;
  }
  if (const auto number = count_without_colon(text, line.span)) {
    line.kind = LineKind::metadata;
    line.meaning = find_meaning(number->begin == line.span.begin
                                    ? text.substr(number->end, line.span.end - number->end)
                                    : text.substr(line.span.begin, number->begin - line.span.begin));
    if (!line.meaning) line.meaning = Meaning{"views", LabelKind::counter, false, {}};
    return;
  }
  if (is_byline(content)) {
    line.kind = LineKind::metadata;
    line.meaning = Meaning{"author", LabelKind::field, false, {}};
    return;
  }
  line.label = parse_label(text, line.span);
  if (!line.label) return;
  const Label& label = *line.label;
  line.meaning = find_meaning(slice(text, label.words));
  if (!line.meaning) return;
  Span own = label.value;
  if (const auto inner = find_inner_label(text, own); inner && line.meaning->kind != LabelKind::line) {
    own = unicode::trim(text, {own.begin, *inner});
  }
  const std::string_view value = slice(text, own);
  if (line.meaning->name == "translator" && !is_translator(*line.meaning, value)) {
    line.meaning = Meaning{{}, LabelKind::body, true, line.meaning->language};
  }
  const bool named = label.colon || label.bracketed || (label.heading && value.empty());
  const bool known = line.meaning->kind == LabelKind::body ? marks(label, *line.meaning, value)
                                                           : named && fits(*line.meaning, value);
  if (!known) {
    line.meaning.reset();
    return;
  }
  line.kind = line.meaning->kind == LabelKind::body ? LineKind::marker : LineKind::metadata;
  line.value = label.value;
}

// Where a date begins that stands behind the other things of `span`, between blanks.
std::optional<std::size_t> find_inner_date(std::string_view text, Span span) {
  bool blank = false;
  for (std::size_t at = span.begin; at < span.end;) {
    if (blank && is_only_date(slice(text, {at, span.end}))) return at;
    blank = unicode::is_blank(unicode::next(text, at));
  }
  return std::nullopt;
}

// Cuts off what follows a short value in the same line; the rest is a line of its own.
std::optional<Span> split_off(std::string_view text, Line& line) {
  const bool field = line.kind == LineKind::metadata && line.label && line.meaning->kind == LabelKind::field;
  const bool labelled =
      line.kind == LineKind::metadata && line.label && line.meaning->kind != LabelKind::line;
  if ((!labelled && line.kind != LineKind::prose) || line.span.size() > longest_line_of_labels)
    return std::nullopt;
  const Span value = labelled ? line.label->value : line.span;
  auto inner = find_inner_label(text, value);
  if (!inner && field) inner = find_inner_date(text, value);
  if (!inner) return std::nullopt;
  Line first;
  first.span = unicode::trim(text, {line.span.begin, *inner});
  // Prose before a label is prose as a whole, if it isn't the date that pages print before their source.
  if (!labelled && !is_only_date(slice(text, first.span))) return std::nullopt;
  const Span rest = unicode::trim(text, {*inner, line.span.end});
  first.after_blank = line.after_blank;
  find_kind(text, first);
  line = std::move(first);
  return rest;
}

// Reads one line that no bar divides.
void read_cell(std::string_view text, Span span, bool after_blank, std::vector<Line>& lines) {
  for (std::optional<Span> rest = span; rest;) {
    Line line;
    line.span = *rest;
    line.after_blank = after_blank && rest->begin == span.begin;
    find_kind(text, line);
    rest = split_off(text, line);
    lines.push_back(std::move(line));
  }
}

// "By Lin Hui | Haizhou Daily | Updated: 2024-06-05": where a cell is a label or a date, all the cells are
// about the text, and none is of it.
bool read_cells(std::string_view text, Span span, bool after_blank, std::vector<Line>& lines) {
  if (span.size() > longest_line_of_labels) return false;
  std::vector<Line> cells;
  bool bars = false;
  bool metadata = false;
  for (std::size_t at = span.begin, begin = at;; unicode::next(text, at)) {
    const char32_t c = at < span.end ? unicode::peek(text, at) : U'|';
    if (c != U'|' && c != U'｜') continue;
    const std::size_t first = cells.size();
    const Span cell = unicode::trim(text, {begin, at});
    if (!cell.empty()) read_cell(text, cell, after_blank && first == 0, cells);
    // A title may hold bars of its own.
    if (first == 0 && !cells.empty() && cells[0].meaning && cells[0].meaning->kind == LabelKind::line)
      return false;
    for (std::size_t i = first; i < cells.size(); ++i) metadata |= cells[i].kind == LineKind::metadata;
    if (at == span.end) break;
    bars = true;
    begin = at;
    unicode::next(text, begin);
    Line bar;
    bar.span = {at, begin};
    bar.kind = LineKind::rule;
    cells.push_back(bar);
  }
  if (!bars || !metadata) return false;
  for (Line& cell : cells) {
    if (cell.kind == LineKind::prose) cell.kind = LineKind::loose;
    lines.push_back(std::move(cell));
  }
  return true;
}

void read_line(std::string_view text, Span span, bool after_blank, std::vector<Line>& lines) {
  const std::string_view content = slice(text, span);
  const bool bars =
      content.find('|') != std::string_view::npos || content.find("｜") != std::string_view::npos;
  if (!bars || !read_cells(text, span, after_blank, lines)) read_cell(text, span, after_blank, lines);
}

}  // namespace

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const Span span = unicode::trim(text, {at, end});
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    if (!span.empty()) read_line(text, span, blank, lines);
    blank = span.empty();
  }
  return lines;
}

}  // namespace duiqi::io
