// Layer: data. English words that are no names although they may begin with a capital.
#pragma once

#include <string_view>

namespace duiqi::data {

/// Words that begin sentences or headlines, titles of persons, parts of names of institutions, months and
/// weekdays. `folded` is lower-case plain letters ("its", "youre").
bool is_common_english(std::string_view folded);

}  // namespace duiqi::data
