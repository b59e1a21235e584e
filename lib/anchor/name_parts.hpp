// Layer: anchor. The parts of find_names().
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/anchor.hpp>
#include <duiqi/document.hpp>

#include "anchor/chinese_text.hpp"
#include "anchor/english_words.hpp"
#include "data/gazetteer.hpp"

namespace duiqi::anchor {

/// A stretch of Chinese characters (indices into ChineseText::characters) that is a name.
struct ChineseName {
  AnchorKind kind = AnchorKind::place;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string key;
  std::vector<std::string> alternates;
};

/// Places, organisations, agencies and well-known persons of the gazetteer, in text order, without overlaps.
std::vector<ChineseName> find_known_names(const ChineseText& text);
/// The same of characters [begin, stop), which are whole sentences: no name crosses a sentence's border.
std::vector<ChineseName> find_known_names(const ChineseText& text, std::uint32_t begin, std::uint32_t stop);
/// Chinese persons' names by surname and context. Nothing inside `known`.
std::vector<ChineseName> find_chinese_persons(const ChineseText& text, const std::vector<ChineseName>& known);
/// Foreign names in transliteration characters. Nothing inside `taken`.
std::vector<ChineseName> find_transliterations(const ChineseText& text,
                                               const std::vector<ChineseName>& taken);
/// Latin words that the text puts in brackets behind a name become its alternates, wherever it stands.
void add_explanations(const ChineseText& text, std::vector<ChineseName>& names);

/// A document's English words, a sentence's after the other's.
struct EnglishText {
  std::vector<EnglishWord> words;
  std::vector<std::size_t> begins;  ///< of each sentence's words; one more at the end

  explicit EnglishText(const Document& document);

  std::span<const EnglishWord> sentence(std::uint32_t id) const {
    return std::span(words).subspan(begins[id], begins[id + 1] - begins[id]);
  }
};

/// Persons, places, organisations and the like, in text order.
void find_chinese_proper_names(const ChineseText& text, std::vector<Anchor>& out);
void find_english_proper_names(const Document& document, const EnglishText& text, std::vector<Anchor>& out);

/// Addresses, e-mails and codes of one sentence; on the Chinese side every Latin word.
void find_chinese_latin(const Document& document, std::uint32_t sentence, std::vector<Anchor>& out);
/// `words`: the sentence's.
void find_english_latin(const Document& document, std::uint32_t sentence, std::span<const EnglishWord> words,
                        std::vector<Anchor>& out);
/// 《…》 and short quotations of one sentence.
void find_titles(const Document& document, std::uint32_t sentence, std::vector<Anchor>& out);

AnchorKind kind_of(data::EntryKind kind);

/// Alternates beyond this number are left out, which keeps buckets few.
constexpr std::size_t most_alternates = 6;

}  // namespace duiqi::anchor
