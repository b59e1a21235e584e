#include <array>

#include "anchor/name_parts.hpp"
#include "data/pinyin.hpp"
#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

/// The mark that closes what `open` opens; 0 where it opens nothing.
char32_t closing(char32_t open) {
  switch (open) {
    case U'《':
      return U'》';
    case U'〈':
      return U'〉';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'“':
      return U'”';
    case U'‘':
      return U'’';
    case U'"':
      return U'"';
    default:
      return 0;
  }
}

/// Code points; what is longer in quotation marks is speech, not a title.
constexpr std::size_t longest_title = 40;
constexpr std::size_t longest_quoted = 16;       // Chinese
constexpr std::size_t longest_quoted_words = 6;  // English

/// By its first byte: how many bytes a code point has, or 0 where it may open one of the quotes.
constexpr auto steps = [] {
  std::array<unsigned char, 256> out{};
  for (std::size_t lead = 0; lead < out.size(); ++lead)
    out[lead] = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  out[u8'"'] = out[0xE2] = out[0xE3] = 0;  // the last two of U+2000 to U+3FFF
  return out;
}();

bool is_book_mark(char32_t c) {
  return c == U'《' || c == U'〈';
}

/// Quoted words that may be a title: no punctuation inside; in English, words that begin with capitals.
bool may_be_title(std::string_view inner, Language language) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t length = 0;
  bool begins_word = true;
  for (std::size_t at = 0; at < inner.size(); ++length) {
    const char32_t c = unicode::next(inner, at);
    if (std::u32string_view(U"，。！？；：,.!?;:…").find(c) != std::u32string_view::npos) return false;
    const bool letter = !unicode::plain_latin(c).empty();
    if (letter && begins_word) {
      ++words;
      capitals += unicode::is_upper_latin(c) ? 1 : 0;
    }
    begins_word = c == U' ';
  }
  if (language == Language::chinese) return length <= longest_quoted;
  // Small words (of, the) are not capitalised in titles.
  return words <= longest_quoted_words && 2 * capitals > words;
}

/// Latin as letters, Chinese as pinyin: a title that is a name agrees in both languages (《Vogue》,
/// 《红楼梦》 and "Hong Lou Meng").
std::string title_key(std::string_view inner) {
  std::string key;
  for (std::size_t at = 0; at < inner.size();) {
    const char32_t c = data::simplified(unicode::next(inner, at));
    key += unicode::plain_latin(c);
    key += data::spelling(data::pinyin(c));
  }
  return key;
}

}  // namespace

void find_titles(const Document& document, std::uint32_t sentence, std::vector<Anchor>& out) {
  const std::string_view text = document.sentence(sentence);
  const std::size_t offset = document.sentences[sentence].span.begin;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (const unsigned char step = steps[static_cast<unsigned char>(text[at])]; step > 0) {
      at += step;
      continue;
    }
    const char32_t c = unicode::next(text, at);
    const char32_t close = closing(c);
    if (close == 0) continue;
    std::size_t end = at;
    std::size_t length = 0;
    while (end < text.size() && length <= longest_title && unicode::peek(text, end) != close) {
      unicode::next(text, end);
      ++length;
    }
    if (end >= text.size() || length > longest_title || length == 0) continue;
    if (!is_book_mark(c) && !may_be_title(text.substr(at, end - at), document.language)) continue;
    std::string key = title_key(text.substr(at, end - at));
    std::size_t behind = end;
    unicode::next(text, behind);
    if (!key.empty()) {
      out.push_back(
          {AnchorKind::title, {offset + begin, offset + behind}, sentence, std::move(key), {}, false});
    }
    // A straight quotation mark that closed must not open again.
    if (c == close) at = behind;
  }
}

}  // namespace duiqi::anchor
