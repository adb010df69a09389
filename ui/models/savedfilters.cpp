// SPDX-License-Identifier: Apache-2.0
#include "ui/models/savedfilters.h"

#include <QSettings>

namespace xp::ui {

namespace {

const QString kList = QStringLiteral("portfolio/filters");
const QString kView = QStringLiteral("view");
const QString kText = QStringLiteral("text");

} // namespace

std::vector<SavedFilter> loadFilters()
{
    QSettings settings;
    std::vector<SavedFilter> filters;
    const int size = settings.beginReadArray(kList);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        const int view = settings.value(kView).toInt();
        const QString text = settings.value(kText).toString();
        if (view >= int(PortfolioView::Running) && view <= int(PortfolioView::All) && !text.isEmpty())
            filters.push_back({PortfolioView(view), text});
    }
    return filters;
}

void save(const std::vector<SavedFilter>& filters)
{
    QSettings settings;
    settings.remove(kList);
    settings.beginWriteArray(kList, int(filters.size()));
    for (int i = 0; i < int(filters.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(kView, int(filters[std::size_t(i)].view));
        settings.setValue(kText, filters[std::size_t(i)].text);
    }
    settings.endArray();
}

} // namespace xp::ui
