// SPDX-License-Identifier: Apache-2.0
#include "service/log.h"

#include <QTemporaryFile>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace xp::service;

namespace {

/// What one message puts on standard error.
QByteArray written(LogFormat format, const std::string& text, const nlohmann::json& fields)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    std::fflush(stderr);
    const int kept = dup(STDERR_FILENO);
    dup2(file.handle(), STDERR_FILENO);
    Log(format, LogLevel::Info).write(LogLevel::Warning, "said", text, fields);
    std::fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    file.seek(0);
    return file.readAll();
}

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsOneLineWithoutControls_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("a line of its own")
            << QByteArray("no\r\n2026 info FORGED") << QByteArray("no  2026 info FORGED");
        QTest::newRow("escape sequences") << QByteArray("\x1b[2J\x07") << QByteArray(" [2J ");
        QTest::newRow("nothing and delete") << QByteArray("a\0b\x7f", 4) << QByteArray("a b ");
        QTest::newRow("C1 controls") << QByteArray("\xc2\x80\xc2\x9b"
                                                   "2J")
                                     << QByteArray("  2J");
        QTest::newRow("a C1 control as Latin-1 has it") << QByteArray("\x9b"
                                                                      "2J")
                                                        << QByteArray("\xef\xbf\xbd"
                                                                      "2J");
        QTest::newRow("line and paragraph, right to left")
            << QByteArray("a\u2028b\u2029c\u202Ed\u2067") << QByteArray("a b c d ");
        QTest::newRow("words") << QByteArray("Größe — 試験 \xf0\x9f\x98\x80")
                               << QByteArray("Größe — 試験 \xf0\x9f\x98\x80");
    }
    void aMessageIsOneLineWithoutControls()
    {
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, shown);
        const nlohmann::json fields{{"text", "a\nb\x7f"}};
        const QByteArray line = written(LogFormat::Text, said.toStdString(), fields);
        QVERIFY2(line.endsWith(QByteArray(" warning " + shown + " text=\"a\\nb\\u007f\"\n")), line.constData());
        const QByteArray json = written(LogFormat::Json, said.toStdString(), fields);
        QVERIFY2(json.endsWith("}\n") &&
                     std::ranges::all_of(json.chopped(1), [](char c) { return c >= 0x20 && c < 0x7f; }),
                 json.constData());
    }
};

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
