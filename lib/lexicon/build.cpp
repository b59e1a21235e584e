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

namespace duiqi {
namespace lexicon {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::invalid_format, why);
}

/// Texts, each once.
class Pool {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [place, added] = places_.emplace(text, bytes_.size());
    if (!added) return static_cast<std::uint32_t>(place->second);
    std::size_t size = text.size();
    if (size >> 28 != 0 || bytes_.size() + size >= 0xFFFFFFFF)
      refuse("the texts are too long for one lexicon; split it");
    for (; size >= 0x80; size >>= 7) bytes_ += static_cast<char>(0x80 | (size & 0x7F));
    bytes_ += static_cast<char>(size);
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

  std::string finish(std::uint32_t longest, std::uint32_t probes) {
    header_.magic = magic;
    header_.version = format_version;
    header_.size = bytes_.size();
    header_.stemmer = stemmer_version;
    header_.longest = longest;
    header_.probes = probes;
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
  layout.add(Section::page_index, index);
  layout.add(Section::pages, pages);
}

std::uint32_t add_units(Layout& layout, const std::vector<Word>& words) {
  const auto codes = make_codes(words);
  add_codes(layout, codes);

  std::vector<std::pair<CodedWord, std::uint32_t>> coded(words.size());
  std::size_t longest = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char32_t c : words[i].folded) coded[i].first.push_back(codes.at(c));
    coded[i].second = static_cast<std::uint32_t>(i);
    longest = std::max(longest, words[i].folded.size());
  }
  std::sort(coded.begin(), coded.end());
  std::vector<CodedWord> sorted;
  for (auto& word : coded) sorted.push_back(std::move(word.first));
  std::vector<Unit> units = build_double_array(sorted);
  for (Unit& unit : units) {
    if (unit.entry != no_entry) unit.entry = coded[unit.entry].second;
  }
  layout.add(Section::units, units);
  return static_cast<std::uint32_t>(longest);
}

void add_entries(Layout& layout, const std::vector<Word>& words, Pool& pool) {
  std::vector<std::uint32_t> texts, begins{0}, equivalents;
  std::vector<std::uint8_t> classes;
  std::vector<float> probabilities;
  bool any_probability = false;
  for (const Word& word : words) {
    texts.push_back(pool.add(word.entry->zh));
    classes.push_back(word.entry->frequency_class);
    for (const Equivalent& equivalent : word.entry->equivalents) {
      equivalents.push_back(pool.add(equivalent.en));
      probabilities.push_back(static_cast<float>(equivalent.probability));
      any_probability |= equivalent.probability > 0;
    }
    begins.push_back(static_cast<std::uint32_t>(equivalents.size()));
  }
  if (!any_probability) probabilities.clear();
  layout.add(Section::words, texts);
  layout.add(Section::classes, classes);
  layout.add(Section::equivalent_begins, begins);
  layout.add(Section::equivalents, equivalents);
  layout.add(Section::probabilities, probabilities);
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
  const std::uint32_t longest = lexicon::add_units(layout, words);
  lexicon::add_entries(layout, words, pool);
  const std::uint32_t probes = lexicon::add_links(layout, words, pool);
  lexicon::add_sources(layout, joined.sources, pool);
  layout.add(lexicon::Section::pool, pool.bytes());
  return layout.finish(longest, probes);
}

}  // namespace duiqi
