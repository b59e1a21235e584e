// Layer: model. Whether texts are what they were given as: in Chinese, in English, in a known encoding.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/document.hpp>
#include <duiqi/export.hpp>
#include <duiqi/record.hpp>

namespace duiqi {

/// What a stretch of text is written in, counted.
struct LanguageProfile {
  std::size_t han = 0;  ///< letters of each script
  std::size_t kana = 0;
  std::size_t hangul = 0;
  std::size_t latin = 0;
  std::size_t other = 0;
  std::size_t words = 0;              ///< words of Latin letters
  std::size_t english_words = 0;      ///< those among the commonest function words of English
  std::size_t foreign_words = 0;      ///< the same for the one other language that has most of them
  std::string_view foreign_language;  ///< its English name ("German"); empty where `foreign_words` is 0

  std::size_t letters() const { return han + kana + hangul + latin + other; }
  /// The share of Chinese characters, in [0, 1], each weighed as three Latin letters, since it says about as
  /// much; 0 without letters.
  DUIQI_API double chinese() const;
  /// The share of Latin letters, in the same measure. Says nothing about which language of that script.
  DUIQI_API double latin_share() const;
};

/// Counts the whole of `utf8`, or the stretches `regions` of it where there are any. Precondition: `utf8` is
/// valid, and regions lie on boundaries. Cost: one pass.
DUIQI_API LanguageProfile profile_language(std::string_view utf8, const std::vector<Span>& regions = {});

/// How a text was decoded, where its user should know: guessed_encoding, replaced_bytes. The messages name
/// the text.
DUIQI_API std::vector<Warning> check_text(const Text& text);

/// What a user should know before trusting an alignment of the two: empty_side, swapped_sides,
/// unexpected_language, guessed_encoding, replaced_bytes. Looks at the sentences of both. Says nothing about
/// the language of a side of fewer than 20 letters. Cost: one pass.
DUIQI_API std::vector<Warning> check_languages(const Document& zh, const Document& en);

/// unassigned_text, once, where a record holds text that could not be given to a side; names its line.
DUIQI_API std::vector<Warning> check_record(const Record& record);

}  // namespace duiqi
