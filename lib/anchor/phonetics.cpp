#include "anchor/phonetics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "anchor/sound_costs.hpp"

namespace duiqi::anchor {
namespace {

class Builder {
 public:
  void add(std::uint8_t sound, bool consonant) {
    if (sounds_.size == Sounds::capacity) return;
    sounds_.list[sounds_.size++] = sound;
    sounds_.consonants = static_cast<std::uint8_t>(sounds_.consonants + (consonant ? 1 : 0));
  }
  void add(En sound) { add(static_cast<std::uint8_t>(sound), is_consonant(sound)); }
  void add(Zh sound) { add(static_cast<std::uint8_t>(sound), is_consonant(sound)); }
  const Sounds& sounds() const { return sounds_; }

 private:
  Sounds sounds_;
};

/// Initials that insertion_cost() makes dear.
constexpr bool costs_when_added(Zh sound) {
  return sound < Zh::final_n && sound != Zh::y && sound != Zh::w;
}

constexpr bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// --- Chinese ---

struct Spelled {
  std::string_view letters;
  Zh sound;
};

constexpr Spelled initials[] = {{"zh", Zh::zh}, {"ch", Zh::ch}, {"sh", Zh::sh}, {"b", Zh::b}, {"p", Zh::p},
                                {"m", Zh::m},   {"f", Zh::f},   {"d", Zh::d},   {"t", Zh::t}, {"n", Zh::n},
                                {"l", Zh::l},   {"g", Zh::g},   {"k", Zh::k},   {"h", Zh::h}, {"j", Zh::j},
                                {"q", Zh::q},   {"x", Zh::x},   {"r", Zh::r},   {"z", Zh::z}, {"c", Zh::c},
                                {"s", Zh::s},   {"y", Zh::y},   {"w", Zh::w}};

/// Finals without their nasal.
constexpr Spelled finals[] = {
    {"a", Zh::A},   {"ai", Zh::AI},  {"ao", Zh::AO}, {"e", Zh::E},    {"ei", Zh::EI}, {"i", Zh::I},
    {"ia", Zh::IA}, {"iao", Zh::AO}, {"ie", Zh::IE}, {"iu", Zh::U},   {"io", Zh::O},  {"o", Zh::O},
    {"ou", Zh::O},  {"u", Zh::U},    {"ua", Zh::A},  {"uai", Zh::AI}, {"ui", Zh::EI}, {"uo", Zh::O},
    {"v", Zh::V},   {"ve", Zh::IE},  {"ue", Zh::IE}, {"va", Zh::IA},  {"uan", Zh::A}};

bool is_buzzing(Zh initial) {
  return initial == Zh::zh || initial == Zh::ch || initial == Zh::sh || initial == Zh::r ||
         initial == Zh::z || initial == Zh::c || initial == Zh::s;
}

void add_syllable(std::string_view syllable, Builder& out) {
  if (syllable == "er") return out.add(Zh::er);
  bool has_initial = false;
  Zh initial = Zh::y;
  for (const Spelled& entry : initials) {
    if (!syllable.starts_with(entry.letters)) continue;
    initial = entry.sound;
    has_initial = true;
    syllable.remove_prefix(entry.letters.size());
    break;
  }
  bool palatal = initial == Zh::j || initial == Zh::q || initial == Zh::x;
  if (has_initial && initial == Zh::y) {
    palatal = true;
    if (syllable.starts_with('i') || syllable.starts_with('u'))
      has_initial = false;  // yi, yin, yu, yuan: a vowel
  }
  if (has_initial && initial == Zh::w && syllable.starts_with('u')) has_initial = false;
  if (has_initial) out.add(initial);
  Zh nasal = Zh::A;
  if (syllable.ends_with("ng")) {
    nasal = Zh::final_ng;
    syllable.remove_suffix(2);
  } else if (syllable.ends_with('n')) {
    nasal = Zh::final_n;
    syllable.remove_suffix(1);
  }
  Zh vowel = Zh::E;
  for (const Spelled& entry : finals) {
    if (entry.letters == syllable) vowel = entry.sound;
  }
  if (syllable == "i" && has_initial && is_buzzing(initial) && nasal == Zh::A) vowel = Zh::schwa;
  if (syllable == "u" && palatal) vowel = Zh::V;
  if (syllable == "ia" && nasal == Zh::final_n) vowel = Zh::IE;
  out.add(vowel);
  if (nasal != Zh::A) out.add(nasal);
}

// --- English ---

constexpr bool is_vowel_letter(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

struct Spelling {
  std::string_view letters;
  std::array<En, 2> sounds;
  std::uint8_t count;
};

/// Longest first among those that begin alike.
constexpr Spelling groups[] = {
    {"tsch", {En::ch}, 1},      {"sch", {En::sh}, 1}, {"tch", {En::ch}, 1},      {"chr", {En::k, En::r}, 2},
    {"ch", {En::ch}, 1},        {"ck", {En::k}, 1},   {"cz", {En::ch}, 1},       {"sh", {En::sh}, 1},
    {"sz", {En::s}, 1},         {"zh", {En::zh}, 1},  {"th", {En::th}, 1},       {"ph", {En::f}, 1},
    {"qu", {En::k, En::w}, 2},  {"tz", {En::ts}, 1},  {"ts", {En::ts}, 1},       {"dg", {En::j}, 1},
    {"kh", {En::h}, 1},         {"dh", {En::d}, 1},   {"bh", {En::b}, 1},        {"ee", {En::I}, 1},
    {"ea", {En::I}, 1},         {"oo", {En::U}, 1},   {"ou", {En::U}, 1},        {"ow", {En::O}, 1},
    {"au", {En::O}, 1},         {"aw", {En::O}, 1},   {"ie", {En::I}, 1},        {"oa", {En::O}, 1},
    {"ay", {En::E}, 1},         {"ai", {En::E}, 1},   {"ei", {En::AI}, 1},       {"ey", {En::I}, 1},
    {"eu", {En::AI, En::U}, 2}, {"ew", {En::U}, 1},   {"ui", {En::U, En::I}, 2}, {"uy", {En::I}, 1}};

/// By first letter: which of the groups begin with it, a bit each in their order.
constexpr auto groups_from = [] {
  static_assert(std::size(groups) <= 64);
  std::array<std::uint64_t, 26> bits{};
  for (std::size_t k = 0; k < std::size(groups); ++k)
    bits[static_cast<std::size_t>(groups[k].letters[0] - 'a')] |= std::uint64_t{1} << k;
  return bits;
}();

constexpr Spelling singles[] = {{"a", {En::A}, 1}, {"b", {En::b}, 1}, {"d", {En::d}, 1}, {"e", {En::E}, 1},
                                {"f", {En::f}, 1}, {"i", {En::I}, 1}, {"j", {En::j}, 1}, {"k", {En::k}, 1},
                                {"l", {En::l}, 1}, {"m", {En::m}, 1}, {"n", {En::n}, 1}, {"o", {En::O}, 1},
                                {"p", {En::p}, 1}, {"q", {En::k}, 1}, {"r", {En::r}, 1}, {"s", {En::s}, 1},
                                {"t", {En::t}, 1}, {"u", {En::U}, 1}, {"v", {En::v}, 1}, {"z", {En::z}, 1}};

class EnglishReader {
 public:
  explicit EnglishReader(std::string_view word) {
    for (const char c : word) {
      if (is_letter(c) && size_ < letters_.size()) letters_[size_++] = c;
    }
  }

  Sounds read() {
    while (at_ < size_) read_one();
    return out_.sounds();
  }

 private:
  char letter(std::size_t i) const { return i < size_ ? letters_[i] : '\0'; }
  std::string_view rest() const { return {letters_.data() + at_, size_ - at_}; }
  bool vowel_at(std::size_t i) const { return is_vowel_letter(letter(i)) || letter(i) == 'y'; }

  void read_one() {
    const char c = letter(at_);
    const char next = letter(at_ + 1);
    if (at_ > 0 && c == letter(at_ - 1) && !is_vowel_letter(c)) return skip(1);  // a double consonant is one
    if (at_ == 0 && silent_first(c, next)) return skip(1);
    for (std::uint64_t bits = groups_from[static_cast<std::size_t>(c - 'a')]; bits != 0; bits &= bits - 1) {
      const Spelling& group = groups[std::countr_zero(bits)];
      if (next == group.letters[1] && rest().starts_with(group.letters))
        return emit(group, group.letters.size());
    }
    switch (c) {
      case 'c':
        return emit(softens(next) ? En::s : En::k);
      case 'g':
        return read_g(next);
      case 'h':
        return vowel_at(at_ + 1) ? emit(En::h) : skip(1);
      case 'n':
        if (next == 'g' && !vowel_at(at_ + 2)) return out_.add(En::ng), skip(2);
        return emit(En::n);
      case 'w':
        return vowel_at(at_ + 1) ? emit(En::w) : skip(1);
      case 'x':
        if (at_ == 0) return emit(En::s);
        return out_.add(En::k), emit(En::s);
      case 'y':
        return is_vowel_letter(next) && (at_ == 0 || vowel_at(at_ - 1) || at_ + 1 < size_) ? emit(En::y)
                                                                                           : emit(En::I);
      case 'e':
        if (at_ + 1 == size_ && at_ > 1) return emit(En::silent_e);
        return emit(En::E);
      default:
        break;
    }
    for (const Spelling& single : singles) {
      if (single.letters[0] == c) return emit(single, 1);
    }
    skip(1);
  }

  void read_g(char next) {
    if (next == 'h') {
      const bool spoken = at_ == 0 || vowel_at(at_ + 2);
      if (spoken) out_.add(En::g);
      return skip(2);
    }
    if (next == 'n' && at_ == 0) return skip(1);
    emit(softens(next) ? En::soft_g : En::g);
  }

  static bool softens(char next) { return next == 'e' || next == 'i' || next == 'y'; }
  static bool silent_first(char c, char next) {
    return (c == 'k' && next == 'n') || (c == 'w' && next == 'r') ||
           (c == 'p' && (next == 's' || next == 't'));
  }

  void skip(std::size_t count) { at_ += count; }
  void emit(En sound) {
    out_.add(sound);
    ++at_;
  }
  void emit(const Spelling& spelling, std::size_t letters) {
    for (std::size_t i = 0; i < spelling.count; ++i) out_.add(spelling.sounds[i]);
    at_ += letters;
  }

  std::array<char, 40> letters_{};
  std::size_t size_ = 0;
  std::size_t at_ = 0;
  Builder out_;
};

}  // namespace

Sounds chinese_sounds(std::string_view pinyin) {
  Builder out;
  for (std::size_t begin = 0; begin < pinyin.size();) {
    std::size_t end = begin;
    while (end < pinyin.size() && is_letter(pinyin[end])) ++end;
    if (end > begin) add_syllable(pinyin.substr(begin, end - begin), out);
    begin = end + 1;
  }
  Sounds sounds = out.sounds();
  for (std::size_t j = 0; j < sounds.size; ++j) {
    sounds.alone[j] = static_cast<std::uint8_t>(insertion_cost(sounds, j));
  }
  return sounds;
}

Sounds english_sounds(std::string_view word) {
  Sounds sounds = EnglishReader(word).read();
  for (std::size_t i = 0; i < sounds.size; ++i) {
    sounds.alone[i] = static_cast<std::uint8_t>(deletion_cost(sounds, i));
  }
  return sounds;
}

int sound_distance(const Sounds& zh, const Sounds& en, int limit) {
  std::array<int, Sounds::capacity + 1> row;
  row[0] = 0;
  for (std::size_t j = 0; j < zh.size; ++j) row[j + 1] = row[j] + zh.alone[j];
  for (std::size_t i = 0; i < en.size; ++i) {
    const auto& costs = substitution_costs(en.list[i]);
    const int deletion = en.alone[i];
    int diagonal = row[0];
    int left = row[0] += deletion;
    int least = left;
    for (std::size_t j = 0; j < zh.size; ++j) {
      const int substituted = diagonal + costs[zh.list[j]];
      diagonal = row[j + 1];
      left = std::min({substituted, diagonal + deletion, left + zh.alone[j]});
      row[j + 1] = left;
      least = std::min(least, left);
    }
    if (least > limit) return least;
  }
  return row[zh.size];
}

/// Distance per consonant at which two words are alike to 1/e. Measured on the 1-1 beads of the evaluation
/// sets: see docs/anchors-names.md.
constexpr double steepness = 0.26;

int sound_limit(double similarity, int consonants) {
  return static_cast<int>(std::ceil(steepness * std::sqrt(-std::log(similarity)) * 100.0 * consonants));
}

double sound_similarity(int distance, const Sounds& zh, const Sounds& en) {
  const int consonants = std::max<int>(zh.consonants, en.consonants);
  if (consonants == 0) return 0;
  const double each = distance / (100.0 * consonants);
  const double alike = std::exp(-std::pow(each / steepness, 2));
  return consonants == 1 ? std::min(alike, 0.3) : alike;
}

double sound_similarity(const Sounds& zh, const Sounds& en) {
  return sound_similarity(sound_distance(zh, en), zh, en);
}

unsigned chinese_first_group(const Sounds& zh) {
  return first_group(static_cast<Zh>(zh.list[0]));
}

unsigned english_first_groups(const Sounds& en) {
  return en.size == 0 ? 0 : first_groups(en.list[0]);
}

std::uint32_t chinese_consonants(const Sounds& zh) {
  std::uint32_t set = 0;
  for (std::size_t j = 0; j < zh.size; ++j) {
    if (costs_when_added(static_cast<Zh>(zh.list[j]))) set |= 1U << zh.list[j];
  }
  return set;
}

std::uint32_t english_renderings(const Sounds& en) {
  static const auto of_sound = [] {
    std::array<std::uint32_t, en_sounds> sets{};
    for (std::uint8_t sound = 0; sound < en_sounds; ++sound) {
      for (std::uint8_t zh = 0; zh < zh_sounds; ++zh) {
        if (substitution_costs(sound)[zh] < unrendered_cost && costs_when_added(static_cast<Zh>(zh)))
          sets[sound] |= 1U << zh;
      }
    }
    return sets;
  }();
  std::uint32_t set = 0;
  for (std::size_t i = 0; i < en.size; ++i) set |= of_sound[en.list[i]];
  return set;
}

void add_chinese_sounds(const Sounds& more, Sounds& zh) {
  for (std::size_t j = 0; j < more.size && zh.size < Sounds::capacity; ++j) {
    const std::size_t at = zh.size++;
    zh.list[at] = more.list[j];
    zh.consonants =
        static_cast<std::uint8_t>(zh.consonants + (is_consonant(static_cast<Zh>(more.list[j])) ? 1 : 0));
    // Only a first sound costs by what stands before the syllable.
    zh.alone[at] = j > 0 ? more.alone[j] : static_cast<std::uint8_t>(insertion_cost(zh, at));
  }
}

}  // namespace duiqi::anchor
