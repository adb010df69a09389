// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/report/reportcontent.h"

#include <QAbstractItemModel>

namespace xp::ui {

/// One experiment on a few pages: what to do and why, the numbers, the results with their intervals drawn, charts, what
/// was checked, notes, the plan and its fingerprint. A PDF; charts are drawings, not pictures.
QByteArray experimentPdf(const ReportContent& content, Timestamp now);

/// The portfolio's table as it stands (rows of an ExperimentListModel, sorted and filtered as its reader sees them),
/// then the numbers and results of each of `contents`.
QByteArray portfolioPdf(const QAbstractItemModel& portfolio, const std::vector<ReportContent>& contents, Timestamp now);

} // namespace xp::ui
