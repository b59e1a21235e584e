// Learning a lexicon from documents that are translations of each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/learn_lexicon.hpp>

#include "flags.hpp"

namespace duiqi::tool {

/// Texts that one document is made of.
struct DocumentPair {
  std::string zh;
  std::string en;
};

/// Beads from all over a collection, no more than a given number: of more, every second, fourth, … is kept.
class BeadSample {
 public:
  explicit BeadSample(std::size_t most) : most_(most) {}

  void add(std::string zh, std::string en, double weight);
  std::vector<BeadText> texts() const;  ///< views into this
  std::size_t size() const { return beads_.size(); }

 private:
  struct Owned {
    std::string zh;
    std::string en;
    double weight;
  };
  std::vector<Owned> beads_;
  std::size_t most_;
  std::size_t seen_ = 0;
  std::size_t stride_ = 1;
};

struct LearnFlags {
  std::vector<std::string> inputs;
  std::string batch;
  std::string out;
  std::string name;
  std::string licence;
  std::vector<std::string> lexicons;
  bool no_built_in = false;
  std::uint32_t passes = 2;
  std::uint32_t threads = 0;
  ReadFlags read;
  SegmentFlags segment;
};

/// Aligns the documents, learns, and where more passes are wanted does both again with what was learned.
/// Writes the lexicon. Returns whether all documents could be read. Throws Error.
bool learn(const LearnFlags& flags);

}  // namespace duiqi::tool
