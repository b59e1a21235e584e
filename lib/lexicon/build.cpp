#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/lexicon.hpp>

#include "data/pinyin.hpp"
#include "lexicon/double_array.hpp"
#include "lexicon/fold.hpp"
#include "lexicon/format.hpp"
#include "lexicon/hash.hpp"
#include "lexicon/image.hpp"
#include "lexicon/strength.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace lexicon {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::invalid_format, why);
}

void add_number(std::string& bytes, std::size_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(0x80 | (number & 0x7F));
  bytes += static_cast<char>(number);
}

/// Texts, each once.
class Pool {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [place, added] = places_.emplace(text, bytes_.size());
    if (!added) return static_cast<std::uint32_t>(place->second);
    if (text.size() >> 28 != 0 || bytes_.size() + text.size() >= text_mark)
      refuse("the texts are too long for one lexicon; split it");
    add_number(bytes_, text.size());
    bytes_ += text;
    return static_cast<std::uint32_t>(place->second);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, std::size_t> places_;
  std::string bytes_;
};

/// Puts the sections one behind the other.
class Layout {
 public:
  template <typename Items>
  void add(Section section, const Items& items) {
    bytes_.resize((bytes_.size() + section_alignment - 1) / section_alignment * section_alignment);
    const std::size_t size = items.size() * sizeof(items[0]);
    header_.sections[static_cast<std::size_t>(section)] = {bytes_.size(), size};
    if (size > 0) bytes_.append(reinterpret_cast<const char*>(items.data()), size);
  }

  std::string finish(std::uint32_t longest, std::uint32_t probes, bool weighed) {
    header_.magic = magic;
    header_.version = format_version;
    header_.size = bytes_.size();
    header_.stemmer = stemmer_version;
    header_.longest = longest;
    header_.probes = probes;
    header_.weighed = weighed ? 1 : 0;
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    header_.checksum = hash_bytes(std::string_view(bytes_).substr(checksum_begin));
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    return std::move(bytes_);
  }

 private:
  Header header_{};
  std::string bytes_ = std::string(sizeof(Header), '\0');
};

struct Word {
  std::u32string folded;
  const LexiconEntry* entry;
};

/// Entries that say something, sorted by word.
std::vector<Word> sort_words(const LexiconData& data) {
  std::vector<Word> words;
  for (const LexiconEntry& entry : data.entries) {
    std::u32string folded = fold(entry.zh);
    if (folded.empty() || entry.equivalents.empty()) continue;
    if (folded.size() > longest_word) {
      refuse("the word \"" + entry.zh + "\" has " + std::to_string(folded.size()) +
             " characters, a lexicon takes " + std::to_string(longest_word) + "; leave it out");
    }
    words.push_back({std::move(folded), &entry});
  }
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.folded < b.folded; });
  return words;
}

/// A number for each character that words are written with, the commonest first: children of one node then
/// lie close together.
std::map<char32_t, std::uint16_t> make_codes(const std::vector<Word>& words) {
  std::map<char32_t, std::size_t> counts;
  for (const Word& word : words) {
    for (const char32_t c : word.folded) ++counts[c];
  }
  if (counts.size() > 0xFFFF)
    refuse("the words have too many different characters for one lexicon; split it");
  std::vector<std::pair<char32_t, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<char32_t, std::uint16_t> codes;
  for (std::size_t i = 0; i < sorted.size(); ++i) codes[sorted[i].first] = static_cast<std::uint16_t>(i + 1);
  return codes;
}

void add_codes(Layout& layout, const std::map<char32_t, std::uint16_t>& codes) {
  constexpr char32_t past_bmp = 0x10000;
  std::map<char32_t, std::uint16_t> all = codes;
  // Variants have the code of what they fold to.
  for (char32_t c = 0; c < past_bmp; ++c) {
    if (const auto folded = codes.find(fold(c)); folded != codes.end()) all[c] = folded->second;
  }
  std::vector<std::uint16_t> index(all.empty() ? 1 : (all.rbegin()->first >> 8) + 1);
  std::vector<std::uint16_t> pages(256);  // page 0 is the empty one
  for (const auto& [c, code] : all) {
    std::uint16_t& page = index[c >> 8];
    if (page == 0) {
      page = static_cast<std::uint16_t>(pages.size() / 256);
      pages.resize(pages.size() + 256);
    }
    pages[page * std::size_t{256} + (c & 0xFF)] = code;
  }
  std::vector<std::uint32_t> letters(codes.size() + 1);
  for (const auto& [c, code] : codes) letters[code] = static_cast<std::uint32_t>(c);
  layout.add(Section::page_index, index);
  layout.add(Section::pages, pages);
  layout.add(Section::letters, letters);
}

/// Returns the unit of each entry.
std::vector<std::uint32_t> add_units(Layout& layout, const std::vector<Word>& words) {
  const auto codes = make_codes(words);
  add_codes(layout, codes);

  std::vector<CodedWord> coded(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char32_t c : words[i].folded) coded[i].codes.push_back(codes.at(c));
    coded[i].entry = static_cast<std::uint32_t>(i);
  }
  std::sort(coded.begin(), coded.end(),
            [](const CodedWord& a, const CodedWord& b) { return a.codes < b.codes; });
  const std::vector<Unit> units = build_double_array(coded);
  layout.add(Section::units, units);

  std::vector<std::uint32_t> places(words.size());
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].entry() != no_entry) places[units[i].entry()] = i;
  }
  return places;
}

/// A word that is written as it is found can be read from the double array.
void add_words(Layout& layout, const std::vector<Word>& words, std::vector<std::uint32_t> places,
               Pool& pool) {
  std::vector<std::uint8_t> classes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& zh = words[i].entry->zh;
    if (unicode::to_utf8(words[i].folded) != zh) places[i] = pool.add(zh) | text_mark;
    classes.push_back(words[i].entry->frequency_class);
  }
  layout.add(Section::words, places);
  layout.add(Section::classes, classes);
}

template <typename Visit>
void for_each_word(const std::string& english, const Visit& visit) {
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(english.find(' ', begin), english.size());
    visit(english.substr(begin, end - begin), end == english.size());
    if (end == english.size()) return;
    begin = end + 1;
  }
}

/// The words of all equivalents with their ids, the commonest with the smallest.
std::map<std::string, std::size_t> add_vocabulary(Layout& layout, const std::vector<Word>& words,
                                                  Pool& pool) {
  std::map<std::string, std::size_t> counts;
  for (const Word& word : words) {
    for (const Equivalent& equivalent : word.entry->equivalents) {
      for_each_word(equivalent.en, [&](const std::string& english, bool) { ++counts[english]; });
    }
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::uint32_t> texts;
  for (const auto& [english, count] : sorted) {
    if (english.size() > longest_english) {
      refuse("the English word \"" + english.substr(0, 40) + "…\" has " + std::to_string(english.size()) +
             " bytes, a lexicon takes " + std::to_string(longest_english) + "; leave it out");
    }
    counts[english] = texts.size();
    texts.push_back(pool.add(english));
  }
  layout.add(Section::vocabulary, texts);
  return counts;
}

/// Returns whether equivalents have probabilities.
bool add_glosses(Layout& layout, const std::vector<Word>& words, Pool& pool) {
  const auto ids = add_vocabulary(layout, words, pool);
  bool weighed = false;
  for (const Word& word : words) {
    for (const Equivalent& equivalent : word.entry->equivalents) weighed |= equivalent.probability > 0;
  }
  std::string glosses;
  std::vector<std::uint32_t> begins{0};
  for (const Word& word : words) {
    for (const Equivalent& equivalent : word.entry->equivalents) {
      for_each_word(equivalent.en, [&](const std::string& english, bool last) {
        add_number(glosses, ids.at(english) * 2 + (last ? 1 : 0));
      });
      if (!weighed) continue;
      const auto probability = static_cast<float>(equivalent.probability);
      glosses.append(reinterpret_cast<const char*>(&probability), sizeof(probability));
    }
    if (glosses.size() >= text_mark) refuse("the texts are too long for one lexicon; split it");
    begins.push_back(static_cast<std::uint32_t>(glosses.size()));
  }
  layout.add(Section::gloss_begins, begins);
  layout.add(Section::glosses, glosses);
  return weighed;
}

/// Returns the probes that the stem farthest from its own slot needs.
std::uint32_t add_stems(Layout& layout, const std::map<std::string, std::uint32_t>& stems, Pool& pool) {
  if (stems.size() >= most_stems)
    refuse("the equivalents have too many different words for one lexicon; split it");
  std::vector<std::uint32_t> texts;
  // At most three quarters full.
  std::vector<std::uint32_t> slots(std::bit_ceil(stems.size() + stems.size() / 3 + 1), empty_slot);
  std::uint32_t most = 1;
  for (const auto& [stem, id] : stems) {
    texts.push_back(pool.add(stem));
    const std::uint64_t hash = hash_bytes(stem);
    std::size_t at = static_cast<std::size_t>(hash) & (slots.size() - 1);
    std::uint32_t probes = 1;
    for (; slots[at] != empty_slot; at = (at + 1) & (slots.size() - 1)) ++probes;
    slots[at] = static_cast<std::uint32_t>(hash >> 56) << slot_id_bits | id;
    most = std::max(most, probes);
  }
  if (most > most_probes) refuse("the stems can't be spread over the table; leave some entries out");
  layout.add(Section::stems, texts);
  layout.add(Section::stem_slots, slots);
  return most;
}

LexiconLink make_link(std::uint32_t stem, double strength) {
  constexpr std::uint32_t ids = 0xFFFFFF;
  constexpr std::uint32_t levels = 0xFF;
  const auto level = static_cast<std::uint32_t>(std::clamp(std::lround(strength * 256), 1L, 256L) - 1);
  return {stem & ids, level & levels};
}

std::uint32_t add_links(Layout& layout, const std::vector<Word>& words, Pool& pool) {
  std::vector<std::map<std::string, double>> strengths;
  std::map<std::string, std::uint32_t> stems;
  for (const Word& word : words) {
    strengths.push_back(link_strengths(*word.entry));
    for (const auto& [stem, strength] : strengths.back()) stems.emplace(stem, 0);
  }
  std::uint32_t id = 0;
  for (auto& [stem, number] : stems) number = id++;

  std::vector<LexiconLink> links;
  std::vector<std::uint32_t> begins{0};
  for (const auto& entry : strengths) {
    const auto first = static_cast<std::ptrdiff_t>(links.size());
    for (const auto& [stem, strength] : entry) links.push_back(make_link(stems.at(stem), strength));
    std::stable_sort(links.begin() + first, links.end(),
                     [](const LexiconLink& a, const LexiconLink& b) { return a.level > b.level; });
    begins.push_back(static_cast<std::uint32_t>(links.size()));
  }
  layout.add(Section::link_begins, begins);
  layout.add(Section::links, links);
  return add_stems(layout, stems, pool);
}

void add_sources(Layout& layout, const std::vector<LexiconSource>& sources, Pool& pool) {
  std::vector<std::uint32_t> texts;
  for (const LexiconSource& source : sources) {
    for (const std::string* text : {&source.name, &source.licence, &source.note})
      texts.push_back(pool.add(*text));
  }
  layout.add(Section::sources, texts);
}

}  // namespace
}  // namespace lexicon

std::string build_lexicon(const LexiconData& data) {
  LexiconData joined;
  merge_lexicon(joined, data);
  const std::vector<lexicon::Word> words = lexicon::sort_words(joined);

  lexicon::Layout layout;
  lexicon::Pool pool;
  std::size_t longest = 0;
  for (const lexicon::Word& word : words) longest = std::max(longest, word.folded.size());
  lexicon::add_words(layout, words, lexicon::add_units(layout, words), pool);
  const bool weighed = lexicon::add_glosses(layout, words, pool);
  const std::uint32_t probes = lexicon::add_links(layout, words, pool);
  lexicon::add_sources(layout, joined.sources, pool);
  layout.add(lexicon::Section::pool, pool.bytes());
  return layout.finish(static_cast<std::uint32_t>(longest), probes, weighed);
}

}  // namespace duiqi
