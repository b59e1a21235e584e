#include "anchor/names.hpp"

namespace duiqi::anchor {

void find_names(const Document&, std::vector<Anchor>&) {}
double match_names(const Anchor&, const Anchor&) {
  return 0;
}
void name_buckets(const Anchor&, std::vector<std::uint64_t>&) {}

}  // namespace duiqi::anchor
