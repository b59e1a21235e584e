#include "corpus/pair_key.hpp"

#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/minhash.hpp"
#include "corpus/normalise.hpp"

namespace duiqi::corpus {

PairKey exact_key(std::string_view zh, std::string_view en) {
  std::string both = normalised(zh);
  both += '\n';
  both += normalised(en);
  return {XXH3_64bits(both.data(), both.size()), 0, {}};
}

PairKey near_key(std::string_view zh, std::string_view en) {
  const Minhash of_zh = minhash_zh(zh);
  const Minhash of_en = minhash_en(en);
  PairKey out{bits_of(of_zh), bits_of(of_en), {}};
  for (std::size_t k = 0; k < PairKey::bands; ++k) {
    const std::array piece{of_zh[2 * k], of_zh[2 * k + 1], of_en[2 * k], of_en[2 * k + 1]};
    out.band[k] = static_cast<std::uint32_t>(XXH3_64bits(piece.data(), sizeof piece));
  }
  return out;
}

}  // namespace duiqi::corpus
