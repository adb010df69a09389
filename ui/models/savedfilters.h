// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/portfoliofilter.h"

#include <QString>

#include <vector>

namespace xp::ui {

/// A search that is come back to: a view of the portfolio and a text. Kept with the system's settings.
struct SavedFilter
{
    PortfolioView view = PortfolioView::All;
    QString text;

    bool operator==(const SavedFilter&) const = default;
};

std::vector<SavedFilter> loadFilters();
void save(const std::vector<SavedFilter>& filters);

} // namespace xp::ui
