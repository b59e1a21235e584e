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

}  // namespace

Ladder::Ladder(std::vector<Bead> beads, std::uint32_t zh_size, std::uint32_t en_size)
    : beads_(std::move(beads)), zh_size_(zh_size), en_size_(en_size) {
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  for (std::size_t k = 0; k < beads_.size(); ++k) {
    const Bead& bead = beads_[k];
    if (bead.zh.begin != zh || bead.zh.end < zh) refuse(k, "does not begin where the Chinese side stands");
    if (bead.en.begin != en || bead.en.end < en) refuse(k, "does not begin where the English side stands");
    if (bead.zh.empty() && bead.en.empty()) refuse(k, "is empty on both sides");
    zh = bead.zh.end;
    en = bead.en.end;
  }
  if (zh != zh_size_ || en != en_size_) refuse(beads_.size(), "is missing: sentences are left over");
}

}  // namespace duiqi
