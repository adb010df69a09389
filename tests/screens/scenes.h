// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mainwindow.h"

#include <functional>
#include <memory>
#include <vector>

namespace xp::test {

/// One view of the studio as a person meets it: a page, a tab or a dialog. `show` leads there and returns what is to be
/// seen: the window, or the dialog over it; nullptr when it did not come.
struct Scene
{
    const char* name; ///< of its picture
    std::function<QWidget*(ui::MainWindow&)> show;
};

/// All of them, in the order of the tour in docs/studio.md.
const std::vector<Scene>& scenes();

/// A window over the demo's lessons, whose results have all arrived; nullptr when they did not in five minutes. It
/// keeps its settings in `folder`.
std::unique_ptr<ui::MainWindow> demoWindow(const QString& folder);

/// Waits until what is shown has come to rest, without which a picture is taken of a chart half drawn.
void settle();

/// Closes whatever dialog a scene has left open.
void closeDialogs(ui::MainWindow& window);

} // namespace xp::test
