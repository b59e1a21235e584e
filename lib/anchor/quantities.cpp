#include "anchor/quantities.hpp"

#include "anchor/en_scan.hpp"
#include "anchor/zh_scan.hpp"

namespace duiqi::anchor {

void find_quantities(const Document& document, std::uint32_t sentence, const AnchorOptions& options,
                     std::vector<Anchor>& out) {
  const std::string_view text = document.sentence(sentence);
  Emitter emit(out, sentence, document.sentences[sentence].span.begin);
  if (document.language == Language::chinese) {
    const ZhText characters(text);
    find_zh_quantities({text, characters, options.date, emit});
  } else {
    const EnTokens tokens(text);
    find_en_quantities({tokens, options.date, emit});
  }
}

}  // namespace duiqi::anchor
