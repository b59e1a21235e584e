#include "lexicon/english_index.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>

#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {
namespace {

constexpr std::size_t longest_key = 16;

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
  return behind == other || (behind == joining && (byte_at(text, end + 1) == other ||
                                                   byte_at(text, end + 1) == joining));
}

}  // namespace

EnglishIndex::EnglishIndex(const Document& document) {
  first_.reserve(document.size() + 1);
  words_.reserve(document.text.size() / 6 + 1);  // a word of news and its blank
  grow_words();
  grow_stems();
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
    read(document.sentence(id), document.sentences[id].span.begin);
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
}

void EnglishIndex::read(std::string_view sentence, std::size_t begin) {
  const std::size_t before = words_.size();
  for (std::size_t at = 0; at < sentence.size();) {
    const Byte byte = byte_at(sentence, at);
    if (byte == lower || byte == upper) {
      at = read_plain(sentence, at, begin, words_.size() > before);
    } else if (byte == other || byte == joining) {
      ++at;
    } else {
      std::size_t next = at;
      const bool word = !unicode::plain_latin(unicode::next(sentence, next)).empty();
      at = word ? read_any(sentence, at, begin, words_.size() > before) : next;
    }
  }
}

std::size_t EnglishIndex::read_plain(std::string_view sentence, std::size_t at, std::size_t begin,
                                     bool inside) {
  std::size_t end = at;
  while (byte_at(sentence, end) == lower) ++end;
  bool all_upper = false;
  if (const std::size_t lowers = end; byte_at(sentence, end) == upper) {
    while (byte_at(sentence, end) == upper) ++end;
    all_upper = lowers == at && end - at > 1;
    for (; byte_at(sentence, end) == lower || byte_at(sentence, end) == upper; ++end) all_upper = false;
  }
  if (end - at > longest_key || !ends_word(sentence, end)) return read_any(sentence, at, begin, inside);
  const Key key = key_of(sentence, at, end - at);
  const WordSlot& slot = find(key);
  if (slot.stem == none) {
    const std::size_t read = words_.size();
    const std::size_t next = read_any(sentence, at, begin, inside);
    // "cannot" is two.
    if (words_.size() == read + 1) {
      WordSlot& fresh = find(key);
      fresh = {key, words_.back().stem};
      if (2 * ++known_words_ > word_slots_.size()) grow_words();
    }
    return next;
  }
  const bool begins_upper = byte_at(sentence, at) == upper;
  words_.push_back({{begin + at, begin + end}, slot.stem, all_upper || (begins_upper && inside)});
  return end;
}

std::size_t EnglishIndex::read_any(std::string_view sentence, std::size_t at, std::size_t begin,
                                   bool inside) {
  tokens_.clear();
  const std::size_t next = read_english_word(sentence, at, inside, tokens_);
  for (const EnglishToken& token : tokens_) {
    words_.push_back({{begin + token.span.begin, begin + token.span.end},
                      stem_id(token.stem),
                      token.capitalised});
  }
  return next;
}

EnglishIndex::Key EnglishIndex::key_of(std::string_view sentence, std::size_t at, std::size_t size) {
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

EnglishIndex::WordSlot& EnglishIndex::find(const Key& key) {
  // Fibonacci hashing (Knuth 6.4), of both halves.
  const std::uint64_t hash = (key.head ^ key.tail * 0x9E3779B97F4A7C15U) * 0x9E3779B97F4A7C15U;
  const std::size_t mask = word_slots_.size() - 1;
  std::size_t at = hash >> 32 & mask;
  while (word_slots_[at].stem != none && word_slots_[at].key != key) at = (at + 1) & mask;
  return word_slots_[at];
}

void EnglishIndex::grow_words() {
  std::vector<WordSlot> old(std::max<std::size_t>(1024, 2 * word_slots_.size()));
  old.swap(word_slots_);
  for (const WordSlot& slot : old) {
    if (slot.stem != none) find(slot.key) = slot;
  }
}

std::uint32_t EnglishIndex::stem_id(std::string_view stem) {
  if (2 * (ends_.size() + 1) > stem_slots_.size()) grow_stems();
  const std::size_t hash = std::hash<std::string_view>()(stem);
  for (std::size_t at = hash & (stem_slots_.size() - 1);; at = (at + 1) & (stem_slots_.size() - 1)) {
    StemSlot& slot = stem_slots_[at];
    if (slot.id == none) {
      slot = {hash, stems()};
      letters_ += stem;
      ends_.push_back(letters_.size());
      return slot.id;
    }
    if (slot.hash == hash && this->stem(slot.id) == stem) return slot.id;
  }
}

void EnglishIndex::grow_stems() {
  std::vector<StemSlot> old(std::max<std::size_t>(512, 2 * stem_slots_.size()));
  old.swap(stem_slots_);
  for (const StemSlot& slot : old) {
    if (slot.id == none) continue;
    std::size_t at = slot.hash & (stem_slots_.size() - 1);
    while (stem_slots_[at].id != none) at = (at + 1) & (stem_slots_.size() - 1);
    stem_slots_[at] = slot;
  }
}

}  // namespace duiqi::lexicon
