// Layer: anchor. Names, places, organisations, agencies, Latin tokens, addresses, titles.
#pragma once

#include <cstdint>
#include <vector>

#include <duiqi/find_anchors.hpp>

#include "anchor/chinese_text.hpp"

namespace duiqi::anchor {

/// Append the names (person … title) of the whole document, kind by kind: the whole, since a name that stands
/// in full once may stand short later.
void find_chinese_names(const Document& document, const ChineseText& text, std::vector<Anchor>& out);
void find_english_names(const Document& document, std::vector<Anchor>& out);

/// Brings anchors into text order; of those with one span the first stays the first.
void sort_by_span(std::vector<Anchor>& anchors);

/// match() for two anchors that are both names.
double match_names(const Anchor& zh, const Anchor& en);

/// See match_buckets().
void name_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out);

}  // namespace duiqi::anchor
