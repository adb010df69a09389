// SPDX-License-Identifier: Apache-2.0
#include "core/remote/problem.h"

#include <QTest>

using namespace xp;

class TestProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusBecomesCode_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const auto row = [](int status, ErrorCode code) { QTest::addRow("%d", status) << status << int(code); };
        row(401, ErrorCode::Unauthorized);
        row(403, ErrorCode::Forbidden);
        row(404, ErrorCode::NotFound);
        row(409, ErrorCode::Conflict);
        row(422, ErrorCode::Invalid);
        row(429, ErrorCode::Overloaded);
        row(500, ErrorCode::Internal);
        row(503, ErrorCode::Unavailable);
    }

    void statusBecomesCode()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        QCOMPARE(int(errorFromAnswer(status, "<html>").code), code);
    }

    void readsTheFieldsOfAProblem()
    {
        const Error error = errorFromAnswer(422, R"({"title":"Invalid","detail":"2 fields are wrong","errors":[
            {"field":"name","code":"required","message":"name is missing"},
            {"field":"variants[1].allocation","code":"range","message":"too large"}]})");
        QCOMPARE(error.sentence.text, "2 fields are wrong");
        QCOMPARE(error.errors.size(), 2U);
        QCOMPARE(error.errors[1].field, "variants[1].allocation");
        QCOMPARE(error.errors[1].code, "range");
    }

    void saysSomethingWhateverTheBody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>Bad gateway</html>");
        QTest::newRow("list") << QByteArray("[1,2]");
        QTest::newRow("wrong types") << QByteArray(R"({"detail":7,"errors":"none","title":{}})");
        QTest::newRow("errors of junk") << QByteArray(R"({"errors":[1,null,"x",{"field":3}]})");
    }

    void saysSomethingWhateverTheBody()
    {
        QFETCH(QByteArray, body);
        const Error error = errorFromAnswer(502, body);
        QCOMPARE(error.sentence.text, "the service answered with status 502");
        QVERIFY(isTransient(error));
    }

    void readsWhatItShowsToABoundedDepth()
    {
        const auto with = [](int levels) {
            return errorFromAnswer(422, R"({"arguments":{"a":)" + QByteArray(levels, '[') + QByteArray(levels, ']') +
                                            R"(},"detail":"wrong"})");
        };
        QCOMPARE(with(100).sentence.text, "wrong");
        QVERIFY(with(100).sentence.arguments.contains("a"));
        QCOMPARE(with(400'000).sentence.text, "the service answered with status 422");
    }
};

QTEST_APPLESS_MAIN(TestProblem)
#include "tst_problem.moc"
