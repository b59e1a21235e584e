// Layer: data. Words of lower-case letters by their letters: all that a text begins with, in one walk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace duiqi::data {

/// For some hundred short words; 52 bytes for each of their distinct beginnings.
class LetterTrie {
 public:
  static constexpr std::size_t longest = 7;
  /// By length: value + 1 of the word of this length that a text begins with, or 0.
  using Found = std::array<std::uint16_t, longest + 1>;

  /// Precondition: `word` is 1 to `longest` letters a–z. A later value replaces an earlier one.
  void add(std::string_view word, std::uint16_t value) {
    std::size_t node = 0;
    for (const char c : word) {
      const auto letter = static_cast<std::size_t>(c - 'a');
      if (nodes_[node].next[letter] == 0) {
        nodes_[node].next[letter] = static_cast<std::uint16_t>(nodes_.size());
        nodes_.emplace_back();
      }
      node = nodes_[node].next[letter];
    }
    nodes_[node].value = static_cast<std::uint16_t>(value + 1);
  }

  Found find(std::string_view text) const {
    Found found{};
    std::size_t node = 0;
    for (std::size_t size = 1; size <= longest && size <= text.size(); ++size) {
      const char c = text[size - 1];
      if (c < 'a' || c > 'z') break;
      node = nodes_[node].next[static_cast<std::size_t>(c - 'a')];
      if (node == 0) break;
      found[size] = nodes_[node].value;
    }
    return found;
  }

 private:
  struct Node {
    std::array<std::uint16_t, 26> next{};  ///< 0 for none
    std::uint16_t value = 0;               ///< and 1
  };
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace duiqi::data
