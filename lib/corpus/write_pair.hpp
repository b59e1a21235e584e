// Layer: corpus. A pair as lines of the output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// Appends the pair as JSON, without a line end.
void write_jsonl(std::string& out, const Bitext& bitext, const Pair& pair, const PairOrigin& origin);

PairFields fields_of(const Pair& pair, const PairOrigin& origin);
/// What each of the format's files (one, of moses three) gets for a pair; `format`: not jsonl. docs/corpus.md
/// has the forms. Of tmx the unit's own line is left out, since it has the pair's number.
std::vector<std::string> lines_of(const PairFields& pair, CorpusFormat format);
/// The same of any format.
std::vector<std::string> lines_of(const Bitext& bitext, const Pair& pair, const PairOrigin& origin,
                                  CorpusFormat format);

/// The pair as it stands in a document record: as jsonl without what belongs to the document, and without a
/// line end.
std::string pair_of_document(const Bitext& bitext, const Pair& pair, const PairOrigin& origin);
/// A document record, a line of jsonl: `{"doc": …, "pairs": […], "meta": …}`; `pairs` with commas between.
std::string document_line(std::string_view pairs, const PairOrigin& origin);

/// The same for an id as jsonl has it and as tsv has it.
std::uint64_t document_hash(std::string_view id);

}  // namespace duiqi::corpus
