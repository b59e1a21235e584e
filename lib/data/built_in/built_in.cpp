#include <cstddef>
#include <string_view>

#include "data/built_in_tables.hpp"

// The files as part of the library's read-only pages: the system reads of them what is used, when it is used,
// and processes share them. DUIQI_BUILT_IN_TABLES is their folder, from cmake/DuiqiBuiltIn.cmake.
#define DUIQI_INCLUDE_TABLE(name)                                                           \
  asm(".section .rodata.duiqi_table_" #name                                                 \
      ", \"a\"\n"                                                                           \
      ".balign 64\n"                                                                        \
      ".globl duiqi_table_" #name                                                           \
      "_begin\n"                                                                            \
      ".hidden duiqi_table_" #name                                                          \
      "_begin\n"                                                                            \
      "duiqi_table_" #name                                                                  \
      "_begin:\n"                                                                           \
      ".incbin \"" DUIQI_BUILT_IN_TABLES "/" #name                                          \
      ".table\"\n"                                                                          \
      ".globl duiqi_table_" #name                                                           \
      "_end\n"                                                                              \
      ".hidden duiqi_table_" #name                                                          \
      "_end\n"                                                                              \
      "duiqi_table_" #name                                                                  \
      "_end:\n"                                                                             \
      ".previous\n");                                                                       \
  extern "C" __attribute__((visibility("hidden"))) const char duiqi_table_##name##_begin[]; \
  extern "C" __attribute__((visibility("hidden"))) const char duiqi_table_##name##_end[]

DUIQI_INCLUDE_TABLE(han);
DUIQI_INCLUDE_TABLE(names);

namespace duiqi::data {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

BuiltInTables built_in_tables() noexcept {
  return {between(duiqi_table_han_begin, duiqi_table_han_end),
          between(duiqi_table_names_begin, duiqi_table_names_end)};
}

}  // namespace duiqi::data
