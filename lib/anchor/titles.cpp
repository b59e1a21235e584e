#include <algorithm>
#include <array>
#include <iterator>

#include "anchor/name_parts.hpp"
#include "data/pinyin.hpp"
#include "unicode/latin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

struct Quotes {
  char32_t open;
  char32_t close;
};
constexpr Quotes quotes[] = {{U'《', U'》'}, {U'〈', U'〉'}, {U'「', U'」'}, {U'『', U'』'},
                             {U'“', U'”'},   {U'‘', U'’'},   {U'"', U'"'}};

/// The mark that closes what `open` opens; 0 where it opens nothing.
char32_t closing(char32_t open) {
  for (const Quotes& pair : quotes) {
    if (pair.open == open) return pair.close;
  }
  return 0;
}

/// Code points; what is longer in quotation marks is speech, not a title.
constexpr std::size_t longest_title = 40;
constexpr std::size_t longest_quoted = 16;       // Chinese
constexpr std::size_t longest_quoted_words = 6;  // English

/// The first bytes of all that opens `quotes`; no byte inside of a code point is one of them. The last two
/// begin U+2000 to U+3FFF.
constexpr char openers[] = {'"', '\xE2', '\xE3'};

/// Walks over the places of the openers, each looked for with one memchr().
class OpenerSearch {
 public:
  explicit OpenerSearch(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < next_.size(); ++i) next_[i] = text.find(openers[i]);
  }

  /// The first at `at` or behind; npos where there is none. `at` never gets less.
  std::size_t from(std::size_t at) {
    std::size_t out = text_.npos;
    for (std::size_t i = 0; i < next_.size(); ++i) {
      if (next_[i] < at) next_[i] = text_.find(openers[i], at);
      out = std::min(out, next_[i]);
    }
    return out;
  }

 private:
  std::string_view text_;
  std::array<std::size_t, std::size(openers)> next_{};
};

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
  OpenerSearch search(text);
  for (std::size_t at = search.from(0); at < text.size(); at = search.from(at)) {
    const std::size_t begin = at;
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
