#include "data/person_context.hpp"
#include "evidence/name_candidates.hpp"

namespace duiqi::evidence {

KnownNames::KnownNames(const anchor::ChineseText& zh)
    : names_(anchor::find_known_names(zh)), name_at_(zh.characters.size(), 0) {
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    for (std::uint32_t at = names_[i].begin; at < names_[i].end; ++at) name_at_[at] = i + 1;
  }
}

bool KnownNames::allows(std::uint32_t begin, std::uint32_t end, const EnglishItem& item,
                        NameMatch how) const {
  for (std::uint32_t at = begin; at < end; ++at) {
    if (name_at_[at] == 0) continue;
    const anchor::ChineseName& name = names_[name_at_[at] - 1];
    const bool whole = begin <= name.begin && name.end <= end;
    if (!whole) return false;
    if (name.begin != begin || name.end != end) continue;  // a longer name that holds it (刘易斯 in 刘易斯顿)
    const auto equals = [&](const std::string& key) {
      return (item.known != nullptr && key == *item.known) ||
             (item.known_also != nullptr && key == *item.known_also);
    };
    bool same = equals(name.key);
    for (const std::string& alternate : name.alternates) same = same || equals(alternate);
    return same;
  }
  return how != NameMatch::pinyin || item.known == nullptr;
}

}  // namespace duiqi::evidence
