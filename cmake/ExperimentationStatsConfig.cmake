# SPDX-License-Identifier: Apache-2.0
# The statistics kernel of the experimentation platform: link Experimentation::stats.
include(CMakeFindDependencyMacro)
find_dependency(tl-expected)
include("${CMAKE_CURRENT_LIST_DIR}/ExperimentationStatsTargets.cmake")
