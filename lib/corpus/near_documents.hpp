// Layer: corpus. Documents that share sentences, exactly or nearly.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/minhash.hpp"

namespace duiqi::corpus {

/// Groups of documents: the connected components of "at least a given share of the pairs of the one with
/// fewer is in the other too", the sides of a pair looked at by themselves.
class NearDocuments {
 public:
  /// `share`: above 0, at most 1. `bytes`: the most that may be used.
  NearDocuments(double share, std::size_t bytes);

  /// Begins a document; one of an id that was there before is in one group with it.
  void begin(std::string_view id);
  /// A pair of the document that was begun last. False where the memory is used up. O(1) on average; looks at
  /// no more than 1,000 sentences in each of 16 chains.
  bool add(std::string_view zh, std::string_view en);
  /// Ends the last document.
  void finish();

  std::size_t documents() const { return group_.size(); }
  /// The first document of a document's group. Numbers from 0, in the order of begin().
  std::uint32_t group_of(std::uint32_t document);

 private:
  // Three values a band: of sentences that share .75 of their pieces .987 meet in one of eight bands, of
  // those that share .62 (the bound of alike()) .90.
  static constexpr std::size_t bands = 8;
  static constexpr std::size_t values_of_band = 3;
  static constexpr unsigned chain_bits = 20;
  struct Sentence {
    std::uint64_t bits = 0;
    std::uint32_t document = 0;
    std::array<std::uint32_t, bands> next{};  // in the chain: index + 1, 0 for the end
  };
  /// The Chinese sides, or the English ones.
  struct Index {
    std::deque<Sentence> sentences;
    std::vector<std::uint32_t> heads;
  };
  struct Shared {
    std::uint32_t last_pair = 0;
    std::uint32_t pairs = 0;
  };

  void look_up(Index& index, const Minhash& minhash);
  void join(std::uint32_t a, std::uint32_t b);

  double share_;
  std::size_t most_bytes_;
  std::array<Index, 2> indices_;
  std::vector<std::uint32_t> group_;  // union-find, towards the first
  std::vector<std::uint32_t> pairs_;  // of each document
  std::unordered_map<std::uint64_t, std::uint32_t> by_id_;
  std::unordered_map<std::uint32_t, Shared> shared_;  // of the document at work, with earlier ones
};

}  // namespace duiqi::corpus
