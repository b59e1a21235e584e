#include "lexicon/image.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "lexicon/hash.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {

namespace {

/// The codes of a text; no allocation for a sentence of ordinary length.
class Codes {
 public:
  explicit Codes(std::size_t size) {
    if (size > few_.size()) many_.resize(size);
  }
  std::uint16_t* data() { return many_.empty() ? few_.data() : many_.data(); }

 private:
  std::array<std::uint16_t, 512> few_;
  std::vector<std::uint16_t> many_;
};

constexpr lexicon::Unit root_unit = lexicon::Unit::make(0, lexicon::no_parent, lexicon::no_entry, true);

/// The number at `at`, which moves behind it; nothing where `bytes` end in it or it is too long.
std::optional<std::size_t> read_number(std::string_view bytes, std::size_t& at) {
  std::size_t number = 0;
  for (unsigned shift = 0; shift < 28 && at < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    number |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

}  // namespace

std::uint16_t Lexicon::Image::code(char32_t c) const {
  const std::size_t high = c >> 8;
  return high < page_index.size() ? pages[page_index[high] * std::size_t{256} + (c & 0xFF)] : 0;
}

void Lexicon::Image::find_all(std::u32string_view text, std::vector<LexiconHit>& out) const {
  Codes buffer(text.size());
  std::uint16_t* const codes = buffer.data();
  for (std::size_t i = 0; i < text.size(); ++i) codes[i] = code(text[i]);

  const lexicon::Unit* const all = units.data();
  const std::size_t unit_count = units.size();
  const std::uint32_t entry_count = entries();
  const std::size_t longest = std::min(header->longest, lexicon::longest_word);
  std::array<LexiconHit, lexicon::longest_word> here;  // that begin at one place, the longest last
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (codes[begin] == 0) continue;
    const std::size_t stop = std::min(text.size(), begin + longest);
    std::size_t found = 0;
    std::uint32_t node = lexicon::root;
    lexicon::Unit unit = root_unit;
    for (std::size_t at = begin; at < stop && codes[at] != 0 && unit.has_children(); ++at) {
      const std::uint32_t next = unit.child(codes[at]);
      if (next >= unit_count || all[next].check() != node) break;
      node = next;
      unit = all[next];
      if (unit.entry() < entry_count)
        here[found++] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + 1), unit.entry()};
    }
    while (found > 0) out.push_back(here[--found]);
  }
}

std::uint32_t Lexicon::Image::find(std::u32string_view word) const {
  if (word.empty() || word.size() > header->longest) return lexicon::no_entry;
  std::uint32_t node = lexicon::root;
  lexicon::Unit unit = root_unit;
  for (const char32_t c : word) {
    const std::uint16_t step = code(c);
    const std::uint32_t next = unit.child(step);
    if (step == 0 || next >= units.size() || units[next].check() != node) return lexicon::no_entry;
    node = next;
    unit = units[next];
  }
  return unit.entry() < entries() ? unit.entry() : lexicon::no_entry;
}

std::span<const LexiconLink> Lexicon::Image::links(std::uint32_t entry) const {
  if (entry >= entries()) return {};
  return all_links.subspan(link_begins[entry], link_begins[entry + 1] - link_begins[entry]);
}

std::uint8_t Lexicon::Image::frequency_class(std::uint32_t entry) const {
  return entry < classes.size() ? classes[entry] : std::uint8_t{0};
}

std::uint32_t Lexicon::Image::find_stem(std::string_view stem) const {
  const std::uint64_t hash = lexicon::hash_bytes(stem);
  const std::uint32_t tag = static_cast<std::uint32_t>(hash >> 56);
  const std::size_t mask = stem_slots.size() - 1;
  std::size_t at = static_cast<std::size_t>(hash) & mask;
  for (std::uint32_t probe = 0; probe < header->probes; ++probe, at = (at + 1) & mask) {
    const std::uint32_t slot = stem_slots[at];
    if (slot == lexicon::empty_slot) return no_stem;
    if (slot >> lexicon::slot_id_bits != tag) continue;
    const std::uint32_t id = slot & lexicon::most_stems;
    if (id < stem_texts.size() && text(stem_texts[id]) == stem) return id;
  }
  return no_stem;
}

std::string_view Lexicon::Image::stem(std::uint32_t id) const {
  return id < stem_texts.size() ? text(stem_texts[id]) : std::string_view();
}

std::string_view Lexicon::Image::text(std::uint32_t offset) const {
  std::size_t at = offset;
  const auto size = read_number(pool, at);
  return size && *size <= pool.size() - at ? pool.substr(at, *size) : std::string_view();
}

std::string Lexicon::Image::valid_text(std::uint32_t offset) const {
  const std::string_view bytes = text(offset);
  return unicode::find_invalid(bytes) ? std::string() : std::string(bytes);
}

std::string Lexicon::Image::word(std::uint32_t entry) const {
  if ((words[entry] & lexicon::text_mark) != 0) return valid_text(words[entry] & ~lexicon::text_mark);
  std::u32string backwards;
  for (std::uint32_t unit = words[entry];
       unit != lexicon::root && backwards.size() <= lexicon::longest_word;) {
    if (unit >= units.size() || units[unit].check() >= units.size()) return {};
    const std::uint32_t parent = units[unit].check();
    const std::uint32_t step = (unit - units[parent].child(0)) & lexicon::unit_mask;
    if (step >= letters.size()) return {};
    const char32_t letter = letters[step];
    if (letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF)) return {};
    backwards += letter;
    unit = parent;
  }
  std::reverse(backwards.begin(), backwards.end());
  return unicode::to_utf8(backwards);
}

std::vector<Equivalent> Lexicon::Image::equivalents(std::uint32_t entry) const {
  std::vector<Equivalent> out;
  const std::string_view bytes =
      glosses.substr(gloss_begins[entry], gloss_begins[entry + 1] - gloss_begins[entry]);
  for (std::size_t at = 0; at < bytes.size();) {
    Equivalent equivalent;
    for (bool first = true, last = false; !last; first = false) {
      const auto number = read_number(bytes, at);
      if (!number) break;
      last = (*number & 1) != 0;
      if (!first) equivalent.en += ' ';
      const std::size_t id = *number / 2;
      const std::string_view english = id < vocabulary.size() ? text(vocabulary[id]) : std::string_view();
      if (english.size() <= lexicon::longest_english) equivalent.en += english;
    }
    float probability = 0;
    if (header->weighed != 0 && bytes.size() - at >= sizeof(probability)) {
      std::memcpy(&probability, bytes.data() + at, sizeof(probability));
      at += sizeof(probability);
    }
    if (probability > 0 && probability <= 1) equivalent.probability = probability;
    if (unicode::find_invalid(equivalent.en)) equivalent.en.clear();
    out.push_back(std::move(equivalent));
  }
  return out;
}

LexiconEntry Lexicon::Image::entry(std::uint32_t id) const {
  if (id >= entries()) return {};
  return {word(id), equivalents(id), frequency_class(id)};
}

std::vector<LexiconSource> Lexicon::Image::sources() const {
  std::vector<LexiconSource> out;
  for (std::size_t i = 0; i + 2 < source_texts.size(); i += 3) {
    out.push_back(
        {valid_text(source_texts[i]), valid_text(source_texts[i + 1]), valid_text(source_texts[i + 2])});
  }
  return out;
}

}  // namespace duiqi
