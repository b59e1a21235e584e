#include "segment/paragraphs.hpp"

#include <algorithm>
#include <cstdint>

#include "segment/characters.hpp"
#include "segment/lines.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::segmenting {
namespace {

struct Line {
  Span span;                 ///< without the blanks around it; empty for a blank line
  std::uint32_t indent = 0;  ///< columns before the first visible character
  std::uint32_t width = 0;   ///< columns, indent included; a wide character counts two
};

// A column a code point of one or two bytes, two for all others: exact for Latin letters and Han, near enough
// for the rest.
std::uint32_t count_columns(std::string_view text) {
  std::uint32_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    columns += byte < 0x80 || (byte >= 0xC0 && byte < 0xE0) ? 1 : byte >= 0xE0 ? 2 : 0;
  }
  return columns;
}

// Reads the line at `at` and moves `at` to the next one.
Line read_line(std::string_view text, std::size_t& at, std::size_t end, bool measure) {
  const LineEnd line_end = find_line_end(text, at, end);
  const std::size_t first = skip_blank(text, at, line_end.at);
  Line line{{first, skip_blank_back(text, line_end.at, first)}};
  if (measure) {
    line.indent = count_columns(slice(text, {at, first}));
    line.width = line.indent + count_columns(slice(text, line.span));
  }
  at = line_end.next;
  return line;
}

bool ends_like_a_sentence(std::string_view text, Span line) {
  const char32_t last = peek_back(text, line.end, line.begin);
  const Mark mark = mark_of(last);
  return is_stop(mark) || is_closer(mark) || mark == Mark::straight_quote || mark == Mark::semicolon ||
         last == U':' || last == U'：';
}

bool has_stop_inside(std::string_view text, Span line) {
  for (std::size_t at = line.begin; at < line.end;) {
    const Mark mark = mark_of(unicode::next(text, at));
    if ((mark == Mark::full_stop || mark == Mark::stop) && at < line.end) return true;
  }
  return false;
}

// Half of the lines of hard-wrapped English begin in lower case, some tenths where names abound; in text with
// a paragraph a line hardly any do. Lines that are shorter than a column of print are lists or verse.
bool is_wrapped_english(std::string_view text, const std::vector<Line>& lines, std::uint32_t width) {
  constexpr std::uint32_t narrowest = 28;
  constexpr double least_share = 0.3;
  std::size_t pairs = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.empty() || lines[i + 1].span.empty()) continue;
    ++pairs;
    open += !ends_like_a_sentence(text, lines[i].span) &&
            is_lower(peek_before(text, lines[i + 1].span.begin, lines[i + 1].span.end));
  }
  return width >= narrowest && open >= 2 &&
         static_cast<double>(open) >= least_share * static_cast<double>(pairs);
}

// Lines of hard-wrapped Chinese are full to the last column but two or three, whatever stands there.
bool is_wrapped_chinese(std::string_view text, const std::vector<Line>& lines, std::uint32_t width) {
  constexpr std::uint32_t narrowest = 16;
  constexpr std::uint32_t slack = 4;
  constexpr double least_share = 0.4;
  std::size_t pairs = 0;
  std::size_t open = 0;
  bool stop_inside = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.empty() || lines[i + 1].span.empty()) continue;
    ++pairs;
    open += lines[i].width + slack >= width && !ends_like_a_sentence(text, lines[i].span);
    stop_inside = stop_inside || has_stop_inside(text, lines[i].span);
  }
  // Without a stop inside a line it may be a list of headlines.
  return width >= narrowest && stop_inside && open >= 2 &&
         static_cast<double>(open) >= least_share * static_cast<double>(pairs);
}

// The width that nine tenths of the lines keep to: a single long line (an address) must not set it.
std::uint32_t usual_width(const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths;
  for (const Line& line : lines) {
    if (!line.span.empty()) widths.push_back(line.width);
  }
  if (widths.empty()) return 0;
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

// Enough lines to tell; the cost stays the same for a long text.
constexpr std::size_t lines_to_judge = 4000;

bool is_closing_line(std::string_view text, Span line) {
  for (std::size_t at = line.begin; at < line.end;) {
    const Mark mark = mark_of(unicode::next(text, at));
    if (!is_closer(mark) && mark != Mark::straight_quote && !is_blank(mark)) return false;
  }
  return true;
}

class Collector {
 public:
  Collector(std::string_view text, std::vector<Span>& out) : text_(text), out_(out), first_(out.size()) {}

  // Closes the paragraph that is open; the list number of its only line waits for the next one.
  void close() {
    if (open_.empty()) return;
    const bool joins_back = out_.size() > first_ && is_closing_line(text_, open_);
    if (joins_back) {
      out_.back().end = open_.end;
    } else if (number_waits_) {
      out_.back().end = open_.end;
    } else {
      out_.push_back(open_);
    }
    number_waits_ = is_list_number(slice(text_, out_.back()));
    open_ = {};
  }

  void add(Span line) {
    if (open_.empty()) {
      open_ = line;
    } else {
      open_.end = line.end;
    }
  }

 private:
  std::string_view text_;
  std::vector<Span>& out_;
  std::size_t first_;
  Span open_;
  bool number_waits_ = false;
};

bool begins_paragraph(std::string_view text, const Line& line, const Line& before, std::uint32_t width) {
  constexpr double short_line = 0.6;  // of the usual width: a word or a mark more would have found room
  if (line.indent >= before.indent + 2) return true;
  return before.width < short_line * width && !is_lower(peek_before(text, line.span.begin, line.span.end));
}

void find_blocks(std::string_view text, Span region, Layout layout, std::vector<Span>& out) {
  std::vector<Line> lines;
  for (std::size_t at = region.begin; at < region.end;) {
    lines.push_back(read_line(text, at, region.end, layout == Layout::wrapped));
  }
  const std::uint32_t width = layout == Layout::wrapped ? usual_width(lines) : 0;
  Collector collector(text, out);
  const Line* before = nullptr;
  for (const Line& line : lines) {
    if (line.span.empty()) {
      collector.close();
      before = nullptr;
      continue;
    }
    if (layout == Layout::wrapped && before != nullptr && begins_paragraph(text, line, *before, width)) {
      collector.close();
    }
    collector.add(line.span);
    before = &line;
  }
  collector.close();
}

}  // namespace

Layout find_layout(std::string_view text, Language language, ParagraphRules rules,
                   const std::vector<Span>& regions) {
  if (rules == ParagraphRules::line) return Layout::lines;
  if (rules == ParagraphRules::blank_line) return Layout::blocks;
  std::vector<Line> lines;
  for (const Span region : regions) {
    for (std::size_t at = region.begin; at < region.end && lines.size() < lines_to_judge;) {
      lines.push_back(read_line(text, at, region.end, true));
    }
    lines.emplace_back();  // a blank line: no line goes on in the next region
  }
  const std::uint32_t width = usual_width(lines);
  const bool wrapped = language == Language::chinese ? is_wrapped_chinese(text, lines, width)
                                                     : is_wrapped_english(text, lines, width);
  return wrapped ? Layout::wrapped : Layout::lines;
}

void find_paragraphs(std::string_view text, Span region, Layout layout, std::vector<Span>& out) {
  if (layout != Layout::lines) return find_blocks(text, region, layout, out);
  Collector collector(text, out);
  for (std::size_t at = region.begin; at < region.end;) {
    const Line line = read_line(text, at, region.end, false);
    if (line.span.empty()) continue;
    collector.add(line.span);
    collector.close();
  }
}

bool is_list_number(std::string_view text) {
  constexpr std::size_t longest = 24;  // bytes: （二十三）
  constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百";
  constexpr std::u32string_view roman = U"ivxIVX";
  if (text.empty() || text.size() > longest) return false;
  bool digits = false;
  bool marked = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = unicode::next(text, at);
    const Mark mark = mark_of(c);
    if (c >= U'①' && c <= U'⓿') {
      digits = marked = true;
    } else if (is_digit(c) || numerals.find(c) != numerals.npos || roman.find(c) != roman.npos ||
               (c >= U'Ⅰ' && c <= U'ⅿ')) {
      digits = true;
    } else if (mark == Mark::open_bracket || mark == Mark::close_bracket || mark == Mark::period ||
               c == U'、' || c == U'第') {
      marked = true;
    } else if (!is_blank(mark)) {
      return false;
    }
  }
  return digits && marked;
}

}  // namespace duiqi::segmenting
