// Layer: align. Sums of probabilities in log space.
#pragma once

#include <cmath>
#include <limits>
#include <utility>

namespace duiqi::align {

/// ln 0.
inline constexpr double impossible = -std::numeric_limits<double>::infinity();

/// ln(exp(a) + exp(b)), for `impossible` too.
inline double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  if (b == impossible) return a;
  return a + std::log1p(std::exp(b - a));
}

}  // namespace duiqi::align
