# SPDX-License-Identifier: Apache-2.0
# The languages of the studio: resources/translations/studio_CODE.ts become resources under :/translations.

# In Debian and Ubuntu beside Qt's other tools, which are not in the path; the host's, also for WebAssembly.
find_program(XP_LRELEASE NAMES lrelease lrelease6 PATHS /usr/lib/qt6/bin "${QT_HOST_PATH}/lib/qt6/bin"
             NO_CMAKE_FIND_ROOT_PATH REQUIRED)

# xp_add_translations(target): all that are in resources/translations. In a browser Qt's own texts come with them:
# elsewhere they are where Qt is.
function(xp_add_translations target)
  set(folder "${PROJECT_SOURCE_DIR}/resources/translations")
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/studio_*.ts")
  set(compiled "")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/translations/${name}.qm")
    add_custom_command(OUTPUT "${output}" DEPENDS "${source}" VERBATIM
      COMMAND "${XP_LRELEASE}" -silent "${source}" -qm "${output}")
    list(APPEND compiled "${output}")
    string(REPLACE "studio_" "qtbase_" qt_name "${name}")
    if(EMSCRIPTEN AND EXISTS "/usr/share/qt6/translations/${qt_name}.qm")
      set(output "${CMAKE_CURRENT_BINARY_DIR}/translations/${qt_name}.qm")
      configure_file("/usr/share/qt6/translations/${qt_name}.qm" "${output}" COPYONLY)
      list(APPEND compiled "${output}")
    endif()
  endforeach()
  file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/translations")
  # In a browser the whole program comes compressed: together, by better means, and to a third of what each file would take.
  if(EMSCRIPTEN)
    set(options OPTIONS --no-compress)
  endif()
  qt_add_resources(${target} translations PREFIX /translations BASE "${CMAKE_CURRENT_BINARY_DIR}/translations"
    ${options} FILES ${compiled})
endfunction()
