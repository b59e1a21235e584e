#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <unordered_map>

#include <duiqi/check.hpp>

#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace {

// A Chinese character says about as much as three English letters: their ratio in translations of news.
constexpr std::size_t letters_of_han = 3;

struct FunctionWords {
  std::string_view language;
  std::string_view words;  // between spaces
};

// The commonest grammatical words of the languages whose texts are most often met where English was expected.
constexpr std::array languages = {
    FunctionWords{
        "English",
        "the of and to in a is for that on with was as at by it from be are he his has an have said but "
        "not will were they this which or their its had who been after she her would there"},
    FunctionWords{
        "German",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum"},
    FunctionWords{
        "French",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
        "la aux avec son ont elle cette mais ses été comme"},
    FunctionWords{
        "Spanish",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha "
        "me sin sobre este ya entre cuando todo esta ser son fue"},
    FunctionWords{
        "Italian",
        "di e il la che in a un per è una non si del con da i le della al dei alla ha sono nel anche lo "
        "più come ma dal gli delle nella"},
    FunctionWords{
        "Portuguese",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu "
        "sua ou quando muito nos já também pelo pela"},
    FunctionWords{
        "Dutch",
        "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door maar naar uit "
        "over nog wordt heeft zich dan hij"},
    FunctionWords{
        "Indonesian or Malay",
        "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena tersebut ada oleh "
        "saya kami mereka telah bisa atau sebagai kepada"},
    FunctionWords{
        "Vietnamese",
        "của và là có trong cho được các một người không với này những đã khi để từ về nhà ra công đến"},
};

constexpr std::size_t longest_function_word = 12;  // bytes

using Mask = std::uint16_t;

std::unordered_map<std::string_view, Mask> make_words() {
  std::unordered_map<std::string_view, Mask> out;
  for (std::size_t language = 0; language < languages.size(); ++language) {
    std::string_view rest = languages[language].words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      out[rest.substr(0, end)] |= static_cast<Mask>(1u << language);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// The function words, behind a table of their sizes and of the letters at their ends: most words of a text
/// are none of them.
class FunctionWordTable {
 public:
  FunctionWordTable() : masks_(make_words()) {
    for (const auto& [word, mask] : masks_) may_be_[place(word)] = true;
  }

  /// The languages that have the word, in any case.
  Mask find(std::string_view word) const {
    if (word.size() > longest_function_word || !may_be_[place(word)]) return 0;
    std::array<char, longest_function_word> letters;
    std::transform(word.begin(), word.end(), letters.begin(), lower);
    const auto found = masks_.find(std::string_view(letters.data(), word.size()));
    return found == masks_.end() ? Mask{0} : found->second;
  }

 private:
  /// Of a word that is not empty.
  static std::size_t place(std::string_view word) {
    const auto letter = [](char c) { return static_cast<unsigned char>(lower(c)); };
    return (letter(word.front()) * 37U + letter(word[word.size() / 2]) * 5U + letter(word.back()) * 11U +
            word.size() * 101U) %
           2048;
  }

  std::unordered_map<std::string_view, Mask> masks_;
  std::array<bool, 2048> may_be_{};
};

class WordCounts {
 public:
  void add(std::string_view word) {
    static const FunctionWordTable known;
    if (word.empty()) return;
    ++words;
    for (Mask mask = known.find(word); mask != 0; mask = static_cast<Mask>(mask & (mask - 1)))
      ++hits[static_cast<std::size_t>(std::countr_zero(mask))];
  }

  std::size_t words = 0;
  std::array<std::size_t, languages.size()> hits{};
};

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void count(std::string_view utf8, LanguageProfile& profile, WordCounts& counts) {
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    while (at < utf8.size() && is_ascii_letter(utf8[at])) ++at;
    if (at > begin) {
      profile.latin += at - begin;
      continue;
    }
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < 0x80 || (lead >= 0xE5 && lead <= 0xE9)) {  // no letter; U+5000 to U+9FFF
      at += lead < 0x80 ? 1 : 3;
      profile.han += lead >= 0x80;
      if (begin > word_begin) counts.add(utf8.substr(word_begin, begin - word_begin));
      word_begin = at;
      continue;
    }
    const unicode::Script script = unicode::script_of(unicode::next(utf8, at));
    profile.latin += script == unicode::Script::latin;
    profile.han += script == unicode::Script::han;
    profile.kana += script == unicode::Script::kana;
    profile.hangul += script == unicode::Script::hangul;
    profile.other += script == unicode::Script::other;
    if (script == unicode::Script::latin) continue;
    counts.add(utf8.substr(word_begin, begin - word_begin));
    word_begin = at;
  }
  counts.add(utf8.substr(word_begin));
}

double share(std::size_t part, const LanguageProfile& profile) {
  const std::size_t all = profile.latin + letters_of_han * (profile.letters() - profile.latin);
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

double LanguageProfile::chinese() const {
  return share(letters_of_han * han, *this);
}

double LanguageProfile::latin_share() const {
  return share(latin, *this);
}

LanguageProfile profile_language(std::string_view utf8, const std::vector<Span>& regions) {
  LanguageProfile profile;
  WordCounts counts;
  if (regions.empty()) count(utf8, profile, counts);
  for (const Span region : regions) count(slice(utf8, region), profile, counts);
  profile.words = counts.words;
  profile.english_words = counts.hits[0];
  const auto foreign = std::max_element(counts.hits.begin() + 1, counts.hits.end());
  profile.foreign_words = *foreign;
  if (*foreign > 0) {
    profile.foreign_language = languages[static_cast<std::size_t>(foreign - counts.hits.begin())].language;
  }
  return profile;
}

}  // namespace duiqi
