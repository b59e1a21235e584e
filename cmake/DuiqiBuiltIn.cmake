# What comes with the library. The lexicon: lib/lexicon/data/*.tsv, made into a .dqlex by a program of this build, which the
# assembler then takes into the library as it is.
include_guard(GLOBAL)

# Tables of characters and names: what ICU tells of them, and the rows of lib/data, made into two files by a program of this build.
# Adds the objects of lib/data/built_in to the layers. Call it after the layers up to data.
macro(duiqi_built_in_tables)
  list(TRANSFORM DUIQI_LAYERS REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE builder_objects)
  add_executable(duiqi_build_tables ${PROJECT_SOURCE_DIR}/tools/build_tables/main.cpp ${builder_objects})
  duiqi_setup(duiqi_build_tables)
  target_include_directories(duiqi_build_tables PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include
                             ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(duiqi_build_tables PRIVATE ${DUIQI_LAYER_DEPENDENCIES})
  set(tables_folder ${PROJECT_BINARY_DIR}/tables)
  set_target_properties(duiqi_build_tables PROPERTIES OUTPUT_NAME build_tables
                        RUNTIME_OUTPUT_DIRECTORY ${tables_folder})

  set(table_files ${tables_folder}/han.table ${tables_folder}/names.table)
  add_custom_command(OUTPUT ${table_files} COMMAND duiqi_build_tables ${tables_folder} DEPENDS duiqi_build_tables
                     COMMENT "Building the tables of characters and names" VERBATIM)

  add_library(duiqi_tables OBJECT ${PROJECT_SOURCE_DIR}/lib/data/built_in/built_in.cpp)
  duiqi_setup(duiqi_tables)
  target_include_directories(duiqi_tables PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include
                             ${PROJECT_SOURCE_DIR}/lib)
  target_compile_definitions(duiqi_tables PRIVATE "DUIQI_BUILT_IN_TABLES=\"${tables_folder}\"")
  set_source_files_properties(${PROJECT_SOURCE_DIR}/lib/data/built_in/built_in.cpp PROPERTIES
                              OBJECT_DEPENDS "${table_files}")
  list(APPEND DUIQI_LAYERS duiqi_tables)
endmacro()

# Adds the objects of lib/lexicon/built_in to the layers. Call it after the layers up to lexicon.
macro(duiqi_built_in_lexicon)
  list(TRANSFORM DUIQI_LAYERS REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE builder_objects)
  add_executable(duiqi_build_lexicon ${PROJECT_SOURCE_DIR}/tools/build_lexicon/main.cpp ${builder_objects})
  duiqi_setup(duiqi_build_lexicon)
  target_include_directories(duiqi_build_lexicon PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
  target_link_libraries(duiqi_build_lexicon PRIVATE ${DUIQI_LAYER_DEPENDENCIES})
  set_target_properties(duiqi_build_lexicon PROPERTIES OUTPUT_NAME build_lexicon
                        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lexicon)

  file(GLOB lexicon_rows CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/lexicon/data/*.tsv)
  set(lexicon_image ${PROJECT_BINARY_DIR}/lexicon/built_in.dqlex)
  add_custom_command(OUTPUT ${lexicon_image}
                     COMMAND duiqi_build_lexicon ${lexicon_image} ${PROJECT_VERSION} ${lexicon_rows}
                     DEPENDS duiqi_build_lexicon ${lexicon_rows}
                     COMMENT "Building the built-in lexicon" VERBATIM)

  add_library(duiqi_built_in OBJECT ${PROJECT_SOURCE_DIR}/lib/lexicon/built_in/built_in.cpp)
  duiqi_setup(duiqi_built_in)
  target_include_directories(duiqi_built_in PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
  target_compile_definitions(duiqi_built_in PRIVATE "DUIQI_BUILT_IN_LEXICON=\"${lexicon_image}\"")
  set_source_files_properties(${PROJECT_SOURCE_DIR}/lib/lexicon/built_in/built_in.cpp PROPERTIES
                              OBJECT_DEPENDS ${lexicon_image})
  list(APPEND DUIQI_LAYERS duiqi_built_in)
endmacro()

# The weights of the log-linear model: lib/evidence/data/weights.tsv as a string in a header of the build tree.
function(duiqi_built_in_weights)
  set(weights_file ${PROJECT_SOURCE_DIR}/lib/evidence/data/weights.tsv)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${weights_file})
  file(READ ${weights_file} DUIQI_WEIGHTS)
  configure_file(${PROJECT_SOURCE_DIR}/lib/evidence/weights_tsv.hpp.in
                 ${PROJECT_BINARY_DIR}/include/evidence/weights_tsv.hpp @ONLY)
endfunction()
