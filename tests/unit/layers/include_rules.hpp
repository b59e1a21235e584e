// What a layer may include, and a check of a source tree against it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace duiqi::layers {

/// Files by their path from the project's root, with '/' between folders; values are their contents.
using Tree = std::map<std::string, std::string, std::less<>>;

struct Violation {
  std::string file;
  std::size_t line = 0;  // from 1
  std::string message;

  friend bool operator==(const Violation&, const Violation&) = default;
};

/// Every breach of the layer rules in `tree`, which must hold include/, lib/ and what of tools/ and examples/
/// is to be checked; ordered by file and line.
std::vector<Violation> check(const Tree& tree);

/// The sources below include/, lib/, tools/ and examples/ of the project at `root`.
Tree read_tree(const std::string& root);

}  // namespace duiqi::layers
