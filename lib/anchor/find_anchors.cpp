#include <algorithm>

#include <duiqi/find_anchors.hpp>

#include "anchor/buckets.hpp"
#include "anchor/names.hpp"
#include "anchor/quantities.hpp"

namespace duiqi {

std::vector<Anchor> find_anchors(const Document& document, const AnchorOptions& options) {
  std::vector<Anchor> out;
  if (document.language == Language::chinese) {
    const anchor::ChineseText text(document);
    anchor::find_chinese_quantities(document, text, options, out);
    anchor::find_chinese_names(document, text, out);
  } else {
    anchor::find_english_quantities(document, options, out);
    anchor::find_english_names(document, out);
  }
  anchor::sort_by_span(out);
  return out;
}

double match(const Anchor& zh, const Anchor& en) {
  const bool zh_quantity = anchor::is_quantity(zh.kind);
  if (zh_quantity != anchor::is_quantity(en.kind)) return 0;
  return zh_quantity ? anchor::match_quantities(zh, en) : anchor::match_names(zh, en);
}

namespace anchor {

void sort_by_span(std::vector<Anchor>& anchors) {
  // Small keys are sorted, and each anchor moves once.
  struct Key {
    Span span;
    std::size_t at;
  };
  const auto before = [](const Key& a, const Key& b) {
    return a.span != b.span ? a.span < b.span : a.at < b.at;
  };
  std::vector<Key> keys;
  keys.reserve(anchors.size());
  for (const Anchor& anchor : anchors) keys.push_back({anchor.span, keys.size()});
  std::sort(keys.begin(), keys.end(), before);
  std::vector<Anchor> sorted;
  sorted.reserve(anchors.size());
  for (const Key& key : keys) sorted.push_back(std::move(anchors[key.at]));
  anchors = std::move(sorted);
}

void match_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out) {
  is_quantity(anchor.kind) ? quantity_buckets(anchor, out) : name_buckets(anchor, out);
}

}  // namespace anchor
}  // namespace duiqi
