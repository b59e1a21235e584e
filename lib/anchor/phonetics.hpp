// Layer: anchor. How well Chinese characters, by their pinyin, sound like an English word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duiqi::anchor {

/// A word as a series of sounds: consonants in rough classes, and vowels. The two languages have classes of
/// their own. No allocation; what does not fit is cut off.
struct Sounds {
  static constexpr std::size_t capacity = 32;
  std::array<std::uint8_t, capacity> list{};
  std::array<std::uint8_t, capacity> alone{};  ///< what each costs that has no counterpart
  std::uint8_t size = 0;
  std::uint8_t consonants = 0;
};

/// `pinyin`: syllables without tones, with spaces or other non-letters between ("te lang pu").
Sounds chinese_sounds(std::string_view pinyin);
/// Appends the sounds of one more syllable: chinese_sounds() of "te lang" is that of "te" with that of "lang"
/// appended.
void add_chinese_sounds(const Sounds& more, Sounds& zh);

/// `word`: lower-case plain letters; all others are left out. Spelling rules common to the European
/// languages.
Sounds english_sounds(std::string_view word);

/// The cheapest way to turn one into the other: a weighted edit distance in hundredths of a consonant. What
/// Chinese adds as a rule (a vowel after a final consonant) and drops as a rule (r before a consonant, a
/// final t) costs little. Time: product of the lengths. Stops early, with a larger value, once all ways cost
/// more than `limit`.
int sound_distance(const Sounds& zh, const Sounds& en, int limit = 100'000);

/// In [0, 1]: 1 for a perfect rendering, falling steeply with the distance per consonant; at most .3 with a
/// single consonant, since such words are alike by chance.
double sound_similarity(const Sounds& zh, const Sounds& en);
double sound_similarity(int distance, const Sounds& zh, const Sounds& en);

/// The largest distance at which sound_similarity() may still reach `similarity`, in (0, 1).
int sound_limit(double similarity, int consonants);

/// What a rendering begins with, as one of 16 groups. Precondition: `zh` is not empty.
unsigned chinese_first_group(const Sounds& zh);
/// The groups in which a rendering of `en` may begin, as bits; at most five. 0 for no sounds.
unsigned english_first_groups(const Sounds& en);

/// A quick lower bound of sound_distance(): each kind of consonant of `zh` that no sound of `en` is usually
/// rendered by costs at least `unrendered_cost`. Both are sets of bits.
constexpr int unrendered_cost = 36;
std::uint32_t chinese_consonants(const Sounds& zh);
std::uint32_t english_renderings(const Sounds& en);

}  // namespace duiqi::anchor
