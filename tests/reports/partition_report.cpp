// How many edited copies of documents `duiqi partition` puts into the group of what they are copies of, by
// the share of words and characters that were replaced and of pairs that were left out; and how many
// documents as they are it takes together. Behind docs/corpus.md.
//   partition_report PAIRS.tsv        of `duiqi corpus --format tsv`
#include <cstdint>
#include <fmt/core.h>
#include <fstream>
#include <random>
#include <vector>

#include "unit/corpus/planted.hpp"

using namespace duiqi::corpus;

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: partition_report PAIRS.tsv\n");
    return 2;
  }
  std::ifstream in(argv[1]);
  const std::vector<PlantedDocument> documents = documents_of_tsv(in);
  std::size_t together = 0;
  const std::vector<std::uint32_t> own = groups_of(documents, 0.5);
  for (std::uint32_t k = 0; k < own.size(); ++k) {
    if (own[k] == k) continue;
    ++together;
    fmt::print("together: {} and {}\n", documents[own[k]].id, documents[k].id);
  }
  fmt::print("{} documents, of which {} are with an earlier one\n", documents.size(), together);
  fmt::print("found, of the copies\n   edited  no pair cut   half of the pairs cut\n");
  for (const double edits : {0.0, 0.05, 0.1, 0.15, 0.2, 0.3}) {
    fmt::print("{:8.0f}%", 100 * edits);
    for (const double cuts : {0.0, 0.5}) {
      std::mt19937_64 random(11);
      std::vector<PlantedDocument> all = documents;
      for (const PlantedDocument& document : documents) all.push_back(edited(document, edits, cuts, random));
      const std::vector<std::uint32_t> groups = groups_of(all, 0.5);
      std::size_t found = 0;
      for (std::size_t k = 0; k < documents.size(); ++k)
        found += groups[k] == groups[k + documents.size()] ? 1 : 0;
      fmt::print("{:12.1f}%", 100.0 * static_cast<double>(found) / static_cast<double>(documents.size()));
    }
    fmt::print("\n");
  }
  return 0;
}
