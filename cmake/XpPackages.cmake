# SPDX-License-Identifier: Apache-2.0
# The Debian packages that `cpack` makes of the components service and studio.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME experimentation)
set(CPACK_PACKAGE_VENDOR "The experimentation developers")
set(CPACK_PACKAGE_CONTACT "The experimentation developers <maintainers@experimentation.example>")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL "")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
# Each package has its own; the project's would come before it.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")

# In Debian's order a version with ~ comes before the same without.
string(REPLACE "-dev" "~dev" debian_revision "${XP_REVISION}")
set(CPACK_DEBIAN_PACKAGE_VERSION "${PROJECT_VERSION}${debian_revision}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
if(XP_SOURCE_DATE)
  # cpack runs later; the time goes with it.
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/install/date.cmake" CONTENT "set(ENV{SOURCE_DATE_EPOCH} ${XP_SOURCE_DATE})\n")
  set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_BINARY_DIR}/install/date.cmake")
endif()

# xp_debian_package(COMPONENT SECTION DESCRIPTION...): its copyright and changelog, and what CPack asks for.
macro(xp_debian_package component section summary description)
  string(TOUPPER ${component} upper)
  set(name experimentation-${component})
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${description}")
  install(FILES "${PROJECT_SOURCE_DIR}/packaging/debian/copyright" DESTINATION share/doc/${name} COMPONENT ${component})
  set(PACKAGE ${name})
  configure_file("${PROJECT_SOURCE_DIR}/packaging/debian/changelog.in"
    "${PROJECT_BINARY_DIR}/install/${component}/changelog" @ONLY)
  xp_install_compressed("${PROJECT_BINARY_DIR}/install/${component}/changelog" share/doc/${name} ${component})
endmacro()

if(XP_BUILD_SERVICE)
  xp_debian_package(service web "A/B tests: assignment, events and statistics over HTTP"
    "Assigns users to the variants of experiments, takes in what they do and
answers whether it made a difference, over REST. Needs no database server:
SQLite by default, PostgreSQL where several instances share one.")
  set(CPACK_DEBIAN_SERVICE_PACKAGE_DEPENDS "adduser, libqt6sql6-sqlite, libqt6sql6-psql")
  set(CPACK_DEBIAN_SERVICE_PACKAGE_SUGGESTS "experimentation-studio, postgresql, postgresql-client, prometheus")
  set(debian_service "${PROJECT_SOURCE_DIR}/packaging/debian/service")
  set(CPACK_DEBIAN_SERVICE_PACKAGE_CONTROL_EXTRA
    "${debian_service}/postinst;${debian_service}/prerm;${debian_service}/postrm;${debian_service}/conffiles")
endif()
if(XP_BUILD_STUDIO AND NOT EMSCRIPTEN)
  xp_debian_package(studio science "A/B tests: plan and read experiments"
    "The desktop application for those who plan and read the experiments of an
experimentation-service: a wizard that shows what every entry costs,
intervals on one axis, progress, the checks of the data, and a sentence that
says what to do.")
  # Drivers of databases are loaded by name, so that no tool finds them: without one the demonstration does not open.
  set(CPACK_DEBIAN_STUDIO_PACKAGE_DEPENDS "libqt6sql6-sqlite")
  set(CPACK_DEBIAN_STUDIO_PACKAGE_RECOMMENDS "libqt6sql6-psql, qt6-wayland, qt6-translations-l10n, fonts-open-sans")
  set(CPACK_DEBIAN_STUDIO_PACKAGE_SUGGESTS "experimentation-service, fonts-noto-cjk | fonts-droid-fallback")
endif()
include(CPack)
