#include "anchor/names.hpp"

#include <iterator>

#include "anchor/name_parts.hpp"

namespace duiqi::anchor {

namespace {

/// Appends the Latin anchors, and the titles of `document`. `before`: anchors that are no names. A code that
/// is also a known name (WHO) stays with the name.
void add_rest(const Document& document, std::vector<Anchor> latin, std::size_t before,
              std::vector<Anchor>& out) {
  auto named = out.begin() + static_cast<std::ptrdiff_t>(before);
  std::erase_if(latin, [&](const Anchor& token) {
    while (named != out.end() && named->span.end <= token.span.begin) ++named;
    return token.kind == AnchorKind::token && named != out.end() && named->span.overlaps(token.span) &&
           named->kind != AnchorKind::foreign_name;
  });
  out.insert(out.end(), std::make_move_iterator(latin.begin()), std::make_move_iterator(latin.end()));
  for (std::uint32_t id = 0; id < document.size(); ++id) find_titles(document, id, out);
}

}  // namespace

void find_chinese_names(const Document& document, const ChineseText& text, std::vector<Anchor>& out) {
  const std::size_t before = out.size();
  find_chinese_proper_names(text, out);
  std::vector<Anchor> latin;
  for (std::uint32_t id = 0; id < document.size(); ++id) find_chinese_latin(document, id, latin);
  add_rest(document, std::move(latin), before, out);
}

void find_english_names(const Document& document, std::vector<Anchor>& out) {
  const std::size_t before = out.size();
  const EnglishText text(document);
  find_english_proper_names(document, text, out);
  std::vector<Anchor> latin;
  for (std::uint32_t id = 0; id < document.size(); ++id)
    find_english_latin(document, id, text.sentence(id), latin);
  add_rest(document, std::move(latin), before, out);
}

}  // namespace duiqi::anchor
