// Files that are no lexicons, and lexicons that were harmed: refused with the reason, or safe.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstring>
#include <random>
#include <string>

#include <duiqi/error.hpp>

#include "lexicon/format.hpp"
#include "lexicon/hash.hpp"
#include "unit/lexicon/made_lexicon.hpp"
#include "use_image.hpp"

using namespace duiqi;

namespace {

std::string reason(const std::string& bytes, LexiconCheck check = LexiconCheck::full) {
  try {
    Lexicon::from_image(bytes, "x.dqlex", check);
    return {};
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_format);
    CHECK(error.place().file == "x.dqlex");
    return error.what();
  }
}

template <typename Value>
void put(std::string& bytes, std::size_t at, Value value) {
  std::memcpy(bytes.data() + at, &value, sizeof(value));
}

/// What someone who means harm would do after changing a byte.
void sign(std::string& bytes) {
  put(bytes, offsetof(lexicon::Header, checksum),
      lexicon::hash_bytes(std::string_view(bytes).substr(lexicon::checksum_begin)));
}

}  // namespace

TEST_CASE("a file that is refused says why and what to do") {
  const std::string good = build_lexicon(made_lexicon());
  CHECK(reason(good).empty());
  struct Row {
    const char* what;
    std::string bytes;
    const char* says;
  };
  std::string later = good, extended = good, flipped = good, text_mode = good;
  put(later, offsetof(lexicon::Header, version), 2U);
  put(extended, offsetof(lexicon::Header, flags), 1U);
  flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 4);
  text_mode.erase(6, 1);  // a carriage return, lost on the way
  for (const Row& row :
       {Row{"empty", "", "the file is empty"},
        Row{"CC-CEDICT", "# CC-CEDICT\n的 的 [de5] /of/\n", "this is no lexicon of duiqi; make one"},
        Row{"text mode", text_mode, "this is no lexicon of duiqi"},
        Row{"header cut", good.substr(0, 100), "byte 100: the file is truncated within its header"},
        Row{"end cut", good.substr(0, good.size() - 1), "the file is truncated: it has"},
        Row{"longer", good + "x", "the file is damaged: it has"},
        Row{"later", later, "this lexicon has format 2, this version of duiqi reads format 1; use a newer"},
        Row{"extended", extended, "with extensions"},
        Row{"a bit", flipped, "the file is damaged: its checksum does not fit; get or build it again"}}) {
    CAPTURE(row.what);
    CHECK_THAT(reason(row.bytes), Catch::StartsWith("x.dqlex: ") && Catch::Contains(row.says));
  }
}

TEST_CASE("every truncation, and every changed byte, is found") {
  const std::string good = build_lexicon(made_lexicon());
  for (std::size_t size = 0; size < good.size(); ++size) {
    if (reason(good.substr(0, size)).empty()) FAIL("cut to " << size);
  }
  std::mt19937 random(3);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1 + random() % 255));
    if (reason(bad).empty()) FAIL("changed at " << at);
  }
}

TEST_CASE("an image that was changed and signed again is refused or safe to use") {
  const std::string good = build_lexicon(made_lexicon());
  std::mt19937 random(4);
  int used = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned value : {0U, 1U, 0x7FU, 0x80U, 0xFFU, static_cast<unsigned>(random() & 0xFF)}) {
      std::string bad = good;
      bad[at] = static_cast<char>(value);
      sign(bad);
      const std::string why = reason(bad);
      CHECK(why == reason(bad, LexiconCheck::structure));
      if (!why.empty()) continue;
      ++used;
      lexicon::use_image(bad);
    }
  }
  CHECK(used > 1000);
}

TEST_CASE("an image at an odd address is read") {
  const std::string good = build_lexicon(made_lexicon());
  const std::string moved = "x" + good;
  CHECK(Lexicon::from_image(std::string_view(moved).substr(1)).hash() == Lexicon::from_image(good).hash());
}

TEST_CASE("stems that were made by other rules are made anew") {
  const std::string good = build_lexicon(made_lexicon());
  std::string old = good;
  put(old, offsetof(lexicon::Header, stemmer), lexicon::stemmer_version + 1);
  sign(old);
  CHECK(Lexicon::from_image(old).hash() == Lexicon::from_image(good).hash());
}
