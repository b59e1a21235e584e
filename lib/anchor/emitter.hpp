// Layer: anchor. Where the finders of quantities put what they found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/anchor.hpp>

#include "anchor/calendar.hpp"
#include "anchor/decimal.hpp"

namespace duiqi::anchor {

/// What a number is, once its surroundings have been read.
struct Amount {
  AnchorKind kind = AnchorKind::number;
  std::string_view unit;      ///< of money and measures; of a table that lives for ever
  std::string_view or_units;  ///< further units that it may mean, spaces between; likewise
  int factor = 1;             ///< what one of it is in `unit`
  int shift = 0;              ///< the same as a power of ten (‰ is -1 per cent)
};

/// Appends the anchors of one sentence. Spans are given in bytes of the sentence.
class Emitter {
 public:
  Emitter(std::vector<Anchor>& out, std::uint32_t sentence, std::size_t offset)
      : out_(out), sentence_(sentence), offset_(offset) {}

  Anchor& add(AnchorKind kind, Span span, std::string key, bool approximate = false) {
    Anchor& anchor = out_.emplace_back();
    anchor.kind = kind;
    anchor.span = {offset_ + span.begin, offset_ + span.end};
    anchor.sentence = sentence_;
    anchor.key = std::move(key);
    anchor.approximate = approximate;
    return anchor;
  }

  Anchor& add(const PartialDate& date, Span span) { return add(AnchorKind::date, span, key(date)); }

  /// `vague` is for 数百 and "hundreds": the key gets an "s".
  Anchor& add(const Amount& amount, const Decimal& value, bool vague, Span span, bool approximate);

 private:
  std::vector<Anchor>& out_;
  std::uint32_t sentence_;
  std::size_t offset_;
};

/// The key of "numerator/denominator", reduced: "2/3".
std::string fraction_key(int numerator, int denominator);
/// "15:30".
std::string time_key(int hour, int minute);
/// Adds the other half of the day to a time that may mean either (3:30 is "03:30" or "15:30").
void add_other_half_day(Anchor& time, int hour, int minute);

}  // namespace duiqi::anchor
