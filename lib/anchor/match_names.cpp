#include <algorithm>
#include <string_view>

#include "anchor/names.hpp"
#include "anchor/phonetics.hpp"

namespace duiqi::anchor {
namespace {

/// A surname or a given name alone against the full name: it may be another bearer's.
constexpr double part_strength = 0.7;
/// Below it names that sound alike are no match: on the dev sets' 1-1 beads fewer than half are right.
constexpr double least_similarity = 0.35;

bool is_thing(AnchorKind kind) {
  return kind == AnchorKind::place || kind == AnchorKind::organisation || kind == AnchorKind::agency;
}

bool equal_no_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

template <typename Visit>
void for_each_key(const Anchor& anchor, const Visit& visit) {
  visit(std::string_view(anchor.key));
  for (const std::string& alternate : anchor.alternates) visit(std::string_view(alternate));
}

std::string_view before_space(std::string_view key) {
  return key.substr(0, key.find(' '));
}
std::string_view behind_space(std::string_view key) {
  const auto space = key.find(' ');
  return space == key.npos ? std::string_view{} : key.substr(space + 1);
}

/// 1 for equal keys, less where one is a part of the other ("zhao" and "zhao zhenye").
double compare_person_keys(std::string_view a, std::string_view b) {
  if (equal_no_case(a, b)) return 1;
  const bool a_full = !behind_space(a).empty();
  const bool b_full = !behind_space(b).empty();
  if (a_full == b_full) return 0;
  const std::string_view full = a_full ? a : b;
  const std::string_view part = a_full ? b : a;
  return part == before_space(full) || part == behind_space(full) ? part_strength : 0;
}

double best_person_match(const Anchor& zh, const Anchor& en) {
  double best = 0;
  for_each_key(zh, [&](std::string_view a) {
    for_each_key(en, [&](std::string_view b) { best = std::max(best, compare_person_keys(a, b)); });
  });
  return best;
}

bool share_key(const Anchor& zh, const Anchor& en) {
  bool found = false;
  for_each_key(zh, [&](std::string_view a) {
    for_each_key(en, [&](std::string_view b) { found = found || equal_no_case(a, b); });
  });
  return found;
}

double compare_sounds(const Anchor& zh, const Anchor& en) {
  const Sounds zh_sounds = chinese_sounds(zh.key);
  const Sounds en_sounds = english_sounds(en.key);
  if (zh_sounds.size == 0 || (english_first_groups(en_sounds) >> chinese_first_group(zh_sounds) & 1U) == 0)
    return 0;
  const double similarity = sound_similarity(zh_sounds, en_sounds);
  return similarity < least_similarity ? 0 : similarity;
}

std::uint64_t hash_key(std::string_view key) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char c : key) {
    hash = (hash ^ static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)) * 1099511628211ULL;
  }
  return hash;
}

/// Far from hashes of keys, which are odd multiples of a large prime: told apart by a mark in front.
std::uint64_t group_bucket(unsigned group) {
  const char name[] = {'\x01', static_cast<char>('a' + group)};
  return hash_key({name, 2});
}

}  // namespace

double match_names(const Anchor& zh, const Anchor& en) {
  const bool title_or_address = zh.kind >= AnchorKind::url || en.kind >= AnchorKind::url;
  if (title_or_address) return zh.kind == en.kind && share_key(zh, en) ? 1 : 0;
  if (is_thing(zh.kind) && is_thing(en.kind)) return share_key(zh, en) ? 1 : 0;
  if (zh.kind == AnchorKind::foreign_name && (en.kind == AnchorKind::foreign_name)) {
    if (share_key(zh, en)) return 1;
    return compare_sounds(zh, en);
  }
  if (zh.kind == AnchorKind::person || zh.kind == AnchorKind::foreign_name) {
    if (en.kind == AnchorKind::person || en.kind == AnchorKind::foreign_name)
      return best_person_match(zh, en);
  }
  return share_key(zh, en) ? 1 : 0;
}

void name_buckets(const Anchor& anchor, std::vector<std::uint64_t>& out) {
  const std::size_t before = out.size();
  const auto add = [&](std::uint64_t bucket) {
    if (std::find(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), bucket) == out.end())
      out.push_back(bucket);
  };
  const bool person = anchor.kind == AnchorKind::person || anchor.kind == AnchorKind::foreign_name;
  for_each_key(anchor, [&](std::string_view key) {
    add(hash_key(key));
    if (!person || behind_space(key).empty()) return;
    add(hash_key(before_space(key)));
    add(hash_key(behind_space(key)));
  });
  if (anchor.kind != AnchorKind::foreign_name) return;
  // The Chinese side's key has spaces between syllables or is one syllable; either side gives its groups.
  const Sounds zh_sounds = chinese_sounds(anchor.key);
  const unsigned groups = english_first_groups(english_sounds(anchor.key));
  for (unsigned group = 0; group < 16; ++group) {
    if (groups >> group & 1U) add(group_bucket(group));
  }
  if (zh_sounds.size > 0 && anchor.key.find(' ') != std::string::npos)
    add(group_bucket(chinese_first_group(zh_sounds)));
}

}  // namespace duiqi::anchor
