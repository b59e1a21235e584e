// Layer: lexicon. The words of an English document, read once, with numbers for their stems.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>
#include <duiqi/lexicon.hpp>
#include <duiqi/span.hpp>

namespace duiqi::lexicon {

/// The tokens that tokenise_english() gives for each sentence. Most words are letters between blanks and come
/// again and again, also in other documents: such a word is tokenised where a thread meets it first, and
/// found by its bytes from then on. The result does not depend on what a thread met before. Each thread
/// remembers some ten thousand words (1 MB).
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
  /// Of each stem its id in a lexicon, or Image::no_stem. The thread that made the index remembers them.
  std::vector<std::uint32_t> ids_in(const Lexicon::Image& image) const;
  /// Valid as long as the index.
  std::string_view stem(std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(letters_).substr(begin, ends_[id] - begin);
  }

 private:
  class Memory;

  void read(std::string_view sentence, std::size_t begin, Memory& memory);
  /// Letters only, as nearly all words.
  std::size_t read_plain(std::string_view sentence, std::size_t at, std::size_t begin, bool inside,
                         Memory& memory);
  std::size_t read_any(std::string_view sentence, std::size_t at, std::size_t begin, bool inside,
                       Memory& memory);
  std::uint32_t number(std::uint32_t remembered, Memory& memory);
  static Memory& memory();

  std::vector<Word> words_;
  std::vector<std::uint32_t> first_;       ///< of each sentence, and one more for the end
  std::string letters_;                    ///< of all stems, one after the other
  std::vector<std::size_t> ends_;          ///< of each stem in `letters_`
  std::vector<std::uint32_t> remembered_;  ///< of each stem: the thread's number for it
  std::uint64_t memory_ = 0;               ///< that of which these are numbers
};

}  // namespace duiqi::lexicon
