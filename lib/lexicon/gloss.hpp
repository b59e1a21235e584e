// Layer: lexicon. From a dictionary's glosses, made for people, to words to look for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duiqi::lexicon {

/// A word that a gloss refers to.
struct Reference {
  std::string zh;      ///< simplified
  std::string pinyin;  ///< as written; empty where none is
};

/// What a gloss of CC-CEDICT says.
struct Gloss {
  std::vector<std::string> equivalents;  ///< base forms, without "to", articles, remarks; in order
  std::vector<Reference> references;     ///< of "variant of …", "see …", "abbr. for …"
  bool surname = false;
};

/// Reads one gloss: the text between two slashes. Remarks in parentheses, pinyin, classifiers, notes on
/// usage and what is too long to be met in a text are left out.
Gloss read_gloss(std::string_view gloss);

}  // namespace duiqi::lexicon
