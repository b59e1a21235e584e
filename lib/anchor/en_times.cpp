// Clock times on the English side.
#include "anchor/en_scan.hpp"

namespace duiqi::anchor {
namespace {

enum class Half { none, am, pm };

/// a.m., pm, p.m: `at` moves behind it, a full stop included.
Half read_half_day(const EnTokens& tokens, std::size_t& at) {
  const std::string_view word = tokens[at].lower;
  const bool am = word == "am" || word == "a.m", pm = word == "pm" || word == "p.m";
  if (tokens[at].type != EnToken::word || (!am && !pm)) return Half::none;
  ++at;
  if (tokens.is_sign(at, U'.') && !tokens[at].space_before && word.size() == 3) ++at;
  return am ? Half::am : Half::pm;
}

int to_24(int hour, Half half) {
  if (half == Half::none) return hour;
  return hour % 12 + (half == Half::pm ? 12 : 0);
}

std::size_t add(const EnScan& scan, std::size_t begin, std::size_t end, int hour, int minute, Half half) {
  Anchor& anchor =
      scan.emit.add(AnchorKind::time, scan.span(begin, end), time_key(to_24(hour, half) % 24, minute),
                    is_approximated_before(scan.tokens, begin));
  if (half == Half::none && begin + 1 != end) add_other_half_day(anchor, hour, minute);
  return end;
}

bool is_whole(const EnToken& token, int most) {
  return token.type == EnToken::number && !token.grouped && token.value.small() >= 0 &&
         token.value.small() <= most && token.digits <= 2 && token.stop - token.begin == token.digits;
}

}  // namespace

std::size_t read_en_time(const EnScan& scan, std::size_t at) {
  const EnTokens& tokens = scan.tokens;
  const EnToken& token = tokens[at];
  if (token.lower == "noon" || token.lower == "midnight")
    return add(scan, at, at + 1, token.lower == "noon" ? 12 : 0, 0, Half::none);
  if (token.role == EnRole::half && tokens.is_word(at + 1, "past")) {
    const int hour = is_whole(tokens[at + 2], 12)           ? tokens[at + 2].value.small()
                     : tokens[at + 2].role == EnRole::small ? tokens[at + 2].role_value
                                                            : -1;
    return hour >= 1 && hour <= 12 ? add(scan, at, at + 3, hour, 30, Half::none) : 0;
  }
  if (token.role == EnRole::small) {  // three o'clock
    const bool clock =
        tokens.is_word(at + 1, "o") && tokens.is_sign(at + 2, U'\'') && tokens.is_word(at + 3, "clock");
    if (clock) return add(scan, at, at + 4, token.role_value, 0, Half::none);
    std::size_t end = at + 1;
    const Half half = token.role_value >= 1 && token.role_value <= 12 && tokens[end].lower != "am"
                          ? read_half_day(tokens, end)
                          : Half::none;
    return half == Half::none ? 0 : add(scan, at, end, token.role_value, 0, half);
  }
  if (token.type != EnToken::number) return 0;
  std::size_t end = at + 1;
  if (is_whole(token, 24)) {
    const int hour = token.value.small();
    if (tokens.is_sign(end, U':') && is_whole(tokens[end + 1], 59) && tokens[end + 1].digits == 2 &&
        !tokens[end].space_before && (!tokens[end + 1].space_before || token.digits == 2)) {
      const int minute = tokens[end + 1].value.small();
      end += 2;
      if (tokens.is_sign(end, U':')) return 0;
      const Half half = read_half_day(tokens, end);
      return add(scan, at, end, hour, minute, half);
    }
    if (tokens.is_word(end, "o") && tokens.is_sign(end + 1, U'\'') && tokens.is_word(end + 2, "clock"))
      return add(scan, at, end + 3, hour, 0, Half::none);
    const Half half = hour >= 1 && hour <= 12 ? read_half_day(tokens, end) : Half::none;
    return half == Half::none ? 0 : add(scan, at, end, hour, 0, half);
  }
  // 3.30pm
  const std::string_view text = tokens.sentence().substr(token.begin, token.stop - token.begin);
  const std::size_t point = text.find('.');
  if (point != text.npos && point <= 2 && text.size() == point + 3) {
    const Half half = read_half_day(tokens, end);
    const int hour = text[0] - '0' + (point == 2 ? (text[0] - '0') * 9 + text[1] - '0' : 0);
    const int minute = (text[point + 1] - '0') * 10 + text[point + 2] - '0';
    return half == Half::none || hour > 12 || minute > 59 ? 0 : add(scan, at, end, hour, minute, half);
  }
  if (token.digits == 4 && (tokens.is_word(end, "gmt") || tokens.is_word(end, "hours")) && !token.grouped) {
    const int hour = (text[0] - '0') * 10 + text[1] - '0', minute = (text[2] - '0') * 10 + text[3] - '0';
    const bool valid =
        text.size() == 4 && hour < 24 && minute < 60 && (tokens.is_word(end, "gmt") || text[0] == '0');
    return valid ? add(scan, at, at + 1, hour, minute, Half::none) : 0;
  }
  return 0;
}

}  // namespace duiqi::anchor
