// Layer: lexicon. The words of an English document, read once, with numbers for their stems.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/span.hpp>

#include "lexicon/stems.hpp"

namespace duiqi::lexicon {

/// The tokens that tokenise_english() gives for each sentence. Most words are letters between blanks and come
/// again and again: such a word is tokenised where it stands first, and found by its bytes from then on.
class EnglishIndex {
 public:
  struct Word {
    Span span;  ///< bytes of the document
    std::uint32_t stem = 0;
    bool capitalised = false;  ///< as EnglishToken's
  };

  explicit EnglishIndex(const Document& document);

  std::span<const Word> sentence(std::uint32_t id) const {
    return {words_.data() + first_[id], first_[id + 1] - first_[id]};
  }
  const std::vector<Word>& words() const { return words_; }
  std::uint32_t sentences() const { return static_cast<std::uint32_t>(first_.size() - 1); }

  /// Stems are numbered by their first occurrence.
  std::uint32_t stems() const { return static_cast<std::uint32_t>(ends_.size()); }
  /// Valid as long as the index.
  std::string_view stem(std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(letters_).substr(begin, ends_[id] - begin);
  }

 private:
  /// A word's bytes, as two numbers; 0 beyond its end.
  struct Key {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct WordSlot {
    Key key;
    std::uint32_t stem = none;
  };
  struct StemSlot {
    std::size_t hash = 0;
    std::uint32_t id = none;
  };

  void read(std::string_view sentence, std::size_t begin);
  std::size_t read_plain(std::string_view sentence, std::size_t at, std::size_t begin, bool inside);
  std::size_t read_any(std::string_view sentence, std::size_t at, std::size_t begin, bool inside);
  static Key key_of(std::string_view sentence, std::size_t at, std::size_t size);
  WordSlot& find(const Key& key);
  void grow_words();
  std::uint32_t stem_id(std::string_view stem);
  void grow_stems();

  std::vector<Word> words_;
  std::vector<std::uint32_t> first_;  ///< of each sentence, and one more for the end
  std::vector<WordSlot> word_slots_;  ///< open addressing, half empty at least
  std::size_t known_words_ = 0;
  std::vector<StemSlot> stem_slots_;  ///< the same
  std::string letters_;               ///< of all stems, one after the other
  std::vector<std::size_t> ends_;     ///< of each stem in `letters_`
  std::vector<EnglishToken> tokens_;  ///< of the word at hand
};

}  // namespace duiqi::lexicon
