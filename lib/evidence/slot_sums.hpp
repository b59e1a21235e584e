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
using Floats = float __attribute__((vector_size(4 * sizeof(float))));
constexpr std::size_t halves[] = {0, 4};

inline Floats load(const SizeValues& from, std::size_t half) {
  Floats out;
  std::memcpy(&out, from.data() + half, sizeof(out));
  return out;
}

inline void store(Floats value, SizeValues& to, std::size_t half) {
  std::memcpy(to.data() + half, &value, sizeof(value));
}

inline Floats greater(Floats a, Floats b) {
  return a > b ? a : b;
}

}  // namespace slot_sums

/// Adds to `one`, of each size, Σ over slots of max(0, first[slot]); to `two` Σ of max(0, first[slot],
/// second[slot]). Slot by slot, so that what is added up stays in registers.
inline void add_best_of_slots(const SizeValues* first, const SizeValues* second, std::uint32_t slots,
                              SizeValues& one, SizeValues& two) {
  using namespace slot_sums;
  Floats one_low = load(one, 0);
  Floats one_high = load(one, 4);
  Floats two_low = load(two, 0);
  Floats two_high = load(two, 4);
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    const Floats low = greater(load(first[slot], 0), Floats{});
    const Floats high = greater(load(first[slot], 4), Floats{});
    one_low += low;
    one_high += high;
    two_low += greater(load(second[slot], 0), low);
    two_high += greater(load(second[slot], 4), high);
  }
  store(one_low, one, 0);
  store(one_high, one, 4);
  store(two_low, two, 0);
  store(two_high, two, 4);
}

}  // namespace duiqi::evidence
