// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/report/pageflow.h"

#include <QAbstractItemModel>

#include <vector>

namespace xp::ui {

struct PrintedColumn
{
    int column = 0;
    int width = 0; ///< the one of 0 takes what is left
};

/// A table as the studio draws it, over as many pages as it takes; its header stands on each.
void printTable(PageFlow& pages, const QAbstractItemModel& model, const std::vector<PrintedColumn>& columns);

} // namespace xp::ui
