// SPDX-License-Identifier: Apache-2.0
#include "ui/language/language.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace xp::ui {

namespace {

const QString kSource = QStringLiteral("en");
const QString kFolder = QStringLiteral(":/translations");

/// `pt_BR` and `Português (Brasil)`: the region only where it tells two languages apart.
QString nameOf(const QString& code)
{
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    if (code.startsWith(QLatin1String("en")))
        name = QStringLiteral("English"); // Qt names the territory as well
    if (code == QLatin1String("pt_BR"))
        name = QStringLiteral("Português (Brasil)");
    if (code == QLatin1String("es"))
        name = QStringLiteral("Español");
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

bool isSpoken(const QString& code)
{
    const auto all = languages();
    return std::ranges::find(all, code, &Language::code) != all.end();
}

/// `de-AT` is spoken as `de`; what is written in another script, as Chinese in Taiwan, is another language.
QString spokenAs(const QString& tag)
{
    const QLocale locale(tag);
    for (const Language& language : languages()) {
        const QLocale offered(language.code);
        const bool same = offered.language() == locale.language() && offered.script() == locale.script();
        if (same)
            return language.code;
    }
    return {};
}

/// The system's region where it speaks the language, else the language's own; of English the one that counts its hours
/// to 24, as most do who speak another language at home.
QLocale localeOf(const QString& code)
{
    const QLocale system = QLocale::system();
    const bool fits = system.language() == QLocale(code).language() && system != QLocale::c();
    if (fits)
        return system;
    return code == kSource ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(code);
}

/// Texts of one source, exchanged as a whole.
struct Texts
{
    QTranslator translator;
    bool installed = false;

    void use(bool found)
    {
        if (installed)
            QCoreApplication::removeTranslator(&translator);
        installed = found && QCoreApplication::installTranslator(&translator);
    }
};

struct State
{
    Texts own, qt;
    QString code = kSource;
};

State& state()
{
    static State state;
    return state;
}

} // namespace

std::vector<Language> languages()
{
    std::vector<Language> all;
    for (const QString& file : QDir(kFolder).entryList({QStringLiteral("studio_*.qm")})) {
        const QString code = file.mid(7).chopped(3);
        if (code != kSource)
            all.push_back({code, nameOf(code)});
    }
    QCollator collator;
    std::ranges::sort(all, [&](const Language& a, const Language& b) { return collator.compare(a.name, b.name) < 0; });
    all.insert(all.begin(), {kSource, nameOf(kSource)});
    return all;
}

QString systemLanguage()
{
    for (const QString& tag : QLocale::system().uiLanguages()) {
        if (const QString code = spokenAs(tag); !code.isEmpty())
            return code;
    }
    return kSource;
}

QString languageInUse()
{
    return state().code;
}

void useLanguage(const QString& code)
{
    State& now = state();
    now.code = isSpoken(code) ? code : systemLanguage();
    QLocale::setDefault(localeOf(now.code));
    // A browser has no folder of Qt's translations: they are beside the studio's.
    now.qt.use(now.qt.translator.load(QStringLiteral("qtbase_") + now.code, kFolder) ||
               now.qt.translator.load(QStringLiteral("qtbase_") + now.code,
                                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    now.own.use(now.own.translator.load(QStringLiteral("studio_") + now.code, kFolder));
}

} // namespace xp::ui
