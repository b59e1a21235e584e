#include "anchor/quantities.hpp"

#include "anchor/en_scan.hpp"
#include "anchor/zh_scan.hpp"

namespace duiqi::anchor {

void find_chinese_quantities(const Document& document, const ChineseText& text, const AnchorOptions& options,
                             std::vector<Anchor>& out) {
  ZhText characters;
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    characters.read(text, id);
    Emitter emit(out, id, document.sentences[id].span.begin);
    find_zh_quantities({document.sentence(id), characters, options.date, emit});
  }
}

void find_english_quantities(const Document& document, const AnchorOptions& options,
                             std::vector<Anchor>& out) {
  EnTokens tokens;
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    tokens.read(document.sentence(id));
    Emitter emit(out, id, document.sentences[id].span.begin);
    find_en_quantities({tokens, options.date, emit});
  }
}

}  // namespace duiqi::anchor
