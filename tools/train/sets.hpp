// Folders of documents with gold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>

#include "training.hpp"

namespace duiqi::train {

/// A folder of NNN.zh, NNN.en and NNN.gold (a sentence a line), or of NNN.zh.txt, NNN.en.txt and NNN.spans
/// (running text), as `duiqi eval` reads them; and what its documents weigh.
struct Set {
  std::filesystem::path folder;
  double weight = 1;
};

/// `FOLDER` or `FOLDER:WEIGHT`. Throws Error(invalid_option).
Set read_set(const std::string& argument);

/// The documents, with gold, without their models. Documents of one number are in one fold, whichever set
/// they are of: sets may be versions of each other. Throws Error where a file can't be read.
std::vector<Example> read_examples(const Set& set, const AlignerOptions& options, std::uint32_t folds);

}  // namespace duiqi::train
