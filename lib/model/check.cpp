#include <algorithm>
#include <string>
#include <utility>

#include <duiqi/check.hpp>

namespace duiqi {
namespace {

// Where a text of fewer letters is taken for another language, it is as often a name or a quotation.
constexpr std::size_t fewest_letters = 20;
// Function words say which language a text is in from some two sentences on.
constexpr std::size_t fewest_words = 30;
// Of all words, in running English some 35 %; below this share a list of names or figures.
constexpr double share_of_function_words = .15;
// A side with more than this share of the other language holds both, if it has the other's grammar too. News
// in Chinese that is full of foreign names stays below .8 of Latin letters in every sentence of the dev sets.
constexpr double share_of_mixture = .2;
// Kana make up half of Japanese prose; a Chinese text that quotes Japanese titles stays far below this.
constexpr double japanese_kana = .15;

LanguageProfile profile(const Document& document) {
  if (document.sentences.empty()) return {};
  std::vector<Span> spans;
  spans.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) spans.push_back(sentence.span);
  return profile_language(document.text.view(), spans);
}

constexpr std::string_view mixture = "Chinese and English mixed";
constexpr std::string_view neither = "neither Chinese nor English";

// The language that a profile looks like, in English; empty where that can't be said.
std::string_view looks_like(const LanguageProfile& profile) {
  if (profile.letters() < fewest_letters) return {};
  const auto function_words = [&](std::size_t count) {
    return profile.words >= fewest_words &&
           static_cast<double>(count) > share_of_function_words * static_cast<double>(profile.words);
  };
  const double latin = profile.latin_share();
  if (latin > 1 - share_of_mixture) {
    const bool foreign =
        function_words(profile.foreign_words) && profile.foreign_words > profile.english_words * 3 / 2;
    return foreign ? profile.foreign_language : "English";
  }
  if (profile.han > fewest_letters && latin > share_of_mixture && function_words(profile.english_words)) {
    return mixture;
  }
  if (latin > .5) return {};
  const auto part = [&](std::size_t letters) {
    return static_cast<double>(letters) / static_cast<double>(profile.letters() - profile.latin);
  };
  if (part(profile.kana) > japanese_kana) return "Japanese";
  if (part(profile.hangul) > .5) return "Korean";
  return part(profile.other) > .5 ? neither : "Chinese";
}

std::string name_of(const Document& document, std::string_view side) {
  if (document.text.name().empty()) return std::string(side);
  return document.text.name() + " (" + std::string(side) + ")";
}

std::string it_looks(std::string_view language) {
  if (language == neither) return "is in neither Chinese nor English";
  if (language == mixture) {
    return "holds Chinese and English; where a file holds a text and its translation, read it as a record";
  }
  return "looks " + std::string(language);
}

// LF, CRLF and CR alike, as an editor counts them.
std::size_t line_ends_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    count += text[at] == '\n' ? at == 0 || text[at - 1] != '\r' : text[at] == '\r';
  }
  return count;
}

// The begin of a stretch, short enough for a message.
std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes
  std::size_t end = std::min({text.size(), text.find_first_of("\r\n"), longest});
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

void check_text(const Text& text, const std::string& name, std::vector<Warning>& warnings) {
  if (text.encoding_was_guessed()) {
    warnings.push_back(
        {WarningCode::guessed_encoding, name + " was read as " + text.source_encoding() +
                                            ", which is a guess; give its encoding if it is another"});
  }
  if (!text.replacements().empty()) {
    const std::size_t count = text.replacements().size();
    warnings.push_back(
        {WarningCode::replaced_bytes,
         name + ": " + std::to_string(count) +
             (count == 1 ? " invalid sequence of bytes was" : " invalid sequences of bytes were") +
             " replaced, the first at byte " + std::to_string(text.replacements().front()) +
             " of the text as read"});
  }
}

}  // namespace

std::vector<Warning> check_text(const Text& text) {
  std::vector<Warning> warnings;
  check_text(text, text.name().empty() ? std::string("the text") : text.name(), warnings);
  return warnings;
}

std::vector<Warning> check_languages(const Document& zh, const Document& en) {
  constexpr std::string_view zh_side = "the Chinese side";
  constexpr std::string_view en_side = "the English side";
  std::vector<Warning> warnings;
  check_text(zh.text, name_of(zh, zh_side), warnings);
  // The two sides of a record share one text.
  if (zh.text.view().data() != en.text.view().data()) check_text(en.text, name_of(en, en_side), warnings);

  for (const auto& [document, side] : {std::pair{&zh, zh_side}, std::pair{&en, en_side}}) {
    if (!document->sentences.empty()) continue;
    warnings.push_back({WarningCode::empty_side, name_of(*document, side) + " has no sentences"});
  }
  const std::string_view zh_language = looks_like(profile(zh));
  const std::string_view en_language = looks_like(profile(en));
  if (zh_language == "English" && en_language == "Chinese") {
    warnings.push_back({WarningCode::swapped_sides, name_of(zh, zh_side) + " looks English and " +
                                                        name_of(en, en_side) +
                                                        " looks Chinese; give the Chinese text first"});
    return warnings;
  }
  if (!zh_language.empty() && zh_language != "Chinese") {
    warnings.push_back(
        {WarningCode::unexpected_language, name_of(zh, zh_side) + " " + it_looks(zh_language)});
  }
  if (!en_language.empty() && en_language != "English") {
    warnings.push_back(
        {WarningCode::unexpected_language, name_of(en, en_side) + " " + it_looks(en_language)});
  }
  return warnings;
}

std::vector<Warning> check_record(const Record& record) {
  if (record.unassigned.empty()) return {};
  const Span first = record.unassigned.front();
  const std::string_view before = record.text.view().substr(0, first.begin);
  const std::size_t line = line_ends_in(before) + 1;
  const std::size_t count = record.unassigned.size();
  const std::string& name = record.text.name();
  return {{WarningCode::unassigned_text,
           (name.empty() ? std::string("the record") : name) + ": " + std::to_string(count) +
               (count == 1 ? " stretch of text was" : " stretches of text were") +
               " given to neither side, the first in line " + std::to_string(line) + " (\"" +
               excerpt(record.text.slice(first)) + "\")"}};
}

}  // namespace duiqi
