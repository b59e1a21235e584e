// Layer: anchor. What the parts of the English finder share.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <duiqi/find_anchors.hpp>

#include "anchor/emitter.hpp"
#include "anchor/en_tokens.hpp"

namespace duiqi::anchor {

struct EnScan {
  const EnTokens& tokens;
  const std::optional<Date>& published;
  Emitter& emit;

  /// Bytes of the sentence that the tokens `[begin, end)` cover. Precondition: `begin < end <= size()`.
  Span span(std::size_t begin, std::size_t end) const { return {tokens[begin].begin, tokens[end - 1].stop}; }
};

struct EnNumber {
  std::size_t begin = 0;  ///< tokens
  std::size_t end = 0;
  Decimal value;
  bool vague = false;   ///< hundreds, several thousand: `value` is the power of ten alone
  bool single = false;  ///< one token of digits
  bool one = false;     ///< the word "one" alone
  bool half = false;    ///< "half", "half a": only an amount if a unit follows
  int last_scale = 0;   ///< the power of ten of its last "million" or the like
};

/// The number at token `at`: 1,234 · 3.2 billion · 500k · twenty-one · a hundred and five · half a million ·
/// two and a half · dozens · tens of thousands. Looks at nothing before `at`.
std::optional<EnNumber> parse_en_number(const EnTokens& tokens, std::size_t at);

/// The ordinal at token `at`: 13th, first, twenty-first. The token behind it is written to `end`; 0 where
/// there is none.
int parse_en_ordinal(const EnTokens& tokens, std::size_t at, std::size_t& end);

/// Names of several words, by tokens; finds the longest. Immutable once built.
class EnWords {
 public:
  void add(std::string_view names, int value);  ///< separated by '|'; the first value given to a name stays
  /// The value of the longest name at `at`, or -1; where it ends is written to `end`.
  int match(const EnTokens& tokens, std::size_t at, std::size_t& end) const;

 private:
  struct Entry {
    std::vector<std::string> tokens;
    int value;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>> by_first_;
};

/// Each reads what begins at token `at`, adds its anchors and returns where they end; 0 where there is
/// nothing of its sort.
std::size_t read_en_date(const EnScan& scan, std::size_t at);
std::size_t read_en_time(const EnScan& scan, std::size_t at);
std::size_t read_en_relative_date(const EnScan& scan, std::size_t at);
std::size_t read_en_fraction(const EnScan& scan, std::size_t at);
std::size_t read_en_ordinal(const EnScan& scan, std::size_t at);
std::size_t read_en_multiple(const EnScan& scan, std::size_t at);
std::size_t read_en_amount(const EnScan& scan, std::size_t at);

bool is_approximated_before(const EnTokens& tokens, std::size_t at);

void find_en_quantities(const EnScan& scan);

}  // namespace duiqi::anchor
