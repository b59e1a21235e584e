#include "lexicon/gloss.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "lexicon/lines.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {
namespace {

/// A longer equivalent is an explanation: in CC-CEDICT itself such glosses nearly all are.
constexpr std::size_t most_words = 6;
/// Parts between commas stand for themselves where all are as short as this ("some, a few, several").
constexpr std::size_t most_words_in_list = 3;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::script_of(unicode::next(text, at)) == unicode::Script::han) return true;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

/// Without (…) and […], nested ones too.
std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      depth = std::max(depth - 1, 0);
    } else if (depth == 0) {
      out += c;
    }
  }
  return out;
}

void cut_at(std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at != std::string::npos) text.resize(at);
}

/// The word behind "variant of": `傳統|传统[chuan2 tong3]`, `传统[…]` or `传统`.
std::optional<Reference> read_reference(std::string_view text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find_first_of(" [,;("), text.size());
  std::string_view word = text.substr(0, end);
  if (const std::size_t bar = word.find('|'); bar != std::string_view::npos) word.remove_prefix(bar + 1);
  if (!has_han(word)) return std::nullopt;
  Reference out{std::string(word), {}};
  if (end < text.size() && text[end] == '[') {
    std::string_view pinyin = text.substr(end + 1, text.find(']', end) - end - 1);
    if (pinyin.starts_with('[')) pinyin.remove_prefix(1);
    out.pinyin = pinyin;
  }
  return out;
}

std::optional<Reference> find_reference(std::string_view gloss) {
  // Not "see also", "abbr. to" and "used in": those words mean something else, or more.
  constexpr std::string_view begins[] = {"see ",      "same as ",       "also written ", "abbr. for ",
                                         "abbr. of ", "equivalent to ", "also called ",  "contraction of "};
  constexpr std::string_view variant = "variant of ";
  std::string_view text = trimmed(gloss);
  while (text.starts_with('(')) {
    const std::size_t end = text.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    text = trimmed(text.substr(end + 1));
  }
  for (const std::string_view begin : begins) {
    if (text.starts_with(begin)) return read_reference(text.substr(begin.size()));
  }
  const std::size_t at = text.find(variant);
  if (at == std::string_view::npos || at > 20) return std::nullopt;  // "euphemistic variant of"
  return read_reference(text.substr(at + variant.size()));
}

/// Glosses that explain how a word is used and give no English for it.
bool says_no_equivalent(std::string_view text) {
  constexpr std::string_view begins[] = {
      "see also ",    "abbr. to ",    "abbr. for ",   "abbr. of ",   "used ",          "also pr.",
      "Taiwan pr.",   "pr. ",         "CL:",          "classifier ", "place name",     "name of ",
      "old name ",    "former name ", "nickname ",    "see ",        "also written ",  "same as ",
      "also called ", "see: ",        "acronym for ", "pronounced ", "often written ", "written ",
      "one of the ",  "short name "};
  constexpr std::string_view inside[] = {"variant of ",
                                         "classifier for",
                                         "Kangxi radical",
                                         "radical in Chinese",
                                         "particle",
                                         "component in",
                                         "{",
                                         " + ",
                                         "erhua",
                                         "phonetic",
                                         "prefix",
                                         "suffix",
                                         " marker",
                                         "iteration mark",
                                         "onomatopoeia"};
  const auto begins_text = [&](std::string_view begin) { return text.starts_with(begin); };
  const auto in_text = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
  return std::any_of(std::begin(begins), std::end(begins), begins_text) ||
         std::any_of(std::begin(inside), std::end(inside), in_text);
}

/// "Xinyang prefecture-level city in Henan" → "Xinyang"; "Xi Jinping, PRC politician" → "Xi Jinping".
void keep_name(std::string& text) {
  constexpr std::string_view marks[] = {" prefecture level ",
                                        " prefecture-level ",
                                        " county level ",
                                        " county-level ",
                                        " subprovincial ",
                                        " sub-prefecture-level ",
                                        ", "};
  if (!is_upper(text.front())) return;
  for (const std::string_view mark : marks) cut_at(text, mark);
  for (const std::string_view kind :
       {"province in ", "county in ", "district in ", "district of ", "city in ", "city of ", "town in ",
        "township in ", "state in ", "river in "}) {
    const std::size_t at = text.find(kind);
    if (at != std::string::npos) text.resize(at + kind.find(' '));
  }
}

bool remove_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = trimmed(text.substr(prefix.size()));
  return true;
}

/// Words that stand for whatever the sentence has.
bool is_placeholder(std::string_view word) {
  constexpr std::string_view placeholders[] = {"sb",      "sth",      "sb's",      "sth's", "one's",
                                               "oneself", "so's",     "etc",       "etc.",  "smb",
                                               "...",     "somebody", "something", "sb/sth"};
  return std::find(std::begin(placeholders), std::end(placeholders), word) != std::end(placeholders);
}

/// One equivalent without what does not belong to it; empty where nothing is left or it is too long.
std::string clean(std::string_view text) {
  text = trimmed(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view prefix : {"lit. and fig. ", "lit. ", "fig. ", "esp. ", "usu. ", "generally ",
                                          "or ", "aka ", "and ", "to ", "a ", "an ", "the ", "be "}) {
      if (remove_prefix(text, prefix)) again = true;
    }
  }
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_placeholder(word) || word.front() == '~' || has_han(word)) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  std::erase_if(out, [](char c) { return c == '"' || c == '|'; });
  const std::size_t begin = out.find_first_not_of(" .,:;!?-'*");
  if (begin == std::string::npos) return {};
  const std::size_t last = out.find_last_not_of(" ,:;!?-'*");
  out = out.substr(begin, last - begin + 1);
  if (out.ends_with("...")) out.resize(out.size() - 3);
  if (out.ends_with('.') && out.find('.') == out.size() - 1) out.pop_back();
  out = std::string(trimmed(out));
  return count_words(out) > most_words ? std::string() : out;
}

void add(Gloss& gloss, std::string_view text) {
  std::string equivalent = clean(text);
  const bool has_letter = std::any_of(equivalent.begin(), equivalent.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  });
  if (!has_letter) return;
  if (std::find(gloss.equivalents.begin(), gloss.equivalents.end(), equivalent) != gloss.equivalents.end())
    return;
  gloss.equivalents.push_back(std::move(equivalent));
}

/// "Shanghai municipality" gives "Shanghai" too.
void add_bare_name(Gloss& gloss, std::string_view text) {
  if (!is_upper(text.front()) || count_words(text) > most_words_in_list) return;
  for (const std::string_view kind : {" municipality", " province", " city", " prefecture"}) {
    const std::size_t at = text.rfind(' ');
    if (at == std::string_view::npos || at + kind.size() != text.size()) continue;
    // "Province" as well as "province".
    if (text.substr(at + 2) == kind.substr(2)) add(gloss, text.substr(0, at));
  }
}

/// "king or monarch" gives both; "one or more of them" stays whole.
void add_alternatives(Gloss& gloss, std::string_view text) {
  constexpr std::string_view separator = " or ";
  constexpr std::size_t most_words_beside = 2;
  const std::size_t at = text.find(separator);
  if (at != std::string_view::npos) {
    const std::string_view left = text.substr(0, at);
    const std::string_view right = text.substr(at + separator.size());
    const bool to_verb = left.starts_with("to ");
    if (count_words(left) <= most_words_beside + (to_verb ? 1U : 0U) &&
        count_words(right) <= most_words_beside) {
      add(gloss, left);
      return add_alternatives(gloss, right);
    }
  }
  add(gloss, text);
}

/// A part between semicolons, without brackets.
void read_part(Gloss& gloss, std::string_view part) {
  std::string text(trimmed(part));
  if (text.empty() || says_no_equivalent(text)) return;
  constexpr std::string_view surname = "surname ";
  if (text.starts_with(surname) && text.size() > surname.size() && is_upper(text[surname.size()])) {
    gloss.surname = true;
    return add(gloss, std::string_view(text).substr(surname.size()));
  }
  for (const std::string_view mark : {", abbr.", " abbr.", ", i.e.", " i.e.", ", e.g.", " e.g.", ", esp.",
                                      " esp. ", " such as ", ", also ", ": ", " – "}) {
    cut_at(text, mark);
  }
  if (text.empty()) return;
  keep_name(text);
  add_bare_name(gloss, text);
  std::vector<std::string_view> listed;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(", "), rest.size());
    listed.push_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 2, rest.size()));
  }
  const bool is_list = std::all_of(listed.begin(), listed.end(), [](std::string_view item) {
    return count_words(item) <= most_words_in_list;
  });
  for (const std::string_view item : listed) {
    add_alternatives(gloss, item);
    if (!is_list) return;
  }
}

}  // namespace

Gloss read_gloss(std::string_view gloss) {
  Gloss out;
  if (std::optional<Reference> reference = find_reference(gloss)) {
    out.references.push_back(*std::move(reference));
    return out;
  }
  const std::string text = without_brackets(gloss);
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    read_part(out, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

}  // namespace duiqi::lexicon
