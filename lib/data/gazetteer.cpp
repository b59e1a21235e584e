#include "data/gazetteer.hpp"

#include "data/built_in_tables.hpp"
#include "data/name_image.hpp"
#include "unicode/locale_names.hpp"

namespace duiqi::data {
namespace {

/// Written before the first look-up or never.
NameTables used_tables;

class Gazetteer {
 public:
  Gazetteer() {
    std::string_view image = built_in_tables().names;
    if (image.empty() || !used_tables.own || !used_tables.cldr) image = made_ = make_name_image(used_tables);
    image_ = read_name_image(image);
    entries_.reserve(image_.things.size());
    const char* text = image_.text.data();
    for (const ThingRow& row : image_.things) {
      const char* const alternate = text + row.key_size;
      entries_.push_back({static_cast<EntryKind>(row.kind), std::string(text, row.key_size),
                          std::string(alternate, row.alternate_size)});
      text = alternate + row.alternate_size;
    }
  }
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  Hit find_zh(std::u32string_view text, std::size_t at) const {
    Hit hit;
    // No name is a single character, so the first question is for two.
    if (at + 1 >= text.size() || !may_begin_name(image_.zh_begins, filter_place(text[at], text[at + 1])))
      return hit;
    std::uint64_t hash = carry_on(name_hash_seed, text[at]);
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      hash = carry_on(hash, text[i]);
      if (!step(image_.zh, hash, i - at + 1, hit)) break;
    }
    return hit;
  }

  const NameImage& image() const { return image_; }

  Hit find_en(std::span<const std::string_view> words, std::size_t at) const {
    Hit hit;
    std::uint64_t hash = name_hash_seed;
    for (std::size_t i = at; i < words.size(); ++i) {
      hash = carry_on(hash, words[i]);
      if (!step(image_.en, hash, i - at + 1, hit)) break;
    }
    return hit;
  }

 private:
  bool step(std::span<const PrefixSlot> slots, std::uint64_t hash, std::size_t length, Hit& hit) const {
    const std::uint32_t thing = find_prefix(slots, hash);
    if (thing < entries_.size()) hit = {&entries_[thing], length};
    return thing != PrefixSlot::free;
  }

  std::string made_;
  NameImage image_;
  std::vector<Entry> entries_;
};

const Gazetteer& gazetteer() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

}  // namespace

void use_name_tables(NameTables tables) noexcept {
  used_tables = tables;
  if (!tables.cldr) unicode::leave_out_cldr();
}

Hit find_zh(std::u32string_view text, std::size_t at) {
  return gazetteer().find_zh(text, at);
}

std::span<const std::uint64_t> zh_name_begins() {
  return gazetteer().image().zh_begins;
}

std::span<const std::uint64_t> en_name_begins() {
  return gazetteer().image().en_begins;
}

Hit find_en(std::span<const std::string_view> words, std::size_t at) {
  return gazetteer().find_en(words, at);
}

}  // namespace duiqi::data
