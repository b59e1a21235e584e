#include "anchor/names.hpp"

#include <algorithm>
#include <iterator>

#include "anchor/name_parts.hpp"

namespace duiqi::anchor {

void find_names(const Document& document, std::vector<Anchor>& out) {
  const std::size_t before = out.size();
  document.language == Language::chinese ? find_chinese_names(document, out)
                                         : find_english_names(document, out);
  // A code that is also a known name (WHO) stays with the name.
  std::vector<Anchor> latin;
  for (std::uint32_t id = 0; id < document.size(); ++id) find_latin(document, id, latin);
  const auto named_end = static_cast<std::ptrdiff_t>(out.size());
  auto named = out.begin() + static_cast<std::ptrdiff_t>(before);
  std::erase_if(latin, [&](const Anchor& token) {
    while (named != out.begin() + named_end && named->span.end <= token.span.begin) ++named;
    return token.kind == AnchorKind::token && named != out.begin() + named_end &&
           named->span.overlaps(token.span) && named->kind != AnchorKind::foreign_name;
  });
  out.insert(out.end(), std::make_move_iterator(latin.begin()), std::make_move_iterator(latin.end()));
  for (std::uint32_t id = 0; id < document.size(); ++id) find_titles(document, id, out);
}

}  // namespace duiqi::anchor
