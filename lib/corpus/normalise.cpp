#include "corpus/normalise.hpp"

#include "lexicon/fold.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Dashes are left out too: a minus stands right before a digit, as a hyphen does.
bool is_kept_sign(char32_t c) {
  constexpr std::u32string_view signs = U"%‰+$€£¥℃°=<>&@#";
  return signs.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string normalised(std::string_view text) {
  const std::u32string folded = lexicon::fold(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t k = 0; k < folded.size(); ++k) {
    const char32_t c = folded[k];
    const bool inside_number = (c == U'.' || c == U',' || c == U'-') && k > 0 && k + 1 < folded.size() &&
                               is_digit(folded[k - 1]) && is_digit(folded[k + 1]);
    if (is_digit(c) || is_kept_sign(c) || inside_number || unicode::script_of(c) != unicode::Script::none) {
      unicode::append(out, c);
    }
  }
  return out;
}

}  // namespace duiqi::corpus
