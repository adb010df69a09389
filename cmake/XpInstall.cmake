# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where. Components: service, studio (programs with what a system needs around them) and
# development (the statistics kernel as a CMake package, ExperimentationStats).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# --- the statistics kernel

install(TARGETS xp_stats EXPORT ExperimentationStats COMPONENT development)
install(FILES ${XP_STATS_HEADERS} DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/experimentation/core/stats"
  COMPONENT development)
set(stats_package "${CMAKE_INSTALL_LIBDIR}/cmake/ExperimentationStats")
install(EXPORT ExperimentationStats NAMESPACE Experimentation:: FILE ExperimentationStatsTargets.cmake
  DESTINATION "${stats_package}" COMPONENT development)
# Nothing in it depends on the prefix, so it is used as it is.
configure_file("${PROJECT_SOURCE_DIR}/cmake/ExperimentationStatsConfig.cmake"
  "${PROJECT_BINARY_DIR}/ExperimentationStatsConfig.cmake" COPYONLY)
# Before 1.0 a minor release may change anything.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ExperimentationStatsConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/ExperimentationStatsConfig.cmake"
              "${PROJECT_BINARY_DIR}/ExperimentationStatsConfigVersion.cmake"
  DESTINATION "${stats_package}" COMPONENT development)

# --- the programs

set(linux "${PROJECT_SOURCE_DIR}/packaging/linux")

# xp_install_compressed(FILE DESTINATION COMPONENT [NAME]): as NAME.gz, the same bytes whenever it is made.
function(xp_install_compressed file destination component)
  cmake_path(GET file FILENAME name)
  if(ARGC GREATER 3)
    set(name "${ARGV3}")
  endif()
  set(compressed "${PROJECT_BINARY_DIR}/install/${component}/${name}.gz")
  add_custom_command(OUTPUT "${compressed}" DEPENDS "${file}" VERBATIM
    COMMAND sh -c "mkdir -p \"$(dirname \"$2\")\" && gzip -9nc \"$1\" >\"$2\"" gzip "${file}" "${compressed}")
  add_custom_target("install-${component}-${name}" ALL DEPENDS "${compressed}")
  install(FILES "${compressed}" DESTINATION "${destination}" COMPONENT ${component})
endfunction()

if(XP_BUILD_SERVICE)
  install(TARGETS xp-service RUNTIME COMPONENT service)
  set(manual "${PROJECT_BINARY_DIR}/install/xp-service.1")
  add_custom_command(OUTPUT "${manual}" DEPENDS xp-service "${linux}/xp-service.1.in" "${linux}/manual.sh" VERBATIM
    COMMAND sh -c "\"$1\" \"$2\" \"$3\" >\"$4\"" manual "${linux}/manual.sh" "$<TARGET_FILE:xp-service>"
            "${linux}/xp-service.1.in" "${manual}")
  xp_install_compressed("${manual}" "${CMAKE_INSTALL_MANDIR}/man1" service)
  install(FILES "${linux}/xp-service.bash" RENAME xp-service COMPONENT service
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
  # Beside a prefix of /usr these are the system's own folders; an installation elsewhere leaves them alone.
  install(FILES "${linux}/experimentation-service.service" DESTINATION "../lib/systemd/system" COMPONENT service
    EXCLUDE_FROM_ALL)
  install(FILES "${linux}/experimentation-service.default" RENAME experimentation-service
    DESTINATION "../etc/default" COMPONENT service EXCLUDE_FROM_ALL)
endif()

if(XP_BUILD_STUDIO AND NOT EMSCRIPTEN)
  install(TARGETS xp-studio RUNTIME COMPONENT studio)
  xp_install_compressed("${linux}/xp-studio.1" "${CMAKE_INSTALL_MANDIR}/man1" studio)
  install(FILES "${linux}/xp-studio.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT studio)
  install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/xp-studio.svg" COMPONENT studio
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
  install(FILES "${linux}/experimentation-evidence.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages"
    COMPONENT studio)
  configure_file("${linux}/dev.experimentation.studio.metainfo.xml.in"
    "${PROJECT_BINARY_DIR}/install/dev.experimentation.studio.metainfo.xml" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/install/dev.experimentation.studio.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT studio)
endif()
