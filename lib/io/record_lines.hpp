// Layer: io. The lines of a record, and what each of them is before its neighbours are heard.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <duiqi/record.hpp>
#include <duiqi/span.hpp>

#include "io/record_labels.hpp"

namespace duiqi::io {

enum class LineKind : unsigned char {
  prose,     ///< of a body, as far as the line itself tells
  metadata,  ///< value with or without a label
  marker,    ///< only divides
  loose,     ///< of no body, and no metadata that is known
  rule       ///< a line of dashes or the like
};

struct Line {
  Span span;  ///< trimmed, never empty
  LineKind kind = LineKind::prose;
  bool after_blank = false;        ///< a blank line stands before it
  std::optional<Label> label;      ///< by its form
  std::optional<Meaning> meaning;  ///< of the label, where it is known
  Span value;                      ///< metadata: what stands behind the label; marker: prose in the same line
};

/// Cuts `text` into lines that are not blank, and finds out their kinds. A line that holds several labels
/// becomes several.
std::vector<Line> read_lines(std::string_view text);

/// An ASCII digit.
bool has_digit(std::string_view text);

/// Code points.
std::size_t length(std::string_view text);

}  // namespace duiqi::io
