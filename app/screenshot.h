// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"
#include "ui/mainwindow.h"

namespace xp::app {

/// Writes a picture of the window once what it is asked to show is there, and ends the application: with 0, or with 1
/// and a message where that does not happen in time.
void takeScreenshotWhenSettled(ui::MainWindow& window, const Options& options);

} // namespace xp::app
