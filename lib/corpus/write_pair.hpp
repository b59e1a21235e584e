// Layer: corpus. A pair as a line of the output.
#pragma once

#include <string>
#include <string_view>

#include <duiqi/bitext.hpp>
#include <duiqi/corpus.hpp>

#include "corpus/pair.hpp"
#include "corpus/pair_line.hpp"

namespace duiqi::corpus {

/// What all pairs of a document share.
struct PairOrigin {
  std::string_view id;
  std::string_view metadata;  ///< a JSON object, or empty
};

PairFields fields_of(const Pair& pair, const PairOrigin& origin);
void write_tsv(std::string& out, const PairFields& pair);

/// Appends the line, with its end. docs/corpus.md has the forms.
void write_pair(std::string& out, const Bitext& bitext, const Pair& pair, const PairOrigin& origin,
                CorpusFormat format);

}  // namespace duiqi::corpus
