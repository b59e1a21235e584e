#include "anchor/quantities.hpp"

namespace duiqi::anchor {

void find_quantities(const Document&, std::uint32_t, const AnchorOptions&, std::vector<Anchor>&) {}
double match_quantities(const Anchor&, const Anchor&) {
  return 0;
}
void quantity_buckets(const Anchor&, std::vector<std::uint64_t>&) {}

}  // namespace duiqi::anchor
