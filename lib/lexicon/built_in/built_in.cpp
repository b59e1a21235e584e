#include <cstddef>
#include <string_view>

#include <duiqi/lexicon.hpp>

// The file as part of the library's read-only pages: the system reads of them what is used, when it is used,
// and processes share them. DUIQI_BUILT_IN_LEXICON is its path, from cmake/DuiqiBuiltIn.cmake.
asm(".section .rodata.duiqi_built_in_lexicon, \"a\"\n"
    ".balign 64\n"
    ".globl duiqi_built_in_lexicon_begin\n"
    ".hidden duiqi_built_in_lexicon_begin\n"
    "duiqi_built_in_lexicon_begin:\n"
    ".incbin \"" DUIQI_BUILT_IN_LEXICON
    "\"\n"
    ".globl duiqi_built_in_lexicon_end\n"
    ".hidden duiqi_built_in_lexicon_end\n"
    "duiqi_built_in_lexicon_end:\n"
    ".previous\n");

extern "C" {
__attribute__((visibility("hidden"))) extern const char duiqi_built_in_lexicon_begin[];
__attribute__((visibility("hidden"))) extern const char duiqi_built_in_lexicon_end[];
}

namespace duiqi {

const Lexicon& Lexicon::built_in() {
  // What is part of the program needs no checksum.
  static const Lexicon lexicon = Lexicon::from_image(
      std::string_view(duiqi_built_in_lexicon_begin,
                       static_cast<std::size_t>(duiqi_built_in_lexicon_end - duiqi_built_in_lexicon_begin)),
      "built-in", LexiconCheck::structure);
  return lexicon;
}

}  // namespace duiqi
