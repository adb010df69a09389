<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Looked early</source>
        <translation>Analizado antes de tiempo</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Migrado</translation>
    </message>
    <message>
        <source>Evaluated in an application</source>
        <translation>Evaluado en una aplicación</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Nota eliminada</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hipótesis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Units per variant</source>
        <translation>Unidades por variante</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Segmentación</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>set</source>
        <translation>definido</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potencia</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>Efecto mínimo</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Análisis</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>all that were imported</source>
        <translation>todas las importadas</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
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
        <translation>%1 en conjunto: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, corregido</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>Valor p</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>nivel %1</translation>
    </message>
    <message>
        <source>level %1 · planned look</source>
        <translation>nivel %1 · previsto</translation>
    </message>
    <message>
        <source>level %1 · early look</source>
        <translation>nivel %1 · temprano</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>desviado</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>según lo previsto</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Métricas de control</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>ninguna prevista</translation>
    </message>
    <message>
        <source>! %1 worse</source>
        <translation>! %1 empeora</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 abiertas</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 de %2</translation>
    </message>
    <message>
        <source>no harm found</source>
        <translation>ningún daño hallado</translation>
    </message>
    <message>
        <source>Chance to be better</source>
        <translation>Probabilidad de ser mejor</translation>
    </message>
    <message>
        <source>posterior · one look %1</source>
        <translation>a posteriori · un solo análisis %1</translation>
    </message>
    <message>
        <source>p, %1</source>
        <translation>p, %1</translation>
    </message>
    <message>
        <source>level %1 · one look %2</source>
        <translation>nivel %1 · un solo análisis %2</translation>
    </message>
    <message>
        <source>mismatch, %1</source>
        <translation>desviado, %1</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>no peor que el margen</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Every variant needs a name.</source>
        <translation>Cada variante necesita un nombre.</translation>
    </message>
    <message>
        <source>Two variants are called “%1”.</source>
        <translation>Dos variantes se llaman «%1».</translation>
    </message>
    <message>
        <source>The configuration of “%1” is not a JSON object, such as {&quot;layout&quot;: 2}.</source>
        <translation>La configuración de «%1» no es un objeto JSON, como {&quot;layout&quot;: 2}.</translation>
    </message>
    <message>
        <source>The shares add up to %1, not to 100 %.</source>
        <translation>Las partes suman %1, no 100 %.</translation>
    </message>
    <message>
        <source>An experiment needs a metric.</source>
        <translation>Un experimento necesita una métrica.</translation>
    </message>
    <message>
        <source>Every metric needs a name: the event that is tracked.</source>
        <translation>Cada métrica necesita un nombre: el evento que se registra.</translation>
    </message>
    <message>
        <source>Two metrics are called “%1”.</source>
        <translation>Dos métricas se llaman «%1».</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Copia de %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Size and duration</source>
        <translation>Tamaño y duración</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>El experimento necesita un nombre.</translation>
    </message>
    <message>
        <source>A rate of %1 cannot grow by %2.</source>
        <translation>Una tasa de %1 no puede crecer un %2.</translation>
    </message>
    <message>
        <source>No size finds this lift with this power: enter a larger lift.</source>
        <translation>Ningún tamaño detecta este uplift con esta potencia: introduzca un uplift mayor.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.</source>
        <translation>Participa el %1 de los usuarios. Cada uno conserva una variante: «%2» es el control, comparado con %3.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No metric is primary: a user converts with any of the conversion metrics.</source>
        <translation>Ninguna métrica es principal: un usuario convierte con cualquiera de las métricas de conversión.</translation>
    </message>
    <message>
        <source>It is decided by %1, everything else is shown beside it.</source>
        <translation>Se decide por %1, todo lo demás se muestra al lado.</translation>
    </message>
    <message>
        <source>%1 users a day take part: that takes about %2 days.</source>
        <translation>Participan %1 usuarios al día: eso lleva unos %2 días.</translation>
    </message>
    <message>
        <source>Without a primary metric there is no decision: mark the one that matters.</source>
        <translation>Sin métrica principal no hay decisión: marque la que importa.</translation>
    </message>
    <message>
        <source>It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.</source>
        <translation>Dura %1 días. Más tráfico, o un uplift mínimo mayor, lo acorta.</translation>
    </message>
    <message>
        <source>The units are there in less than a week. Let it run for seven days all the same, to see every day of the week.</source>
        <translation>Las unidades llegan en menos de una semana. Déjelo siete días de todos modos, para ver cada día de la semana.</translation>
    </message>
    <message>
        <source>The split is uneven: the planned size is reached when the smallest variant has it, which takes longer.</source>
        <translation>El reparto es desigual: el tamaño previsto se alcanza cuando lo tiene la variante más pequeña, lo que tarda más.</translation>
    </message>
    <message>
        <source>It is judged once, when every variant has %1 units, at a level of %2.</source>
        <translation>Se juzga una vez, cuando cada variante tiene %1 unidades, con un nivel de %2.</translation>
    </message>
    <message>
        <source>It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.</source>
        <translation>Se juzga cuando hay %1 de %2 unidades en cada variante; los análisis comparten un nivel de %3.</translation>
    </message>
    <message>
        <source>It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 units in every variant.</source>
        <translation>Se puede juzgar en todo momento, con un nivel de %2 para todos los análisis juntos; se prevén %1 unidades en cada variante.</translation>
    </message>
    <message>
        <source>It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and stopping then is not protected.</source>
        <translation>Se juzga por su a posteriori, al %2, cuando cada variante tiene %1 unidades; mirar antes y parar entonces no está protegido.</translation>
    </message>
    <message>
        <source>From a rate of %1, a lift of %2 is then found with a probability of %3.</source>
        <translation>Desde una tasa de %1, un uplift de %2 se detecta entonces con una probabilidad de %3.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>What must not get worse may be worse by less than: %1.</source>
        <translation>Lo que no debe empeorar puede empeorar menos que: %1.</translation>
    </message>
    <message>
        <source>The condition is not a JSON object.</source>
        <translation>La condición no es un objeto JSON.</translation>
    </message>
    <message>
        <source>“%1” runs on the same users and counts %2, too. Both stay fair, but one may change what the other does: a common layer keeps their users apart.</source>
        <translation>«%1» afecta a los mismos usuarios y también cuenta %2. Ambos siguen siendo justos, pero uno puede cambiar lo que hace el otro: una capa común separa a sus usuarios.</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>A conversion is 0 or 1 for each unit: its rate says all.</source>
        <translation>Una conversión es 0 o 1 para cada unidad: su tasa lo dice todo.</translation>
    </message>
    <message>
        <source>The distribution is known after the first pass over the units, a few minutes after they arrive.</source>
        <translation>La distribución se conoce tras la primera pasada por las unidades, pocos minutos después de su llegada.</translation>
    </message>
    <message>
        <source>%1: %2 zero</source>
        <translation>%1: %2 cero</translation>
    </message>
    <message>
        <source>, %1 negative</source>
        <translation>, %1 negativos</translation>
    </message>
    <message>
        <source>, median %1, 99 % below %2</source>
        <translation>, mediana %1, 99 % por debajo de %2</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>recortado en %1</translation>
    </message>
    <message>
        <source>Distribution of %1. %2</source>
        <translation>Distribución de %1. %2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The service does not answer in time.</source>
        <translation>El servicio no responde a tiempo.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Nada responde en esta dirección.</translation>
    </message>
    <message>
        <source>What answers at this address is not an experimentation service.</source>
        <translation>Lo que responde en esta dirección no es un servicio de experimentación.</translation>
    </message>
    <message>
        <source>The address redirects elsewhere. Enter the final address.</source>
        <translation>La dirección redirige a otro sitio. Introduzca la dirección final.</translation>
    </message>
    <message>
        <source>The service does not accept this token.</source>
        <translation>El servicio no acepta este token.</translation>
    </message>
    <message>
        <source>The token does not allow this. %1</source>
        <translation>El token no permite esto. %1</translation>
    </message>
    <message>
        <source>This is not possible now. %1</source>
        <translation>Esto no es posible ahora. %1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>El archivo está vacío; su primera línea debe nombrar las columnas.</translation>
    </message>
    <message>
        <source>The file has a line of names, but no rows.</source>
        <translation>El archivo tiene una línea de nombres, pero ninguna fila.</translation>
    </message>
    <message>
        <source>The file has too many lines.</source>
        <translation>El archivo tiene demasiadas líneas.</translation>
    </message>
    <message>
        <source>A unit is in the file twice.</source>
        <translation>Una unidad está dos veces en el archivo.</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>La línea %1 es demasiado larga.</translation>
    </message>
    <message>
        <source>A field in line %1 is too long.</source>
        <translation>Un campo de la línea %1 es demasiado largo.</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>La línea %1 tiene demasiadas columnas.</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark stands within a field.</source>
        <translation>En la línea %1 hay una comilla dentro de un campo.</translation>
    </message>
    <message>
        <source>A quoted field that begins in line %1 is never closed.</source>
        <translation>Un campo entre comillas que empieza en la línea %1 nunca se cierra.</translation>
    </message>
    <message>
        <source>In line %1 text follows a closing quotation mark.</source>
        <translation>En la línea %1 sigue texto a una comilla de cierre.</translation>
    </message>
    <message>
        <source>Line %1 holds the character U+0000.</source>
        <translation>La línea %1 contiene el carácter U+0000.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; save the file as UTF-8, or say that it is Latin-1.</source>
        <translation>La línea %1 no es UTF-8; guarde el archivo como UTF-8, o diga que es Latin-1.</translation>
    </message>
    <message>
        <source>Line %1 does not have as many fields as there are columns.</source>
        <translation>La línea %1 no tiene tantos campos como columnas hay.</translation>
    </message>
    <message>
        <source>This is not a zip file that can be read.</source>
        <translation>No es un archivo zip que se pueda leer.</translation>
    </message>
    <message>
        <source>The zip file is too large.</source>
        <translation>El archivo zip es demasiado grande.</translation>
    </message>
    <message>
        <source>This is not an evidence bundle.</source>
        <translation>No es un paquete de pruebas.</translation>
    </message>
    <message>
        <source>The bundle was written by another release of this program.</source>
        <translation>El paquete lo escribió otra versión de este programa.</translation>
    </message>
    <message>
        <source>What was opened from a file cannot be changed.</source>
        <translation>Lo que se abrió de un archivo no se puede cambiar.</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:8000.</source>
        <translation>Una dirección tiene la forma http://127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>Una dirección empieza por http:// o https://.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than this program reads.</source>
        <translation>La respuesta del servicio es mayor de lo que lee este programa.</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>Esto no está disponible aquí.</translation>
    </message>
    <message>
        <source>This build of the studio cannot open databases.</source>
        <translation>Esta versión del estudio no puede abrir bases de datos.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>No se puede crear una carpeta temporal.</translation>
    </message>
    <message>
        <source>The service has too much to do; try again in a moment.</source>
        <translation>El servicio tiene demasiado que hacer; inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>El servicio se está deteniendo.</translation>
    </message>
    <message>
        <source>The database cannot be reached; try again shortly.</source>
        <translation>No se alcanza la base de datos; inténtelo de nuevo en breve.</translation>
    </message>
    <message>
        <source>The database is read-only; the service must be able to write the file and its folder.</source>
        <translation>La base de datos es de solo lectura; el servicio debe poder escribir el archivo y su carpeta.</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>El disco de la base de datos está lleno.</translation>
    </message>
    <message>
        <source>The file is no database or is damaged; restore it from a backup.</source>
        <translation>El archivo no es una base de datos o está dañado; recupérelo de una copia.</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>La base de datos rechazó una instrucción.</translation>
    </message>
    <message>
        <source>Another service is using this database; a SQLite file takes one.</source>
        <translation>Otro servicio usa esta base de datos; un archivo SQLite admite uno.</translation>
    </message>
    <message>
        <source>The database was made by a later release of this program; use that one or restore a backup.</source>
        <translation>La base de datos la hizo una versión posterior de este programa; use esa o recupere una copia.</translation>
    </message>
    <message>
        <source>The database was made by another build of this program; use that one. Nothing was changed.</source>
        <translation>La base de datos la hizo otra versión de este programa; use esa. No se cambió nada.</translation>
    </message>
    <message>
        <source>The database holds tables of another service.</source>
        <translation>La base de datos contiene tablas de otro servicio.</translation>
    </message>
    <message>
        <source>There is no such experiment.</source>
        <translation>No existe tal experimento.</translation>
    </message>
    <message>
        <source>There is no such note.</source>
        <translation>No existe tal nota.</translation>
    </message>
    <message>
        <source>There is no such metric.</source>
        <translation>No existe tal métrica.</translation>
    </message>
    <message>
        <source>Another experiment has this key.</source>
        <translation>Otro experimento tiene esta clave.</translation>
    </message>
    <message>
        <source>It has been changed by somebody else in the meantime.</source>
        <translation>Otra persona lo ha cambiado entretanto.</translation>
    </message>
    <message>
        <source>The present status does not allow it.</source>
        <translation>El estado actual no lo permite.</translation>
    </message>
    <message>
        <source>The experiment is running.</source>
        <translation>El experimento está en curso.</translation>
    </message>
    <message>
        <source>Another experiment has this part of the layer.</source>
        <translation>Otro experimento tiene esta parte de la capa.</translation>
    </message>
    <message>
        <source>The token works in other projects or environments.</source>
        <translation>El token vale en otros proyectos o entornos.</translation>
    </message>
    <message>
        <source>An effect this large cannot happen: the rate would lie outside 0 to 1.</source>
        <translation>Un efecto tan grande no puede darse: la tasa quedaría fuera de 0 a 1.</translation>
    </message>
    <message>
        <source>Something entered is wrong.</source>
        <translation>Algo de lo introducido es erróneo.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected.</source>
        <translation>%1 es de otro tipo que el esperado.</translation>
    </message>
    <message>
        <source>%1 is outside of what is allowed.</source>
        <translation>%1 está fuera de lo permitido.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 es demasiado largo.</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 tiene demasiadas entradas.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 está dos veces.</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 no se conoce.</translation>
    </message>
    <message>
        <source>%1 is not allowed here.</source>
        <translation>%1 no se permite aquí.</translation>
    </message>
    <message>
        <source>%1 cannot be set.</source>
        <translation>%1 no se puede fijar.</translation>
    </message>
    <message>
        <source>%1 cannot be changed after the start.</source>
        <translation>%1 no se puede cambiar tras el inicio.</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8.</source>
        <translation>%1 no es UTF-8 válido.</translation>
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
        <translation>%1 d</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
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
        <translation>Valor p</translation>
    </message>
    <message>
        <source>How often a difference at least this large would show up if there were none. It is not the chance that the treatment works.</source>
        <translation>Con qué frecuencia aparecería una diferencia al menos tan grande si no hubiera ninguna. No es la probabilidad de que el tratamiento funcione.</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>Nivel de significación</translation>
    </message>
    <message>
        <source>The share of experiments without any effect that one is willing to call a success by mistake. It is chosen before the start: 5 % unless the plan says otherwise.</source>
        <translation>La parte de los experimentos sin efecto alguno que uno está dispuesto a tomar por error por un éxito. Se elige antes de empezar: 5 %, salvo que el plan diga otra cosa.</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>Intervalo de confianza</translation>
    </message>
    <message>
        <source>The effects that the data do not contradict at the plan&apos;s level. An interval that holds 0 leaves open whether there is an effect; its width tells how much is known.</source>
        <translation>Los efectos que los datos no contradicen al nivel del plan. Un intervalo que contiene 0 deja abierto si hay efecto; su anchura dice cuánto se sabe.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>How much larger the treatment&apos;s value is than the control&apos;s, relative to it. From 10 % to 11 % is a lift of 10 %.</source>
        <translation>Cuánto mayor es el valor del tratamiento que el del control, en relación con este. De 10 % a 11 % es un uplift del 10 %.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on either side chance gets once in twenty looks, if one looks once.</source>
        <translation>El efecto en unidades de su error estándar: a qué distancia está de nada. Más allá de 1,96 a uno u otro lado llega el azar una de cada veinte veces, si se mira una sola vez.</translation>
    </message>
    <message>
        <source>Correction for several hypotheses</source>
        <translation>Corrección para varias hipótesis</translation>
    </message>
    <message>
        <source>Who asks twenty questions gets one answer by chance. Holm&apos;s correction bounds the chance of any false success, Benjamini-Hochberg&apos;s the share of false ones among all.</source>
        <translation>Quien hace veinte preguntas obtiene una respuesta por azar. La corrección de Holm acota la probabilidad de un solo falso éxito, la de Benjamini-Hochberg la parte de los falsos entre todos.</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Métrica de control</translation>
    </message>
    <message>
        <source>A metric that must not get worse, whatever the primary metric gains. It has a margin: how much worse is still taken for nothing.</source>
        <translation>Una métrica que no debe empeorar, gane lo que gane la principal. Tiene un margen: cuánto peor se toma aún por nada.</translation>
    </message>
    <message>
        <source>Non-inferiority</source>
        <translation>No inferioridad</translation>
    </message>
    <message>
        <source>Shown when the treatment is not worse than the control by more than the margin. To find no difference is not enough: a small sample finds none either.</source>
        <translation>Demostrada cuando el tratamiento no es peor que el control en más que el margen. No hallar diferencia no basta: una muestra pequeña tampoco la halla.</translation>
    </message>
    <message>
        <source>Peeking</source>
        <translation>Peeking</translation>
    </message>
    <message>
        <source>To look again and again and to stop at the first success. With a test made for one look, 21 looks find an effect in a quarter of the experiments that have none.</source>
        <translation>Mirar una y otra vez y parar al primer éxito. Con una prueba hecha para un solo análisis, 21 miradas hallan un efecto en la cuarta parte de los experimentos que no tienen ninguno.</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>Un solo análisis</translation>
    </message>
    <message>
        <source>The plan is judged once, at its size; until then there is no verdict. It needs the fewest users when nobody wants to stop early.</source>
        <translation>El plan se juzga una vez, con su tamaño; hasta entonces no hay veredicto. Es lo que menos usuarios necesita cuando nadie quiere parar antes.</translation>
    </message>
    <message>
        <source>Group-sequential</source>
        <translation>Secuencial por grupos</translation>
    </message>
    <message>
        <source>A few looks are planned and share the level, each with a bound of its own. A clear result may end the experiment at any of them.</source>
        <translation>Se prevén unos pocos análisis que comparten el nivel, cada uno con su propia cota. Un resultado claro puede terminar el experimento en cualquiera de ellos.</translation>
    </message>
    <message>
        <source>Always-valid</source>
        <translation>Siempre válido</translation>
    </message>
    <message>
        <source>Its interval holds at all times at once, so one may look every minute and stop at will. The price is an interval about half as wide again as that of one look.</source>
        <translation>Su intervalo vale en todo momento a la vez, así que se puede mirar cada minuto y parar a voluntad. El precio es un intervalo casi vez y media más ancho que el de un solo análisis.</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>Probabilidad de ser mejor</translation>
    </message>
    <message>
        <source>The chance that the treatment is better, given the data and what was thought before them. It is not protected against peeking.</source>
        <translation>La probabilidad de que el tratamiento sea mejor, dados los datos y lo que se pensaba antes de ellos. No protege contra el peeking.</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>A priori</translation>
    </message>
    <message>
        <source>What is thought of the lift before any data: 0, give or take 10 % unless it is changed. It pulls surprising results of small samples towards nothing.</source>
        <translation>Lo que se piensa del uplift antes de todo dato: 0, con un 10 % de más o de menos, salvo que se cambie. Lleva hacia nada los resultados sorprendentes de muestras pequeñas.</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Segunda opinión</translation>
    </message>
    <message>
        <source>What the other methods say of the same numbers. The plan&apos;s own method decides; an opinion that differs is worth a thought.</source>
        <translation>Lo que los otros métodos dicen de los mismos números. Decide el método del plan; una opinión distinta merece una reflexión.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potencia</translation>
    </message>
    <message>
        <source>The chance that the experiment finds an effect of the size that it was planned for. At 80 % it misses one in five.</source>
        <translation>La probabilidad de que el experimento detecte un efecto del tamaño previsto. Con 80 % se le escapa uno de cada cinco.</translation>
    </message>
    <message>
        <source>Smallest detectable lift</source>
        <translation>Menor uplift detectable</translation>
    </message>
    <message>
        <source>The smallest effect that is found with the wished power. Half of it takes four times the users.</source>
        <translation>El menor efecto que se detecta con la potencia deseada. La mitad de él necesita cuatro veces más usuarios.</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Tamaño de la muestra</translation>
    </message>
    <message>
        <source>How many units each variant needs for the planned power. The bar shows the smallest variant, because it decides.</source>
        <translation>Cuántas unidades necesita cada variante para la potencia prevista. La barra muestra la variante más pequeña, porque es la que decide.</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Reparto de la muestra</translation>
    </message>
    <message>
        <source>Whether the units are split as planned. A mismatch means that units get lost or doubled on their way, and that no other number here can be trusted.</source>
        <translation>Si las unidades se reparten según lo previsto. Una desviación significa que se pierden o duplican unidades por el camino, y que ningún otro número de aquí es fiable.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a busy user counts once.</source>
        <translation>A quién asigna el hash: casi siempre a un usuario. Primero se suman todos los eventos de una unidad, para que un usuario activo cuente una vez.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>The time between two changes of the split. Epochs are compared within themselves and then put together, so that a change on the way does not bend the result.</source>
        <translation>El tiempo entre dos cambios del reparto. Las épocas se comparan en sí mismas y luego se reúnen, para que un cambio a mitad de camino no tuerza el resultado.</translation>
    </message>
    <message>
        <source>Adjustment by history (CUPED)</source>
        <translation>Ajuste por el historial (CUPED)</translation>
    </message>
    <message>
        <source>What was known of a unit before it came explains part of its value; that part is taken away. The interval gets narrower, the effect stays the same.</source>
        <translation>Lo que se sabía de una unidad antes de que llegara explica parte de su valor; esa parte se quita. El intervalo se estrecha, el efecto sigue igual.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Recorte</translation>
    </message>
    <message>
        <source>Values beyond a high quantile count as that quantile. A few very large ones no longer drown all others.</source>
        <translation>Los valores más allá de un cuantil alto cuentan como ese cuantil. Unos pocos muy grandes ya no ahogan a los demás.</translation>
    </message>
    <message>
        <source>Ratio metric</source>
        <translation>Métrica de cociente</translation>
    </message>
    <message>
        <source>One sum over another, such as clicks over views, where units are assigned and not views. Its variance is taken over the units.</source>
        <translation>Una suma entre otra, como clics entre vistas, donde se asignan unidades y no vistas. Su varianza se toma sobre las unidades.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>one look</source>
        <translation>un solo análisis</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>secuencial por grupos</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>siempre válido</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayesiano</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>sin veredicto</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>demasiado pronto</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>indeciso</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>non-inferior</source>
        <translation>no inferior</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>inferior</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>por encima de %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>por debajo de %1</translation>
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
Pruebe xp-studio --help.</translation>
    </message>
    <message>
        <source>Only one of --connect, --open and --demo can be given.</source>
        <translation>Solo se puede dar una de --connect, --open y --demo.</translation>
    </message>
    <message>
        <source>--screenshot needs --connect, --open or --demo.</source>
        <translation>--screenshot necesita --connect, --open o --demo.</translation>
    </message>
    <message>
        <source>The analysts&apos; desktop application of the experimentation platform.
Exit codes: 0 done, 1 failed, 2 wrong usage.</source>
        <translation>La aplicación de escritorio de los analistas de la plataforma de experimentación.
Códigos de salida: 0 hecho, 1 fallo, 2 uso incorrecto.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Muestra este texto.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Muestra la versión.</translation>
    </message>
    <message>
        <source>Connects to the service there.</source>
        <translation>Se conecta al servicio que hay allí.</translation>
    </message>
    <message>
        <source>Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a postgresql:// address.</source>
        <translation>Abre una tabla (CSV, TSV), un paquete de pruebas, una base SQLite o una dirección postgresql://.</translation>
    </message>
    <message>
        <source>Opens experiments of known truth, some of them fed live.</source>
        <translation>Abre experimentos de verdad conocida, algunos alimentados en vivo.</translation>
    </message>
    <message>
        <source>The token to use. Other users of this computer may see a command line: the environment variable ADMIN_TOKEN is not shown to them.</source>
        <translation>El token que se usará. Otros usuarios de este equipo pueden ver una línea de órdenes: la variable de entorno ADMIN_TOKEN no se les muestra.</translation>
    </message>
    <message>
        <source>Opens this experiment.</source>
        <translation>Abre este experimento.</translation>
    </message>
    <message>
        <source>Shows this page: lab, new, or a tab of the experiment (results, over-time, health, events, notes, audit, plan, ...).</source>
        <translation>Muestra esta página: lab, new, o una pestaña del experimento (results, over-time, health, events, notes, audit, plan, ...).</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark o system.</translation>
    </message>
    <message>
        <source>The language for this time, such as de; see the settings.</source>
        <translation>El idioma para esta vez, como de; véanse los ajustes.</translation>
    </message>
    <message>
        <source>Size of the window: 1440x900.</source>
        <translation>Tamaño de la ventana: 1440x900.</translation>
    </message>
    <message>
        <source>Writes a picture of the window once its data is there, and ends.</source>
        <translation>Escribe una imagen de la ventana cuando sus datos están ahí, y termina.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>«%1» no es una opción.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme es light, dark o system, no «%1».</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;.</source>
        <translation>--language es uno de %1, no «%2».</translation>
    </message>
    <message>
        <source>--size looks like 1440x900, not &apos;%1&apos;.</source>
        <translation>--size tiene la forma 1440x900, no «%1».</translation>
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
        <translation>La curva aparece con las primeras instantáneas: cada hora los tres primeros días, luego cada día.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reanudado</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>traffic %1 → %2</source>
        <translation>tráfico %1 → %2</translation>
    </message>
    <message>
        <source>new split</source>
        <translation>nuevo reparto</translation>
    </message>
    <message>
        <source>departure from the plan</source>
        <translation>desviación del plan</translation>
    </message>
    <message>
        <source>Lift over time: %1 at the last snapshot</source>
        <translation>Uplift en el tiempo: %1 en la última instantánea</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>un solo análisis</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>siempre válido</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>secuencial por grupos</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayesiano</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>nivel %1</translation>
    </message>
    <message>
        <source>p-value over time: %1 at the last snapshot, level %2</source>
        <translation>Valor p en el tiempo: %1 en la última instantánea, nivel %2</translation>
    </message>
    <message>
        <source>Bounds are drawn for conversions of a plan with a size.</source>
        <translation>Las cotas se dibujan para conversiones de un plan con tamaño.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>z and the plan&apos;s bounds by share of the planned size</source>
        <translation>z y las cotas del plan según la parte del tamaño previsto</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>previsto</translation>
    </message>
    <message>
        <source>Units over time: %1</source>
        <translation>Unidades en el tiempo: %1</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>share of units with the event</source>
        <translation>parte de unidades con el evento</translation>
    </message>
    <message>
        <source>events per unit</source>
        <translation>eventos por unidad</translation>
    </message>
    <message>
        <source>sum of values per unit</source>
        <translation>suma de valores por unidad</translation>
    </message>
    <message>
        <source>mean value per event</source>
        <translation>valor medio por evento</translation>
    </message>
    <message>
        <source>sum of one event over another</source>
        <translation>suma de un evento entre la de otro</translation>
    </message>
    <message>
        <source>share of units that return</source>
        <translation>parte de unidades que vuelven</translation>
    </message>
    <message>
        <source>days with the event per unit</source>
        <translation>días con el evento por unidad</translation>
    </message>
    <message>
        <source>share of units that take every step</source>
        <translation>parte de unidades que dan cada paso</translation>
    </message>
    <message>
        <source>quantile of the sum of values per unit</source>
        <translation>cuantil de la suma de valores por unidad</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> · control</source>
        <translation> · control</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>one value per unit</source>
        <translation>un valor por unidad</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>más es mejor</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>menos es mejor</translation>
    </message>
    <message>
        <source> · within %1 of the exposure</source>
        <translation> · dentro de %1 desde la exposición</translation>
    </message>
    <message>
        <source>%1, looks at %2 of the planned size</source>
        <translation>%1, análisis al %2 del tamaño previsto</translation>
    </message>
    <message>
        <source>the treatments of each metric</source>
        <translation>los tratamientos de cada métrica</translation>
    </message>
    <message>
        <source>treatments and primary metrics</source>
        <translation>tratamientos y métricas principales</translation>
    </message>
    <message>
        <source>treatments and all metrics</source>
        <translation>tratamientos y todas las métricas</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>%1, two-sided</source>
        <translation>%1, bilateral</translation>
    </message>
    <message>
        <source>%1, one-sided: better</source>
        <translation>%1, unilateral: mejor</translation>
    </message>
    <message>
        <source> to find a lift of %1</source>
        <translation> para detectar un uplift de %1</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potencia</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>al menos %1 días</translation>
    </message>
    <message>
        <source>%1 days planned, </source>
        <translation>%1 días previstos, </translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 sobre %2</translation>
    </message>
    <message>
        <source>%1 may be worse by %2</source>
        <translation>%1 puede empeorar un %2</translation>
    </message>
    <message>
        <source>%1 is cut at its %2 percentile</source>
        <translation>%1 se recorta en su percentil %2</translation>
    </message>
    <message>
        <source>Margins and caps</source>
        <translation>Márgenes y recortes</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>by the history of %1 before the exposure (CUPED)</source>
        <translation>por el historial de %1 antes de la exposición (CUPED)</translation>
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
        <translation>Hipótesis</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Planned size</source>
        <translation>Tamaño previsto</translation>
    </message>
    <message>
        <source>%1 units in each variant</source>
        <translation>%1 unidades en cada variante</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>assigned elsewhere, imported</source>
        <translation>asignado en otro lugar, importado</translation>
    </message>
    <message>
        <source>%1 of all units</source>
        <translation>%1 de todas las unidades</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>creado %1</translation>
    </message>
    <message>
        <source> · started %1</source>
        <translation> · iniciado %1</translation>
    </message>
    <message>
        <source> · stopped %1</source>
        <translation> · detenido %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fechas</translation>
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
        <translation>a este ritmo en %1 ± %2</translation>
    </message>
    <message>
        <source>at this pace on %1 ± %2</source>
        <translation>a este ritmo el %1 ± %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Experimentation Studio</source>
        <translation>Estudio de experimentación</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>iniciado %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>detenido %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Tasa de conversión</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Tamaño de la muestra</translation>
    </message>
    <message>
        <source>Over time: %1, %2</source>
        <translation>En el tiempo: %1, %2</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Cotas</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Desviación</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
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
        <translation>Huella</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>Experiments: %1, as of %2</source>
        <translation>Experimentos: %1, a %2</translation>
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
        <translation>No escrito</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write %1</source>
        <translation>no se puede escribir %1</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>no hay página «%1»</translation>
    </message>
    <message>
        <source>there is no experiment &apos;%1&apos;</source>
        <translation>no hay experimento «%1»</translation>
    </message>
    <message>
        <source>the data did not arrive in time</source>
        <translation>los datos no llegaron a tiempo</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>a single look</source>
        <translation>un solo análisis</translation>
    </message>
    <message>
        <source>the group-sequential test</source>
        <translation>la prueba secuencial por grupos</translation>
    </message>
    <message>
        <source>the always-valid test</source>
        <translation>la prueba siempre válida</translation>
    </message>
    <message>
        <source>the Bayesian posterior</source>
        <translation>la a posteriori bayesiana</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>no peor en más que el margen</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>peor en más que el margen</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>demasiado pronto</translation>
    </message>
    <message>
        <source>to wait</source>
        <translation>esperar</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inservible</translation>
    </message>
    <message>
        <source>not told apart from the control</source>
        <translation>no se distingue del control</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source> (%1 likely to be better)</source>
        <translation> (mejor al %1)</translation>
    </message>
    <message>
        <source>The prior expects small effects and holds the estimate back.</source>
        <translation>El a priori espera efectos pequeños y frena la estimación.</translation>
    </message>
    <message>
        <source>A posterior is not protected against looking often.</source>
        <translation>Una a posteriori no está protegida contra mirar a menudo.</translation>
    </message>
    <message>
        <source>A single look&apos;s p-value does not hold when results are watched as they come in.</source>
        <translation>El valor p de un solo análisis no vale cuando se observan los resultados según llegan.</translation>
    </message>
    <message>
        <source>They share the same level over their looks in different ways; follow the one that was planned.</source>
        <translation>Reparten el mismo nivel entre sus análisis de maneras distintas; siga el que se previó.</translation>
    </message>
    <message>
        <source>%1, %2: %3 says %4%5, %6 says %7%8. %9</source>
        <translation>%1, %2: %3 dice %4%5, %6 dice %7%8. %9</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>%1: the effect of %2 fades with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may be no more than novelty: the later days tell what remains.</source>
        <translation>%1: el efecto de %2 se desvanece con los días desde la exposición, de cerca de %3 el primer día a cerca de %4 %5 después (%6). Puede que no sea más que novedad: los días siguientes dirán lo que queda.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 grows with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may take time to learn: the later days tell what is to come.</source>
        <translation>%1: el efecto de %2 crece con los días desde la exposición, de cerca de %3 el primer día a cerca de %4 %5 después (%6). Puede que haga falta tiempo para aprender: los días siguientes dirán lo que viene.</translation>
    </message>
    <message>
        <source>1 more unit</source>
        <translation>1 unidad más</translation>
    </message>
    <message>
        <source>%1 more units</source>
        <translation>%1 unidades más</translation>
    </message>
    <message>
        <source>1 more unit with an event</source>
        <translation>1 unidad más con un evento</translation>
    </message>
    <message>
        <source>%1 more units with an event</source>
        <translation>%1 unidades más con un evento</translation>
    </message>
    <message>
        <source>1 more unit without an event</source>
        <translation>1 unidad más sin evento</translation>
    </message>
    <message>
        <source>%1 more units without an event</source>
        <translation>%1 unidades más sin evento</translation>
    </message>
    <message>
        <source>Units are not split as planned: %1 (%2).</source>
        <translation>Las unidades no se reparten según lo previsto: %1 (%2).</translation>
    </message>
    <message>
        <source>The split is wrong among the units from %1 on.</source>
        <translation>El reparto es incorrecto entre las unidades a partir del %1.</translation>
    </message>
    <message>
        <source>Units are split as planned (%1, valid at any time).</source>
        <translation>Las unidades se reparten según lo previsto (%1, válido en todo momento).</translation>
    </message>
    <message>
        <source>The split cannot be checked without units.</source>
        <translation>Sin unidades no se puede comprobar el reparto.</translation>
    </message>
    <message>
        <source>Whether units were seen in several variants is not known.</source>
        <translation>No se sabe si se vieron unidades en varias variantes.</translation>
    </message>
    <message>
        <source>Units stay in their variant.</source>
        <translation>Las unidades permanecen en su variante.</translation>
    </message>
    <message>
        <source>Clients showed another variant than the one assigned to %1 of the %2 units of which they tell. Find out which clients do not ask for it.</source>
        <translation>Las aplicaciones mostraron otra variante que la asignada al %1 de las %2 unidades de las que informan. Averigüe cuáles no la preguntan.</translation>
    </message>
    <message>
        <source>Clients show the variants that are assigned.</source>
        <translation>Las aplicaciones muestran las variantes asignadas.</translation>
    </message>
    <message>
        <source>Ids were joined equally often in all variants.</source>
        <translation>Los ids se unieron igual de a menudo en todas las variantes.</translation>
    </message>
    <message>
        <source>There is no history from before the experiment to compare.</source>
        <translation>No hay historial de antes del experimento que comparar.</translation>
    </message>
    <message>
        <source>The variants were alike before the experiment.</source>
        <translation>Las variantes eran iguales antes del experimento.</translation>
    </message>
    <message>
        <source>Every metric has enough data.</source>
        <translation>Cada métrica tiene datos suficientes.</translation>
    </message>
    <message>
        <source>No effect is too large to be true.</source>
        <translation>Ningún efecto es demasiado grande para ser cierto.</translation>
    </message>
    <message>
        <source>Check the tracking before you believe it: %1, %2. Effects this large are more often a bug than a success.</source>
        <translation>Compruebe el registro antes de creerlo: %1, %2. Efectos tan grandes son más a menudo un fallo que un éxito.</translation>
    </message>
    <message>
        <source>Whether an effect wears off cannot be told yet: that needs units watched for at least four days after their exposure, with enough data on each.</source>
        <translation>Aún no se puede decir si un efecto se gasta: hacen falta unidades observadas durante al menos cuatro días tras su exposición, con datos suficientes en cada uno.</translation>
    </message>
    <message>
        <source>No effect changes with the days since exposure.</source>
        <translation>Ningún efecto cambia con los días desde la exposición.</translation>
    </message>
    <message>
        <source>%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a bot, or an event that is sent in a loop.</source>
        <translation>%1: 1 de %2 unidades con algún valor suma %3 del total, en %4. Compruebe si es un bot o un evento que se envía en bucle.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether they are bots, or events that are sent in a loop.</source>
        <translation>%1: %2 de %3 unidades con algún valor suman %4 del total, %5 de ellas en %6. Compruebe si son bots o eventos que se envían en bucle.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 is %3 among units of the first half and %4 among those of the second (%5). It may wear off, or grow.</source>
        <translation>%1: el efecto de %2 es %3 entre las unidades de la primera mitad y %4 entre las de la segunda (%5). Puede gastarse, o crecer.</translation>
    </message>
    <message>
        <source>%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.</source>
        <translation>%1: demasiado pronto para un veredicto, una variante necesita %2 antes de poder fiarse de los números.</translation>
    </message>
    <message>
        <source>It ran for %1 of at least %2 days, which are needed to have seen every day of the week.</source>
        <translation>Duró %1 de al menos %2 días, que hacen falta para haber visto cada día de la semana.</translation>
    </message>
    <message>
        <source>Start the experiment: it has no units yet.</source>
        <translation>Inicie el experimento: aún no tiene unidades.</translation>
    </message>
    <message>
        <source>There are no units to analyse yet.</source>
        <translation>Aún no hay unidades que analizar.</translation>
    </message>
    <message>
        <source>Continue the experiment: %1 has %2, and needs %3 more before anything can be said.</source>
        <translation>Continuar: %1 tiene %2, y necesita %3 más antes de poder decir algo.</translation>
    </message>
    <message>
        <source>Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than the %4 needed for any statement.</source>
        <translation>No juzgue por este experimento: se detuvo cuando %1 tiene %2, %3 menos de las %4 necesarias para cualquier afirmación.</translation>
    </message>
    <message>
        <source>Continue the experiment. %1</source>
        <translation>Continuar. %1</translation>
    </message>
    <message>
        <source>Do not judge by this experiment, it stopped too early. %1</source>
        <translation>No juzgue por este experimento, se detuvo demasiado pronto. %1</translation>
    </message>
    <message>
        <source>Do not use these results: units are not split as planned (%1), so the variants cannot be compared. Find out where units get lost or doubled, then start again.</source>
        <translation>No use estos resultados: las unidades no se reparten según lo previsto (%1), así que las variantes no son comparables. Averigüe dónde se pierden o duplican unidades y empiece de nuevo.</translation>
    </message>
    <message>
        <source>Do not use these results: %1 of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an assignment changes.</source>
        <translation>No use estos resultados: el %1 de las unidades se vio en varias variantes, más que el 1 % tolerable. Averigüe por qué cambia una asignación.</translation>
    </message>
    <message>
        <source>Do not use these results: people&apos;s ids were joined more often in some variants than in others (%1), so the variants count other people. Analyse people who were known before.</source>
        <translation>No use estos resultados: los ids de personas se unieron más a menudo en unas variantes que en otras (%1), así que las variantes cuentan a otras personas. Analice a las que se conocían antes.</translation>
    </message>
    <message>
        <source>Stop %1, it does harm: %2.</source>
        <translation>Detener %1, hace daño: %2.</translation>
    </message>
    <message>
        <source> %1 is better than the control: %2.</source>
        <translation> %1 es mejor que el control: %2.</translation>
    </message>
    <message>
        <source>Ship %1: %2.</source>
        <translation>Publicar %1: %2.</translation>
    </message>
    <message>
        <source>%1 is better: %2. Ship it if this is what the experiment was for; no metric was marked as primary.</source>
        <translation>%1 es mejor: %2. Publíquela si para eso era el experimento; ninguna métrica estaba marcada como principal.</translation>
    </message>
    <message>
        <source>Continue: %1 looks better (%2), but it is too early. %3</source>
        <translation>Continuar: %1 parece mejor (%2), pero es demasiado pronto. %3</translation>
    </message>
    <message>
        <source>Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks find winners that are none.</source>
        <translation>Continuar hasta el tamaño previsto: %1 parece mejor (%2), pero hay %3, y las miradas tempranas hallan ganadores que no lo son.</translation>
    </message>
    <message>
        <source>Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at a good moment finds winners that are none.</source>
        <translation>Confirme antes de publicar %1: %2, pero el experimento se detuvo con %3, y parar en un buen momento halla ganadores que no lo son.</translation>
    </message>
    <message>
        <source>Do not ship %1 yet: %2, but the guardrail got worse: %3.</source>
        <translation>No publicar aún %1: %2, pero la métrica de control empeoró: %3.</translation>
    </message>
    <message>
        <source>Keep %1: %2 is worse, %3.</source>
        <translation>Conservar %1: %2 es peor, %3.</translation>
    </message>
    <message>
        <source>Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.</source>
        <translation>Conservar %1: un efecto de %2, el menor de interés, queda descartado. %3: %4.</translation>
    </message>
    <message>
        <source>Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 are in.</source>
        <translation>Continuar hasta el tamaño previsto, y vigilar %1: parece peor (%2), pero hay %3.</translation>
    </message>
    <message>
        <source>Continue: no variant differs clearly from the control so far. %1: %2. %3 more units per variant are planned.</source>
        <translation>Continuar: ninguna variante difiere aún claramente del control. %1: %2. Se prevén %3 unidades más por variante.</translation>
    </message>
    <message>
        <source>Keep %1, or run longer if an effect within the interval would matter: no variant differs clearly from it. %2: %3.</source>
        <translation>Conservar %1, o prolongar si importara un efecto dentro del intervalo: ninguna variante difiere claramente de él. %2: %3.</translation>
    </message>
    <message>
        <source>Continue: there is nothing to compare yet, as no variant shows any event or value that varies.</source>
        <translation>Continuar: aún no hay nada que comparar, pues ninguna variante muestra un evento o un valor que varíe.</translation>
    </message>
    <message>
        <source>Mark a metric as primary: without one, and without a conversion, there is nothing to decide by.</source>
        <translation>Marque una métrica como principal: sin ella, y sin conversión, no hay por qué decidir.</translation>
    </message>
    <message>
        <source>Nothing follows from this experiment: neither an effect nor its absence is shown. %1: %2.</source>
        <translation>De este experimento no se sigue nada: no se demuestra ni un efecto ni su ausencia. %1: %2.</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> en %1</translation>
    </message>
    <message>
        <source>Guardrail: it is not shown that %1 is not worse%2. %3.</source>
        <translation>Métrica de control: no se demuestra que %1 no sea peor%2. %3.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse. %2.</source>
        <translation>Métrica de control: %1 es peor. %2.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse by more than %2. %3.</source>
        <translation>Métrica de control: %1 es peor en más de %2. %3.</translation>
    </message>
    <message>
        <source>%1 is better, %2, and does not ship: not every guardrail is shown to hold.</source>
        <translation>%1 es mejor, %2, y no se publica: no se demuestra que se cumplan todas las métricas de control.</translation>
    </message>
    <message>
        <source>The guardrail holds.</source>
        <translation>La métrica de control se mantiene.</translation>
    </message>
    <message>
        <source>All %1 guardrails hold.</source>
        <translation>Las %1 métricas de control se mantienen.</translation>
    </message>
    <message>
        <source>%1 and %2 are both better than the control and cannot be told apart: take the cheaper one.</source>
        <translation>%1 y %2 son ambas mejores que el control y no se distinguen: tome la más barata.</translation>
    </message>
    <message>
        <source>Continue: %1 of the plan is done, and nothing speaks for a stop.</source>
        <translation>Continuar: está hecho el %1 del plan, y nada habla a favor de parar.</translation>
    </message>
    <message>
        <source>Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.</source>
        <translation>Continuar: de momento nada habla a favor de parar, y no hay tamaño ni duración previstos.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Continue, and wait for the plan: %1 looks better so far, %2.</source>
        <translation>Continuar, y esperar al plan: %1 parece mejor por ahora, %2.</translation>
    </message>
    <message>
        <source>The experiment stopped at %1 of its plan; a single look was planned for the end, so there is no verdict.</source>
        <translation>El experimento se detuvo al %1 de su plan; se previó un solo análisis al final, así que no hay veredicto.</translation>
    </message>
    <message>
        <source>Only %1 of the planned size was exposed on these days; a single look was planned for all of it, so there is no verdict.</source>
        <translation>Solo %1 del tamaño previsto se expuso en estos días; se previó un solo análisis para el total, así que no hay veredicto.</translation>
    </message>
    <message>
        <source>%1 Looked at once only: %2</source>
        <translation>%1 Mirado una sola vez: %2</translation>
    </message>
    <message>
        <source>This is an early look: %1 are in. Whoever stops at the first significant look finds false winners far more often than planned.</source>
        <translation>Esta es una mirada temprana: hay %1. Quien para a la primera mirada significativa halla falsos ganadores mucho más a menudo de lo previsto.</translation>
    </message>
    <message>
        <source>The experiment stopped with %1; if results were watched, false winners are more likely than planned.</source>
        <translation>El experimento se detuvo con %1; si se observaron los resultados, los falsos ganadores son más probables de lo previsto.</translation>
    </message>
    <message>
        <source>%1: %2 is maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 madura, expuesta menos que la ventana de la métrica, y aún no se cuenta.</translation>
    </message>
    <message>
        <source>%1: %2 are maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 maduran, expuestas menos que la ventana de la métrica, y aún no se cuentan.</translation>
    </message>
    <message>
        <source>%1: a few units hold much of the total; below about %2 units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps.</source>
        <translation>%1: unas pocas unidades tienen gran parte del total; por debajo de unas %2 unidades por variante su valor p y su intervalo son aproximados. Ayuda recortar en el percentil 99,9.</translation>
    </message>
    <message>
        <source>%1: the split changed while the experiment ran. Effects are measured within each of %2 stretches and added up, so they can differ from what the plain totals suggest.</source>
        <translation>%1: el reparto cambió durante el experimento. Los efectos se miden dentro de cada uno de %2 tramos y se suman, por lo que pueden diferir de lo que sugieren los simples totales.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epoch %2, which has fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: se dejaron fuera las unidades de la época de asignación %2, que tiene menos de 30 unidades en una variante y ninguna vecina de igual reparto.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epochs %2, which have fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: se dejaron fuera las unidades de las épocas de asignación %2, que tienen menos de 30 unidades en una variante y ninguna vecina de igual reparto.</translation>
    </message>
    <message>
        <source>%1: the totals of %2 are beyond the range of its exact values and count as the end of it. A coarser resolution has room for more.</source>
        <translation>%1: los totales de %2 superan el intervalo de valores exactos y cuentan como su límite. Una resolución menos fina admite más.</translation>
    </message>
    <message>
        <source>No metric is marked as primary, so no decision follows from the results; the headline is whether a unit converts on any of the conversion metrics.</source>
        <translation>Ninguna métrica está marcada como principal, así que de los resultados no se sigue decisión; el titular es si una unidad convierte en alguna de las métricas de conversión.</translation>
    </message>
    <message>
        <source>Values of %1 above %2 are cut to it, as planned: those of %3.</source>
        <translation>Los valores de %1 por encima de %2 se recortan a él, según lo previsto: los de %3.</translation>
    </message>
    <message>
        <source>The values of %1 are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or the planned percentile is 0.</source>
        <translation>Los valores de %1 no se recortan, aunque el plan lo diga: su distribución no se conoce aún, no para parte de los días, o el percentil previsto es 0.</translation>
    </message>
    <message>
        <source>A few very large values rule %1. Plan to cut values at the %2th percentile (%3 now) next time.</source>
        <translation>Unos pocos valores muy grandes dominan %1. Prevea recortar en el percentil %2 (ahora %3) la próxima vez.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history, because its values are cut.</source>
        <translation>%1 no se ajusta por el historial, porque sus valores están recortados.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history: none is known that varies.</source>
        <translation>%1 no se ajusta por el historial: no se conoce ninguno que varíe.</translation>
    </message>
    <message>
        <source>%1 was planned as %2 and is now %3.</source>
        <translation>%1 se previó como %2 y ahora es %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <extracomment>the name of a variant, in quotation marks</extracomment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 unidad</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 unidades</translation>
    </message>
    <message>
        <source>%1 cannot be estimated yet</source>
        <translation>%1 no se puede estimar aún</translation>
    </message>
    <message>
        <source>a difference of %1</source>
        <translation>una diferencia de %1</translation>
    </message>
    <message>
        <source>%1 is %2 against %3, %4</source>
        <extracomment>purchase is 5.5 % against 5 %, +10 %</extracomment>
        <translation>%1 es %2 frente a %3, %4</translation>
    </message>
    <message>
        <source> (%1 % interval %2 to %3)</source>
        <translation> (intervalo del %1 % de %2 a %3)</translation>
    </message>
    <message>
        <source> (%1 % interval from %2 up)</source>
        <translation> (intervalo del %1 % desde %2)</translation>
    </message>
    <message>
        <source> (%1 % interval up to %2)</source>
        <translation> (intervalo del %1 % hasta %2)</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 expected</source>
        <translation>%1 tiene %2 de %3 esperadas</translation>
    </message>
    <message>
        <source>only %1 of the planned %2 units per variant</source>
        <translation>solo %1 de las %2 unidades previstas por variante</translation>
    </message>
    <message>
        <source>%1: %2 says %3; computed again it is %4</source>
        <translation>%1: %2 dice %3; calculado de nuevo es %4</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>el documento</translation>
    </message>
    <message>
        <source>%1 is not the file that was written: its SHA-256 is %2, the manifest says %3</source>
        <translation>%1 no es el archivo que se escribió: su SHA-256 es %2, el manifiesto dice %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>falta %1</translation>
    </message>
    <message>
        <source>%1 does not belong to a bundle</source>
        <translation>%1 no pertenece a un paquete de pruebas</translation>
    </message>
    <message>
        <source>Left out of the analysis: %1 of %2 units (%3): %4 by the experiment&apos;s rule, %5 by the service&apos;s, %6 as bots.</source>
        <translation>Excluidas del análisis: %1 de %2 unidades (%3): %4 por la regla del experimento, %5 por la del servicio, %6 como bots.</translation>
    </message>
    <message>
        <source>No rule leaves out a unit.</source>
        <translation>Ninguna regla excluye una unidad.</translation>
    </message>
    <message>
        <source>Rules leave out more units of some variants than of others (%1). Find out what they look at: nothing that follows from the variant.</source>
        <translation>Las reglas excluyen más unidades de unas variantes que de otras (%1). Averigüe en qué se fijan: en nada que se siga de la variante.</translation>
    </message>
    <message>
        <source>The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn here.</source>
        <translation>El despliegue de la bandera de Unleash %1 decide quién participa; la parte de tráfico no se sortea aquí.</translation>
    </message>
    <message>
        <source>Do not use these results: the variants differed already before the experiment (%1). Split anew.</source>
        <translation>No use estos resultados: las variantes ya diferían antes del experimento (%1). Reparta de nuevo.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1: low</source>
        <translation>%1: bajo</translation>
    </message>
    <message>
        <source>%1: high</source>
        <translation>%1: alto</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Secundaria</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>De control</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>A primary metric is better, and nothing speaks against it.</source>
        <translation>Una métrica principal es mejor, y nada habla en contra.</translation>
    </message>
    <message>
        <source>Keep control</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>No treatment is worth the change.</source>
        <translation>Ningún tratamiento vale el cambio.</translation>
    </message>
    <message>
        <source>Stop for harm</source>
        <translation>Dañino</translation>
    </message>
    <message>
        <source>A metric is worse beyond doubt.</source>
        <translation>Una métrica es peor sin duda alguna.</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>No concluyente</translation>
    </message>
    <message>
        <source>The planned size is reached, and the data do not decide.</source>
        <translation>El tamaño previsto está alcanzado, y los datos no deciden.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The planned size is not reached yet.</source>
        <translation>El tamaño previsto aún no está alcanzado.</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>Muy pronto</translation>
    </message>
    <message>
        <source>There are too few units for any verdict.</source>
        <translation>Hay muy pocas unidades para un veredicto.</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>No válido</translation>
    </message>
    <message>
        <source>The numbers cannot be trusted: something is wrong with the assignment or the data.</source>
        <translation>Los números no son fiables: algo va mal en la asignación o en los datos.</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ Superado</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! Aviso</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ Fallido</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>No comprobado</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Sin veredicto</translation>
    </message>
    <message>
        <source>There are too few units for a verdict on this metric.</source>
        <translation>Hay muy pocas unidades para un veredicto sobre esta métrica.</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Peor</translation>
    </message>
    <message>
        <source>Worse by a test that may be looked at at any time, whatever the plan.</source>
        <translation>Peor por una prueba que se puede mirar en todo momento, diga lo que diga el plan.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences where there are none.</source>
        <translation>Un plan fijo se juzga una vez, cuando se alcanza el tamaño previsto. Mirar antes halla diferencias donde no las hay.</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Indeciso</translation>
    </message>
    <message>
        <source>The data agree with no difference and with one.</source>
        <translation>Los datos concuerdan con una diferencia y con ninguna.</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>Better than the control at the planned level.</source>
        <translation>Mejor que el control al nivel previsto.</translation>
    </message>
    <message>
        <source>Worse than the control at the planned level.</source>
        <translation>Peor que el control al nivel previsto.</translation>
    </message>
    <message>
        <source>any conversion</source>
        <translation>cualquier conversión</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the last planned look, of %1.</source>
        <translation>Uplifts, intervalos y valores p son los del último análisis previsto, del %1.</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the planned look of %1. What has come since counts at the next one.</source>
        <translation>Uplifts, intervalos y valores p son los del análisis previsto del %1. Lo que llegó después cuenta en el siguiente.</translation>
    </message>
    <message>
        <source>The look that was planned is still to come. Looking earlier finds differences where there are none.</source>
        <translation>El análisis previsto aún está por llegar. Mirar antes halla diferencias donde no las hay.</translation>
    </message>
    <message>
        <source>Shown not to be worse by the margin that was planned.</source>
        <translation>Demostrado: no es peor que el margen previsto.</translation>
    </message>
    <message>
        <source>Worse by more than the margin that was planned.</source>
        <translation>Peor en más del margen previsto.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Aún sin datos</translation>
    </message>
    <message>
        <source>No unit has been exposed yet.</source>
        <translation>Todavía no se ha expuesto ninguna unidad.</translation>
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
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>In the experiment: place %1 of the traffic hash lies within the share of %2.</source>
        <translation>En el experimento: el lugar %1 del hash de tráfico está dentro de la parte del %2.</translation>
    </message>
    <message>
        <source>Left out by the present traffic of %2 (place %1), but not by an earlier share: a user who came then is in the experiment still.</source>
        <translation>Fuera por el tráfico actual del %2 (lugar %1), pero no por una parte anterior: un usuario que vino entonces sigue en el experimento.</translation>
    </message>
    <message>
        <source>Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.</source>
        <translation>Fuera del experimento: el lugar %1 del hash de tráfico está más allá de la parte del %2.</translation>
    </message>
    <message>
        <source>Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in its part of the allocations.</source>
        <translation>Variante «%1»: el lugar %2 del hash de reparto, que nada sabe del primero, está en su parte de las asignaciones.</translation>
    </message>
    <message>
        <source>With more traffic it would be “%1” (place %2 of the split hash).</source>
        <translation>Con más tráfico sería «%1» (lugar %2 del hash de reparto).</translation>
    </message>
    <message>
        <source>The users of an imported experiment were assigned elsewhere.</source>
        <translation>Los usuarios de un experimento importado se asignaron en otro lugar.</translation>
    </message>
    <message>
        <source>The experiment does not run, so nobody new is assigned; who was assigned before keeps the variant.</source>
        <translation>El experimento no está en curso, así que no se asigna a nadie nuevo; quien se asignó antes conserva la variante.</translation>
    </message>
    <message>
        <source>The split was changed: a user who was assigned before keeps the variant of then.</source>
        <translation>El reparto cambió: un usuario asignado antes conserva la variante de entonces.</translation>
    </message>
    <message>
        <source>Id of a user, as your application sends it</source>
        <translation>Id de un usuario, como lo envía su aplicación</translation>
    </message>
    <message>
        <source>Id of a user</source>
        <translation>Id de un usuario</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Why this variant?</source>
        <translation>¿Por qué esta variante?</translation>
    </message>
    <message>
        <source>Experiment to compare with</source>
        <translation>Experimento con que comparar</translation>
    </message>
    <message>
        <source>Replay %1 ids</source>
        <translation>Repetir %1 ids</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>independiente de</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>Ids</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Replayed ids by variant</source>
        <translation>Ids repetidos por variante</translation>
    </message>
    <message>
        <source>Assignment laboratory</source>
        <translation>Laboratorio de asignación</translation>
    </message>
    <message>
        <source>Made-up ids go through this experiment&apos;s own hash: the split must be the planned one, and tell nothing about the variant of another experiment.</source>
        <translation>Ids inventados pasan por el hash de este experimento: el reparto debe ser el previsto, y no decir nada de la variante de otro experimento.</translation>
    </message>
    <message>
        <source>The answer is computed here, from the experiment&apos;s hash and shares; nothing is assigned.</source>
        <translation>La respuesta se calcula aquí, con el hash y las partes del experimento; no se asigna nada.</translation>
    </message>
    <message>
        <source>no other experiment</source>
        <translation>ningún otro experimento</translation>
    </message>
    <message>
        <source>Enter the id of a user first.</source>
        <translation>Introduzca primero el id de un usuario.</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>Repitiendo …</translation>
    </message>
    <message>
        <source>%1 of the ids are admitted, %2 planned.</source>
        <translation>Se admite el %1 de los ids, %2 previsto.</translation>
    </message>
    <message>
        <source>! The split differs from the plan (%1).</source>
        <translation>! El reparto difiere del plan (%1).</translation>
    </message>
    <message>
        <source>✓ The split is as planned (%1).</source>
        <translation>✓ El reparto es el previsto (%1).</translation>
    </message>
    <message>
        <source>! It depends on “%2” (%1).</source>
        <translation>! Depende de «%2» (%1).</translation>
    </message>
    <message>
        <source>✓ It is independent of “%2” (%1).</source>
        <translation>✓ Es independiente de «%2» (%1).</translation>
    </message>
</context>
<context>
    <name>xp::ui::AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Nothing has been done to this experiment yet.</source>
        <translation>Aún no se ha hecho nada con este experimento.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ClimbChart</name>
    <message>
        <source>One look&apos;s test</source>
        <translation>Un solo análisis</translation>
    </message>
    <message>
        <source>Group sequential</source>
        <translation>Por grupos</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>Siempre válido</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>Bayesiano</translation>
    </message>
    <message>
        <source>Share called by look %1: %2</source>
        <translation>Parte decidida hasta el análisis %1: %2</translation>
    </message>
    <message>
        <source>look %1</source>
        <translation>análisis %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ColumnRow</name>
    <message>
        <source>conversion</source>
        <translation>conversión</translation>
    </message>
    <message>
        <source>count</source>
        <translation>recuento</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>suma</translation>
    </message>
    <message>
        <source>number per unit</source>
        <translation>número por unidad</translation>
    </message>
    <message>
        <source>many values</source>
        <translation>muchos valores</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 valores</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>sí o no</translation>
    </message>
    <message>
        <source>whole numbers, %1</source>
        <translation>números enteros, %1</translation>
    </message>
    <message>
        <source>numbers, %1</source>
        <translation>números, %1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>tiempos</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>texto, %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>Use of %1</source>
        <translation>Uso de %1</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>Tipo de %1</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1 (supuesto)</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Papel de %1</translation>
    </message>
    <message>
        <source>Better of %1</source>
        <translation>Mejor en %1</translation>
    </message>
    <message>
        <source>more</source>
        <translation>más</translation>
    </message>
    <message>
        <source>less</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
    <message>
        <source>time of assignment</source>
        <translation>momento de asignación</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>known before (CUPED)</source>
        <translation>conocido antes (CUPED)</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>segmento</translation>
    </message>
</context>
<context>
    <name>xp::ui::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>What do you want to do, or to see?</source>
        <translation>¿Qué quiere hacer o ver?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
</context>
<context>
    <name>xp::ui::ConfirmDialog</name>
    <message>
        <source>Start %1?</source>
        <translation>¿Iniciar %1?</translation>
    </message>
    <message>
        <source>New users are assigned from now on. Variants, metrics and level cannot be changed any more.</source>
        <translation>Desde ahora se asignan usuarios nuevos. Variantes, métricas y nivel ya no se pueden cambiar.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>¿Pausar %1?</translation>
    </message>
    <message>
        <source>No new users are assigned. Those who are keep their variant, and their events count.</source>
        <translation>No se asignan usuarios nuevos. Los ya asignados conservan su variante, y sus eventos cuentan.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>¿Reanudar %1?</translation>
    </message>
    <message>
        <source>New users are assigned again.</source>
        <translation>Se vuelven a asignar usuarios nuevos.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>¿Detener %1?</translation>
    </message>
    <message>
        <source>The experiment ends for good: no new users, and later events do not count. Users keep their variant.</source>
        <translation>El experimento termina definitivamente: sin usuarios nuevos, y los eventos posteriores no cuentan. Los usuarios conservan su variante.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>¿Archivar %1?</translation>
    </message>
    <message>
        <source>It leaves the lists and the metrics. Nothing is deleted.</source>
        <translation>Deja las listas y las mediciones. No se borra nada.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n experimento</numerusform>
            <numerusform>%n experimentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
… and %n more</source>
        <translation>
            <numerusform>
… y %n más</numerusform>
            <numerusform>
… y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Motivo, para el registro de auditoría</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Conclusion: what was learnt</source>
        <translation>Conclusión: lo que se aprendió</translation>
    </message>
    <message>
        <source>kept with the notes of the experiment</source>
        <translation>se guarda con las notas del experimento</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
</context>
<context>
    <name>xp::ui::DataPage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analizar</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeras filas del archivo</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>supuesto</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barra |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>espacio</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>dos puntos</translation>
    </message>
    <message>
        <source>Latin-1 (ISO 8859-1)</source>
        <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>%1 rows. What is each column? Nothing leaves this machine.</source>
        <translation>%1 filas. ¿Qué es cada columna? Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>What is each column? Guessed from the first %1 rows. Nothing leaves this machine.</source>
        <translation>¿Qué es cada columna? Supuesto por las primeras %1 filas. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Parece</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Usada como</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Medida como</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Mejor es</translation>
    </message>
    <message>
        <source>Say which column is the %1.</source>
        <translation>Diga qué columna es esto: %1.</translation>
    </message>
    <message>
        <source>Only one column can be used as “%1”.</source>
        <translation>Solo una columna puede usarse como «%1».</translation>
    </message>
    <message>
        <source>Say which columns are metrics.</source>
        <translation>Diga qué columnas son métricas.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Póngale un nombre.</translation>
    </message>
    <message>
        <source>One row for each unit; the primary metric decides.</source>
        <translation>Una fila por unidad; decide la métrica principal.</translation>
    </message>
    <message>
        <source>One row for each unit. A metric of role primary would decide; without one, all are looked at alike.</source>
        <translation>Una fila por unidad. Una métrica principal decidiría; sin ella, todas se miran por igual.</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 filas leídas</translation>
    </message>
    <message>
        <source>Windows-1252</source>
        <translation>Windows-1252</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16, little endian</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16, big endian</translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII other than a quote, or one of the list.</source>
        <translation>El separador debe ser un carácter ASCII distinto de una comilla, o uno de la lista.</translation>
    </message>
</context>
<context>
    <name>xp::ui::EventsTab</name>
    <message>
        <source>Latest events</source>
        <translation>Últimos eventos</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Ocurrido</translation>
    </message>
    <message>
        <source>No event has arrived yet. They appear here as they come.</source>
        <translation>Aún no ha llegado ningún evento. Aparecen aquí según llegan.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentListModel</name>
    <message>
        <source>Tags: %1</source>
        <translation>Etiquetas: %1</translation>
    </message>
    <message>
        <source>! ratio</source>
        <translation>! desvío</translation>
    </message>
    <message>
        <source>! crossed</source>
        <translation>! cruzados</translation>
    </message>
    <message>
        <source>! joined</source>
        <translation>! unidos</translation>
    </message>
    <message>
        <source>! before</source>
        <translation>! antes</translation>
    </message>
    <message>
        <source>! data</source>
        <translation>! datos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>sample ratio mismatch</source>
        <translation>reparto desviado</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalo</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
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
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>En el tiempo</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Asignación</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Lab. de peeking</translation>
    </message>
    <message>
        <source>Traffic …</source>
        <translation>Tráfico …</translation>
    </message>
    <message>
        <source>Results by metric and treatment</source>
        <translation>Resultados por métrica y tratamiento</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Tamaño de la muestra</translation>
    </message>
    <message>
        <source>%1 · day %2</source>
        <translation>%1 · día %2</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>iniciado %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>detenido %1</translation>
    </message>
    <message>
        <source>Start …</source>
        <translation>Iniciar …</translation>
    </message>
    <message>
        <source>Pause …</source>
        <translation>Pausar …</translation>
    </message>
    <message>
        <source>Resume …</source>
        <translation>Reanudar …</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Detener …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Archivar …</translation>
    </message>
    <message>
        <source>Loading the results …</source>
        <translation>Cargando los resultados …</translation>
    </message>
    <message>
        <source>Results appear here once units are assigned and events arrive.</source>
        <translation>Los resultados aparecen aquí cuando se asignan unidades y llegan eventos.</translation>
    </message>
    <message>
        <source>Each variant</source>
        <translation>Cada variante</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Tasa de conversión</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>%1, %2 interval of each variant</source>
        <translation>%1, intervalo del %2 de cada variante</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
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
        <translation>Nuevo experimento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>Crear borrador</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Siguiente: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExploreTab</name>
    <message>
        <source>as planned</source>
        <translation>como el plan</translation>
    </message>
    <message>
        <source>not cut</source>
        <translation>sin recortar</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>por encima de %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Correction for several comparisons</source>
        <translation>Corrección para varias comparaciones</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>Recorte</translation>
    </message>
    <message>
        <source>Prior of the lift</source>
        <translation>A priori del uplift</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>Units exposed from</source>
        <translation>Expuestas desde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Adjust by history (CUPED)</source>
        <translation>Ajustar (CUPED)</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Volver al plan</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>Y si …</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Y si</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>Segundas opiniones</translation>
    </message>
    <message>
        <source>all methods, on all days</source>
        <translation>todos los métodos, en todos los días</translation>
    </message>
    <message>
        <source>Metric whose values are shown</source>
        <translation>Métrica cuyos valores se muestran</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribución</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Cargando …</translation>
    </message>
    <message>
        <source>What-if answers appear once units are assigned.</source>
        <translation>Las respuestas «Y si» aparecen cuando se asignan unidades.</translation>
    </message>
    <message>
        <source>Nothing is known from before the exposure.</source>
        <translation>No se sabe nada de antes de la exposición.</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.</source>
        <translation>Respondido en %1 ms con %2 sumas traídas una vez. Nada de ello pasa a ser el plan.</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Y si: %1</translation>
    </message>
    <message>
        <source>not the plan</source>
        <translation>no es el plan</translation>
    </message>
    <message>
        <source>Segments or distribution</source>
        <translation>Segmentos o distribución</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
</context>
<context>
    <name>xp::ui::HealthTab</name>
    <message>
        <source>Health</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Qué se comprobó</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Aún no se ha comprobado nada.</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Desviación</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>! Methods differ</source>
        <translation>! Los métodos difieren</translation>
    </message>
    <message>
        <source>✓ Methods agree</source>
        <translation>✓ Los métodos coinciden</translation>
    </message>
</context>
<context>
    <name>xp::ui::HelpButton</name>
    <message>
        <source>What is this: %1</source>
        <translation>Qué es esto: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::LeaveQuestion</name>
    <message>
        <source>Leave the draft?</source>
        <translation>¿Dejar el borrador?</translation>
    </message>
    <message>
        <source>Keep it, and “New experiment” goes on where you are now.</source>
        <translation>Guárdelo, y «Nuevo experimento» sigue donde está ahora.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>xp::ui::LinesTab</name>
    <message>
        <source>Loading …</source>
        <translation>Cargando …</translation>
    </message>
</context>
<context>
    <name>xp::ui::LookDesigner</name>
    <message>
        <source>Share of the planned size, in per cent</source>
        <translation>Parte del tamaño previsto, en por ciento</translation>
    </message>
    <message>
        <source>Futility bounds</source>
        <translation>Cotas de futilidad</translation>
    </message>
    <message>
        <source>Add a look</source>
        <translation>Añadir un análisis</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Spending function</source>
        <translation>Función de gasto</translation>
    </message>
    <message>
        <source>How much of the level each look may use: O&apos;Brien-Fleming little at first, Pocock about the same at every look.</source>
        <translation>Cuánto del nivel puede usar cada análisis: O&apos;Brien-Fleming poco al principio, Pocock casi lo mismo en cada uno.</translation>
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
        <translation>Gamma de la función de gasto</translation>
    </message>
    <message>
        <source>γ </source>
        <translation>γ </translation>
    </message>
    <message>
        <source>Number of even looks</source>
        <translation>Número de análisis regulares</translation>
    </message>
    <message>
        <source>So many looks, evenly spaced</source>
        <translation>Tantos análisis, espaciados por igual</translation>
    </message>
    <message>
        <source>Below them, going on is hardly worth it. They do not bind, and are not part of the plan.</source>
        <translation>Por debajo apenas merece la pena seguir. No obligan y no forman parte del plan.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Show the looks as a list</source>
        <translation>Mostrar los análisis como lista</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source> look</source>
        <translation> análisis</translation>
    </message>
    <message>
        <source> looks</source>
        <translation> análisis</translation>
    </message>
    <message>
        <source>Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.</source>
        <translation>Cuesta %1 más usuarios que un solo análisis; donde el uplift es real hacen falta de media %2 de ellos.</translation>
    </message>
    <message>
        <source>Stopping at every futility bound leaves a power of %1.</source>
        <translation>Parar en cada cota de futilidad deja una potencia de %1.</translation>
    </message>
    <message>
        <source>Look %1 of %2 at %3: %4 users</source>
        <translation>Análisis %1 de %2 al %3: %4 usuarios</translation>
    </message>
    <message>
        <source>, day %1</source>
        <translation>, día %1</translation>
    </message>
    <message>
        <source>. Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.</source>
        <translation>. Para por encima de |z| %1 (%2); hasta entonces se gasta el %3 del nivel de %4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left and Right move, Insert adds, Delete removes.</source>
        <translation>Análisis según la parte del tamaño previsto y |z| de parada. %1. Elegido: análisis %2. Arriba y Abajo eligen, Izquierda y Derecha mueven, Insertar añade, Suprimir borra.</translation>
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
        <translation>|z| por encima del cual parar, según la parte del tamaño previsto</translation>
    </message>
    <message>
        <source>Level spent</source>
        <translation>Nivel gastado</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>eficacia</translation>
    </message>
    <message>
        <source>futility</source>
        <translation>futilidad</translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksModel</name>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>|z| above</source>
        <translation>|z| sobre</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Gastado</translation>
    </message>
    <message>
        <source>Stops here</source>
        <translation>Para aquí</translation>
    </message>
    <message>
        <source>Futile below</source>
        <translation>Fútil bajo</translation>
    </message>
</context>
<context>
    <name>xp::ui::MainWindow</name>
    <message>
        <source>portfolio</source>
        <translation>cartera</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the Grafana dashboard</source>
        <translation>Guardar el panel de Grafana</translation>
    </message>
    <message>
        <source>Grafana dashboard (*.json)</source>
        <translation>Panel de Grafana (*.json)</translation>
    </message>
    <message>
        <source>Folder for the dashboards</source>
        <translation>Carpeta para los paneles</translation>
    </message>
    <message>
        <source>Save the evidence bundle</source>
        <translation>Guardar el paquete de pruebas</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>Paquete de pruebas (*.zip)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy table as &amp;Markdown</source>
        <translation>Copiar tabla como &amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;Find experiment</source>
        <translation>&amp;Buscar experimento</translation>
    </message>
    <message>
        <source>C&amp;ommands …</source>
        <translation>Ó&amp;rdenes …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>A&amp;justes …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Peeking lab</source>
        <translation>&amp;Laboratorio de peeking</translation>
    </message>
    <message>
        <source>Statistical &amp;terms …</source>
        <translation>&amp;Términos estadísticos …</translation>
    </message>
    <message>
        <source>&amp;About the studio</source>
        <translation>&amp;Acerca del estudio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New experiment …</source>
        <translation>&amp;Nuevo experimento …</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>I&amp;dentificarse …</translation>
    </message>
    <message>
        <source>C&amp;onnect …</source>
        <translation>C&amp;onectar …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>Abrir un arc&amp;hivo …</translation>
    </message>
    <message>
        <source>Save &amp;report as PDF …</source>
        <translation>Guardar &amp;informe como PDF …</translation>
    </message>
    <message>
        <source>Save table as &amp;CSV …</source>
        <translation>Guardar tabla como &amp;CSV …</translation>
    </message>
    <message>
        <source>Save &amp;Grafana dashboard …</source>
        <translation>Guardar panel de &amp;Grafana …</translation>
    </message>
    <message>
        <source>Save e&amp;vidence bundle …</source>
        <translation>Guardar paquete de prue&amp;bas …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Portfolio</source>
        <translation>&amp;Cartera</translation>
    </message>
    <message>
        <source>P&amp;revious experiment</source>
        <translation>Experimento an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Next experiment</source>
        <translation>Experimento &amp;siguiente</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Ac&amp;tualizar</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barra lateral</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>E&amp;xperimento</translation>
    </message>
    <message>
        <source>&amp;Traffic …</source>
        <translation>&amp;Tráfico …</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new one …</source>
        <translation>&amp;Duplicar como uno nuevo …</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>pestaña</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message>
        <source>What is: %1</source>
        <translation>Qué es: %1</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ayuda</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… y %n más</numerusform>
            <numerusform>… y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)</source>
        <translation>Tablas y paquetes de pruebas (*.csv *.tsv *.txt *.tab *.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Abrir un archivo</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Abrir una base de datos</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bases de datos (*.sqlite *.sqlite3 *.db);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1, comprobado</translation>
    </message>
    <message>
        <source>%1, not as written</source>
        <translation>%1, no como se escribió</translation>
    </message>
    <message>
        <source>Every number recomputed and equal.</source>
        <translation>Todos los números recalculados e iguales.</translation>
    </message>
    <message>
        <source>The %1 numbers in %2 follow from its sums.</source>
        <translation>Los %1 números de %2 se siguen de sus sumas.</translation>
    </message>
    <message>
        <source>%1 is not as it was written.</source>
        <translation>%1 no está como se escribió.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barra lateral</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>Mostrar u ocultar la lista de experimentos</translation>
    </message>
    <message>
        <source>This bundle is not as it was written</source>
        <translation>Este paquete no está como se escribió</translation>
    </message>
    <message>
        <source>What you see is computed from its sums. The bundle says otherwise:</source>
        <translation>Lo que ve está calculado con sus sumas. El paquete dice otra cosa:</translation>
    </message>
    <message>
        <source>Experimentation Studio</source>
        <translation>Estudio de experimentación</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Laboratorio de peeking</translation>
    </message>
    <message>
        <source>Experimentation</source>
        <translation>Experimentación</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navegación</translation>
    </message>
    <message>
        <source>The service at %1 is lost.</source>
        <translation>Se ha perdido el servicio en %1.</translation>
    </message>
    <message>
        <source>What you see is from %1. The studio goes on trying.</source>
        <translation>Lo que ve es de %1. El estudio sigue intentándolo.</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>Lo que ve es de %1.</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Conectar …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Identificarse …</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Eso no funcionó</translation>
    </message>
    <message>
        <source>About the studio</source>
        <translation>Acerca del estudio</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experimentation Studio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Design, watch and decide experiments.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;Estudio de experimentación %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Diseñe, observe y decida experimentos.&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <source>Open a &amp;query …</source>
        <translation>Abrir una co&amp;nsulta …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Cerrar &amp;sesión</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>de un archivo</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>en vivo, %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::MetricsPage</name>
    <message>
        <source>conversion</source>
        <translation>conversión</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>recuento de eventos</translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation>suma de valores</translation>
    </message>
    <message>
        <source>mean of values</source>
        <translation>media de valores</translation>
    </message>
    <message>
        <source>ratio of two sums</source>
        <translation>cociente de dos sumas</translation>
    </message>
    <message>
        <source>return</source>
        <translation>retorno</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>días activos</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>embudo</translation>
    </message>
    <message>
        <source>quantile over units</source>
        <translation>cuantil sobre unidades</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>¿Cómo lo sabrá?</translation>
    </message>
    <message>
        <source>The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand.</source>
        <translation>La métrica principal decide. Las de control no deben empeorar. Las secundarias ayudan a entender.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Medida como</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Mejor es</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>Añadir una métrica</translation>
    </message>
    <message>
        <source>more</source>
        <translation>más</translation>
    </message>
    <message>
        <source>less</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>purchase</translation>
    </message>
    <message>
        <source>Event of the metric</source>
        <translation>Evento de la métrica</translation>
    </message>
    <message>
        <source>Remove the metric</source>
        <translation>Quitar la métrica</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>Puede empeorar</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative. A guardrail passes when it is shown to be worse by less than this.</source>
        <translation>Relativo. Una métrica de control se mantiene cuando se demuestra que empeora menos que esto.</translation>
    </message>
    <message>
        <source>Defined by the catalogue, for every experiment that uses the metric.</source>
        <translation>La define el catálogo, para cada experimento que usa la métrica.</translation>
    </message>
    <message>
        <source>Add a metric from the catalogue</source>
        <translation>Añadir una métrica del catálogo</translation>
    </message>
    <message>
        <source>Add from the catalogue …</source>
        <translation>Añadir del catálogo …</translation>
    </message>
    <message>
        <source>%1 of the catalogue, version %2. The name is this experiment&apos;s own.</source>
        <translation>%1 del catálogo, versión %2. El nombre es propio de este experimento.</translation>
    </message>
</context>
<context>
    <name>xp::ui::NavigationModel</name>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenidos</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivados</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Cartera</translation>
    </message>
</context>
<context>
    <name>xp::ui::NotesTab</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its moment in the charts.</source>
        <translation>Aún no hay notas. Escriba lo que pasó junto al experimento: un lanzamiento, una avería, una fiesta. Marca su momento en los gráficos.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Tipo de nota</translation>
    </message>
    <message>
        <source>What happened, or what was learnt</source>
        <translation>Qué pasó, o qué se aprendió</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texto de la nota</translation>
    </message>
</context>
<context>
    <name>xp::ui::OverTimeTab</name>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, dragging moves, a double click shows all</source>
        <translation>Ctrl y la rueda amplían, arrastrar desplaza, un doble clic lo muestra todo</translation>
    </message>
    <message>
        <source>Lift over time</source>
        <translation>Uplift en el tiempo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Cotas</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>with its interval</source>
        <translation>con su intervalo</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>valor p, logarítmico</translation>
    </message>
    <message>
        <source>z by share of the planned size</source>
        <translation>z según la parte del tamaño previsto</translation>
    </message>
    <message>
        <source>in each variant</source>
        <translation>en cada variante</translation>
    </message>
</context>
<context>
    <name>xp::ui::PathsCanvas</name>
    <message>
        <source>look %1</source>
        <translation>análisis %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::PeekingLab</name>
    <message>
        <source>Paths of the simulated experiments</source>
        <translation>Trayectorias de los experimentos simulados</translation>
    </message>
    <message>
        <source>1,000 experiments</source>
        <translation>1000 experimentos</translation>
    </message>
    <message>
        <source>z at each moment; a path ends where the chosen method calls it</source>
        <translation>z en cada momento; una trayectoria acaba donde el método elegido decide</translation>
    </message>
    <message>
        <source>Called so far</source>
        <translation>Decididos hasta ahora</translation>
    </message>
    <message>
        <source>share of all</source>
        <translation>parte de todos</translation>
    </message>
    <message>
        <source>Other experiments</source>
        <translation>Otros experimentos</translation>
    </message>
    <message>
        <source>A true effect of</source>
        <translation>Un efecto real de</translation>
    </message>
    <message>
        <source>True effect</source>
        <translation>Efecto real</translation>
    </message>
    <message>
        <source>Number of looks</source>
        <translation>Número de análisis</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source>found so far</source>
        <translation>hallados hasta ahora</translation>
    </message>
    <message>
        <source>found, after %1 days on average</source>
        <translation>hallados, tras %1 días de media</translation>
    </message>
    <message>
        <source>found, with %1 of the units</source>
        <translation>hallados, con el %1 de las unidades</translation>
    </message>
    <message>
        <source>false alarms; at most %1 promised</source>
        <translation>falsas alarmas; promete ≤ %1</translation>
    </message>
    <message>
        <source>false alarms; not made for peeking</source>
        <translation>falsas alarmas; no hecho para mirar</translation>
    </message>
    <message>
        <source>&lt;b&gt;Now the treatment is better by %1.&lt;/b&gt; Methods that may be looked at stop early where the effect is clear; the price of looking is a little power.</source>
        <translation>&lt;b&gt;Ahora el tratamiento es mejor en %1.&lt;/b&gt; Los métodos que se pueden mirar paran pronto donde el efecto es claro; el precio de mirar es un poco de potencia.</translation>
    </message>
    <message>
        <source>&lt;b&gt;In these %1 experiments nothing differs.&lt;/b&gt; Whoever tests at %2 at each look and stops at the first “significant” result calls %3 of them a success.</source>
        <translation>&lt;b&gt;En estos %1 experimentos nada difiere.&lt;/b&gt; Quien prueba al %2 en cada análisis y para al primer resultado «significativo» llama éxito al %3 de ellos.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>xp::ui::PlanView</name>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Tal como se ve</translation>
    </message>
    <message>
        <source>✓ As planned: nothing departs from it.</source>
        <translation>✓ Según lo previsto: nada se desvía.</translation>
    </message>
</context>
<context>
    <name>xp::ui::PortfolioPage</name>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenidos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Guardar búsqueda</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>Search name, key, hypothesis</source>
        <translation>Buscar nombre, clave, hipótesis</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Buscar experimentos</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nuevo experimento</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>A saved search; right click removes it</source>
        <translation>Una búsqueda guardada; el clic derecho la quita</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>Quitar esta búsqueda</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Detener …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Archivar …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Informe …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n elegido</numerusform>
            <numerusform>%n elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimentos</translation>
    </message>
    <message>
        <source>Loading the experiments …</source>
        <translation>Cargando los experimentos …</translation>
    </message>
    <message>
        <source>There is no experiment yet.

“New experiment” designs the first one, “xp-service import” makes one of a CSV file.</source>
        <translation>Aún no hay experimentos.

«Nuevo experimento» diseña el primero, «xp-service import» hace uno de un archivo CSV.</translation>
    </message>
    <message>
        <source>No experiment here contains “%1”.</source>
        <translation>Ningún experimento de aquí contiene «%1».</translation>
    </message>
    <message>
        <source>No experiment here. “All” shows the others.</source>
        <translation>No hay experimentos aquí. «Todos» muestra los demás.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QueryDialog</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>Guardar en el llavero del sistema</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Open a query</source>
        <translation>Abrir una consulta</translation>
    </message>
    <message>
        <source>A query of your own database</source>
        <translation>Una consulta de su propia base</translation>
    </message>
    <message>
        <source>It is read in a transaction that only reads, and analysed on this machine.</source>
        <translation>Se lee en una transacción de solo lectura, y se analiza en este equipo.</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>Exposiciones</translation>
    </message>
    <message>
        <source>One row for each unit: its id and variant, the time, what was known of it before.</source>
        <translation>Una fila por unidad: su id y variante, el momento, lo que se sabía de ella antes.</translation>
    </message>
    <message>
        <source>Facts, if they lie elsewhere</source>
        <translation>Hechos, si están en otro lugar</translation>
    </message>
    <message>
        <source>The unit under the same name, then numbers; the rows of a unit are added up.</source>
        <translation>La unidad con el mismo nombre, luego números; las filas de una unidad se suman.</translation>
    </message>
    <message>
        <source>a name, to find it again</source>
        <translation>un nombre, para volver a hallarla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>SQLite file …</source>
        <translation>Archivo SQLite …</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>Como mucho tantas filas</translation>
    </message>
    <message>
        <source>At most so long, each query</source>
        <translation>Como mucho tanto tiempo, cada una</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Guardada como «%1».</translation>
    </message>
    <message>
        <source>A database to read</source>
        <translation>Una base de datos que leer</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bases de datos (*.sqlite *.sqlite3 *.db);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Say which database, such as postgresql://user@host/name.</source>
        <translation>Diga qué base de datos, como postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>Say what is read: one row for each unit.</source>
        <translation>Diga qué se lee: una fila por unidad.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QuestionPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>¿Qué quiere saber?</translation>
    </message>
    <message>
        <source>A name that your colleagues recognise, and what you expect to happen and why.</source>
        <translation>Un nombre que sus colegas reconozcan, y qué espera que pase y por qué.</translation>
    </message>
    <message>
        <source>Checkout button</source>
        <translation>Botón de pago</translation>
    </message>
    <message>
        <source>A green button is seen sooner, so more visitors finish their purchase.</source>
        <translation>Un botón verde se ve antes, así que más visitantes terminan su compra.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The key for programs is made from it.</source>
        <translation>De él se forma la clave para los programas.</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hipótesis</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
</context>
<context>
    <name>xp::ui::RatesChart</name>
    <message>
        <source>Chart of each variant&apos;s value and interval: %1</source>
        <translation>Gráfico del valor y el intervalo de cada variante: %1</translation>
    </message>
    <message>
        <source>Values appear once units are assigned.</source>
        <translation>Los valores aparecen cuando se asignan unidades.</translation>
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
        <translation>De control</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Secundarias</translation>
    </message>
    <message>
        <source>pooled two-proportion z-test, two-sided</source>
        <translation>prueba z agrupada de dos proporciones, bilateral</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test, two-sided</source>
        <translation>prueba t de Welch, bilateral</translation>
    </message>
    <message>
        <source>ratio of sums, delta method, two-sided</source>
        <translation>cociente de sumas, método delta, bilateral</translation>
    </message>
    <message>
        <source>difference of quantiles, order statistics, two-sided</source>
        <translation>diferencia de cuantiles, estadísticos de orden, bilateral</translation>
    </message>
    <message>
        <source>t-test adjusted by history (CUPED), two-sided</source>
        <translation>prueba t ajustada por el historial (CUPED), bilateral</translation>
    </message>
    <message>
        <source>ratio of sums adjusted by history (CUPED), two-sided</source>
        <translation>cociente de sumas ajustado por el historial (CUPED), bilateral</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 interval %3</source>
        <translation>%1, intervalo del %2 %3</translation>
    </message>
    <message>
        <source>%1: statistic %2, p = %3 before the correction for several treatments</source>
        <translation>%1: estadístico %2, p = %3 antes de la corrección para varios tratamientos</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalo</translation>
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
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>group-sequential test at the planned looks</source>
        <translation>prueba secuencial por grupos en los análisis previstos</translation>
    </message>
    <message>
        <source>always-valid test, which may be looked at at any time</source>
        <translation>prueba siempre válida, que puede mirarse en cualquier momento</translation>
    </message>
    <message>
        <source>normal posterior of the lift</source>
        <translation>a posteriori normal del uplift</translation>
    </message>
    <message>
        <source>%1, at the planned look of %2</source>
        <translation>%1, en el análisis previsto del %2</translation>
    </message>
    <message>
        <source>%1 ni</source>
        <extracomment>A p-value of the test for non-inferiority</extracomment>
        <translation>%1 ni</translation>
    </message>
    <message>
        <source>Probability of being better than the control under the plan&apos;s prior; choosing it is expected to cost %1</source>
        <translation>Probabilidad de ser mejor que el control con la a priori del plan; elegirlo costaría %1 en promedio</translation>
    </message>
    <message>
        <source>%1: p-value against “worse by the margin”; against no effect it is %2</source>
        <translation>%1: valor p frente a «peor en el margen»; frente a ningún efecto es %2</translation>
    </message>
    <message>
        <source>%1: p = %2 before the correction for several comparisons</source>
        <translation>%1: p = %2 antes de la corrección por varias comparaciones</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Prob.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ReviewPage</name>
    <message>
        <source>Is this what you mean?</source>
        <translation>¿Es esto lo que quiere?</translation>
    </message>
    <message>
        <source>It is created as a draft. Nothing starts before you start it.</source>
        <translation>Se crea como borrador. Nada empieza antes de que lo inicie.</translation>
    </message>
    <message>
        <source>The plan is frozen at the start. Whoever compares the fingerprints of then and now sees whether it was changed.</source>
        <translation>El plan se congela al inicio. Quien compara las huellas de entonces y de ahora ve si se cambió.</translation>
    </message>
    <message>
        <source>Fingerprint of the plan: %1</source>
        <translation>Huella del plan: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::SampleSizeView</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 de %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Units of each variant against the target: %1</source>
        <translation>Unidades de cada variante frente al objetivo: %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>objetivo %1</translation>
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
        <translation>Segmento</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalo</translation>
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
        <translation>En este segmento</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentView</name>
    <message>
        <source>an attribute, such as country</source>
        <translation>un atributo, como country</translation>
    </message>
    <message>
        <source>Attribute of the units</source>
        <translation>Atributo de las unidades</translation>
    </message>
    <message>
        <source>Metric by segment</source>
        <translation>Métrica por segmento</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Name what the units are told apart by, as it is known of them at their exposure.</source>
        <translation>Indique por qué se distinguen las unidades, tal como se sabe en su exposición.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Cargando …</translation>
    </message>
    <message>
        <source>No unit has this attribute.</source>
        <translation>Ninguna unidad tiene este atributo.</translation>
    </message>
    <message>
        <source>Exploratory: corrected over the segments, and nothing here decides.</source>
        <translation>Exploratorio: corregido sobre los segmentos, y nada de aquí decide.</translation>
    </message>
    <message>
        <source>That the effect of “%1” is the same in all of them has %2.</source>
        <translation>Que el efecto de «%1» sea igual en todos tiene %2.</translation>
    </message>
    <message>
        <source>%1 units are in none of them.</source>
        <translation>%1 unidades no están en ninguno.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
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
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours of the studio; charts that are saved are always light.</source>
        <translation>Colores del estudio; los gráficos guardados son siempre claros.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates; changes at once.</source>
        <translation>De textos, números y fechas; cambia al momento.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualización</translation>
    </message>
    <message>
        <source>How often what is open asks for new numbers.</source>
        <translation>Con qué frecuencia lo abierto pide números nuevos.</translation>
    </message>
    <message>
        <source>Significance level of new experiments</source>
        <translation>Nivel de significación de los nuevos experimentos</translation>
    </message>
    <message>
        <source>The share of false alarms that you are willing to live with. Each experiment can have its own.</source>
        <translation>La parte de falsas alarmas con la que puede vivir. Cada experimento puede tener la suya.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SizePage</name>
    <message>
        <source>How long must it run?</source>
        <translation>¿Cuánto debe durar?</translation>
    </message>
    <message>
        <source>As long as it takes to find the smallest lift that is worth having.</source>
        <translation>Lo que haga falta para detectar el menor uplift que merece la pena.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Rate of the control today</source>
        <translation>Tasa actual del control</translation>
    </message>
    <message>
        <source>Rate of an earlier experiment</source>
        <translation>Tasa de un experimento anterior</translation>
    </message>
    <message>
        <source>Smallest lift worth finding, relative</source>
        <translation>Menor uplift útil, relativo</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potencia</translation>
    </message>
    <message>
        <source>Level, two-sided</source>
        <translation>Nivel, bilateral</translation>
    </message>
    <message>
        <source>Users a day</source>
        <translation>Usuarios al día</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Necesita</translation>
    </message>
    <message>
        <source>Power by number of users</source>
        <translation>Potencia según el número de usuarios</translation>
    </message>
    <message>
        <source>Smallest lift that is found, by day</source>
        <translation>Menor uplift que se detecta, por día</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 usuarios</translation>
    </message>
    <message>
        <source>%1 in each variant</source>
        <translation>%1 en cada variante</translation>
    </message>
    <message>
        <source> · about %1 days at %2 users a day</source>
        <translation> · unos %1 días a %2 usuarios al día</translation>
    </message>
    <message>
        <source>Power by number of users: %1 at %2 users</source>
        <translation>Potencia según el número de usuarios: %1 con %2 usuarios</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <translation>%1 el día %2</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>día %1</translation>
    </message>
    <message>
        <source>Smallest lift that is found by day: %1 on day %2</source>
        <translation>Menor uplift que se detecta por día: %1 el día %2</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Se juzga por</translation>
    </message>
    <message>
        <source>Looks and bounds</source>
        <translation>Análisis y cotas</translation>
    </message>
    <message>
        <source>Power and days</source>
        <translation>Potencia y días</translation>
    </message>
    <message>
        <source>What is shown of the plan</source>
        <translation>Lo que se muestra del plan</translation>
    </message>
    <message>
        <source>One look at the end</source>
        <translation>Un análisis al final</translation>
    </message>
    <message>
        <source>A few planned looks</source>
        <translation>Unos pocos análisis previstos</translation>
    </message>
    <message>
        <source>Looks at any time</source>
        <translation>Análisis en todo momento</translation>
    </message>
    <message>
        <source>Posterior, not protected against peeking</source>
        <translation>A posteriori, sin protección contra el peeking</translation>
    </message>
    <message>
        <source>: %1 users, %2 days</source>
        <translation>: %1 usuarios, %2 días</translation>
    </message>
    <message>
        <source>: %1 users</source>
        <translation>: %1 usuarios</translation>
    </message>
    <message>
        <source>as it was before …</source>
        <translation>como era antes …</translation>
    </message>
    <message>
        <source>from a table (CSV) …</source>
        <translation>de una tabla (CSV) …</translation>
    </message>
    <message>
        <source>A table with the rate</source>
        <translation>Una tabla con la tasa</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>Tablas (*.csv *.tsv *.txt *.tab);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source> · on average %1 where the lift is true</source>
        <translation> · de media %1 donde el uplift es real</translation>
    </message>
</context>
<context>
    <name>xp::ui::StartPage</name>
    <message>
        <source>Remember me on this computer</source>
        <translation>Recordarme en este equipo</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Identificarse</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Open a database …</source>
        <translation>Abrir una base …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>Ver la demo</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>No service yet? “./xp run” in the project&apos;s folder starts one.</source>
        <translation>¿Aún no hay servicio? «./xp run» en la carpeta del proyecto inicia uno.</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Conectar con un servicio</translation>
    </message>
    <message>
        <source>This page shows the experiments of the service that it came from.</source>
        <translation>Esta página muestra los experimentos del servicio del que viene.</translation>
    </message>
    <message>
        <source>An experimentation service, or its database: postgresql://user@host/name.</source>
        <translation>Un servicio de experimentación, o su base de datos: postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>Without a service</source>
        <translation>Sin servicio</translation>
    </message>
    <message>
        <source>Everything happens on this machine.</source>
        <translation>Todo sucede en este equipo.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Abrir un archivo …</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Lab. de peeking</translation>
    </message>
    <message>
        <source>A table (CSV, TSV) with one row for each user, or an evidence bundle.</source>
        <translation>Una tabla (CSV, TSV) con una fila por usuario, o un paquete de pruebas.</translation>
    </message>
    <message>
        <source>A SQLite file of an experimentation service.</source>
        <translation>Un archivo SQLite de un servicio de experimentación.</translation>
    </message>
    <message>
        <source>Experiments of known truth, some of them still fed with visitors.</source>
        <translation>Experimentos de verdad conocida, algunos aún con visitantes.</translation>
    </message>
    <message>
        <source>Peek at 1,000 experiments in which nothing differs.</source>
        <translation>Mire en 1000 experimentos en los que nada difiere.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Conectando con %1 …</translation>
    </message>
    <message>
        <source>The service asks for a token.</source>
        <translation>El servicio pide un token.</translation>
    </message>
    <message>
        <source>%1 Trying again …</source>
        <translation>%1 Se intenta de nuevo …</translation>
    </message>
    <message>
        <source>Open a query …</source>
        <translation>Abrir una consulta …</translation>
    </message>
    <message>
        <source>SQL of exposures and facts in your own PostgreSQL or SQLite.</source>
        <translation>SQL de exposiciones y hechos en su propio PostgreSQL o SQLite.</translation>
    </message>
    <message>
        <source>Keep the token in the system&apos;s keychain</source>
        <translation>Guardar el token en el llavero del sistema</translation>
    </message>
    <message>
        <source>Kept until the studio is closed: no keychain answers</source>
        <translation>Guardado hasta cerrar: ningún llavero responde</translation>
    </message>
    <message>
        <source>Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens.</source>
        <translation>Inicie el servicio de secretos de su escritorio (GNOME Keyring, KWallet) para guardar tokens.</translation>
    </message>
    <message>
        <source>where the service asks for one</source>
        <translation>si el servicio lo pide</translation>
    </message>
</context>
<context>
    <name>xp::ui::TableView</name>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>Guardar como CSV …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>xp::ui::TermsDialog</name>
    <message>
        <source>The statistics</source>
        <translation>La estadística</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>Qué significan los números</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statistical terms</source>
        <translation>Términos estadísticos</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>Buscar en los términos</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Términos</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
</context>
<context>
    <name>xp::ui::TitledCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>Copiar o guardar este gráfico</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Guardar el gráfico</translation>
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
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>Guardar como PNG …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Guardar como SVG …</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficDialog</name>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>How many take part in “%1”?</source>
        <translation>¿Cuántos participan en «%1»?</translation>
    </message>
    <message>
        <source>Those who take part already stay, and keep their variant. Only newcomers are concerned; the split between the variants stays as it is.</source>
        <translation>Los que ya participan siguen y conservan su variante. Solo afecta a los que llegan; el reparto entre las variantes sigue como está.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Parte de todos los usuarios</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Motivo, para el registro de auditoría</translation>
    </message>
    <message>
        <source>Change traffic</source>
        <translation>Cambiar tráfico</translation>
    </message>
    <message>
        <source>%1 → %2 of all users</source>
        <translation>%1 → %2 de todos los usuarios</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficPage</name>
    <message>
        <source>Who takes part?</source>
        <translation>¿Quién participa?</translation>
    </message>
    <message>
        <source>Users outside the share see what they see today and are not counted.</source>
        <translation>Los usuarios fuera de la parte ven lo que ven hoy y no se cuentan.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Parte de todos los usuarios</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>%1 of %2 users a day: the planned %3 users are there after about %4 days.</source>
        <translation>%1 de %2 usuarios al día: los %3 usuarios previstos están tras unos %4 días.</translation>
    </message>
    <message>
        <source>Only users for whom this holds, as a condition in JSON; empty: everybody</source>
        <translation>Solo usuarios que cumplen esta condición en JSON; vacío: todos</translation>
    </message>
</context>
<context>
    <name>xp::ui::Trends</name>
    <message>
        <source>Lift over time</source>
        <translation>Uplift en el tiempo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, with its interval</source>
        <translation>%1, con su intervalo</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>valor p, logarítmico</translation>
    </message>
</context>
<context>
    <name>xp::ui::VariantsPage</name>
    <message>
        <source>What do you compare?</source>
        <translation>¿Qué compara?</translation>
    </message>
    <message>
        <source>The first variant is the control, what users see today. The others are compared with it.</source>
        <translation>La primera variante es el control, lo que los usuarios ven hoy. Las demás se comparan con ella.</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Añadir una variante</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Configuration, JSON</source>
        <translation>Configuración, JSON</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Partes iguales</translation>
    </message>
    <message>
        <source>treatment %1</source>
        <translation>tratamiento %1</translation>
    </message>
    <message>
        <source>Share of the variant, as a slider</source>
        <translation>Parte de la variante, como deslizador</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Nombre de la variante</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>Parte de la variante</translation>
    </message>
    <message>
        <source>Configuration of the variant</source>
        <translation>Configuración de la variante</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>Quitar la variante</translation>
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
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>Uplift, intervalo</translation>
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
        <translation>Prob.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Y si</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Según lo previsto</translation>
    </message>
</context>
</TS>
