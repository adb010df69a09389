// SPDX-License-Identifier: Apache-2.0
// A query of one's own database: from the dialog to the page that maps its columns, and what is wrong beside its entry.
#include "ui/data/datapage.h"
#include "ui/data/querydialog.h"
#include "ui/mainwindow.h"
#include "ui/secrets/secretstore.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

Result<std::unique_ptr<Backend>> noService(const QString&, const QString&)
{
    return fail(ErrorCode::Invalid, "bad_address", "no service here");
}

template <typename T>
T* named(QWidget& in, const char* accessibleName)
{
    for (T* widget : in.findChildren<T*>()) {
        if (widget->accessibleName() == QLatin1String(accessibleName))
            return widget;
    }
    return nullptr;
}

Failure wrong(const char* field, const char* words)
{
    return Failure(Error{ErrorCode::Invalid, {"query_failed", {}, words}, {{field, "query", words}}});
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::pair<QuerySource, QString>> m_asked;
    std::optional<Reply<DataFile>> m_reply;

    QueryDialog* openDialog()
    {
        m_window->findChild<QAction*>(QStringLiteral("query"))->trigger();
        return m_window->findChild<QueryDialog*>();
    }

    QString problem(QueryDialog& dialog, const char* field)
    {
        const auto* label = dialog.findChild<QLabel*>(QLatin1String(field) + QStringLiteral("Problem"));
        return label->isVisible() ? label->text() : QString();
    }

    void fillIn(QueryDialog& dialog)
    {
        named<QLineEdit>(dialog, "Database")->setText(QStringLiteral("postgresql://anna@db/shop"));
        named<QLineEdit>(dialog, "Password")->setText(QStringLiteral("s3cret"));
        named<QPlainTextEdit>(dialog, "Exposures")->setPlainText(QStringLiteral("SELECT who, arm FROM exposed"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        qputenv("XP_SOURCES", m_folder.filePath(QStringLiteral("sources")).toUtf8());
    }

    void init()
    {
        m_asked.clear();
        m_window = std::make_unique<MainWindow>(noService);
        m_window->offer(
            {.database = {}, .demo = {}, .query = [this](const QuerySource& source, const QString& password) {
                 m_asked.emplace_back(source, password);
                 m_reply.emplace();
                 return *m_reply;
             }});
        m_window->show();
    }

    void cleanup() { m_window.reset(); }

    void leadsToTheMappingPage()
    {
        QueryDialog* dialog = openDialog();
        QVERIFY(dialog);
        fillIn(*dialog);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("readQuery")), Qt::LeftButton);
        QCOMPARE(m_asked.size(), 1U);
        QCOMPARE(m_asked[0].first.database, "postgresql://anna@db/shop");
        QCOMPARE(m_asked[0].first.exposures, "SELECT who, arm FROM exposed");
        QCOMPARE(m_asked[0].second, QStringLiteral("s3cret"));
        QByteArray table("who,arm,bought\n");
        for (int i = 0; i < 40; ++i)
            table += 'u' + QByteArray::number(i) + (i % 2 ? ",new," : ",control,") + (i % 3 ? "0\n" : "1\n");
        m_reply->finish(DataFile::inMemory(QStringLiteral("shop"), table));
        auto* page = m_window->findChild<DataPage*>();
        QTRY_VERIFY(page->isVisible());
        QCOMPARE(page->fileName(), QStringLiteral("shop"));
        QCOMPARE(page->options().variantColumn, "arm");
        QTRY_VERIFY(!m_window->findChild<QueryDialog*>());
    }

    void whatIsWrongStandsBesideItsEntry()
    {
        QueryDialog* dialog = openDialog();
        auto* read = dialog->findChild<QPushButton*>(QStringLiteral("readQuery"));
        read->click();
        QVERIFY(problem(*dialog, "database").contains(QStringLiteral("postgresql://")));
        QVERIFY(m_asked.empty());
        fillIn(*dialog);
        read->click();
        QVERIFY(problem(*dialog, "database").isEmpty());
        QVERIFY(!read->isEnabled());
        m_reply->finish(wrong("exposures", "ERROR: relation \"exposed\" does not exist"));
        QTRY_VERIFY(problem(*dialog, "exposures").contains(QStringLiteral("does not exist")));
        QVERIFY(read->isEnabled() && dialog->isVisible());
        read->click();
        m_reply->finish(wrong("facts", "facts are numbers"));
        QTRY_COMPARE(problem(*dialog, "facts"), QStringLiteral("facts are numbers"));
        QVERIFY(problem(*dialog, "exposures").isEmpty());
        dialog->close();
    }

    void whoClosesItStopsTheQuery()
    {
        QueryDialog* dialog = openDialog();
        fillIn(*dialog);
        dialog->findChild<QPushButton*>(QStringLiteral("readQuery"))->click();
        QVERIFY(!m_reply->isCancelled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_reply->isCancelled());
    }

    void aSourceIsSavedAndFoundAgain()
    {
        QueryDialog* dialog = openDialog();
        fillIn(*dialog);
        dialog->save(); // without a name
        QVERIFY(problem(*dialog, "name").contains(QStringLiteral("1 to 100")));
        auto* name = named<QComboBox>(*dialog, "Source");
        name->setEditText(QStringLiteral("Shop"));
        dialog->save();
        QCOMPARE(querySourceNames(), QStringList{QStringLiteral("Shop")});
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QueryDialog*>());

        dialog = openDialog();
        name = named<QComboBox>(*dialog, "Source");
        Q_EMIT name->textActivated(QStringLiteral("Shop"));
        const QuerySource source = dialog->source();
        QCOMPARE(source.database, "postgresql://anna@db/shop");
        QCOMPARE(source.exposures, "SELECT who, arm FROM exposed");
        dialog->close();
        QVERIFY(removeQuerySource(QStringLiteral("Shop")));
    }
};

QTEST_MAIN(TestQuery)
#include "tst_query.moc"
