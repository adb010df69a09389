// SPDX-License-Identifier: Apache-2.0
// Every page and dialog, as somebody meets them who does not see them or has no mouse.
#include "tests/screens/scenes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QGraphicsView>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace xp;

namespace {

bool isControl(const QWidget* widget)
{
    if (qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QHeaderView*>(widget))
        return false; // the view around it is named
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractSlider*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QGraphicsView*>(widget) || widget->inherits("xp::ui::ClimbChart") ||
           widget->inherits("xp::ui::PathsCanvas") || widget->inherits("xp::ui::SampleSizeView");
}

/// Parts of a control that has a name itself.
bool isPart(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return parent && (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent) ||
                      qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QTabBar*>(parent) ||
                      qobject_cast<const QMenuBar*>(parent) || parent->inherits("QComboBoxPrivateContainer"));
}

QString nameOf(QWidget* widget)
{
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString pathOf(const QWidget* widget)
{
    QStringList path;
    for (; widget; widget = widget->parentWidget())
        path.prepend(QLatin1String(widget->metaObject()->className()) +
                     (widget->objectName().isEmpty() ? QString() : u'#' + widget->objectName()));
    return path.join(QLatin1String(" > "));
}

/// What Tab goes through from the window on, in its order.
std::vector<QWidget*> tabChain(QWidget* root)
{
    std::vector<QWidget*> chain;
    for (QWidget* widget = root->nextInFocusChain(); widget && widget != root; widget = widget->nextInFocusChain()) {
        const bool takesFocus = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled();
        if (takesFocus && widget->window() == root->window() && !widget->focusProxy())
            chain.push_back(widget);
    }
    return chain;
}

QRect placeOf(const QWidget* widget)
{
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;
    std::unique_ptr<ui::MainWindow> m_window;

private Q_SLOTS:
    void initTestCase()
    {
        ui::Theme::instance().apply(ui::ThemeChoice::Light);
        QAccessible::setActive(true);
        m_window = test::demoWindow(m_settings.path());
        QVERIFY(m_window);
    }

    void cleanupTestCase() { m_window.reset(); }
    void cleanup() { test::closeDialogs(*m_window); }

    void everySceneCanBeUsed_data()
    {
        QTest::addColumn<int>("scene");
        for (int i = 0; i < int(test::scenes().size()); ++i)
            QTest::newRow(test::scenes()[std::size_t(i)].name) << i;
    }

    /// Every control says what it is, and Tab reaches each, from above to below among its neighbours.
    void everySceneCanBeUsed()
    {
        QFETCH(int, scene);
        QWidget* shown = test::scenes()[std::size_t(scene)].show(*m_window);
        QVERIFY(shown);
        test::settle();
        QStringList wrong;
        int controls = 0;
        for (QWidget* widget : shown->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != shown->window() || !isControl(widget) || isPart(widget))
                continue;
            ++controls;
            if (nameOf(widget).trimmed().isEmpty())
                wrong << QStringLiteral("no name: ") + pathOf(widget);
        }
        QVERIFY(controls > 0);
        // Less the frame that a screen of 800 x 600 needs for the title.
        const QSize least = qobject_cast<QDialog*>(shown) ? shown->minimumSizeHint() : QSize();
        if (least.width() > 800 || least.height() > 570)
            wrong << QStringLiteral("no room on a small screen: %1 x %2").arg(least.width()).arg(least.height());

        const std::vector<QWidget*> chain = tabChain(shown);
        for (QWidget* widget : shown->findChildren<QAbstractButton*>()) {
            const bool usable = widget->isVisible() && widget->isEnabled() && !isPart(widget) &&
                                widget->window() == shown->window() && !widget->inherits("QTableCornerButton");
            if (usable && widget->focusPolicy() == Qt::NoFocus)
                wrong << QStringLiteral("not by keyboard: ") + pathOf(widget);
        }
        for (std::size_t i = 1; i < chain.size(); ++i) {
            const QWidget* before = chain[i - 1];
            const QWidget* after = chain[i];
            if (before->parentWidget() == after->parentWidget() && placeOf(after).bottom() <= placeOf(before).top() &&
                placeOf(after).left() <= placeOf(before).right())
                wrong << QStringLiteral("Tab goes up: %1 then %2").arg(pathOf(before), pathOf(after));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
