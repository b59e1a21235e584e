# How targets are set up: one function for each kind.
include_guard(GLOBAL)

set(DUIQI_LAYERS "")
set(DUIQI_LAYER_DEPENDENCIES "")

# Sanitizers are for everything in the build, so that no target can miss them.
if(DUIQI_BUILD_FUZZERS)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "DUIQI_BUILD_FUZZERS needs Clang (libFuzzer): -D CMAKE_CXX_COMPILER=clang++")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(DUIQI_SANITIZE)
  add_compile_options(-fsanitize=${DUIQI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${DUIQI_SANITIZE})
endif()

# What every target of this project is compiled with.
function(duiqi_setup target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
                        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  # One result on every machine: no fused multiply-add unless written.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -ffp-contract=off
                         $<$<BOOL:${DUIQI_WERROR}>:-Werror>)
endfunction()

# duiqi_layer(NAME [LIBRARY …]): the sources of lib/NAME as objects, and the libraries that this layer alone compiles with.
macro(duiqi_layer layer)
  file(GLOB layer_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/${layer}/*.cpp)
  if(layer_sources)
    add_library(duiqi_${layer} OBJECT ${layer_sources})
    duiqi_setup(duiqi_${layer})
    target_include_directories(duiqi_${layer} PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include
                               ${PROJECT_SOURCE_DIR}/lib)
    target_link_libraries(duiqi_${layer} PRIVATE ${ARGN})
    list(APPEND DUIQI_LAYERS duiqi_${layer})
    list(APPEND DUIQI_LAYER_DEPENDENCIES ${ARGN})
  endif()
endmacro()

# Gathers the layers into duiqi::duiqi (static or shared, by BUILD_SHARED_LIBS).
function(duiqi_library)
  list(TRANSFORM DUIQI_LAYERS REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE layer_objects)
  add_library(duiqi ${layer_objects})
  add_library(duiqi::duiqi ALIAS duiqi)
  duiqi_setup(duiqi)
  target_include_directories(duiqi PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
                             $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
                             $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_libraries(duiqi PRIVATE ${DUIQI_LAYER_DEPENDENCIES})
  set_target_properties(duiqi PROPERTIES LINKER_LANGUAGE CXX VERSION ${PROJECT_VERSION}
                        SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
endfunction()
