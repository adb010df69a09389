// SPDX-License-Identifier: Apache-2.0
// xp-screens FOLDER [SCENE...]: a picture of every page and dialog of the studio, light and dark, out of the demo's
// lessons. ./xp screens runs it.
#include "tests/screens/scenes.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTemporaryDir>

#include <cstdio>

using namespace xp;

namespace {

bool render(ui::MainWindow& window, const test::Scene& scene, const QString& file)
{
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
        std::fprintf(stderr, "Usage: xp-screens FOLDER [SCENE...]\n");
        return 2;
    }
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QStringList wanted = QCoreApplication::arguments().mid(2);
    const QDir folder(QCoreApplication::arguments().at(1));
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "xp-screens: there is no folder %s\n", argv[1]);
        return 1;
    }
    const QTemporaryDir settings;
    ui::Theme::instance().apply(ui::ThemeChoice::Light);
    const auto window = test::demoWindow(settings.path());
    if (!window) {
        std::fprintf(stderr, "xp-screens: the demo did not open\n");
        return 1;
    }
    int failures = 0;
    for (const test::Scene& scene : test::scenes()) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1String(scene.name)))
            continue;
        for (const bool dark : {false, true}) {
            ui::Theme::instance().apply(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
            const QString name =
                QLatin1String(scene.name) + (dark ? QStringLiteral("-dark.png") : QStringLiteral(".png"));
            if (!render(*window, scene, folder.filePath(name))) {
                std::fprintf(stderr, "xp-screens: %s did not come\n", qUtf8Printable(name));
                ++failures;
            }
        }
    }
    return failures == 0 ? 0 : 1;
}
