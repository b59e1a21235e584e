#include "lexicon/english_index.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <functional>

#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {
namespace {

/// What a byte is to the question where a plain word ends.
enum Byte : std::uint8_t { other, lower, upper, digit, joining, wide };

constexpr auto bytes = [] {
  std::array<Byte, 256> out{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) out[c] = lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) out[c] = upper;
  for (std::size_t c = '0'; c <= '9'; ++c) out[c] = digit;
  for (const char c : {'\'', '-', '.', ','}) out[static_cast<unsigned char>(c)] = joining;
  for (std::size_t c = 0x80; c < out.size(); ++c) out[c] = wide;
  return out;
}();

Byte byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? bytes[static_cast<unsigned char>(text[at])] : other;
}

/// Whether the letters that end at `end` are surely a word: nothing behind them may belong to it.
bool ends_word(std::string_view text, std::size_t end) {
  const Byte behind = byte_at(text, end);
  return behind == other ||
         (behind == joining && (byte_at(text, end + 1) == other || byte_at(text, end + 1) == joining));
}

/// A word's bytes, as two numbers; 0 beyond its end.
struct Key {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  friend bool operator==(const Key&, const Key&) = default;
};
constexpr std::size_t longest_key = sizeof(Key);

Key key_of(std::string_view sentence, std::size_t at, std::size_t size) {
  std::array<std::uint64_t, 2> key{};
  static_assert(sizeof(key) == longest_key);
  if (at + longest_key > sentence.size()) {
    std::memcpy(key.data(), sentence.data() + at, size);
    return {key[0], key[1]};
  }
  // A copy of fixed size is one load; what stands behind the word is shifted out. (Little-endian, as images.)
  std::memcpy(key.data(), sentence.data() + at, longest_key);
  if (size <= 8) return {key[0] << (64 - 8 * size) >> (64 - 8 * size), 0};
  return {key[0], key[1] << (128 - 8 * size) >> (128 - 8 * size)};
}

}  // namespace

/// Words met by a thread, and the numbers of their stems: its own, and those of the document at hand.
class EnglishIndex::Memory {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct WordSlot {
    Key key;
    std::uint32_t stem = none;
  };

  Memory() { forget(); }

  /// Between documents. Words of a language that is none go on for ever, so at times all are forgotten: with
  /// room for this many, nine in ten new words of a news text were met in the texts before.
  void begin_document() {
    constexpr std::size_t most_words = 16384;
    if (known_words_ > most_words || ends_.size() > most_words) forget();
    ++document_;
  }

  /// The word's slot, or an empty one where it can be put.
  WordSlot& find(const Key& key) {
    // Fibonacci hashing (Knuth 6.4), of both halves.
    const std::uint64_t hash = (key.head ^ key.tail * 0x9E3779B97F4A7C15U) * 0x9E3779B97F4A7C15U;
    const std::size_t mask = words_.size() - 1;
    std::size_t at = hash >> 32 & mask;
    while (words_[at].stem != none && words_[at].key != key) at = (at + 1) & mask;
    return words_[at];
  }

  void add(const Key& key, std::uint32_t stem) {
    find(key) = {key, stem};
    if (2 * ++known_words_ > words_.size()) grow_words();
  }

  std::uint32_t stem_id(std::string_view stem) {
    if (2 * (ends_.size() + 1) > stems_.size()) grow_stems();
    const std::size_t hash = std::hash<std::string_view>()(stem);
    const std::size_t mask = stems_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      StemSlot& slot = stems_[at];
      if (slot.id == none) {
        slot = {hash, static_cast<std::uint32_t>(ends_.size())};
        letters_ += stem;
        ends_.push_back(letters_.size());
        local_.emplace_back();
        return slot.id;
      }
      if (slot.hash == hash && this->stem(slot.id) == stem) return slot.id;
    }
  }

  std::string_view stem(std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(letters_).substr(begin, ends_[id] - begin);
  }

  /// The stem's number in the document at hand; `fresh` where it has none yet.
  std::uint32_t number(std::uint32_t id, std::uint32_t fresh) {
    Local& local = local_[id];
    if (local.document != document_) local = {document_, fresh};
    return local.number;
  }

  /// Another one whenever all is forgotten; no two threads have the same.
  std::uint64_t generation() const { return generation_; }

  static constexpr std::uint32_t unasked = 0xFFFFFFFE;
  /// Of each stem its id in a lexicon, or none, or unasked. The contents tell lexicons apart, by their hash
  /// and size. Valid until the next call.
  std::vector<std::uint32_t>& ids_in(const Lexicon::Image& image) {
    constexpr std::size_t most_lexicons = 8;
    auto at = std::find_if(lexicons_.begin(), lexicons_.end(), [&](const LexiconIds& one) {
      return one.hash == image.hash() && one.stems == image.stems();
    });
    if (at == lexicons_.end()) {
      if (lexicons_.size() == most_lexicons) lexicons_.clear();
      lexicons_.push_back({image.hash(), image.stems(), {}});
      at = lexicons_.end() - 1;
    }
    at->ids.resize(ends_.size(), unasked);
    return at->ids;
  }

  std::vector<EnglishToken> tokens;  ///< of the word at hand

 private:
  struct StemSlot {
    std::size_t hash = 0;
    std::uint32_t id = none;
  };
  struct Local {
    std::uint64_t document = 0;
    std::uint32_t number = 0;
  };

  struct LexiconIds {
    std::uint64_t hash;
    std::uint32_t stems;
    std::vector<std::uint32_t> ids;
  };

  void forget() {
    static std::atomic<std::uint64_t> generations{0};
    generation_ = ++generations;
    lexicons_.clear();
    words_.assign(1024, {});
    stems_.assign(1024, {});
    letters_.clear();
    ends_.clear();
    local_.clear();
    known_words_ = 0;
  }

  void grow_words() {
    std::vector<WordSlot> old(2 * words_.size());
    old.swap(words_);
    for (const WordSlot& slot : old) {
      if (slot.stem != none) find(slot.key) = slot;
    }
  }

  void grow_stems() {
    std::vector<StemSlot> old(2 * stems_.size());
    old.swap(stems_);
    for (const StemSlot& slot : old) {
      if (slot.id == none) continue;
      std::size_t at = slot.hash & (stems_.size() - 1);
      while (stems_[at].id != none) at = (at + 1) & (stems_.size() - 1);
      stems_[at] = slot;
    }
  }

  std::uint64_t generation_ = 0;
  std::vector<LexiconIds> lexicons_;
  std::uint64_t document_ = 0;
  std::vector<WordSlot> words_;  ///< open addressing, half empty at least
  std::vector<StemSlot> stems_;  ///< the same
  std::size_t known_words_ = 0;
  std::string letters_;            ///< of all stems, one after the other
  std::vector<std::size_t> ends_;  ///< of each stem in `letters_`
  std::vector<Local> local_;       ///< of each stem
};

EnglishIndex::Memory& EnglishIndex::memory() {
  thread_local Memory memory;
  return memory;
}

EnglishIndex::EnglishIndex(const Document& document) {
  Memory& memory = EnglishIndex::memory();
  memory.begin_document();
  memory_ = memory.generation();
  first_.reserve(document.size() + 1);
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
    read(document.sentence(id), document.sentences[id].span.begin, memory);
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
}

void EnglishIndex::read(std::string_view sentence, std::size_t begin, Memory& memory) {
  const std::size_t before = words_.size();
  for (std::size_t at = 0; at < sentence.size();) {
    const Byte byte = byte_at(sentence, at);
    if (byte == lower || byte == upper) {
      at = read_plain(sentence, at, begin, words_.size() > before, memory);
    } else if (byte == other || byte == joining) {
      ++at;
    } else {
      std::size_t next = at;
      const bool word = !unicode::plain_latin(unicode::next(sentence, next)).empty();
      at = word ? read_any(sentence, at, begin, words_.size() > before, memory) : next;
    }
  }
}

std::size_t EnglishIndex::read_plain(std::string_view sentence, std::size_t at, std::size_t begin,
                                     bool inside, Memory& memory) {
  std::size_t end = at;
  std::size_t uppers = 0;
  for (Byte byte = byte_at(sentence, end); byte == lower || byte == upper; byte = byte_at(sentence, ++end))
    uppers += byte == upper;
  const std::size_t size = end - at;
  if (size > longest_key || !ends_word(sentence, end)) return read_any(sentence, at, begin, inside, memory);
  const Key key = key_of(sentence, at, size);
  const std::uint32_t stem = memory.find(key).stem;
  if (stem != Memory::none) {
    const bool all_upper = size > 1 && uppers == size;
    const bool begins_upper = byte_at(sentence, at) == upper;
    words_.push_back(
        {{begin + at, begin + end}, number(stem, memory), all_upper || (begins_upper && inside)});
    return end;
  }
  const std::size_t next = read_any(sentence, at, begin, inside, memory);
  // "cannot" is two.
  if (memory.tokens.size() == 1) memory.add(key, memory.stem_id(memory.tokens.front().stem));
  return next;
}

std::size_t EnglishIndex::read_any(std::string_view sentence, std::size_t at, std::size_t begin, bool inside,
                                   Memory& memory) {
  memory.tokens.clear();
  const std::size_t next = read_english_word(sentence, at, inside, memory.tokens);
  for (const EnglishToken& token : memory.tokens) {
    words_.push_back({{begin + token.span.begin, begin + token.span.end},
                      number(memory.stem_id(token.stem), memory),
                      token.capitalised});
  }
  return next;
}

std::vector<std::uint32_t> EnglishIndex::ids_in(const Lexicon::Image& image) const {
  Memory& memory = EnglishIndex::memory();
  std::vector<std::uint32_t> out(stems());
  if (memory.generation() != memory_) {  // it forgot since, or is another thread's
    for (std::uint32_t id = 0; id < out.size(); ++id) out[id] = image.find_stem(stem(id));
    return out;
  }
  std::vector<std::uint32_t>& known = memory.ids_in(image);
  for (std::uint32_t id = 0; id < out.size(); ++id) {
    std::uint32_t& there = known[remembered_[id]];
    if (there == Memory::unasked) there = image.find_stem(stem(id));
    out[id] = there;
  }
  return out;
}

std::uint32_t EnglishIndex::number(std::uint32_t remembered, Memory& memory) {
  const std::uint32_t id = memory.number(remembered, stems());
  if (id == stems()) {
    letters_ += memory.stem(remembered);
    remembered_.push_back(remembered);
    ends_.push_back(letters_.size());
  }
  return id;
}

}  // namespace duiqi::lexicon
