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

/// A labelled line of a record, or the record's source and counters.
struct Metadata {
  std::string name;  ///< canonical: "title", "keywords", "source", "views", "author", …; the label as written
                     ///< where it is no known one
  Language language = Language::english;  ///< the side that it describes
  Span label;                             ///< empty where there is none
  Span value;
};

/// Spans are bytes of `text`; `zh`, `en`, `metadata`, `markers` and `unassigned` are each in text order, and
/// together with white space they tile the text.
struct Record {
  Text text;
  std::vector<Span> zh;  ///< the stretches of the Chinese body
  std::vector<Span> en;  ///< the stretches of the English body
  std::vector<Metadata> metadata;
  std::vector<Span> markers;     ///< lines that only divide ("英文翻译内容:", "News content:")
  std::vector<Span> unassigned;  ///< what could not be given to a side
  std::optional<Date> date;      ///< from the source address, or a labelled date
};

}  // namespace duiqi
