// Layer: evidence. How often beads of each size occur, before anything is known about the texts.
#pragma once

#include <cstdint>

#include <duiqi/span.hpp>

namespace duiqi::evidence {

/// Probabilities, of all beads and nulls. Between what the dev sets' gold shows for news (1-1 .93–.97) and
/// for novels (.61).
struct PriorOptions {
  double one_to_one = 0.85;
  double null = 0.012;        ///< of each side
  double one_to_two = 0.055;  ///< of each direction
  double further = 0.25;      ///< for each further sentence in a 1-n or n-1
  double two_to_two = 0.008;
  double further_many = 0.2;  ///< for each further sentence in an n-m with both at least 2
};

/// Natural logarithm of the prior of a bead with so many sentences.
double log_prior(std::uint32_t zh, std::uint32_t en, const PriorOptions& options = {});

}  // namespace duiqi::evidence
