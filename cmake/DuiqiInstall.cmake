# Installs the library, its headers, the program, its man page, and what find_package() and pkg-config read.
include(CMakePackageConfigHelpers)

# A static and a shared build may be installed side by side in one prefix, so each has its own targets file.
get_target_property(duiqi_type duiqi TYPE)
if(duiqi_type STREQUAL SHARED_LIBRARY)
  set(duiqi_variant shared)
else()
  set(duiqi_variant static)
endif()
set(duiqi_cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/duiqi)

install(TARGETS duiqi EXPORT duiqi-targets)
install(EXPORT duiqi-targets NAMESPACE duiqi:: FILE duiqi-${duiqi_variant}-targets.cmake
        DESTINATION ${duiqi_cmake_folder})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/duiqi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_BINARY_DIR}/include/duiqi/version.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/duiqi)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/duiqiConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/duiqiConfig.cmake INSTALL_DESTINATION ${duiqi_cmake_folder}
                              NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Before 1.0 a new minor version may change the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/duiqiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/duiqiConfig.cmake ${PROJECT_BINARY_DIR}/duiqiConfigVersion.cmake
        ${PROJECT_SOURCE_DIR}/cmake/FindStemmer.cmake DESTINATION ${duiqi_cmake_folder})

# duiqi.pc finds its prefix from where it lies, so that an installed tree can be moved.
set(duiqi_pc_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(IS_ABSOLUTE ${duiqi_pc_folder})
  set(duiqi_pc_prefix ${CMAKE_INSTALL_PREFIX})
else()
  file(RELATIVE_PATH duiqi_pc_prefix /${duiqi_pc_folder} /)
  set(duiqi_pc_prefix "\${pcfiledir}/${duiqi_pc_prefix}")
  string(REGEX REPLACE "/$" "" duiqi_pc_prefix "${duiqi_pc_prefix}")
endif()
foreach(folder INCLUDEDIR LIBDIR)
  set(duiqi_pc_${folder} "${CMAKE_INSTALL_${folder}}")
  if(NOT IS_ABSOLUTE "${duiqi_pc_${folder}}")
    string(PREPEND duiqi_pc_${folder} "\${prefix}/")
  endif()
endforeach()
list(JOIN DUIQI_PC_REQUIRES " " duiqi_pc_requires)
list(JOIN DUIQI_PC_LIBS " " duiqi_pc_libs)
configure_file(${PROJECT_SOURCE_DIR}/cmake/duiqi.pc.in ${PROJECT_BINARY_DIR}/duiqi.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/duiqi.pc DESTINATION ${duiqi_pc_folder})

if(TARGET duiqi_program)
  if(duiqi_variant STREQUAL shared)
    file(RELATIVE_PATH duiqi_to_library ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(duiqi_program PROPERTIES INSTALL_RPATH "$ORIGIN/${duiqi_to_library}")
  endif()
  install(TARGETS duiqi_program)
  if(EXISTS ${PROJECT_SOURCE_DIR}/docs/man/duiqi.1)
    install(FILES ${PROJECT_SOURCE_DIR}/docs/man/duiqi.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  endif()
endif()
