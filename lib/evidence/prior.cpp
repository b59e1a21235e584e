#include "evidence/prior.hpp"

#include <algorithm>
#include <cmath>

namespace duiqi::evidence {

double log_prior(std::uint32_t zh, std::uint32_t en, const PriorOptions& options) {
  const std::uint32_t less = std::min(zh, en);
  const std::uint32_t more = std::max(zh, en);
  if (less == 0) return more * std::log(options.null);
  if (more == 1) return std::log(options.one_to_one);
  if (less == 1) return std::log(options.one_to_two) + (more - 2) * std::log(options.further);
  return std::log(options.two_to_two) + (zh + en - 4) * std::log(options.further_many);
}

}  // namespace duiqi::evidence
