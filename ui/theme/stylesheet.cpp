// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylesheet.h"

namespace xp::ui {

namespace {

// A name between @ and ; or blank is a token.
const char* const kSheet = R"(
QMainWindow, QDialog { background: @window; }
QToolTip { background: @surface; color: @text; border: 1px solid @hairline; padding: 4px 6px; }

QMenuBar { background: @sidebar; border-bottom: 1px solid @hairline; padding: 1px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @accentSoft; color: @accent; }
QMenu { background: @surface; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @accent; }
QMenu::item:disabled { color: @secondary; background: transparent; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }

QPushButton { background: @surface; color: @text; border: 1px solid @hairline; border-radius: 6px;
              padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: @band; }
QPushButton:pressed { background: @track; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @secondary; background: @window; }
QPushButton[primary="true"] { background: @accent; color: @onAccent;
              border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @focus; padding: 5px 13px; }
QPushButton[primary="true"]:disabled { background: @track; color: @secondary; border-color: @track; }
QPushButton[danger="true"] { color: @bad; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QPushButton[link="true"] { border: none; background: transparent; color: @accent; padding: 2px 4px; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px solid @accent; padding: 1px 3px; }
QPushButton[pill="true"] { border-radius: 11px; padding: 1px 11px; font-size: 12px; font-weight: 600; }
QPushButton[pill="true"]:checked { background: @accentSoft; color: @accent; border-color: @accentSoft; }
QPushButton[pill="true"]:focus { border-color: @accent; }

QToolButton { background: transparent; color: @secondary; border: 1px solid transparent; border-radius: 4px;
              padding: 0 6px; }
QToolButton[help="true"] { border: 1px solid @hairline; border-radius: 10px; padding: 0; font-size: 11px; }
QTabBar QToolButton { background: @surface; border: 1px solid @hairline; border-radius: 0; padding: 0; }
QToolButton:hover { background: @band; color: @text; }
QToolButton:focus, QToolButton[help="true"]:focus { border-color: @accent; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @surface; color: @text;
              border: 1px solid @hairline; border-radius: 6px; padding: 6px 10px; min-height: 18px;
              selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
              background: @window; color: @secondary; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"],
QAbstractSpinBox[invalid="true"] { border-color: @bad; }

QFrame[card="true"] { background: @surface; border: 1px solid @hairline; border-radius: 8px; }
QFrame[answer="true"] { background: @accentSoft; border: none; border-radius: 8px; }
QFrame[caution="true"] { background: @warningSoft; border: none; border-radius: 8px; }
QFrame[buttonbar="true"] { background: @window; border: none; border-top: 1px solid @hairline; }
QPushButton[step="true"] { border: none; background: transparent; text-align: left; padding: 7px 10px; }
QPushButton[step="true"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QPushButton[step="true"]:disabled { color: @secondary; }
QPushButton[step="true"]:focus { border: 1px solid @accent; padding: 6px 9px; }
QFrame#sidebar { background: @sidebar; border: none; border-right: 1px solid @hairline; }
QFrame[rule="true"] { background: @hairline; border: none; min-height: 1px; max-height: 1px; }
QLabel[role="title"] { font-size: 20px; font-weight: 700; }
QLabel[role="heading"] { font-size: 14px; font-weight: 600; }
QLabel[role="brand"] { font-size: 14px; font-weight: 700; }
QLabel[role="value"] { font-size: 19px; font-weight: 700; }
QLabel[role="compactvalue"] { font-size: 15px; font-weight: 700; }
QLabel[role="label"] { font-weight: 600; }
QLabel[role="note"] { font-size: 12px; color: @secondary; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="error"] { color: @bad; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="bad"] { color: @bad; }
QLabel[tone="neutral"] { color: @neutral; }

QAbstractItemView { background: @surface; border: none; outline: none; selection-background-color: @accentSoft;
              selection-color: @text; }
QListView#navigation { background: @sidebar; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @secondary; border: none; border-bottom: 1px solid @hairline;
              padding: 0 8px; font-size: 12px; }
QHeaderView::section:hover { color: @text; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0px; height: 0px; }

QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @secondary; padding: 8px 2px; margin-right: 22px;
              border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:hover:!selected { color: @text; }
QTabBar::tab:focus { background: @accentSoft; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#content { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @track; border-radius: 3px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @zero; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QGraphicsView { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
)";

void put(QString& sheet, const char* name, const QColor& color)
{
    for (const char* end : {";", " ", "}"})
        sheet.replace(QLatin1Char('@') + QLatin1String(name) + QLatin1String(end), color.name() + QLatin1String(end));
}

} // namespace

QString styleSheetOf(const Tokens& t)
{
    QString sheet = QString::fromLatin1(kSheet);
    put(sheet, "window", t.window);
    put(sheet, "sidebar", t.sidebar);
    put(sheet, "surface", t.surface);
    put(sheet, "band", t.band);
    put(sheet, "hairline", t.hairline);
    put(sheet, "track", t.track);
    put(sheet, "zero", t.zero);
    put(sheet, "text", t.text);
    put(sheet, "secondary", t.secondary);
    put(sheet, "onAccent", t.onAccent);
    put(sheet, "accentHover", t.dark ? t.accent.lighter(108) : t.accent.darker(112));
    put(sheet, "accentSoft", t.accentSoft);
    put(sheet, "accent", t.accent);
    put(sheet, "focus", t.dark ? t.text : t.accent.darker(160));
    put(sheet, "neutral", t.neutral);
    put(sheet, "good", t.good);
    put(sheet, "warning", t.warning);
    put(sheet, "warningSoft", t.warningSoft);
    put(sheet, "bad", t.bad);
    return sheet;
}

} // namespace xp::ui
