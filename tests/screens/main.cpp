// SPDX-License-Identifier: Apache-2.0
// xp-screens FOLDER [--every-language] [SCENE...]: a picture of every page and dialog of the studio, light, dark and in
// German, out of the demo's lessons. ./xp screens runs it.
#include "tests/screens/scenes.h"
#include "ui/language/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace xp;

namespace {

/// How one picture differs from the next of the same scene.
struct Look
{
    QString suffix;
    QString language = QStringLiteral("en");
    ui::ThemeChoice theme = ui::ThemeChoice::Light;
};

std::vector<Look> looks(bool everyLanguage)
{
    std::vector<Look> all{{}, {.suffix = QStringLiteral("-dark"), .theme = ui::ThemeChoice::Dark}};
    for (const ui::Language& language : ui::languages()) {
        const bool isGerman = language.code == QLatin1String("de");
        if (isGerman || (everyLanguage && language.code != QLatin1String("en")))
            all.push_back({u'-' + language.code, language.code});
    }
    return all;
}

bool render(ui::MainWindow& window, const test::Scene& scene, const Look& look, const QString& file)
{
    ui::Theme::instance().apply(look.theme);
    if (look.language != ui::languageInUse())
        ui::useLanguage(look.language);
    QCoreApplication::sendPostedEvents();
    QWidget* shown = scene.show(window);
    if (!shown)
        return false;
    test::settle();
    const bool saved = shown->grab().save(file, "PNG", /*quality=*/0); // as small as it gets
    test::closeDialogs(window);
    return saved;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "Usage: xp-screens FOLDER [--every-language] [SCENE...]\n");
        return 2;
    }
    QApplication application(argc, argv);
    ui::useLanguage(QStringLiteral("en"));
    QStringList wanted = QCoreApplication::arguments().mid(2);
    const bool everyLanguage = wanted.removeAll(QStringLiteral("--every-language")) > 0;
    const QDir folder(QCoreApplication::arguments().at(1));
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "xp-screens: there is no folder %s\n", argv[1]);
        return 1;
    }
    const QTemporaryDir settings;
    ui::Theme::instance().apply(ui::ThemeChoice::Light);
    const auto window = test::demoWindow(settings.path());
    if (!window) {
        std::fprintf(stderr, "xp-screens: the demo did not open in time\n");
        return 1;
    }
    int failures = 0;
    for (const test::Scene& scene : test::scenes()) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1String(scene.name)))
            continue;
        for (const Look& look : looks(everyLanguage)) {
            const QString name = QLatin1String(scene.name) + look.suffix + QStringLiteral(".png");
            if (!render(*window, scene, look, folder.filePath(name))) {
                std::fprintf(stderr, "xp-screens: %s did not come\n", qUtf8Printable(name));
                ++failures;
            }
        }
    }
    return failures == 0 ? 0 : 1;
}
