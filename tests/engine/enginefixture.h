// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/store.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace xp {

/// A migrated database of its own, and what most tests begin with.
class EngineFixture
{
public:
    /// Of SQLite.
    EngineFixture()
    {
        open(*parseDatabaseUrl("sqlite:///" + m_folder.filePath(QStringLiteral("test.db")).toStdString()));
    }
    explicit EngineFixture(DatabaseUrl database) { open(std::move(database)); }
    EngineFixture(const EngineFixture&) = delete;
    static nlohmann::json body(double traffic = 1.0)
    {
        return {{"name", "Checkout button"},
                {"variants", {{{"name", "control"}, {"allocation", 0.5}}, {{"name", "blue"}, {"allocation", 0.5}}}},
                {"metrics",
                 {{{"name", "buy"}, {"role", "primary"}}, {{"name", "spend"}, {"kind", "sum"}, {"event", "buy"}}}},
                {"traffic_allocation", traffic}};
    }

    DatabaseUrl url;
    std::unique_ptr<Store> store;
    Actor editor{.name = "ed", .role = Role::Editor};

private:
    void open(DatabaseUrl database)
    {
        url = std::move(database);
        store = std::move(*Store::open(url));
        if (const auto migrated = store->migrate(); !migrated)
            qFatal("%s", migrated.error().sentence.text.c_str());
    }

    QTemporaryDir m_folder;
};

} // namespace xp

/// Fails the test with the error's own words.
#define XP_VERIFY(result)                                                                                              \
    do {                                                                                                               \
        const auto& checked = (result);                                                                                \
        QVERIFY2(checked.has_value(), checked ? "" : checked.error().sentence.text.c_str());                           \
    } while (false)
