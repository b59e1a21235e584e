// Chance that is the same on every machine.
#pragma once

#include <cstdint>
#include <random>

namespace duiqi::train {

/// Numbers in [0, 1) from a seed; the standard's distributions differ between libraries.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}
  double operator()() { return static_cast<double>(random_() >> 5) / 134217728.0; }

 private:
  std::mt19937 random_;
};

}  // namespace duiqi::train
