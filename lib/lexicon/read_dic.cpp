#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/error.hpp>
#include <duiqi/lexicon.hpp>

#include "lexicon/lines.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace lexicon {
namespace {

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::script_of(unicode::next(text, at)) == unicode::Script::han) return true;
  }
  return false;
}

struct Phrases {
  std::string_view left;
  std::string_view right;
};

std::vector<Phrases> read_phrases(const Text& text) {
  constexpr std::string_view separator = " @ ";
  std::vector<Phrases> out;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.line();
    if (trimmed(line).empty()) continue;
    const std::size_t at = line.find(separator);
    if (at == std::string_view::npos) {
      if (line.starts_with('#')) continue;
      lines.fail("no \" @ \" between two phrases; is this a hunalign dictionary?");
    }
    const Phrases phrases{trimmed(line.substr(0, at)), trimmed(line.substr(at + separator.size()))};
    if (phrases.left.empty() || phrases.right.empty())
      lines.fail("one side of \" @ \" is empty; remove the line");
    out.push_back(phrases);
  }
  return out;
}

/// By the lines that have Han characters on one side only.
DicDirection find_direction(const std::vector<Phrases>& phrases, const Text& text) {
  std::size_t left = 0;
  std::size_t right = 0;
  for (const Phrases& pair : phrases) {
    const bool in_left = has_han(pair.left);
    const bool in_right = has_han(pair.right);
    if (in_left && !in_right) ++left;
    if (in_right && !in_left) ++right;
  }
  if (left == right && !phrases.empty()) {
    throw Error(ErrorCode::invalid_format,
                "neither side of \" @ \" is clearly the Chinese one; give the dictionary's direction",
                {text.name(), std::nullopt, std::nullopt});
  }
  return left > right ? DicDirection::zh_at_en : DicDirection::en_at_zh;
}

}  // namespace
}  // namespace lexicon

LexiconData read_dic(const Text& text, DicDirection direction) {
  using namespace lexicon;
  const std::vector<Phrases> phrases = read_phrases(text);
  if (direction == DicDirection::automatic) direction = find_direction(phrases, text);
  LexiconData data;
  std::map<std::string_view, std::size_t> places;
  for (Phrases pair : phrases) {
    if (direction == DicDirection::en_at_zh) std::swap(pair.left, pair.right);
    const auto [place, added] = places.emplace(pair.left, data.entries.size());
    if (added) data.entries.push_back({std::string(pair.left), {}, 0});
    data.entries[place->second].equivalents.push_back({std::string(pair.right), 0});
  }
  return data;
}

}  // namespace duiqi
