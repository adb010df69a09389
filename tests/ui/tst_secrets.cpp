// SPDX-License-Identifier: Apache-2.0
// Tokens in the system's keychain: kept when asked, found again, and not missed where no keychain answers.
#include "core/remote/remotebackend.h"
#include "tests/remote/fakeservice.h"
#include "ui/mainwindow.h"
#include "ui/pages/portfoliopage.h"
#include "ui/pages/startpage.h"
#include "ui/secrets/secretstore.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace xp;
using namespace xp::ui;
using namespace std::chrono_literals;

namespace {

/// A keychain in memory that answers, as a real one, at a later turn of the event loop.
class FakeKeychain : public SecretStore
{
public:
    QMap<QString, QString> kept;
    bool answers = true; ///< else there is no secret service
    int reads = 0;

    void read(const QString& name, QObject* context, OnRead answer) override
    {
        ++reads;
        QTimer::singleShot(0, context,
                           [this, name, answer] { answers ? answer(kept.value(name)) : answer(silence()); });
    }
    void write(const QString& name, const QString& secret, QObject* context, OnDone answer) override
    {
        if (answers)
            kept[name] = secret;
        QTimer::singleShot(0, context, [this, answer] { answers ? answer({}) : answer(silence()); });
    }
    void remove(const QString& name, QObject* context, OnDone answer) override
    {
        kept.remove(name);
        QTimer::singleShot(0, context, [answer] { answer({}); });
    }

private:
    static Failure silence() { return fail(ErrorCode::Unavailable, "keychain_unavailable", "There is no keychain"); }
};

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;
    std::unique_ptr<test::FakeService> m_service;
    std::shared_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<MainWindow> m_window;

    void openWindow(bool withKeychain = true)
    {
        m_window = std::make_unique<MainWindow>([](const QString& address, const QString& token) {
            return serviceUrl(address).map([&](const QUrl& url) -> std::unique_ptr<Backend> {
                return std::make_unique<RemoteBackend>(url, token);
            });
        });
        if (withKeychain)
            m_window->offer({.database = {}, .demo = {}, .secrets = m_keychain});
        m_window->setRefreshInterval(100ms);
        m_window->show();
    }

    bool showsPortfolio() { return m_window->findChild<PortfolioPage*>()->isVisible(); }
    QCheckBox* keep() { return m_window->findChild<StartPage*>()->findChild<QCheckBox*>(); }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
    }

    void init()
    {
        QSettings().clear();
        m_service = std::make_unique<test::FakeService>();
        m_service->token = "secret";
        m_keychain = std::make_shared<FakeKeychain>();
    }

    void cleanup() { m_window.reset(); }

    void aTokenIsKeptAndFoundAgain()
    {
        openWindow();
        QVERIFY(keep()->isVisible() && keep()->isChecked());
        m_window->connectTo(m_service->address() + QLatin1Char('/'), QStringLiteral("secret"));
        QTRY_VERIFY(showsPortfolio());
        QTRY_COMPARE(m_keychain->kept.size(), 1);
        QCOMPARE(m_keychain->kept.value(m_service->address()), QStringLiteral("secret"));
        QSettings settings;
        settings.sync();
        QFile kept(settings.fileName());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray written = kept.readAll();
        QVERIFY(!written.isEmpty() && !written.contains("secret"));

        openWindow(); // another run
        m_window->connectTo(m_service->address(), {});
        QTRY_VERIFY(showsPortfolio());
        QCOMPARE(m_keychain->reads, 1);
    }

    void whoDoesNotAskKeepsItForTheRunAlone()
    {
        m_keychain->kept[m_service->address()] = QStringLiteral("an old one");
        openWindow();
        keep()->setChecked(false);
        m_window->connectTo(m_service->address(), QStringLiteral("secret"));
        QTRY_VERIFY(showsPortfolio());
        QTRY_VERIFY(m_keychain->kept.isEmpty());
        QVERIFY(m_window->showPage(QStringLiteral("start")));
        m_window->connectTo(m_service->address(), {}); // the same run
        QTRY_VERIFY(showsPortfolio());
        QCOMPARE(m_keychain->reads, 0);
    }

    void withoutAKeychainNothingIsMissed()
    {
        openWindow(false);
        QVERIFY(!keep()->isVisible());
        m_window->connectTo(m_service->address(), QStringLiteral("secret"));
        QTRY_VERIFY(showsPortfolio());
        m_window->connectTo(m_service->address(), {});
        QTRY_VERIFY(showsPortfolio());
    }

    void aSilentKeychainIsTold()
    {
        m_keychain->answers = false;
        openWindow();
        m_window->connectTo(m_service->address(), {}); // goes on without one, and the service asks
        QTRY_VERIFY(m_service->requests.size() > 0);
        QTRY_VERIFY(!keep()->isEnabled());
        QVERIFY(keep()->text().contains(QStringLiteral("until the studio is closed")));
        m_window->connectTo(m_service->address(), QStringLiteral("secret"));
        QTRY_VERIFY(showsPortfolio());
    }

    /// What arrives later does not take the start page away from who came back to it.
    void theStartPageStays()
    {
        openWindow();
        m_window->connectTo(m_service->address(), QStringLiteral("secret"));
        QTRY_VERIFY(showsPortfolio());
        QVERIFY(m_window->showPage(QStringLiteral("start")));
        const std::size_t before = m_service->requests.size();
        QTRY_VERIFY(m_service->requests.size() > before + 2);
        QVERIFY(m_window->findChild<StartPage*>()->isVisible());
    }
};

QTEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
