// Layer: anchor. Numbers, amounts, dates and times.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/find_anchors.hpp>

#include "anchor/chinese_text.hpp"

namespace duiqi::anchor {

/// Append the quantities (number … measure, date, weekday, time) of a document, in text order.
void find_chinese_quantities(const Document& document, const ChineseText& text, const AnchorOptions& options,
                             std::vector<Anchor>& out);
void find_english_quantities(const Document& document, const AnchorOptions& options,
                             std::vector<Anchor>& out);

/// match() for two anchors that are both quantities.
double match_quantities(const Anchor& zh, const Anchor& en);

/// See match_buckets().
void quantity_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out);

constexpr bool is_quantity(AnchorKind kind) {
  return kind <= AnchorKind::time;
}

}  // namespace duiqi::anchor
