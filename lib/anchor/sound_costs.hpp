// Layer: anchor. The classes of sounds, and what it costs to take one for another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "anchor/phonetics.hpp"

namespace duiqi::anchor {

/// English sounds. Vowels from A on.
enum class En : std::uint8_t {
  b,
  p,
  m,
  f,
  v,
  w,
  d,
  t,
  n,
  l,
  r,
  g,
  k,
  h,
  j,
  ch,
  sh,
  zh,
  th,
  y,
  s,
  z,
  ts,
  ng,
  soft_g,
  A,
  E,
  I,
  O,
  U,
  AI,
  silent_e
};

/// Chinese sounds: initials, what may end a syllable, vowels.
enum class Zh : std::uint8_t {
  b,
  p,
  m,
  f,
  d,
  t,
  n,
  l,
  g,
  k,
  h,
  j,
  q,
  x,
  zh,
  ch,
  sh,
  r,
  z,
  c,
  s,
  y,
  w,
  final_n,
  final_ng,
  er,
  A,
  AI,
  AO,
  E,
  EI,
  I,
  IA,
  IE,
  O,
  U,
  V,
  schwa
};

constexpr std::size_t en_sounds = static_cast<std::size_t>(En::silent_e) + 1;
constexpr std::size_t zh_sounds = static_cast<std::size_t>(Zh::schwa) + 1;

constexpr bool is_consonant(En sound) {
  return sound < En::A;
}
constexpr bool is_consonant(Zh sound) {
  return sound < Zh::A;
}

/// All in hundredths of a consonant.
/// What an English sound costs against each Chinese one.
const std::array<std::uint8_t, zh_sounds>& substitution_costs(std::uint8_t en);
/// Of the sound that stands at `i`, by what stands around it.
int deletion_cost(const Sounds& en, std::size_t i);
int insertion_cost(const Sounds& zh, std::size_t j);

/// The group of a first sound, below 16; and those that render an English first sound cheaply, as bits.
unsigned first_group(Zh sound);
unsigned first_groups(std::uint8_t en);

}  // namespace duiqi::anchor
