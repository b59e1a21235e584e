#include "align/band.hpp"

#include <algorithm>
#include <cassert>

namespace duiqi::align {

Band::Band(Node begin, Node end) : begin_(begin), end_(end), rows_(end.zh - begin.zh + 1) {
  for (Row& row : rows_) row = {begin.en, end.en, 0};
  close();
}

Band::Band(const std::vector<Node>& path, std::uint32_t half_width)
    : Band(path, std::vector<std::uint32_t>(path.empty() ? 0 : path.size() - 1, half_width)) {}

Band::Band(const std::vector<Node>& path, const std::vector<std::uint32_t>& half_widths)
    : begin_(path.front()), end_(path.back()), rows_(path.back().zh - path.front().zh + 1) {
  assert(half_widths.size() + 1 == path.size());
  for (Row& row : rows_) row = {end_.en, begin_.en, 0};
  for (std::size_t step = 0; step + 1 < path.size(); ++step) {
    const Node from = path[step];
    const Node to = path[step + 1];
    assert(from.zh <= to.zh && from.en <= to.en);
    const std::uint64_t rise = to.zh - from.zh;
    const std::uint64_t run = to.en - from.en;
    // One row sees the polyline at this row and at the next: a flat stretch is visited whole.
    for (std::uint32_t zh = from.zh; zh <= to.zh; ++zh) {
      const std::uint64_t at = zh - from.zh;
      const auto here = static_cast<std::uint32_t>(from.en + (rise ? run * at / rise : 0));
      const auto next =
          static_cast<std::uint32_t>(from.en + (rise ? std::min(run, run * (at + 1) / rise + 1) : run));
      const std::uint32_t width = half_widths[step];
      Row& row = rows_[zh - begin_.zh];
      row.low = std::min(row.low, here - std::min(here - begin_.en, width));
      row.high = std::max(row.high, next + std::min(end_.en - next, width));
    }
  }
  close();
}

void Band::close() {
  rows_.front().low = begin_.en;
  rows_.back().high = end_.en;
  for (std::size_t k = 1; k < rows_.size(); ++k) rows_[k].high = std::max(rows_[k].high, rows_[k - 1].high);
  for (std::size_t k = rows_.size() - 1; k > 0; --k)
    rows_[k - 1].low = std::min(rows_[k - 1].low, rows_[k].low);
  cells_ = 0;
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    assert(k == 0 || rows_[k].low <= rows_[k - 1].high);
    rows_[k].first_cell = cells_;
    cells_ += rows_[k].high - rows_[k].low + 1;
  }
}

bool Band::on_rim(Node node) const {
  const Row& row = rows_[node.zh - begin_.zh];
  return (node.en == row.low && row.low > begin_.en) || (node.en == row.high && row.high < end_.en);
}

}  // namespace duiqi::align
