#include "lexicon/fold.hpp"

#include "data/pinyin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {

char32_t fold(char32_t c) {
  if (c >= U'！' && c <= U'～') c -= U'！' - U'!';
  if (c >= U'A' && c <= U'Z') return c + (U'a' - U'A');
  return data::simplified(c);
}

std::u32string fold(std::string_view text) {
  std::u32string out = unicode::to_code_points(text);
  for (char32_t& c : out) c = fold(c);
  return out;
}

}  // namespace duiqi::lexicon
