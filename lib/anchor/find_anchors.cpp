#include <algorithm>

#include <duiqi/find_anchors.hpp>

#include "anchor/buckets.hpp"
#include "anchor/names.hpp"
#include "anchor/quantities.hpp"

namespace duiqi {

std::vector<Anchor> find_anchors(const Document& document, const AnchorOptions& options) {
  std::vector<Anchor> out;
  anchor::find_quantities(document, options, out);
  anchor::find_names(document, out);
  std::stable_sort(out.begin(), out.end(), [](const Anchor& a, const Anchor& b) { return a.span < b.span; });
  return out;
}

double match(const Anchor& zh, const Anchor& en) {
  const bool zh_quantity = anchor::is_quantity(zh.kind);
  if (zh_quantity != anchor::is_quantity(en.kind)) return 0;
  return zh_quantity ? anchor::match_quantities(zh, en) : anchor::match_names(zh, en);
}

namespace anchor {

void match_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out) {
  is_quantity(anchor.kind) ? quantity_buckets(anchor, out) : name_buckets(anchor, out);
}

}  // namespace anchor
}  // namespace duiqi
