<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarrée</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reprise</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivée</translation>
    </message>
    <message>
        <source>Looked early</source>
        <translation>Consultée avant terme</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importée</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Migrée</translation>
    </message>
    <message>
        <source>Evaluated in an application</source>
        <translation>Évaluée dans une application</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Note supprimée</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Units per variant</source>
        <translation>Unités par variante</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Ciblage</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>set</source>
        <translation>défini</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>Plus petit effet</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Analyses</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>all that were imported</source>
        <translation>toutes celles importées</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Lift in %1</source>
        <translation>Uplift de %1</translation>
    </message>
    <message>
        <source>%1 jointly: %2</source>
        <translation>%1 ensemble&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, corrigée</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>Valeur p</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>seuil %1</translation>
    </message>
    <message>
        <source>level %1 · planned look</source>
        <translation>seuil %1 · prévu</translation>
    </message>
    <message>
        <source>level %1 · early look</source>
        <translation>seuil %1 · précoce</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>écart</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>comme prévu</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Garde-fous</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>aucun prévu</translation>
    </message>
    <message>
        <source>! %1 worse</source>
        <translation>! %1 dégradée</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 ouverts</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 sur %2</translation>
    </message>
    <message>
        <source>no harm found</source>
        <translation>aucun tort constaté</translation>
    </message>
    <message>
        <source>Chance to be better</source>
        <translation>Chance d’être meilleur</translation>
    </message>
    <message>
        <source>posterior · one look %1</source>
        <translation>a posteriori · analyse unique %1</translation>
    </message>
    <message>
        <source>p, %1</source>
        <translation>p, %1</translation>
    </message>
    <message>
        <source>level %1 · one look %2</source>
        <translation>seuil %1 · analyse unique %2</translation>
    </message>
    <message>
        <source>mismatch, %1</source>
        <translation>écart, %1</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>pas pire de la marge</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Every variant needs a name.</source>
        <translation>Chaque variante a besoin d’un nom.</translation>
    </message>
    <message>
        <source>Two variants are called “%1”.</source>
        <translation>Deux variantes s’appellent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The configuration of “%1” is not a JSON object, such as {&quot;layout&quot;: 2}.</source>
        <translation>La configuration de «&#xa0;%1&#xa0;» n’est pas un objet JSON, tel que {&quot;layout&quot;: 2}.</translation>
    </message>
    <message>
        <source>The shares add up to %1, not to 100 %.</source>
        <translation>Les parts totalisent %1, et non 100 %.</translation>
    </message>
    <message>
        <source>An experiment needs a metric.</source>
        <translation>Une expérience a besoin d’une métrique.</translation>
    </message>
    <message>
        <source>Every metric needs a name: the event that is tracked.</source>
        <translation>Chaque métrique a besoin d’un nom&#xa0;: l’événement suivi.</translation>
    </message>
    <message>
        <source>Two metrics are called “%1”.</source>
        <translation>Deux métriques s’appellent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Copie de %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Size and duration</source>
        <translation>Taille et durée</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>L’expérience a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A rate of %1 cannot grow by %2.</source>
        <translation>Un taux de %1 ne peut pas croître de %2.</translation>
    </message>
    <message>
        <source>No size finds this lift with this power: enter a larger lift.</source>
        <translation>Aucune taille ne détecte cet uplift avec cette puissance&#xa0;: saisissez un uplift plus grand.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.</source>
        <translation>%1 des utilisateurs participent. Chacun garde une variante&#xa0;: «&#xa0;%2&#xa0;» est le contrôle, comparé à %3.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No metric is primary: a user converts with any of the conversion metrics.</source>
        <translation>Aucune métrique n’est principale&#xa0;: un utilisateur convertit avec n’importe laquelle des métriques de conversion.</translation>
    </message>
    <message>
        <source>It is decided by %1, everything else is shown beside it.</source>
        <translation>La décision se prend sur %1, tout le reste est montré à côté.</translation>
    </message>
    <message>
        <source>%1 users a day take part: that takes about %2 days.</source>
        <translation>%1 utilisateurs participent par jour&#xa0;: cela prend environ %2 jours.</translation>
    </message>
    <message>
        <source>Without a primary metric there is no decision: mark the one that matters.</source>
        <translation>Sans métrique principale il n’y a pas de décision&#xa0;: désignez celle qui compte.</translation>
    </message>
    <message>
        <source>It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.</source>
        <translation>Elle dure %1 jours. Plus de trafic, ou un uplift minimal plus grand, la raccourcit.</translation>
    </message>
    <message>
        <source>The units are there in less than a week. Let it run for seven days all the same, to see every day of the week.</source>
        <translation>Les unités sont là en moins d’une semaine. Laissez-la tout de même durer sept jours, pour voir chaque jour de la semaine.</translation>
    </message>
    <message>
        <source>The split is uneven: the planned size is reached when the smallest variant has it, which takes longer.</source>
        <translation>La répartition est inégale&#xa0;: la taille prévue est atteinte quand la plus petite variante l’a, ce qui prend plus longtemps.</translation>
    </message>
    <message>
        <source>It is judged once, when every variant has %1 units, at a level of %2.</source>
        <translation>Le jugement se fait une fois, quand chaque variante a %1 unités, au seuil de %2.</translation>
    </message>
    <message>
        <source>It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.</source>
        <translation>Le jugement se fait quand %1 des %2 unités de chaque variante sont là&#x202f;; les analyses se partagent un seuil de %3.</translation>
    </message>
    <message>
        <source>It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 units in every variant.</source>
        <translation>Le jugement peut se faire à tout moment, au seuil de %2 pour toutes les analyses ensemble&#x202f;; il est prévu %1 unités dans chaque variante.</translation>
    </message>
    <message>
        <source>It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and stopping then is not protected.</source>
        <translation>Le jugement se fait d’après l’a posteriori, à %2, quand chaque variante a %1 unités&#x202f;; regarder plus tôt et s’arrêter alors n’est pas protégé.</translation>
    </message>
    <message>
        <source>From a rate of %1, a lift of %2 is then found with a probability of %3.</source>
        <translation>À partir d’un taux de %1, un uplift de %2 est alors détecté avec une probabilité de %3.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>What must not get worse may be worse by less than: %1.</source>
        <translation>Ce qui ne doit pas se dégrader peut se dégrader de moins de&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The condition is not a JSON object.</source>
        <translation>La condition n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>“%1” runs on the same users and counts %2, too. Both stay fair, but one may change what the other does: a common layer keeps their users apart.</source>
        <translation>«&#xa0;%1&#xa0;» concerne les mêmes utilisateurs et compte aussi %2. Les deux restent équitables, mais l’un peut changer l’effet de l’autre&#xa0;: une couche commune sépare leurs utilisateurs.</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>A conversion is 0 or 1 for each unit: its rate says all.</source>
        <translation>Une conversion vaut 0 ou 1 pour chaque unité&#xa0;: son taux dit tout.</translation>
    </message>
    <message>
        <source>The distribution is known after the first pass over the units, a few minutes after they arrive.</source>
        <translation>La distribution est connue après le premier passage sur les unités, quelques minutes après leur arrivée.</translation>
    </message>
    <message>
        <source>%1: %2 zero</source>
        <translation>%1&#xa0;: %2 à zéro</translation>
    </message>
    <message>
        <source>, %1 negative</source>
        <translation>, %1 négatives</translation>
    </message>
    <message>
        <source>, median %1, 99 % below %2</source>
        <translation>, médiane %1, 99 % sous %2</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>plafonné à %1</translation>
    </message>
    <message>
        <source>Distribution of %1. %2</source>
        <translation>Distribution de %1. %2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The service does not answer in time.</source>
        <translation>Le service ne répond pas à temps.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Rien ne répond à cette adresse.</translation>
    </message>
    <message>
        <source>What answers at this address is not an experimentation service.</source>
        <translation>Ce qui répond à cette adresse n’est pas un service d’expérimentation.</translation>
    </message>
    <message>
        <source>The address redirects elsewhere. Enter the final address.</source>
        <translation>L’adresse redirige ailleurs. Saisissez l’adresse finale.</translation>
    </message>
    <message>
        <source>The service does not accept this token.</source>
        <translation>Le service n’accepte pas ce jeton.</translation>
    </message>
    <message>
        <source>The token does not allow this. %1</source>
        <translation>Le jeton ne permet pas cela. %1</translation>
    </message>
    <message>
        <source>This is not possible now. %1</source>
        <translation>Ce n’est pas possible maintenant. %1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>Le fichier est vide&#x202f;; sa première ligne doit nommer les colonnes.</translation>
    </message>
    <message>
        <source>The file has a line of names, but no rows.</source>
        <translation>Le fichier a une ligne de noms, mais pas d’autres lignes.</translation>
    </message>
    <message>
        <source>The file has too many lines.</source>
        <translation>Le fichier a trop de lignes.</translation>
    </message>
    <message>
        <source>A unit is in the file twice.</source>
        <translation>Une unité est deux fois dans le fichier.</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>La ligne %1 est trop longue.</translation>
    </message>
    <message>
        <source>A field in line %1 is too long.</source>
        <translation>Un champ de la ligne %1 est trop long.</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>La ligne %1 a trop de colonnes.</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark stands within a field.</source>
        <translation>À la ligne %1, un guillemet se trouve dans un champ.</translation>
    </message>
    <message>
        <source>A quoted field that begins in line %1 is never closed.</source>
        <translation>Un champ entre guillemets qui commence à la ligne %1 n’est jamais fermé.</translation>
    </message>
    <message>
        <source>In line %1 text follows a closing quotation mark.</source>
        <translation>À la ligne %1, du texte suit un guillemet fermant.</translation>
    </message>
    <message>
        <source>Line %1 holds the character U+0000.</source>
        <translation>La ligne %1 contient le caractère U+0000.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; save the file as UTF-8, or say that it is Latin-1.</source>
        <translation>La ligne %1 n’est pas en UTF-8&#x202f;; enregistrez le fichier en UTF-8, ou dites qu’il est en Latin-1.</translation>
    </message>
    <message>
        <source>Line %1 does not have as many fields as there are columns.</source>
        <translation>La ligne %1 n’a pas autant de champs qu’il y a de colonnes.</translation>
    </message>
    <message>
        <source>This is not a zip file that can be read.</source>
        <translation>Ce n’est pas un fichier zip lisible.</translation>
    </message>
    <message>
        <source>The zip file is too large.</source>
        <translation>Le fichier zip est trop grand.</translation>
    </message>
    <message>
        <source>This is not an evidence bundle.</source>
        <translation>Ce n’est pas un dossier de preuves.</translation>
    </message>
    <message>
        <source>The bundle was written by another release of this program.</source>
        <translation>Le dossier a été écrit par une autre version de ce programme.</translation>
    </message>
    <message>
        <source>What was opened from a file cannot be changed.</source>
        <translation>Ce qui a été ouvert depuis un fichier ne peut pas être changé.</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:8000.</source>
        <translation>Une adresse ressemble à http://127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>Une adresse commence par http:// ou https://.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than this program reads.</source>
        <translation>La réponse du service est plus grande que ce que lit ce programme.</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>Ce n’est pas disponible ici.</translation>
    </message>
    <message>
        <source>This build of the studio cannot open databases.</source>
        <translation>Cette version du studio ne peut pas ouvrir de bases de données.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>Aucun dossier temporaire ne peut être créé.</translation>
    </message>
    <message>
        <source>The service has too much to do; try again in a moment.</source>
        <translation>Le service a trop à faire&#x202f;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Le service s’arrête.</translation>
    </message>
    <message>
        <source>The database cannot be reached; try again shortly.</source>
        <translation>La base de données est injoignable&#x202f;; réessayez bientôt.</translation>
    </message>
    <message>
        <source>The database is read-only; the service must be able to write the file and its folder.</source>
        <translation>La base de données est en lecture seule ; le service doit pouvoir écrire le fichier et son dossier.</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>Le disque de la base de données est plein.</translation>
    </message>
    <message>
        <source>The file is no database or is damaged; restore it from a backup.</source>
        <translation>Le fichier n’est pas une base de données ou est endommagé&#x202f;; restaurez-le d’une sauvegarde.</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>La base de données a refusé une instruction.</translation>
    </message>
    <message>
        <source>Another service is using this database; a SQLite file takes one.</source>
        <translation>Un autre service utilise cette base&#x202f;; un fichier SQLite n’en accepte qu’un.</translation>
    </message>
    <message>
        <source>The database was made by a later release of this program; use that one or restore a backup.</source>
        <translation>La base a été créée par une version plus récente de ce programme&#x202f;; utilisez celle-ci ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>The database was made by another build of this program; use that one. Nothing was changed.</source>
        <translation>La base a été créée par une autre version de ce programme&#x202f;; utilisez celle-ci. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>The database holds tables of another service.</source>
        <translation>La base contient les tables d’un autre service.</translation>
    </message>
    <message>
        <source>There is no such experiment.</source>
        <translation>Cette expérience n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such note.</source>
        <translation>Cette note n’existe pas.</translation>
    </message>
    <message>
        <source>There is no such metric.</source>
        <translation>Cette métrique n’existe pas.</translation>
    </message>
    <message>
        <source>Another experiment has this key.</source>
        <translation>Une autre expérience a cette clé.</translation>
    </message>
    <message>
        <source>It has been changed by somebody else in the meantime.</source>
        <translation>Quelqu’un d’autre l’a changé entre-temps.</translation>
    </message>
    <message>
        <source>The present status does not allow it.</source>
        <translation>L’état actuel ne le permet pas.</translation>
    </message>
    <message>
        <source>The experiment is running.</source>
        <translation>L’expérience est en cours.</translation>
    </message>
    <message>
        <source>Another experiment has this part of the layer.</source>
        <translation>Une autre expérience a cette partie de la couche.</translation>
    </message>
    <message>
        <source>The token works in other projects or environments.</source>
        <translation>Le jeton vaut dans d’autres projets ou environnements.</translation>
    </message>
    <message>
        <source>An effect this large cannot happen: the rate would lie outside 0 to 1.</source>
        <translation>Un effet aussi grand est impossible&#xa0;: le taux serait hors de 0 à 1.</translation>
    </message>
    <message>
        <source>Something entered is wrong.</source>
        <translation>Quelque chose de saisi est faux.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 manque.</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected.</source>
        <translation>%1 est d’un autre type qu’attendu.</translation>
    </message>
    <message>
        <source>%1 is outside of what is allowed.</source>
        <translation>%1 est hors de ce qui est permis.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 est trop long.</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 a trop d’entrées.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 est là deux fois.</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 n’est pas connu.</translation>
    </message>
    <message>
        <source>%1 is not allowed here.</source>
        <translation>%1 n’est pas permis ici.</translation>
    </message>
    <message>
        <source>%1 cannot be set.</source>
        <translation>%1 ne peut pas être fixé.</translation>
    </message>
    <message>
        <source>%1 cannot be changed after the start.</source>
        <translation>%1 ne peut plus être changé après le début.</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8.</source>
        <translation>%1 n’est pas de l’UTF-8 valide.</translation>
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
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
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
        <translation>Valeur p</translation>
    </message>
    <message>
        <source>How often a difference at least this large would show up if there were none. It is not the chance that the treatment works.</source>
        <translation>À quelle fréquence une différence au moins aussi grande apparaîtrait s’il n’y en avait aucune. Ce n’est pas la probabilité que le traitement agisse.</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>Seuil de signification</translation>
    </message>
    <message>
        <source>The share of experiments without any effect that one is willing to call a success by mistake. It is chosen before the start: 5 % unless the plan says otherwise.</source>
        <translation>La part des expériences sans aucun effet que l’on accepte de prendre par erreur pour un succès. Il se choisit avant le début&#xa0;: 5 %, sauf si le plan dit autre chose.</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>Intervalle de confiance</translation>
    </message>
    <message>
        <source>The effects that the data do not contradict at the plan&apos;s level. An interval that holds 0 leaves open whether there is an effect; its width tells how much is known.</source>
        <translation>Les effets que les données ne contredisent pas au seuil du plan. Un intervalle qui contient 0 laisse ouvert s’il y a un effet&#x202f;; sa largeur dit combien on en sait.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>How much larger the treatment&apos;s value is than the control&apos;s, relative to it. From 10 % to 11 % is a lift of 10 %.</source>
        <translation>De combien la valeur du traitement dépasse celle du contrôle, relativement à celle-ci. De 10 % à 11 %, l’uplift est de 10 %.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on either side chance gets once in twenty looks, if one looks once.</source>
        <translation>L’effet en unités de son erreur type&#xa0;: à quelle distance de rien il se trouve. Au-delà de 1,96 d’un côté ou de l’autre, le hasard va une fois sur vingt, si l’on ne regarde qu’une fois.</translation>
    </message>
    <message>
        <source>Correction for several hypotheses</source>
        <translation>Correction pour plusieurs hypothèses</translation>
    </message>
    <message>
        <source>Who asks twenty questions gets one answer by chance. Holm&apos;s correction bounds the chance of any false success, Benjamini-Hochberg&apos;s the share of false ones among all.</source>
        <translation>Qui pose vingt questions obtient une réponse par hasard. La correction de Holm borne la probabilité d’un seul faux succès, celle de Benjamini-Hochberg la part des faux parmi tous.</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Garde-fou</translation>
    </message>
    <message>
        <source>A metric that must not get worse, whatever the primary metric gains. It has a margin: how much worse is still taken for nothing.</source>
        <translation>Une métrique qui ne doit pas se dégrader, quoi que gagne la métrique principale. Elle a une marge&#xa0;: de combien une dégradation compte encore pour rien.</translation>
    </message>
    <message>
        <source>Non-inferiority</source>
        <translation>Non-infériorité</translation>
    </message>
    <message>
        <source>Shown when the treatment is not worse than the control by more than the margin. To find no difference is not enough: a small sample finds none either.</source>
        <translation>Démontrée quand le traitement n’est pas pire que le contrôle de plus que la marge. Ne pas trouver de différence ne suffit pas&#xa0;: un petit échantillon n’en trouve pas non plus.</translation>
    </message>
    <message>
        <source>Peeking</source>
        <translation>Peeking</translation>
    </message>
    <message>
        <source>To look again and again and to stop at the first success. With a test made for one look, 21 looks find an effect in a quarter of the experiments that have none.</source>
        <translation>Regarder encore et encore et s’arrêter au premier succès. Avec un test fait pour une seule analyse, 21 regards trouvent un effet dans un quart des expériences qui n’en ont aucun.</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>Analyse unique</translation>
    </message>
    <message>
        <source>The plan is judged once, at its size; until then there is no verdict. It needs the fewest users when nobody wants to stop early.</source>
        <translation>Le plan est jugé une fois, à sa taille&#x202f;; jusque-là il n’y a pas de verdict. C’est ce qui demande le moins d’utilisateurs quand personne ne veut s’arrêter plus tôt.</translation>
    </message>
    <message>
        <source>Group-sequential</source>
        <translation>Séquentiel par groupes</translation>
    </message>
    <message>
        <source>A few looks are planned and share the level, each with a bound of its own. A clear result may end the experiment at any of them.</source>
        <translation>Quelques analyses sont prévues et se partagent le seuil, chacune avec sa propre borne. Un résultat net peut terminer l’expérience à l’une d’elles.</translation>
    </message>
    <message>
        <source>Always-valid</source>
        <translation>Toujours valide</translation>
    </message>
    <message>
        <source>Its interval holds at all times at once, so one may look every minute and stop at will. The price is an interval about half as wide again as that of one look.</source>
        <translation>Son intervalle vaut à tous les instants à la fois&#xa0;: on peut regarder chaque minute et s’arrêter à volonté. Le prix est un intervalle environ une fois et demie aussi large que celui d’une analyse unique.</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>Probabilité d’être meilleur</translation>
    </message>
    <message>
        <source>The chance that the treatment is better, given the data and what was thought before them. It is not protected against peeking.</source>
        <translation>La probabilité que le traitement soit meilleur, compte tenu des données et de ce que l’on pensait avant elles. Elle ne protège pas du peeking.</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>A priori</translation>
    </message>
    <message>
        <source>What is thought of the lift before any data: 0, give or take 10 % unless it is changed. It pulls surprising results of small samples towards nothing.</source>
        <translation>Ce que l’on pense de l’uplift avant toute donnée&#xa0;: 0, à 10 % près, sauf si on le change. Il tire vers rien les résultats surprenants de petits échantillons.</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Second avis</translation>
    </message>
    <message>
        <source>What the other methods say of the same numbers. The plan&apos;s own method decides; an opinion that differs is worth a thought.</source>
        <translation>Ce que les autres méthodes disent des mêmes nombres. La méthode du plan décide&#x202f;; un avis différent mérite réflexion.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>The chance that the experiment finds an effect of the size that it was planned for. At 80 % it misses one in five.</source>
        <translation>La probabilité que l’expérience détecte un effet de la taille prévue. À 80 %, elle en manque un sur cinq.</translation>
    </message>
    <message>
        <source>Smallest detectable lift</source>
        <translation>Plus petit uplift détectable</translation>
    </message>
    <message>
        <source>The smallest effect that is found with the wished power. Half of it takes four times the users.</source>
        <translation>Le plus petit effet détecté avec la puissance voulue. La moitié de celui-ci demande quatre fois plus d’utilisateurs.</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Taille d’échantillon</translation>
    </message>
    <message>
        <source>How many units each variant needs for the planned power. The bar shows the smallest variant, because it decides.</source>
        <translation>Combien d’unités il faut à chaque variante pour la puissance prévue. La barre montre la plus petite variante, car c’est elle qui décide.</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Répartition de l’échantillon</translation>
    </message>
    <message>
        <source>Whether the units are split as planned. A mismatch means that units get lost or doubled on their way, and that no other number here can be trusted.</source>
        <translation>Si les unités sont réparties comme prévu. Un écart signifie que des unités se perdent ou se doublent en chemin, et qu’aucun autre nombre ici n’est fiable.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a busy user counts once.</source>
        <translation>Ce que le hachage affecte&#xa0;: le plus souvent un utilisateur. Tous les événements d’une unité sont d’abord additionnés, pour qu’un utilisateur actif compte une fois.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <source>The time between two changes of the split. Epochs are compared within themselves and then put together, so that a change on the way does not bend the result.</source>
        <translation>Le temps entre deux changements de la répartition. Les époques sont comparées en elles-mêmes, puis réunies, pour qu’un changement en route ne fausse pas le résultat.</translation>
    </message>
    <message>
        <source>Adjustment by history (CUPED)</source>
        <translation>Ajustement par l’historique (CUPED)</translation>
    </message>
    <message>
        <source>What was known of a unit before it came explains part of its value; that part is taken away. The interval gets narrower, the effect stays the same.</source>
        <translation>Ce que l’on savait d’une unité avant sa venue explique une part de sa valeur&#x202f;; cette part est retirée. L’intervalle se resserre, l’effet reste le même.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>Values beyond a high quantile count as that quantile. A few very large ones no longer drown all others.</source>
        <translation>Les valeurs au-delà d’un quantile élevé comptent comme ce quantile. Quelques très grandes n’étouffent plus toutes les autres.</translation>
    </message>
    <message>
        <source>Ratio metric</source>
        <translation>Métrique de ratio</translation>
    </message>
    <message>
        <source>One sum over another, such as clicks over views, where units are assigned and not views. Its variance is taken over the units.</source>
        <translation>Une somme divisée par une autre, comme les clics par les vues, là où l’on affecte des unités et non des vues. Sa variance se prend sur les unités.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>one look</source>
        <translation>analyse unique</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>séquentiel par groupes</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>toujours valide</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayésien</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>pas de verdict</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>trop tôt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>indécis</translation>
    </message>
    <message>
        <source>better</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pire</translation>
    </message>
    <message>
        <source>non-inferior</source>
        <translation>non inférieur</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>inférieur</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>au-dessus de %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>au-dessous de %1</translation>
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
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>xp-studio: %1
Try xp-studio --help.</source>
        <translation>xp-studio&#xa0;: %1
Essayez xp-studio --help.</translation>
    </message>
    <message>
        <source>Only one of --connect, --open and --demo can be given.</source>
        <translation>--connect, --open et --demo s’excluent.</translation>
    </message>
    <message>
        <source>--screenshot needs --connect, --open or --demo.</source>
        <translation>--screenshot demande --connect, --open ou --demo.</translation>
    </message>
    <message>
        <source>The analysts&apos; desktop application of the experimentation platform.
Exit codes: 0 done, 1 failed, 2 wrong usage.</source>
        <translation>L’application de bureau des analystes de la plateforme d’expérimentation.
Codes de sortie&#xa0;: 0 fini, 1 échoué, 2 mauvais usage.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Affiche ce texte.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Affiche la version.</translation>
    </message>
    <message>
        <source>Connects to the service there.</source>
        <translation>Se connecte au service qui s’y trouve.</translation>
    </message>
    <message>
        <source>Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a postgresql:// address.</source>
        <translation>Ouvre une table (CSV, TSV), un dossier de preuves, une base SQLite ou une adresse postgresql://.</translation>
    </message>
    <message>
        <source>Opens experiments of known truth, some of them fed live.</source>
        <translation>Ouvre des expériences dont la vérité est connue, certaines alimentées en direct.</translation>
    </message>
    <message>
        <source>The token to use. Other users of this computer may see a command line: the environment variable ADMIN_TOKEN is not shown to them.</source>
        <translation>Le jeton à utiliser. D’autres utilisateurs de cet ordinateur peuvent voir une ligne de commande&#xa0;: la variable d’environnement ADMIN_TOKEN ne leur est pas montrée.</translation>
    </message>
    <message>
        <source>Opens this experiment.</source>
        <translation>Ouvre cette expérience.</translation>
    </message>
    <message>
        <source>Shows this page: lab, new, or a tab of the experiment (results, over-time, health, events, notes, audit, plan, ...).</source>
        <translation>Montre cette page&#xa0;: lab, new, ou un onglet de l’expérience (results, over-time, health, events, notes, audit, plan, ...).</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark ou system.</translation>
    </message>
    <message>
        <source>The language for this time, such as de; see the settings.</source>
        <translation>La langue pour cette fois, telle que de&#x202f;; voir les réglages.</translation>
    </message>
    <message>
        <source>Size of the window: 1440x900.</source>
        <translation>Taille de la fenêtre&#xa0;: 1440x900.</translation>
    </message>
    <message>
        <source>Writes a picture of the window once its data is there, and ends.</source>
        <translation>Écrit une image de la fenêtre dès que ses données sont là, puis se termine.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une option.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme est light, dark ou system, et non «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;.</source>
        <translation>--language est l’une de %1, et non «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>--size looks like 1440x900, not &apos;%1&apos;.</source>
        <translation>--size ressemble à 1440x900, et non à «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>The curve appears with the first snapshots: hourly in the first three days, then daily.</source>
        <translation>La courbe apparaît avec les premiers relevés&#xa0;: toutes les heures les trois premiers jours, puis chaque jour.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>début</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>arrêt</translation>
    </message>
    <message>
        <source>traffic %1 → %2</source>
        <translation>trafic %1 → %2</translation>
    </message>
    <message>
        <source>new split</source>
        <translation>nouvelle répartition</translation>
    </message>
    <message>
        <source>departure from the plan</source>
        <translation>écart par rapport au plan</translation>
    </message>
    <message>
        <source>Lift over time: %1 at the last snapshot</source>
        <translation>Uplift dans le temps&#xa0;: %1 au dernier relevé</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>analyse unique</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>toujours valide</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>séquentiel par groupes</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayésien</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>seuil %1</translation>
    </message>
    <message>
        <source>p-value over time: %1 at the last snapshot, level %2</source>
        <translation>Valeur p dans le temps&#xa0;: %1 au dernier relevé, seuil %2</translation>
    </message>
    <message>
        <source>Bounds are drawn for conversions of a plan with a size.</source>
        <translation>Les bornes se tracent pour les conversions d’un plan avec une taille.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>better</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pire</translation>
    </message>
    <message>
        <source>z and the plan&apos;s bounds by share of the planned size</source>
        <translation>z et les bornes du plan selon la part de la taille prévue</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prévu</translation>
    </message>
    <message>
        <source>Units over time: %1</source>
        <translation>Unités dans le temps&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>share of units with the event</source>
        <translation>part des unités ayant l’événement</translation>
    </message>
    <message>
        <source>events per unit</source>
        <translation>événements par unité</translation>
    </message>
    <message>
        <source>sum of values per unit</source>
        <translation>somme des valeurs par unité</translation>
    </message>
    <message>
        <source>mean value per event</source>
        <translation>valeur moyenne par événement</translation>
    </message>
    <message>
        <source>sum of one event over another</source>
        <translation>somme d’un événement sur celle d’un autre</translation>
    </message>
    <message>
        <source>share of units that return</source>
        <translation>part des unités qui reviennent</translation>
    </message>
    <message>
        <source>days with the event per unit</source>
        <translation>jours avec l’événement par unité</translation>
    </message>
    <message>
        <source>share of units that take every step</source>
        <translation>part des unités qui franchissent chaque étape</translation>
    </message>
    <message>
        <source>quantile of the sum of values per unit</source>
        <translation>quantile de la somme des valeurs par unité</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> · control</source>
        <translation> · contrôle</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>one value per unit</source>
        <translation>une valeur par unité</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>plus est mieux</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>moins est mieux</translation>
    </message>
    <message>
        <source> · within %1 of the exposure</source>
        <translation> · dans les %1 après l’exposition</translation>
    </message>
    <message>
        <source>%1, looks at %2 of the planned size</source>
        <translation>%1, analyses à %2 de la taille prévue</translation>
    </message>
    <message>
        <source>the treatments of each metric</source>
        <translation>les traitements de chaque métrique</translation>
    </message>
    <message>
        <source>treatments and primary metrics</source>
        <translation>traitements et métriques principales</translation>
    </message>
    <message>
        <source>treatments and all metrics</source>
        <translation>traitements et toutes les métriques</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>%1, two-sided</source>
        <translation>%1, bilatéral</translation>
    </message>
    <message>
        <source>%1, one-sided: better</source>
        <translation>%1, unilatéral&#xa0;: meilleur</translation>
    </message>
    <message>
        <source> to find a lift of %1</source>
        <translation> pour détecter un uplift de %1</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>au moins %1 jours</translation>
    </message>
    <message>
        <source>%1 days planned, </source>
        <translation>%1 jours prévus, </translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 may be worse by %2</source>
        <translation>%1 peut se dégrader de %2</translation>
    </message>
    <message>
        <source>%1 is cut at its %2 percentile</source>
        <translation>%1 est plafonné à son %2e percentile</translation>
    </message>
    <message>
        <source>Margins and caps</source>
        <translation>Marges et plafonds</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Ajustement</translation>
    </message>
    <message>
        <source>by the history of %1 before the exposure (CUPED)</source>
        <translation>par l’historique de %1 avant l’exposition (CUPED)</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>A priori</translation>
    </message>
    <message>
        <source>lift of %1 ± %2</source>
        <translation>uplift de %1 ± %2</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Planned size</source>
        <translation>Taille prévue</translation>
    </message>
    <message>
        <source>%1 units in each variant</source>
        <translation>%1 unités dans chaque variante</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>assigned elsewhere, imported</source>
        <translation>affectées ailleurs, importées</translation>
    </message>
    <message>
        <source>%1 of all units</source>
        <translation>%1 de toutes les unités</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>créée %1</translation>
    </message>
    <message>
        <source> · started %1</source>
        <translation> · démarrée %1</translation>
    </message>
    <message>
        <source> · stopped %1</source>
        <translation> · arrêtée %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
</context>
<context>
    <name>ProjectedEnd</name>
    <message>
        <source>at this pace in %1 ± %2</source>
        <translation>à ce rythme dans %1 ± %2</translation>
    </message>
    <message>
        <source>at this pace on %1 ± %2</source>
        <translation>à ce rythme le %1 ± %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Experimentation Studio</source>
        <translation>Studio d’expérimentation</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>démarrée %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>arrêtée %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>état au %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Taux de conversion</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Taille d’échantillon</translation>
    </message>
    <message>
        <source>Over time: %1, %2</source>
        <translation>Dans le temps&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Bornes</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Écart</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portefeuille</translation>
    </message>
    <message>
        <source>Experiments: %1, as of %2</source>
        <translation>Expériences&#xa0;: %1, état au %2</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Not written</source>
        <translation>Non écrit</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write %1</source>
        <translation>impossible d’écrire %1</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>il n’y a pas de page «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>there is no experiment &apos;%1&apos;</source>
        <translation>il n’y a pas d’expérience «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>the data did not arrive in time</source>
        <translation>les données ne sont pas arrivées à temps</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>a single look</source>
        <translation>une analyse unique</translation>
    </message>
    <message>
        <source>the group-sequential test</source>
        <translation>le test séquentiel par groupes</translation>
    </message>
    <message>
        <source>the always-valid test</source>
        <translation>le test toujours valide</translation>
    </message>
    <message>
        <source>the Bayesian posterior</source>
        <translation>l’a posteriori bayésien</translation>
    </message>
    <message>
        <source>better</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pire</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>pas pire de plus que la marge</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>pire de plus que la marge</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>trop tôt</translation>
    </message>
    <message>
        <source>to wait</source>
        <translation>d’attendre</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>not told apart from the control</source>
        <translation>non distingué du contrôle</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source> (%1 likely to be better)</source>
        <translation> (meilleur à %1)</translation>
    </message>
    <message>
        <source>The prior expects small effects and holds the estimate back.</source>
        <translation>L’a priori s’attend à de petits effets et retient l’estimation.</translation>
    </message>
    <message>
        <source>A posterior is not protected against looking often.</source>
        <translation>Un a posteriori n’est pas protégé contre des regards fréquents.</translation>
    </message>
    <message>
        <source>A single look&apos;s p-value does not hold when results are watched as they come in.</source>
        <translation>La valeur p d’une analyse unique ne vaut pas quand on observe les résultats à mesure qu’ils arrivent.</translation>
    </message>
    <message>
        <source>They share the same level over their looks in different ways; follow the one that was planned.</source>
        <translation>Elles répartissent différemment le même seuil sur leurs analyses&#x202f;; suivez celle qui était prévue.</translation>
    </message>
    <message>
        <source>%1, %2: %3 says %4%5, %6 says %7%8. %9</source>
        <translation>%1, %2&#xa0;: %3 dit %4%5, %6 dit %7%8. %9</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 jours</translation>
    </message>
    <message>
        <source>%1: the effect of %2 fades with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may be no more than novelty: the later days tell what remains.</source>
        <translation>%1&#xa0;: l’effet de %2 faiblit avec les jours depuis l’exposition, d’environ %3 le premier jour à environ %4 %5 plus tard (%6). Ce n’est peut-être que l’attrait du nouveau&#xa0;: les jours suivants diront ce qui reste.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 grows with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may take time to learn: the later days tell what is to come.</source>
        <translation>%1&#xa0;: l’effet de %2 croît avec les jours depuis l’exposition, d’environ %3 le premier jour à environ %4 %5 plus tard (%6). Il faut peut-être du temps pour apprendre&#xa0;: les jours suivants diront ce qui vient.</translation>
    </message>
    <message>
        <source>1 more unit</source>
        <translation>1 unité de plus</translation>
    </message>
    <message>
        <source>%1 more units</source>
        <translation>%1 unités de plus</translation>
    </message>
    <message>
        <source>1 more unit with an event</source>
        <translation>1 unité de plus avec un événement</translation>
    </message>
    <message>
        <source>%1 more units with an event</source>
        <translation>%1 unités de plus avec un événement</translation>
    </message>
    <message>
        <source>1 more unit without an event</source>
        <translation>1 unité de plus sans événement</translation>
    </message>
    <message>
        <source>%1 more units without an event</source>
        <translation>%1 unités de plus sans événement</translation>
    </message>
    <message>
        <source>Units are not split as planned: %1 (%2).</source>
        <translation>Les unités ne sont pas réparties comme prévu&#xa0;: %1 (%2).</translation>
    </message>
    <message>
        <source>The split is wrong among the units from %1 on.</source>
        <translation>La répartition est incorrecte parmi les unités à partir du %1.</translation>
    </message>
    <message>
        <source>Units are split as planned (%1, valid at any time).</source>
        <translation>Les unités sont réparties comme prévu (%1, valable à tout moment).</translation>
    </message>
    <message>
        <source>The split cannot be checked without units.</source>
        <translation>Sans unités, la répartition ne peut pas être vérifiée.</translation>
    </message>
    <message>
        <source>Whether units were seen in several variants is not known.</source>
        <translation>On ne sait pas si des unités ont été vues dans plusieurs variantes.</translation>
    </message>
    <message>
        <source>Units stay in their variant.</source>
        <translation>Les unités restent dans leur variante.</translation>
    </message>
    <message>
        <source>Clients showed another variant than the one assigned to %1 of the %2 units of which they tell. Find out which clients do not ask for it.</source>
        <translation>Des applications ont montré une autre variante que celle affectée à %1 des %2 unités dont elles rendent compte. Trouvez lesquelles ne la demandent pas.</translation>
    </message>
    <message>
        <source>Clients show the variants that are assigned.</source>
        <translation>Les applications montrent les variantes affectées.</translation>
    </message>
    <message>
        <source>Ids were joined equally often in all variants.</source>
        <translation>Les ids ont été réunis aussi souvent dans toutes les variantes.</translation>
    </message>
    <message>
        <source>There is no history from before the experiment to compare.</source>
        <translation>Il n’y a pas d’historique d’avant l’expérience à comparer.</translation>
    </message>
    <message>
        <source>The variants were alike before the experiment.</source>
        <translation>Les variantes étaient semblables avant l’expérience.</translation>
    </message>
    <message>
        <source>Every metric has enough data.</source>
        <translation>Chaque métrique a assez de données.</translation>
    </message>
    <message>
        <source>No effect is too large to be true.</source>
        <translation>Aucun effet n’est trop grand pour être vrai.</translation>
    </message>
    <message>
        <source>Check the tracking before you believe it: %1, %2. Effects this large are more often a bug than a success.</source>
        <translation>Vérifiez le suivi avant d’y croire&#xa0;: %1, %2. Des effets aussi grands sont plus souvent un défaut qu’un succès.</translation>
    </message>
    <message>
        <source>Whether an effect wears off cannot be told yet: that needs units watched for at least four days after their exposure, with enough data on each.</source>
        <translation>On ne peut pas encore dire si un effet s’use : il faut des unités observées pendant au moins quatre jours après leur exposition, avec assez de données chaque jour.</translation>
    </message>
    <message>
        <source>No effect changes with the days since exposure.</source>
        <translation>Aucun effet ne change avec les jours depuis l’exposition.</translation>
    </message>
    <message>
        <source>%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a bot, or an event that is sent in a loop.</source>
        <translation>%1 : 1 des %2 unités ayant une valeur fait %3 du total, dans %4. Vérifiez s’il s’agit d’un robot, ou d’un événement envoyé en boucle.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether they are bots, or events that are sent in a loop.</source>
        <translation>%1 : %2 des %3 unités ayant une valeur font %4 du total, dont %5 dans %6. Vérifiez s’il s’agit de robots, ou d’événements envoyés en boucle.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 is %3 among units of the first half and %4 among those of the second (%5). It may wear off, or grow.</source>
        <translation>%1&#xa0;: l’effet de %2 est de %3 parmi les unités de la première moitié et de %4 parmi celles de la seconde (%5). Il peut s’user, ou croître.</translation>
    </message>
    <message>
        <source>%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.</source>
        <translation>%1&#xa0;: trop tôt pour un verdict, une variante a besoin de %2 avant que les nombres soient fiables.</translation>
    </message>
    <message>
        <source>It ran for %1 of at least %2 days, which are needed to have seen every day of the week.</source>
        <translation>Elle a duré %1 jours sur %2 au moins, nécessaires pour avoir vu chaque jour de la semaine.</translation>
    </message>
    <message>
        <source>Start the experiment: it has no units yet.</source>
        <translation>Démarrez l’expérience&#xa0;: elle n’a pas encore d’unités.</translation>
    </message>
    <message>
        <source>There are no units to analyse yet.</source>
        <translation>Il n’y a pas encore d’unités à analyser.</translation>
    </message>
    <message>
        <source>Continue the experiment: %1 has %2, and needs %3 more before anything can be said.</source>
        <translation>Continuer&#xa0;: %1 a %2, et il en faut encore %3 avant de pouvoir dire quoi que ce soit.</translation>
    </message>
    <message>
        <source>Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than the %4 needed for any statement.</source>
        <translation>Ne jugez pas d’après cette expérience&#xa0;: elle s’est arrêtée alors que %1 a %2, %3 de moins que les %4 nécessaires à toute affirmation.</translation>
    </message>
    <message>
        <source>Continue the experiment. %1</source>
        <translation>Continuer. %1</translation>
    </message>
    <message>
        <source>Do not judge by this experiment, it stopped too early. %1</source>
        <translation>Ne jugez pas d’après cette expérience, elle s’est arrêtée trop tôt. %1</translation>
    </message>
    <message>
        <source>Do not use these results: units are not split as planned (%1), so the variants cannot be compared. Find out where units get lost or doubled, then start again.</source>
        <translation>N’utilisez pas ces résultats&#xa0;: les unités ne sont pas réparties comme prévu (%1), les variantes ne sont donc pas comparables. Trouvez où des unités se perdent ou se doublent, puis recommencez.</translation>
    </message>
    <message>
        <source>Do not use these results: %1 of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an assignment changes.</source>
        <translation>N’utilisez pas ces résultats&#xa0;: %1 des unités ont été vues dans plusieurs variantes, plus que le 1 % tolérable. Trouvez pourquoi une affectation change.</translation>
    </message>
    <message>
        <source>Do not use these results: people&apos;s ids were joined more often in some variants than in others (%1), so the variants count other people. Analyse people who were known before.</source>
        <translation>N’utilisez pas ces résultats&#xa0;: des ids ont été réunis plus souvent dans certaines variantes que dans d’autres (%1), les variantes comptent donc d’autres personnes. Analysez celles qui étaient connues avant.</translation>
    </message>
    <message>
        <source>Stop %1, it does harm: %2.</source>
        <translation>Arrêter %1, elle nuit&#xa0;: %2.</translation>
    </message>
    <message>
        <source> %1 is better than the control: %2.</source>
        <translation> %1 est meilleure que le contrôle&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Ship %1: %2.</source>
        <translation>Déployer %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 is better: %2. Ship it if this is what the experiment was for; no metric was marked as primary.</source>
        <translation>%1 est meilleure&#xa0;: %2. Déployez-la si l’expérience était faite pour cela&#x202f;; aucune métrique n’était désignée comme principale.</translation>
    </message>
    <message>
        <source>Continue: %1 looks better (%2), but it is too early. %3</source>
        <translation>Continuer&#xa0;: %1 semble meilleure (%2), mais il est trop tôt. %3</translation>
    </message>
    <message>
        <source>Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks find winners that are none.</source>
        <translation>Continuer jusqu’à la taille prévue&#xa0;: %1 semble meilleure (%2), mais il y a %3, et les regards précoces trouvent des gagnants qui n’en sont pas.</translation>
    </message>
    <message>
        <source>Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at a good moment finds winners that are none.</source>
        <translation>Confirmez avant de déployer %1&#xa0;: %2, mais l’expérience s’est arrêtée avec %3, et un arrêt au bon moment trouve des gagnants qui n’en sont pas.</translation>
    </message>
    <message>
        <source>Do not ship %1 yet: %2, but the guardrail got worse: %3.</source>
        <translation>Ne pas encore déployer %1&#xa0;: %2, mais le garde-fou s’est dégradé&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Keep %1: %2 is worse, %3.</source>
        <translation>Garder %1&#xa0;: %2 est pire, %3.</translation>
    </message>
    <message>
        <source>Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.</source>
        <translation>Garder %1&#xa0;: un effet de %2, le plus petit d’intérêt, est exclu. %3&#xa0;: %4.</translation>
    </message>
    <message>
        <source>Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 are in.</source>
        <translation>Continuer jusqu’à la taille prévue, et surveiller %1&#xa0;: elle semble pire (%2), mais il y a %3.</translation>
    </message>
    <message>
        <source>Continue: no variant differs clearly from the control so far. %1: %2. %3 more units per variant are planned.</source>
        <translation>Continuer&#xa0;: aucune variante ne diffère encore nettement du contrôle. %1&#xa0;: %2. Il est prévu %3 unités de plus par variante.</translation>
    </message>
    <message>
        <source>Keep %1, or run longer if an effect within the interval would matter: no variant differs clearly from it. %2: %3.</source>
        <translation>Garder %1, ou prolonger si un effet dans l’intervalle importait&#xa0;: aucune variante n’en diffère nettement. %2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Continue: there is nothing to compare yet, as no variant shows any event or value that varies.</source>
        <translation>Continuer&#xa0;: il n’y a encore rien à comparer, aucune variante ne montrant d’événement ou de valeur qui varie.</translation>
    </message>
    <message>
        <source>Mark a metric as primary: without one, and without a conversion, there is nothing to decide by.</source>
        <translation>Désignez une métrique comme principale&#xa0;: sans elle, et sans conversion, il n’y a rien d’après quoi décider.</translation>
    </message>
    <message>
        <source>Nothing follows from this experiment: neither an effect nor its absence is shown. %1: %2.</source>
        <translation>Rien ne découle de cette expérience&#xa0;: ni un effet ni son absence n’est démontré. %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> de %1</translation>
    </message>
    <message>
        <source>Guardrail: it is not shown that %1 is not worse%2. %3.</source>
        <translation>Garde-fou&#xa0;: il n’est pas démontré que %1 n’est pas pire%2. %3.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse. %2.</source>
        <translation>Garde-fou : %1 est pire. %2.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse by more than %2. %3.</source>
        <translation>Garde-fou : %1 est pire de plus de %2. %3.</translation>
    </message>
    <message>
        <source>%1 is better, %2, and does not ship: not every guardrail is shown to hold.</source>
        <translation>%1 est meilleur, %2, et n’est pas déployé : il n’est pas démontré que tous les garde-fous tiennent.</translation>
    </message>
    <message>
        <source>The guardrail holds.</source>
        <translation>Le garde-fou tient.</translation>
    </message>
    <message>
        <source>All %1 guardrails hold.</source>
        <translation>Les %1 garde-fous tiennent.</translation>
    </message>
    <message>
        <source>%1 and %2 are both better than the control and cannot be told apart: take the cheaper one.</source>
        <translation>%1 et %2 sont meilleures que le contrôle et ne se distinguent pas&#xa0;: prenez la moins chère.</translation>
    </message>
    <message>
        <source>Continue: %1 of the plan is done, and nothing speaks for a stop.</source>
        <translation>Continuer&#xa0;: %1 du plan est fait, et rien ne plaide pour un arrêt.</translation>
    </message>
    <message>
        <source>Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.</source>
        <translation>Continuer : rien ne plaide pour un arrêt jusqu’ici, et ni taille ni durée ne sont prévues.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Continue, and wait for the plan: %1 looks better so far, %2.</source>
        <translation>Continuer, et attendre le plan&#xa0;: %1 semble meilleure jusqu’ici, %2.</translation>
    </message>
    <message>
        <source>The experiment stopped at %1 of its plan; a single look was planned for the end, so there is no verdict.</source>
        <translation>L’expérience s’est arrêtée à %1 de son plan&#x202f;; une analyse unique était prévue à la fin, il n’y a donc pas de verdict.</translation>
    </message>
    <message>
        <source>Only %1 of the planned size was exposed on these days; a single look was planned for all of it, so there is no verdict.</source>
        <translation>Seulement %1 de la taille prévue a été exposé ces jours-là ; une analyse unique était prévue pour l’ensemble, il n’y a donc pas de verdict.</translation>
    </message>
    <message>
        <source>%1 Looked at once only: %2</source>
        <translation>%1 En une analyse unique seulement&#xa0;: %2</translation>
    </message>
    <message>
        <source>This is an early look: %1 are in. Whoever stops at the first significant look finds false winners far more often than planned.</source>
        <translation>Ceci est un regard précoce&#xa0;: il y a %1. Qui s’arrête au premier regard significatif trouve bien plus souvent que prévu de faux gagnants.</translation>
    </message>
    <message>
        <source>The experiment stopped with %1; if results were watched, false winners are more likely than planned.</source>
        <translation>L’expérience s’est arrêtée avec %1&#x202f;; si l’on a observé les résultats, de faux gagnants sont plus probables que prévu.</translation>
    </message>
    <message>
        <source>%1: %2 is maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1&#xa0;: %2 mûrit, exposée depuis moins que la fenêtre de la métrique, et n’est pas encore comptée.</translation>
    </message>
    <message>
        <source>%1: %2 are maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1&#xa0;: %2 mûrissent, exposées depuis moins que la fenêtre de la métrique, et ne sont pas encore comptées.</translation>
    </message>
    <message>
        <source>%1: a few units hold much of the total; below about %2 units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps.</source>
        <translation>%1&#xa0;: quelques unités détiennent une grande part du total&#x202f;; au-dessous d’environ %2 unités par variante, sa valeur p et son intervalle sont approximatifs. Un plafond au 99,9e percentile aide.</translation>
    </message>
    <message>
        <source>%1: the split changed while the experiment ran. Effects are measured within each of %2 stretches and added up, so they can differ from what the plain totals suggest.</source>
        <translation>%1&#xa0;: la répartition a changé pendant l’expérience. Les effets sont mesurés dans chacune des %2 périodes et additionnés, ils peuvent donc différer de ce que suggèrent les simples totaux.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epoch %2, which has fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1&#xa0;: les unités de l’époque d’affectation %2 sont écartées&#x202f;; elle a moins de 30 unités dans une variante et aucune voisine de même répartition.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epochs %2, which have fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1 : les unités des époques d’affectation %2 sont écartées ; elles ont moins de 30 unités dans une variante et aucune voisine de même répartition.</translation>
    </message>
    <message>
        <source>%1: the totals of %2 are beyond the range of its exact values and count as the end of it. A coarser resolution has room for more.</source>
        <translation>%1 : les totaux de %2 dépassent l’étendue des valeurs exactes et comptent comme sa limite. Une résolution plus grossière offre plus de place.</translation>
    </message>
    <message>
        <source>No metric is marked as primary, so no decision follows from the results; the headline is whether a unit converts on any of the conversion metrics.</source>
        <translation>Aucune métrique n’est désignée comme principale, aucune décision ne découle donc des résultats&#x202f;; le résultat mis en avant est si une unité convertit sur l’une des métriques de conversion.</translation>
    </message>
    <message>
        <source>Values of %1 above %2 are cut to it, as planned: those of %3.</source>
        <translation>Les valeurs de %1 au-dessus de %2 y sont ramenées, comme prévu&#xa0;: celles de %3.</translation>
    </message>
    <message>
        <source>The values of %1 are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or the planned percentile is 0.</source>
        <translation>Les valeurs de %1 ne sont pas plafonnées, bien que le plan le dise&#xa0;: leur distribution n’est pas encore connue, pas pour une partie des jours, ou le percentile prévu vaut 0.</translation>
    </message>
    <message>
        <source>A few very large values rule %1. Plan to cut values at the %2th percentile (%3 now) next time.</source>
        <translation>Quelques très grandes valeurs dominent %1. Prévoyez la prochaine fois de plafonner au %2e percentile (maintenant %3).</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history, because its values are cut.</source>
        <translation>%1 n’est pas ajustée par l’historique, car ses valeurs sont plafonnées.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history: none is known that varies.</source>
        <translation>%1 n’est pas ajustée par l’historique&#xa0;: on n’en connaît aucun qui varie.</translation>
    </message>
    <message>
        <source>%1 was planned as %2 and is now %3.</source>
        <translation>%1 était prévu comme %2 et vaut maintenant %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <extracomment>the name of a variant, in quotation marks</extracomment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 unité</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 unités</translation>
    </message>
    <message>
        <source>%1 cannot be estimated yet</source>
        <translation>%1 ne peut pas encore être estimé</translation>
    </message>
    <message>
        <source>a difference of %1</source>
        <translation>une différence de %1</translation>
    </message>
    <message>
        <source>%1 is %2 against %3, %4</source>
        <extracomment>purchase is 5.5 % against 5 %, +10 %</extracomment>
        <translation>%1 vaut %2 contre %3, %4</translation>
    </message>
    <message>
        <source> (%1 % interval %2 to %3)</source>
        <translation> (intervalle à %1 % de %2 à %3)</translation>
    </message>
    <message>
        <source> (%1 % interval from %2 up)</source>
        <translation> (intervalle à %1 % à partir de %2)</translation>
    </message>
    <message>
        <source> (%1 % interval up to %2)</source>
        <translation> (intervalle à %1 % jusqu’à %2)</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 expected</source>
        <translation>%1 a %2 pour %3 attendues</translation>
    </message>
    <message>
        <source>only %1 of the planned %2 units per variant</source>
        <translation>seulement %1 des %2 unités prévues par variante</translation>
    </message>
    <message>
        <source>%1: %2 says %3; computed again it is %4</source>
        <translation>%1&#xa0;: %2 dit %3&#x202f;; recalculé, c’est %4</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>le document</translation>
    </message>
    <message>
        <source>%1 is not the file that was written: its SHA-256 is %2, the manifest says %3</source>
        <translation>%1 n’est pas le fichier qui a été écrit&#xa0;: son SHA-256 est %2, le manifeste dit %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 manque</translation>
    </message>
    <message>
        <source>%1 does not belong to a bundle</source>
        <translation>%1 n’appartient pas à un dossier de preuves</translation>
    </message>
    <message>
        <source>Left out of the analysis: %1 of %2 units (%3): %4 by the experiment&apos;s rule, %5 by the service&apos;s, %6 as bots.</source>
        <translation>Écartées de l’analyse : %1 sur %2 unités (%3) : %4 par la règle de l’expérience, %5 par celle du service, %6 comme robots.</translation>
    </message>
    <message>
        <source>No rule leaves out a unit.</source>
        <translation>Aucune règle n’écarte d’unité.</translation>
    </message>
    <message>
        <source>Rules leave out more units of some variants than of others (%1). Find out what they look at: nothing that follows from the variant.</source>
        <translation>Des règles écartent plus d’unités de certaines variantes que d’autres (%1). Trouvez ce qu’elles regardent : rien qui découle de la variante.</translation>
    </message>
    <message>
        <source>The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn here.</source>
        <translation>Le déploiement du drapeau Unleash %1 décide qui participe&#x202f;; la part de trafic n’est pas tirée ici.</translation>
    </message>
    <message>
        <source>Do not use these results: the variants differed already before the experiment (%1). Split anew.</source>
        <translation>N’utilisez pas ces résultats&#xa0;: les variantes différaient déjà avant l’expérience (%1). Répartissez de nouveau.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1: low</source>
        <translation>%1&#xa0;: bas</translation>
    </message>
    <message>
        <source>%1: high</source>
        <translation>%1&#xa0;: haut</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivée</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Principale</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Secondaire</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Garde-fou</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Déployer</translation>
    </message>
    <message>
        <source>A primary metric is better, and nothing speaks against it.</source>
        <translation>Une métrique principale est meilleure, et rien ne s’y oppose.</translation>
    </message>
    <message>
        <source>Keep control</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>No treatment is worth the change.</source>
        <translation>Aucun traitement ne vaut le changement.</translation>
    </message>
    <message>
        <source>Stop for harm</source>
        <translation>Nuisible</translation>
    </message>
    <message>
        <source>A metric is worse beyond doubt.</source>
        <translation>Une métrique est pire sans aucun doute.</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Non concluant</translation>
    </message>
    <message>
        <source>The planned size is reached, and the data do not decide.</source>
        <translation>La taille prévue est atteinte, et les données ne tranchent pas.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>The planned size is not reached yet.</source>
        <translation>La taille prévue n’est pas encore atteinte.</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>Trop tôt</translation>
    </message>
    <message>
        <source>There are too few units for any verdict.</source>
        <translation>Il y a trop peu d’unités pour un verdict.</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalide</translation>
    </message>
    <message>
        <source>The numbers cannot be trusted: something is wrong with the assignment or the data.</source>
        <translation>Les nombres ne sont pas fiables&#xa0;: quelque chose ne va pas dans l’affectation ou les données.</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ Réussi</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! Attention</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ Échoué</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Pas de verdict</translation>
    </message>
    <message>
        <source>There are too few units for a verdict on this metric.</source>
        <translation>Il y a trop peu d’unités pour un verdict sur cette métrique.</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Pire</translation>
    </message>
    <message>
        <source>Worse by a test that may be looked at at any time, whatever the plan.</source>
        <translation>Pire d’après un test que l’on peut regarder à tout moment, quel que soit le plan.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences where there are none.</source>
        <translation>Un plan fixe est jugé une fois, quand la taille prévue est atteinte. Regarder plus tôt trouve des différences où il n’y en a pas.</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Indécis</translation>
    </message>
    <message>
        <source>The data agree with no difference and with one.</source>
        <translation>Les données s’accordent avec une différence comme avec aucune.</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Meilleur</translation>
    </message>
    <message>
        <source>Better than the control at the planned level.</source>
        <translation>Meilleur que le contrôle au seuil prévu.</translation>
    </message>
    <message>
        <source>Worse than the control at the planned level.</source>
        <translation>Pire que le contrôle au seuil prévu.</translation>
    </message>
    <message>
        <source>any conversion</source>
        <translation>une conversion quelconque</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the last planned look, of %1.</source>
        <translation>Uplifts, intervalles et valeurs p sont ceux de la dernière analyse prévue, du %1.</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the planned look of %1. What has come since counts at the next one.</source>
        <translation>Uplifts, intervalles et valeurs p sont ceux de l’analyse prévue du %1. Ce qui est venu depuis compte à la prochaine.</translation>
    </message>
    <message>
        <source>The look that was planned is still to come. Looking earlier finds differences where there are none.</source>
        <translation>L’analyse prévue est encore à venir. Regarder plus tôt trouve des différences où il n’y en a pas.</translation>
    </message>
    <message>
        <source>Shown not to be worse by the margin that was planned.</source>
        <translation>Démontré&#xa0;: pas pire de la marge prévue.</translation>
    </message>
    <message>
        <source>Worse by more than the margin that was planned.</source>
        <translation>Pire de plus que la marge prévue.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Pas encore de données</translation>
    </message>
    <message>
        <source>No unit has been exposed yet.</source>
        <translation>Aucune unité n’a encore été exposée.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
</context>
<context>
    <name>xp::ui::AssignmentsTab</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>In the experiment: place %1 of the traffic hash lies within the share of %2.</source>
        <translation>Dans l’expérience&#xa0;: la place %1 du hachage de trafic est dans la part de %2.</translation>
    </message>
    <message>
        <source>Left out by the present traffic of %2 (place %1), but not by an earlier share: a user who came then is in the experiment still.</source>
        <translation>Écarté par le trafic actuel de %2 (place %1), mais pas par une part antérieure&#xa0;: un utilisateur venu alors est encore dans l’expérience.</translation>
    </message>
    <message>
        <source>Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.</source>
        <translation>Hors de l’expérience&#xa0;: la place %1 du hachage de trafic est au-delà de la part de %2.</translation>
    </message>
    <message>
        <source>Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in its part of the allocations.</source>
        <translation>Variante «&#xa0;%1&#xa0;»&#xa0;: la place %2 du hachage de répartition, qui ignore tout du premier, est dans sa partie des parts.</translation>
    </message>
    <message>
        <source>With more traffic it would be “%1” (place %2 of the split hash).</source>
        <translation>Avec plus de trafic ce serait «&#xa0;%1&#xa0;» (place %2 du hachage de répartition).</translation>
    </message>
    <message>
        <source>The users of an imported experiment were assigned elsewhere.</source>
        <translation>Les utilisateurs d’une expérience importée ont été affectés ailleurs.</translation>
    </message>
    <message>
        <source>The experiment does not run, so nobody new is assigned; who was assigned before keeps the variant.</source>
        <translation>L’expérience ne tourne pas, personne de nouveau n’est donc affecté&#x202f;; qui l’était avant garde la variante.</translation>
    </message>
    <message>
        <source>The split was changed: a user who was assigned before keeps the variant of then.</source>
        <translation>La répartition a changé&#xa0;: qui était affecté avant garde la variante d’alors.</translation>
    </message>
    <message>
        <source>Id of a user, as your application sends it</source>
        <translation>Id d’un utilisateur, tel que votre application l’envoie</translation>
    </message>
    <message>
        <source>Id of a user</source>
        <translation>Id d’un utilisateur</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Why this variant?</source>
        <translation>Pourquoi cette variante&#x202f;?</translation>
    </message>
    <message>
        <source>Experiment to compare with</source>
        <translation>Expérience à comparer</translation>
    </message>
    <message>
        <source>Replay %1 ids</source>
        <translation>Rejouer %1 ids</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>indépendant de</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>Ids</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Replayed ids by variant</source>
        <translation>Ids rejoués par variante</translation>
    </message>
    <message>
        <source>Assignment laboratory</source>
        <translation>Laboratoire d’affectation</translation>
    </message>
    <message>
        <source>Made-up ids go through this experiment&apos;s own hash: the split must be the planned one, and tell nothing about the variant of another experiment.</source>
        <translation>Des ids inventés passent par le hachage de cette expérience&#xa0;: la répartition doit être celle prévue, et ne rien dire de la variante d’une autre expérience.</translation>
    </message>
    <message>
        <source>The answer is computed here, from the experiment&apos;s hash and shares; nothing is assigned.</source>
        <translation>La réponse est calculée ici, d’après le hachage et les parts de l’expérience&#x202f;; rien n’est affecté.</translation>
    </message>
    <message>
        <source>no other experiment</source>
        <translation>aucune autre expérience</translation>
    </message>
    <message>
        <source>Enter the id of a user first.</source>
        <translation>Saisissez d’abord l’id d’un utilisateur.</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>En cours …</translation>
    </message>
    <message>
        <source>%1 of the ids are admitted, %2 planned.</source>
        <translation>%1 des ids sont admis, %2 prévus.</translation>
    </message>
    <message>
        <source>! The split differs from the plan (%1).</source>
        <translation>! La répartition diffère du plan (%1).</translation>
    </message>
    <message>
        <source>✓ The split is as planned (%1).</source>
        <translation>✓ La répartition est comme prévu (%1).</translation>
    </message>
    <message>
        <source>! It depends on “%2” (%1).</source>
        <translation>! Elle dépend de «&#xa0;%2&#xa0;» (%1).</translation>
    </message>
    <message>
        <source>✓ It is independent of “%2” (%1).</source>
        <translation>✓ Elle est indépendante de «&#xa0;%2&#xa0;» (%1).</translation>
    </message>
</context>
<context>
    <name>xp::ui::AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Nothing has been done to this experiment yet.</source>
        <translation>Rien n’a encore été fait à cette expérience.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ClimbChart</name>
    <message>
        <source>One look&apos;s test</source>
        <translation>Analyse unique</translation>
    </message>
    <message>
        <source>Group sequential</source>
        <translation>Par groupes</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>Toujours valide</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>Bayésien</translation>
    </message>
    <message>
        <source>Share called by look %1: %2</source>
        <translation>Part retenue à l’analyse %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>look %1</source>
        <translation>analyse %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ColumnRow</name>
    <message>
        <source>conversion</source>
        <translation>conversion</translation>
    </message>
    <message>
        <source>count</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>somme</translation>
    </message>
    <message>
        <source>number per unit</source>
        <translation>nombre par unité</translation>
    </message>
    <message>
        <source>many values</source>
        <translation>beaucoup de valeurs</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 valeurs</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>whole numbers, %1</source>
        <translation>nombres entiers, %1</translation>
    </message>
    <message>
        <source>numbers, %1</source>
        <translation>nombres, %1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>texte, %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Use of %1</source>
        <translation>Usage de %1</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>Type de %1</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1 (deviné)</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rôle de %1</translation>
    </message>
    <message>
        <source>Better of %1</source>
        <translation>Mieux pour %1</translation>
    </message>
    <message>
        <source>more</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>less</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisée</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
    <message>
        <source>time of assignment</source>
        <translation>moment d’affectation</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrique</translation>
    </message>
    <message>
        <source>known before (CUPED)</source>
        <translation>connu avant (CUPED)</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>segment</translation>
    </message>
</context>
<context>
    <name>xp::ui::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do, or to see?</source>
        <translation>Que voulez-vous faire, ou voir&#x202f;?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
</context>
<context>
    <name>xp::ui::ConfirmDialog</name>
    <message>
        <source>Start %1?</source>
        <translation>Démarrer %1&#x202f;?</translation>
    </message>
    <message>
        <source>New users are assigned from now on. Variants, metrics and level cannot be changed any more.</source>
        <translation>De nouveaux utilisateurs sont affectés dès maintenant. Variantes, métriques et seuil ne peuvent plus changer.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>Suspendre %1&#x202f;?</translation>
    </message>
    <message>
        <source>No new users are assigned. Those who are keep their variant, and their events count.</source>
        <translation>Aucun nouvel utilisateur n’est affecté. Ceux qui le sont gardent leur variante, et leurs événements comptent.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>Reprendre %1&#x202f;?</translation>
    </message>
    <message>
        <source>New users are assigned again.</source>
        <translation>De nouveaux utilisateurs sont de nouveau affectés.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>Arrêter %1&#x202f;?</translation>
    </message>
    <message>
        <source>The experiment ends for good: no new users, and later events do not count. Users keep their variant.</source>
        <translation>L’expérience se termine définitivement&#xa0;: pas de nouveaux utilisateurs, et les événements ultérieurs ne comptent pas. Les utilisateurs gardent leur variante.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>Archiver %1&#x202f;?</translation>
    </message>
    <message>
        <source>It leaves the lists and the metrics. Nothing is deleted.</source>
        <translation>Elle quitte les listes et les mesures. Rien n’est supprimé.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n expérience</numerusform>
            <numerusform>%n expériences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
… and %n more</source>
        <translation>
            <numerusform>
… et %n de plus</numerusform>
            <numerusform>
… et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Raison, pour le journal d’audit</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>Conclusion: what was learnt</source>
        <translation>Conclusion&#xa0;: ce qui a été appris</translation>
    </message>
    <message>
        <source>kept with the notes of the experiment</source>
        <translation>gardée avec les notes de l’expérience</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
</context>
<context>
    <name>xp::ui::DataPage</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>deviné</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>point-virgule</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barre |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>espace</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>deux-points</translation>
    </message>
    <message>
        <source>Latin-1 (ISO 8859-1)</source>
        <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>%1 rows. What is each column? Nothing leaves this machine.</source>
        <translation>%1 lignes. Qu’est chaque colonne&#x202f;? Rien ne quitte cette machine.</translation>
    </message>
    <message>
        <source>What is each column? Guessed from the first %1 rows. Nothing leaves this machine.</source>
        <translation>Qu’est chaque colonne&#x202f;? Deviné d’après les %1 premières lignes. Rien ne quitte cette machine.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Ressemble à</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Utilisée comme</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Mesurée comme</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Mieux vaut</translation>
    </message>
    <message>
        <source>Say which column is the %1.</source>
        <translation>Dites quelle colonne est ceci&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Only one column can be used as “%1”.</source>
        <translation>Une seule colonne peut servir de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Say which columns are metrics.</source>
        <translation>Dites quelles colonnes sont des métriques.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>One row for each unit; the primary metric decides.</source>
        <translation>Une ligne par unité&#x202f;; la métrique principale décide.</translation>
    </message>
    <message>
        <source>One row for each unit. A metric of role primary would decide; without one, all are looked at alike.</source>
        <translation>Une ligne par unité. Une métrique principale déciderait&#x202f;; sans elle, toutes sont regardées de même.</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 lignes lues</translation>
    </message>
    <message>
        <source>Windows-1252</source>
        <translation>Windows-1252</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16, petit-boutiste</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16, gros-boutiste</translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII other than a quote, or one of the list.</source>
        <translation>Le séparateur doit être un caractère ASCII autre qu’un guillemet, ou l’un de la liste.</translation>
    </message>
</context>
<context>
    <name>xp::ui::EventsTab</name>
    <message>
        <source>Latest events</source>
        <translation>Derniers événements</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Survenu</translation>
    </message>
    <message>
        <source>No event has arrived yet. They appear here as they come.</source>
        <translation>Aucun événement n’est encore arrivé. Ils apparaissent ici à mesure qu’ils viennent.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentListModel</name>
    <message>
        <source>Tags: %1</source>
        <translation>Étiquettes&#xa0;: %1</translation>
    </message>
    <message>
        <source>! ratio</source>
        <translation>! écart</translation>
    </message>
    <message>
        <source>! crossed</source>
        <translation>! croisés</translation>
    </message>
    <message>
        <source>! joined</source>
        <translation>! joints</translation>
    </message>
    <message>
        <source>! before</source>
        <translation>! avant</translation>
    </message>
    <message>
        <source>! data</source>
        <translation>! données</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>sample ratio mismatch</source>
        <translation>écart de répartition</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Échantillon</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalle</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentPage</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Dans le temps</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Affectation</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Labo du peeking</translation>
    </message>
    <message>
        <source>Traffic …</source>
        <translation>Trafic …</translation>
    </message>
    <message>
        <source>Results by metric and treatment</source>
        <translation>Résultats par métrique et traitement</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Taille d’échantillon</translation>
    </message>
    <message>
        <source>%1 · day %2</source>
        <translation>%1 · jour %2</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importée</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>démarrée %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>arrêtée %1</translation>
    </message>
    <message>
        <source>Start …</source>
        <translation>Démarrer …</translation>
    </message>
    <message>
        <source>Pause …</source>
        <translation>Suspendre …</translation>
    </message>
    <message>
        <source>Resume …</source>
        <translation>Reprendre …</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Arrêter …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Archiver …</translation>
    </message>
    <message>
        <source>Loading the results …</source>
        <translation>Chargement des résultats …</translation>
    </message>
    <message>
        <source>Results appear here once units are assigned and events arrive.</source>
        <translation>Les résultats apparaissent ici dès que des unités sont affectées et que des événements arrivent.</translation>
    </message>
    <message>
        <source>Each variant</source>
        <translation>Chaque variante</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Taux de conversion</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>%1, %2 interval of each variant</source>
        <translation>%1, intervalle à %2 de chaque variante</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentWizard</name>
    <message>
        <source>New experiment</source>
        <translation>Nouvelle expérience</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>Créer le brouillon</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Suite&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExploreTab</name>
    <message>
        <source>as planned</source>
        <translation>comme prévu</translation>
    </message>
    <message>
        <source>not cut</source>
        <translation>sans plafond</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>au-dessus de %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Correction for several comparisons</source>
        <translation>Correction pour plusieurs comparaisons</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>Plafonner</translation>
    </message>
    <message>
        <source>Prior of the lift</source>
        <translation>A priori de l’uplift</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>Units exposed from</source>
        <translation>Unités exposées du</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <source>Adjust by history (CUPED)</source>
        <translation>Ajuster (CUPED)</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Retour au plan</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>Et si …</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Et si</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>Seconds avis</translation>
    </message>
    <message>
        <source>all methods, on all days</source>
        <translation>toutes les méthodes, tous les jours</translation>
    </message>
    <message>
        <source>Metric whose values are shown</source>
        <translation>Métrique dont les valeurs sont montrées</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Chargement …</translation>
    </message>
    <message>
        <source>What-if answers appear once units are assigned.</source>
        <translation>Les réponses «&#xa0;Et si&#xa0;» apparaissent dès que des unités sont affectées.</translation>
    </message>
    <message>
        <source>Nothing is known from before the exposure.</source>
        <translation>On ne sait rien d’avant l’exposition.</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.</source>
        <translation>Répondu en %1 ms d’après %2 sommes obtenues une fois. Rien de cela ne devient le plan.</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Et si&#xa0;: %1</translation>
    </message>
    <message>
        <source>not the plan</source>
        <translation>pas le plan</translation>
    </message>
    <message>
        <source>Segments or distribution</source>
        <translation>Segments ou distribution</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
</context>
<context>
    <name>xp::ui::HealthTab</name>
    <message>
        <source>Health</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Ce qui a été vérifié</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Rien n’a encore été vérifié.</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Écart</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>! Methods differ</source>
        <translation>! Méthodes en désaccord</translation>
    </message>
    <message>
        <source>✓ Methods agree</source>
        <translation>✓ Méthodes d’accord</translation>
    </message>
</context>
<context>
    <name>xp::ui::HelpButton</name>
    <message>
        <source>What is this: %1</source>
        <translation>Qu’est-ce&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::LeaveQuestion</name>
    <message>
        <source>Leave the draft?</source>
        <translation>Quitter le brouillon&#x202f;?</translation>
    </message>
    <message>
        <source>Keep it, and “New experiment” goes on where you are now.</source>
        <translation>Gardez-le, et «&#xa0;Nouvelle expérience&#xa0;» reprend là où vous êtes.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>xp::ui::LinesTab</name>
    <message>
        <source>Loading …</source>
        <translation>Chargement …</translation>
    </message>
</context>
<context>
    <name>xp::ui::LookDesigner</name>
    <message>
        <source>Share of the planned size, in per cent</source>
        <translation>Part de la taille prévue, en pour cent</translation>
    </message>
    <message>
        <source>Futility bounds</source>
        <translation>Bornes de futilité</translation>
    </message>
    <message>
        <source>Add a look</source>
        <translation>Ajouter une analyse</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Spending function</source>
        <translation>Fonction de dépense</translation>
    </message>
    <message>
        <source>How much of the level each look may use: O&apos;Brien-Fleming little at first, Pocock about the same at every look.</source>
        <translation>Ce que chaque analyse peut consommer du seuil&#xa0;: O’Brien-Fleming peu au début, Pocock à peu près autant à chacune.</translation>
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
        <translation>Gamma de la fonction de dépense</translation>
    </message>
    <message>
        <source>γ </source>
        <translation>γ </translation>
    </message>
    <message>
        <source>Number of even looks</source>
        <translation>Nombre d’analyses régulières</translation>
    </message>
    <message>
        <source>So many looks, evenly spaced</source>
        <translation>Autant d’analyses, régulièrement espacées</translation>
    </message>
    <message>
        <source>Below them, going on is hardly worth it. They do not bind, and are not part of the plan.</source>
        <translation>Au-dessous, continuer n’en vaut guère la peine. Elles n’engagent pas et ne font pas partie du plan.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show the looks as a list</source>
        <translation>Montrer les analyses en liste</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Analyses</translation>
    </message>
    <message>
        <source> look</source>
        <translation> analyse</translation>
    </message>
    <message>
        <source> looks</source>
        <translation> analyses</translation>
    </message>
    <message>
        <source>Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.</source>
        <translation>Coûte %1 d’utilisateurs de plus qu’une analyse unique&#x202f;; là où l’uplift est vrai, il en faut %2 en moyenne.</translation>
    </message>
    <message>
        <source>Stopping at every futility bound leaves a power of %1.</source>
        <translation>S’arrêter à chaque borne de futilité laisse une puissance de %1.</translation>
    </message>
    <message>
        <source>Look %1 of %2 at %3: %4 users</source>
        <translation>Analyse %1 sur %2 à %3&#xa0;: %4 utilisateurs</translation>
    </message>
    <message>
        <source>, day %1</source>
        <translation>, jour %1</translation>
    </message>
    <message>
        <source>. Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.</source>
        <translation>. S’arrête au-dessus de |z| %1 (%2)&#x202f;; %3 du seuil de %4 est alors consommé.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left and Right move, Insert adds, Delete removes.</source>
        <translation>Analyses selon la part de la taille prévue et |z| d’arrêt. %1. Choisie&#xa0;: analyse %2. Haut et Bas choisissent, Gauche et Droite déplacent, Inser ajoute, Suppr efface.</translation>
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
        <translation>|z| au-dessus duquel s’arrêter, selon la part de la taille prévue</translation>
    </message>
    <message>
        <source>Level spent</source>
        <translation>Seuil consommé</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>efficacité</translation>
    </message>
    <message>
        <source>futility</source>
        <translation>futilité</translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksModel</name>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>|z| above</source>
        <translation>|z| au-dessus</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Consommé</translation>
    </message>
    <message>
        <source>Stops here</source>
        <translation>S’arrête ici</translation>
    </message>
    <message>
        <source>Futile below</source>
        <translation>Futile sous</translation>
    </message>
</context>
<context>
    <name>xp::ui::MainWindow</name>
    <message>
        <source>portfolio</source>
        <translation>portefeuille</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the Grafana dashboard</source>
        <translation>Enregistrer le tableau de bord Grafana</translation>
    </message>
    <message>
        <source>Grafana dashboard (*.json)</source>
        <translation>Tableau de bord Grafana (*.json)</translation>
    </message>
    <message>
        <source>Folder for the dashboards</source>
        <translation>Dossier pour les tableaux de bord</translation>
    </message>
    <message>
        <source>Save the evidence bundle</source>
        <translation>Enregistrer le dossier de preuves</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>Dossier de preuves (*.zip)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy table as &amp;Markdown</source>
        <translation>Copier le tableau en &amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;Find experiment</source>
        <translation>C&amp;hercher une expérience</translation>
    </message>
    <message>
        <source>C&amp;ommands …</source>
        <translation>C&amp;ommandes …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>&amp;Réglages …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Peeking lab</source>
        <translation>&amp;Labo du peeking</translation>
    </message>
    <message>
        <source>Statistical &amp;terms …</source>
        <translation>&amp;Termes statistiques …</translation>
    </message>
    <message>
        <source>&amp;About the studio</source>
        <translation>À &amp;propos du studio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New experiment …</source>
        <translation>&amp;Nouvelle expérience …</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>S’&amp;identifier …</translation>
    </message>
    <message>
        <source>C&amp;onnect …</source>
        <translation>Se c&amp;onnecter …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>Ouvrir un &amp;fichier …</translation>
    </message>
    <message>
        <source>Save &amp;report as PDF …</source>
        <translation>Enregistrer le &amp;rapport en PDF …</translation>
    </message>
    <message>
        <source>Save table as &amp;CSV …</source>
        <translation>Enregistrer le tableau en &amp;CSV …</translation>
    </message>
    <message>
        <source>Save &amp;Grafana dashboard …</source>
        <translation>Enregistrer le tableau de bord &amp;Grafana …</translation>
    </message>
    <message>
        <source>Save e&amp;vidence bundle …</source>
        <translation>Enregistrer le dossier de preu&amp;ves …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Portfolio</source>
        <translation>&amp;Portefeuille</translation>
    </message>
    <message>
        <source>P&amp;revious experiment</source>
        <translation>Expérience p&amp;récédente</translation>
    </message>
    <message>
        <source>&amp;Next experiment</source>
        <translation>Expérience &amp;suivante</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barre latérale</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>E&amp;xpérience</translation>
    </message>
    <message>
        <source>&amp;Traffic …</source>
        <translation>&amp;Trafic …</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new one …</source>
        <translation>&amp;Dupliquer en une nouvelle …</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>onglet</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>expérience</translation>
    </message>
    <message>
        <source>What is: %1</source>
        <translation>Qu’est-ce que&#xa0;: %1</translation>
    </message>
    <message>
        <source>help</source>
        <translation>aide</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n de plus</numerusform>
            <numerusform>… et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)</source>
        <translation>Tables et dossiers de preuves (*.csv *.tsv *.txt *.tab *.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Ouvrir une base de données</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bases de données (*.sqlite *.sqlite3 *.db);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1, vérifié</translation>
    </message>
    <message>
        <source>%1, not as written</source>
        <translation>%1, non conforme</translation>
    </message>
    <message>
        <source>Every number recomputed and equal.</source>
        <translation>Chaque nombre est recalculé et identique.</translation>
    </message>
    <message>
        <source>The %1 numbers in %2 follow from its sums.</source>
        <translation>Les %1 nombres de %2 découlent de ses sommes.</translation>
    </message>
    <message>
        <source>%1 is not as it was written.</source>
        <translation>%1 n’est pas tel qu’il a été écrit.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barre latérale</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>Afficher ou masquer la liste des expériences</translation>
    </message>
    <message>
        <source>This bundle is not as it was written</source>
        <translation>Ce dossier n’est pas tel qu’il a été écrit</translation>
    </message>
    <message>
        <source>What you see is computed from its sums. The bundle says otherwise:</source>
        <translation>Ce que vous voyez est calculé d’après ses sommes. Le dossier dit autre chose&#xa0;:</translation>
    </message>
    <message>
        <source>Experimentation Studio</source>
        <translation>Studio d’expérimentation</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Labo du peeking</translation>
    </message>
    <message>
        <source>Experimentation</source>
        <translation>Expérimentation</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>The service at %1 is lost.</source>
        <translation>Le service %1 est perdu.</translation>
    </message>
    <message>
        <source>What you see is from %1. The studio goes on trying.</source>
        <translation>Ce que vous voyez date d’%1. Le studio continue d’essayer.</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>Ce que vous voyez date d’%1.</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Se connecter …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>S’identifier …</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Cela n’a pas marché</translation>
    </message>
    <message>
        <source>About the studio</source>
        <translation>À propos du studio</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experimentation Studio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Design, watch and decide experiments.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;Studio d’expérimentation %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Concevoir, suivre et décider des expériences.&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <source>Open a &amp;query …</source>
        <translation>Ouvrir une re&amp;quête …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Se déconnecter</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>depuis un fichier</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdu</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>en direct, %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::MetricsPage</name>
    <message>
        <source>conversion</source>
        <translation>conversion</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>nombre d’événements</translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation>somme des valeurs</translation>
    </message>
    <message>
        <source>mean of values</source>
        <translation>moyenne des valeurs</translation>
    </message>
    <message>
        <source>ratio of two sums</source>
        <translation>ratio de deux sommes</translation>
    </message>
    <message>
        <source>return</source>
        <translation>retour</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>jours actifs</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>entonnoir</translation>
    </message>
    <message>
        <source>quantile over units</source>
        <translation>quantile sur les unités</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Comment le saurez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand.</source>
        <translation>La métrique principale décide. Les garde-fous ne doivent pas se dégrader. Les métriques secondaires aident à comprendre.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Mesurée comme</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Mieux vaut</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>Ajouter une métrique</translation>
    </message>
    <message>
        <source>more</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>less</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>purchase</translation>
    </message>
    <message>
        <source>Event of the metric</source>
        <translation>Événement de la métrique</translation>
    </message>
    <message>
        <source>Remove the metric</source>
        <translation>Retirer la métrique</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>Peut se dégrader de</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative. A guardrail passes when it is shown to be worse by less than this.</source>
        <translation>Relatif. Un garde-fou tient quand il est démontré qu’il se dégrade de moins que cela.</translation>
    </message>
    <message>
        <source>Defined by the catalogue, for every experiment that uses the metric.</source>
        <translation>Définie par le catalogue, pour chaque expérience qui utilise la métrique.</translation>
    </message>
    <message>
        <source>Add a metric from the catalogue</source>
        <translation>Ajouter une métrique du catalogue</translation>
    </message>
    <message>
        <source>Add from the catalogue …</source>
        <translation>Ajouter du catalogue …</translation>
    </message>
    <message>
        <source>%1 of the catalogue, version %2. The name is this experiment&apos;s own.</source>
        <translation>%1 du catalogue, version %2. Le nom est propre à cette expérience.</translation>
    </message>
</context>
<context>
    <name>xp::ui::NavigationModel</name>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtées</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivées</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portefeuille</translation>
    </message>
</context>
<context>
    <name>xp::ui::NotesTab</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its moment in the charts.</source>
        <translation>Aucune note encore. Écrivez ce qui s’est passé à côté de l’expérience&#xa0;: une mise en production, une panne, un jour férié. Elle marque son moment dans les graphiques.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Type de note</translation>
    </message>
    <message>
        <source>What happened, or what was learnt</source>
        <translation>Ce qui s’est passé, ou ce qui a été appris</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texte de la note</translation>
    </message>
</context>
<context>
    <name>xp::ui::OverTimeTab</name>
    <message>
        <source>Metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, dragging moves, a double click shows all</source>
        <translation>Ctrl et la molette zooment, glisser déplace, un double clic montre tout</translation>
    </message>
    <message>
        <source>Lift over time</source>
        <translation>Uplift dans le temps</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Bornes</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>with its interval</source>
        <translation>avec son intervalle</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>valeur p, logarithmique</translation>
    </message>
    <message>
        <source>z by share of the planned size</source>
        <translation>z selon la part de la taille prévue</translation>
    </message>
    <message>
        <source>in each variant</source>
        <translation>dans chaque variante</translation>
    </message>
</context>
<context>
    <name>xp::ui::PathsCanvas</name>
    <message>
        <source>look %1</source>
        <translation>analyse %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::PeekingLab</name>
    <message>
        <source>Paths of the simulated experiments</source>
        <translation>Trajets des expériences simulées</translation>
    </message>
    <message>
        <source>1,000 experiments</source>
        <translation>1 000 expériences</translation>
    </message>
    <message>
        <source>z at each moment; a path ends where the chosen method calls it</source>
        <translation>z à chaque instant&#x202f;; un trajet finit où la méthode choisie tranche</translation>
    </message>
    <message>
        <source>Called so far</source>
        <translation>Tranchées jusqu’ici</translation>
    </message>
    <message>
        <source>share of all</source>
        <translation>part de toutes</translation>
    </message>
    <message>
        <source>Other experiments</source>
        <translation>Autres expériences</translation>
    </message>
    <message>
        <source>A true effect of</source>
        <translation>Un vrai effet de</translation>
    </message>
    <message>
        <source>True effect</source>
        <translation>Vrai effet</translation>
    </message>
    <message>
        <source>Number of looks</source>
        <translation>Nombre d’analyses</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Analyses</translation>
    </message>
    <message>
        <source>found so far</source>
        <translation>trouvées jusqu’ici</translation>
    </message>
    <message>
        <source>found, after %1 days on average</source>
        <translation>trouvées, après %1 jours en moyenne</translation>
    </message>
    <message>
        <source>found, with %1 of the units</source>
        <translation>trouvées, avec %1 des unités</translation>
    </message>
    <message>
        <source>false alarms; at most %1 promised</source>
        <translation>fausses alertes&#x202f;; promis&#xa0;: ≤ %1</translation>
    </message>
    <message>
        <source>false alarms; not made for peeking</source>
        <translation>fausses alertes&#x202f;; pas pour le peeking</translation>
    </message>
    <message>
        <source>&lt;b&gt;Now the treatment is better by %1.&lt;/b&gt; Methods that may be looked at stop early where the effect is clear; the price of looking is a little power.</source>
        <translation>&lt;b&gt;Maintenant le traitement est meilleur de %1.&lt;/b&gt; Les méthodes que l’on peut regarder s’arrêtent tôt quand l’effet est net&#x202f;; regarder coûte un peu de puissance.</translation>
    </message>
    <message>
        <source>&lt;b&gt;In these %1 experiments nothing differs.&lt;/b&gt; Whoever tests at %2 at each look and stops at the first “significant” result calls %3 of them a success.</source>
        <translation>&lt;b&gt;Dans ces %1 expériences rien ne diffère.&lt;/b&gt; Qui teste à %2 à chaque analyse et s’arrête au premier résultat «&#xa0;significatif&#xa0;» en appelle %3 un succès.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
</context>
<context>
    <name>xp::ui::PlanView</name>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Tel que vu</translation>
    </message>
    <message>
        <source>✓ As planned: nothing departs from it.</source>
        <translation>✓ Comme prévu&#xa0;: rien ne s’en écarte.</translation>
    </message>
</context>
<context>
    <name>xp::ui::PortfolioPage</name>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Décision attendue</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtées</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Garder cette recherche</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portefeuille</translation>
    </message>
    <message>
        <source>Search name, key, hypothesis</source>
        <translation>Chercher nom, clé, hypothèse</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Chercher des expériences</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nouvelle expérience</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>A saved search; right click removes it</source>
        <translation>Une recherche gardée&#x202f;; un clic droit la retire</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>Retirer cette recherche</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Arrêter …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Archiver …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Rapport …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n choisie</numerusform>
            <numerusform>%n choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Expériences</translation>
    </message>
    <message>
        <source>Loading the experiments …</source>
        <translation>Chargement des expériences …</translation>
    </message>
    <message>
        <source>There is no experiment yet.

“New experiment” designs the first one, “xp-service import” makes one of a CSV file.</source>
        <translation>Il n’y a pas encore d’expérience.

«&#xa0;Nouvelle expérience&#xa0;» conçoit la première, «&#xa0;xp-service import&#xa0;» en fait une d’un fichier CSV.</translation>
    </message>
    <message>
        <source>No experiment here contains “%1”.</source>
        <translation>Aucune expérience ici ne contient «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No experiment here. “All” shows the others.</source>
        <translation>Aucune expérience ici. «&#xa0;Toutes&#xa0;» montre les autres.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QueryDialog</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>Garder dans le trousseau du système</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Open a query</source>
        <translation>Ouvrir une requête</translation>
    </message>
    <message>
        <source>A query of your own database</source>
        <translation>Une requête de votre propre base</translation>
    </message>
    <message>
        <source>It is read in a transaction that only reads, and analysed on this machine.</source>
        <translation>Elle est lue dans une transaction en lecture seule, et analysée sur cette machine.</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>Expositions</translation>
    </message>
    <message>
        <source>One row for each unit: its id and variant, the time, what was known of it before.</source>
        <translation>Une ligne par unité&#xa0;: son id et sa variante, le moment, ce que l’on savait d’elle avant.</translation>
    </message>
    <message>
        <source>Facts, if they lie elsewhere</source>
        <translation>Faits, s’ils sont ailleurs</translation>
    </message>
    <message>
        <source>The unit under the same name, then numbers; the rows of a unit are added up.</source>
        <translation>L’unité sous le même nom, puis des nombres&#x202f;; les lignes d’une unité sont additionnées.</translation>
    </message>
    <message>
        <source>a name, to find it again</source>
        <translation>un nom, pour la retrouver</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>SQLite file …</source>
        <translation>Fichier SQLite …</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>Au plus tant de lignes</translation>
    </message>
    <message>
        <source>At most so long, each query</source>
        <translation>Au plus si longtemps, par requête</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Gardée sous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>A database to read</source>
        <translation>Une base de données à lire</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bases de données (*.sqlite *.sqlite3 *.db);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Say which database, such as postgresql://user@host/name.</source>
        <translation>Dites quelle base, telle que postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>Say what is read: one row for each unit.</source>
        <translation>Dites ce qui est lu&#xa0;: une ligne par unité.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QuestionPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>Que voulez-vous savoir&#x202f;?</translation>
    </message>
    <message>
        <source>A name that your colleagues recognise, and what you expect to happen and why.</source>
        <translation>Un nom que vos collègues reconnaissent, et ce que vous attendez et pourquoi.</translation>
    </message>
    <message>
        <source>Checkout button</source>
        <translation>Bouton de paiement</translation>
    </message>
    <message>
        <source>A green button is seen sooner, so more visitors finish their purchase.</source>
        <translation>Un bouton vert se voit plus tôt, donc plus de visiteurs terminent leur achat.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>The key for programs is made from it.</source>
        <translation>La clé pour les programmes en est tirée.</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
</context>
<context>
    <name>xp::ui::RatesChart</name>
    <message>
        <source>Chart of each variant&apos;s value and interval: %1</source>
        <translation>Graphique de la valeur et de l’intervalle de chaque variante&#xa0;: %1</translation>
    </message>
    <message>
        <source>Values appear once units are assigned.</source>
        <translation>Les valeurs apparaissent dès que des unités sont affectées.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ResultsModel</name>
    <message>
        <source>Primary</source>
        <translation>Principales</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Garde-fous</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Secondaires</translation>
    </message>
    <message>
        <source>pooled two-proportion z-test, two-sided</source>
        <translation>test z groupé de deux proportions, bilatéral</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test, two-sided</source>
        <translation>test t de Welch, bilatéral</translation>
    </message>
    <message>
        <source>ratio of sums, delta method, two-sided</source>
        <translation>ratio de sommes, méthode delta, bilatéral</translation>
    </message>
    <message>
        <source>difference of quantiles, order statistics, two-sided</source>
        <translation>différence de quantiles, statistiques d’ordre, bilatéral</translation>
    </message>
    <message>
        <source>t-test adjusted by history (CUPED), two-sided</source>
        <translation>test t ajusté par l’historique (CUPED), bilatéral</translation>
    </message>
    <message>
        <source>ratio of sums adjusted by history (CUPED), two-sided</source>
        <translation>ratio de sommes ajusté par l’historique (CUPED), bilatéral</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, %2 interval %3</source>
        <translation>%1, intervalle à %2 %3</translation>
    </message>
    <message>
        <source>%1: statistic %2, p = %3 before the correction for several treatments</source>
        <translation>%1&#xa0;: statistique %2, p = %3 avant la correction pour plusieurs traitements</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalle</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>p adj.</source>
        <translation>p corr.</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>group-sequential test at the planned looks</source>
        <translation>test séquentiel par groupes aux analyses prévues</translation>
    </message>
    <message>
        <source>always-valid test, which may be looked at at any time</source>
        <translation>test toujours valide, que l’on peut regarder à tout moment</translation>
    </message>
    <message>
        <source>normal posterior of the lift</source>
        <translation>a posteriori normal de l’uplift</translation>
    </message>
    <message>
        <source>%1, at the planned look of %2</source>
        <translation>%1, à l’analyse prévue du %2</translation>
    </message>
    <message>
        <source>%1 ni</source>
        <extracomment>A p-value of the test for non-inferiority</extracomment>
        <translation>%1 ni</translation>
    </message>
    <message>
        <source>Probability of being better than the control under the plan&apos;s prior; choosing it is expected to cost %1</source>
        <translation>Probabilité d’être meilleur que le contrôle sous l’a priori du plan&#x202f;; le choisir coûterait %1 en espérance</translation>
    </message>
    <message>
        <source>%1: p-value against “worse by the margin”; against no effect it is %2</source>
        <translation>%1&#xa0;: valeur p contre «&#xa0;pire de la marge&#xa0;»&#x202f;; contre l’absence d’effet elle est de %2</translation>
    </message>
    <message>
        <source>%1: p = %2 before the correction for several comparisons</source>
        <translation>%1&#xa0;: p = %2 avant la correction pour plusieurs comparaisons</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
</context>
<context>
    <name>xp::ui::ReviewPage</name>
    <message>
        <source>Is this what you mean?</source>
        <translation>Est-ce bien ce que vous voulez&#x202f;?</translation>
    </message>
    <message>
        <source>It is created as a draft. Nothing starts before you start it.</source>
        <translation>Elle est créée comme brouillon. Rien ne commence avant que vous la démarriez.</translation>
    </message>
    <message>
        <source>The plan is frozen at the start. Whoever compares the fingerprints of then and now sees whether it was changed.</source>
        <translation>Le plan est figé au démarrage. Comparer les empreintes d’alors et d’aujourd’hui montre s’il a été modifié.</translation>
    </message>
    <message>
        <source>Fingerprint of the plan: %1</source>
        <translation>Empreinte du plan&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::SampleSizeView</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 sur %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Units of each variant against the target: %1</source>
        <translation>Unités de chaque variante par rapport à l’objectif&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>objectif %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalle</translation>
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
        <translation>Dans ce segment</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentView</name>
    <message>
        <source>an attribute, such as country</source>
        <translation>un attribut, tel que country</translation>
    </message>
    <message>
        <source>Attribute of the units</source>
        <translation>Attribut des unités</translation>
    </message>
    <message>
        <source>Metric by segment</source>
        <translation>Métrique par segment</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Name what the units are told apart by, as it is known of them at their exposure.</source>
        <translation>Indiquez ce qui distingue les unités, tel que connu à leur exposition.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Chargement …</translation>
    </message>
    <message>
        <source>No unit has this attribute.</source>
        <translation>Aucune unité n’a cet attribut.</translation>
    </message>
    <message>
        <source>Exploratory: corrected over the segments, and nothing here decides.</source>
        <translation>Exploratoire : corrigé sur les segments, et rien ici ne décide.</translation>
    </message>
    <message>
        <source>That the effect of “%1” is the same in all of them has %2.</source>
        <translation>Que l’effet de « %1 » soit le même dans tous a %2.</translation>
    </message>
    <message>
        <source>%1 units are in none of them.</source>
        <translation>%1 unités ne sont dans aucun.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
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
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Colours of the studio; charts that are saved are always light.</source>
        <translation>Couleurs du studio&#x202f;; les graphiques enregistrés sont toujours clairs.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates; changes at once.</source>
        <translation>Des textes, nombres et dates&#x202f;; change aussitôt.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualisation</translation>
    </message>
    <message>
        <source>How often what is open asks for new numbers.</source>
        <translation>À quel intervalle ce qui est ouvert demande de nouveaux nombres.</translation>
    </message>
    <message>
        <source>Significance level of new experiments</source>
        <translation>Seuil de signification des nouvelles expériences</translation>
    </message>
    <message>
        <source>The share of false alarms that you are willing to live with. Each experiment can have its own.</source>
        <translation>La part de fausses alertes avec laquelle vous pouvez vivre. Chaque expérience peut avoir la sienne.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SizePage</name>
    <message>
        <source>How long must it run?</source>
        <translation>Combien de temps doit-elle durer&#x202f;?</translation>
    </message>
    <message>
        <source>As long as it takes to find the smallest lift that is worth having.</source>
        <translation>Le temps de trouver le plus petit uplift qui en vaille la peine.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Rate of the control today</source>
        <translation>Taux actuel du contrôle</translation>
    </message>
    <message>
        <source>Rate of an earlier experiment</source>
        <translation>Taux d’une expérience antérieure</translation>
    </message>
    <message>
        <source>Smallest lift worth finding, relative</source>
        <translation>Plus petit uplift utile, relatif</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Level, two-sided</source>
        <translation>Seuil, bilatéral</translation>
    </message>
    <message>
        <source>Users a day</source>
        <translation>Utilisateurs par jour</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Il vous faut</translation>
    </message>
    <message>
        <source>Power by number of users</source>
        <translation>Puissance selon le nombre d’utilisateurs</translation>
    </message>
    <message>
        <source>Smallest lift that is found, by day</source>
        <translation>Plus petit uplift détecté, par jour</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 utilisateurs</translation>
    </message>
    <message>
        <source>%1 in each variant</source>
        <translation>%1 dans chaque variante</translation>
    </message>
    <message>
        <source> · about %1 days at %2 users a day</source>
        <translation> · environ %1 jours à %2 utilisateurs par jour</translation>
    </message>
    <message>
        <source>Power by number of users: %1 at %2 users</source>
        <translation>Puissance selon le nombre d’utilisateurs&#xa0;: %1 à %2 utilisateurs</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <translation>%1 au jour %2</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>jour %1</translation>
    </message>
    <message>
        <source>Smallest lift that is found by day: %1 on day %2</source>
        <translation>Plus petit uplift détecté par jour&#xa0;: %1 au jour %2</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Jugée par</translation>
    </message>
    <message>
        <source>Looks and bounds</source>
        <translation>Analyses et bornes</translation>
    </message>
    <message>
        <source>Power and days</source>
        <translation>Puissance et jours</translation>
    </message>
    <message>
        <source>What is shown of the plan</source>
        <translation>Ce qui est montré du plan</translation>
    </message>
    <message>
        <source>One look at the end</source>
        <translation>Une analyse à la fin</translation>
    </message>
    <message>
        <source>A few planned looks</source>
        <translation>Quelques analyses prévues</translation>
    </message>
    <message>
        <source>Looks at any time</source>
        <translation>Analyses à tout moment</translation>
    </message>
    <message>
        <source>Posterior, not protected against peeking</source>
        <translation>A posteriori, sans protection contre le peeking</translation>
    </message>
    <message>
        <source>: %1 users, %2 days</source>
        <translation>: %1 utilisateurs, %2 jours</translation>
    </message>
    <message>
        <source>: %1 users</source>
        <translation>: %1 utilisateurs</translation>
    </message>
    <message>
        <source>as it was before …</source>
        <translation>comme c’était avant …</translation>
    </message>
    <message>
        <source>from a table (CSV) …</source>
        <translation>d’une table (CSV) …</translation>
    </message>
    <message>
        <source>A table with the rate</source>
        <translation>Une table avec le taux</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>Tables (*.csv *.tsv *.txt *.tab);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source> · on average %1 where the lift is true</source>
        <translation> · en moyenne %1 là où l’uplift est vrai</translation>
    </message>
</context>
<context>
    <name>xp::ui::StartPage</name>
    <message>
        <source>Remember me on this computer</source>
        <translation>Se souvenir de moi sur cet ordinateur</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>S’identifier</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Open a database …</source>
        <translation>Ouvrir une base …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>Voir la démo</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>No service yet? “./xp run” in the project&apos;s folder starts one.</source>
        <translation>Pas encore de service&#x202f;? «&#xa0;./xp run&#xa0;» dans le dossier du projet en démarre un.</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Se connecter à un service</translation>
    </message>
    <message>
        <source>This page shows the experiments of the service that it came from.</source>
        <translation>Cette page montre les expériences du service dont elle vient.</translation>
    </message>
    <message>
        <source>An experimentation service, or its database: postgresql://user@host/name.</source>
        <translation>Un service d’expérimentation, ou sa base de données&#xa0;: postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>Without a service</source>
        <translation>Sans service</translation>
    </message>
    <message>
        <source>Everything happens on this machine.</source>
        <translation>Tout se passe sur cette machine.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Ouvrir un fichier …</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Labo du peeking</translation>
    </message>
    <message>
        <source>A table (CSV, TSV) with one row for each user, or an evidence bundle.</source>
        <translation>Une table (CSV, TSV) avec une ligne par utilisateur, ou un dossier de preuves.</translation>
    </message>
    <message>
        <source>A SQLite file of an experimentation service.</source>
        <translation>Un fichier SQLite d’un service d’expérimentation.</translation>
    </message>
    <message>
        <source>Experiments of known truth, some of them still fed with visitors.</source>
        <translation>Des expériences dont la vérité est connue, certaines encore alimentées en visiteurs.</translation>
    </message>
    <message>
        <source>Peek at 1,000 experiments in which nothing differs.</source>
        <translation>Regardez 1 000 expériences dans lesquelles rien ne diffère.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Connexion à %1 …</translation>
    </message>
    <message>
        <source>The service asks for a token.</source>
        <translation>Le service demande un jeton.</translation>
    </message>
    <message>
        <source>%1 Trying again …</source>
        <translation>%1 Nouvel essai …</translation>
    </message>
    <message>
        <source>Open a query …</source>
        <translation>Ouvrir une requête …</translation>
    </message>
    <message>
        <source>SQL of exposures and facts in your own PostgreSQL or SQLite.</source>
        <translation>SQL d’expositions et de faits dans votre propre PostgreSQL ou SQLite.</translation>
    </message>
    <message>
        <source>Keep the token in the system&apos;s keychain</source>
        <translation>Garder le jeton dans le trousseau du système</translation>
    </message>
    <message>
        <source>Kept until the studio is closed: no keychain answers</source>
        <translation>Gardé jusqu’à la fermeture&#xa0;: aucun trousseau ne répond</translation>
    </message>
    <message>
        <source>Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens.</source>
        <translation>Démarrez le service de secrets de votre bureau (GNOME Keyring, KWallet) pour garder les jetons.</translation>
    </message>
    <message>
        <source>where the service asks for one</source>
        <translation>si le service en demande un</translation>
    </message>
</context>
<context>
    <name>xp::ui::TableView</name>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copier en CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>Enregistrer en CSV …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>xp::ui::TermsDialog</name>
    <message>
        <source>The statistics</source>
        <translation>Les statistiques</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>Ce que signifient les nombres</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Statistical terms</source>
        <translation>Termes statistiques</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>Chercher dans les termes</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
</context>
<context>
    <name>xp::ui::TitledCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>Copier ou enregistrer ce graphique</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Enregistrer le graphique</translation>
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
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>Enregistrer en PNG …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Enregistrer en SVG …</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficDialog</name>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>How many take part in “%1”?</source>
        <translation>Combien participent à «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Those who take part already stay, and keep their variant. Only newcomers are concerned; the split between the variants stays as it is.</source>
        <translation>Ceux qui participent déjà restent et gardent leur variante. Seuls les nouveaux venus sont concernés&#x202f;; la répartition entre les variantes reste telle qu’elle est.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Part de tous les utilisateurs</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Raison, pour le journal d’audit</translation>
    </message>
    <message>
        <source>Change traffic</source>
        <translation>Changer le trafic</translation>
    </message>
    <message>
        <source>%1 → %2 of all users</source>
        <translation>%1 → %2 de tous les utilisateurs</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficPage</name>
    <message>
        <source>Who takes part?</source>
        <translation>Qui participe&#x202f;?</translation>
    </message>
    <message>
        <source>Users outside the share see what they see today and are not counted.</source>
        <translation>Les utilisateurs hors de la part voient ce qu’ils voient aujourd’hui et ne sont pas comptés.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Part de tous les utilisateurs</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>%1 of %2 users a day: the planned %3 users are there after about %4 days.</source>
        <translation>%1 sur %2 utilisateurs par jour&#xa0;: les %3 utilisateurs prévus sont là après environ %4 jours.</translation>
    </message>
    <message>
        <source>Only users for whom this holds, as a condition in JSON; empty: everybody</source>
        <translation>Seulement les utilisateurs qui remplissent cette condition JSON&#x202f;; vide&#xa0;: tous</translation>
    </message>
</context>
<context>
    <name>xp::ui::Trends</name>
    <message>
        <source>Lift over time</source>
        <translation>Uplift dans le temps</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, with its interval</source>
        <translation>%1, avec son intervalle</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>valeur p, logarithmique</translation>
    </message>
</context>
<context>
    <name>xp::ui::VariantsPage</name>
    <message>
        <source>What do you compare?</source>
        <translation>Que comparez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>The first variant is the control, what users see today. The others are compared with it.</source>
        <translation>La première variante est le contrôle, ce que les utilisateurs voient aujourd’hui. Les autres lui sont comparées.</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Ajouter une variante</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Configuration, JSON</source>
        <translation>Configuration, JSON</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Parts égales</translation>
    </message>
    <message>
        <source>treatment %1</source>
        <translation>traitement %1</translation>
    </message>
    <message>
        <source>Share of the variant, as a slider</source>
        <translation>Part de la variante, en curseur</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Nom de la variante</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>Part de la variante</translation>
    </message>
    <message>
        <source>Configuration of the variant</source>
        <translation>Configuration de la variante</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>Retirer la variante</translation>
    </message>
</context>
<context>
    <name>xp::ui::WhatIfModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalle</translation>
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
        <translation>Et si</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Comme prévu</translation>
    </message>
</context>
</TS>
