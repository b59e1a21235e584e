#include <algorithm>
#include <bit>
#include <utility>

#include <duiqi/error.hpp>

#include "lexicon/hash.hpp"
#include "lexicon/image.hpp"

namespace duiqi::lexicon {
namespace {

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  Lexicon::Image read(LexiconCheck check) {
    image_.header = read_header();
    if (check == LexiconCheck::full && hash_bytes(bytes_.substr(checksum_begin)) != image_.header->checksum) {
      refuse("the file is damaged: its checksum does not fit; " + fetch_again, std::nullopt);
    }
    read_sections();
    check_sizes();
    check_values();
    return std::move(image_);
  }

 private:
  [[noreturn]] void refuse(const std::string& why, std::optional<std::size_t> offset) const {
    throw Error(ErrorCode::invalid_format, why, {name_, offset, std::nullopt});
  }

  void require(bool holds, Section section, const char* what) const {
    if (holds) return;
    const auto& place = image_.header->sections[static_cast<std::size_t>(section)];
    refuse(std::string("the file is damaged: ") + what + "; " + fetch_again,
           static_cast<std::size_t>(place.offset));
  }

  const Header* read_header() const {
    if (bytes_.substr(0, magic.size()) != std::string_view(magic.data(), magic.size())) {
      const std::string why = bytes_.empty() ? "the file is empty" : "this is no lexicon of duiqi";
      refuse(why + "; make one with `duiqi lexicon build`", 0);
    }
    if (bytes_.size() < sizeof(Header))
      refuse("the file is truncated within its header; " + fetch_again, bytes_.size());
    const Header* header = reinterpret_cast<const Header*>(bytes_.data());
    if (header->version != format_version || header->flags != 0) {
      refuse("this lexicon has format " + std::to_string(header->version) +
                 (header->flags != 0 ? " with extensions" : "") + ", this version of duiqi reads format " +
                 std::to_string(format_version) +
                 "; use a newer duiqi, or build the lexicon anew with this one",
             offsetof(Header, version));
    }
    if (header->size != bytes_.size()) {
      const bool shorter = bytes_.size() < header->size;
      refuse("the file is " + std::string(shorter ? "truncated" : "damaged") + ": it has " +
                 std::to_string(bytes_.size()) + " bytes and should have " + std::to_string(header->size) +
                 "; " + fetch_again,
             std::min<std::size_t>(bytes_.size(), static_cast<std::size_t>(header->size)));
    }
    return header;
  }

  template <typename Item>
  std::span<const Item> items(Section section) const {
    const SectionPlace place = image_.header->sections[static_cast<std::size_t>(section)];
    require(place.offset % section_alignment == 0 && place.size % sizeof(Item) == 0 &&
                place.offset <= bytes_.size() && place.size <= bytes_.size() - place.offset,
            section, "a section lies outside of it");
    return {reinterpret_cast<const Item*>(bytes_.data() + place.offset),
            static_cast<std::size_t>(place.size) / sizeof(Item)};
  }

  void read_sections() {
    image_.page_index = items<std::uint16_t>(Section::page_index);
    image_.pages = items<std::uint16_t>(Section::pages);
    image_.letters = items<std::uint32_t>(Section::letters);
    image_.units = items<Unit>(Section::units);
    image_.words = items<std::uint32_t>(Section::words);
    image_.classes = items<std::uint8_t>(Section::classes);
    image_.gloss_begins = items<std::uint32_t>(Section::gloss_begins);
    image_.vocabulary = items<std::uint32_t>(Section::vocabulary);
    const auto glosses = items<char>(Section::glosses);
    image_.glosses = {glosses.data(), glosses.size()};
    image_.link_begins = items<std::uint32_t>(Section::link_begins);
    image_.all_links = items<LexiconLink>(Section::links);
    image_.stem_texts = items<std::uint32_t>(Section::stems);
    image_.stem_slots = items<std::uint32_t>(Section::stem_slots);
    image_.source_texts = items<std::uint32_t>(Section::sources);
    const auto pool = items<char>(Section::pool);
    image_.pool = {pool.data(), pool.size()};
  }

  /// How the sections' sizes depend on each other.
  void check_sizes() const {
    const std::size_t entries = image_.words.size();
    require(entries < no_entry, Section::words, "too many entries");
    require(image_.classes.size() == entries, Section::classes, "a class for each entry is missing");
    require(image_.gloss_begins.size() == entries + 1, Section::gloss_begins,
            "equivalents for each entry are missing");
    require(image_.link_begins.size() == entries + 1, Section::link_begins,
            "links for each entry are missing");
    require(image_.stem_texts.size() <= most_stems, Section::stems, "too many stems");
    require(std::has_single_bit(image_.stem_slots.size()), Section::stem_slots,
            "the table of stems has a wrong size");
    require(image_.source_texts.size() % 3 == 0, Section::sources, "a source is cut off");
    require(image_.pages.size() % 256 == 0, Section::pages, "a page of codes is cut off");
    require(image_.header->longest <= longest_word && image_.header->probes <= most_probes,
            Section::page_index, "a limit in its header is out of range");
  }

  /// What the code that looks things up takes for granted. All else is checked where it is used.
  void check_values() const {
    const std::size_t page_count = image_.pages.size() / 256;
    std::size_t last_page = 0;
    for (const std::uint16_t page : image_.page_index) last_page = std::max<std::size_t>(last_page, page);
    require(image_.page_index.empty() || last_page < page_count, Section::page_index,
            "a page of codes is missing");

    require(ascends(image_.gloss_begins, image_.glosses.size()), Section::gloss_begins,
            "equivalents are out of range");
    require(ascends(image_.link_begins, image_.all_links.size()), Section::link_begins,
            "links are out of range");

    // Without branches, for the compiler to do many at once.
    const std::uint32_t stems = image_.stems();
    unsigned wrong = 0;
    for (const LexiconLink& link : image_.all_links) wrong |= static_cast<unsigned>(link.stem >= stems);
    require(wrong == 0, Section::links, "a link leads to no stem");
  }

  /// Whether no item is in two ranges and none in no range.
  static bool ascends(std::span<const std::uint32_t> begins, std::size_t end) {
    unsigned falls = 0;
    for (std::size_t i = 1; i < begins.size(); ++i) falls |= static_cast<unsigned>(begins[i] < begins[i - 1]);
    return falls == 0 && begins.front() == 0 && begins.back() == end;
  }

  const std::string fetch_again = "get or build it again";
  std::string_view bytes_;
  const std::string& name_;
  Lexicon::Image image_;
};

}  // namespace

Lexicon::Image read_image(std::string_view bytes, const std::string& name, LexiconCheck check,
                          std::shared_ptr<const void> owner) {
  Lexicon::Image image = Reader(bytes, name).read(check);
  image.owner = std::move(owner);
  return image;
}

}  // namespace duiqi::lexicon
