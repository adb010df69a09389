# SPDX-License-Identifier: Apache-2.0
# Which commit this is: XP_REVISION follows the number of the release in what `--version` says. It is empty on the commit
# that carries the release's tag (v0.1.0), `-dev+<commit>` on any other, and `-dev` where nobody knows. XP_SOURCE_DATE is
# the time of the commit, in seconds since 1970, so that packages of one commit are the same whenever they are made.

option(XP_REVISION_FROM_GIT "Ask git for the commit; configures again after each" OFF)

set(XP_REVISION "-dev")
set(XP_SOURCE_DATE "")

# What an archive made by `git archive` knows of itself: commit, time, names.
set(revision_file "${CMAKE_CURRENT_LIST_DIR}/revision.txt")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${revision_file}")
file(STRINGS "${revision_file}" known LIMIT_COUNT 1)

if(XP_REVISION_FROM_GIT)
  find_package(Git QUIET)
  if(GIT_FOUND)
    execute_process(COMMAND "${GIT_EXECUTABLE}" log -1 "--format=%h %ct %D" HEAD
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE told OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET
      RESULT_VARIABLE failed)
    if(NOT failed)
      set(known "${told}")
      execute_process(COMMAND "${GIT_EXECUTABLE}" rev-parse --path-format=absolute --git-path logs/HEAD
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE log OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
      if(EXISTS "${log}")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${log}")
      endif()
    endif()
  endif()
endif()

if(known MATCHES "^([0-9a-f]+) ([0-9]+)(.*)$")
  set(XP_SOURCE_DATE "${CMAKE_MATCH_2}")
  set(commit "${CMAKE_MATCH_1}")
  set(names "${CMAKE_MATCH_3},")
  string(FIND "${names}" "tag: v${PROJECT_VERSION}," is_release)
  if(is_release EQUAL -1)
    set(XP_REVISION "-dev+${commit}")
  else()
    set(XP_REVISION "")
  endif()
endif()

# The day of the commit, for metadata, and its time as Debian's changelogs write it; without a commit, of a fixed day.
set(seconds "${XP_SOURCE_DATE}")
if(NOT seconds)
  set(seconds 1767225600)
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -E env LC_ALL=C date -u -d "@${seconds}" "+%Y-%m-%d|%a, %d %b %Y %H:%M:%S +0000"
  OUTPUT_VARIABLE told OUTPUT_STRIP_TRAILING_WHITESPACE)
string(REGEX REPLACE "[|].*" "" XP_RELEASE_DATE "${told}")
string(REGEX REPLACE ".*[|]" "" XP_RFC_DATE "${told}")
