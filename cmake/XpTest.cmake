# SPDX-License-Identifier: Apache-2.0

set(XP_CONFORMANCE_DIR "${PROJECT_SOURCE_DIR}/../shared" CACHE PATH
    "Folder with vectors/, conformance/ and data/; tests that need it say 'skipped: no data' without it")

# What every test runs under: no display, a time zone that is not UTC, no user settings.
set(XP_TEST_ENVIRONMENT
  QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=Asia/Kathmandu
  "XP_CONFORMANCE_DIR=$ENV{XP_CONFORMANCE_DIR}"
  "XP_SOURCE_DIR=${PROJECT_SOURCE_DIR}" "XP_BIN_DIR=${PROJECT_BINARY_DIR}/bin")
if("$ENV{XP_CONFORMANCE_DIR}" STREQUAL "")
  list(REMOVE_ITEM XP_TEST_ENVIRONMENT "XP_CONFORMANCE_DIR=")
  list(APPEND XP_TEST_ENVIRONMENT "XP_CONFORMANCE_DIR=${XP_CONFORMANCE_DIR}")
endif()

# Tests bound the speed and the memory of what is delivered: a sanitizer's build is several times as slow and as large.
set(XP_TEST_TIMES 1)
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  set(XP_TEST_TIMES 5)
  list(APPEND XP_TEST_ENVIRONMENT XP_SANITIZED=1 QTEST_FUNCTION_TIMEOUT=1500000) # ms; of Qt Test's own watchdog
endif()

# Qt Test's waiting macros convert to int in later versions of Qt; the warning would be told of the line that uses them.
add_library(xp_test_options INTERFACE)
target_compile_options(xp_test_options INTERFACE -Wno-conversion)

# What a test's own code does takes no time; to compile it does.
set(XP_TEST_OPTIMISATION "")
if(CMAKE_CXX_FLAGS MATCHES "-O2")
  set(XP_TEST_OPTIMISATION -O1)
endif()

# xp_add_test(tst_name LIBS libs... LABELS labels... [SOURCES more...] [TIMEOUT seconds] [SERIAL]):
# one Qt Test made of tst_name.cpp. With XP_BATCHES those of a folder share an executable; what has sources of its own
# stays alone.
function(xp_add_test name)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "LIBS;LABELS;SOURCES" ${ARGN})
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  set(widgets "")
  if(arg_LABELS STREQUAL "ui")
    set(widgets WIDGETS)
  endif()
  set(sources ${arg_SOURCES})
  list(FILTER sources EXCLUDE REGEX "\\.h$")
  if(XP_BATCHES AND NOT sources)
    xp_batch_test(${name} "${widgets}" ${arg_LIBS})
    xp_test_batches_name(executable)
    add_test(NAME ${name} COMMAND ${executable} ${name})
  else()
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE xp_options Qt6::Test ${arg_LIBS} xp_test_options)
    target_compile_options(${name} PRIVATE ${XP_TEST_OPTIMISATION})
    xp_precompile(${name} ${widgets})
    # Tests are not delivered: they stay out of bin/.
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
  endif()
  xp_set_test_properties(${name} ${ARGN})
endfunction()

# xp_add_script_test(name COMMAND ... LABELS ...): a test that is a program of its own (Python, bash).
function(xp_add_script_test name)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "COMMAND;LABELS" ${ARGN})
  add_test(NAME ${name} COMMAND ${arg_COMMAND})
  xp_set_test_properties(${name} ${ARGN})
endfunction()

function(xp_set_test_properties name)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "LIBS;LABELS;SOURCES;COMMAND" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  math(EXPR arg_TIMEOUT "${XP_TEST_TIMES} * ${arg_TIMEOUT}")
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "${XP_TEST_ENVIRONMENT}" LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    COST ${arg_TIMEOUT} # what may take long begins first, not alone at the end
    RUN_SERIAL ${arg_SERIAL})
  # Qt Test and unittest say in their last line that nothing failed and something was skipped; a failure beside a
  # skipped case stays a failure. But what a sanitizer finds at the exit comes after that line, and ctest heeds no exit
  # code of a test that says it was skipped.
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION
      "Totals: [0-9]+ passed, 0 failed, [1-9][0-9]* skipped;OK .skipped=[0-9]+.;(^|\n)skipped: no clang")
  endif()
endfunction()
