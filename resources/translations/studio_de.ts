<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Looked early</source>
        <translation>Vorzeitig ausgewertet</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Evaluated in an application</source>
        <translation>In einer Anwendung ausgewertet</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Notiz gelöscht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Units per variant</source>
        <translation>Einheiten je Variante</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Teststärke</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>Kleinster Effekt</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Auswertungen</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>all that were imported</source>
        <translation>alle, die importiert wurden</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Lift in %1</source>
        <translation>Uplift bei %1</translation>
    </message>
    <message>
        <source>%1 jointly: %2</source>
        <translation>%1 zusammen: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, korrigiert</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>p-Wert</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Niveau %1</translation>
    </message>
    <message>
        <source>level %1 · planned look</source>
        <translation>Niveau %1 · geplant</translation>
    </message>
    <message>
        <source>level %1 · early look</source>
        <translation>Niveau %1 · vorzeitig</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>abweichend</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>wie geplant</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>keine geplant</translation>
    </message>
    <message>
        <source>! %1 worse</source>
        <translation>! %1 schlechter</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 von %2</translation>
    </message>
    <message>
        <source>no harm found</source>
        <translation>kein Schaden gefunden</translation>
    </message>
    <message>
        <source>Chance to be better</source>
        <translation>Chance, besser zu sein</translation>
    </message>
    <message>
        <source>posterior · one look %1</source>
        <translation>Posterior · eine Auswertung %1</translation>
    </message>
    <message>
        <source>p, %1</source>
        <translation>p, %1</translation>
    </message>
    <message>
        <source>level %1 · one look %2</source>
        <translation>Niveau %1 · eine Auswertung %2</translation>
    </message>
    <message>
        <source>mismatch, %1</source>
        <translation>Abweichung, %1</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>um nicht mehr als den Spielraum schlechter</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Every variant needs a name.</source>
        <translation>Jede Variante braucht einen Namen.</translation>
    </message>
    <message>
        <source>Two variants are called “%1”.</source>
        <translation>Zwei Varianten heißen „%1“.</translation>
    </message>
    <message>
        <source>The configuration of “%1” is not a JSON object, such as {&quot;layout&quot;: 2}.</source>
        <translation>Die Konfiguration von „%1“ ist kein JSON-Objekt wie {&quot;layout&quot;: 2}.</translation>
    </message>
    <message>
        <source>The shares add up to %1, not to 100 %.</source>
        <translation>Die Anteile ergeben zusammen %1, nicht 100 %.</translation>
    </message>
    <message>
        <source>An experiment needs a metric.</source>
        <translation>Ein Experiment braucht eine Metrik.</translation>
    </message>
    <message>
        <source>Every metric needs a name: the event that is tracked.</source>
        <translation>Jede Metrik braucht einen Namen: das Ereignis, das erfasst wird.</translation>
    </message>
    <message>
        <source>Two metrics are called “%1”.</source>
        <translation>Zwei Metriken heißen „%1“.</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Size and duration</source>
        <translation>Größe und Dauer</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>Das Experiment braucht einen Namen.</translation>
    </message>
    <message>
        <source>A rate of %1 cannot grow by %2.</source>
        <translation>Eine Rate von %1 kann nicht um %2 wachsen.</translation>
    </message>
    <message>
        <source>No size finds this lift with this power: enter a larger lift.</source>
        <translation>Keine Größe findet diesen Uplift mit dieser Teststärke: größeren Uplift eingeben.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.</source>
        <translation>%1 aller Nutzer nehmen teil. Alle behalten ihre Variante: „%2“ ist die Kontrollvariante, verglichen mit %3.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No metric is primary: a user converts with any of the conversion metrics.</source>
        <translation>Keine Metrik ist primär: Ein Nutzer konvertiert mit einer beliebigen der Konversionsmetriken.</translation>
    </message>
    <message>
        <source>It is decided by %1, everything else is shown beside it.</source>
        <translation>Entschieden wird nach %1, alles andere wird daneben gezeigt.</translation>
    </message>
    <message>
        <source>%1 users a day take part: that takes about %2 days.</source>
        <translation>%1 Nutzer nehmen täglich teil: Das dauert etwa %2 Tage.</translation>
    </message>
    <message>
        <source>Without a primary metric there is no decision: mark the one that matters.</source>
        <translation>Ohne primäre Metrik gibt es keine Entscheidung: Markieren Sie die, auf die es ankommt.</translation>
    </message>
    <message>
        <source>It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.</source>
        <translation>Es läuft %1 Tage. Mehr Traffic oder ein größerer kleinster Uplift verkürzt es.</translation>
    </message>
    <message>
        <source>The units are there in less than a week. Let it run for seven days all the same, to see every day of the week.</source>
        <translation>Die Einheiten sind in weniger als einer Woche da. Lassen Sie es trotzdem sieben Tage laufen, um jeden Wochentag zu sehen.</translation>
    </message>
    <message>
        <source>The split is uneven: the planned size is reached when the smallest variant has it, which takes longer.</source>
        <translation>Die Aufteilung ist ungleich: Die geplante Größe ist erreicht, wenn die kleinste Variante sie hat, und das dauert länger.</translation>
    </message>
    <message>
        <source>It is judged once, when every variant has %1 units, at a level of %2.</source>
        <translation>Ausgewertet wird einmal, wenn jede Variante %1 Einheiten hat, zum Niveau %2.</translation>
    </message>
    <message>
        <source>It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.</source>
        <translation>Ausgewertet wird, wenn %1 von %2 Einheiten in jeder Variante da sind; die Auswertungen teilen sich das Niveau %3.</translation>
    </message>
    <message>
        <source>It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 units in every variant.</source>
        <translation>Ausgewertet werden darf jederzeit, zum Niveau %2 für alle Auswertungen zusammen; geplant sind %1 Einheiten in jeder Variante.</translation>
    </message>
    <message>
        <source>It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and stopping then is not protected.</source>
        <translation>Ausgewertet wird nach der A-posteriori-Verteilung, bei %2, wenn jede Variante %1 Einheiten hat; früher nachzusehen und dann aufzuhören ist nicht geschützt.</translation>
    </message>
    <message>
        <source>From a rate of %1, a lift of %2 is then found with a probability of %3.</source>
        <translation>Bei einer Rate von %1 wird ein Uplift von %2 dann mit einer Wahrscheinlichkeit von %3 gefunden.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>What must not get worse may be worse by less than: %1.</source>
        <translation>Was nicht schlechter werden darf, darf um weniger schlechter sein als: %1.</translation>
    </message>
    <message>
        <source>The condition is not a JSON object.</source>
        <translation>Die Bedingung ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>“%1” runs on the same users and counts %2, too. Both stay fair, but one may change what the other does: a common layer keeps their users apart.</source>
        <translation>„%1“ läuft bei denselben Nutzern und zählt ebenfalls %2. Beide bleiben fair, doch kann das eine ändern, was das andere bewirkt: Eine gemeinsame Ebene trennt ihre Nutzer.</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>A conversion is 0 or 1 for each unit: its rate says all.</source>
        <translation>Eine Konversion ist für jede Einheit 0 oder 1: Ihre Rate sagt alles.</translation>
    </message>
    <message>
        <source>The distribution is known after the first pass over the units, a few minutes after they arrive.</source>
        <translation>Die Verteilung ist nach dem ersten Durchgang durch die Einheiten bekannt, wenige Minuten nach ihrem Eintreffen.</translation>
    </message>
    <message>
        <source>%1: %2 zero</source>
        <translation>%1: %2 null</translation>
    </message>
    <message>
        <source>, %1 negative</source>
        <translation>, %1 negativ</translation>
    </message>
    <message>
        <source>, median %1, 99 % below %2</source>
        <translation>, Median %1, 99 % unter %2</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>gekappt bei %1</translation>
    </message>
    <message>
        <source>Distribution of %1. %2</source>
        <translation>Verteilung von %1. %2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The service does not answer in time.</source>
        <translation>Der Dienst antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Unter dieser Adresse antwortet niemand.</translation>
    </message>
    <message>
        <source>What answers at this address is not an experimentation service.</source>
        <translation>Was unter dieser Adresse antwortet, ist kein Experimentierdienst.</translation>
    </message>
    <message>
        <source>The address redirects elsewhere. Enter the final address.</source>
        <translation>Die Adresse leitet weiter. Geben Sie die endgültige Adresse ein.</translation>
    </message>
    <message>
        <source>The service does not accept this token.</source>
        <translation>Der Dienst nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>The token does not allow this. %1</source>
        <translation>Das Token erlaubt das nicht. %1</translation>
    </message>
    <message>
        <source>This is not possible now. %1</source>
        <translation>Das ist jetzt nicht möglich. %1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>Die Datei ist leer; ihre erste Zeile muss die Spalten benennen.</translation>
    </message>
    <message>
        <source>The file has a line of names, but no rows.</source>
        <translation>Die Datei hat eine Zeile mit Namen, aber keine Zeilen darunter.</translation>
    </message>
    <message>
        <source>The file has too many lines.</source>
        <translation>Die Datei hat zu viele Zeilen.</translation>
    </message>
    <message>
        <source>A unit is in the file twice.</source>
        <translation>Eine Einheit steht zweimal in der Datei.</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>Zeile %1 ist zu lang.</translation>
    </message>
    <message>
        <source>A field in line %1 is too long.</source>
        <translation>Ein Feld in Zeile %1 ist zu lang.</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>Zeile %1 hat zu viele Spalten.</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark stands within a field.</source>
        <translation>In Zeile %1 steht ein Anführungszeichen mitten in einem Feld.</translation>
    </message>
    <message>
        <source>A quoted field that begins in line %1 is never closed.</source>
        <translation>Ein Feld in Anführungszeichen, das in Zeile %1 beginnt, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>In line %1 text follows a closing quotation mark.</source>
        <translation>In Zeile %1 folgt Text auf ein schließendes Anführungszeichen.</translation>
    </message>
    <message>
        <source>Line %1 holds the character U+0000.</source>
        <translation>Zeile %1 enthält das Zeichen U+0000.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; save the file as UTF-8, or say that it is Latin-1.</source>
        <translation>Zeile %1 ist kein UTF-8; speichern Sie die Datei als UTF-8 oder sagen Sie, dass sie Latin-1 ist.</translation>
    </message>
    <message>
        <source>Line %1 does not have as many fields as there are columns.</source>
        <translation>Zeile %1 hat nicht so viele Felder, wie es Spalten gibt.</translation>
    </message>
    <message>
        <source>This is not a zip file that can be read.</source>
        <translation>Dies ist keine lesbare Zip-Datei.</translation>
    </message>
    <message>
        <source>The zip file is too large.</source>
        <translation>Die Zip-Datei ist zu groß.</translation>
    </message>
    <message>
        <source>This is not an evidence bundle.</source>
        <translation>Dies ist kein Nachweispaket.</translation>
    </message>
    <message>
        <source>The bundle was written by another release of this program.</source>
        <translation>Das Paket wurde von einer anderen Ausgabe dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>What was opened from a file cannot be changed.</source>
        <translation>Was aus einer Datei geöffnet wurde, lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:8000.</source>
        <translation>Eine Adresse sieht aus wie http://127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>Eine Adresse beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than this program reads.</source>
        <translation>Die Antwort des Dienstes ist größer, als dieses Programm liest.</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>Das ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>This build of the studio cannot open databases.</source>
        <translation>Diese Fassung des Studios kann keine Datenbanken öffnen.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>Es lässt sich kein temporärer Ordner anlegen.</translation>
    </message>
    <message>
        <source>The service has too much to do; try again in a moment.</source>
        <translation>Der Dienst hat zu viel zu tun; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Der Dienst wird gerade beendet.</translation>
    </message>
    <message>
        <source>The database cannot be reached; try again shortly.</source>
        <translation>Die Datenbank ist nicht erreichbar; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The database is read-only; the service must be able to write the file and its folder.</source>
        <translation>Die Datenbank ist schreibgeschützt; der Dienst muss die Datei und ihren Ordner beschreiben können.</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>Der Datenträger der Datenbank ist voll.</translation>
    </message>
    <message>
        <source>The file is no database or is damaged; restore it from a backup.</source>
        <translation>Die Datei ist keine Datenbank oder beschädigt; stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>Die Datenbank hat eine Anweisung abgelehnt.</translation>
    </message>
    <message>
        <source>Another service is using this database; a SQLite file takes one.</source>
        <translation>Ein anderer Dienst benutzt diese Datenbank; eine SQLite-Datei lässt nur einen zu.</translation>
    </message>
    <message>
        <source>The database was made by a later release of this program; use that one or restore a backup.</source>
        <translation>Die Datenbank wurde von einer späteren Ausgabe dieses Programms angelegt; benutzen Sie diese oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The database was made by another build of this program; use that one. Nothing was changed.</source>
        <translation>Die Datenbank wurde von einer anderen Fassung dieses Programms angelegt; benutzen Sie diese. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database holds tables of another service.</source>
        <translation>Die Datenbank enthält Tabellen eines anderen Dienstes.</translation>
    </message>
    <message>
        <source>There is no such experiment.</source>
        <translation>Dieses Experiment gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such note.</source>
        <translation>Diese Notiz gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such metric.</source>
        <translation>Diese Metrik gibt es nicht.</translation>
    </message>
    <message>
        <source>Another experiment has this key.</source>
        <translation>Ein anderes Experiment hat diesen Schlüssel.</translation>
    </message>
    <message>
        <source>It has been changed by somebody else in the meantime.</source>
        <translation>Jemand anderes hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>The present status does not allow it.</source>
        <translation>Der jetzige Status lässt es nicht zu.</translation>
    </message>
    <message>
        <source>The experiment is running.</source>
        <translation>Das Experiment läuft.</translation>
    </message>
    <message>
        <source>Another experiment has this part of the layer.</source>
        <translation>Ein anderes Experiment hat diesen Teil der Schicht.</translation>
    </message>
    <message>
        <source>The token works in other projects or environments.</source>
        <translation>Das Token gilt in anderen Projekten oder Umgebungen.</translation>
    </message>
    <message>
        <source>An effect this large cannot happen: the rate would lie outside 0 to 1.</source>
        <translation>Ein so großer Effekt ist unmöglich: Die Rate läge außerhalb von 0 bis 1.</translation>
    </message>
    <message>
        <source>Something entered is wrong.</source>
        <translation>Etwas Eingegebenes ist falsch.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected.</source>
        <translation>%1 ist von anderer Art als erwartet.</translation>
    </message>
    <message>
        <source>%1 is outside of what is allowed.</source>
        <translation>%1 liegt außerhalb des Erlaubten.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 ist zu lang.</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 hat zu viele Einträge.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 is not allowed here.</source>
        <translation>%1 ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 cannot be set.</source>
        <translation>%1 lässt sich nicht setzen.</translation>
    </message>
    <message>
        <source>%1 cannot be changed after the start.</source>
        <translation>%1 lässt sich nach dem Start nicht mehr ändern.</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8.</source>
        <translation>%1 ist kein gültiges UTF-8.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1%2%</source>
        <translation>%1%2%</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 Tg.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>p %1</source>
        <translation>p %1</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>p-value</source>
        <translation>p-Wert</translation>
    </message>
    <message>
        <source>How often a difference at least this large would show up if there were none. It is not the chance that the treatment works.</source>
        <translation>Wie oft ein mindestens so großer Unterschied aufträte, wenn es keinen gäbe. Er ist nicht die Wahrscheinlichkeit, dass die Testvariante wirkt.</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>Signifikanzniveau</translation>
    </message>
    <message>
        <source>The share of experiments without any effect that one is willing to call a success by mistake. It is chosen before the start: 5 % unless the plan says otherwise.</source>
        <translation>Der Anteil der Experimente ohne jeden Effekt, die man irrtümlich als Erfolg zu werten bereit ist. Es wird vor dem Start gewählt: 5 %, wenn der Plan nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>Konfidenzintervall</translation>
    </message>
    <message>
        <source>The effects that the data do not contradict at the plan&apos;s level. An interval that holds 0 leaves open whether there is an effect; its width tells how much is known.</source>
        <translation>Die Effekte, denen die Daten zum geplanten Niveau nicht widersprechen. Enthält das Intervall 0, bleibt offen, ob es einen Effekt gibt; seine Breite sagt, wie viel man weiß.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>How much larger the treatment&apos;s value is than the control&apos;s, relative to it. From 10 % to 11 % is a lift of 10 %.</source>
        <translation>Um wie viel der Wert der Testvariante größer ist als der der Kontrollvariante, relativ zu diesem. Von 10 % auf 11 % ist ein Uplift von 10 %.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on either side chance gets once in twenty looks, if one looks once.</source>
        <translation>Der Effekt in Einheiten seines Standardfehlers: wie weit er von null entfernt ist. Jenseits von 1,96 auf einer der beiden Seiten liegt der Zufall einmal in zwanzig Auswertungen, wenn man nur einmal auswertet.</translation>
    </message>
    <message>
        <source>Correction for several hypotheses</source>
        <translation>Korrektur für mehrere Hypothesen</translation>
    </message>
    <message>
        <source>Who asks twenty questions gets one answer by chance. Holm&apos;s correction bounds the chance of any false success, Benjamini-Hochberg&apos;s the share of false ones among all.</source>
        <translation>Wer zwanzig Fragen stellt, bekommt eine Antwort aus Zufall. Die Holm-Korrektur begrenzt die Wahrscheinlichkeit irgendeines falschen Erfolgs, die von Benjamini-Hochberg den Anteil der falschen unter allen.</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Leitplanke</translation>
    </message>
    <message>
        <source>A metric that must not get worse, whatever the primary metric gains. It has a margin: how much worse is still taken for nothing.</source>
        <translation>Eine Metrik, die nicht schlechter werden darf, was auch immer die primäre Metrik gewinnt. Sie hat einen Spielraum: um wie viel schlechter noch als nichts gilt.</translation>
    </message>
    <message>
        <source>Non-inferiority</source>
        <translation>Nicht-Unterlegenheit</translation>
    </message>
    <message>
        <source>Shown when the treatment is not worse than the control by more than the margin. To find no difference is not enough: a small sample finds none either.</source>
        <translation>Gezeigt, wenn die Testvariante um nicht mehr als den Spielraum schlechter ist als die Kontrollvariante. Keinen Unterschied zu finden genügt nicht: Auch eine kleine Stichprobe findet keinen.</translation>
    </message>
    <message>
        <source>Peeking</source>
        <translation>Peeking</translation>
    </message>
    <message>
        <source>To look again and again and to stop at the first success. With a test made for one look, 21 looks find an effect in a quarter of the experiments that have none.</source>
        <translation>Immer wieder nachsehen und beim ersten Erfolg aufhören. Mit einem Test, der für eine einzige Auswertung gemacht ist, finden 21 Blicke einen Effekt in einem Viertel der Experimente, die keinen haben.</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>Eine Auswertung</translation>
    </message>
    <message>
        <source>The plan is judged once, at its size; until then there is no verdict. It needs the fewest users when nobody wants to stop early.</source>
        <translation>Der Plan wird einmal beurteilt, bei seiner Größe; bis dahin gibt es kein Urteil. Das braucht die wenigsten Nutzer, wenn niemand früher aufhören will.</translation>
    </message>
    <message>
        <source>Group-sequential</source>
        <translation>Gruppensequenziell</translation>
    </message>
    <message>
        <source>A few looks are planned and share the level, each with a bound of its own. A clear result may end the experiment at any of them.</source>
        <translation>Einige Zwischenauswertungen sind geplant und teilen sich das Niveau, jede mit eigener Grenze. Ein klares Ergebnis darf das Experiment bei jeder von ihnen beenden.</translation>
    </message>
    <message>
        <source>Always-valid</source>
        <translation>Jederzeit gültig</translation>
    </message>
    <message>
        <source>Its interval holds at all times at once, so one may look every minute and stop at will. The price is an interval about half as wide again as that of one look.</source>
        <translation>Das Intervall gilt zu allen Zeiten zugleich, man darf also jede Minute nachsehen und nach Belieben aufhören. Der Preis ist ein etwa anderthalbmal so breites Intervall wie bei einer einzigen Auswertung.</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>Wahrscheinlichkeit, besser zu sein</translation>
    </message>
    <message>
        <source>The chance that the treatment is better, given the data and what was thought before them. It is not protected against peeking.</source>
        <translation>Wie wahrscheinlich die Testvariante besser ist, gegeben die Daten und was man vorher annahm. Vor Peeking schützt sie nicht.</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>What is thought of the lift before any data: 0, give or take 10 % unless it is changed. It pulls surprising results of small samples towards nothing.</source>
        <translation>Was man vor allen Daten vom Uplift annimmt: 0, plus oder minus 10 %, wenn man es nicht ändert. Er zieht überraschende Ergebnisse kleiner Stichproben zur Null.</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Zweitmeinung</translation>
    </message>
    <message>
        <source>What the other methods say of the same numbers. The plan&apos;s own method decides; an opinion that differs is worth a thought.</source>
        <translation>Was die anderen Methoden zu denselben Zahlen sagen. Die Methode des Plans entscheidet; eine abweichende Meinung ist einen Gedanken wert.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Teststärke</translation>
    </message>
    <message>
        <source>The chance that the experiment finds an effect of the size that it was planned for. At 80 % it misses one in five.</source>
        <translation>Die Wahrscheinlichkeit, dass das Experiment einen Effekt der geplanten Größe findet. Bei 80 % verfehlt es einen von fünf.</translation>
    </message>
    <message>
        <source>Smallest detectable lift</source>
        <translation>Kleinster nachweisbarer Uplift</translation>
    </message>
    <message>
        <source>The smallest effect that is found with the wished power. Half of it takes four times the users.</source>
        <translation>Der kleinste Effekt, der mit der gewünschten Teststärke gefunden wird. Für die Hälfte davon braucht man viermal so viele Nutzer.</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Stichprobengröße</translation>
    </message>
    <message>
        <source>How many units each variant needs for the planned power. The bar shows the smallest variant, because it decides.</source>
        <translation>Wie viele Einheiten jede Variante für die geplante Teststärke braucht. Der Balken zeigt die kleinste Variante, denn sie entscheidet.</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Verhältnisprüfung</translation>
    </message>
    <message>
        <source>Whether the units are split as planned. A mismatch means that units get lost or doubled on their way, and that no other number here can be trusted.</source>
        <translation>Ob die Einheiten wie geplant aufgeteilt sind. Eine Abweichung heißt, dass Einheiten unterwegs verloren gehen oder verdoppelt werden, und dass man keiner anderen Zahl hier trauen kann.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a busy user counts once.</source>
        <translation>Wen der Hash zuteilt: meist einen Nutzer. Alle Ereignisse einer Einheit werden zuerst addiert, damit ein fleißiger Nutzer einmal zählt.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>The time between two changes of the split. Epochs are compared within themselves and then put together, so that a change on the way does not bend the result.</source>
        <translation>Die Zeit zwischen zwei Änderungen der Aufteilung. Epochen werden in sich verglichen und dann zusammengefasst, damit eine Änderung unterwegs das Ergebnis nicht verzerrt.</translation>
    </message>
    <message>
        <source>Adjustment by history (CUPED)</source>
        <translation>Bereinigung um die Vorgeschichte (CUPED)</translation>
    </message>
    <message>
        <source>What was known of a unit before it came explains part of its value; that part is taken away. The interval gets narrower, the effect stays the same.</source>
        <translation>Was über eine Einheit bekannt war, bevor sie kam, erklärt einen Teil ihres Werts; dieser Teil wird herausgerechnet. Das Intervall wird schmaler, der Effekt bleibt derselbe.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Kappung</translation>
    </message>
    <message>
        <source>Values beyond a high quantile count as that quantile. A few very large ones no longer drown all others.</source>
        <translation>Werte jenseits eines hohen Quantils zählen als dieses Quantil. Einige wenige sehr große übertönen dann nicht mehr alle anderen.</translation>
    </message>
    <message>
        <source>Ratio metric</source>
        <translation>Verhältnismetrik</translation>
    </message>
    <message>
        <source>One sum over another, such as clicks over views, where units are assigned and not views. Its variance is taken over the units.</source>
        <translation>Eine Summe durch eine andere, etwa Klicks durch Aufrufe, wo Einheiten zugeteilt werden und nicht Aufrufe. Ihre Varianz wird über die Einheiten gebildet.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>one look</source>
        <translation>eine Auswertung</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>gruppensequenziell</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>jederzeit gültig</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayessch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>non-inferior</source>
        <translation>nicht unterlegen</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>unterlegen</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source> (%1 better)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>xp-studio: %1
Try xp-studio --help.</source>
        <translation>xp-studio: %1
Hilfe gibt xp-studio --help.</translation>
    </message>
    <message>
        <source>Only one of --connect, --open and --demo can be given.</source>
        <translation>--connect, --open und --demo schließen einander aus.</translation>
    </message>
    <message>
        <source>--screenshot needs --connect, --open or --demo.</source>
        <translation>--screenshot braucht --connect, --open oder --demo.</translation>
    </message>
    <message>
        <source>The analysts&apos; desktop application of the experimentation platform.
Exit codes: 0 done, 1 failed, 2 wrong usage.</source>
        <translation>Die Anwendung der Experimentierplattform für Analysten.
Endet mit 0: fertig, 1: fehlgeschlagen, 2: falscher Aufruf.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Zeigt diesen Text.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Zeigt die Version.</translation>
    </message>
    <message>
        <source>Connects to the service there.</source>
        <translation>Verbindet mit dem Dienst dort.</translation>
    </message>
    <message>
        <source>Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a postgresql:// address.</source>
        <translation>Öffnet eine Tabelle (CSV, TSV), ein Nachweispaket, eine SQLite-Datenbank oder eine postgresql://-Adresse.</translation>
    </message>
    <message>
        <source>Opens experiments of known truth, some of them fed live.</source>
        <translation>Öffnet Experimente, deren Wahrheit bekannt ist; einige laufen weiter.</translation>
    </message>
    <message>
        <source>The token to use. Other users of this computer may see a command line: the environment variable ADMIN_TOKEN is not shown to them.</source>
        <translation>Das zu verwendende Token. Andere Nutzer dieses Rechners können eine Befehlszeile sehen: Die Umgebungsvariable ADMIN_TOKEN sehen sie nicht.</translation>
    </message>
    <message>
        <source>Opens this experiment.</source>
        <translation>Öffnet dieses Experiment.</translation>
    </message>
    <message>
        <source>Shows this page: lab, new, or a tab of the experiment (results, over-time, health, events, notes, audit, plan, ...).</source>
        <translation>Zeigt diese Seite: lab, new oder einen Reiter des Experiments (results, over-time, health, events, notes, audit, plan, ...).</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <source>The language for this time, such as de; see the settings.</source>
        <translation>Die Sprache für dieses Mal, etwa de; siehe Einstellungen.</translation>
    </message>
    <message>
        <source>Size of the window: 1440x900.</source>
        <translation>Größe des Fensters: 1440x900.</translation>
    </message>
    <message>
        <source>Writes a picture of the window once its data is there, and ends.</source>
        <translation>Schreibt ein Bild des Fensters, sobald seine Daten da sind, und endet.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme ist light, dark oder system, nicht „%1“.</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;.</source>
        <translation>--language ist eine von %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>--size looks like 1440x900, not &apos;%1&apos;.</source>
        <translation>--size sieht aus wie 1440x900, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>The curve appears with the first snapshots: hourly in the first three days, then daily.</source>
        <translation>Die Kurve erscheint mit den ersten Momentaufnahmen: stündlich in den ersten drei Tagen, dann täglich.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>traffic %1 → %2</source>
        <translation>Traffic %1 → %2</translation>
    </message>
    <message>
        <source>new split</source>
        <translation>neue Aufteilung</translation>
    </message>
    <message>
        <source>departure from the plan</source>
        <translation>Abweichung vom Plan</translation>
    </message>
    <message>
        <source>Lift over time: %1 at the last snapshot</source>
        <translation>Uplift im Zeitverlauf: %1 bei der letzten Momentaufnahme</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>eine Auswertung</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>jederzeit gültig</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>gruppensequenziell</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayessch</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Niveau %1</translation>
    </message>
    <message>
        <source>p-value over time: %1 at the last snapshot, level %2</source>
        <translation>p-Wert im Zeitverlauf: %1 bei der letzten Momentaufnahme, Niveau %2</translation>
    </message>
    <message>
        <source>Bounds are drawn for conversions of a plan with a size.</source>
        <translation>Grenzen werden für Konversionen eines Plans mit Größe gezeichnet.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>z and the plan&apos;s bounds by share of the planned size</source>
        <translation>z und die Grenzen des Plans nach Anteil der geplanten Größe</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>Units over time: %1</source>
        <translation>Einheiten im Zeitverlauf: %1</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>share of units with the event</source>
        <translation>Anteil der Einheiten mit dem Ereignis</translation>
    </message>
    <message>
        <source>events per unit</source>
        <translation>Ereignisse je Einheit</translation>
    </message>
    <message>
        <source>sum of values per unit</source>
        <translation>Summe der Werte je Einheit</translation>
    </message>
    <message>
        <source>mean value per event</source>
        <translation>mittlerer Wert je Ereignis</translation>
    </message>
    <message>
        <source>sum of one event over another</source>
        <translation>Summe eines Ereignisses durch die eines anderen</translation>
    </message>
    <message>
        <source>share of units that return</source>
        <translation>Anteil der Einheiten, die wiederkommen</translation>
    </message>
    <message>
        <source>days with the event per unit</source>
        <translation>Tage mit dem Ereignis je Einheit</translation>
    </message>
    <message>
        <source>share of units that take every step</source>
        <translation>Anteil der Einheiten, die jeden Schritt gehen</translation>
    </message>
    <message>
        <source>quantile of the sum of values per unit</source>
        <translation>Quantil der Wertsumme je Einheit</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> · control</source>
        <translation> · Kontrolle</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>one value per unit</source>
        <translation>ein Wert je Einheit</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>mehr ist besser</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>weniger ist besser</translation>
    </message>
    <message>
        <source> · within %1 of the exposure</source>
        <translation> · innerhalb von %1 nach dem Erstkontakt</translation>
    </message>
    <message>
        <source>%1, looks at %2 of the planned size</source>
        <translation>%1, Auswertungen bei %2 der geplanten Größe</translation>
    </message>
    <message>
        <source>the treatments of each metric</source>
        <translation>die Testvarianten jeder Metrik</translation>
    </message>
    <message>
        <source>treatments and primary metrics</source>
        <translation>Testvarianten und primäre Metriken</translation>
    </message>
    <message>
        <source>treatments and all metrics</source>
        <translation>Testvarianten und alle Metriken</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>%1, two-sided</source>
        <translation>%1, zweiseitig</translation>
    </message>
    <message>
        <source>%1, one-sided: better</source>
        <translation>%1, einseitig: besser</translation>
    </message>
    <message>
        <source> to find a lift of %1</source>
        <translation> für einen Uplift von %1</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Teststärke</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>mindestens %1 Tage</translation>
    </message>
    <message>
        <source>%1 days planned, </source>
        <translation>%1 Tage geplant, </translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 may be worse by %2</source>
        <translation>%1 darf um %2 schlechter sein</translation>
    </message>
    <message>
        <source>%1 is cut at its %2 percentile</source>
        <translation>%1 wird am %2. Perzentil gekappt</translation>
    </message>
    <message>
        <source>Margins and caps</source>
        <translation>Spielräume und Kappung</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>by the history of %1 before the exposure (CUPED)</source>
        <translation>um die Vorgeschichte von %1 vor dem Erstkontakt (CUPED)</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>lift of %1 ± %2</source>
        <translation>Uplift von %1 ± %2</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Planned size</source>
        <translation>Geplante Größe</translation>
    </message>
    <message>
        <source>%1 units in each variant</source>
        <translation>%1 Einheiten in jeder Variante</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>assigned elsewhere, imported</source>
        <translation>anderswo zugeteilt, importiert</translation>
    </message>
    <message>
        <source>%1 of all units</source>
        <translation>%1 aller Einheiten</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source> · started %1</source>
        <translation> · gestartet %1</translation>
    </message>
    <message>
        <source> · stopped %1</source>
        <translation> · beendet %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>ProjectedEnd</name>
    <message>
        <source>at this pace in %1 ± %2</source>
        <translation>bei diesem Tempo in %1 ± %2</translation>
    </message>
    <message>
        <source>at this pace on %1 ± %2</source>
        <translation>bei diesem Tempo am %1 ± %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Experimentation Studio</source>
        <translation>Experimentierstudio</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Konversionsrate</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Stichprobengröße</translation>
    </message>
    <message>
        <source>Over time: %1, %2</source>
        <translation>Im Zeitverlauf: %1, %2</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Datenprüfung</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Abweichung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Experiments: %1, as of %2</source>
        <translation>Experimente: %1, Stand %2</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write %1</source>
        <translation>%1 nicht schreibbar</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>es gibt keine Seite „%1“</translation>
    </message>
    <message>
        <source>there is no experiment &apos;%1&apos;</source>
        <translation>es gibt kein Experiment „%1“</translation>
    </message>
    <message>
        <source>the data did not arrive in time</source>
        <translation>die Daten kamen nicht rechtzeitig</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>a single look</source>
        <translation>eine einzige Auswertung</translation>
    </message>
    <message>
        <source>the group-sequential test</source>
        <translation>der gruppensequenzielle Test</translation>
    </message>
    <message>
        <source>the always-valid test</source>
        <translation>der jederzeit gültige Test</translation>
    </message>
    <message>
        <source>the Bayesian posterior</source>
        <translation>die bayessche A-posteriori-Verteilung</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>um nicht mehr als den Spielraum schlechter</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>um mehr als den Spielraum schlechter</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>to wait</source>
        <translation>abwarten</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>not told apart from the control</source>
        <translation>von der Kontrolle nicht zu unterscheiden</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source> (%1 likely to be better)</source>
        <translation> (zu %1 besser)</translation>
    </message>
    <message>
        <source>The prior expects small effects and holds the estimate back.</source>
        <translation>Der Prior erwartet kleine Effekte und hält die Schätzung zurück.</translation>
    </message>
    <message>
        <source>A posterior is not protected against looking often.</source>
        <translation>Eine A-posteriori-Verteilung ist nicht davor geschützt, dass man oft nachsieht.</translation>
    </message>
    <message>
        <source>A single look&apos;s p-value does not hold when results are watched as they come in.</source>
        <translation>Der p-Wert einer einzigen Auswertung gilt nicht, wenn man die Ergebnisse beim Eintreffen beobachtet.</translation>
    </message>
    <message>
        <source>They share the same level over their looks in different ways; follow the one that was planned.</source>
        <translation>Sie verteilen dasselbe Niveau verschieden über ihre Auswertungen; folgen Sie der geplanten Methode.</translation>
    </message>
    <message>
        <source>%1, %2: %3 says %4%5, %6 says %7%8. %9</source>
        <translation>%1, %2: %3 sagt %4%5, %6 sagt %7%8. %9</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1: the effect of %2 fades with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may be no more than novelty: the later days tell what remains.</source>
        <translation>%1: Der Effekt von %2 lässt mit den Tagen seit dem Erstkontakt nach, von etwa %3 am ersten Tag auf etwa %4, %5 später (%6). Vielleicht ist er nur der Reiz des Neuen: Die späteren Tage sagen, was bleibt.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 grows with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may take time to learn: the later days tell what is to come.</source>
        <translation>%1: Der Effekt von %2 wächst mit den Tagen seit dem Erstkontakt, von etwa %3 am ersten Tag auf etwa %4, %5 später (%6). Vielleicht braucht es Eingewöhnung: Die späteren Tage sagen, was noch kommt.</translation>
    </message>
    <message>
        <source>1 more unit</source>
        <translation>1 weitere Einheit</translation>
    </message>
    <message>
        <source>%1 more units</source>
        <translation>%1 weitere Einheiten</translation>
    </message>
    <message>
        <source>1 more unit with an event</source>
        <translation>1 weitere Einheit mit einem Ereignis</translation>
    </message>
    <message>
        <source>%1 more units with an event</source>
        <translation>%1 weitere Einheiten mit einem Ereignis</translation>
    </message>
    <message>
        <source>1 more unit without an event</source>
        <translation>1 weitere Einheit ohne Ereignis</translation>
    </message>
    <message>
        <source>%1 more units without an event</source>
        <translation>%1 weitere Einheiten ohne Ereignis</translation>
    </message>
    <message>
        <source>Units are not split as planned: %1 (%2).</source>
        <translation>Die Einheiten sind nicht wie geplant aufgeteilt: %1 (%2).</translation>
    </message>
    <message>
        <source>The split is wrong among the units from %1 on.</source>
        <translation>Die Aufteilung stimmt nicht bei den Einheiten ab %1.</translation>
    </message>
    <message>
        <source>Units are split as planned (%1, valid at any time).</source>
        <translation>Die Einheiten sind wie geplant aufgeteilt (%1, jederzeit gültig).</translation>
    </message>
    <message>
        <source>The split cannot be checked without units.</source>
        <translation>Ohne Einheiten lässt sich die Aufteilung nicht prüfen.</translation>
    </message>
    <message>
        <source>Whether units were seen in several variants is not known.</source>
        <translation>Ob Einheiten in mehreren Varianten gesehen wurden, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Units stay in their variant.</source>
        <translation>Die Einheiten bleiben in ihrer Variante.</translation>
    </message>
    <message>
        <source>Clients showed another variant than the one assigned to %1 of the %2 units of which they tell. Find out which clients do not ask for it.</source>
        <translation>Anwendungen zeigten %1 der %2 Einheiten, von denen sie berichten, eine andere Variante als die zugeteilte. Finden Sie heraus, welche Anwendungen nicht danach fragen.</translation>
    </message>
    <message>
        <source>Clients show the variants that are assigned.</source>
        <translation>Die Anwendungen zeigen die zugeteilten Varianten.</translation>
    </message>
    <message>
        <source>Ids were joined equally often in all variants.</source>
        <translation>IDs wurden in allen Varianten gleich oft zusammengeführt.</translation>
    </message>
    <message>
        <source>There is no history from before the experiment to compare.</source>
        <translation>Aus der Zeit vor dem Experiment gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>The variants were alike before the experiment.</source>
        <translation>Die Varianten waren vor dem Experiment gleich.</translation>
    </message>
    <message>
        <source>Every metric has enough data.</source>
        <translation>Jede Metrik hat genug Daten.</translation>
    </message>
    <message>
        <source>No effect is too large to be true.</source>
        <translation>Kein Effekt ist zu groß, um wahr zu sein.</translation>
    </message>
    <message>
        <source>Check the tracking before you believe it: %1, %2. Effects this large are more often a bug than a success.</source>
        <translation>Prüfen Sie die Erfassung, bevor Sie es glauben: %1, %2. So große Effekte sind öfter ein Fehler als ein Erfolg.</translation>
    </message>
    <message>
        <source>Whether an effect wears off cannot be told yet: that needs units watched for at least four days after their exposure, with enough data on each.</source>
        <translation>Ob ein Effekt sich abnutzt, lässt sich noch nicht sagen: Dazu braucht es Einheiten, die nach ihrem Erstkontakt mindestens vier Tage beobachtet wurden, mit genug Daten an jedem.</translation>
    </message>
    <message>
        <source>No effect changes with the days since exposure.</source>
        <translation>Kein Effekt ändert sich mit den Tagen seit dem Erstkontakt.</translation>
    </message>
    <message>
        <source>%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a bot, or an event that is sent in a loop.</source>
        <translation>%1: 1 von %2 Einheiten mit Werten macht %3 der Summe aus, in %4. Prüfen Sie, ob es ein Bot ist oder ein Ereignis, das in einer Schleife gesendet wird.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether they are bots, or events that are sent in a loop.</source>
        <translation>%1: %2 von %3 Einheiten mit Werten machen %4 der Summe aus, %5 davon in %6. Prüfen Sie, ob es Bots sind oder Ereignisse, die in einer Schleife gesendet werden.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 is %3 among units of the first half and %4 among those of the second (%5). It may wear off, or grow.</source>
        <translation>%1: Der Effekt von %2 ist %3 bei den Einheiten der ersten Hälfte und %4 bei denen der zweiten (%5). Er kann sich abnutzen oder wachsen.</translation>
    </message>
    <message>
        <source>%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.</source>
        <translation>%1: zu früh für ein Urteil, eine Variante braucht %2, bevor man den Zahlen trauen kann.</translation>
    </message>
    <message>
        <source>It ran for %1 of at least %2 days, which are needed to have seen every day of the week.</source>
        <translation>Es lief %1 von mindestens %2 Tagen; so viele braucht es, um jeden Wochentag gesehen zu haben.</translation>
    </message>
    <message>
        <source>Start the experiment: it has no units yet.</source>
        <translation>Starten Sie das Experiment: Es hat noch keine Einheiten.</translation>
    </message>
    <message>
        <source>There are no units to analyse yet.</source>
        <translation>Es gibt noch keine Einheiten auszuwerten.</translation>
    </message>
    <message>
        <source>Continue the experiment: %1 has %2, and needs %3 more before anything can be said.</source>
        <translation>Weiterlaufen lassen: %1 hat %2 und braucht noch %3, bevor sich etwas sagen lässt.</translation>
    </message>
    <message>
        <source>Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than the %4 needed for any statement.</source>
        <translation>Urteilen Sie nicht nach diesem Experiment: Es endete, als %1 %2 hatte, %3 weniger als die %4, die jede Aussage braucht.</translation>
    </message>
    <message>
        <source>Continue the experiment. %1</source>
        <translation>Weiterlaufen lassen. %1</translation>
    </message>
    <message>
        <source>Do not judge by this experiment, it stopped too early. %1</source>
        <translation>Urteilen Sie nicht nach diesem Experiment, es endete zu früh. %1</translation>
    </message>
    <message>
        <source>Do not use these results: units are not split as planned (%1), so the variants cannot be compared. Find out where units get lost or doubled, then start again.</source>
        <translation>Verwenden Sie diese Ergebnisse nicht: Die Einheiten sind nicht wie geplant aufgeteilt (%1), die Varianten lassen sich also nicht vergleichen. Finden Sie heraus, wo Einheiten verloren gehen oder verdoppelt werden, und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Do not use these results: %1 of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an assignment changes.</source>
        <translation>Verwenden Sie diese Ergebnisse nicht: %1 der Einheiten wurden in mehreren Varianten gesehen, mehr als das vertretbare 1 %. Finden Sie heraus, warum eine Zuteilung wechselt.</translation>
    </message>
    <message>
        <source>Do not use these results: people&apos;s ids were joined more often in some variants than in others (%1), so the variants count other people. Analyse people who were known before.</source>
        <translation>Verwenden Sie diese Ergebnisse nicht: IDs von Personen wurden in manchen Varianten öfter zusammengeführt als in anderen (%1), die Varianten zählen also verschiedene Leute. Werten Sie Personen aus, die vorher bekannt waren.</translation>
    </message>
    <message>
        <source>Stop %1, it does harm: %2.</source>
        <translation>%1 stoppen, sie schadet: %2.</translation>
    </message>
    <message>
        <source> %1 is better than the control: %2.</source>
        <translation> %1 ist besser als die Kontrolle: %2.</translation>
    </message>
    <message>
        <source>Ship %1: %2.</source>
        <translation>%1 ausrollen: %2.</translation>
    </message>
    <message>
        <source>%1 is better: %2. Ship it if this is what the experiment was for; no metric was marked as primary.</source>
        <translation>%1 ist besser: %2. Rollen Sie sie aus, wenn das Experiment dafür da war; keine Metrik war als primär markiert.</translation>
    </message>
    <message>
        <source>Continue: %1 looks better (%2), but it is too early. %3</source>
        <translation>Weiterlaufen lassen: %1 sieht besser aus (%2), aber es ist zu früh. %3</translation>
    </message>
    <message>
        <source>Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks find winners that are none.</source>
        <translation>Bis zur geplanten Größe weiterlaufen lassen: %1 sieht besser aus (%2), aber es sind %3 da, und frühes Nachsehen findet Gewinner, die keine sind.</translation>
    </message>
    <message>
        <source>Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at a good moment finds winners that are none.</source>
        <translation>Bestätigen Sie es, bevor Sie %1 ausrollen: %2, aber das Experiment endete, als %3 da waren, und wer im guten Moment aufhört, findet Gewinner, die keine sind.</translation>
    </message>
    <message>
        <source>Do not ship %1 yet: %2, but the guardrail got worse: %3.</source>
        <translation>%1 noch nicht ausrollen: %2, aber die Leitplanke wurde schlechter: %3.</translation>
    </message>
    <message>
        <source>Keep %1: %2 is worse, %3.</source>
        <translation>%1 behalten: %2 ist schlechter, %3.</translation>
    </message>
    <message>
        <source>Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.</source>
        <translation>%1 behalten: Ein Effekt von %2, der kleinste von Interesse, ist ausgeschlossen. %3: %4.</translation>
    </message>
    <message>
        <source>Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 are in.</source>
        <translation>Bis zur geplanten Größe weiterlaufen lassen und %1 im Auge behalten: Es sieht schlechter aus (%2), aber es sind %3 da.</translation>
    </message>
    <message>
        <source>Continue: no variant differs clearly from the control so far. %1: %2. %3 more units per variant are planned.</source>
        <translation>Weiterlaufen lassen: Keine Variante unterscheidet sich bisher deutlich von der Kontrolle. %1: %2. %3 weitere Einheiten je Variante sind geplant.</translation>
    </message>
    <message>
        <source>Keep %1, or run longer if an effect within the interval would matter: no variant differs clearly from it. %2: %3.</source>
        <translation>%1 behalten oder länger laufen lassen, falls ein Effekt innerhalb des Intervalls wichtig wäre: Keine Variante unterscheidet sich deutlich davon. %2: %3.</translation>
    </message>
    <message>
        <source>Continue: there is nothing to compare yet, as no variant shows any event or value that varies.</source>
        <translation>Weiterlaufen lassen: Es gibt noch nichts zu vergleichen, denn keine Variante zeigt ein Ereignis oder einen Wert, der schwankt.</translation>
    </message>
    <message>
        <source>Mark a metric as primary: without one, and without a conversion, there is nothing to decide by.</source>
        <translation>Markieren Sie eine Metrik als primär: Ohne sie und ohne Konversion gibt es nichts, wonach zu entscheiden wäre.</translation>
    </message>
    <message>
        <source>Nothing follows from this experiment: neither an effect nor its absence is shown. %1: %2.</source>
        <translation>Aus diesem Experiment folgt nichts: Weder ein Effekt noch sein Fehlen ist gezeigt. %1: %2.</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> um %1</translation>
    </message>
    <message>
        <source>Guardrail: it is not shown that %1 is not worse%2. %3.</source>
        <translation>Leitplanke: Es ist nicht gezeigt, dass %1 nicht%2 schlechter ist. %3.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse. %2.</source>
        <translation>Leitplanke: %1 ist schlechter. %2.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse by more than %2. %3.</source>
        <translation>Leitplanke: %1 ist um mehr als %2 schlechter. %3.</translation>
    </message>
    <message>
        <source>%1 is better, %2, and does not ship: not every guardrail is shown to hold.</source>
        <translation>%1 ist besser, %2, und wird nicht ausgerollt: Nicht für jede Leitplanke ist gezeigt, dass sie hält.</translation>
    </message>
    <message>
        <source>The guardrail holds.</source>
        <translation>Die Leitplanke hält.</translation>
    </message>
    <message>
        <source>All %1 guardrails hold.</source>
        <translation>Alle %1 Leitplanken halten.</translation>
    </message>
    <message>
        <source>%1 and %2 are both better than the control and cannot be told apart: take the cheaper one.</source>
        <translation>%1 und %2 sind beide besser als die Kontrolle und nicht voneinander zu unterscheiden: Nehmen Sie die billigere.</translation>
    </message>
    <message>
        <source>Continue: %1 of the plan is done, and nothing speaks for a stop.</source>
        <translation>Weiterlaufen lassen: %1 des Plans sind erreicht, und nichts spricht für ein Ende.</translation>
    </message>
    <message>
        <source>Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.</source>
        <translation>Weiterlaufen lassen: Bisher spricht nichts für ein Ende, und weder Größe noch Dauer sind geplant.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Continue, and wait for the plan: %1 looks better so far, %2.</source>
        <translation>Weiterlaufen lassen und den Plan abwarten: %1 sieht bisher besser aus, %2.</translation>
    </message>
    <message>
        <source>The experiment stopped at %1 of its plan; a single look was planned for the end, so there is no verdict.</source>
        <translation>Das Experiment endete bei %1 seines Plans; eine einzige Auswertung war für das Ende geplant, also gibt es kein Urteil.</translation>
    </message>
    <message>
        <source>Only %1 of the planned size was exposed on these days; a single look was planned for all of it, so there is no verdict.</source>
        <translation>Nur %1 der geplanten Größe hatten an diesen Tagen ihren Erstkontakt; eine einzige Auswertung war für das Ganze geplant, also gibt es kein Urteil.</translation>
    </message>
    <message>
        <source>%1 Looked at once only: %2</source>
        <translation>%1 Als einzige Auswertung betrachtet: %2</translation>
    </message>
    <message>
        <source>This is an early look: %1 are in. Whoever stops at the first significant look finds false winners far more often than planned.</source>
        <translation>Dies ist ein früher Blick: Es sind %1 da. Wer beim ersten signifikanten Blick aufhört, findet weit öfter falsche Gewinner als geplant.</translation>
    </message>
    <message>
        <source>The experiment stopped with %1; if results were watched, false winners are more likely than planned.</source>
        <translation>Das Experiment endete, als %1 da waren; wurden die Ergebnisse beobachtet, sind falsche Gewinner wahrscheinlicher als geplant.</translation>
    </message>
    <message>
        <source>%1: %2 is maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 reift noch, ist also kürzer dabei als das Fenster der Metrik und noch nicht gezählt.</translation>
    </message>
    <message>
        <source>%1: %2 are maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 reifen noch, sind also kürzer dabei als das Fenster der Metrik und noch nicht gezählt.</translation>
    </message>
    <message>
        <source>%1: a few units hold much of the total; below about %2 units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps.</source>
        <translation>%1: Wenige Einheiten halten einen großen Teil der Summe; unter etwa %2 Einheiten je Variante sind p-Wert und Intervall grob. Eine Kappung am 99,9. Perzentil hilft.</translation>
    </message>
    <message>
        <source>%1: the split changed while the experiment ran. Effects are measured within each of %2 stretches and added up, so they can differ from what the plain totals suggest.</source>
        <translation>%1: Die Aufteilung wurde geändert, während das Experiment lief. Effekte werden innerhalb jedes von %2 Abschnitten gemessen und zusammengezählt, sie können also von dem abweichen, was die bloßen Summen nahelegen.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epoch %2, which has fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: Die Einheiten der Zuteilungsepoche %2 bleiben außer Acht; sie hat weniger als 30 Einheiten in einer Variante und keine Nachbarin mit gleicher Aufteilung.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epochs %2, which have fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: Die Einheiten der Zuteilungsepochen %2 bleiben außer Acht; sie haben weniger als 30 Einheiten in einer Variante und keine Nachbarin mit gleicher Aufteilung.</translation>
    </message>
    <message>
        <source>%1: the totals of %2 are beyond the range of its exact values and count as the end of it. A coarser resolution has room for more.</source>
        <translation>%1: Die Summen von %2 liegen außerhalb des Bereichs exakter Werte und zählen als dessen Ende. Eine gröbere Auflösung hat Platz für mehr.</translation>
    </message>
    <message>
        <source>No metric is marked as primary, so no decision follows from the results; the headline is whether a unit converts on any of the conversion metrics.</source>
        <translation>Keine Metrik ist als primär markiert, aus den Ergebnissen folgt also keine Entscheidung; das Hauptergebnis ist, ob eine Einheit bei irgendeiner der Konversionsmetriken konvertiert.</translation>
    </message>
    <message>
        <source>Values of %1 above %2 are cut to it, as planned: those of %3.</source>
        <translation>Werte von %1 über %2 werden wie geplant darauf gekappt: die von %3.</translation>
    </message>
    <message>
        <source>The values of %1 are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or the planned percentile is 0.</source>
        <translation>Die Werte von %1 sind nicht gekappt, obwohl der Plan es vorsieht: Ihre Verteilung ist noch nicht bekannt, nicht für einen Teil der Tage, oder das geplante Perzentil ist 0.</translation>
    </message>
    <message>
        <source>A few very large values rule %1. Plan to cut values at the %2th percentile (%3 now) next time.</source>
        <translation>Einige sehr große Werte beherrschen %1. Planen Sie nächstes Mal, die Werte am %2. Perzentil (jetzt %3) zu kappen.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history, because its values are cut.</source>
        <translation>%1 ist nicht um die Vorgeschichte bereinigt, weil die Werte gekappt sind.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history: none is known that varies.</source>
        <translation>%1 ist nicht um die Vorgeschichte bereinigt: Es ist keine bekannt, die schwankt.</translation>
    </message>
    <message>
        <source>%1 was planned as %2 and is now %3.</source>
        <translation>%1 war als %2 geplant und ist jetzt %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <extracomment>the name of a variant, in quotation marks</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>%1 cannot be estimated yet</source>
        <translation>%1 lässt sich noch nicht schätzen</translation>
    </message>
    <message>
        <source>a difference of %1</source>
        <translation>ein Unterschied von %1</translation>
    </message>
    <message>
        <source>%1 is %2 against %3, %4</source>
        <extracomment>purchase is 5.5 % against 5 %, +10 %</extracomment>
        <translation>%1 liegt bei %2 gegenüber %3, %4</translation>
    </message>
    <message>
        <source> (%1 % interval %2 to %3)</source>
        <translation> (%1-%-Intervall %2 bis %3)</translation>
    </message>
    <message>
        <source> (%1 % interval from %2 up)</source>
        <translation> (%1-%-Intervall ab %2)</translation>
    </message>
    <message>
        <source> (%1 % interval up to %2)</source>
        <translation> (%1-%-Intervall bis %2)</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 expected</source>
        <translation>%1 hat %2 von %3 erwarteten</translation>
    </message>
    <message>
        <source>only %1 of the planned %2 units per variant</source>
        <translation>nur %1 der geplanten %2 Einheiten je Variante</translation>
    </message>
    <message>
        <source>%1: %2 says %3; computed again it is %4</source>
        <translation>%1: %2 sagt %3; neu berechnet ist es %4</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <source>%1 is not the file that was written: its SHA-256 is %2, the manifest says %3</source>
        <translation>%1 ist nicht die geschriebene Datei: Ihr SHA-256 ist %2, das Verzeichnis sagt %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 does not belong to a bundle</source>
        <translation>%1 gehört nicht zu einem Paket</translation>
    </message>
    <message>
        <source>Left out of the analysis: %1 of %2 units (%3): %4 by the experiment&apos;s rule, %5 by the service&apos;s, %6 as bots.</source>
        <translation>Von der Auswertung ausgeschlossen: %1 von %2 Einheiten (%3): %4 nach der Regel des Experiments, %5 nach der des Dienstes, %6 als Bots.</translation>
    </message>
    <message>
        <source>No rule leaves out a unit.</source>
        <translation>Keine Regel schließt eine Einheit aus.</translation>
    </message>
    <message>
        <source>Rules leave out more units of some variants than of others (%1). Find out what they look at: nothing that follows from the variant.</source>
        <translation>Regeln schließen in manchen Varianten mehr Einheiten aus als in anderen (%1). Finden Sie heraus, worauf sie achten: nichts, was aus der Variante folgt.</translation>
    </message>
    <message>
        <source>The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn here.</source>
        <translation>Der Rollout des Unleash-Flags %1 entscheidet, wer teilnimmt; der Traffic-Anteil wird hier nicht ausgelost.</translation>
    </message>
    <message>
        <source>Do not use these results: the variants differed already before the experiment (%1). Split anew.</source>
        <translation>Verwenden Sie diese Ergebnisse nicht: Die Varianten unterschieden sich schon vor dem Experiment (%1). Teilen Sie neu auf.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1: low</source>
        <translation>%1: unten</translation>
    </message>
    <message>
        <source>%1: high</source>
        <translation>%1: oben</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Sekundär</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Leitplanke</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Ausrollen</translation>
    </message>
    <message>
        <source>A primary metric is better, and nothing speaks against it.</source>
        <translation>Eine primäre Metrik ist besser, und nichts spricht dagegen.</translation>
    </message>
    <message>
        <source>Keep control</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>No treatment is worth the change.</source>
        <translation>Keine Testvariante ist die Änderung wert.</translation>
    </message>
    <message>
        <source>Stop for harm</source>
        <translation>Schädlich</translation>
    </message>
    <message>
        <source>A metric is worse beyond doubt.</source>
        <translation>Eine Metrik ist zweifelsfrei schlechter.</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>The planned size is reached, and the data do not decide.</source>
        <translation>Die geplante Größe ist erreicht, und die Daten entscheiden nicht.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>The planned size is not reached yet.</source>
        <translation>Die geplante Größe ist noch nicht erreicht.</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>Zu früh</translation>
    </message>
    <message>
        <source>There are too few units for any verdict.</source>
        <translation>Für ein Urteil gibt es zu wenige Einheiten.</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>The numbers cannot be trusted: something is wrong with the assignment or the data.</source>
        <translation>Den Zahlen ist nicht zu trauen: Mit der Zuteilung oder den Daten stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ Bestanden</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! Warnung</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ Nicht bestanden</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Kein Urteil</translation>
    </message>
    <message>
        <source>There are too few units for a verdict on this metric.</source>
        <translation>Für ein Urteil zu dieser Metrik gibt es zu wenige Einheiten.</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Worse by a test that may be looked at at any time, whatever the plan.</source>
        <translation>Schlechter nach einem Test, den man jederzeit ansehen darf, was auch immer der Plan sagt.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences where there are none.</source>
        <translation>Ein fester Plan wird einmal beurteilt, wenn die geplante Größe erreicht ist. Wer früher nachsieht, findet Unterschiede, wo keine sind.</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>The data agree with no difference and with one.</source>
        <translation>Die Daten passen zu einem Unterschied und zu keinem.</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Better than the control at the planned level.</source>
        <translation>Zum geplanten Niveau besser als die Kontrolle.</translation>
    </message>
    <message>
        <source>Worse than the control at the planned level.</source>
        <translation>Zum geplanten Niveau schlechter als die Kontrolle.</translation>
    </message>
    <message>
        <source>any conversion</source>
        <translation>irgendeine Konversion</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the last planned look, of %1.</source>
        <translation>Uplifts, Intervalle und p-Werte sind die der letzten geplanten Auswertung, vom %1.</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the planned look of %1. What has come since counts at the next one.</source>
        <translation>Uplifts, Intervalle und p-Werte sind die der geplanten Auswertung vom %1. Was seitdem kam, zählt bei der nächsten.</translation>
    </message>
    <message>
        <source>The look that was planned is still to come. Looking earlier finds differences where there are none.</source>
        <translation>Die geplante Auswertung steht noch aus. Wer früher nachsieht, findet Unterschiede, wo keine sind.</translation>
    </message>
    <message>
        <source>Shown not to be worse by the margin that was planned.</source>
        <translation>Gezeigt: um nicht mehr als den geplanten Spielraum schlechter.</translation>
    </message>
    <message>
        <source>Worse by more than the margin that was planned.</source>
        <translation>Um mehr als den geplanten Spielraum schlechter.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>No unit has been exposed yet.</source>
        <translation>Noch keine Einheit hatte Erstkontakt.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>xp::ui::AssignmentsTab</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>In the experiment: place %1 of the traffic hash lies within the share of %2.</source>
        <translation>Im Experiment: Stelle %1 des Traffic-Hashs liegt innerhalb des Anteils von %2.</translation>
    </message>
    <message>
        <source>Left out by the present traffic of %2 (place %1), but not by an earlier share: a user who came then is in the experiment still.</source>
        <translation>Vom jetzigen Traffic von %2 ausgenommen (Stelle %1), nicht aber von einem früheren Anteil: Wer damals kam, ist noch im Experiment.</translation>
    </message>
    <message>
        <source>Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.</source>
        <translation>Nicht im Experiment: Stelle %1 des Traffic-Hashs liegt außerhalb des Anteils von %2.</translation>
    </message>
    <message>
        <source>Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in its part of the allocations.</source>
        <translation>Variante „%1“: Stelle %2 des Aufteilungs-Hashs, der vom ersten nichts weiß, liegt in ihrem Teil der Anteile.</translation>
    </message>
    <message>
        <source>With more traffic it would be “%1” (place %2 of the split hash).</source>
        <translation>Mit mehr Traffic wäre es „%1“ (Stelle %2 des Aufteilungs-Hashs).</translation>
    </message>
    <message>
        <source>The users of an imported experiment were assigned elsewhere.</source>
        <translation>Die Nutzer eines importierten Experiments wurden anderswo zugeteilt.</translation>
    </message>
    <message>
        <source>The experiment does not run, so nobody new is assigned; who was assigned before keeps the variant.</source>
        <translation>Das Experiment läuft nicht, also wird niemand neu zugeteilt; wer vorher zugeteilt wurde, behält die Variante.</translation>
    </message>
    <message>
        <source>The split was changed: a user who was assigned before keeps the variant of then.</source>
        <translation>Die Aufteilung wurde geändert: Wer vorher zugeteilt wurde, behält die damalige Variante.</translation>
    </message>
    <message>
        <source>Id of a user, as your application sends it</source>
        <translation>ID eines Nutzers, wie Ihre Anwendung sie sendet</translation>
    </message>
    <message>
        <source>Id of a user</source>
        <translation>ID eines Nutzers</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Why this variant?</source>
        <translation>Warum diese Variante?</translation>
    </message>
    <message>
        <source>Experiment to compare with</source>
        <translation>Experiment zum Vergleich</translation>
    </message>
    <message>
        <source>Replay %1 ids</source>
        <translation>%1 IDs durchspielen</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>unabhängig von</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Replayed ids by variant</source>
        <translation>Durchgespielte IDs nach Variante</translation>
    </message>
    <message>
        <source>Assignment laboratory</source>
        <translation>Zuteilungslabor</translation>
    </message>
    <message>
        <source>Made-up ids go through this experiment&apos;s own hash: the split must be the planned one, and tell nothing about the variant of another experiment.</source>
        <translation>Erfundene IDs gehen durch den Hash dieses Experiments: Die Aufteilung muss die geplante sein und darf nichts über die Variante eines anderen Experiments verraten.</translation>
    </message>
    <message>
        <source>The answer is computed here, from the experiment&apos;s hash and shares; nothing is assigned.</source>
        <translation>Die Antwort wird hier berechnet, aus Hash und Anteilen des Experiments; zugeteilt wird nichts.</translation>
    </message>
    <message>
        <source>no other experiment</source>
        <translation>kein anderes Experiment</translation>
    </message>
    <message>
        <source>Enter the id of a user first.</source>
        <translation>Zuerst die ID eines Nutzers eingeben.</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>Wird durchgespielt …</translation>
    </message>
    <message>
        <source>%1 of the ids are admitted, %2 planned.</source>
        <translation>%1 der IDs werden zugelassen, %2 sind geplant.</translation>
    </message>
    <message>
        <source>! The split differs from the plan (%1).</source>
        <translation>! Die Aufteilung weicht vom Plan ab (%1).</translation>
    </message>
    <message>
        <source>✓ The split is as planned (%1).</source>
        <translation>✓ Die Aufteilung ist wie geplant (%1).</translation>
    </message>
    <message>
        <source>! It depends on “%2” (%1).</source>
        <translation>! Sie hängt von „%2“ ab (%1).</translation>
    </message>
    <message>
        <source>✓ It is independent of “%2” (%1).</source>
        <translation>✓ Sie ist unabhängig von „%2“ (%1).</translation>
    </message>
</context>
<context>
    <name>xp::ui::AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Nothing has been done to this experiment yet.</source>
        <translation>Mit diesem Experiment ist noch nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ClimbChart</name>
    <message>
        <source>One look&apos;s test</source>
        <translation>Eine Auswertung</translation>
    </message>
    <message>
        <source>Group sequential</source>
        <translation>Gruppensequenziell</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>Jederzeit gültig</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>Bayessch</translation>
    </message>
    <message>
        <source>Share called by look %1: %2</source>
        <translation>Anteil der Treffer bis Auswertung %1: %2</translation>
    </message>
    <message>
        <source>look %1</source>
        <translation>Blick %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ColumnRow</name>
    <message>
        <source>conversion</source>
        <translation>Konversion</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>number per unit</source>
        <translation>Zahl je Einheit</translation>
    </message>
    <message>
        <source>many values</source>
        <translation>viele Werte</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>whole numbers, %1</source>
        <translation>ganze Zahlen, %1</translation>
    </message>
    <message>
        <source>numbers, %1</source>
        <translation>Zahlen, %1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>Text, %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Use of %1</source>
        <translation>Verwendung von %1</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>Art von %1</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1 (geraten)</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>Better of %1</source>
        <translation>Besser bei %1</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>time of assignment</source>
        <translation>Zeit der Zuteilung</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>known before (CUPED)</source>
        <translation>vorher bekannt (CUPED)</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>Segment</translation>
    </message>
</context>
<context>
    <name>xp::ui::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do, or to see?</source>
        <translation>Was möchten Sie tun oder sehen?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>xp::ui::ConfirmDialog</name>
    <message>
        <source>Start %1?</source>
        <translation>%1 starten?</translation>
    </message>
    <message>
        <source>New users are assigned from now on. Variants, metrics and level cannot be changed any more.</source>
        <translation>Ab jetzt werden neue Nutzer zugeteilt. Varianten, Metriken und Niveau lassen sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>%1 pausieren?</translation>
    </message>
    <message>
        <source>No new users are assigned. Those who are keep their variant, and their events count.</source>
        <translation>Es werden keine neuen Nutzer zugeteilt. Die schon zugeteilten behalten ihre Variante, und ihre Ereignisse zählen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>%1 fortsetzen?</translation>
    </message>
    <message>
        <source>New users are assigned again.</source>
        <translation>Es werden wieder neue Nutzer zugeteilt.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 beenden?</translation>
    </message>
    <message>
        <source>The experiment ends for good: no new users, and later events do not count. Users keep their variant.</source>
        <translation>Das Experiment endet endgültig: keine neuen Nutzer, und spätere Ereignisse zählen nicht. Die Nutzer behalten ihre Variante.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>%1 archivieren?</translation>
    </message>
    <message>
        <source>It leaves the lists and the metrics. Nothing is deleted.</source>
        <translation>Es verlässt die Listen und die Kennzahlen. Nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n Experiment</numerusform>
            <numerusform>%n Experimente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
… and %n more</source>
        <translation>
            <numerusform>
… und %n weiteres</numerusform>
            <numerusform>
… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Conclusion: what was learnt</source>
        <translation>Fazit: was gelernt wurde</translation>
    </message>
    <message>
        <source>kept with the notes of the experiment</source>
        <translation>bleibt bei den Notizen des Experiments</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Fazit</translation>
    </message>
</context>
<context>
    <name>xp::ui::DataPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>erraten</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>Latin-1 (ISO 8859-1)</source>
        <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 rows. What is each column? Nothing leaves this machine.</source>
        <translation>%1 Zeilen. Was ist jede Spalte? Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>What is each column? Guessed from the first %1 rows. Nothing leaves this machine.</source>
        <translation>Was ist jede Spalte? Geraten nach den ersten %1 Zeilen. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Verwendet als</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Gemessen als</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Besser ist</translation>
    </message>
    <message>
        <source>Say which column is the %1.</source>
        <translation>Sagen Sie, welche Spalte dies ist: %1.</translation>
    </message>
    <message>
        <source>Only one column can be used as “%1”.</source>
        <translation>Nur eine Spalte kann als „%1“ verwendet werden.</translation>
    </message>
    <message>
        <source>Say which columns are metrics.</source>
        <translation>Sagen Sie, welche Spalten Metriken sind.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihm einen Namen.</translation>
    </message>
    <message>
        <source>One row for each unit; the primary metric decides.</source>
        <translation>Eine Zeile je Einheit; die primäre Metrik entscheidet.</translation>
    </message>
    <message>
        <source>One row for each unit. A metric of role primary would decide; without one, all are looked at alike.</source>
        <translation>Eine Zeile je Einheit. Eine primäre Metrik würde entscheiden; ohne sie werden alle gleich betrachtet.</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 Zeilen gelesen</translation>
    </message>
    <message>
        <source>Windows-1252</source>
        <translation>Windows-1252</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16, Little Endian</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16, Big Endian</translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII other than a quote, or one of the list.</source>
        <translation>Das Trennzeichen muss ein ASCII-Zeichen außer einem Anführungszeichen sein oder eines aus der Liste.</translation>
    </message>
</context>
<context>
    <name>xp::ui::EventsTab</name>
    <message>
        <source>Latest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>No event has arrived yet. They appear here as they come.</source>
        <translation>Noch ist kein Ereignis eingetroffen. Sie erscheinen hier, sobald sie kommen.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentListModel</name>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>! ratio</source>
        <translation>! schief</translation>
    </message>
    <message>
        <source>! crossed</source>
        <translation>! Wechsler</translation>
    </message>
    <message>
        <source>! joined</source>
        <translation>! verbunden</translation>
    </message>
    <message>
        <source>! before</source>
        <translation>! vorher</translation>
    </message>
    <message>
        <source>! data</source>
        <translation>! Daten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>sample ratio mismatch</source>
        <translation>Aufteilung weicht ab</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift mit Intervall</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Datenprüfung</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Peeking-Labor</translation>
    </message>
    <message>
        <source>Traffic …</source>
        <translation>Traffic …</translation>
    </message>
    <message>
        <source>Results by metric and treatment</source>
        <translation>Ergebnisse nach Metrik und Testvariante</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Stichprobengröße</translation>
    </message>
    <message>
        <source>%1 · day %2</source>
        <translation>%1 · Tag %2</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>Start …</source>
        <translation>Starten …</translation>
    </message>
    <message>
        <source>Pause …</source>
        <translation>Pausieren …</translation>
    </message>
    <message>
        <source>Resume …</source>
        <translation>Fortsetzen …</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Beenden …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Archivieren …</translation>
    </message>
    <message>
        <source>Loading the results …</source>
        <translation>Die Ergebnisse werden geladen …</translation>
    </message>
    <message>
        <source>Results appear here once units are assigned and events arrive.</source>
        <translation>Ergebnisse erscheinen hier, sobald Einheiten zugeteilt sind und Ereignisse eintreffen.</translation>
    </message>
    <message>
        <source>Each variant</source>
        <translation>Jede Variante</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Konversionsrate</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>%1, %2 interval of each variant</source>
        <translation>%1, %2-Intervall jeder Variante</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentWizard</name>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>Entwurf anlegen</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExploreTab</name>
    <message>
        <source>as planned</source>
        <translation>wie geplant</translation>
    </message>
    <message>
        <source>not cut</source>
        <translation>nicht gekappt</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Correction for several comparisons</source>
        <translation>Korrektur für mehrere Vergleiche</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>Werte kappen</translation>
    </message>
    <message>
        <source>Prior of the lift</source>
        <translation>Prior des Uplifts</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>Units exposed from</source>
        <translation>Erstkontakt vom</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Adjust by history (CUPED)</source>
        <translation>Bereinigen (CUPED)</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Zurück zum Plan</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>Was wäre, wenn …</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Testvariante</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>Zweitmeinungen</translation>
    </message>
    <message>
        <source>all methods, on all days</source>
        <translation>alle Methoden, über alle Tage</translation>
    </message>
    <message>
        <source>Metric whose values are shown</source>
        <translation>Metrik, deren Werte gezeigt werden</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>What-if answers appear once units are assigned.</source>
        <translation>Antworten auf „Was wäre, wenn“ erscheinen, sobald Einheiten zugeteilt sind.</translation>
    </message>
    <message>
        <source>Nothing is known from before the exposure.</source>
        <translation>Aus der Zeit vor dem Erstkontakt ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.</source>
        <translation>In %1 ms beantwortet, aus %2 Summen, die einmal geholt wurden. Nichts davon wird zum Plan.</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Was wäre, wenn: %1</translation>
    </message>
    <message>
        <source>not the plan</source>
        <translation>nicht der Plan</translation>
    </message>
    <message>
        <source>Segments or distribution</source>
        <translation>Segmente oder Verteilung</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
</context>
<context>
    <name>xp::ui::HealthTab</name>
    <message>
        <source>Health</source>
        <translation>Datenprüfung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Noch wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Abweichung</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>! Methods differ</source>
        <translation>! Methoden uneins</translation>
    </message>
    <message>
        <source>✓ Methods agree</source>
        <translation>✓ Methoden einig</translation>
    </message>
</context>
<context>
    <name>xp::ui::HelpButton</name>
    <message>
        <source>What is this: %1</source>
        <translation>Was ist das: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::LeaveQuestion</name>
    <message>
        <source>Leave the draft?</source>
        <translation>Den Entwurf verlassen?</translation>
    </message>
    <message>
        <source>Keep it, and “New experiment” goes on where you are now.</source>
        <translation>Behalten Sie ihn, und „Neues Experiment“ macht weiter, wo Sie jetzt sind.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>xp::ui::LinesTab</name>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>xp::ui::LookDesigner</name>
    <message>
        <source>Share of the planned size, in per cent</source>
        <translation>Anteil der geplanten Größe, in Prozent</translation>
    </message>
    <message>
        <source>Futility bounds</source>
        <translation>Aussichtslosigkeitsgrenzen</translation>
    </message>
    <message>
        <source>Add a look</source>
        <translation>Neue Auswertung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Spending function</source>
        <translation>Alpha-Spending-Funktion</translation>
    </message>
    <message>
        <source>How much of the level each look may use: O&apos;Brien-Fleming little at first, Pocock about the same at every look.</source>
        <translation>Wie viel vom Niveau jede Auswertung verbrauchen darf: O&apos;Brien-Fleming anfangs wenig, Pocock bei jeder etwa gleich viel.</translation>
    </message>
    <message>
        <source>O&apos;Brien-Fleming</source>
        <translation>O&apos;Brien-Fleming</translation>
    </message>
    <message>
        <source>Pocock</source>
        <translation>Pocock</translation>
    </message>
    <message>
        <source>Kim-DeMets</source>
        <translation>Kim-DeMets</translation>
    </message>
    <message>
        <source>Hwang-Shih-DeCani</source>
        <translation>Hwang-Shih-DeCani</translation>
    </message>
    <message>
        <source>Gamma of the spending function</source>
        <translation>Gamma der Alpha-Spending-Funktion</translation>
    </message>
    <message>
        <source>γ </source>
        <translation>γ </translation>
    </message>
    <message>
        <source>Number of even looks</source>
        <translation>Zahl gleichmäßiger Auswertungen</translation>
    </message>
    <message>
        <source>So many looks, evenly spaced</source>
        <translation>So viele Auswertungen, gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>Below them, going on is hardly worth it. They do not bind, and are not part of the plan.</source>
        <translation>Darunter lohnt es sich kaum weiterzumachen. Sie sind nicht bindend und nicht Teil des Plans.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show the looks as a list</source>
        <translation>Die Auswertungen als Liste zeigen</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source> look</source>
        <translation> Auswertung</translation>
    </message>
    <message>
        <source> looks</source>
        <translation> Auswertungen</translation>
    </message>
    <message>
        <source>Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.</source>
        <translation>Kostet %1 mehr Nutzer als eine einzige Auswertung; wo der Uplift wahr ist, braucht es im Mittel %2 davon.</translation>
    </message>
    <message>
        <source>Stopping at every futility bound leaves a power of %1.</source>
        <translation>Wer an jeder Aussichtslosigkeitsgrenze aufhört, behält eine Teststärke von %1.</translation>
    </message>
    <message>
        <source>Look %1 of %2 at %3: %4 users</source>
        <translation>Auswertung %1 von %2 bei %3: %4 Nutzer</translation>
    </message>
    <message>
        <source>, day %1</source>
        <translation>, Tag %1</translation>
    </message>
    <message>
        <source>. Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.</source>
        <translation>. Endet über |z| %1 (%2); bis dahin sind %3 des Niveaus von %4 verbraucht.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left and Right move, Insert adds, Delete removes.</source>
        <translation>Auswertungen nach Anteil der geplanten Größe und |z|, über dem sie enden. %1. Gewählt: Auswertung %2. Auf und Ab wählen, Links und Rechts verschieben, Einfügen fügt hinzu, Entfernen löscht.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksCanvas</name>
    <message>
        <source>|z| to stop above, by share of the planned size</source>
        <translation>|z|, über dem geendet wird, nach Anteil der geplanten Größe</translation>
    </message>
    <message>
        <source>Level spent</source>
        <translation>Verbrauchtes Niveau</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>Wirksamkeit</translation>
    </message>
    <message>
        <source>futility</source>
        <translation>aussichtslos</translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksModel</name>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>|z| above</source>
        <translation>|z| über</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Stops here</source>
        <translation>Endet hier</translation>
    </message>
    <message>
        <source>Futile below</source>
        <translation>Aussichtslos unter</translation>
    </message>
</context>
<context>
    <name>xp::ui::MainWindow</name>
    <message>
        <source>portfolio</source>
        <translation>portfolio</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the Grafana dashboard</source>
        <translation>Grafana-Dashboard speichern</translation>
    </message>
    <message>
        <source>Grafana dashboard (*.json)</source>
        <translation>Grafana-Dashboard (*.json)</translation>
    </message>
    <message>
        <source>Folder for the dashboards</source>
        <translation>Ordner für die Dashboards</translation>
    </message>
    <message>
        <source>Save the evidence bundle</source>
        <translation>Nachweispaket speichern</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>Nachweispaket (*.zip)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy table as &amp;Markdown</source>
        <translation>Tabelle als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>&amp;Find experiment</source>
        <translation>Experiment &amp;suchen</translation>
    </message>
    <message>
        <source>C&amp;ommands …</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Peeking lab</source>
        <translation>&amp;Peeking-Labor</translation>
    </message>
    <message>
        <source>Statistical &amp;terms …</source>
        <translation>Statistische &amp;Begriffe …</translation>
    </message>
    <message>
        <source>&amp;About the studio</source>
        <translation>Ü&amp;ber das Studio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New experiment …</source>
        <translation>&amp;Neues Experiment …</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>C&amp;onnect …</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Save &amp;report as PDF …</source>
        <translation>&amp;Bericht als PDF speichern …</translation>
    </message>
    <message>
        <source>Save table as &amp;CSV …</source>
        <translation>Tabelle als &amp;CSV speichern …</translation>
    </message>
    <message>
        <source>Save &amp;Grafana dashboard …</source>
        <translation>&amp;Grafana-Dashboard speichern …</translation>
    </message>
    <message>
        <source>Save e&amp;vidence bundle …</source>
        <translation>Nach&amp;weispaket speichern …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Portfolio</source>
        <translation>&amp;Portfolio</translation>
    </message>
    <message>
        <source>P&amp;revious experiment</source>
        <translation>V&amp;origes Experiment</translation>
    </message>
    <message>
        <source>&amp;Next experiment</source>
        <translation>&amp;Nächstes Experiment</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>E&amp;xperiment</translation>
    </message>
    <message>
        <source>&amp;Traffic …</source>
        <translation>&amp;Traffic …</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new one …</source>
        <translation>Als neues &amp;duplizieren …</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Reiter</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>What is: %1</source>
        <translation>Was ist: %1</translation>
    </message>
    <message>
        <source>help</source>
        <translation>Hilfe</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)</source>
        <translation>Tabellen und Nachweispakete (*.csv *.tsv *.txt *.tab *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Datenbank öffnen</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Datenbanken (*.sqlite *.sqlite3 *.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1, geprüft</translation>
    </message>
    <message>
        <source>%1, not as written</source>
        <translation>%1, nicht wie geschrieben</translation>
    </message>
    <message>
        <source>Every number recomputed and equal.</source>
        <translation>Jede Zahl ist neu berechnet und gleich.</translation>
    </message>
    <message>
        <source>The %1 numbers in %2 follow from its sums.</source>
        <translation>Die %1 Zahlen in %2 folgen aus seinen Summen.</translation>
    </message>
    <message>
        <source>%1 is not as it was written.</source>
        <translation>%1 ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>Liste der Experimente ein- oder ausblenden</translation>
    </message>
    <message>
        <source>This bundle is not as it was written</source>
        <translation>Dieses Paket ist nicht, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>What you see is computed from its sums. The bundle says otherwise:</source>
        <translation>Was Sie sehen, ist aus seinen Summen berechnet. Das Paket sagt etwas anderes:</translation>
    </message>
    <message>
        <source>Experimentation Studio</source>
        <translation>Experimentierstudio</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Peeking-Labor</translation>
    </message>
    <message>
        <source>Experimentation</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>The service at %1 is lost.</source>
        <translation>Der Dienst unter %1 ist nicht mehr erreichbar.</translation>
    </message>
    <message>
        <source>What you see is from %1. The studio goes on trying.</source>
        <translation>Was Sie sehen, ist von %1. Das Studio versucht es weiter.</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>Was Sie sehen, ist von %1.</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>About the studio</source>
        <translation>Über das Studio</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experimentation Studio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Design, watch and decide experiments.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;Experimentierstudio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Experimente entwerfen, verfolgen und entscheiden.&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <source>Open a &amp;query …</source>
        <translation>&amp;Abfrage öffnen …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Abmel&amp;den</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>live, %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::MetricsPage</name>
    <message>
        <source>conversion</source>
        <translation>Konversion</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>Anzahl der Ereignisse</translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation>Summe der Werte</translation>
    </message>
    <message>
        <source>mean of values</source>
        <translation>Mittel der Werte</translation>
    </message>
    <message>
        <source>ratio of two sums</source>
        <translation>Verhältnis zweier Summen</translation>
    </message>
    <message>
        <source>return</source>
        <translation>Wiederkehr</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>aktive Tage</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>Trichter</translation>
    </message>
    <message>
        <source>quantile over units</source>
        <translation>Quantil über Einheiten</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Woran erkennen Sie es?</translation>
    </message>
    <message>
        <source>The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand.</source>
        <translation>Die primäre Metrik entscheidet. Leitplanken dürfen nicht schlechter werden. Sekundäre Metriken helfen zu verstehen.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Gemessen als</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Besser ist</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>Metrik hinzufügen</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>purchase</translation>
    </message>
    <message>
        <source>Event of the metric</source>
        <translation>Ereignis der Metrik</translation>
    </message>
    <message>
        <source>Remove the metric</source>
        <translation>Metrik entfernen</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>Höchstens schlechter</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative. A guardrail passes when it is shown to be worse by less than this.</source>
        <translation>Relativ. Eine Leitplanke hält, wenn gezeigt ist, dass sie um weniger als dies schlechter ist.</translation>
    </message>
    <message>
        <source>Defined by the catalogue, for every experiment that uses the metric.</source>
        <translation>Vom Katalog festgelegt, für jedes Experiment mit dieser Metrik.</translation>
    </message>
    <message>
        <source>Add a metric from the catalogue</source>
        <translation>Metrik aus dem Katalog hinzufügen</translation>
    </message>
    <message>
        <source>Add from the catalogue …</source>
        <translation>Aus dem Katalog hinzufügen …</translation>
    </message>
    <message>
        <source>%1 of the catalogue, version %2. The name is this experiment&apos;s own.</source>
        <translation>%1 des Katalogs, Version %2. Der Name gehört diesem Experiment.</translation>
    </message>
</context>
<context>
    <name>xp::ui::NavigationModel</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
</context>
<context>
    <name>xp::ui::NotesTab</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its moment in the charts.</source>
        <translation>Noch keine Notiz. Schreiben Sie auf, was neben dem Experiment geschah: eine Veröffentlichung, ein Ausfall, ein Feiertag. Sie markiert ihren Zeitpunkt in den Diagrammen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Art der Notiz</translation>
    </message>
    <message>
        <source>What happened, or what was learnt</source>
        <translation>Was geschehen ist oder was gelernt wurde</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
</context>
<context>
    <name>xp::ui::OverTimeTab</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Testvariante</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, dragging moves, a double click shows all</source>
        <translation>Strg und Mausrad zoomen, Ziehen verschiebt, ein Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>Lift over time</source>
        <translation>Uplift im Zeitverlauf</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>with its interval</source>
        <translation>mit seinem Intervall</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>p-Wert, logarithmisch</translation>
    </message>
    <message>
        <source>z by share of the planned size</source>
        <translation>z nach Anteil der geplanten Größe</translation>
    </message>
    <message>
        <source>in each variant</source>
        <translation>in jeder Variante</translation>
    </message>
</context>
<context>
    <name>xp::ui::PathsCanvas</name>
    <message>
        <source>look %1</source>
        <translation>Blick %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::PeekingLab</name>
    <message>
        <source>Paths of the simulated experiments</source>
        <translation>Pfade der simulierten Experimente</translation>
    </message>
    <message>
        <source>1,000 experiments</source>
        <translation>1.000 Experimente</translation>
    </message>
    <message>
        <source>z at each moment; a path ends where the chosen method calls it</source>
        <translation>z im Verlauf; ein Pfad endet, wo die Methode entscheidet</translation>
    </message>
    <message>
        <source>Called so far</source>
        <translation>Bisher entschieden</translation>
    </message>
    <message>
        <source>share of all</source>
        <translation>Anteil an allen</translation>
    </message>
    <message>
        <source>Other experiments</source>
        <translation>Andere Experimente</translation>
    </message>
    <message>
        <source>A true effect of</source>
        <translation>Ein wahrer Effekt von</translation>
    </message>
    <message>
        <source>True effect</source>
        <translation>Wahrer Effekt</translation>
    </message>
    <message>
        <source>Number of looks</source>
        <translation>Zahl der Auswertungen</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>found so far</source>
        <translation>bisher gefunden</translation>
    </message>
    <message>
        <source>found, after %1 days on average</source>
        <translation>gefunden, im Mittel nach %1 Tagen</translation>
    </message>
    <message>
        <source>found, with %1 of the units</source>
        <translation>gefunden, mit %1 der Einheiten</translation>
    </message>
    <message>
        <source>false alarms; at most %1 promised</source>
        <translation>Fehlalarme; versprochen: ≤ %1</translation>
    </message>
    <message>
        <source>false alarms; not made for peeking</source>
        <translation>Fehlalarme; nicht zum Nachsehen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Now the treatment is better by %1.&lt;/b&gt; Methods that may be looked at stop early where the effect is clear; the price of looking is a little power.</source>
        <translation>&lt;b&gt;Jetzt ist die Testvariante um %1 besser.&lt;/b&gt; Methoden, bei denen man nachsehen darf, enden früh, wo der Effekt klar ist; der Preis des Nachsehens ist etwas Teststärke.</translation>
    </message>
    <message>
        <source>&lt;b&gt;In these %1 experiments nothing differs.&lt;/b&gt; Whoever tests at %2 at each look and stops at the first “significant” result calls %3 of them a success.</source>
        <translation>&lt;b&gt;In diesen %1 Experimenten unterscheidet sich nichts.&lt;/b&gt; Wer bei jedem Blick zu %2 testet und beim ersten „signifikanten“ Ergebnis aufhört, nennt %3 davon einen Erfolg.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Los</translation>
    </message>
</context>
<context>
    <name>xp::ui::PlanView</name>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Wie betrachtet</translation>
    </message>
    <message>
        <source>✓ As planned: nothing departs from it.</source>
        <translation>✓ Wie geplant: Nichts weicht davon ab.</translation>
    </message>
</context>
<context>
    <name>xp::ui::PortfolioPage</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Entscheidung nötig</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Search name, key, hypothesis</source>
        <translation>Name, Schlüssel, Hypothese suchen</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Experimente suchen</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>A saved search; right click removes it</source>
        <translation>Eine gespeicherte Suche; Rechtsklick entfernt sie</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>Diese Suche entfernen</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Beenden …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Archivieren …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Bericht …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Loading the experiments …</source>
        <translation>Die Experimente werden geladen …</translation>
    </message>
    <message>
        <source>There is no experiment yet.

“New experiment” designs the first one, “xp-service import” makes one of a CSV file.</source>
        <translation>Noch gibt es kein Experiment.

„Neues Experiment“ entwirft das erste, „xp-service import“ macht eines aus einer CSV-Datei.</translation>
    </message>
    <message>
        <source>No experiment here contains “%1”.</source>
        <translation>Kein Experiment hier enthält „%1“.</translation>
    </message>
    <message>
        <source>No experiment here. “All” shows the others.</source>
        <translation>Hier ist kein Experiment. „Alle“ zeigt die anderen.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QueryDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>Im Schlüsselbund des Systems behalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Open a query</source>
        <translation>Abfrage öffnen</translation>
    </message>
    <message>
        <source>A query of your own database</source>
        <translation>Eine Abfrage Ihrer eigenen Datenbank</translation>
    </message>
    <message>
        <source>It is read in a transaction that only reads, and analysed on this machine.</source>
        <translation>Sie wird in einer Transaktion gelesen, die nur liest, und auf diesem Rechner ausgewertet.</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>Erstkontakte</translation>
    </message>
    <message>
        <source>One row for each unit: its id and variant, the time, what was known of it before.</source>
        <translation>Eine Zeile je Einheit: ihre ID und Variante, die Zeit, was vorher von ihr bekannt war.</translation>
    </message>
    <message>
        <source>Facts, if they lie elsewhere</source>
        <translation>Fakten, falls sie anderswo liegen</translation>
    </message>
    <message>
        <source>The unit under the same name, then numbers; the rows of a unit are added up.</source>
        <translation>Die Einheit unter demselben Namen, dann Zahlen; die Zeilen einer Einheit werden addiert.</translation>
    </message>
    <message>
        <source>a name, to find it again</source>
        <translation>ein Name, um sie wiederzufinden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>SQLite file …</source>
        <translation>SQLite-Datei …</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>Höchstens so viele Zeilen</translation>
    </message>
    <message>
        <source>At most so long, each query</source>
        <translation>Höchstens so lange, jede Abfrage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Gespeichert als „%1“.</translation>
    </message>
    <message>
        <source>A database to read</source>
        <translation>Eine Datenbank zum Lesen</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Datenbanken (*.sqlite *.sqlite3 *.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Say which database, such as postgresql://user@host/name.</source>
        <translation>Sagen Sie, welche Datenbank, etwa postgresql://nutzer@rechner/name.</translation>
    </message>
    <message>
        <source>Say what is read: one row for each unit.</source>
        <translation>Sagen Sie, was gelesen wird: eine Zeile je Einheit.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QuestionPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>Was möchten Sie wissen?</translation>
    </message>
    <message>
        <source>A name that your colleagues recognise, and what you expect to happen and why.</source>
        <translation>Ein Name, den Ihre Kollegen erkennen, und was Sie erwarten und warum.</translation>
    </message>
    <message>
        <source>Checkout button</source>
        <translation>Kasse: Farbe des Knopfs</translation>
    </message>
    <message>
        <source>A green button is seen sooner, so more visitors finish their purchase.</source>
        <translation>Ein grüner Knopf fällt eher auf, also schließen mehr Besucher ihren Kauf ab.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The key for programs is made from it.</source>
        <translation>Der Schlüssel für Programme wird daraus gebildet.</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>xp::ui::RatesChart</name>
    <message>
        <source>Chart of each variant&apos;s value and interval: %1</source>
        <translation>Diagramm von Wert und Intervall jeder Variante: %1</translation>
    </message>
    <message>
        <source>Values appear once units are assigned.</source>
        <translation>Werte erscheinen, sobald Einheiten zugeteilt sind.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ResultsModel</name>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Sekundär</translation>
    </message>
    <message>
        <source>pooled two-proportion z-test, two-sided</source>
        <translation>gepoolter z-Test zweier Anteile, zweiseitig</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test, two-sided</source>
        <translation>Welch-t-Test, zweiseitig</translation>
    </message>
    <message>
        <source>ratio of sums, delta method, two-sided</source>
        <translation>Verhältnis von Summen, Delta-Methode, zweiseitig</translation>
    </message>
    <message>
        <source>difference of quantiles, order statistics, two-sided</source>
        <translation>Differenz von Quantilen, Ordnungsstatistiken, zweiseitig</translation>
    </message>
    <message>
        <source>t-test adjusted by history (CUPED), two-sided</source>
        <translation>t-Test, um die Vorgeschichte bereinigt (CUPED), zweiseitig</translation>
    </message>
    <message>
        <source>ratio of sums adjusted by history (CUPED), two-sided</source>
        <translation>Verhältnis von Summen, um die Vorgeschichte bereinigt (CUPED), zweiseitig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 interval %3</source>
        <translation>%1, %2-Intervall %3</translation>
    </message>
    <message>
        <source>%1: statistic %2, p = %3 before the correction for several treatments</source>
        <translation>%1: Prüfgröße %2, p = %3 vor der Korrektur für mehrere Testvarianten</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Testvariante</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift mit Intervall</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>p adj.</source>
        <translation>p korr.</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1, at the planned look of %2</source>
        <translation>%1, bei der geplanten Auswertung vom %2</translation>
    </message>
    <message>
        <source>%1 ni</source>
        <extracomment>A p-value of the test for non-inferiority</extracomment>
        <translation>%1 nu</translation>
    </message>
    <message>
        <source>Probability of being better than the control under the plan&apos;s prior; choosing it is expected to cost %1</source>
        <translation>Wahrscheinlichkeit, unter dem Prior des Plans besser als die Kontrolle zu sein; die Wahl kostet erwartungsgemäß %1</translation>
    </message>
    <message>
        <source>%1: p-value against “worse by the margin”; against no effect it is %2</source>
        <translation>%1: p-Wert gegen „um den Spielraum schlechter“; gegen keinen Effekt ist er %2</translation>
    </message>
    <message>
        <source>%1: p = %2 before the correction for several comparisons</source>
        <translation>%1: p = %2 vor der Korrektur für mehrere Vergleiche</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>group-sequential test at the planned looks</source>
        <translation>gruppensequenzieller Test an den geplanten Auswertungen</translation>
    </message>
    <message>
        <source>always-valid test, which may be looked at at any time</source>
        <translation>jederzeit gültiger Test, der immer angesehen werden darf</translation>
    </message>
    <message>
        <source>normal posterior of the lift</source>
        <translation>normaler Posterior des Uplifts</translation>
    </message>
</context>
<context>
    <name>xp::ui::ReviewPage</name>
    <message>
        <source>Is this what you mean?</source>
        <translation>Meinen Sie das?</translation>
    </message>
    <message>
        <source>It is created as a draft. Nothing starts before you start it.</source>
        <translation>Es wird als Entwurf angelegt. Nichts beginnt, bevor Sie es starten.</translation>
    </message>
    <message>
        <source>The plan is frozen at the start. Whoever compares the fingerprints of then and now sees whether it was changed.</source>
        <translation>Der Plan wird beim Start eingefroren. Wer die Fingerabdrücke von damals und heute vergleicht, sieht, ob er geändert wurde.</translation>
    </message>
    <message>
        <source>Fingerprint of the plan: %1</source>
        <translation>Fingerabdruck des Plans: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::SampleSizeView</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Units of each variant against the target: %1</source>
        <translation>Einheiten jeder Variante gegenüber dem Ziel: %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Testvariante</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift mit Intervall</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>In this segment</source>
        <translation>In diesem Segment</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentView</name>
    <message>
        <source>an attribute, such as country</source>
        <translation>ein Merkmal, etwa country</translation>
    </message>
    <message>
        <source>Attribute of the units</source>
        <translation>Merkmal der Einheiten</translation>
    </message>
    <message>
        <source>Metric by segment</source>
        <translation>Metrik je Segment</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Name what the units are told apart by, as it is known of them at their exposure.</source>
        <translation>Nennen Sie, wonach die Einheiten unterschieden werden, wie man es bei ihrem Erstkontakt weiß.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>No unit has this attribute.</source>
        <translation>Keine Einheit hat dieses Merkmal.</translation>
    </message>
    <message>
        <source>Exploratory: corrected over the segments, and nothing here decides.</source>
        <translation>Explorativ: über die Segmente korrigiert, und nichts davon entscheidet.</translation>
    </message>
    <message>
        <source>That the effect of “%1” is the same in all of them has %2.</source>
        <translation>Dass die Wirkung von „%1“ in allen gleich ist, hat %2.</translation>
    </message>
    <message>
        <source>%1 units are in none of them.</source>
        <translation>%1 Einheiten sind in keinem davon.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Colours of the studio; charts that are saved are always light.</source>
        <translation>Farben des Studios; gespeicherte Diagramme sind immer hell.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates; changes at once.</source>
        <translation>Von Texten, Zahlen und Daten; wechselt sofort.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>How often what is open asks for new numbers.</source>
        <translation>Wie oft das Offene nach neuen Zahlen fragt.</translation>
    </message>
    <message>
        <source>Significance level of new experiments</source>
        <translation>Signifikanzniveau neuer Experimente</translation>
    </message>
    <message>
        <source>The share of false alarms that you are willing to live with. Each experiment can have its own.</source>
        <translation>Der Anteil an Fehlalarmen, mit dem Sie leben können. Jedes Experiment kann sein eigenes haben.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SizePage</name>
    <message>
        <source>How long must it run?</source>
        <translation>Wie lange muss es laufen?</translation>
    </message>
    <message>
        <source>As long as it takes to find the smallest lift that is worth having.</source>
        <translation>So lange, bis der kleinste Uplift gefunden ist, der sich lohnt.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Rate of the control today</source>
        <translation>Heutige Rate der Kontrolle</translation>
    </message>
    <message>
        <source>Rate of an earlier experiment</source>
        <translation>Rate eines früheren Experiments</translation>
    </message>
    <message>
        <source>Smallest lift worth finding, relative</source>
        <translation>Kleinster lohnender Uplift, relativ</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Teststärke</translation>
    </message>
    <message>
        <source>Level, two-sided</source>
        <translation>Niveau, zweiseitig</translation>
    </message>
    <message>
        <source>Users a day</source>
        <translation>Nutzer am Tag</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Sie brauchen</translation>
    </message>
    <message>
        <source>Power by number of users</source>
        <translation>Teststärke nach Zahl der Nutzer</translation>
    </message>
    <message>
        <source>Smallest lift that is found, by day</source>
        <translation>Kleinster Uplift, der gefunden wird, nach Tag</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>%1 in each variant</source>
        <translation>%1 in jeder Variante</translation>
    </message>
    <message>
        <source> · about %1 days at %2 users a day</source>
        <translation> · etwa %1 Tage bei %2 Nutzern am Tag</translation>
    </message>
    <message>
        <source>Power by number of users: %1 at %2 users</source>
        <translation>Teststärke nach Zahl der Nutzer: %1 bei %2 Nutzern</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <translation>%1 am Tag %2</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>Smallest lift that is found by day: %1 on day %2</source>
        <translation>Kleinster Uplift, der gefunden wird, nach Tag: %1 am Tag %2</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt durch</translation>
    </message>
    <message>
        <source>Looks and bounds</source>
        <translation>Auswertungen, Grenzen</translation>
    </message>
    <message>
        <source>Power and days</source>
        <translation>Teststärke, Tage</translation>
    </message>
    <message>
        <source>What is shown of the plan</source>
        <translation>Was vom Plan gezeigt wird</translation>
    </message>
    <message>
        <source>One look at the end</source>
        <translation>Eine Auswertung am Ende</translation>
    </message>
    <message>
        <source>A few planned looks</source>
        <translation>Geplante Auswertungen</translation>
    </message>
    <message>
        <source>Looks at any time</source>
        <translation>Auswerten zu jeder Zeit</translation>
    </message>
    <message>
        <source>Posterior, not protected against peeking</source>
        <translation>A-posteriori-Verteilung, nicht vor Peeking geschützt</translation>
    </message>
    <message>
        <source>: %1 users, %2 days</source>
        <translation>: %1 Nutzer, %2 Tage</translation>
    </message>
    <message>
        <source>: %1 users</source>
        <translation>: %1 Nutzer</translation>
    </message>
    <message>
        <source>as it was before …</source>
        <translation>wie es vorher war …</translation>
    </message>
    <message>
        <source>from a table (CSV) …</source>
        <translation>aus einer Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>A table with the rate</source>
        <translation>Eine Tabelle mit der Rate</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.tab);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source> · on average %1 where the lift is true</source>
        <translation> · im Mittel %1, wo der Uplift wahr ist</translation>
    </message>
</context>
<context>
    <name>xp::ui::StartPage</name>
    <message>
        <source>Remember me on this computer</source>
        <translation>Auf diesem Rechner angemeldet bleiben</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Open a database …</source>
        <translation>Datenbank öffnen …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>Demo ansehen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>No service yet? “./xp run” in the project&apos;s folder starts one.</source>
        <translation>Noch kein Dienst? „./xp run“ im Ordner des Projekts startet einen.</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Mit einem Dienst verbinden</translation>
    </message>
    <message>
        <source>This page shows the experiments of the service that it came from.</source>
        <translation>Diese Seite zeigt die Experimente des Dienstes, von dem sie kommt.</translation>
    </message>
    <message>
        <source>An experimentation service, or its database: postgresql://user@host/name.</source>
        <translation>Ein Experimentierdienst oder seine Datenbank: postgresql://nutzer@rechner/name.</translation>
    </message>
    <message>
        <source>Without a service</source>
        <translation>Ohne Dienst</translation>
    </message>
    <message>
        <source>Everything happens on this machine.</source>
        <translation>Alles geschieht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Peeking-Labor</translation>
    </message>
    <message>
        <source>A table (CSV, TSV) with one row for each user, or an evidence bundle.</source>
        <translation>Eine Tabelle (CSV, TSV) mit einer Zeile je Nutzer oder ein Nachweispaket.</translation>
    </message>
    <message>
        <source>A SQLite file of an experimentation service.</source>
        <translation>Eine SQLite-Datei eines Experimentierdienstes.</translation>
    </message>
    <message>
        <source>Experiments of known truth, some of them still fed with visitors.</source>
        <translation>Experimente, deren Wahrheit bekannt ist; einige bekommen noch Besucher.</translation>
    </message>
    <message>
        <source>Peek at 1,000 experiments in which nothing differs.</source>
        <translation>Sehen Sie bei 1.000 Experimenten nach, in denen sich nichts unterscheidet.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbindung zu %1 …</translation>
    </message>
    <message>
        <source>The service asks for a token.</source>
        <translation>Der Dienst verlangt ein Token.</translation>
    </message>
    <message>
        <source>%1 Trying again …</source>
        <translation>%1 Wird erneut versucht …</translation>
    </message>
    <message>
        <source>Open a query …</source>
        <translation>Abfrage öffnen …</translation>
    </message>
    <message>
        <source>SQL of exposures and facts in your own PostgreSQL or SQLite.</source>
        <translation>SQL für Erstkontakte und Fakten in Ihrem eigenen PostgreSQL oder SQLite.</translation>
    </message>
    <message>
        <source>Keep the token in the system&apos;s keychain</source>
        <translation>Das Token im Schlüsselbund des Systems behalten</translation>
    </message>
    <message>
        <source>Kept until the studio is closed: no keychain answers</source>
        <translation>Bis zum Schließen behalten: Kein Schlüsselbund antwortet</translation>
    </message>
    <message>
        <source>Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens.</source>
        <translation>Starten Sie den Geheimnisdienst Ihres Desktops (GNOME-Schlüsselbund, KWallet), um Token zu behalten.</translation>
    </message>
    <message>
        <source>where the service asks for one</source>
        <translation>falls der Dienst eines verlangt</translation>
    </message>
</context>
<context>
    <name>xp::ui::TableView</name>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>xp::ui::TermsDialog</name>
    <message>
        <source>The statistics</source>
        <translation>Die Statistik</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statistical terms</source>
        <translation>Statistische Begriffe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>Begriffe durchsuchen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
</context>
<context>
    <name>xp::ui::TitledCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>Dieses Diagramm kopieren oder speichern</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Als SVG speichern …</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficDialog</name>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>How many take part in “%1”?</source>
        <translation>Wie viele nehmen an „%1“ teil?</translation>
    </message>
    <message>
        <source>Those who take part already stay, and keep their variant. Only newcomers are concerned; the split between the variants stays as it is.</source>
        <translation>Wer schon teilnimmt, bleibt und behält die Variante. Es geht nur um neue Nutzer; die Aufteilung auf die Varianten bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Anteil aller Nutzer</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Change traffic</source>
        <translation>Traffic ändern</translation>
    </message>
    <message>
        <source>%1 → %2 of all users</source>
        <translation>%1 → %2 aller Nutzer</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficPage</name>
    <message>
        <source>Who takes part?</source>
        <translation>Wer nimmt teil?</translation>
    </message>
    <message>
        <source>Users outside the share see what they see today and are not counted.</source>
        <translation>Nutzer außerhalb des Anteils sehen, was sie heute sehen, und werden nicht gezählt.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Anteil aller Nutzer</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>%1 of %2 users a day: the planned %3 users are there after about %4 days.</source>
        <translation>%1 von %2 Nutzern am Tag: Die geplanten %3 Nutzer sind nach etwa %4 Tagen da.</translation>
    </message>
    <message>
        <source>Only users for whom this holds, as a condition in JSON; empty: everybody</source>
        <translation>Nur Nutzer, für die diese Bedingung in JSON gilt; leer: alle</translation>
    </message>
</context>
<context>
    <name>xp::ui::Trends</name>
    <message>
        <source>Lift over time</source>
        <translation>Uplift im Zeitverlauf</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, with its interval</source>
        <translation>%1, mit Intervall</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>p-Wert, logarithmisch</translation>
    </message>
</context>
<context>
    <name>xp::ui::VariantsPage</name>
    <message>
        <source>What do you compare?</source>
        <translation>Was vergleichen Sie?</translation>
    </message>
    <message>
        <source>The first variant is the control, what users see today. The others are compared with it.</source>
        <translation>Die erste Variante ist die Kontrolle: was Nutzer heute sehen. Die anderen werden mit ihr verglichen.</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Variante hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Configuration, JSON</source>
        <translation>Konfiguration, JSON</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Gleich aufteilen</translation>
    </message>
    <message>
        <source>treatment %1</source>
        <translation>variante %1</translation>
    </message>
    <message>
        <source>Share of the variant, as a slider</source>
        <translation>Anteil der Variante, als Regler</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>Anteil der Variante</translation>
    </message>
    <message>
        <source>Configuration of the variant</source>
        <translation>Konfiguration der Variante</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>Variante entfernen</translation>
    </message>
</context>
<context>
    <name>xp::ui::WhatIfModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Testvariante</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift mit Intervall</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Wie geplant</translation>
    </message>
</context>
</TS>
