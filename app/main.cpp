// SPDX-License-Identifier: Apache-2.0
// xp-studio: the composition of the studio.
#include "app/keychain.h"
#include "app/options.h"
#include "app/screenshot.h"
#ifdef Q_OS_WASM
#include "app/browser.h"
#include "app/showntexts.h"
#include "app/touch.h"
#endif
#include "core/domain/version.h"
#ifdef XP_HAS_LOCAL
#include "core/local/localbackend.h"
#include "core/local/queryrunner.h"
#endif
#include "core/remote/remotebackend.h"
#include "ui/language/language.h"
#include "ui/mainwindow.h"
#include "ui/session.h"
#include "ui/settings/preferences.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QUrl>

#include <cstdio>

namespace {

xp::Result<std::unique_ptr<xp::Backend>> openBackend(const QString& address, const QString& token)
{
    return xp::serviceUrl(address).map([&](const QUrl& url) -> std::unique_ptr<xp::Backend> {
        return std::make_unique<xp::RemoteBackend>(url, token);
    });
}

#ifdef XP_HAS_LOCAL
/// Who the audit log says acts.
std::string localActor()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? "studio" : user.toStdString();
}

xp::Result<std::unique_ptr<xp::Backend>> openDatabase(const QString& place)
{
    const bool isUrl = place.contains(QLatin1String("://"));
    const QString path = isUrl ? place : QFileInfo(place).absoluteFilePath();
    const QString url =
        isUrl ? place : QLatin1String("sqlite:///") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    return xp::parseDatabaseUrl(url.toStdString()).map([&](const xp::DatabaseUrl& database) {
        const QString shown = isUrl ? QString::fromStdString(database.display) : QFileInfo(path).fileName();
        return std::unique_ptr<xp::Backend>(std::make_unique<xp::LocalBackend>(database, shown, localActor()));
    });
}

xp::Result<std::unique_ptr<xp::Backend>> openDemo()
{
    return xp::LocalBackend::demo(QCoreApplication::translate("main", "Demo"), localActor());
}
#endif

/// Overwrites the token in what the process list shows of our command line.
void hideToken(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        char* secret = argument == "--token" && i + 1 < argc ? argv[i + 1]
                       : argument.startsWith("--token=")     ? argv[i] + qstrlen("--token=")
                                                             : nullptr;
        for (; secret && *secret; ++secret)
            *secret = 'x';
    }
}

/// --help and wrong usage are answered without a display.
tl::expected<xp::app::Options, xp::app::Leave> optionsOf(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    xp::ui::useLanguage({});
    return xp::app::parseOptions(QCoreApplication::arguments(), qEnvironmentVariable("ADMIN_TOKEN"));
}

#ifdef Q_OS_WASM
xp::ui::Home home()
{
    return xp::app::browser::servicePage().isEmpty() ? xp::ui::Home::PlainPage : xp::ui::Home::ServicePage;
}

/// The page takes the place of the command line: the service it came from, the token kept with it, and what its address
/// names.
void openFromPage(xp::ui::MainWindow& window)
{
    namespace browser = xp::app::browser;
    QObject::connect(&window, &xp::ui::MainWindow::pageShown, &window, [](const QString& key) {
        const QString title = key.isEmpty() ? QCoreApplication::translate("xp::ui::PortfolioPage", "Experiments") : key;
        browser::showInAddress(key, title);
    });
    QObject::connect(&window, &xp::ui::MainWindow::notFound, &window, &browser::withdrawAddress);
    browser::whenAddressChanges([&window](const QString& key) { window.open(key); });
    QObject::connect(&window, &xp::ui::MainWindow::signedIn, &window, browser::keepToken);
    QObject::connect(&window, &xp::ui::MainWindow::signedOut, &window, [] { browser::keepToken({}, false); });
    window.setRemembering(browser::isRemembered());
    window.openWhenLoaded(browser::experimentInAddress());
    if (const QString address = browser::servicePage(); !address.isEmpty())
        window.connectTo(address, browser::token());
}

#else
xp::ui::Home home()
{
    return xp::ui::Home::Desktop;
}
#endif

} // namespace

int main(int argc, char** argv)
{
    const auto options = optionsOf(argc, argv);
    if (!options) {
        std::fprintf(options.error().code == 0 ? stdout : stderr, "%s\n", qUtf8Printable(options.error().text));
        return options.error().code;
    }
    hideToken(argc, argv);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("experimentation"));
    QApplication::setApplicationName(QStringLiteral("xp-studio"));
    QApplication::setApplicationVersion(QLatin1String(xp::version()));
    QApplication::setDesktopFileName(QStringLiteral("xp-studio"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/xp-studio.svg")));
    xp::ui::useLanguage(options->language.value_or(xp::ui::loadPreferences().language));
#ifdef Q_OS_WASM
    xp::app::browser::setLanguage(xp::ui::languageInUse());
    application.installEventFilter(new xp::app::ShownTexts(&application));
    // Before the window: a widget is polished as soon as somebody asks for its size.
    application.installEventFilter(new xp::app::TouchScrolling(&application));
#endif
    // The style sheet comes after the window, or every widget would be dressed anew at each level it is put into.
    auto& theme = xp::ui::Theme::instance();
    xp::ui::MainWindow window(openBackend, home());
    theme.apply(options->theme.value_or(xp::ui::loadPreferences().theme));
    if (!options->size.isEmpty())
        window.resize(options->size);
    window.openWhenLoaded(options->experiment);
    xp::ui::LocalSources sources{.database = {}, .demo = {}, .secrets = xp::app::systemKeychain()};
#ifdef XP_HAS_LOCAL
    sources.database = openDatabase;
    sources.demo = openDemo;
    xp::QueryRunner queries;
    sources.query = [&queries](const xp::QuerySource& source, const QString& password) {
        return queries.run(source, password);
    };
#endif
    window.offer(std::move(sources));
    if (!options->address.isEmpty())
        window.connectTo(options->address, options->token);
    if (!options->file.isEmpty())
        window.openPlace(options->file);
    if (options->demo)
        window.openDemo();
    if (!options->screenshot.isEmpty() && !options->address.isEmpty() && !window.session()) {
        std::fprintf(stderr, "xp-studio: '%s' is not an address\n", qUtf8Printable(options->address));
        return 2;
    }
    if (!options->screenshot.isEmpty())
        xp::app::takeScreenshotWhenSettled(window, *options);
#ifdef Q_OS_WASM
    openFromPage(window);
    window.showFullScreen(); // the page is the window
#else
    window.show();
#endif
    return QApplication::exec();
}
