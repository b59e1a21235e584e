// Folders of documents with gold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>

#include "training.hpp"

namespace duiqi::train {

/// What is made of the documents of a set.
enum class Variant : std::uint8_t {
  as_it_is,
  cuts,   ///< with runs of sentences left out: see with_cuts()
  moves,  ///< with sentences and clauses that moved: see MoveMaker
};

/// A folder of NNN.zh, NNN.en and NNN.gold (a sentence a line), or of NNN.zh.txt, NNN.en.txt and NNN.spans
/// (running text), as `duiqi eval` reads them; and what its documents weigh.
struct Set {
  std::filesystem::path folder;
  std::string name{};  ///< of the folder, with what is made of it
  double weight = 1;
  Variant variant = Variant::as_it_is;
};

/// `FOLDER`, with `+cuts` or `+moves` behind it, and `:WEIGHT` behind that. Throws Error(invalid_option).
Set read_set(const std::string& argument);

/// The documents, with gold, without their models. Documents of one number are in one fold, whichever set
/// they are of: sets may be versions of each other. Throws Error where a file can't be read.
std::vector<Example> read_examples(const Set& set, const AlignerOptions& options, std::uint32_t folds);

}  // namespace duiqi::train
