<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>Created</source>
        <translation>Criado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Alterado</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Excluído</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Retomado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Encerrado</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arquivado</translation>
    </message>
    <message>
        <source>Looked early</source>
        <translation>Analisado antes da hora</translation>
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
        <translation>Avaliado em um aplicativo</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Nota excluída</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hipótese</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsável</translation>
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
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>Units per variant</source>
        <translation>Unidades por variante</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Impressão digital</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>Segmentação</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planejado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
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
        <translation>Poder</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>Menor efeito</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Análises</translation>
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
        <translation>todas as importadas</translation>
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
        <translation>%1 em conjunto: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, corrigido</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>Valor-p</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>nível %1</translation>
    </message>
    <message>
        <source>level %1 · planned look</source>
        <translation>nível %1 · planejado</translation>
    </message>
    <message>
        <source>level %1 · early look</source>
        <translation>nível %1 · precoce</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Divisão</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>desviada</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>como planejado</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Proteções</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>nenhuma planejada</translation>
    </message>
    <message>
        <source>! %1 worse</source>
        <translation>! %1 piorou</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 em aberto</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 de %2</translation>
    </message>
    <message>
        <source>no harm found</source>
        <translation>nenhum dano encontrado</translation>
    </message>
    <message>
        <source>Chance to be better</source>
        <translation>Chance de ser melhor</translation>
    </message>
    <message>
        <source>posterior · one look %1</source>
        <translation>posteriori · análise única %1</translation>
    </message>
    <message>
        <source>p, %1</source>
        <translation>p, %1</translation>
    </message>
    <message>
        <source>level %1 · one look %2</source>
        <translation>nível %1 · análise única %2</translation>
    </message>
    <message>
        <source>mismatch, %1</source>
        <translation>desviada, %1</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>não pior que a margem</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Every variant needs a name.</source>
        <translation>Cada variante precisa de um nome.</translation>
    </message>
    <message>
        <source>Two variants are called “%1”.</source>
        <translation>Duas variantes se chamam “%1”.</translation>
    </message>
    <message>
        <source>The configuration of “%1” is not a JSON object, such as {&quot;layout&quot;: 2}.</source>
        <translation>A configuração de “%1” não é um objeto JSON, como {&quot;layout&quot;: 2}.</translation>
    </message>
    <message>
        <source>The shares add up to %1, not to 100 %.</source>
        <translation>As partes somam %1, e não 100 %.</translation>
    </message>
    <message>
        <source>An experiment needs a metric.</source>
        <translation>Um experimento precisa de uma métrica.</translation>
    </message>
    <message>
        <source>Every metric needs a name: the event that is tracked.</source>
        <translation>Cada métrica precisa de um nome: o evento que é registrado.</translation>
    </message>
    <message>
        <source>Two metrics are called “%1”.</source>
        <translation>Duas métricas se chamam “%1”.</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Cópia de %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pergunta</translation>
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
        <translation>Tamanho e duração</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>O experimento precisa de um nome.</translation>
    </message>
    <message>
        <source>A rate of %1 cannot grow by %2.</source>
        <translation>Uma taxa de %1 não pode crescer %2.</translation>
    </message>
    <message>
        <source>No size finds this lift with this power: enter a larger lift.</source>
        <translation>Nenhum tamanho detecta este uplift com este poder: informe um uplift maior.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.</source>
        <translation>%1 de todos os usuários participam. Cada um mantém uma variante: “%2” é o controle, comparado com %3.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No metric is primary: a user converts with any of the conversion metrics.</source>
        <translation>Nenhuma métrica é primária: um usuário converte com qualquer uma das métricas de conversão.</translation>
    </message>
    <message>
        <source>It is decided by %1, everything else is shown beside it.</source>
        <translation>Decide-se por %1, todo o resto é mostrado ao lado.</translation>
    </message>
    <message>
        <source>%1 users a day take part: that takes about %2 days.</source>
        <translation>%1 usuários participam por dia: isso leva cerca de %2 dias.</translation>
    </message>
    <message>
        <source>Without a primary metric there is no decision: mark the one that matters.</source>
        <translation>Sem métrica primária não há decisão: marque a que importa.</translation>
    </message>
    <message>
        <source>It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.</source>
        <translation>Dura %1 dias. Mais tráfego, ou um uplift mínimo maior, encurta.</translation>
    </message>
    <message>
        <source>The units are there in less than a week. Let it run for seven days all the same, to see every day of the week.</source>
        <translation>As unidades chegam em menos de uma semana. Deixe por sete dias mesmo assim, para ver cada dia da semana.</translation>
    </message>
    <message>
        <source>The split is uneven: the planned size is reached when the smallest variant has it, which takes longer.</source>
        <translation>A divisão é desigual: o tamanho planejado é atingido quando a menor variante o tem, o que demora mais.</translation>
    </message>
    <message>
        <source>It is judged once, when every variant has %1 units, at a level of %2.</source>
        <translation>Julga-se uma vez, quando cada variante tem %1 unidades, ao nível de %2.</translation>
    </message>
    <message>
        <source>It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.</source>
        <translation>Julga-se quando %1 de %2 unidades em cada variante estão lá; as análises dividem um nível de %3.</translation>
    </message>
    <message>
        <source>It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 units in every variant.</source>
        <translation>Pode-se julgar a qualquer momento, ao nível de %2 para todas as análises juntas; estão planejadas %1 unidades em cada variante.</translation>
    </message>
    <message>
        <source>It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and stopping then is not protected.</source>
        <translation>Julga-se por sua posteriori, a %2, quando cada variante tem %1 unidades; olhar antes e parar então não é protegido.</translation>
    </message>
    <message>
        <source>From a rate of %1, a lift of %2 is then found with a probability of %3.</source>
        <translation>A partir de uma taxa de %1, um uplift de %2 é então detectado com probabilidade de %3.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>What must not get worse may be worse by less than: %1.</source>
        <translation>O que não pode piorar pode piorar menos que: %1.</translation>
    </message>
    <message>
        <source>The condition is not a JSON object.</source>
        <translation>A condição não é um objeto JSON.</translation>
    </message>
    <message>
        <source>“%1” runs on the same users and counts %2, too. Both stay fair, but one may change what the other does: a common layer keeps their users apart.</source>
        <translation>“%1” atinge os mesmos usuários e também conta %2. Ambos continuam justos, mas um pode mudar o que o outro faz: uma camada comum separa seus usuários.</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>A conversion is 0 or 1 for each unit: its rate says all.</source>
        <translation>Uma conversão é 0 ou 1 para cada unidade: sua taxa diz tudo.</translation>
    </message>
    <message>
        <source>The distribution is known after the first pass over the units, a few minutes after they arrive.</source>
        <translation>A distribuição é conhecida após a primeira passagem pelas unidades, poucos minutos depois de chegarem.</translation>
    </message>
    <message>
        <source>%1: %2 zero</source>
        <translation>%1: %2 zero</translation>
    </message>
    <message>
        <source>, %1 negative</source>
        <translation>, %1 negativos</translation>
    </message>
    <message>
        <source>, median %1, 99 % below %2</source>
        <translation>, mediana %1, 99 % abaixo de %2</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>limitado em %1</translation>
    </message>
    <message>
        <source>Distribution of %1. %2</source>
        <translation>Distribuição de %1. %2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The service does not answer in time.</source>
        <translation>O serviço não responde a tempo.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Nada responde neste endereço.</translation>
    </message>
    <message>
        <source>What answers at this address is not an experimentation service.</source>
        <translation>O que responde neste endereço não é um serviço de experimentação.</translation>
    </message>
    <message>
        <source>The address redirects elsewhere. Enter the final address.</source>
        <translation>O endereço redireciona para outro lugar. Informe o endereço final.</translation>
    </message>
    <message>
        <source>The service does not accept this token.</source>
        <translation>O serviço não aceita este token.</translation>
    </message>
    <message>
        <source>The token does not allow this. %1</source>
        <translation>O token não permite isso. %1</translation>
    </message>
    <message>
        <source>This is not possible now. %1</source>
        <translation>Isso não é possível agora. %1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>O arquivo não pode ser lido.</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>O arquivo está vazio; sua primeira linha deve nomear as colunas.</translation>
    </message>
    <message>
        <source>The file has a line of names, but no rows.</source>
        <translation>O arquivo tem uma linha de nomes, mas nenhuma outra.</translation>
    </message>
    <message>
        <source>The file has too many lines.</source>
        <translation>O arquivo tem linhas demais.</translation>
    </message>
    <message>
        <source>A unit is in the file twice.</source>
        <translation>Uma unidade está duas vezes no arquivo.</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>A linha %1 é longa demais.</translation>
    </message>
    <message>
        <source>A field in line %1 is too long.</source>
        <translation>Um campo da linha %1 é longo demais.</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>A linha %1 tem colunas demais.</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark stands within a field.</source>
        <translation>Na linha %1 há uma aspa dentro de um campo.</translation>
    </message>
    <message>
        <source>A quoted field that begins in line %1 is never closed.</source>
        <translation>Um campo entre aspas que começa na linha %1 nunca é fechado.</translation>
    </message>
    <message>
        <source>In line %1 text follows a closing quotation mark.</source>
        <translation>Na linha %1 segue texto a uma aspa de fechamento.</translation>
    </message>
    <message>
        <source>Line %1 holds the character U+0000.</source>
        <translation>A linha %1 contém o caractere U+0000.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; save the file as UTF-8, or say that it is Latin-1.</source>
        <translation>A linha %1 não é UTF-8; salve o arquivo como UTF-8, ou diga que é Latin-1.</translation>
    </message>
    <message>
        <source>Line %1 does not have as many fields as there are columns.</source>
        <translation>A linha %1 não tem tantos campos quantas colunas há.</translation>
    </message>
    <message>
        <source>This is not a zip file that can be read.</source>
        <translation>Este não é um arquivo zip legível.</translation>
    </message>
    <message>
        <source>The zip file is too large.</source>
        <translation>O arquivo zip é grande demais.</translation>
    </message>
    <message>
        <source>This is not an evidence bundle.</source>
        <translation>Este não é um pacote de evidências.</translation>
    </message>
    <message>
        <source>The bundle was written by another release of this program.</source>
        <translation>O pacote foi gravado por outra versão deste programa.</translation>
    </message>
    <message>
        <source>What was opened from a file cannot be changed.</source>
        <translation>O que foi aberto de um arquivo não pode ser mudado.</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:8000.</source>
        <translation>Um endereço tem a forma http://127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>Um endereço começa com http:// ou https://.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than this program reads.</source>
        <translation>A resposta do serviço é maior do que este programa lê.</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>Isto não está disponível aqui.</translation>
    </message>
    <message>
        <source>This build of the studio cannot open databases.</source>
        <translation>Esta versão do estúdio não pode abrir bancos de dados.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>Não se pode criar uma pasta temporária.</translation>
    </message>
    <message>
        <source>The service has too much to do; try again in a moment.</source>
        <translation>O serviço tem trabalho demais; tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>O serviço está parando.</translation>
    </message>
    <message>
        <source>The database cannot be reached; try again shortly.</source>
        <translation>O banco de dados está inacessível; tente de novo em breve.</translation>
    </message>
    <message>
        <source>The database is read-only; the service must be able to write the file and its folder.</source>
        <translation>O banco de dados é somente leitura; o serviço precisa poder gravar o arquivo e a pasta dele.</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>O disco do banco de dados está cheio.</translation>
    </message>
    <message>
        <source>The file is no database or is damaged; restore it from a backup.</source>
        <translation>O arquivo não é um banco de dados ou está danificado; recupere-o de uma cópia.</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>O banco de dados recusou uma instrução.</translation>
    </message>
    <message>
        <source>Another service is using this database; a SQLite file takes one.</source>
        <translation>Outro serviço usa este banco de dados; um arquivo SQLite aceita um.</translation>
    </message>
    <message>
        <source>The database was made by a later release of this program; use that one or restore a backup.</source>
        <translation>O banco de dados foi feito por uma versão posterior deste programa; use essa ou recupere uma cópia.</translation>
    </message>
    <message>
        <source>The database was made by another build of this program; use that one. Nothing was changed.</source>
        <translation>O banco de dados foi feito por outra versão deste programa; use essa. Nada foi mudado.</translation>
    </message>
    <message>
        <source>The database holds tables of another service.</source>
        <translation>O banco de dados contém tabelas de outro serviço.</translation>
    </message>
    <message>
        <source>There is no such experiment.</source>
        <translation>Não existe tal experimento.</translation>
    </message>
    <message>
        <source>There is no such note.</source>
        <translation>Não existe tal nota.</translation>
    </message>
    <message>
        <source>There is no such metric.</source>
        <translation>Não existe tal métrica.</translation>
    </message>
    <message>
        <source>Another experiment has this key.</source>
        <translation>Outro experimento tem esta chave.</translation>
    </message>
    <message>
        <source>It has been changed by somebody else in the meantime.</source>
        <translation>Outra pessoa o mudou nesse meio-tempo.</translation>
    </message>
    <message>
        <source>The present status does not allow it.</source>
        <translation>O estado atual não permite.</translation>
    </message>
    <message>
        <source>The experiment is running.</source>
        <translation>O experimento está em curso.</translation>
    </message>
    <message>
        <source>Another experiment has this part of the layer.</source>
        <translation>Outro experimento tem esta parte da camada.</translation>
    </message>
    <message>
        <source>The token works in other projects or environments.</source>
        <translation>O token vale em outros projetos ou ambientes.</translation>
    </message>
    <message>
        <source>An effect this large cannot happen: the rate would lie outside 0 to 1.</source>
        <translation>Um efeito tão grande não pode ocorrer: a taxa ficaria fora de 0 a 1.</translation>
    </message>
    <message>
        <source>Something entered is wrong.</source>
        <translation>Algo informado está errado.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected.</source>
        <translation>%1 é de outro tipo que o esperado.</translation>
    </message>
    <message>
        <source>%1 is outside of what is allowed.</source>
        <translation>%1 está fora do permitido.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 é longo demais.</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 tem entradas demais.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 está lá duas vezes.</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 não é conhecido.</translation>
    </message>
    <message>
        <source>%1 is not allowed here.</source>
        <translation>%1 não é permitido aqui.</translation>
    </message>
    <message>
        <source>%1 cannot be set.</source>
        <translation>%1 não pode ser definido.</translation>
    </message>
    <message>
        <source>%1 cannot be changed after the start.</source>
        <translation>%1 não pode ser mudado após o início.</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8.</source>
        <translation>%1 não é UTF-8 válido.</translation>
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
        <translation>agora mesmo</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>há %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>há %1</translation>
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
        <translation>Valor-p</translation>
    </message>
    <message>
        <source>How often a difference at least this large would show up if there were none. It is not the chance that the treatment works.</source>
        <translation>Com que frequência uma diferença pelo menos tão grande apareceria se não houvesse nenhuma. Não é a probabilidade de que o tratamento funcione.</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>Nível de significância</translation>
    </message>
    <message>
        <source>The share of experiments without any effect that one is willing to call a success by mistake. It is chosen before the start: 5 % unless the plan says otherwise.</source>
        <translation>A parte dos experimentos sem efeito algum que se aceita tomar por engano como sucesso. É escolhido antes do início: 5 %, a menos que o plano diga outra coisa.</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>Intervalo de confiança</translation>
    </message>
    <message>
        <source>The effects that the data do not contradict at the plan&apos;s level. An interval that holds 0 leaves open whether there is an effect; its width tells how much is known.</source>
        <translation>Os efeitos que os dados não contradizem ao nível do plano. Um intervalo que contém 0 deixa em aberto se há efeito; sua largura diz quanto se sabe.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>How much larger the treatment&apos;s value is than the control&apos;s, relative to it. From 10 % to 11 % is a lift of 10 %.</source>
        <translation>Quanto o valor do tratamento é maior que o do controle, em relação a este. De 10 % para 11 % é um uplift de 10 %.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on either side chance gets once in twenty looks, if one looks once.</source>
        <translation>O efeito em unidades do seu erro padrão: a que distância está de nada. Além de 1,96 de um lado ou de outro o acaso chega uma vez em vinte, se olharmos uma vez só.</translation>
    </message>
    <message>
        <source>Correction for several hypotheses</source>
        <translation>Correção para várias hipóteses</translation>
    </message>
    <message>
        <source>Who asks twenty questions gets one answer by chance. Holm&apos;s correction bounds the chance of any false success, Benjamini-Hochberg&apos;s the share of false ones among all.</source>
        <translation>Quem faz vinte perguntas recebe uma resposta por acaso. A correção de Holm limita a probabilidade de um único falso sucesso, a de Benjamini-Hochberg a parte dos falsos entre todos.</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Métrica de proteção</translation>
    </message>
    <message>
        <source>A metric that must not get worse, whatever the primary metric gains. It has a margin: how much worse is still taken for nothing.</source>
        <translation>Uma métrica que não pode piorar, ganhe o que ganhar a primária. Ela tem uma margem: quanto pior ainda se toma por nada.</translation>
    </message>
    <message>
        <source>Non-inferiority</source>
        <translation>Não inferioridade</translation>
    </message>
    <message>
        <source>Shown when the treatment is not worse than the control by more than the margin. To find no difference is not enough: a small sample finds none either.</source>
        <translation>Demonstrada quando o tratamento não é pior que o controle em mais que a margem. Não achar diferença não basta: uma amostra pequena também não acha.</translation>
    </message>
    <message>
        <source>Peeking</source>
        <translation>Peeking</translation>
    </message>
    <message>
        <source>To look again and again and to stop at the first success. With a test made for one look, 21 looks find an effect in a quarter of the experiments that have none.</source>
        <translation>Olhar de novo e de novo e parar no primeiro sucesso. Com um teste feito para uma só análise, 21 olhadas acham um efeito num quarto dos experimentos que não têm nenhum.</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>Análise única</translation>
    </message>
    <message>
        <source>The plan is judged once, at its size; until then there is no verdict. It needs the fewest users when nobody wants to stop early.</source>
        <translation>O plano é julgado uma vez, em seu tamanho; até lá não há veredito. É o que precisa de menos usuários quando ninguém quer parar antes.</translation>
    </message>
    <message>
        <source>Group-sequential</source>
        <translation>Sequencial em grupos</translation>
    </message>
    <message>
        <source>A few looks are planned and share the level, each with a bound of its own. A clear result may end the experiment at any of them.</source>
        <translation>Algumas análises são planejadas e dividem o nível, cada uma com seu próprio limite. Um resultado claro pode encerrar o experimento em qualquer delas.</translation>
    </message>
    <message>
        <source>Always-valid</source>
        <translation>Sempre válido</translation>
    </message>
    <message>
        <source>Its interval holds at all times at once, so one may look every minute and stop at will. The price is an interval about half as wide again as that of one look.</source>
        <translation>Seu intervalo vale em todos os momentos ao mesmo tempo, então se pode olhar a cada minuto e parar à vontade. O preço é um intervalo cerca de uma vez e meia mais largo que o de uma análise única.</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>Probabilidade de ser melhor</translation>
    </message>
    <message>
        <source>The chance that the treatment is better, given the data and what was thought before them. It is not protected against peeking.</source>
        <translation>A chance de o tratamento ser melhor, dados os dados e o que se pensava antes deles. Não protege contra o peeking.</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Priori</translation>
    </message>
    <message>
        <source>What is thought of the lift before any data: 0, give or take 10 % unless it is changed. It pulls surprising results of small samples towards nothing.</source>
        <translation>O que se pensa do uplift antes de qualquer dado: 0, com 10 % para mais ou para menos, a menos que se mude. Puxa para nada resultados surpreendentes de amostras pequenas.</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Segunda opinião</translation>
    </message>
    <message>
        <source>What the other methods say of the same numbers. The plan&apos;s own method decides; an opinion that differs is worth a thought.</source>
        <translation>O que os outros métodos dizem dos mesmos números. O método do plano decide; uma opinião diferente merece reflexão.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Poder</translation>
    </message>
    <message>
        <source>The chance that the experiment finds an effect of the size that it was planned for. At 80 % it misses one in five.</source>
        <translation>A chance de o experimento detectar um efeito do tamanho planejado. Com 80 % ele perde um em cinco.</translation>
    </message>
    <message>
        <source>Smallest detectable lift</source>
        <translation>Menor uplift detectável</translation>
    </message>
    <message>
        <source>The smallest effect that is found with the wished power. Half of it takes four times the users.</source>
        <translation>O menor efeito que é detectado com o poder desejado. Metade dele exige quatro vezes mais usuários.</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Tamanho da amostra</translation>
    </message>
    <message>
        <source>How many units each variant needs for the planned power. The bar shows the smallest variant, because it decides.</source>
        <translation>De quantas unidades cada variante precisa para o poder planejado. A barra mostra a menor variante, porque é ela que decide.</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Divisão da amostra</translation>
    </message>
    <message>
        <source>Whether the units are split as planned. A mismatch means that units get lost or doubled on their way, and that no other number here can be trusted.</source>
        <translation>Se as unidades estão divididas como planejado. Um desvio significa que unidades se perdem ou se duplicam no caminho, e que nenhum outro número aqui é confiável.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidade</translation>
    </message>
    <message>
        <source>Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a busy user counts once.</source>
        <translation>Quem o hash atribui: quase sempre um usuário. Todos os eventos de uma unidade são somados primeiro, para que um usuário ativo conte uma vez.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>The time between two changes of the split. Epochs are compared within themselves and then put together, so that a change on the way does not bend the result.</source>
        <translation>O tempo entre duas mudanças da divisão. As épocas são comparadas em si mesmas e depois reunidas, para que uma mudança no caminho não distorça o resultado.</translation>
    </message>
    <message>
        <source>Adjustment by history (CUPED)</source>
        <translation>Ajuste pelo histórico (CUPED)</translation>
    </message>
    <message>
        <source>What was known of a unit before it came explains part of its value; that part is taken away. The interval gets narrower, the effect stays the same.</source>
        <translation>O que se sabia de uma unidade antes de ela chegar explica parte do seu valor; essa parte é retirada. O intervalo fica mais estreito, o efeito continua o mesmo.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Values beyond a high quantile count as that quantile. A few very large ones no longer drown all others.</source>
        <translation>Valores além de um quantil alto contam como esse quantil. Alguns muito grandes já não abafam todos os outros.</translation>
    </message>
    <message>
        <source>Ratio metric</source>
        <translation>Métrica de razão</translation>
    </message>
    <message>
        <source>One sum over another, such as clicks over views, where units are assigned and not views. Its variance is taken over the units.</source>
        <translation>Uma soma dividida por outra, como cliques por visualizações, onde se atribuem unidades e não visualizações. Sua variância é tomada sobre as unidades.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>one look</source>
        <translation>análise única</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>sequencial em grupos</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>sempre válido</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayesiano</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>sem veredito</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>cedo demais</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>à espera</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>indeciso</translation>
    </message>
    <message>
        <source>better</source>
        <translation>melhor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pior</translation>
    </message>
    <message>
        <source>non-inferior</source>
        <translation>não inferior</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>inferior</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>acima de %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>abaixo de %1</translation>
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
Tente xp-studio --help.</translation>
    </message>
    <message>
        <source>Only one of --connect, --open and --demo can be given.</source>
        <translation>Só uma das opções --connect, --open e --demo pode ser dada.</translation>
    </message>
    <message>
        <source>--screenshot needs --connect, --open or --demo.</source>
        <translation>--screenshot precisa de --connect, --open ou --demo.</translation>
    </message>
    <message>
        <source>The analysts&apos; desktop application of the experimentation platform.
Exit codes: 0 done, 1 failed, 2 wrong usage.</source>
        <translation>O aplicativo de desktop dos analistas da plataforma de experimentação.
Códigos de saída: 0 feito, 1 falhou, 2 uso errado.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Mostra este texto.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Mostra a versão.</translation>
    </message>
    <message>
        <source>Connects to the service there.</source>
        <translation>Conecta-se ao serviço que está lá.</translation>
    </message>
    <message>
        <source>Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a postgresql:// address.</source>
        <translation>Abre uma tabela (CSV, TSV), um pacote de evidências, um banco SQLite ou um endereço postgresql://.</translation>
    </message>
    <message>
        <source>Opens experiments of known truth, some of them fed live.</source>
        <translation>Abre experimentos de verdade conhecida, alguns alimentados ao vivo.</translation>
    </message>
    <message>
        <source>The token to use. Other users of this computer may see a command line: the environment variable ADMIN_TOKEN is not shown to them.</source>
        <translation>O token a usar. Outros usuários deste computador podem ver uma linha de comando: a variável de ambiente ADMIN_TOKEN não lhes é mostrada.</translation>
    </message>
    <message>
        <source>Opens this experiment.</source>
        <translation>Abre este experimento.</translation>
    </message>
    <message>
        <source>Shows this page: lab, new, or a tab of the experiment (results, over-time, health, events, notes, audit, plan, ...).</source>
        <translation>Mostra esta página: lab, new, ou uma aba do experimento (results, over-time, health, events, notes, audit, plan, ...).</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark ou system.</translation>
    </message>
    <message>
        <source>The language for this time, such as de; see the settings.</source>
        <translation>O idioma desta vez, como de; veja as configurações.</translation>
    </message>
    <message>
        <source>Size of the window: 1440x900.</source>
        <translation>Tamanho da janela: 1440x900.</translation>
    </message>
    <message>
        <source>Writes a picture of the window once its data is there, and ends.</source>
        <translation>Grava uma imagem da janela quando seus dados estão lá, e termina.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>“%1” não é uma opção.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme é light, dark ou system, e não “%1”.</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;.</source>
        <translation>--language é um de %1, e não “%2”.</translation>
    </message>
    <message>
        <source>--size looks like 1440x900, not &apos;%1&apos;.</source>
        <translation>--size tem a forma 1440x900, e não “%1”.</translation>
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
        <translation>A curva aparece com os primeiros instantâneos: a cada hora nos três primeiros dias, depois a cada dia.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>início</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausado</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>retomado</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>fim</translation>
    </message>
    <message>
        <source>traffic %1 → %2</source>
        <translation>tráfego %1 → %2</translation>
    </message>
    <message>
        <source>new split</source>
        <translation>nova divisão</translation>
    </message>
    <message>
        <source>departure from the plan</source>
        <translation>desvio do plano</translation>
    </message>
    <message>
        <source>Lift over time: %1 at the last snapshot</source>
        <translation>Uplift no tempo: %1 no último instantâneo</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>análise única</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>sempre válido</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>sequencial em grupos</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>bayesiano</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>nível %1</translation>
    </message>
    <message>
        <source>p-value over time: %1 at the last snapshot, level %2</source>
        <translation>Valor-p no tempo: %1 no último instantâneo, nível %2</translation>
    </message>
    <message>
        <source>Bounds are drawn for conversions of a plan with a size.</source>
        <translation>Os limites são traçados para conversões de um plano com tamanho.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>better</source>
        <translation>melhor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pior</translation>
    </message>
    <message>
        <source>z and the plan&apos;s bounds by share of the planned size</source>
        <translation>z e os limites do plano por parte do tamanho planejado</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planejado</translation>
    </message>
    <message>
        <source>Units over time: %1</source>
        <translation>Unidades no tempo: %1</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>share of units with the event</source>
        <translation>parte das unidades com o evento</translation>
    </message>
    <message>
        <source>events per unit</source>
        <translation>eventos por unidade</translation>
    </message>
    <message>
        <source>sum of values per unit</source>
        <translation>soma dos valores por unidade</translation>
    </message>
    <message>
        <source>mean value per event</source>
        <translation>valor médio por evento</translation>
    </message>
    <message>
        <source>sum of one event over another</source>
        <translation>soma de um evento sobre a de outro</translation>
    </message>
    <message>
        <source>share of units that return</source>
        <translation>parte das unidades que voltam</translation>
    </message>
    <message>
        <source>days with the event per unit</source>
        <translation>dias com o evento por unidade</translation>
    </message>
    <message>
        <source>share of units that take every step</source>
        <translation>parte das unidades que dão cada passo</translation>
    </message>
    <message>
        <source>quantile of the sum of values per unit</source>
        <translation>quantil da soma dos valores por unidade</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> · control</source>
        <translation> · controle</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>one value per unit</source>
        <translation>um valor por unidade</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>mais é melhor</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>menos é melhor</translation>
    </message>
    <message>
        <source> · within %1 of the exposure</source>
        <translation> · dentro de %1 desde a exposição</translation>
    </message>
    <message>
        <source>%1, looks at %2 of the planned size</source>
        <translation>%1, análises a %2 do tamanho planejado</translation>
    </message>
    <message>
        <source>the treatments of each metric</source>
        <translation>os tratamentos de cada métrica</translation>
    </message>
    <message>
        <source>treatments and primary metrics</source>
        <translation>tratamentos e métricas primárias</translation>
    </message>
    <message>
        <source>treatments and all metrics</source>
        <translation>tratamentos e todas as métricas</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>%1, two-sided</source>
        <translation>%1, bilateral</translation>
    </message>
    <message>
        <source>%1, one-sided: better</source>
        <translation>%1, unilateral: melhor</translation>
    </message>
    <message>
        <source> to find a lift of %1</source>
        <translation> para detectar um uplift de %1</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Poder</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>pelo menos %1 dias</translation>
    </message>
    <message>
        <source>%1 days planned, </source>
        <translation>%1 dias planejados, </translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correção</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 sobre %2</translation>
    </message>
    <message>
        <source>%1 may be worse by %2</source>
        <translation>%1 pode piorar %2</translation>
    </message>
    <message>
        <source>%1 is cut at its %2 percentile</source>
        <translation>%1 é limitado em seu percentil %2</translation>
    </message>
    <message>
        <source>Margins and caps</source>
        <translation>Margens e limites</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>by the history of %1 before the exposure (CUPED)</source>
        <translation>pelo histórico de %1 antes da exposição (CUPED)</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Priori</translation>
    </message>
    <message>
        <source>lift of %1 ± %2</source>
        <translation>uplift de %1 ± %2</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hipótese</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
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
        <translation>Tamanho planejado</translation>
    </message>
    <message>
        <source>%1 units in each variant</source>
        <translation>%1 unidades em cada variante</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>assigned elsewhere, imported</source>
        <translation>atribuído em outro lugar, importado</translation>
    </message>
    <message>
        <source>%1 of all units</source>
        <translation>%1 de todas as unidades</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projeto</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsável</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>criado %1</translation>
    </message>
    <message>
        <source> · started %1</source>
        <translation> · iniciado %1</translation>
    </message>
    <message>
        <source> · stopped %1</source>
        <translation> · encerrado %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Datas</translation>
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
        <translation>neste ritmo em %1 ± %2</translation>
    </message>
    <message>
        <source>at this pace on %1 ± %2</source>
        <translation>neste ritmo em %1 ± %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Experimentation Studio</source>
        <translation>Estúdio de experimentação</translation>
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
        <translation>encerrado %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>em %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Taxa de conversão</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Tamanho da amostra</translation>
    </message>
    <message>
        <source>Over time: %1, %2</source>
        <translation>No tempo: %1, %2</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidência</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Desvio</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusão</translation>
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
        <translation>Plano</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Impressão digital</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfólio</translation>
    </message>
    <message>
        <source>Experiments: %1, as of %2</source>
        <translation>Experimentos: %1, em %2</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plano %1</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Not written</source>
        <translation>Não gravado</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Não foi possível gravar %1: %2</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write %1</source>
        <translation>não se pode gravar %1</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>não há página “%1”</translation>
    </message>
    <message>
        <source>there is no experiment &apos;%1&apos;</source>
        <translation>não há experimento “%1”</translation>
    </message>
    <message>
        <source>the data did not arrive in time</source>
        <translation>os dados não chegaram a tempo</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>a single look</source>
        <translation>uma análise única</translation>
    </message>
    <message>
        <source>the group-sequential test</source>
        <translation>o teste sequencial em grupos</translation>
    </message>
    <message>
        <source>the always-valid test</source>
        <translation>o teste sempre válido</translation>
    </message>
    <message>
        <source>the Bayesian posterior</source>
        <translation>a posteriori bayesiana</translation>
    </message>
    <message>
        <source>better</source>
        <translation>melhor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pior</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>não pior que a margem</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>pior em mais que a margem</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>cedo demais</translation>
    </message>
    <message>
        <source>to wait</source>
        <translation>esperar</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inutilizável</translation>
    </message>
    <message>
        <source>not told apart from the control</source>
        <translation>não se distingue do controle</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source> (%1 likely to be better)</source>
        <translation> (%1 de chance de ser melhor)</translation>
    </message>
    <message>
        <source>The prior expects small effects and holds the estimate back.</source>
        <translation>A priori espera efeitos pequenos e segura a estimativa.</translation>
    </message>
    <message>
        <source>A posterior is not protected against looking often.</source>
        <translation>Uma posteriori não está protegida contra olhar com frequência.</translation>
    </message>
    <message>
        <source>A single look&apos;s p-value does not hold when results are watched as they come in.</source>
        <translation>O valor-p de uma análise única não vale quando se observam os resultados à medida que chegam.</translation>
    </message>
    <message>
        <source>They share the same level over their looks in different ways; follow the one that was planned.</source>
        <translation>Eles dividem o mesmo nível entre suas análises de maneiras diferentes; siga o que foi planejado.</translation>
    </message>
    <message>
        <source>%1, %2: %3 says %4%5, %6 says %7%8. %9</source>
        <translation>%1, %2: %3 diz %4%5, %6 diz %7%8. %9</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dia</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 dias</translation>
    </message>
    <message>
        <source>%1: the effect of %2 fades with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may be no more than novelty: the later days tell what remains.</source>
        <translation>%1: o efeito de %2 enfraquece com os dias desde a exposição, de cerca de %3 no primeiro dia a cerca de %4 %5 depois (%6). Pode não ser mais que novidade: os dias seguintes dirão o que fica.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 grows with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may take time to learn: the later days tell what is to come.</source>
        <translation>%1: o efeito de %2 cresce com os dias desde a exposição, de cerca de %3 no primeiro dia a cerca de %4 %5 depois (%6). Pode ser preciso tempo para aprender: os dias seguintes dirão o que vem.</translation>
    </message>
    <message>
        <source>1 more unit</source>
        <translation>mais 1 unidade</translation>
    </message>
    <message>
        <source>%1 more units</source>
        <translation>mais %1 unidades</translation>
    </message>
    <message>
        <source>1 more unit with an event</source>
        <translation>mais 1 unidade com um evento</translation>
    </message>
    <message>
        <source>%1 more units with an event</source>
        <translation>mais %1 unidades com um evento</translation>
    </message>
    <message>
        <source>1 more unit without an event</source>
        <translation>mais 1 unidade sem evento</translation>
    </message>
    <message>
        <source>%1 more units without an event</source>
        <translation>mais %1 unidades sem evento</translation>
    </message>
    <message>
        <source>Units are not split as planned: %1 (%2).</source>
        <translation>As unidades não estão divididas como planejado: %1 (%2).</translation>
    </message>
    <message>
        <source>The split is wrong among the units from %1 on.</source>
        <translation>A divisão está errada entre as unidades a partir de %1.</translation>
    </message>
    <message>
        <source>Units are split as planned (%1, valid at any time).</source>
        <translation>As unidades estão divididas como planejado (%1, válido a qualquer momento).</translation>
    </message>
    <message>
        <source>The split cannot be checked without units.</source>
        <translation>Sem unidades não se pode verificar a divisão.</translation>
    </message>
    <message>
        <source>Whether units were seen in several variants is not known.</source>
        <translation>Não se sabe se unidades foram vistas em várias variantes.</translation>
    </message>
    <message>
        <source>Units stay in their variant.</source>
        <translation>As unidades ficam em sua variante.</translation>
    </message>
    <message>
        <source>Clients showed another variant than the one assigned to %1 of the %2 units of which they tell. Find out which clients do not ask for it.</source>
        <translation>Aplicativos mostraram outra variante que a atribuída a %1 das %2 unidades de que dão conta. Descubra quais não a perguntam.</translation>
    </message>
    <message>
        <source>Clients show the variants that are assigned.</source>
        <translation>Os aplicativos mostram as variantes atribuídas.</translation>
    </message>
    <message>
        <source>Ids were joined equally often in all variants.</source>
        <translation>Os ids foram unidos com a mesma frequência em todas as variantes.</translation>
    </message>
    <message>
        <source>There is no history from before the experiment to compare.</source>
        <translation>Não há histórico de antes do experimento para comparar.</translation>
    </message>
    <message>
        <source>The variants were alike before the experiment.</source>
        <translation>As variantes eram iguais antes do experimento.</translation>
    </message>
    <message>
        <source>Every metric has enough data.</source>
        <translation>Cada métrica tem dados suficientes.</translation>
    </message>
    <message>
        <source>No effect is too large to be true.</source>
        <translation>Nenhum efeito é grande demais para ser verdade.</translation>
    </message>
    <message>
        <source>Check the tracking before you believe it: %1, %2. Effects this large are more often a bug than a success.</source>
        <translation>Verifique o registro antes de acreditar: %1, %2. Efeitos tão grandes são mais vezes um defeito que um sucesso.</translation>
    </message>
    <message>
        <source>Whether an effect wears off cannot be told yet: that needs units watched for at least four days after their exposure, with enough data on each.</source>
        <translation>Ainda não se pode dizer se um efeito se desgasta: são necessárias unidades observadas por pelo menos quatro dias após a exposição, com dados suficientes em cada um.</translation>
    </message>
    <message>
        <source>No effect changes with the days since exposure.</source>
        <translation>Nenhum efeito muda com os dias desde a exposição.</translation>
    </message>
    <message>
        <source>%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a bot, or an event that is sent in a loop.</source>
        <translation>%1: 1 de %2 unidades com algum valor soma %3 do total, em %4. Verifique se é um bot ou um evento enviado em laço.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether they are bots, or events that are sent in a loop.</source>
        <translation>%1: %2 de %3 unidades com algum valor somam %4 do total, %5 delas em %6. Verifique se são bots ou eventos enviados em laço.</translation>
    </message>
    <message>
        <source>%1: the effect of %2 is %3 among units of the first half and %4 among those of the second (%5). It may wear off, or grow.</source>
        <translation>%1: o efeito de %2 é %3 entre as unidades da primeira metade e %4 entre as da segunda (%5). Pode se desgastar, ou crescer.</translation>
    </message>
    <message>
        <source>%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.</source>
        <translation>%1: cedo demais para um veredito, uma variante precisa de %2 antes que se possa confiar nos números.</translation>
    </message>
    <message>
        <source>It ran for %1 of at least %2 days, which are needed to have seen every day of the week.</source>
        <translation>Durou %1 de pelo menos %2 dias, necessários para ter visto cada dia da semana.</translation>
    </message>
    <message>
        <source>Start the experiment: it has no units yet.</source>
        <translation>Inicie o experimento: ele ainda não tem unidades.</translation>
    </message>
    <message>
        <source>There are no units to analyse yet.</source>
        <translation>Ainda não há unidades para analisar.</translation>
    </message>
    <message>
        <source>Continue the experiment: %1 has %2, and needs %3 more before anything can be said.</source>
        <translation>Continuar: %1 tem %2, e precisa de mais %3 antes que se possa dizer algo.</translation>
    </message>
    <message>
        <source>Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than the %4 needed for any statement.</source>
        <translation>Não julgue por este experimento: foi encerrado quando %1 tem %2, %3 a menos que as %4 necessárias para qualquer afirmação.</translation>
    </message>
    <message>
        <source>Continue the experiment. %1</source>
        <translation>Continuar. %1</translation>
    </message>
    <message>
        <source>Do not judge by this experiment, it stopped too early. %1</source>
        <translation>Não julgue por este experimento, foi encerrado cedo demais. %1</translation>
    </message>
    <message>
        <source>Do not use these results: units are not split as planned (%1), so the variants cannot be compared. Find out where units get lost or doubled, then start again.</source>
        <translation>Não use estes resultados: as unidades não estão divididas como planejado (%1), então as variantes não são comparáveis. Descubra onde unidades se perdem ou se duplicam, e recomece.</translation>
    </message>
    <message>
        <source>Do not use these results: %1 of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an assignment changes.</source>
        <translation>Não use estes resultados: %1 das unidades foram vistas em várias variantes, mais que o 1 % tolerável. Descubra por que uma atribuição muda.</translation>
    </message>
    <message>
        <source>Do not use these results: people&apos;s ids were joined more often in some variants than in others (%1), so the variants count other people. Analyse people who were known before.</source>
        <translation>Não use estes resultados: ids de pessoas foram unidos mais vezes em algumas variantes que em outras (%1), então as variantes contam outras pessoas. Analise as que eram conhecidas antes.</translation>
    </message>
    <message>
        <source>Stop %1, it does harm: %2.</source>
        <translation>Parar %1, ela prejudica: %2.</translation>
    </message>
    <message>
        <source> %1 is better than the control: %2.</source>
        <translation> %1 é melhor que o controle: %2.</translation>
    </message>
    <message>
        <source>Ship %1: %2.</source>
        <translation>Lançar %1: %2.</translation>
    </message>
    <message>
        <source>%1 is better: %2. Ship it if this is what the experiment was for; no metric was marked as primary.</source>
        <translation>%1 é melhor: %2. Lance-a se o experimento era para isso; nenhuma métrica estava marcada como primária.</translation>
    </message>
    <message>
        <source>Continue: %1 looks better (%2), but it is too early. %3</source>
        <translation>Continuar: %1 parece melhor (%2), mas é cedo demais. %3</translation>
    </message>
    <message>
        <source>Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks find winners that are none.</source>
        <translation>Continuar até o tamanho planejado: %1 parece melhor (%2), mas há %3, e olhadas precoces acham vencedores que não são.</translation>
    </message>
    <message>
        <source>Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at a good moment finds winners that are none.</source>
        <translation>Confirme antes de lançar %1: %2, mas o experimento foi encerrado com %3, e parar num bom momento acha vencedores que não são.</translation>
    </message>
    <message>
        <source>Do not ship %1 yet: %2, but the guardrail got worse: %3.</source>
        <translation>Não lançar %1 ainda: %2, mas a métrica de proteção piorou: %3.</translation>
    </message>
    <message>
        <source>Keep %1: %2 is worse, %3.</source>
        <translation>Manter %1: %2 é pior, %3.</translation>
    </message>
    <message>
        <source>Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.</source>
        <translation>Manter %1: um efeito de %2, o menor de interesse, está excluído. %3: %4.</translation>
    </message>
    <message>
        <source>Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 are in.</source>
        <translation>Continuar até o tamanho planejado, e ficar de olho em %1: parece pior (%2), mas há %3.</translation>
    </message>
    <message>
        <source>Continue: no variant differs clearly from the control so far. %1: %2. %3 more units per variant are planned.</source>
        <translation>Continuar: nenhuma variante difere claramente do controle até agora. %1: %2. Estão planejadas mais %3 unidades por variante.</translation>
    </message>
    <message>
        <source>Keep %1, or run longer if an effect within the interval would matter: no variant differs clearly from it. %2: %3.</source>
        <translation>Manter %1, ou prolongar se importasse um efeito dentro do intervalo: nenhuma variante difere claramente dela. %2: %3.</translation>
    </message>
    <message>
        <source>Continue: there is nothing to compare yet, as no variant shows any event or value that varies.</source>
        <translation>Continuar: ainda não há nada para comparar, pois nenhuma variante mostra um evento ou valor que varie.</translation>
    </message>
    <message>
        <source>Mark a metric as primary: without one, and without a conversion, there is nothing to decide by.</source>
        <translation>Marque uma métrica como primária: sem ela, e sem conversão, não há por que decidir.</translation>
    </message>
    <message>
        <source>Nothing follows from this experiment: neither an effect nor its absence is shown. %1: %2.</source>
        <translation>Nada se segue deste experimento: nem um efeito nem sua ausência está demonstrado. %1: %2.</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> em %1</translation>
    </message>
    <message>
        <source>Guardrail: it is not shown that %1 is not worse%2. %3.</source>
        <translation>Métrica de proteção: não está demonstrado que %1 não é pior%2. %3.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse. %2.</source>
        <translation>Métrica de proteção: %1 é pior. %2.</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse by more than %2. %3.</source>
        <translation>Métrica de proteção: %1 é pior em mais de %2. %3.</translation>
    </message>
    <message>
        <source>%1 is better, %2, and does not ship: not every guardrail is shown to hold.</source>
        <translation>%1 é melhor, %2, e não é lançado: não está demonstrado que todas as métricas de proteção se mantêm.</translation>
    </message>
    <message>
        <source>The guardrail holds.</source>
        <translation>A métrica de proteção se mantém.</translation>
    </message>
    <message>
        <source>All %1 guardrails hold.</source>
        <translation>As %1 métricas de proteção se mantêm.</translation>
    </message>
    <message>
        <source>%1 and %2 are both better than the control and cannot be told apart: take the cheaper one.</source>
        <translation>%1 e %2 são ambas melhores que o controle e não se distinguem: fique com a mais barata.</translation>
    </message>
    <message>
        <source>Continue: %1 of the plan is done, and nothing speaks for a stop.</source>
        <translation>Continuar: %1 do plano está feito, e nada fala a favor de parar.</translation>
    </message>
    <message>
        <source>Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.</source>
        <translation>Continuar: até agora nada fala a favor de parar, e não há tamanho nem duração planejados.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Continue, and wait for the plan: %1 looks better so far, %2.</source>
        <translation>Continuar, e esperar pelo plano: %1 parece melhor até agora, %2.</translation>
    </message>
    <message>
        <source>The experiment stopped at %1 of its plan; a single look was planned for the end, so there is no verdict.</source>
        <translation>O experimento foi encerrado em %1 do seu plano; uma análise única estava planejada para o fim, então não há veredito.</translation>
    </message>
    <message>
        <source>Only %1 of the planned size was exposed on these days; a single look was planned for all of it, so there is no verdict.</source>
        <translation>Apenas %1 do tamanho planejado foi exposto nestes dias; uma análise única estava planejada para o total, então não há veredito.</translation>
    </message>
    <message>
        <source>%1 Looked at once only: %2</source>
        <translation>%1 Olhado uma única vez: %2</translation>
    </message>
    <message>
        <source>This is an early look: %1 are in. Whoever stops at the first significant look finds false winners far more often than planned.</source>
        <translation>Esta é uma olhada precoce: há %1. Quem para na primeira olhada significativa acha falsos vencedores bem mais vezes que o planejado.</translation>
    </message>
    <message>
        <source>The experiment stopped with %1; if results were watched, false winners are more likely than planned.</source>
        <translation>O experimento foi encerrado com %1; se os resultados foram observados, falsos vencedores são mais prováveis que o planejado.</translation>
    </message>
    <message>
        <source>%1: %2 is maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 amadurece, exposta há menos que a janela da métrica, e ainda não é contada.</translation>
    </message>
    <message>
        <source>%1: %2 are maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 amadurecem, expostas há menos que a janela da métrica, e ainda não são contadas.</translation>
    </message>
    <message>
        <source>%1: a few units hold much of the total; below about %2 units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps.</source>
        <translation>%1: poucas unidades detêm grande parte do total; abaixo de cerca de %2 unidades por variante seu valor-p e intervalo são aproximados. Limitar no percentil 99,9 ajuda.</translation>
    </message>
    <message>
        <source>%1: the split changed while the experiment ran. Effects are measured within each of %2 stretches and added up, so they can differ from what the plain totals suggest.</source>
        <translation>%1: a divisão mudou durante o experimento. Os efeitos são medidos dentro de cada um de %2 trechos e somados, então podem diferir do que sugerem os simples totais.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epoch %2, which has fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: ficaram de fora as unidades da época de atribuição %2, que tem menos de 30 unidades numa variante e nenhuma vizinha de mesma divisão.</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epochs %2, which have fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: ficaram de fora as unidades das épocas de atribuição %2, que têm menos de 30 unidades numa variante e nenhuma vizinha de mesma divisão.</translation>
    </message>
    <message>
        <source>%1: the totals of %2 are beyond the range of its exact values and count as the end of it. A coarser resolution has room for more.</source>
        <translation>%1: os totais de %2 ultrapassam o intervalo de valores exatos e contam como o seu limite. Uma resolução menos fina comporta mais.</translation>
    </message>
    <message>
        <source>No metric is marked as primary, so no decision follows from the results; the headline is whether a unit converts on any of the conversion metrics.</source>
        <translation>Nenhuma métrica está marcada como primária, então nenhuma decisão se segue dos resultados; o destaque é se uma unidade converte em alguma das métricas de conversão.</translation>
    </message>
    <message>
        <source>Values of %1 above %2 are cut to it, as planned: those of %3.</source>
        <translation>Valores de %1 acima de %2 são limitados a ele, como planejado: os de %3.</translation>
    </message>
    <message>
        <source>The values of %1 are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or the planned percentile is 0.</source>
        <translation>Os valores de %1 não são limitados, embora o plano diga: sua distribuição ainda não é conhecida, não para parte dos dias, ou o percentil planejado é 0.</translation>
    </message>
    <message>
        <source>A few very large values rule %1. Plan to cut values at the %2th percentile (%3 now) next time.</source>
        <translation>Alguns valores muito grandes dominam %1. Planeje limitar no percentil %2 (agora %3) na próxima vez.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history, because its values are cut.</source>
        <translation>%1 não é ajustado pelo histórico, porque seus valores são limitados.</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history: none is known that varies.</source>
        <translation>%1 não é ajustado pelo histórico: não se conhece nenhum que varie.</translation>
    </message>
    <message>
        <source>%1 was planned as %2 and is now %3.</source>
        <translation>%1 foi planejado como %2 e agora é %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <extracomment>the name of a variant, in quotation marks</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 unidade</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 unidades</translation>
    </message>
    <message>
        <source>%1 cannot be estimated yet</source>
        <translation>%1 ainda não pode ser estimado</translation>
    </message>
    <message>
        <source>a difference of %1</source>
        <translation>uma diferença de %1</translation>
    </message>
    <message>
        <source>%1 is %2 against %3, %4</source>
        <extracomment>purchase is 5.5 % against 5 %, +10 %</extracomment>
        <translation>%1 é %2 contra %3, %4</translation>
    </message>
    <message>
        <source> (%1 % interval %2 to %3)</source>
        <translation> (intervalo de %1 % de %2 a %3)</translation>
    </message>
    <message>
        <source> (%1 % interval from %2 up)</source>
        <translation> (intervalo de %1 % a partir de %2)</translation>
    </message>
    <message>
        <source> (%1 % interval up to %2)</source>
        <translation> (intervalo de %1 % até %2)</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 expected</source>
        <translation>%1 tem %2 de %3 esperadas</translation>
    </message>
    <message>
        <source>only %1 of the planned %2 units per variant</source>
        <translation>apenas %1 das %2 unidades planejadas por variante</translation>
    </message>
    <message>
        <source>%1: %2 says %3; computed again it is %4</source>
        <translation>%1: %2 diz %3; calculado de novo é %4</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>o documento</translation>
    </message>
    <message>
        <source>%1 is not the file that was written: its SHA-256 is %2, the manifest says %3</source>
        <translation>%1 não é o arquivo que foi gravado: seu SHA-256 é %2, o manifesto diz %3</translation>
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
        <translation>%1 não pertence a um pacote de evidências</translation>
    </message>
    <message>
        <source>Left out of the analysis: %1 of %2 units (%3): %4 by the experiment&apos;s rule, %5 by the service&apos;s, %6 as bots.</source>
        <translation>Fora da análise: %1 de %2 unidades (%3): %4 pela regra do experimento, %5 pela do serviço, %6 como bots.</translation>
    </message>
    <message>
        <source>No rule leaves out a unit.</source>
        <translation>Nenhuma regra exclui uma unidade.</translation>
    </message>
    <message>
        <source>Rules leave out more units of some variants than of others (%1). Find out what they look at: nothing that follows from the variant.</source>
        <translation>As regras excluem mais unidades de algumas variantes que de outras (%1). Descubra o que elas olham: nada que decorra da variante.</translation>
    </message>
    <message>
        <source>The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn here.</source>
        <translation>A liberação da flag %1 do Unleash decide quem participa; a parte do tráfego não é sorteada aqui.</translation>
    </message>
    <message>
        <source>Do not use these results: the variants differed already before the experiment (%1). Split anew.</source>
        <translation>Não use estes resultados: as variantes já diferiam antes do experimento (%1). Divida de novo.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1: low</source>
        <translation>%1: baixo</translation>
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
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Encerrado</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arquivado</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primária</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Secundária</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Proteção</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Lançar</translation>
    </message>
    <message>
        <source>A primary metric is better, and nothing speaks against it.</source>
        <translation>Uma métrica primária é melhor, e nada fala contra.</translation>
    </message>
    <message>
        <source>Keep control</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>No treatment is worth the change.</source>
        <translation>Nenhum tratamento vale a mudança.</translation>
    </message>
    <message>
        <source>Stop for harm</source>
        <translation>Prejudicial</translation>
    </message>
    <message>
        <source>A metric is worse beyond doubt.</source>
        <translation>Uma métrica é pior sem dúvida.</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Inconclusivo</translation>
    </message>
    <message>
        <source>The planned size is reached, and the data do not decide.</source>
        <translation>O tamanho planejado foi atingido, e os dados não decidem.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The planned size is not reached yet.</source>
        <translation>O tamanho planejado ainda não foi atingido.</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>Cedo demais</translation>
    </message>
    <message>
        <source>There are too few units for any verdict.</source>
        <translation>Há poucas unidades para qualquer veredito.</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Inválido</translation>
    </message>
    <message>
        <source>The numbers cannot be trusted: something is wrong with the assignment or the data.</source>
        <translation>Os números não são confiáveis: há algo errado com a atribuição ou os dados.</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ Passou</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! Aviso</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ Falhou</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Não verificado</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Sem veredito</translation>
    </message>
    <message>
        <source>There are too few units for a verdict on this metric.</source>
        <translation>Há poucas unidades para um veredito sobre esta métrica.</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Pior</translation>
    </message>
    <message>
        <source>Worse by a test that may be looked at at any time, whatever the plan.</source>
        <translation>Pior por um teste que se pode olhar a qualquer momento, diga o plano o que disser.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences where there are none.</source>
        <translation>Um plano fixo é julgado uma vez, quando o tamanho planejado é atingido. Olhar antes acha diferenças onde não há.</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Indeciso</translation>
    </message>
    <message>
        <source>The data agree with no difference and with one.</source>
        <translation>Os dados concordam com uma diferença e com nenhuma.</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Melhor</translation>
    </message>
    <message>
        <source>Better than the control at the planned level.</source>
        <translation>Melhor que o controle ao nível planejado.</translation>
    </message>
    <message>
        <source>Worse than the control at the planned level.</source>
        <translation>Pior que o controle ao nível planejado.</translation>
    </message>
    <message>
        <source>any conversion</source>
        <translation>qualquer conversão</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the last planned look, of %1.</source>
        <translation>Uplifts, intervalos e valores-p são os da última análise planejada, de %1.</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the planned look of %1. What has come since counts at the next one.</source>
        <translation>Uplifts, intervalos e valores-p são os da análise planejada de %1. O que veio depois conta na próxima.</translation>
    </message>
    <message>
        <source>The look that was planned is still to come. Looking earlier finds differences where there are none.</source>
        <translation>A análise planejada ainda está por vir. Olhar antes acha diferenças onde não há.</translation>
    </message>
    <message>
        <source>Shown not to be worse by the margin that was planned.</source>
        <translation>Demonstrado: não é pior que a margem planejada.</translation>
    </message>
    <message>
        <source>Worse by more than the margin that was planned.</source>
        <translation>Pior em mais que a margem planejada.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Ainda sem dados</translation>
    </message>
    <message>
        <source>No unit has been exposed yet.</source>
        <translation>Nenhuma unidade foi exposta ainda.</translation>
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
        <translation>No experimento: o lugar %1 do hash de tráfego está dentro da parte de %2.</translation>
    </message>
    <message>
        <source>Left out by the present traffic of %2 (place %1), but not by an earlier share: a user who came then is in the experiment still.</source>
        <translation>Fora pelo tráfego atual de %2 (lugar %1), mas não por uma parte anterior: um usuário que veio então ainda está no experimento.</translation>
    </message>
    <message>
        <source>Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.</source>
        <translation>Fora do experimento: o lugar %1 do hash de tráfego está além da parte de %2.</translation>
    </message>
    <message>
        <source>Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in its part of the allocations.</source>
        <translation>Variante “%1”: o lugar %2 do hash de divisão, que nada sabe do primeiro, está em sua parte das alocações.</translation>
    </message>
    <message>
        <source>With more traffic it would be “%1” (place %2 of the split hash).</source>
        <translation>Com mais tráfego seria “%1” (lugar %2 do hash de divisão).</translation>
    </message>
    <message>
        <source>The users of an imported experiment were assigned elsewhere.</source>
        <translation>Os usuários de um experimento importado foram atribuídos em outro lugar.</translation>
    </message>
    <message>
        <source>The experiment does not run, so nobody new is assigned; who was assigned before keeps the variant.</source>
        <translation>O experimento não está em curso, então ninguém novo é atribuído; quem foi atribuído antes mantém a variante.</translation>
    </message>
    <message>
        <source>The split was changed: a user who was assigned before keeps the variant of then.</source>
        <translation>A divisão mudou: um usuário atribuído antes mantém a variante de então.</translation>
    </message>
    <message>
        <source>Id of a user, as your application sends it</source>
        <translation>Id de um usuário, como seu aplicativo o envia</translation>
    </message>
    <message>
        <source>Id of a user</source>
        <translation>Id de um usuário</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Why this variant?</source>
        <translation>Por que esta variante?</translation>
    </message>
    <message>
        <source>Experiment to compare with</source>
        <translation>Experimento para comparar</translation>
    </message>
    <message>
        <source>Replay %1 ids</source>
        <translation>Repetir %1 ids</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>independente de</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planejado</translation>
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
        <translation>Laboratório de atribuição</translation>
    </message>
    <message>
        <source>Made-up ids go through this experiment&apos;s own hash: the split must be the planned one, and tell nothing about the variant of another experiment.</source>
        <translation>Ids inventados passam pelo hash deste experimento: a divisão deve ser a planejada, e nada dizer da variante de outro experimento.</translation>
    </message>
    <message>
        <source>The answer is computed here, from the experiment&apos;s hash and shares; nothing is assigned.</source>
        <translation>A resposta é calculada aqui, com o hash e as partes do experimento; nada é atribuído.</translation>
    </message>
    <message>
        <source>no other experiment</source>
        <translation>nenhum outro experimento</translation>
    </message>
    <message>
        <source>Enter the id of a user first.</source>
        <translation>Informe primeiro o id de um usuário.</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>Repetindo …</translation>
    </message>
    <message>
        <source>%1 of the ids are admitted, %2 planned.</source>
        <translation>%1 dos ids são admitidos, %2 planejados.</translation>
    </message>
    <message>
        <source>! The split differs from the plan (%1).</source>
        <translation>! A divisão difere do plano (%1).</translation>
    </message>
    <message>
        <source>✓ The split is as planned (%1).</source>
        <translation>✓ A divisão é como planejado (%1).</translation>
    </message>
    <message>
        <source>! It depends on “%2” (%1).</source>
        <translation>! Depende de “%2” (%1).</translation>
    </message>
    <message>
        <source>✓ It is independent of “%2” (%1).</source>
        <translation>✓ É independente de “%2” (%1).</translation>
    </message>
</context>
<context>
    <name>xp::ui::AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>Registro de auditoria</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Mudanças</translation>
    </message>
    <message>
        <source>Nothing has been done to this experiment yet.</source>
        <translation>Ainda nada foi feito a este experimento.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ClimbChart</name>
    <message>
        <source>One look&apos;s test</source>
        <translation>Análise única</translation>
    </message>
    <message>
        <source>Group sequential</source>
        <translation>Em grupos</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>Sempre válido</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>Bayesiano</translation>
    </message>
    <message>
        <source>Share called by look %1: %2</source>
        <translation>Parte decidida até a análise %1: %2</translation>
    </message>
    <message>
        <source>look %1</source>
        <translation>análise %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ColumnRow</name>
    <message>
        <source>conversion</source>
        <translation>conversão</translation>
    </message>
    <message>
        <source>count</source>
        <translation>contagem</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>number per unit</source>
        <translation>número por unidade</translation>
    </message>
    <message>
        <source>many values</source>
        <translation>muitos valores</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 valores</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>sim ou não</translation>
    </message>
    <message>
        <source>whole numbers, %1</source>
        <translation>números inteiros, %1</translation>
    </message>
    <message>
        <source>numbers, %1</source>
        <translation>números, %1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>tempos</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>texto, %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazio</translation>
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
        <translation>%1 (suposto)</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Papel de %1</translation>
    </message>
    <message>
        <source>Better of %1</source>
        <translation>Melhor em %1</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mais</translation>
    </message>
    <message>
        <source>less</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>não usada</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidade</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
    <message>
        <source>time of assignment</source>
        <translation>momento da atribuição</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>known before (CUPED)</source>
        <translation>conhecido antes (CUPED)</translation>
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
        <translation>Nada tem este nome.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>What do you want to do, or to see?</source>
        <translation>O que você quer fazer, ou ver?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
</context>
<context>
    <name>xp::ui::ConfirmDialog</name>
    <message>
        <source>Start %1?</source>
        <translation>Iniciar %1?</translation>
    </message>
    <message>
        <source>New users are assigned from now on. Variants, metrics and level cannot be changed any more.</source>
        <translation>Novos usuários são atribuídos a partir de agora. Variantes, métricas e nível não podem mais ser mudados.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>Pausar %1?</translation>
    </message>
    <message>
        <source>No new users are assigned. Those who are keep their variant, and their events count.</source>
        <translation>Nenhum novo usuário é atribuído. Os que já foram mantêm sua variante, e seus eventos contam.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>Retomar %1?</translation>
    </message>
    <message>
        <source>New users are assigned again.</source>
        <translation>Novos usuários são atribuídos outra vez.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>Encerrar %1?</translation>
    </message>
    <message>
        <source>The experiment ends for good: no new users, and later events do not count. Users keep their variant.</source>
        <translation>O experimento termina de vez: sem novos usuários, e eventos posteriores não contam. Os usuários mantêm sua variante.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>Arquivar %1?</translation>
    </message>
    <message>
        <source>It leaves the lists and the metrics. Nothing is deleted.</source>
        <translation>Ele deixa as listas e as medições. Nada é apagado.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arquivar</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
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
… e mais %n</numerusform>
            <numerusform>
… e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Motivo, para o registro de auditoria</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Conclusion: what was learnt</source>
        <translation>Conclusão: o que se aprendeu</translation>
    </message>
    <message>
        <source>kept with the notes of the experiment</source>
        <translation>guardada com as notas do experimento</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusão</translation>
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
        <translation>Analisar</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeiras linhas do arquivo</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>suposto</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>vírgula</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>ponto e vírgula</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulação</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barra |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>espaço</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>dois-pontos</translation>
    </message>
    <message>
        <source>Latin-1 (ISO 8859-1)</source>
        <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificação</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>%1 rows. What is each column? Nothing leaves this machine.</source>
        <translation>%1 linhas. O que é cada coluna? Nada sai desta máquina.</translation>
    </message>
    <message>
        <source>What is each column? Guessed from the first %1 rows. Nothing leaves this machine.</source>
        <translation>O que é cada coluna? Suposto pelas primeiras %1 linhas. Nada sai desta máquina.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
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
        <translation>Melhor é</translation>
    </message>
    <message>
        <source>Say which column is the %1.</source>
        <translation>Diga qual coluna é esta: %1.</translation>
    </message>
    <message>
        <source>Only one column can be used as “%1”.</source>
        <translation>Só uma coluna pode ser usada como “%1”.</translation>
    </message>
    <message>
        <source>Say which columns are metrics.</source>
        <translation>Diga quais colunas são métricas.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Dê um nome a ele.</translation>
    </message>
    <message>
        <source>One row for each unit; the primary metric decides.</source>
        <translation>Uma linha por unidade; a métrica primária decide.</translation>
    </message>
    <message>
        <source>One row for each unit. A metric of role primary would decide; without one, all are looked at alike.</source>
        <translation>Uma linha por unidade. Uma métrica primária decidiria; sem ela, todas são vistas igualmente.</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 linhas lidas</translation>
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
        <translation>O separador deve ser um caractere ASCII que não seja aspa, ou um da lista.</translation>
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
        <translation>Recebido</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
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
        <translation>Ocorrido</translation>
    </message>
    <message>
        <source>No event has arrived yet. They appear here as they come.</source>
        <translation>Nenhum evento chegou ainda. Eles aparecem aqui à medida que vêm.</translation>
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
        <translation>! desvio</translation>
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
        <translation>! dados</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>sample ratio mismatch</source>
        <translation>divisão desviada</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>passou</translation>
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
        <translation>Idade</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Amostra</translation>
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
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsável</translation>
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
        <translation>No tempo</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Atribuição</translation>
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
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Lab. de peeking</translation>
    </message>
    <message>
        <source>Traffic …</source>
        <translation>Tráfego …</translation>
    </message>
    <message>
        <source>Results by metric and treatment</source>
        <translation>Resultados por métrica e tratamento</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>Tamanho da amostra</translation>
    </message>
    <message>
        <source>%1 · day %2</source>
        <translation>%1 · dia %2</translation>
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
        <translation>encerrado %1</translation>
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
        <translation>Retomar …</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Encerrar …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Arquivar …</translation>
    </message>
    <message>
        <source>Loading the results …</source>
        <translation>Carregando os resultados …</translation>
    </message>
    <message>
        <source>Results appear here once units are assigned and events arrive.</source>
        <translation>Os resultados aparecem aqui quando unidades são atribuídas e eventos chegam.</translation>
    </message>
    <message>
        <source>Each variant</source>
        <translation>Cada variante</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>Taxa de conversão</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>%1, %2 interval of each variant</source>
        <translation>%1, intervalo de %2 de cada variante</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plano %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentWizard</name>
    <message>
        <source>New experiment</source>
        <translation>Novo experimento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>Criar rascunho</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Próximo: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExploreTab</name>
    <message>
        <source>as planned</source>
        <translation>como planejado</translation>
    </message>
    <message>
        <source>not cut</source>
        <translation>sem limite</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>acima de %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Correction for several comparisons</source>
        <translation>Correção para várias comparações</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>Limitar valores</translation>
    </message>
    <message>
        <source>Prior of the lift</source>
        <translation>Priori do uplift</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>Units exposed from</source>
        <translation>Unidades expostas de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>até</translation>
    </message>
    <message>
        <source>Adjust by history (CUPED)</source>
        <translation>Ajustar (CUPED)</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Voltar ao plano</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>E se …</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correção</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>E se</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamento</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>Segundas opiniões</translation>
    </message>
    <message>
        <source>all methods, on all days</source>
        <translation>todos os métodos, em todos os dias</translation>
    </message>
    <message>
        <source>Metric whose values are shown</source>
        <translation>Métrica cujos valores são mostrados</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribuição</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Carregando …</translation>
    </message>
    <message>
        <source>What-if answers appear once units are assigned.</source>
        <translation>As respostas “E se” aparecem quando unidades são atribuídas.</translation>
    </message>
    <message>
        <source>Nothing is known from before the exposure.</source>
        <translation>Nada se sabe de antes da exposição.</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.</source>
        <translation>Respondido em %1 ms com %2 somas buscadas uma vez. Nada disso vira o plano.</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>E se: %1</translation>
    </message>
    <message>
        <source>not the plan</source>
        <translation>não é o plano</translation>
    </message>
    <message>
        <source>Segments or distribution</source>
        <translation>Segmentos ou distribuição</translation>
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
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>O que foi verificado</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Nada foi verificado ainda.</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! Desvio</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>! Methods differ</source>
        <translation>! Os métodos diferem</translation>
    </message>
    <message>
        <source>✓ Methods agree</source>
        <translation>✓ Os métodos concordam</translation>
    </message>
</context>
<context>
    <name>xp::ui::HelpButton</name>
    <message>
        <source>What is this: %1</source>
        <translation>O que é isto: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::LeaveQuestion</name>
    <message>
        <source>Leave the draft?</source>
        <translation>Deixar o rascunho?</translation>
    </message>
    <message>
        <source>Keep it, and “New experiment” goes on where you are now.</source>
        <translation>Guarde-o, e “Novo experimento” continua de onde você está agora.</translation>
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
        <translation>Carregando …</translation>
    </message>
</context>
<context>
    <name>xp::ui::LookDesigner</name>
    <message>
        <source>Share of the planned size, in per cent</source>
        <translation>Parte do tamanho planejado, em por cento</translation>
    </message>
    <message>
        <source>Futility bounds</source>
        <translation>Limites de futilidade</translation>
    </message>
    <message>
        <source>Add a look</source>
        <translation>Adicionar uma análise</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Spending function</source>
        <translation>Função de gasto</translation>
    </message>
    <message>
        <source>How much of the level each look may use: O&apos;Brien-Fleming little at first, Pocock about the same at every look.</source>
        <translation>Quanto do nível cada análise pode usar: O&apos;Brien-Fleming pouco no início, Pocock quase o mesmo em cada uma.</translation>
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
        <translation>Gama da função de gasto</translation>
    </message>
    <message>
        <source>γ </source>
        <translation>γ </translation>
    </message>
    <message>
        <source>Number of even looks</source>
        <translation>Número de análises regulares</translation>
    </message>
    <message>
        <source>So many looks, evenly spaced</source>
        <translation>Tantas análises, igualmente espaçadas</translation>
    </message>
    <message>
        <source>Below them, going on is hardly worth it. They do not bind, and are not part of the plan.</source>
        <translation>Abaixo deles mal vale a pena continuar. Não obrigam e não fazem parte do plano.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Show the looks as a list</source>
        <translation>Mostrar as análises como lista</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Análises</translation>
    </message>
    <message>
        <source> look</source>
        <translation> análise</translation>
    </message>
    <message>
        <source> looks</source>
        <translation> análises</translation>
    </message>
    <message>
        <source>Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.</source>
        <translation>Custa %1 mais usuários que uma análise única; onde o uplift é real são necessários em média %2 deles.</translation>
    </message>
    <message>
        <source>Stopping at every futility bound leaves a power of %1.</source>
        <translation>Parar em cada limite de futilidade deixa um poder de %1.</translation>
    </message>
    <message>
        <source>Look %1 of %2 at %3: %4 users</source>
        <translation>Análise %1 de %2 em %3: %4 usuários</translation>
    </message>
    <message>
        <source>, day %1</source>
        <translation>, dia %1</translation>
    </message>
    <message>
        <source>. Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.</source>
        <translation>. Para acima de |z| %1 (%2); até então %3 do nível de %4 está gasto.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left and Right move, Insert adds, Delete removes.</source>
        <translation>Análises por parte do tamanho planejado e |z| de parada. %1. Escolhida: análise %2. Cima e Baixo escolhem, Esquerda e Direita movem, Insert adiciona, Delete remove.</translation>
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
        <translation>|z| acima do qual parar, por parte do tamanho planejado</translation>
    </message>
    <message>
        <source>Level spent</source>
        <translation>Nível gasto</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>eficácia</translation>
    </message>
    <message>
        <source>futility</source>
        <translation>futilidade</translation>
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
        <translation>Usuários</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>|z| above</source>
        <translation>|z| acima</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Gasto</translation>
    </message>
    <message>
        <source>Stops here</source>
        <translation>Para aqui</translation>
    </message>
    <message>
        <source>Futile below</source>
        <translation>Fútil abaixo</translation>
    </message>
</context>
<context>
    <name>xp::ui::MainWindow</name>
    <message>
        <source>portfolio</source>
        <translation>portfólio</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the Grafana dashboard</source>
        <translation>Salvar o painel do Grafana</translation>
    </message>
    <message>
        <source>Grafana dashboard (*.json)</source>
        <translation>Painel do Grafana (*.json)</translation>
    </message>
    <message>
        <source>Folder for the dashboards</source>
        <translation>Pasta para os painéis</translation>
    </message>
    <message>
        <source>Save the evidence bundle</source>
        <translation>Salvar o pacote de evidências</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>Pacote de evidências (*.zip)</translation>
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
        <translation>Copiar tabela como &amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;Find experiment</source>
        <translation>&amp;Buscar experimento</translation>
    </message>
    <message>
        <source>C&amp;ommands …</source>
        <translation>C&amp;omandos …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>Con&amp;figurações …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Peeking lab</source>
        <translation>&amp;Laboratório de peeking</translation>
    </message>
    <message>
        <source>Statistical &amp;terms …</source>
        <translation>&amp;Termos estatísticos …</translation>
    </message>
    <message>
        <source>&amp;About the studio</source>
        <translation>&amp;Sobre o estúdio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;New experiment …</source>
        <translation>&amp;Novo experimento …</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>&amp;Entrar …</translation>
    </message>
    <message>
        <source>C&amp;onnect …</source>
        <translation>C&amp;onectar …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>Abrir um ar&amp;quivo …</translation>
    </message>
    <message>
        <source>Save &amp;report as PDF …</source>
        <translation>Salvar &amp;relatório em PDF …</translation>
    </message>
    <message>
        <source>Save table as &amp;CSV …</source>
        <translation>Salvar tabela em &amp;CSV …</translation>
    </message>
    <message>
        <source>Save &amp;Grafana dashboard …</source>
        <translation>Salvar painel do &amp;Grafana …</translation>
    </message>
    <message>
        <source>Save e&amp;vidence bundle …</source>
        <translation>Salvar pacote de e&amp;vidências …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Portfolio</source>
        <translation>&amp;Portfólio</translation>
    </message>
    <message>
        <source>P&amp;revious experiment</source>
        <translation>Experimento &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next experiment</source>
        <translation>Pró&amp;ximo experimento</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>A&amp;tualizar</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barra lateral</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como o &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Escuro</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>Experi&amp;mento</translation>
    </message>
    <message>
        <source>&amp;Traffic …</source>
        <translation>&amp;Tráfego …</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new one …</source>
        <translation>&amp;Duplicar como um novo …</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>aba</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message>
        <source>What is: %1</source>
        <translation>O que é: %1</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ajuda</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… e mais %n</numerusform>
            <numerusform>… e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)</source>
        <translation>Tabelas e pacotes de evidências (*.csv *.tsv *.txt *.tab *.zip);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Abrir um arquivo</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Abrir um banco de dados</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bancos de dados (*.sqlite *.sqlite3 *.db);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1, verificado</translation>
    </message>
    <message>
        <source>%1, not as written</source>
        <translation>%1, não como foi gravado</translation>
    </message>
    <message>
        <source>Every number recomputed and equal.</source>
        <translation>Todos os números recalculados e iguais.</translation>
    </message>
    <message>
        <source>The %1 numbers in %2 follow from its sums.</source>
        <translation>Os %1 números em %2 decorrem das suas somas.</translation>
    </message>
    <message>
        <source>%1 is not as it was written.</source>
        <translation>%1 não está como foi gravado.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barra lateral</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>Mostrar ou ocultar a lista de experimentos</translation>
    </message>
    <message>
        <source>This bundle is not as it was written</source>
        <translation>Este pacote não está como foi gravado</translation>
    </message>
    <message>
        <source>What you see is computed from its sums. The bundle says otherwise:</source>
        <translation>O que você vê é calculado com suas somas. O pacote diz outra coisa:</translation>
    </message>
    <message>
        <source>Experimentation Studio</source>
        <translation>Estúdio de experimentação</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Laboratório de peeking</translation>
    </message>
    <message>
        <source>Experimentation</source>
        <translation>Experimentação</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navegação</translation>
    </message>
    <message>
        <source>The service at %1 is lost.</source>
        <translation>O serviço em %1 se perdeu.</translation>
    </message>
    <message>
        <source>What you see is from %1. The studio goes on trying.</source>
        <translation>O que você vê é de %1. O estúdio continua tentando.</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>O que você vê é de %1.</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Conectar …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Entrar …</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Isso não funcionou</translation>
    </message>
    <message>
        <source>About the studio</source>
        <translation>Sobre o estúdio</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experimentation Studio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Design, watch and decide experiments.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;Estúdio de experimentação %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Planeje, acompanhe e decida experimentos.&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <source>Open a &amp;query …</source>
        <translation>Abrir uma consu&amp;lta …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Encerrar &amp;sessão</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>de um arquivo</translation>
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
        <translation>recusado</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>ao vivo, %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::MetricsPage</name>
    <message>
        <source>conversion</source>
        <translation>conversão</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>contagem de eventos</translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation>soma dos valores</translation>
    </message>
    <message>
        <source>mean of values</source>
        <translation>média dos valores</translation>
    </message>
    <message>
        <source>ratio of two sums</source>
        <translation>razão de duas somas</translation>
    </message>
    <message>
        <source>return</source>
        <translation>retorno</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>dias ativos</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>funil</translation>
    </message>
    <message>
        <source>quantile over units</source>
        <translation>quantil sobre unidades</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Como você vai saber?</translation>
    </message>
    <message>
        <source>The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand.</source>
        <translation>A métrica primária decide. As de proteção não podem piorar. As secundárias ajudam a entender.</translation>
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
        <translation>Melhor é</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>Adicionar uma métrica</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mais</translation>
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
        <translation>Evento da métrica</translation>
    </message>
    <message>
        <source>Remove the metric</source>
        <translation>Remover a métrica</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>Pode piorar</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative. A guardrail passes when it is shown to be worse by less than this.</source>
        <translation>Relativo. Uma métrica de proteção se mantém quando se demonstra que piora menos que isto.</translation>
    </message>
    <message>
        <source>Defined by the catalogue, for every experiment that uses the metric.</source>
        <translation>Definida pelo catálogo, para cada experimento que usa a métrica.</translation>
    </message>
    <message>
        <source>Add a metric from the catalogue</source>
        <translation>Adicionar uma métrica do catálogo</translation>
    </message>
    <message>
        <source>Add from the catalogue …</source>
        <translation>Adicionar do catálogo …</translation>
    </message>
    <message>
        <source>%1 of the catalogue, version %2. The name is this experiment&apos;s own.</source>
        <translation>%1 do catálogo, versão %2. O nome é próprio deste experimento.</translation>
    </message>
</context>
<context>
    <name>xp::ui::NavigationModel</name>
    <message>
        <source>Running</source>
        <translation>Em curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausados</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Encerrados</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arquivados</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfólio</translation>
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
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its moment in the charts.</source>
        <translation>Nenhuma nota ainda. Escreva o que aconteceu ao lado do experimento: um lançamento, uma falha, um feriado. Ela marca seu momento nos gráficos.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusão</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Tipo de nota</translation>
    </message>
    <message>
        <source>What happened, or what was learnt</source>
        <translation>O que aconteceu, ou o que se aprendeu</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texto da nota</translation>
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
        <translation>Tratamento</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, dragging moves, a double click shows all</source>
        <translation>Ctrl e a roda ampliam, arrastar move, um clique duplo mostra tudo</translation>
    </message>
    <message>
        <source>Lift over time</source>
        <translation>Uplift no tempo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidência</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>with its interval</source>
        <translation>com seu intervalo</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>valor-p, logarítmico</translation>
    </message>
    <message>
        <source>z by share of the planned size</source>
        <translation>z por parte do tamanho planejado</translation>
    </message>
    <message>
        <source>in each variant</source>
        <translation>em cada variante</translation>
    </message>
</context>
<context>
    <name>xp::ui::PathsCanvas</name>
    <message>
        <source>look %1</source>
        <translation>análise %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::PeekingLab</name>
    <message>
        <source>Paths of the simulated experiments</source>
        <translation>Trajetórias dos experimentos simulados</translation>
    </message>
    <message>
        <source>1,000 experiments</source>
        <translation>1.000 experimentos</translation>
    </message>
    <message>
        <source>z at each moment; a path ends where the chosen method calls it</source>
        <translation>z a cada momento; uma trajetória acaba onde o método escolhido decide</translation>
    </message>
    <message>
        <source>Called so far</source>
        <translation>Decididos até agora</translation>
    </message>
    <message>
        <source>share of all</source>
        <translation>parte de todos</translation>
    </message>
    <message>
        <source>Other experiments</source>
        <translation>Outros experimentos</translation>
    </message>
    <message>
        <source>A true effect of</source>
        <translation>Um efeito real de</translation>
    </message>
    <message>
        <source>True effect</source>
        <translation>Efeito real</translation>
    </message>
    <message>
        <source>Number of looks</source>
        <translation>Número de análises</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Análises</translation>
    </message>
    <message>
        <source>found so far</source>
        <translation>encontrados até agora</translation>
    </message>
    <message>
        <source>found, after %1 days on average</source>
        <translation>encontrados, após %1 dias em média</translation>
    </message>
    <message>
        <source>found, with %1 of the units</source>
        <translation>encontrados, com %1 das unidades</translation>
    </message>
    <message>
        <source>false alarms; at most %1 promised</source>
        <translation>alarmes falsos; promete ≤ %1</translation>
    </message>
    <message>
        <source>false alarms; not made for peeking</source>
        <translation>alarmes falsos; não feito para espiar</translation>
    </message>
    <message>
        <source>&lt;b&gt;Now the treatment is better by %1.&lt;/b&gt; Methods that may be looked at stop early where the effect is clear; the price of looking is a little power.</source>
        <translation>&lt;b&gt;Agora o tratamento é melhor em %1.&lt;/b&gt; Os métodos que se podem olhar param cedo onde o efeito é claro; o preço de olhar é um pouco de poder.</translation>
    </message>
    <message>
        <source>&lt;b&gt;In these %1 experiments nothing differs.&lt;/b&gt; Whoever tests at %2 at each look and stops at the first “significant” result calls %3 of them a success.</source>
        <translation>&lt;b&gt;Nestes %1 experimentos nada difere.&lt;/b&gt; Quem testa a %2 a cada análise e para no primeiro resultado “significativo” chama de sucesso %3 deles.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Começar</translation>
    </message>
</context>
<context>
    <name>xp::ui::PlanView</name>
    <message>
        <source>Fingerprint</source>
        <translation>Impressão digital</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Como visto</translation>
    </message>
    <message>
        <source>✓ As planned: nothing departs from it.</source>
        <translation>✓ Como planejado: nada se desvia.</translation>
    </message>
</context>
<context>
    <name>xp::ui::PortfolioPage</name>
    <message>
        <source>Running</source>
        <translation>Em curso</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Precisa de decisão</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Encerrados</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Salvar esta busca</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfólio</translation>
    </message>
    <message>
        <source>Search name, key, hypothesis</source>
        <translation>Buscar nome, chave, hipótese</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Buscar experimentos</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Novo experimento</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>A saved search; right click removes it</source>
        <translation>Uma busca salva; o clique direito a remove</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>Remover esta busca</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>Encerrar …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>Arquivar …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Relatório …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selecionado</numerusform>
            <numerusform>%n selecionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimentos</translation>
    </message>
    <message>
        <source>Loading the experiments …</source>
        <translation>Carregando os experimentos …</translation>
    </message>
    <message>
        <source>There is no experiment yet.

“New experiment” designs the first one, “xp-service import” makes one of a CSV file.</source>
        <translation>Ainda não há experimento.

“Novo experimento” planeja o primeiro, “xp-service import” faz um de um arquivo CSV.</translation>
    </message>
    <message>
        <source>No experiment here contains “%1”.</source>
        <translation>Nenhum experimento aqui contém “%1”.</translation>
    </message>
    <message>
        <source>No experiment here. “All” shows the others.</source>
        <translation>Nenhum experimento aqui. “Todos” mostra os outros.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QueryDialog</name>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>Guardar no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Ler</translation>
    </message>
    <message>
        <source>Open a query</source>
        <translation>Abrir uma consulta</translation>
    </message>
    <message>
        <source>A query of your own database</source>
        <translation>Uma consulta do seu próprio banco</translation>
    </message>
    <message>
        <source>It is read in a transaction that only reads, and analysed on this machine.</source>
        <translation>É lida numa transação somente de leitura, e analisada nesta máquina.</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>Exposições</translation>
    </message>
    <message>
        <source>One row for each unit: its id and variant, the time, what was known of it before.</source>
        <translation>Uma linha por unidade: seu id e variante, o momento, o que se sabia dela antes.</translation>
    </message>
    <message>
        <source>Facts, if they lie elsewhere</source>
        <translation>Fatos, se estão em outro lugar</translation>
    </message>
    <message>
        <source>The unit under the same name, then numbers; the rows of a unit are added up.</source>
        <translation>A unidade com o mesmo nome, depois números; as linhas de uma unidade são somadas.</translation>
    </message>
    <message>
        <source>a name, to find it again</source>
        <translation>um nome, para achá-la de novo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>SQLite file …</source>
        <translation>Arquivo SQLite …</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>No máximo tantas linhas</translation>
    </message>
    <message>
        <source>At most so long, each query</source>
        <translation>No máximo tanto tempo, cada uma</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lendo</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Salva como “%1”.</translation>
    </message>
    <message>
        <source>A database to read</source>
        <translation>Um banco de dados para ler</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bancos de dados (*.sqlite *.sqlite3 *.db);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Say which database, such as postgresql://user@host/name.</source>
        <translation>Diga qual banco de dados, como postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>Say what is read: one row for each unit.</source>
        <translation>Diga o que é lido: uma linha por unidade.</translation>
    </message>
</context>
<context>
    <name>xp::ui::QuestionPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>O que você quer saber?</translation>
    </message>
    <message>
        <source>A name that your colleagues recognise, and what you expect to happen and why.</source>
        <translation>Um nome que seus colegas reconheçam, e o que você espera que aconteça e por quê.</translation>
    </message>
    <message>
        <source>Checkout button</source>
        <translation>Botão de compra</translation>
    </message>
    <message>
        <source>A green button is seen sooner, so more visitors finish their purchase.</source>
        <translation>Um botão verde é visto antes, então mais visitantes terminam sua compra.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>The key for programs is made from it.</source>
        <translation>Dele se forma a chave para os programas.</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hipótese</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
</context>
<context>
    <name>xp::ui::RatesChart</name>
    <message>
        <source>Chart of each variant&apos;s value and interval: %1</source>
        <translation>Gráfico do valor e do intervalo de cada variante: %1</translation>
    </message>
    <message>
        <source>Values appear once units are assigned.</source>
        <translation>Os valores aparecem quando unidades são atribuídas.</translation>
    </message>
</context>
<context>
    <name>xp::ui::ResultsModel</name>
    <message>
        <source>Primary</source>
        <translation>Primárias</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>De proteção</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Secundárias</translation>
    </message>
    <message>
        <source>pooled two-proportion z-test, two-sided</source>
        <translation>teste z agrupado de duas proporções, bilateral</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test, two-sided</source>
        <translation>teste t de Welch, bilateral</translation>
    </message>
    <message>
        <source>ratio of sums, delta method, two-sided</source>
        <translation>razão de somas, método delta, bilateral</translation>
    </message>
    <message>
        <source>difference of quantiles, order statistics, two-sided</source>
        <translation>diferença de quantis, estatísticas de ordem, bilateral</translation>
    </message>
    <message>
        <source>t-test adjusted by history (CUPED), two-sided</source>
        <translation>teste t ajustado pelo histórico (CUPED), bilateral</translation>
    </message>
    <message>
        <source>ratio of sums adjusted by history (CUPED), two-sided</source>
        <translation>razão de somas ajustada pelo histórico (CUPED), bilateral</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 interval %3</source>
        <translation>%1, intervalo de %2 %3</translation>
    </message>
    <message>
        <source>%1: statistic %2, p = %3 before the correction for several treatments</source>
        <translation>%1: estatística %2, p = %3 antes da correção para vários tratamentos</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamento</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Controle</translation>
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
        <translation>Veredito</translation>
    </message>
    <message>
        <source>group-sequential test at the planned looks</source>
        <translation>teste sequencial em grupos nas análises planejadas</translation>
    </message>
    <message>
        <source>always-valid test, which may be looked at at any time</source>
        <translation>teste sempre válido, que pode ser olhado a qualquer momento</translation>
    </message>
    <message>
        <source>normal posterior of the lift</source>
        <translation>posteriori normal do uplift</translation>
    </message>
    <message>
        <source>%1, at the planned look of %2</source>
        <translation>%1, na análise planejada de %2</translation>
    </message>
    <message>
        <source>%1 ni</source>
        <extracomment>A p-value of the test for non-inferiority</extracomment>
        <translation>%1 ni</translation>
    </message>
    <message>
        <source>Probability of being better than the control under the plan&apos;s prior; choosing it is expected to cost %1</source>
        <translation>Probabilidade de ser melhor que o controle sob a priori do plano; escolhê-lo custaria em média %1</translation>
    </message>
    <message>
        <source>%1: p-value against “worse by the margin”; against no effect it is %2</source>
        <translation>%1: valor-p contra “pior pela margem”; contra nenhum efeito é %2</translation>
    </message>
    <message>
        <source>%1: p = %2 before the correction for several comparisons</source>
        <translation>%1: p = %2 antes da correção para várias comparações</translation>
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
        <translation>É isto que você quer?</translation>
    </message>
    <message>
        <source>It is created as a draft. Nothing starts before you start it.</source>
        <translation>É criado como rascunho. Nada começa antes que você o inicie.</translation>
    </message>
    <message>
        <source>The plan is frozen at the start. Whoever compares the fingerprints of then and now sees whether it was changed.</source>
        <translation>O plano é congelado no início. Quem compara as impressões digitais de então e de agora vê se ele mudou.</translation>
    </message>
    <message>
        <source>Fingerprint of the plan: %1</source>
        <translation>Impressão digital do plano: %1</translation>
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
        <translation>Unidades de cada variante em relação à meta: %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>meta %1</translation>
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
        <translation>Tratamento</translation>
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
        <translation>Neste segmento</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentView</name>
    <message>
        <source>an attribute, such as country</source>
        <translation>um atributo, como country</translation>
    </message>
    <message>
        <source>Attribute of the units</source>
        <translation>Atributo das unidades</translation>
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
        <translation>Diga pelo que se distinguem as unidades, como se sabe na exposição.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Carregando …</translation>
    </message>
    <message>
        <source>No unit has this attribute.</source>
        <translation>Nenhuma unidade tem este atributo.</translation>
    </message>
    <message>
        <source>Exploratory: corrected over the segments, and nothing here decides.</source>
        <translation>Exploratório: corrigido sobre os segmentos, e nada aqui decide.</translation>
    </message>
    <message>
        <source>That the effect of “%1” is the same in all of them has %2.</source>
        <translation>Que o efeito de “%1” seja o mesmo em todos tem %2.</translation>
    </message>
    <message>
        <source>%1 units are in none of them.</source>
        <translation>%1 unidades não estão em nenhum.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
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
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours of the studio; charts that are saved are always light.</source>
        <translation>Cores do estúdio; gráficos salvos são sempre claros.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates; changes at once.</source>
        <translation>De textos, números e datas; muda na hora.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualização</translation>
    </message>
    <message>
        <source>How often what is open asks for new numbers.</source>
        <translation>De quanto em quanto tempo o que está aberto pede novos números.</translation>
    </message>
    <message>
        <source>Significance level of new experiments</source>
        <translation>Nível de significância de novos experimentos</translation>
    </message>
    <message>
        <source>The share of false alarms that you are willing to live with. Each experiment can have its own.</source>
        <translation>A parte de alarmes falsos com que você pode conviver. Cada experimento pode ter a sua.</translation>
    </message>
</context>
<context>
    <name>xp::ui::SizePage</name>
    <message>
        <source>How long must it run?</source>
        <translation>Quanto tempo deve durar?</translation>
    </message>
    <message>
        <source>As long as it takes to find the smallest lift that is worth having.</source>
        <translation>O tempo de detectar o menor uplift que vale a pena.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Rate of the control today</source>
        <translation>Taxa do controle hoje</translation>
    </message>
    <message>
        <source>Rate of an earlier experiment</source>
        <translation>Taxa de um experimento anterior</translation>
    </message>
    <message>
        <source>Smallest lift worth finding, relative</source>
        <translation>Menor uplift útil, relativo</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Poder</translation>
    </message>
    <message>
        <source>Level, two-sided</source>
        <translation>Nível, bilateral</translation>
    </message>
    <message>
        <source>Users a day</source>
        <translation>Usuários por dia</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Você precisa de</translation>
    </message>
    <message>
        <source>Power by number of users</source>
        <translation>Poder por número de usuários</translation>
    </message>
    <message>
        <source>Smallest lift that is found, by day</source>
        <translation>Menor uplift detectado, por dia</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 usuários</translation>
    </message>
    <message>
        <source>%1 in each variant</source>
        <translation>%1 em cada variante</translation>
    </message>
    <message>
        <source> · about %1 days at %2 users a day</source>
        <translation> · cerca de %1 dias com %2 usuários por dia</translation>
    </message>
    <message>
        <source>Power by number of users: %1 at %2 users</source>
        <translation>Poder por número de usuários: %1 com %2 usuários</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <translation>%1 no dia %2</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>dia %1</translation>
    </message>
    <message>
        <source>Smallest lift that is found by day: %1 on day %2</source>
        <translation>Menor uplift detectado por dia: %1 no dia %2</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Julgado por</translation>
    </message>
    <message>
        <source>Looks and bounds</source>
        <translation>Análises e limites</translation>
    </message>
    <message>
        <source>Power and days</source>
        <translation>Poder e dias</translation>
    </message>
    <message>
        <source>What is shown of the plan</source>
        <translation>O que se mostra do plano</translation>
    </message>
    <message>
        <source>One look at the end</source>
        <translation>Uma análise no fim</translation>
    </message>
    <message>
        <source>A few planned looks</source>
        <translation>Algumas análises planejadas</translation>
    </message>
    <message>
        <source>Looks at any time</source>
        <translation>Análises a qualquer momento</translation>
    </message>
    <message>
        <source>Posterior, not protected against peeking</source>
        <translation>Posteriori, sem proteção contra o peeking</translation>
    </message>
    <message>
        <source>: %1 users, %2 days</source>
        <translation>: %1 usuários, %2 dias</translation>
    </message>
    <message>
        <source>: %1 users</source>
        <translation>: %1 usuários</translation>
    </message>
    <message>
        <source>as it was before …</source>
        <translation>como era antes …</translation>
    </message>
    <message>
        <source>from a table (CSV) …</source>
        <translation>de uma tabela (CSV) …</translation>
    </message>
    <message>
        <source>A table with the rate</source>
        <translation>Uma tabela com a taxa</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>Tabelas (*.csv *.tsv *.txt *.tab);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source> · on average %1 where the lift is true</source>
        <translation> · em média %1 onde o uplift é real</translation>
    </message>
</context>
<context>
    <name>xp::ui::StartPage</name>
    <message>
        <source>Remember me on this computer</source>
        <translation>Lembrar de mim neste computador</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Open a database …</source>
        <translation>Abrir um banco …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>Ver a demo</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>No service yet? “./xp run” in the project&apos;s folder starts one.</source>
        <translation>Ainda sem serviço? “./xp run” na pasta do projeto inicia um.</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Conectar a um serviço</translation>
    </message>
    <message>
        <source>This page shows the experiments of the service that it came from.</source>
        <translation>Esta página mostra os experimentos do serviço de onde veio.</translation>
    </message>
    <message>
        <source>An experimentation service, or its database: postgresql://user@host/name.</source>
        <translation>Um serviço de experimentação, ou seu banco de dados: postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>Without a service</source>
        <translation>Sem serviço</translation>
    </message>
    <message>
        <source>Everything happens on this machine.</source>
        <translation>Tudo acontece nesta máquina.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Abrir um arquivo …</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>Lab. de peeking</translation>
    </message>
    <message>
        <source>A table (CSV, TSV) with one row for each user, or an evidence bundle.</source>
        <translation>Uma tabela (CSV, TSV) com uma linha por usuário, ou um pacote de evidências.</translation>
    </message>
    <message>
        <source>A SQLite file of an experimentation service.</source>
        <translation>Um arquivo SQLite de um serviço de experimentação.</translation>
    </message>
    <message>
        <source>Experiments of known truth, some of them still fed with visitors.</source>
        <translation>Experimentos de verdade conhecida, alguns ainda com visitantes.</translation>
    </message>
    <message>
        <source>Peek at 1,000 experiments in which nothing differs.</source>
        <translation>Olhe 1.000 experimentos em que nada difere.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Conectando a %1 …</translation>
    </message>
    <message>
        <source>The service asks for a token.</source>
        <translation>O serviço pede um token.</translation>
    </message>
    <message>
        <source>%1 Trying again …</source>
        <translation>%1 Tentando de novo …</translation>
    </message>
    <message>
        <source>Open a query …</source>
        <translation>Abrir uma consulta …</translation>
    </message>
    <message>
        <source>SQL of exposures and facts in your own PostgreSQL or SQLite.</source>
        <translation>SQL de exposições e fatos em seu próprio PostgreSQL ou SQLite.</translation>
    </message>
    <message>
        <source>Keep the token in the system&apos;s keychain</source>
        <translation>Guardar o token no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Kept until the studio is closed: no keychain answers</source>
        <translation>Guardado até fechar: nenhum chaveiro responde</translation>
    </message>
    <message>
        <source>Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens.</source>
        <translation>Inicie o serviço de segredos do seu desktop (GNOME Keyring, KWallet) para guardar tokens.</translation>
    </message>
    <message>
        <source>where the service asks for one</source>
        <translation>se o serviço pedir</translation>
    </message>
</context>
<context>
    <name>xp::ui::TableView</name>
    <message>
        <source>Save the table</source>
        <translation>Salvar a tabela</translation>
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
        <translation>Salvar como CSV …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Selecionar tudo</translation>
    </message>
</context>
<context>
    <name>xp::ui::TermsDialog</name>
    <message>
        <source>The statistics</source>
        <translation>A estatística</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>O que os números significam</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statistical terms</source>
        <translation>Termos estatísticos</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>Buscar nos termos</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termos</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicação</translation>
    </message>
</context>
<context>
    <name>xp::ui::TitledCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>Copiar ou salvar este gráfico</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Salvar o gráfico</translation>
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
        <translation>Copiar imagem</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>Salvar como PNG …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Salvar como SVG …</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficDialog</name>
    <message>
        <source>Traffic</source>
        <translation>Tráfego</translation>
    </message>
    <message>
        <source>How many take part in “%1”?</source>
        <translation>Quantos participam de “%1”?</translation>
    </message>
    <message>
        <source>Those who take part already stay, and keep their variant. Only newcomers are concerned; the split between the variants stays as it is.</source>
        <translation>Os que já participam ficam e mantêm sua variante. Só os que chegam são afetados; a divisão entre as variantes fica como está.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Parte de todos os usuários</translation>
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
        <translation>Motivo, para o registro de auditoria</translation>
    </message>
    <message>
        <source>Change traffic</source>
        <translation>Mudar tráfego</translation>
    </message>
    <message>
        <source>%1 → %2 of all users</source>
        <translation>%1 → %2 de todos os usuários</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficPage</name>
    <message>
        <source>Who takes part?</source>
        <translation>Quem participa?</translation>
    </message>
    <message>
        <source>Users outside the share see what they see today and are not counted.</source>
        <translation>Usuários fora da parte veem o que veem hoje e não são contados.</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>Parte de todos os usuários</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projeto</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>%1 of %2 users a day: the planned %3 users are there after about %4 days.</source>
        <translation>%1 de %2 usuários por dia: os %3 usuários planejados estão lá após cerca de %4 dias.</translation>
    </message>
    <message>
        <source>Only users for whom this holds, as a condition in JSON; empty: everybody</source>
        <translation>Somente usuários que cumprem esta condição em JSON; vazio: todos</translation>
    </message>
</context>
<context>
    <name>xp::ui::Trends</name>
    <message>
        <source>Lift over time</source>
        <translation>Uplift no tempo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidência</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, with its interval</source>
        <translation>%1, com seu intervalo</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>valor-p, logarítmico</translation>
    </message>
</context>
<context>
    <name>xp::ui::VariantsPage</name>
    <message>
        <source>What do you compare?</source>
        <translation>O que você compara?</translation>
    </message>
    <message>
        <source>The first variant is the control, what users see today. The others are compared with it.</source>
        <translation>A primeira variante é o controle, o que os usuários veem hoje. As outras são comparadas com ela.</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Adicionar uma variante</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Configuration, JSON</source>
        <translation>Configuração, JSON</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Partes iguais</translation>
    </message>
    <message>
        <source>treatment %1</source>
        <translation>tratamento %1</translation>
    </message>
    <message>
        <source>Share of the variant, as a slider</source>
        <translation>Parte da variante, como controle deslizante</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Nome da variante</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>Parte da variante</translation>
    </message>
    <message>
        <source>Configuration of the variant</source>
        <translation>Configuração da variante</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>Remover a variante</translation>
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
        <translation>Tratamento</translation>
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
        <translation>Chance</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>E se</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Como planejado</translation>
    </message>
</context>
</TS>
