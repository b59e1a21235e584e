#include <utility>

#include <duiqi/segment.hpp>

#include "segment/lines.hpp"

namespace duiqi {

Document segment(Text text, Language language, const SegmentOptions& options,
                 const std::vector<Span>& regions) {
  (void)options;
  const std::vector<Span> whole{{0, text.size()}};
  return segmenting::split_lines(std::move(text), language, regions.empty() ? whole : regions);
}

}  // namespace duiqi
