// SPDX-License-Identifier: Apache-2.0
#include "service/routes/answers.h"
#include "service/routes/unitinput.h"
#include "tests/support/sanitized.h"

#include <QTest>
#include <malloc.h>

using namespace xp;
using namespace xp::service;

namespace {

/// Bytes, by the C library's own account.
std::size_t allocated()
{
    const struct mallinfo2 info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
}

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
    void theBodyIsDroppedOnceItIsRead()
    {
        const std::string blanks(8'000'000, ' ');
        Request request(xp::service::Method::Post, "/api/v1/events:batch", {},
                        R"({"events":[{"user_id":"u"},{"user_id":"v"}])" + blanks + "}");
        const std::size_t before = allocated();
        const auto items = batchItems(request, "events");
        QVERIFY(items);
        QCOMPARE(items->size(), std::size_t(2));
        QVERIFY(request.body().empty());
        if (!test::kSanitized) // which has an allocator of its own
            QVERIFY(allocated() + blanks.size() < before + blanks.size() / 2);
    }

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
