// A small lexicon for tests, with what real ones have.
#pragma once

#include <duiqi/lexicon.hpp>

namespace duiqi {

inline LexiconData made_lexicon() {
  return {{{"made", "CC0-1.0", "for tests"}, {"made too", "", ""}},
          {{"中国", {{"China"}, {"Chinese"}}, 1},                         // China
           {"中", {{"middle"}, {"in"}, {"China"}}, 1},                    // middle
           {"国", {{"country"}, {"nation"}, {"state"}}, 2},               // country
           {"中国人民", {{"Chinese people"}}, 3},                         // the Chinese people
           {"人民", {{"people", .75}, {"the people", .2}}, 1},            // people, as learned
           {"的", {{"of"}, {"of the"}}, 1},                               // of
           {"AA制", {{"go Dutch"}}, 6},                                   // each pays their share
           {"表示", {{"say"}, {"state"}, {"express"}, {"indicate"}}, 1},  // say
           {"里程碑", {{"milestone"}}},                                   // milestone
           {"𠮷野家", {{"Yoshinoya"}}, 6}}};                              // a name with U+20BB7
}

}  // namespace duiqi
