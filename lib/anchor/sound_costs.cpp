#include "anchor/sound_costs.hpp"

namespace duiqi::anchor {
namespace {

/// Unlike consonants. More than dropping one and adding the other is never used.
constexpr int unlike = 130;

struct Cost {
  En en;
  Zh zh;
  int cost;
};

// From how Xinhua's tables and the press of Taiwan and Hong Kong render names.
constexpr Cost costs[] = {
    {En::b, Zh::b, 0},        {En::b, Zh::p, 25},        {En::b, Zh::w, 60},       {En::b, Zh::f, 60},
    {En::p, Zh::p, 0},        {En::p, Zh::b, 25},        {En::p, Zh::f, 50},       {En::m, Zh::m, 0},
    {En::m, Zh::final_n, 15}, {En::m, Zh::final_ng, 25}, {En::m, Zh::n, 60},       {En::f, Zh::f, 0},
    {En::f, Zh::h, 30},       {En::f, Zh::b, 60},        {En::f, Zh::p, 50},       {En::f, Zh::w, 50},
    {En::v, Zh::w, 0},        {En::v, Zh::f, 5},         {En::v, Zh::b, 30},       {En::w, Zh::w, 0},
    {En::w, Zh::h, 30},       {En::w, Zh::f, 50},        {En::d, Zh::d, 0},        {En::d, Zh::t, 20},
    {En::d, Zh::j, 45},       {En::d, Zh::zh, 50},       {En::d, Zh::z, 50},       {En::t, Zh::t, 0},
    {En::t, Zh::d, 20},       {En::t, Zh::c, 45},        {En::t, Zh::q, 50},       {En::t, Zh::j, 55},
    {En::t, Zh::ch, 45},      {En::n, Zh::n, 0},         {En::n, Zh::final_n, 0},  {En::n, Zh::final_ng, 5},
    {En::n, Zh::m, 60},       {En::n, Zh::l, 55},        {En::ng, Zh::final_n, 3}, {En::ng, Zh::final_ng, 0},
    {En::ng, Zh::n, 30},      {En::l, Zh::l, 0},         {En::l, Zh::er, 3},       {En::l, Zh::r, 45},
    {En::l, Zh::n, 60},       {En::l, Zh::w, 60},        {En::r, Zh::l, 4},        {En::r, Zh::r, 0},
    {En::r, Zh::er, 3},       {En::r, Zh::w, 60},        {En::g, Zh::g, 0},        {En::g, Zh::k, 25},
    {En::g, Zh::j, 10},       {En::g, Zh::h, 45},        {En::k, Zh::k, 0},        {En::k, Zh::g, 25},
    {En::k, Zh::j, 15},       {En::k, Zh::q, 30},        {En::k, Zh::h, 50},       {En::h, Zh::h, 0},
    {En::h, Zh::x, 10},       {En::h, Zh::k, 40},        {En::h, Zh::g, 55},       {En::j, Zh::j, 0},
    {En::j, Zh::zh, 3},       {En::j, Zh::q, 15},        {En::j, Zh::y, 20},       {En::j, Zh::z, 35},
    {En::j, Zh::h, 35},       {En::j, Zh::r, 35},        {En::j, Zh::x, 40},       {En::soft_g, Zh::g, 8},
    {En::soft_g, Zh::j, 0},   {En::soft_g, Zh::q, 20},   {En::soft_g, Zh::zh, 10}, {En::soft_g, Zh::k, 35},
    {En::soft_g, Zh::h, 35},  {En::soft_g, Zh::r, 35},   {En::ch, Zh::q, 0},       {En::ch, Zh::ch, 0},
    {En::ch, Zh::zh, 25},     {En::ch, Zh::j, 30},       {En::ch, Zh::k, 30},      {En::ch, Zh::sh, 25},
    {En::ch, Zh::x, 25},      {En::ch, Zh::c, 35},       {En::ch, Zh::h, 35},      {En::ch, Zh::g, 50},
    {En::sh, Zh::sh, 0},      {En::sh, Zh::x, 0},        {En::sh, Zh::s, 20},      {En::sh, Zh::q, 40},
    {En::sh, Zh::ch, 40},     {En::zh, Zh::zh, 0},       {En::zh, Zh::r, 10},      {En::zh, Zh::j, 10},
    {En::zh, Zh::z, 25},      {En::z, Zh::z, 0},         {En::z, Zh::s, 5},        {En::z, Zh::c, 20},
    {En::z, Zh::zh, 30},      {En::z, Zh::q, 40},        {En::z, Zh::x, 30},       {En::z, Zh::j, 35},
    {En::z, Zh::r, 50},       {En::s, Zh::s, 0},         {En::s, Zh::x, 0},        {En::s, Zh::sh, 8},
    {En::s, Zh::z, 12},       {En::s, Zh::c, 25},        {En::s, Zh::q, 40},       {En::s, Zh::ch, 45},
    {En::s, Zh::zh, 45},      {En::th, Zh::s, 5},        {En::th, Zh::t, 5},       {En::th, Zh::x, 10},
    {En::th, Zh::d, 20},      {En::th, Zh::sh, 25},      {En::ts, Zh::c, 0},       {En::ts, Zh::z, 5},
    {En::ts, Zh::s, 20},      {En::ts, Zh::q, 30},       {En::ts, Zh::zh, 30},     {En::y, Zh::y, 0},
    {En::y, Zh::j, 45},
};

struct VowelRow {
  Zh zh;
  std::array<int, 7> costs;  ///< for En::A … En::silent_e
};

constexpr VowelRow vowel_rows[] = {
    {Zh::A, {0, 15, 22, 15, 10, 20, 10}},  {Zh::AI, {10, 10, 0, 30, 30, 0, 10}},
    {Zh::AO, {10, 35, 35, 0, 20, 35, 15}}, {Zh::E, {18, 0, 14, 14, 12, 10, 0}},
    {Zh::EI, {6, 0, 8, 30, 25, 0, 5}},     {Zh::I, {30, 8, 0, 35, 22, 5, 3}},
    {Zh::IA, {0, 12, 10, 25, 25, 15, 10}}, {Zh::IE, {14, 0, 8, 30, 22, 8, 3}},
    {Zh::O, {14, 20, 35, 0, 10, 30, 10}},  {Zh::U, {30, 25, 30, 6, 0, 30, 8}},
    {Zh::V, {35, 18, 12, 25, 4, 12, 8}},   {Zh::schwa, {15, 6, 6, 15, 12, 10, 0}},
};

using Table = std::array<std::array<std::uint8_t, zh_sounds>, en_sounds>;

constexpr Table make_table() {
  Table table{};
  for (auto& row : table) {
    for (auto& cost : row) cost = static_cast<std::uint8_t>(unlike);
  }
  for (const Cost& entry : costs) {
    table[static_cast<std::size_t>(entry.en)][static_cast<std::size_t>(entry.zh)] =
        static_cast<std::uint8_t>(entry.cost);
  }
  for (const VowelRow& row : vowel_rows) {
    for (std::size_t i = 0; i < row.costs.size(); ++i) {
      table[static_cast<std::size_t>(En::A) + i][static_cast<std::size_t>(row.zh)] =
          static_cast<std::uint8_t>(row.costs[i]);
    }
  }
  const auto set = [&](En en, Zh zh, int cost) {
    table[static_cast<std::size_t>(en)][static_cast<std::size_t>(zh)] = static_cast<std::uint8_t>(cost);
  };
  // Glides and the vowels that they are made of.
  set(En::y, Zh::I, 10);
  set(En::I, Zh::y, 10);
  set(En::w, Zh::U, 12);
  set(En::w, Zh::O, 25);
  set(En::U, Zh::w, 12);
  set(En::O, Zh::w, 25);
  return table;
}

constexpr Table table = make_table();

}  // namespace

const std::array<std::uint8_t, zh_sounds>& substitution_costs(std::uint8_t en) {
  return table[en];
}

int deletion_cost(const Sounds& en, std::size_t i) {
  const auto sound = static_cast<En>(en.list[i]);
  const bool last = i + 1 == en.size;
  const bool before_vowel = !last && !is_consonant(static_cast<En>(en.list[i + 1]));
  switch (sound) {
    case En::silent_e:
      return 2;
    case En::A:
    case En::E:
    case En::I:
    case En::O:
    case En::U:
    case En::AI:
      return 14;
    case En::r:
      return before_vowel ? 60 : 10;
    case En::h:
      return 30;
    case En::w:
    case En::y:
      return 25;
    case En::t:
    case En::d:
      return before_vowel ? 85 : 35;
    case En::g:
    case En::k:
    case En::ts:
    case En::s:
    case En::p:
    case En::b:
    case En::th:
      return before_vowel ? 90 : 55;
    case En::l:
      return before_vowel ? 80 : 45;
    case En::n:
    case En::m:
    case En::ng:
      return 90;  // nearly always rendered
    default:
      return 90;
  }
}

int insertion_cost(const Sounds& zh, std::size_t j) {
  const auto sound = static_cast<Zh>(zh.list[j]);
  const bool after_consonant = j > 0 && is_consonant(static_cast<Zh>(zh.list[j - 1]));
  switch (sound) {
    case Zh::schwa:
      return 0;
    case Zh::U:
    case Zh::E:
      return after_consonant ? 4 : 25;
    case Zh::I:
      return after_consonant ? 8 : 25;
    case Zh::A:
    case Zh::AI:
    case Zh::AO:
    case Zh::EI:
    case Zh::IA:
    case Zh::IE:
    case Zh::O:
    case Zh::V:
      return 25;
    case Zh::y:
    case Zh::w:
      return 22;
    case Zh::er:
      return 30;
    case Zh::final_n:
    case Zh::final_ng:
      return 35;
    case Zh::h:
      return 60;
    default:
      return 95;
  }
}

unsigned first_group(Zh sound) {
  switch (sound) {
    case Zh::b:
    case Zh::p:
      return 0;
    case Zh::m:
      return 1;
    case Zh::f:
      return 2;
    case Zh::d:
    case Zh::t:
      return 3;
    case Zh::n:
      return 4;
    case Zh::l:
      return 5;
    case Zh::g:
      return 6;
    case Zh::k:
      return 7;
    case Zh::h:
      return 8;
    case Zh::j:
    case Zh::q:
      return 9;
    case Zh::x:
      return 10;
    case Zh::zh:
    case Zh::ch:
    case Zh::sh:
    case Zh::r:
      return 11;
    case Zh::z:
    case Zh::c:
    case Zh::s:
      return 12;
    case Zh::y:
      return 13;
    case Zh::w:
      return 14;
    default:
      return 15;  // vowels
  }
}

unsigned first_groups(std::uint8_t en) {
  if (!is_consonant(static_cast<En>(en))) return 1U << 13 | 1U << 14 | 1U << 15;
  constexpr int cheap = 35;  // a first sound is seldom rendered at more
  unsigned groups = 0;
  for (std::size_t zh = 0; zh < static_cast<std::size_t>(Zh::final_n); ++zh) {
    if (table[en][zh] <= cheap) groups |= 1U << first_group(static_cast<Zh>(zh));
  }
  return groups;
}

}  // namespace duiqi::anchor
