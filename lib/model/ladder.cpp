#include <cassert>
#include <string>
#include <utility>

#include <duiqi/alignment.hpp>
#include <duiqi/error.hpp>

namespace duiqi {
namespace {

[[noreturn]] void refuse(std::size_t bead, const char* what) {
  throw Error(ErrorCode::invalid_format, "bead " + std::to_string(bead) + " " + what +
                                             "; the beads of a ladder must tile both sides in order");
}

/// Whether the English of `second` begins at `en` and that of `first` right behind it. What they are in
/// Chinese is checked with the other beads.
bool is_swap(const Bead& first, const Bead& second, std::uint32_t en) {
  return second.en.begin == en && second.en.end > en && first.en.begin == second.en.end &&
         first.en.end > first.en.begin && !first.zh.empty() && !second.zh.empty();
}

}  // namespace

Ladder::Ladder(std::vector<Bead> beads, std::uint32_t zh_size, std::uint32_t en_size)
    : beads_(std::move(beads)), zh_size_(zh_size), en_size_(en_size) {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  bool in_swap = false;  // the bead at hand is the second of one
  for (std::size_t k = 0; k < beads_.size(); ++k) {
    const Bead& bead = beads_[k];
    if (bead.zh.begin != zh || bead.zh.end < zh) refuse(k, "does not begin where the Chinese side stands");
    zh = bead.zh.end;
    if (in_swap) {
      in_swap = false;
      continue;
    }
    in_swap = k + 1 < beads_.size() && is_swap(bead, beads_[k + 1], en);
    if (bead.en.end < bead.en.begin || (bead.en.begin != en && !in_swap)) {
      refuse(k, "does not begin where the English side stands");
    }
    if (bead.zh.empty() && bead.en.empty()) refuse(k, "is empty on both sides");
    en = bead.en.end;
  }
  if (zh != zh_size_ || en != en_size_) refuse(beads_.size(), "is missing: sentences are left over");
}

bool Ladder::crosses_next(std::size_t bead) const noexcept {
  assert(bead < beads_.size());
  // Nowhere else in a chain do the begins fall.
  return bead + 1 < beads_.size() && beads_[bead + 1].en.begin < beads_[bead].en.begin;
}

}  // namespace duiqi
