# A dependency is declared once; the build, duiqiConfig.cmake and duiqi.pc all read that declaration.
include_guard(GLOBAL)

set(DUIQI_FIND_DEPENDENCIES "")  # find_dependency(…) lines for duiqiConfig.cmake
set(DUIQI_PC_REQUIRES "")        # pkg-config modules
set(DUIQI_PC_LIBS "")            # linker flags for what has no pkg-config module

# duiqi_build_dependency(PACKAGE [FIND ARG …] DEBIAN NAME): finds what only the build needs.
macro(duiqi_build_dependency package)
  cmake_parse_arguments(dependency "" "DEBIAN" "FIND;PKG_CONFIG;LIBS" ${ARGN})
  find_package(${package} ${dependency_FIND} QUIET)
  if(NOT ${package}_FOUND)
    list(JOIN dependency_FIND " " dependency_FIND)
    message(FATAL_ERROR "duiqi needs ${package} ${dependency_FIND}, which was not found.\n"
                        "On Debian: apt-get install ${dependency_DEBIAN}. Elsewhere, point CMAKE_PREFIX_PATH to it.")
  endif()
endmacro()

# duiqi_dependency(PACKAGE [FIND ARG …] [PKG_CONFIG MODULE …] [LIBS FLAG …] DEBIAN NAME): finds what libduiqi links.
macro(duiqi_dependency package)
  duiqi_build_dependency(${package} ${ARGN})
  list(JOIN dependency_FIND " " dependency_FIND)
  string(APPEND DUIQI_FIND_DEPENDENCIES "  find_dependency(${package} ${dependency_FIND})\n")
  list(APPEND DUIQI_PC_REQUIRES ${dependency_PKG_CONFIG})
  list(APPEND DUIQI_PC_LIBS ${dependency_LIBS})
endmacro()
