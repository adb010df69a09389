// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>
#include <tl/expected.hpp>

namespace xp::app {

/// What the command line asks for.
struct Options
{
    QString address; ///< of a service; empty opens the start page
    QString token;
    QString file;                         ///< a database or a table to open
    bool demo = false;                    ///< open the lessons, told and fed in a temporary database
    QString experiment;                   ///< id or key to open
    QString page;                         ///< of the window, or tab of the experiment, to show
    QString screenshot;                   ///< PNG file to write, then to leave
    QSize size;                           ///< of the window; empty for the last one
    std::optional<ui::ThemeChoice> theme; ///< the one chosen before without it
    std::optional<QString> language;      ///< likewise
};

/// Why there is nothing to run: --help and --version are answered with code 0, wrong usage with 2.
struct Leave
{
    int code = 0;
    QString text;
};

/// `environmentToken` is the ADMIN_TOKEN of the environment, which --token overrides;
/// of several, separated by commas, the first.
tl::expected<Options, Leave> parseOptions(const QStringList& arguments, const QString& environmentToken);

} // namespace xp::app
