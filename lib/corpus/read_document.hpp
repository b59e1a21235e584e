// Layer: corpus. From a task to the two texts of a document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <duiqi/corpus.hpp>
#include <duiqi/record.hpp>
#include <duiqi/text.hpp>

#include "corpus/source.hpp"

namespace duiqi::corpus {

struct InputDocument {
  std::string id;
  std::string metadata;  ///< a JSON object, or empty
  Text zh;
  Text en;
  std::optional<Record> record;  ///< in place of the two texts
  std::size_t bytes = 0;         ///< of both, as UTF-8
};

/// Throws Error, without the task's place, for a document that can't be read.
InputDocument read_document(const Task& task, const CorpusOptions& options);

}  // namespace duiqi::corpus
