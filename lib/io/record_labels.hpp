// Layer: io. The labels of bilingual records: what "标题（英文）：" or "**Keywords:**" stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <duiqi/span.hpp>
#include <duiqi/text.hpp>

namespace duiqi::io {

enum class LabelKind : unsigned char {
  line,     ///< its value is the line, whatever its length (a title, keywords, a summary)
  field,    ///< its value is short (a name, an address)
  counter,  ///< its value is a number
  date,     ///< its value holds a date or a time
  body      ///< it only divides: the body of a side follows
};

struct Meaning {
  std::string_view name;  ///< canonical: "title", "source", …; empty for LabelKind::body
  LabelKind kind = LabelKind::body;
  /// Ordinary sentences begin with the word too ("Time:", "内容："), so that it needs a label beside it.
  bool weak = false;
  std::optional<Language> language;  ///< what the label itself says ("English title")
};

/// The meaning of the words of a label, without colon; brackets and emphasis around them don't matter.
std::optional<Meaning> find_meaning(std::string_view words);

/// A label at the begin of a line, as it is written.
struct Label {
  Span span;  ///< with brackets, emphasis and colon
  Span words;
  Span value;    ///< up to the end of the line, trimmed
  Span trailer;  ///< what closes the label's bracket or emphasis behind the value; empty where nothing does
  bool colon = false;
  bool bracketed = false;
  bool heading = false;  ///< begins with '#', as headings in Markdown do
};

/// The label that `line` of `text` may begin with: short words in brackets, or before a colon, or a line that
/// is all words. Says nothing about their meaning. Nothing where the line is no label by its form.
std::optional<Label> parse_label(std::string_view text, Span line);

/// Where behind `value.begin` a further label stands in the same line ("来源：新华社　编辑：李明"): the begin
/// of its words. Nothing where there is none that is known.
std::optional<std::size_t> find_inner_label(std::string_view text, Span value);

}  // namespace duiqi::io
