#include <algorithm>
#include <string>
#include <unordered_map>

#include <duiqi/error.hpp>
#include <duiqi/lexicon.hpp>

#include "lexicon/fold.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace {

void require_utf8(const std::string& text) {
  if (const auto bad = unicode::find_invalid(text)) {
    throw Error(ErrorCode::invalid_encoding, "an entry's text is not valid UTF-8; convert it first",
                {{}, *bad, std::nullopt});
  }
}

void join_equivalents(LexiconEntry& entry, const std::vector<Equivalent>& more) {
  for (const Equivalent& equivalent : more) {
    require_utf8(equivalent.en);
    const auto known = std::find_if(entry.equivalents.begin(), entry.equivalents.end(),
                                    [&](const Equivalent& other) { return other.en == equivalent.en; });
    if (known == entry.equivalents.end()) {
      entry.equivalents.push_back(equivalent);
    } else {
      known->probability = std::max(known->probability, equivalent.probability);
    }
  }
}

}  // namespace

void merge_lexicon(LexiconData& data, const LexiconData& more) {
  for (const LexiconSource& source : more.sources) {
    if (std::find(data.sources.begin(), data.sources.end(), source) == data.sources.end()) {
      data.sources.push_back(source);
    }
  }
  std::unordered_map<std::u32string, std::size_t> places;
  for (std::size_t i = 0; i < data.entries.size(); ++i) places.emplace(lexicon::fold(data.entries[i].zh), i);
  for (const LexiconEntry& entry : more.entries) {
    require_utf8(entry.zh);
    const auto [place, added] = places.emplace(lexicon::fold(entry.zh), data.entries.size());
    if (added) data.entries.push_back({entry.zh, {}, entry.frequency_class});
    LexiconEntry& joined = data.entries[place->second];
    join_equivalents(joined, entry.equivalents);
    // 0 is unknown; of two classes the commoner one.
    if (joined.frequency_class == 0 ||
        (entry.frequency_class != 0 && entry.frequency_class < joined.frequency_class)) {
      joined.frequency_class = entry.frequency_class;
    }
  }
}

}  // namespace duiqi
