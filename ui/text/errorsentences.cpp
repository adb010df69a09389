// SPDX-License-Identifier: Apache-2.0
// What the studio can be told when something fails: by the service, the engine in this process, or the readers of
// files.
#include "ui/text/errorsentences.h"

#include "ui/language/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xp::ui {

namespace {

struct Worded
{
    const char* code;
    const char* text;
};

constexpr std::array kFiles{
    Worded{"file_not_readable", QT_TRANSLATE_NOOP("Error", "The file cannot be read.")},
    Worded{"file_unreadable", QT_TRANSLATE_NOOP("Error", "The file cannot be read.")},
    Worded{"empty_file", QT_TRANSLATE_NOOP("Error", "The file is empty; its first line must name the columns.")},
    Worded{"no_rows", QT_TRANSLATE_NOOP("Error", "The file has a line of names, but no rows.")},
    Worded{"too_many_lines", QT_TRANSLATE_NOOP("Error", "The file has too many lines.")},
    Worded{"duplicate_unit", QT_TRANSLATE_NOOP("Error", "A unit is in the file twice.")},
    Worded{"csv_line_too_long", QT_TRANSLATE_NOOP("Error", "Line %1 is too long.")},
    Worded{"csv_field_too_long", QT_TRANSLATE_NOOP("Error", "A field in line %1 is too long.")},
    Worded{"csv_too_many_columns", QT_TRANSLATE_NOOP("Error", "Line %1 has too many columns.")},
    Worded{"csv_stray_quote", QT_TRANSLATE_NOOP("Error", "In line %1 a quotation mark stands within a field.")},
    Worded{"csv_open_quote", QT_TRANSLATE_NOOP("Error", "A quoted field that begins in line %1 is never closed.")},
    Worded{"csv_text_after_quote", QT_TRANSLATE_NOOP("Error", "In line %1 text follows a closing quotation mark.")},
    Worded{"csv_nul", QT_TRANSLATE_NOOP("Error", "Line %1 holds the character U+0000.")},
    Worded{"csv_not_utf8", QT_TRANSLATE_NOOP("Error", "Line %1 is not UTF-8; save the file as UTF-8, or say that it is "
                                                      "Latin-1.")},
    Worded{"csv_ragged", QT_TRANSLATE_NOOP("Error", "Line %1 does not have as many fields as there are columns.")},
    Worded{"bad_zip", QT_TRANSLATE_NOOP("Error", "This is not a zip file that can be read.")},
    Worded{"zip_too_large", QT_TRANSLATE_NOOP("Error", "The zip file is too large.")},
    Worded{"not_a_bundle", QT_TRANSLATE_NOOP("Error", "This is not an evidence bundle.")},
    Worded{"bundle_format", QT_TRANSLATE_NOOP("Error", "The bundle was written by another release of this program.")},
    Worded{"evidence_format", QT_TRANSLATE_NOOP("Error", "The bundle was written by another release of this program.")},
    Worded{"read_only", QT_TRANSLATE_NOOP("Error", "What was opened from a file cannot be changed.")},
};

constexpr std::array kServices{
    Worded{"bad_address", QT_TRANSLATE_NOOP("Error", "An address looks like http://127.0.0.1:8000.")},
    Worded{"bad_scheme", QT_TRANSLATE_NOOP("Error", "An address starts with http:// or https://.")},
    Worded{"answer_too_large", QT_TRANSLATE_NOOP("Error", "The service's answer is larger than this program reads.")},
    Worded{"not_available_here", QT_TRANSLATE_NOOP("Error", "This is not available here.")},
    Worded{"no_databases", QT_TRANSLATE_NOOP("Error", "This build of the studio cannot open databases.")},
    Worded{"no_temporary_folder", QT_TRANSLATE_NOOP("Error", "No temporary folder can be made.")},
    Worded{"overloaded", QT_TRANSLATE_NOOP("Error", "The service has too much to do; try again in a moment.")},
    Worded{"queue_full", QT_TRANSLATE_NOOP("Error", "The service has too much to do; try again in a moment.")},
    Worded{"pass_too_long", QT_TRANSLATE_NOOP("Error", "The service has too much to do; try again in a moment.")},
    Worded{"stopping", QT_TRANSLATE_NOOP("Error", "The service is stopping.")},
    Worded{"database_unavailable", QT_TRANSLATE_NOOP("Error", "The database cannot be reached; try again shortly.")},
    Worded{"database_read_only",
           QT_TRANSLATE_NOOP("Error",
                             "The database is read-only; the service must be able to write the file and its folder.")},
    Worded{"database_full", QT_TRANSLATE_NOOP("Error", "The disk of the database is full.")},
    Worded{"database_corrupt",
           QT_TRANSLATE_NOOP("Error", "The file is no database or is damaged; restore it from a backup.")},
    Worded{"database_error", QT_TRANSLATE_NOOP("Error", "The database refused a statement.")},
    Worded{"database_in_use", QT_TRANSLATE_NOOP("Error", "Another service is using this database; a SQLite file takes "
                                                         "one.")},
    Worded{"newer_schema", QT_TRANSLATE_NOOP("Error", "The database was made by a later release of this program; use "
                                                      "that one or restore a backup.")},
    Worded{"altered_schema", QT_TRANSLATE_NOOP("Error", "The database was made by another build of this program; use "
                                                        "that one. Nothing was changed.")},
    Worded{"foreign_schema", QT_TRANSLATE_NOOP("Error", "The database holds tables of another service.")},
};

constexpr std::array kExperiments{
    Worded{"experiment_not_found", QT_TRANSLATE_NOOP("Error", "There is no such experiment.")},
    Worded{"note_not_found", QT_TRANSLATE_NOOP("Error", "There is no such note.")},
    Worded{"metric_not_found", QT_TRANSLATE_NOOP("Error", "There is no such metric.")},
    Worded{"key_taken", QT_TRANSLATE_NOOP("Error", "Another experiment has this key.")},
    Worded{"stale_version", QT_TRANSLATE_NOOP("Error", "It has been changed by somebody else in the meantime.")},
    Worded{"impossible_transition", QT_TRANSLATE_NOOP("Error", "The present status does not allow it.")},
    Worded{"running", QT_TRANSLATE_NOOP("Error", "The experiment is running.")},
    Worded{"layer_taken", QT_TRANSLATE_NOOP("Error", "Another experiment has this part of the layer.")},
    Worded{"outside_scope", QT_TRANSLATE_NOOP("Error", "The token works in other projects or environments.")},
    Worded{"effect_out_of_reach",
           QT_TRANSLATE_NOOP("Error", "An effect this large cannot happen: the rate would lie outside 0 to 1.")},
    Worded{"invalid_input", QT_TRANSLATE_NOOP("Error", "Something entered is wrong.")},
};

constexpr std::array kFields{
    Worded{"required", QT_TRANSLATE_NOOP("Error", "%1 is missing.")},
    Worded{"type", QT_TRANSLATE_NOOP("Error", "%1 is of another kind than expected.")},
    Worded{"range", QT_TRANSLATE_NOOP("Error", "%1 is outside of what is allowed.")},
    Worded{"too_long", QT_TRANSLATE_NOOP("Error", "%1 is too long.")},
    Worded{"too_many", QT_TRANSLATE_NOOP("Error", "%1 has too many entries.")},
    Worded{"duplicate", QT_TRANSLATE_NOOP("Error", "%1 is there twice.")},
    Worded{"unknown_field", QT_TRANSLATE_NOOP("Error", "%1 is not known.")},
    Worded{"not_allowed", QT_TRANSLATE_NOOP("Error", "%1 is not allowed here.")},
    Worded{"read_only", QT_TRANSLATE_NOOP("Error", "%1 cannot be set.")},
    Worded{"frozen", QT_TRANSLATE_NOOP("Error", "%1 cannot be changed after the start.")},
    Worded{"encoding", QT_TRANSLATE_NOOP("Error", "%1 is not valid UTF-8.")},
};

template <std::size_t N>
const Worded* find(const std::array<Worded, N>& table, const std::string& code)
{
    const auto found = std::ranges::find_if(table, [&](const Worded& worded) { return worded.code == code; });
    return found == table.end() ? nullptr : &*found;
}

/// The core's own words are English already.
bool needsWords()
{
    return languageInUse() != QLatin1String("en");
}

} // namespace

std::optional<QString> translatedError(const Sentence& sentence)
{
    const Worded* worded = find(kFiles, sentence.code);
    if (!worded)
        worded = find(kServices, sentence.code);
    if (!worded)
        worded = find(kExperiments, sentence.code);
    if (!worded || !needsWords())
        return std::nullopt;
    QString said = QCoreApplication::translate("Error", worded->text);
    if (!said.contains(QLatin1String("%1")))
        return said;
    const auto& arguments = sentence.arguments;
    const auto line = arguments.is_object() ? arguments.find("line") : arguments.end();
    if (!arguments.is_object() || line == arguments.end() || !line->is_number_integer())
        return std::nullopt;
    return said.arg(line->get<qint64>());
}

QString fieldErrorText(const FieldError& error)
{
    const Worded* worded = find(kFields, error.code);
    if (!worded || !needsWords() || error.field.empty())
        return QString::fromStdString(error.message);
    return QCoreApplication::translate("Error", worded->text).arg(QString::fromStdString(error.field));
}

} // namespace xp::ui
