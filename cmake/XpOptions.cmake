# SPDX-License-Identifier: Apache-2.0
# What every target of the project shares: the language, the warnings, the rules for Qt, where files go.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
if(EMSCRIPTEN)
  # The host's own headers of these, by links: its other headers must not be seen.
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/headers")
  foreach(folder IN ITEMS boost nlohmann tl)
    file(CREATE_LINK "/usr/include/${folder}" "${PROJECT_BINARY_DIR}/headers/${folder}" SYMBOLIC)
  endforeach()
  file(CREATE_LINK /usr/include/xxhash.h "${PROJECT_BINARY_DIR}/headers/xxhash.h" SYMBOLIC)
  foreach(target IN ITEMS Boost::headers nlohmann_json::nlohmann_json tl::expected)
    add_library(${target} INTERFACE IMPORTED)
    target_include_directories(${target} SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/headers")
  endforeach()
  include(XpWasm)
else()
  find_package(Boost 1.74 REQUIRED CONFIG)
  find_package(nlohmann_json 3.11 REQUIRED)
  find_package(tl-expected REQUIRED)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Without the sloppiness it would not cache what reads a precompiled header, which it would else hash for each file.
  # What one clone has compiled serves another one.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_INODECACHE=true "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
    "${CCACHE_PROGRAM}")
endif()

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
# Nothing that moc reads is made by another target, so it need not wait for those that a target links; and of the
# standard library it needs nothing, which it would else read again for each of two hundred headers.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
if(NOT EMSCRIPTEN)
  set(CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES /usr/include)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(xp_options INTERFACE)
target_compile_features(xp_options INTERFACE cxx_std_20)
target_include_directories(xp_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(xp_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  # Designated initialisers leave the rest at its default: that is what they are for.
  -Wno-missing-field-initializers
  # GCC takes the storage of an empty std::optional for one that is read (its bug 80635), differently in each version.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # The same source must give the same numbers everywhere: no fused multiply-add behind our back.
  -ffp-contract=off
  $<$<BOOL:${XP_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(xp_options INTERFACE
  XP_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Boost.Asio. The thread sanitizer does not know fences; Asio's mutexes order the same things.
add_library(boost_asio INTERFACE)
target_link_libraries(boost_asio INTERFACE Boost::headers)
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
  target_compile_definitions(boost_asio INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
endif()

include(XpBatches)
include(XpTestBatches)
include(XpPrecompiled)

# xp_add_library(xp_name [PLAIN|WIDGETS] SOURCES ... PUBLIC libs... PRIVATE libs...): a static library of the project;
# PLAIN: without Qt, WIDGETS: with its widgets.
function(xp_add_library name)
  cmake_parse_arguments(arg "PLAIN;WIDGETS" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  if(arg_WIDGETS)
    xp_precompile(${name} WIDGETS)
  elseif(NOT arg_PLAIN)
    xp_precompile(${name})
  endif()
  xp_compile_in_batches(${name})
  target_link_libraries(${name} PUBLIC $<BUILD_INTERFACE:xp_options> ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()
