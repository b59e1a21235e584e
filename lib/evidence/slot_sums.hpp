// Layer: evidence. The hot loop of LinkBound: sums over slots of the best value of runs of sentences.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace duiqi::evidence {

/// A value for each of eight sizes of a bead.
using SizeValues = std::array<float, 8>;

namespace slot_sums {

/// GCC's and Clang's vectors: left to themselves they don't make maxps and addps of the loop over slots.
constexpr std::size_t floats = 4;
using Floats = float __attribute__((vector_size(4 * sizeof(float))));

inline Floats load(const float* from) {
  Floats out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}

}  // namespace slot_sums

/// Adds to sums[k], of each size, Σ over slots of max(0, best[0][slot], …, best[k][slot]). `best[k]` has
/// `slots` values. Slot by slot, so that what is added up stays in registers; the order of the additions is
/// that of the slots.
template <std::uint32_t runs>
void add_best_of_slots(const SizeValues* const* best, std::uint32_t slots, SizeValues* sums) {
  using slot_sums::Floats;
  for (std::size_t half = 0; half < SizeValues().size(); half += slot_sums::floats) {
    std::array<Floats, runs> totals;
    for (std::uint32_t k = 0; k < runs; ++k) totals[k] = slot_sums::load(sums[k].data() + half);
    for (std::uint32_t slot = 0; slot < slots; ++slot) {
      Floats most{};
      for (std::uint32_t k = 0; k < runs; ++k) {
        const Floats value = slot_sums::load(best[k][slot].data() + half);
        most = most > value ? most : value;
        totals[k] += most;
      }
    }
    for (std::uint32_t k = 0; k < runs; ++k) std::memcpy(sums[k].data() + half, &totals[k], sizeof(Floats));
  }
}

}  // namespace duiqi::evidence
