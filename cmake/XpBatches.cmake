# SPDX-License-Identifier: Apache-2.0
# Files of a library compiled several at once (CMake's unity build): what they include, and the templates they share, are
# then compiled once instead of eight times. A library from nothing takes about half the time; one file alone takes longer,
# so everyday work (dev) does without. headless and wasm do, too: there each file must name what it includes.

option(XP_BATCHES "Compile a library's files several at once" OFF)

# xp_batches(variable files...): batches of the files, each with commas between its own; batches.py says which go together.
function(xp_batches variable)
  # The distribution's: where people choose among several, `python3` is a script that takes seven times as long to start.
  find_program(XP_PYTHON NAMES python3 HINTS /usr/bin REQUIRED)
  execute_process(COMMAND "${XP_PYTHON}" -B "${PROJECT_SOURCE_DIR}/cmake/batches.py" 8 ${ARGN}
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE batches OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  # A name that is added may part two files.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN}
    "${PROJECT_SOURCE_DIR}/cmake/batches.py")
  string(REPLACE ";" "," batches "${batches}")
  string(REPLACE "\n" ";" batches "${batches}")
  set(${variable} "${batches}" PARENT_SCOPE)
endfunction()

# xp_compile_in_batches(target): a library's files.
function(xp_compile_in_batches target)
  if(NOT XP_BATCHES)
    return()
  endif()
  get_target_property(files ${target} SOURCES)
  list(FILTER files INCLUDE REGEX "\\.cpp$")
  xp_batches(batches ${files})
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # A class of ours that holds what is a file's own, in a file that is included: only here.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  set(number 0)
  foreach(batch IN LISTS batches)
    string(REPLACE "," ";" batch "${batch}")
    set_source_files_properties(${batch} PROPERTIES UNITY_GROUP "${number}")
    math(EXPR number "${number} + 1")
  endforeach()
endfunction()
