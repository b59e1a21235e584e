// Layer: corpus. Which pairs are left out, and why.
#pragma once

#include <optional>
#include <string>

#include <duiqi/bitext.hpp>
#include <duiqi/corpus.hpp>

#include "corpus/pair.hpp"

namespace duiqi::corpus {

struct Drop {
  CorpusFilter filter;
  std::string why;  ///< for a person: the figure and its bound, or what was found
};

/// Why all pairs of a document are dropped, or nothing.
std::optional<Drop> drop_document(const Bitext& bitext, const CorpusFilters& filters);

/// The first of the filters, in the order of CorpusFilter, that drops a pair; or nothing.
std::optional<Drop> drop_pair(const Bitext& bitext, const Pair& pair, const CorpusFilters& filters);

}  // namespace duiqi::corpus
