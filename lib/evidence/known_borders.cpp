#include <utility>

#include "evidence/name_candidates.hpp"

namespace duiqi::evidence {

void KnownNames::read_sentence(std::uint32_t id) {
  read_[id] = true;
  for (anchor::ChineseName& name : anchor::find_known_names(zh_, zh_.begins[id], zh_.begins[id + 1])) {
    names_.push_back(std::move(name));
    const anchor::ChineseName& last = names_.back();
    for (std::uint32_t at = last.begin; at < last.end; ++at)
      name_at_[at] = static_cast<std::uint32_t>(names_.size());
  }
}

bool KnownNames::allows(std::uint32_t begin, std::uint32_t end, const EnglishItem& item, NameMatch how) {
  const std::uint32_t sentence = zh_.sentence_of(begin);
  if (!read_[sentence]) read_sentence(sentence);
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
