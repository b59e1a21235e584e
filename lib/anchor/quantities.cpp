#include "anchor/quantities.hpp"

#include "anchor/en_scan.hpp"
#include "anchor/zh_scan.hpp"

namespace duiqi::anchor {

void find_quantities(const Document& document, const AnchorOptions& options, std::vector<Anchor>& out) {
  ZhText characters;
  EnTokens tokens;
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    const std::string_view text = document.sentence(id);
    Emitter emit(out, id, document.sentences[id].span.begin);
    if (document.language == Language::chinese) {
      characters.read(text);
      find_zh_quantities({text, characters, options.date, emit});
    } else {
      tokens.read(text);
      find_en_quantities({tokens, options.date, emit});
    }
  }
}

}  // namespace duiqi::anchor
