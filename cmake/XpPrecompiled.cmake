# SPDX-License-Identifier: Apache-2.0
# The headers of others that most files include, parsed once instead of five hundred times. What is built for delivery
# does without (XP_PRECOMPILED is off there), so that a file that forgets an include is found.

option(XP_PRECOMPILED "Parse the headers of others once" OFF)

if(XP_PRECOMPILED)
  set(standard <algorithm> <array> <atomic> <charconv> <chrono> <cmath> <cstdint> <cstdio> <deque> <functional> <limits>
    <map> <memory> <numeric> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility>
    <variant> <vector>)
  set(libraries <nlohmann/json.hpp> <tl/expected.hpp>)
  set(core <QByteArray> <QCoreApplication> <QDateTime> <QFile> <QLocale> <QObject> <QString> <QStringList> <QTimer>)
  add_library(xp_precompiled OBJECT "${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp")
  target_link_libraries(xp_precompiled PRIVATE xp_options Qt6::Core nlohmann_json::nlohmann_json tl::expected)
  set_target_properties(xp_precompiled PROPERTIES AUTOMOC OFF)
  target_precompile_headers(xp_precompiled PRIVATE ${standard} ${libraries} ${core})
  if(XP_BUILD_STUDIO)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets)
    add_library(xp_precompiled_widgets OBJECT "${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp")
    target_link_libraries(xp_precompiled_widgets PRIVATE xp_options Qt6::Widgets nlohmann_json::nlohmann_json tl::expected)
    set_target_properties(xp_precompiled_widgets PROPERTIES AUTOMOC OFF)
    target_precompile_headers(xp_precompiled_widgets PRIVATE ${standard} ${libraries} ${core}
      <QAbstractItemModel> <QAbstractItemView> <QAction> <QApplication> <QBoxLayout> <QCheckBox> <QComboBox> <QDialog>
      <QDoubleSpinBox> <QGridLayout> <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QMainWindow> <QMenu> <QPainter>
      <QPlainTextEdit> <QPointer> <QPushButton> <QScrollArea> <QSettings> <QSplitter> <QTableView> <QToolButton> <QWidget>)
  endif()
endif()

# xp_precompile(target [WIDGETS]): the target, which links Qt Core (WIDGETS: Qt Widgets), takes part.
function(xp_precompile target)
  if(NOT XP_PRECOMPILED)
    return()
  endif()
  cmake_parse_arguments(arg "WIDGETS" "" "" ${ARGN})
  set(from xp_precompiled)
  if(arg_WIDGETS)
    set(from xp_precompiled_widgets)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${from})
  # To load them takes two seconds, which a file with nothing in it does not need.
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp" PROPERTIES
    SKIP_PRECOMPILE_HEADERS ON)
  # GCC loses which header is the system's when it reads a parsed one, and warns within its own library.
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-restrict>)
endfunction()
