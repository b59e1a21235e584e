// Layer: corpus. Where documents come from: inputs cut into documents, none of them parsed yet.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <duiqi/corpus.hpp>

namespace duiqi::corpus {

/// A document to read. Cheap to make, so that one thread can feed many.
struct Task {
  std::string file;                ///< where it is named, for messages
  std::size_t line = 0;            ///< from 1; 0: the whole file
  std::string json;                ///< a JSON line, or empty
  std::vector<std::string> paths;  ///< else the Chinese and the English text, or one record
  std::string id;                  ///< empty: as the document says, or its place
  std::string refusal;             ///< why it can't be a document, or empty
  double share = 0;                ///< of the input that was read up to here; 0 where its size is unknown
};

class Source {
 public:
  virtual ~Source() = default;
  /// The next document; false at the end. Throws Error where the input itself fails.
  virtual bool next(Task& task) = 0;
  /// Documents that are known from the start and were not taken yet: those of folders. Else empty.
  virtual std::span<const Task> listed() const { return {}; }
};

/// All inputs, one after the other. Throws Error.
std::unique_ptr<Source> open_source(const CorpusOptions& options);

}  // namespace duiqi::corpus
