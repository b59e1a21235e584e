// Own news as documents of sentence pairs, as `duiqi corpus` makes them.
#pragma once

#include <sstream>
#include <vector>

#include <duiqi/corpus.hpp>

#include "unit/corpus/folder.hpp"
#include "unit/corpus/news.hpp"
#include "unit/corpus/planted.hpp"

namespace duiqi::corpus {

/// All thirty, made once.
inline const std::vector<PlantedDocument>& news_documents() {
  static const std::vector<PlantedDocument> documents = [] {
    const Folder folder;
    CorpusOptions options;
    options.inputs = {folder.write("in.jsonl", news_lines(30))};
    options.out = folder.path("out.tsv");
    options.output.format = CorpusFormat::tsv;
    build_corpus(Aligner(), options);
    std::istringstream in(folder.read("out.tsv"));
    return documents_of_tsv(in);
  }();
  return documents;
}

}  // namespace duiqi::corpus
