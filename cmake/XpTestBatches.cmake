# SPDX-License-Identifier: Apache-2.0
# The Qt Test programs of a folder compiled several at once and linked as one (XP_BATCHES): most of what a test costs to
# compile is what it includes. Each remains a test of its own, in a process of its own; only the executable is shared, and
# its first argument says which test runs. Everyday work (dev) has an executable for each.

# xp_batch_test(name WIDGETS|"" libs...): name.cpp takes part in the folder's executable, which is made once the folder
# is read.
function(xp_batch_test name widgets)
  get_property(tests DIRECTORY PROPERTY xp_tests)
  if(NOT tests)
    cmake_language(DEFER CALL xp_make_test_batches)
  endif()
  set_property(DIRECTORY APPEND PROPERTY xp_tests ${name})
  set_property(DIRECTORY APPEND PROPERTY xp_tests_libs ${ARGN})
  if(widgets)
    set_property(DIRECTORY PROPERTY xp_tests_widgets ${widgets})
  endif()
endfunction()

# xp_test_batches_name(variable): tests/service/http has the executable tests_service_http.
function(xp_test_batches_name variable)
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" folder "${folder}")
  set(${variable} "${folder}" PARENT_SCOPE)
endfunction()

function(xp_make_test_batches)
  get_property(tests DIRECTORY PROPERTY xp_tests)
  get_property(libs DIRECTORY PROPERTY xp_tests_libs)
  get_property(widgets DIRECTORY PROPERTY xp_tests_widgets)
  list(REMOVE_DUPLICATES libs)
  list(TRANSFORM tests APPEND ".cpp" OUTPUT_VARIABLE files)
  xp_test_batches_name(executable)

  # A test's main() takes the test's name.
  foreach(test IN LISTS tests)
    string(APPEND declared "int ${test}(int, char**);\n")
    string(APPEND entries "        {\"${test}\", ${test}},\n")
  endforeach()
  configure_file("${PROJECT_SOURCE_DIR}/cmake/tests.cpp.in" tests.cpp @ONLY)
  set(batches "${CMAKE_CURRENT_BINARY_DIR}/tests.cpp")
  xp_batches(groups ${files})
  foreach(group IN LISTS groups)
    string(REPLACE "," ";" group "${group}")
    set(content "")
    foreach(file IN LISTS group)
      cmake_path(GET file STEM test)
      string(APPEND content "#define main ${test}\n#include \"${CMAKE_CURRENT_SOURCE_DIR}/${file}\"\n#undef main\n")
    endforeach()
    list(LENGTH batches number)
    file(CONFIGURE OUTPUT tests_${number}.cpp CONTENT "${content}" @ONLY)
    list(APPEND batches "${CMAKE_CURRENT_BINARY_DIR}/tests_${number}.cpp")
  endforeach()

  # To load the parsed headers takes longer than to compile this file.
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/tests.cpp" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  # The tests' own files are there for moc.
  set_source_files_properties(${files} PROPERTIES HEADER_FILE_ONLY ON)
  add_executable(${executable} ${batches} ${files})
  target_link_libraries(${executable} PRIVATE xp_options Qt6::Test ${libs} xp_test_options)
  target_compile_options(${executable} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
    ${XP_TEST_OPTIMISATION})
  xp_precompile(${executable} ${widgets})
  set_target_properties(${executable} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
