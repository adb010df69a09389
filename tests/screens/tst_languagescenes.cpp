// SPDX-License-Identifier: Apache-2.0
// Every page and dialog in every language: none of it is left in English after a switch, and nothing is cut off.
#include "tests/screens/scenes.h"
#include "ui/language/language.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>

using namespace xp;

namespace {

/// Texts of the sources that the language says otherwise.
QSet<QString> englishTexts(const QString& code)
{
    QFile file(
        QStringLiteral("%1/resources/translations/studio_%2.ts").arg(qEnvironmentVariable("XP_SOURCE_DIR"), code));
    QSet<QString> texts;
    QSet<QString> same; ///< also a text of the language, in one place or another
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("source"))
            texts << xml.readElementText().remove(u'&');
        else if (xml.isStartElement() && xml.name() == QLatin1String("translation"))
            same << xml.readElementText(QXmlStreamReader::IncludeChildElements).remove(u'&');
    }
    return texts - same;
}

/// All that a window says, to the eye and to a screen reader.
QStringList textsIn(const QWidget& window)
{
    QStringList texts{window.windowTitle()};
    QWidgetList widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (widget->window() != &window)
            continue;
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        for (const char* property : {"text", "title", "placeholderText", "suffix", "specialValueText"}) {
            if (!qobject_cast<const QLineEdit*>(widget) || qstrcmp(property, "text") != 0)
                texts << widget->property(property).toString();
        }
        for (const QAction* action : widget->actions())
            texts << action->text();
        if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i);
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        }
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        const auto* header = qobject_cast<const QHeaderView*>(widget);
        const QAbstractItemModel* model = view ? view->model() : nullptr;
        for (int column = 0; model && column < model->columnCount(); ++column) {
            if (header)
                texts << model->headerData(column, header->orientation()).toString();
            for (int row = 0; !header && row < std::min(model->rowCount(), 60); ++row)
                texts << model->index(row, column).data().toString();
        }
    }
    for (QString& text : texts)
        text.remove(u'&');
    return texts;
}

QString cutIn(const QWidget* widget)
{
    const int room = widget->width() + 1;
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (qstrcmp(label->metaObject()->className(), "QLabel") != 0 || label->text().isEmpty())
            return {}; // others elide on purpose, and say all in their tool tip
        if (label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 2
                              : label->sizeHint().width() > room)
            return label->text();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const bool plain = qobject_cast<const QPushButton*>(button) || qobject_cast<const QCheckBox*>(button);
        if (plain && button->text().size() > 1 && button->sizeHint().width() > room)
            return button->text();
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
        if (line->isReadOnly() || !line->text().isEmpty())
            return {};
        if (line->fontMetrics().horizontalAdvance(line->placeholderText()) + 12 > room)
            return line->placeholderText();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        if (box->sizeAdjustPolicy() == QComboBox::AdjustToContentsOnFirstShow && box->sizeHint().width() > room)
            return box->currentText();
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        for (const auto* arrow : tabs->findChildren<QToolButton*>()) {
            if (arrow->isVisible())
                return tabs->tabText(tabs->count() - 1);
        }
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
        if (header->orientation() != Qt::Horizontal || !header->model())
            return {};
        for (int column = 0; column < header->count(); ++column) {
            const QString title = header->model()->headerData(column, Qt::Horizontal).toString();
            if (!header->isSectionHidden(column) &&
                header->fontMetrics().horizontalAdvance(title) > header->sectionSize(column))
                return title;
        }
    }
    return {};
}

QStringList cutOff(const QWidget& shown)
{
    QStringList cut;
    for (const auto* widget : shown.findChildren<QWidget*>()) {
        const bool seen = widget->isVisible() && widget->window() == shown.window();
        if (const QString text = seen ? cutIn(widget) : QString(); !text.isEmpty())
            cut << text;
    }
    return cut;
}

void speak(const QString& code)
{
    ui::useLanguage(code);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
}

} // namespace

class TestLanguageScenes : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;
    std::unique_ptr<ui::MainWindow> m_window;

    /// All of them at every scene would take minutes.
    static std::vector<ui::Language> languagesOf(int scene)
    {
        std::vector<ui::Language> some = ui::languages();
        const auto isMain = [](const ui::Language& language) {
            return language.code == QLatin1String("en") || language.code == QLatin1String("de");
        };
        const auto others = std::stable_partition(some.begin(), some.end(), isMain);
        if (others == some.end() || qEnvironmentVariableIsSet("XP_EVERY_LANGUAGE"))
            return some;
        std::rotate(others, others + scene % (some.end() - others), some.end());
        some.erase(others + 1, some.end());
        return some;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ui::Theme::instance().apply(ui::ThemeChoice::Light);
        speak(QStringLiteral("en"));
        m_window = test::demoWindow(m_settings.path());
        QVERIFY(m_window);
    }

    void cleanupTestCase() { m_window.reset(); }
    void cleanup() { test::closeDialogs(*m_window); }

    void everySceneSpeaksEveryLanguage_data()
    {
        QTest::addColumn<int>("scene");
        for (int i = 0; i < int(test::scenes().size()); ++i)
            QTest::newRow(test::scenes()[std::size_t(i)].name) << i;
    }

    /// Opened in English, switched to German and to another language, each scene to its own.
    void everySceneSpeaksEveryLanguage()
    {
        QFETCH(int, scene);
        const test::Scene& it = test::scenes()[std::size_t(scene)];
        // Neither follows: a palette closes with the menus that it is about, a message is there for a moment.
        const bool reopens = qstrcmp(it.name, "dialog-commands") == 0 || qstrcmp(it.name, "dialog-about") == 0;
        speak(QStringLiteral("en"));
        QWidget* shown = it.show(*m_window);
        QVERIFY(shown);
        test::settle();
        QStringList wrong;
        for (const ui::Language& language : languagesOf(scene)) {
            if (reopens)
                test::closeDialogs(*m_window);
            speak(language.code);
            if (reopens)
                shown = it.show(*m_window);
            QVERIFY(shown);
            QTest::qWait(100); // layouts take a turn or two
            const QSet<QString> english = englishTexts(language.code);
            QVERIFY(!english.isEmpty() || language.code == QLatin1String("en"));
            const QStringList texts = textsIn(*shown);
            for (const QString& text : QSet<QString>(texts.begin(), texts.end())) {
                if (language.code != QLatin1String("en") && english.contains(text))
                    wrong << QStringLiteral("%1, left in English: %2").arg(language.code, text);
            }
            QStringList cut = cutOff(*shown);
            (void)QTest::qWaitFor([&] { return (cut = cutOff(*shown)).isEmpty(); },
                                  2'000); // more turns where it is slow
            for (const QString& text : cut)
                wrong << QStringLiteral("%1, cut off: %2").arg(language.code, text);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestLanguageScenes)
#include "tst_languagescenes.moc"
