// SPDX-License-Identifier: Apache-2.0
#include "app/screenshot.h"

#include "ui/session.h"
#include "ui/text/errortext.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace xp::app {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 120s; ///< the demo is told first, which takes a busy machine long
/// From the last data to the picture: layouts and charts take a turn or two.
constexpr auto kRest = 700ms;

void leave(const QString& why)
{
    std::fprintf(stderr, "xp-studio: %s\n", qUtf8Printable(why));
    QCoreApplication::exit(1);
}

} // namespace

void takeScreenshotWhenSettled(ui::MainWindow& window, const Options& options)
{
    auto* rest = new QTimer(&window);
    rest->setSingleShot(true);
    rest->setInterval(kRest);
    QObject::connect(rest, &QTimer::timeout, &window, [&window, file = options.screenshot] {
        const QWidget* dialog = QApplication::activeModalWidget();
        QWidget* shown = dialog ? const_cast<QWidget*>(dialog) : &window;
        if (shown->grab().save(file, "PNG"))
            QCoreApplication::exit(0);
        else
            leave(QCoreApplication::translate("Screenshot", "cannot write %1").arg(file));
    });
    const auto showPage = [&window, page = options.page] {
        if (!page.isEmpty() && !window.showPage(page))
            leave(QCoreApplication::translate("Screenshot", "there is no page '%1'").arg(page));
    };
    if (!window.session()) {
        QTimer::singleShot(0, &window, showPage);
        rest->start();
        return;
    }
    if (options.experiment.isEmpty()) {
        QObject::connect(window.session(), &ui::Session::statsArrived, rest, [rest] { rest->start(); });
        QObject::connect(window.session(), &ui::Session::listArrived, rest, [rest, showPage] {
            if (rest->isActive())
                return;
            showPage();
            rest->start();
        });
    } else {
        QObject::connect(&window, &ui::MainWindow::settled, rest, [rest, showPage] {
            if (rest->isActive())
                return;
            showPage();
            rest->start();
        });
        QObject::connect(&window, &ui::MainWindow::notFound, &window, [](const QString& key) {
            leave(QCoreApplication::translate("Screenshot", "there is no experiment '%1'").arg(key));
        });
    }
    QTimer::singleShot(kPatience, &window, [&window] {
        const Error& error = window.session()->backend().connection().error;
        leave(error.sentence.text.empty() ? QCoreApplication::translate("Screenshot", "the data did not arrive in time")
                                          : ui::errorText(error));
    });
}

} // namespace xp::app
