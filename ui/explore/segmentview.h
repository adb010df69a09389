// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace xp::ui {

class SegmentModel;
class TableView;

/// The effect by an attribute of the units: one that the experiment declares, or any that is typed.
class SegmentView : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentView(QWidget* parent = nullptr);

    /// Another experiment; the first declared attribute is asked for when the view is seen.
    void setExperiment(Backend* backend, const Experiment& experiment);
    void clear();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask();
    void showBreakdown();
    void say(const QString& words, bool wrong = false);

    Backend* m_backend = nullptr;
    Experiment m_experiment;
    QString m_asked;
    LatestReply<SegmentBreakdown> m_reply;
    std::optional<SegmentBreakdown> m_breakdown;
    QComboBox* m_attribute;
    QComboBox* m_metric;
    QLabel* m_note;
    SegmentModel* m_model;
    TableView* m_table;
};

} // namespace xp::ui
