// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include "core/domain/version.h"
#include "ui/language/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace xp::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

std::optional<ui::ThemeChoice> themeOf(const QString& name)
{
    if (name == QLatin1String("light"))
        return ui::ThemeChoice::Light;
    if (name == QLatin1String("dark"))
        return ui::ThemeChoice::Dark;
    if (name == QLatin1String("system"))
        return ui::ThemeChoice::System;
    return std::nullopt;
}

/// `1440x900`; empty when it is none.
QSize sizeOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^([1-9][0-9]{2,4})x([1-9][0-9]{2,4})$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

tl::unexpected<Leave> misuse(const QString& text)
{
    return tl::unexpected(Leave{2, Words::tr("xp-studio: %1\nTry xp-studio --help.").arg(text)});
}

/// What of the options does not go together; nothing when all do.
QString contradictionOf(const Options& options)
{
    const int sources = int(!options.address.isEmpty()) + int(!options.file.isEmpty()) + int(options.demo);
    if (sources > 1)
        return Words::tr("Only one of --connect, --open and --demo can be given.");
    const bool needsData = options.page != QLatin1String("lab") && options.page != QLatin1String("start");
    if (!options.screenshot.isEmpty() && sources == 0 && needsData)
        return Words::tr("--screenshot needs --connect, --open or --demo.");
    return {};
}

/// What may stand on the command line.
struct CommandLine
{
    const QCommandLineOption help =
        QCommandLineOption({QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Shows this text."));
    const QCommandLineOption version =
        QCommandLineOption({QStringLiteral("v"), QStringLiteral("version")}, Words::tr("Shows the version."));
    const QCommandLineOption connect = QCommandLineOption(
        QStringLiteral("connect"), Words::tr("Connects to the service there."), QStringLiteral("URL"));
    const QCommandLineOption open =
        QCommandLineOption(QStringLiteral("open"),
                           Words::tr("Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a "
                                     "postgresql:// address."),
                           QStringLiteral("FILE"));
    const QCommandLineOption demo = QCommandLineOption(
        QStringLiteral("demo"), Words::tr("Opens experiments of known truth, some of them fed live."));
    const QCommandLineOption token =
        QCommandLineOption(QStringLiteral("token"),
                           Words::tr("The token to use. Other users of this computer may see a command line: "
                                     "the environment variable ADMIN_TOKEN is not shown to them."),
                           QStringLiteral("TOKEN"));
    const QCommandLineOption experiment =
        QCommandLineOption(QStringLiteral("experiment"), Words::tr("Opens this experiment."), QStringLiteral("KEY"));
    const QCommandLineOption page =
        QCommandLineOption(QStringLiteral("page"),
                           Words::tr("Shows this page: lab, new, or a tab of the experiment (results, over-time, "
                                     "health, events, notes, audit, plan, ...)."),
                           QStringLiteral("NAME"));
    const QCommandLineOption theme =
        QCommandLineOption(QStringLiteral("theme"), Words::tr("light, dark or system."), QStringLiteral("THEME"));
    const QCommandLineOption language = QCommandLineOption(
        QStringLiteral("language"), Words::tr("The language for this time, such as de; see the settings."),
        QStringLiteral("CODE"));
    const QCommandLineOption size =
        QCommandLineOption(QStringLiteral("size"), Words::tr("Size of the window: 1440x900."), QStringLiteral("WxH"));
    const QCommandLineOption screenshot = QCommandLineOption(
        QStringLiteral("screenshot"), Words::tr("Writes a picture of the window once its data is there, and ends."),
        QStringLiteral("FILE"));
};

/// The options with a few allowed values; says what is wrong with one.
QString readChoices(const QCommandLineParser& parser, const CommandLine& line, Options& options)
{
    if (parser.isSet(line.theme)) {
        options.theme = themeOf(parser.value(line.theme));
        if (!options.theme)
            return Words::tr("--theme is light, dark or system, not '%1'.").arg(parser.value(line.theme));
    }
    if (parser.isSet(line.language)) {
        options.language = parser.value(line.language);
        QStringList codes;
        for (const ui::Language& known : ui::languages())
            codes << known.code;
        if (!codes.contains(*options.language))
            return Words::tr("--language is one of %1, not '%2'.")
                .arg(codes.join(QLatin1String(", ")), *options.language);
    }
    if (parser.isSet(line.size)) {
        options.size = sizeOf(parser.value(line.size));
        if (options.size.isEmpty())
            return Words::tr("--size looks like 1440x900, not '%1'.").arg(parser.value(line.size));
    }
    return {};
}

} // namespace

tl::expected<Options, Leave> parseOptions(const QStringList& arguments, const QString& environmentToken)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("The analysts' desktop application of the experimentation platform.\n"
                                               "Exit codes: 0 done, 1 failed, 2 wrong usage."));
    const CommandLine line;
    parser.addOptions({line.help, line.version, line.connect, line.open, line.demo, line.token, line.experiment,
                       line.page, line.theme, line.language, line.size, line.screenshot});
    // How a desktop hands over the file that it opens with us.
    parser.addPositionalArgument(QStringLiteral("FILE"), line.open.description(), QStringLiteral("[FILE]"));
    if (!parser.parse(arguments))
        return misuse(parser.errorText());
    if (parser.isSet(line.help))
        return tl::unexpected(Leave{0, parser.helpText()});
    if (parser.isSet(line.version))
        return tl::unexpected(Leave{0, QStringLiteral("xp-studio ") + QLatin1String(xp::version())});
    const QStringList words = parser.positionalArguments();
    const bool isFile = !words.isEmpty() && !words.front().contains(QLatin1String("://")) && !parser.isSet(line.open);
    if (words.size() > int(isFile))
        return misuse(Words::tr("'%1' is not an option.").arg(words.at(isFile)));

    Options options{.address = parser.value(line.connect),
                    .token = parser.isSet(line.token) ? parser.value(line.token)
                                                      : environmentToken.section(QLatin1Char(','), 0, 0),
                    .file = isFile ? words.front() : parser.value(line.open),
                    .demo = parser.isSet(line.demo),
                    .experiment = parser.value(line.experiment),
                    .page = parser.value(line.page),
                    .screenshot = parser.value(line.screenshot)};
    if (const QString wrong = readChoices(parser, line, options); !wrong.isEmpty())
        return misuse(wrong);
    if (const QString wrong = contradictionOf(options); !wrong.isEmpty())
        return misuse(wrong);
    return options;
}

} // namespace xp::app
