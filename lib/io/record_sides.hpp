// Layer: io. Which side the prose of a record belongs to.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <duiqi/span.hpp>

namespace duiqi::io {

enum class Side : unsigned char { unknown, chinese, english, foreign };

/// A line of prose.
struct Prose {
  Span span;
  Side side = Side::unknown;
  bool plain = false;      ///< its letters leave no doubt
  bool doubtful = false;   ///< so few letters, or so mixed, that its neighbours know better
  bool joined = false;     ///< neither a blank line nor anything else stands between it and the one before
  std::size_t weight = 0;  ///< Latin letters, or as many as its Chinese characters stand for
};

/// The side of the line `span` of `text` by its own letters.
Prose weigh(std::string_view text, Span span, bool joined);

/// Gives the lines that their letters leave open, or leave doubtful, the side of their neighbours, if the
/// record is made of blocks and does not alternate.
void settle(std::string_view text, std::vector<Prose>& prose);

}  // namespace duiqi::io
