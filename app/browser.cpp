// SPDX-License-Identifier: Apache-2.0
#include "app/browser.h"

#include <QApplication>
#include <QFontDatabase>
#include <QUrl>
#include <QWidget>

#include <boost/throw_exception.hpp>
#include <cstdio>
#include <cstdlib>
#include <emscripten/bind.h>
#include <emscripten/val.h>

namespace xp::app::browser {

namespace {

using emscripten::val;

constexpr const char* kTokenKey = "xp-studio.token";
const QString kPrefix = QStringLiteral("#/experiments/");

std::function<void(const QString&)>& addressListener()
{
    static std::function<void(const QString&)> listener;
    return listener;
}

QString textOf(const val& value)
{
    return value.isString() ? QString::fromStdString(value.as<std::string>()) : QString();
}

QString read(const char* storage)
{
    return textOf(val::global(storage).call<val>("getItem", std::string(kTokenKey)));
}

void write(const char* storage, const QString& token)
{
    if (token.isEmpty())
        val::global(storage).call<void>("removeItem", std::string(kTokenKey));
    else
        val::global(storage).call<void>("setItem", std::string(kTokenKey), token.toStdString());
}

void addressChanged()
{
    if (addressListener())
        addressListener()(experimentInAddress());
}

/// A font that the page has fetched because text needs it (packaging/wasm/page/fonts.js). Qt falls back to it by
/// itself, once everything shown is laid out again.
void addFont(const val& bytes)
{
    QFontDatabase::addApplicationFontFromData(QByteArray::fromEcmaUint8Array(bytes));
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent changed(QEvent::FontChange);
        QApplication::sendEvent(widget, &changed);
        widget->update();
    }
}

EMSCRIPTEN_BINDINGS(xp_studio_browser)
{
    emscripten::function("xpAddressChanged", &addressChanged);
    emscripten::function("xpAddFont", &addFont);
}

} // namespace

QString servicePage()
{
    // The page's loader has seen it in the service's answer: another host may have a folder of that name too.
    if (textOf(val::global("document")["body"]["dataset"]["service"]).isEmpty())
        return {};
    const QString address = textOf(val::global("location")["href"]);
    const qsizetype app = address.indexOf(QLatin1String("/app/"));
    return app < 0 ? QString() : address.left(app);
}

QString token()
{
    const QString ofTab = read("sessionStorage");
    return ofTab.isEmpty() ? read("localStorage") : ofTab;
}

bool isRemembered()
{
    return !read("localStorage").isEmpty();
}

void keepToken(const QString& token, bool beyondTab)
{
    write("sessionStorage", token);
    write("localStorage", beyondTab ? token : QString());
}

QString experimentInAddress()
{
    const QString hash = textOf(val::global("location")["hash"]);
    return hash.startsWith(kPrefix) ? QUrl::fromPercentEncoding(hash.mid(kPrefix.size()).toUtf8()) : QString();
}

void showInAddress(const QString& experiment, const QString& title)
{
    val::global("document").set("title", title.toStdString());
    if (experiment == experimentInAddress())
        return;
    const QString hash = experiment.isEmpty()
                             ? QStringLiteral("#/")
                             : QString(kPrefix + QString::fromUtf8(QUrl::toPercentEncoding(experiment)));
    // A step in the history, without the event that a change of location.hash would send back to us.
    val::global("history").call<void>("pushState", val::null(), std::string(), hash.toStdString());
}

void withdrawAddress()
{
    val::global("history").call<void>("replaceState", val::null(), std::string(), std::string("#/"));
}

void whenAddressChanges(std::function<void(const QString&)> callback)
{
    addressListener() = std::move(callback);
    const val listener = val::module_property("xpAddressChanged");
    val::global("window").call<void>("addEventListener", std::string("popstate"), listener);
    val::global("window").call<void>("addEventListener", std::string("hashchange"), listener);
}

void setLanguage(const QString& code)
{
    val::global("document")["documentElement"].set("lang", QString(code).replace(u'_', u'-').toStdString());
}

void lookAt(const QString& text)
{
    val::global("xpFonts").call<void>("look", text.toStdString());
}

} // namespace xp::app::browser

// The page is compiled without exceptions, and Boost asks its user what to do instead. What could throw is checked
// before, so that this is the end of the page, with its reason.
namespace boost {

void throw_exception(const std::exception& error)
{
    std::fprintf(stderr, "%s\n", error.what());
    std::abort();
}

void throw_exception(const std::exception& error, const source_location&)
{
    throw_exception(error);
}

} // namespace boost
