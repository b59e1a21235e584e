// Documents of sentence pairs, and edited copies of them, to see whether they are found to be near.
#pragma once

#include <cstddef>
#include <istream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "corpus/near_documents.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {

struct PlantedDocument {
  std::string id;
  std::vector<std::pair<std::string, std::string>> pairs;
};

/// Of the columns zh, en, probability and doc.
inline std::vector<PlantedDocument> documents_of_tsv(std::istream& in) {
  std::vector<PlantedDocument> out;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    if (columns.size() < 4) continue;
    if (out.empty() || out.back().id != columns[3]) out.push_back({columns[3], {}});
    out.back().pairs.emplace_back(columns[0], columns[1]);
  }
  return out;
}

/// A copy in which each word and each Chinese character is replaced with a probability of `edits`, and each
/// pair left out with one of `cuts`; at least one pair stays.
inline PlantedDocument edited(const PlantedDocument& document, double edits, double cuts,
                              std::mt19937_64& random) {
  const auto happens = [&](double probability) {
    return static_cast<double>(random() >> 11) < probability * 9007199254740992.0;
  };
  PlantedDocument out{document.id + " copy", {}};
  for (const auto& [zh, en] : document.pairs) {
    if (happens(cuts) && !(out.pairs.empty() && &document.pairs.back().first == &zh)) continue;
    std::u32string points = unicode::to_code_points(zh);
    for (char32_t& c : points) {
      if (happens(edits)) c = U'一' + static_cast<char32_t>(random() % 20'000);
    }
    std::string words;
    bool replaced = happens(edits);
    for (const char c : en) {
      if (c == ' ') {
        if (replaced) words += "word" + std::to_string(random() % 10'000);
        replaced = happens(edits);
        words += c;
      } else if (!replaced) {
        words += c;
      }
    }
    if (replaced) words += "word" + std::to_string(random() % 10'000);
    out.pairs.emplace_back(unicode::to_utf8(points), words);
  }
  return out;
}

/// The group of each document.
inline std::vector<std::uint32_t> groups_of(const std::vector<PlantedDocument>& documents, double share) {
  NearDocuments near(share, std::size_t{1} << 30);
  for (const PlantedDocument& document : documents) {
    near.begin(document.id);
    for (const auto& [zh, en] : document.pairs) near.add(zh, en);
  }
  near.finish();
  std::vector<std::uint32_t> out;
  for (std::uint32_t k = 0; k < documents.size(); ++k) out.push_back(near.group_of(k));
  return out;
}

}  // namespace duiqi::corpus
