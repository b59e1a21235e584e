#include "corpus/near_documents.hpp"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace duiqi::corpus {
namespace {

/// Of a chain so many are looked at, the latest first, so that a line which stands in every document costs
/// little. Documents that are alike are joined through the latest ones all the same.
constexpr std::size_t most_of_chain = 1000;
/// What a document costs beside its sentences: its group, its size, and its id in a hash map.
constexpr std::size_t bytes_of_document = 64;
/// A deque's blocks and their table.
constexpr double overhead = 1.05;

}  // namespace

NearDocuments::NearDocuments(double share, std::size_t bytes) : share_(share), most_bytes_(bytes) {
  for (Index& index : indices_) index.heads.resize(bands << chain_bits);
}

void NearDocuments::begin(std::string_view id) {
  finish();
  const auto document = static_cast<std::uint32_t>(group_.size());
  group_.push_back(document);
  pairs_.push_back(0);
  const auto [known, added] = by_id_.try_emplace(XXH3_64bits(id.data(), id.size()), document);
  if (!added) join(known->second, document);
}

bool NearDocuments::add(std::string_view zh, std::string_view en) {
  const double used = static_cast<double>(indices_[0].sentences.size()) * 2 * sizeof(Sentence) * overhead +
                      static_cast<double>(group_.size() * bytes_of_document) +
                      static_cast<double>(2 * indices_[0].heads.size() * sizeof(std::uint32_t));
  if (used > static_cast<double>(most_bytes_)) return false;
  ++pairs_.back();
  look_up(indices_[0], minhash_zh(zh));
  look_up(indices_[1], minhash_en(en));
  return true;
}

/// Counts which earlier documents have such a sentence, and adds it.
void NearDocuments::look_up(Index& index, const Minhash& minhash) {
  Sentence sentence;
  sentence.bits = bits_of(minhash);
  sentence.document = static_cast<std::uint32_t>(group_.size() - 1);
  const auto number = static_cast<std::uint32_t>(index.sentences.size() + 1);
  for (std::size_t band = 0; band < bands; ++band) {
    const std::uint64_t hash =
        XXH3_64bits(&minhash[band * values_of_band], values_of_band * sizeof(minhash[0]));
    std::uint32_t& head = index.heads[(band << chain_bits) + (hash & ((1U << chain_bits) - 1))];
    std::size_t looked_at = 0;
    for (std::uint32_t at = head; at != 0 && looked_at < most_of_chain; ++looked_at) {
      const Sentence& other = index.sentences[at - 1];
      at = other.next[band];
      if (other.document == sentence.document || !alike(other.bits, sentence.bits)) continue;
      Shared& shared = shared_[other.document];
      if (shared.last_pair == pairs_.back()) continue;
      shared.last_pair = pairs_.back();
      ++shared.pairs;
    }
    sentence.next[band] = head;
    head = number;
  }
  index.sentences.push_back(sentence);
}

void NearDocuments::finish() {
  if (group_.empty()) return;
  const auto document = static_cast<std::uint32_t>(group_.size() - 1);
  for (const auto& [other, shared] : shared_) {
    const double fewer = std::min(pairs_[other], pairs_[document]);
    if (shared.pairs >= share_ * fewer) join(other, document);
  }
  shared_.clear();
}

std::uint32_t NearDocuments::group_of(std::uint32_t document) {
  while (group_[document] != document) document = group_[document] = group_[group_[document]];
  return document;
}

void NearDocuments::join(std::uint32_t a, std::uint32_t b) {
  a = group_of(a);
  b = group_of(b);
  group_[std::max(a, b)] = std::min(a, b);
}

}  // namespace duiqi::corpus
