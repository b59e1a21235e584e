#include <catch2/catch.hpp>

#include "data/built_in_tables.hpp"
#include "data/gazetteer.hpp"
#include "data/han_image.hpp"
#include "data/name_image.hpp"

using namespace duiqi;

TEST_CASE("the tables that were built in are what ICU tells now") {
  // Fails after ICU was exchanged under a build: build again from nothing then.
  CHECK(data::built_in_tables().han == data::make_han_image());
  CHECK(data::built_in_tables().names == data::make_name_image({}));
}

TEST_CASE("an image of names gives the things back, with their prefixes") {
  const data::NameImage image = data::read_name_image(data::built_in_tables().names);
  const auto prefix = [&](std::u32string_view name) {
    std::uint64_t hash = data::name_hash_seed;
    for (const char32_t c : name) hash = data::carry_on(hash, c);
    return data::find_prefix(image.zh, hash);
  };
  CHECK(prefix(U"联合") == data::PrefixSlot::leads_on);
  CHECK(prefix(U"联合国") < image.things.size());
  CHECK(prefix(U"合联") == data::PrefixSlot::free);
}

TEST_CASE("without own rows and CLDR there are no names") {
  const std::string bytes = data::make_name_image({false, false});
  const data::NameImage image = data::read_name_image(bytes);
  CHECK(image.things.empty());
  CHECK(data::find_prefix(image.zh, data::carry_on(data::name_hash_seed, U'法')) == data::PrefixSlot::free);
}
