// Layer: model. A bilingual record: one file that holds a text, its translation and what belongs to neither.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <duiqi/span.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

/// A calendar date. `month` 1–12, `day` 1–31.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// A labelled value of a record, or one that says what it is without a label (an address, a date, a counter).
struct Metadata {
  /// Canonical: "title", "subtitle", "keywords", "summary", "source", "author", "editor", "translator",
  /// "date", "views", … (docs/text.md has them all); the label as written where it is no known one.
  std::string name;
  Language language = Language::english;  ///< the side that it describes, as far as its words tell
  Span label;                             ///< with its brackets and colon; empty where there is none
  Span value;                             ///< empty where nothing stands behind the label
};

/// Spans are bytes of `text`. `zh`, `en`, `markers` and `unassigned` are each in text order, and so is
/// `metadata`; all of them, with labels and values, don't overlap and together with white space (and
/// invisible characters) tile the text.
struct Record {
  Text text;
  std::vector<Span> zh;  ///< the stretches of the Chinese body: lines with nothing but white space between
  std::vector<Span> en;  ///< the same for the English body
  std::vector<Metadata> metadata;
  std::vector<Span>
      markers;  ///< what only divides ("英文翻译内容:", "---", a bar, the bracket behind a value)
  std::vector<Span> unassigned;  ///< what could not be given to a side
  std::optional<Date> date;      ///< from the source's address; without one from a labelled or a lone date
};

}  // namespace duiqi
