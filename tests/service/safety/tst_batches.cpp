// SPDX-License-Identifier: Apache-2.0
#include "service/routes/answers.h"

#include <QTest>

using namespace xp;
using namespace xp::service;

namespace {

Error wrongIn(const std::string& item, std::size_t fields)
{
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < fields; ++i)
        errors.push_back({item + ".f" + std::to_string(i), "unknown_field", "is not a field of this object"});
    return failInvalid(std::move(errors)).value();
}

} // namespace

/// Batches of many items cost no more than they weigh.
class TestBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchNamesAsManyErrorsAsABody()
    {
        ItemFailures failures;
        const auto told = [&](std::size_t fields) {
            return nlohmann::json::parse(failures.text(wrongIn("events[0]", fields)))["error"];
        };
        QCOMPARE(told(60)["errors"].size(), std::size_t(60));
        const nlohmann::json partly = told(60);
        QCOMPARE(partly["errors"].size(), std::size_t(40));
        QCOMPARE(partly["message"].get<std::string>(),
                 std::string("60 fields are wrong; the first 40 are named, 20 more are not"));
        const nlohmann::json later = told(3);
        QVERIFY(later["errors"].is_array() && later["errors"].empty());
        QCOMPARE(later["code"].get<std::string>(), std::string("invalid_input"));
        QCOMPARE(later["message"].get<std::string>(), std::string("3 fields are wrong; they are not named"));
        QCOMPARE(told(1)["message"].get<std::string>(), std::string("is not a field of this object"));
        QCOMPARE(ItemFailures().text(wrongIn("events[1]", 3)).find("events[1].f2") != std::string::npos, true);
    }
};

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_batches.moc"
