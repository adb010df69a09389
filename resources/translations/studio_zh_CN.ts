<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Looked early</source>
        <translation>提前查看</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已迁移</translation>
    </message>
    <message>
        <source>Evaluated in an application</source>
        <translation>在应用中求值</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>已删除备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Units per variant</source>
        <translation>每个变体的单元</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>定向</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功效</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>最小效果</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>分析</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>all that were imported</source>
        <translation>全部导入的单元</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>Lift in %1</source>
        <translation>%1 的提升</translation>
    </message>
    <message>
        <source>%1 jointly: %2</source>
        <translation>%1（合计）: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p（校正后）</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>p 值</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>水平 %1</translation>
    </message>
    <message>
        <source>level %1 · planned look</source>
        <translation>水平 %1 · 计划内分析</translation>
    </message>
    <message>
        <source>level %1 · early look</source>
        <translation>水平 %1 · 提前分析</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>分配比例</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>符合计划</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>护栏指标</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>未计划</translation>
    </message>
    <message>
        <source>! %1 worse</source>
        <translation>! %1 变差</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 项未定</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 / %2</translation>
    </message>
    <message>
        <source>no harm found</source>
        <translation>未发现损害</translation>
    </message>
    <message>
        <source>Chance to be better</source>
        <translation>更优的概率</translation>
    </message>
    <message>
        <source>posterior · one look %1</source>
        <translation>后验 · 单次分析 %1</translation>
    </message>
    <message>
        <source>p, %1</source>
        <translation>p（%1）</translation>
    </message>
    <message>
        <source>level %1 · one look %2</source>
        <translation>水平 %1 · 单次分析 %2</translation>
    </message>
    <message>
        <source>mismatch, %1</source>
        <translation>不符，%1</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>未超出容许幅度</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Every variant needs a name.</source>
        <translation>每个变体都需要名称。</translation>
    </message>
    <message>
        <source>Two variants are called “%1”.</source>
        <translation>有两个变体名为“%1”。</translation>
    </message>
    <message>
        <source>The configuration of “%1” is not a JSON object, such as {&quot;layout&quot;: 2}.</source>
        <translation>“%1”的配置不是 JSON 对象，例如 {&quot;layout&quot;: 2}。</translation>
    </message>
    <message>
        <source>The shares add up to %1, not to 100 %.</source>
        <translation>各份额合计为 %1，而不是 100 %。</translation>
    </message>
    <message>
        <source>An experiment needs a metric.</source>
        <translation>实验需要一个指标。</translation>
    </message>
    <message>
        <source>Every metric needs a name: the event that is tracked.</source>
        <translation>每个指标都需要名称：即所记录的事件。</translation>
    </message>
    <message>
        <source>Two metrics are called “%1”.</source>
        <translation>有两个指标名为“%1”。</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Size and duration</source>
        <translation>规模与时长</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>实验需要名称。</translation>
    </message>
    <message>
        <source>A rate of %1 cannot grow by %2.</source>
        <translation>%1 的比率不可能增长 %2。</translation>
    </message>
    <message>
        <source>No size finds this lift with this power: enter a larger lift.</source>
        <translation>以此功效没有样本量能发现这一提升：请输入更大的提升。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.</source>
        <translation>全部用户的 %1 参与。每人保持一个变体：“%2”为对照，与 %3 比较。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No metric is primary: a user converts with any of the conversion metrics.</source>
        <translation>没有主要指标：用户在任一转化指标上转化即视为转化。</translation>
    </message>
    <message>
        <source>It is decided by %1, everything else is shown beside it.</source>
        <translation>由 %1 决定，其余一并展示。</translation>
    </message>
    <message>
        <source>%1 users a day take part: that takes about %2 days.</source>
        <translation>每天 %1 名用户参与：大约需要 %2 天。</translation>
    </message>
    <message>
        <source>Without a primary metric there is no decision: mark the one that matters.</source>
        <translation>没有主要指标就没有决策：请标出最重要的那个。</translation>
    </message>
    <message>
        <source>It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.</source>
        <translation>它运行 %1 天。增加流量或加大最小提升可以缩短。</translation>
    </message>
    <message>
        <source>The units are there in less than a week. Let it run for seven days all the same, to see every day of the week.</source>
        <translation>不到一周单元就够了。仍请运行七天，以覆盖一周中的每一天。</translation>
    </message>
    <message>
        <source>The split is uneven: the planned size is reached when the smallest variant has it, which takes longer.</source>
        <translation>分配不均：当最小的变体达到计划规模时才算达到，因此耗时更长。</translation>
    </message>
    <message>
        <source>It is judged once, when every variant has %1 units, at a level of %2.</source>
        <translation>当每个变体有 %1 个单元时，以 %2 的水平判定一次。</translation>
    </message>
    <message>
        <source>It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.</source>
        <translation>当每个变体的 %2 个单元中有 %1 到位时判定；各次分析共用 %3 的水平。</translation>
    </message>
    <message>
        <source>It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 units in every variant.</source>
        <translation>可随时判定，所有分析合计水平为 %2；计划每个变体 %1 个单元。</translation>
    </message>
    <message>
        <source>It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and stopping then is not protected.</source>
        <translation>当每个变体有 %1 个单元时，按后验在 %2 处判定；提前查看并就此停止不受保护。</translation>
    </message>
    <message>
        <source>From a rate of %1, a lift of %2 is then found with a probability of %3.</source>
        <translation>从 %1 的比率出发，%2 的提升将以 %3 的概率被发现。</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 最多 %2</translation>
    </message>
    <message>
        <source>What must not get worse may be worse by less than: %1.</source>
        <translation>不得变差的指标，其变差须小于：%1。</translation>
    </message>
    <message>
        <source>The condition is not a JSON object.</source>
        <translation>条件不是 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” runs on the same users and counts %2, too. Both stay fair, but one may change what the other does: a common layer keeps their users apart.</source>
        <translation>“%1”面向相同的用户，并且也统计 %2。两者仍然公平，但一个可能改变另一个的效果：放入同一层可将用户分开。</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>A conversion is 0 or 1 for each unit: its rate says all.</source>
        <translation>每个单元的转化为 0 或 1：比率说明一切。</translation>
    </message>
    <message>
        <source>The distribution is known after the first pass over the units, a few minutes after they arrive.</source>
        <translation>单元到达几分钟后，首次遍历完成即可得知分布。</translation>
    </message>
    <message>
        <source>%1: %2 zero</source>
        <translation>%1：零值 %2</translation>
    </message>
    <message>
        <source>, %1 negative</source>
        <translation>，负值 %1</translation>
    </message>
    <message>
        <source>, median %1, 99 % below %2</source>
        <translation>，中位数 %1，99 % 低于 %2</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>截断于 %1</translation>
    </message>
    <message>
        <source>Distribution of %1. %2</source>
        <translation>%1 的分布。%2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The service does not answer in time.</source>
        <translation>服务未及时响应。</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>此地址无响应。</translation>
    </message>
    <message>
        <source>What answers at this address is not an experimentation service.</source>
        <translation>此地址上响应的不是实验服务。</translation>
    </message>
    <message>
        <source>The address redirects elsewhere. Enter the final address.</source>
        <translation>该地址会重定向。请输入最终地址。</translation>
    </message>
    <message>
        <source>The service does not accept this token.</source>
        <translation>服务不接受此令牌。</translation>
    </message>
    <message>
        <source>The token does not allow this. %1</source>
        <translation>此令牌无权这样做。%1</translation>
    </message>
    <message>
        <source>This is not possible now. %1</source>
        <translation>现在无法这样做。%1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>文件为空；第一行必须是列名。</translation>
    </message>
    <message>
        <source>The file has a line of names, but no rows.</source>
        <translation>文件只有一行列名，没有数据行。</translation>
    </message>
    <message>
        <source>The file has too many lines.</source>
        <translation>文件的行数过多。</translation>
    </message>
    <message>
        <source>A unit is in the file twice.</source>
        <translation>文件中有一个单元出现两次。</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>第 %1 行过长。</translation>
    </message>
    <message>
        <source>A field in line %1 is too long.</source>
        <translation>第 %1 行的一个字段过长。</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>第 %1 行的列数过多。</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark stands within a field.</source>
        <translation>第 %1 行的字段中间有引号。</translation>
    </message>
    <message>
        <source>A quoted field that begins in line %1 is never closed.</source>
        <translation>从第 %1 行开始的引号字段没有结束。</translation>
    </message>
    <message>
        <source>In line %1 text follows a closing quotation mark.</source>
        <translation>第 %1 行的结束引号后还有文本。</translation>
    </message>
    <message>
        <source>Line %1 holds the character U+0000.</source>
        <translation>第 %1 行含有字符 U+0000。</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; save the file as UTF-8, or say that it is Latin-1.</source>
        <translation>第 %1 行不是 UTF-8；请将文件保存为 UTF-8，或指定为 Latin-1。</translation>
    </message>
    <message>
        <source>Line %1 does not have as many fields as there are columns.</source>
        <translation>第 %1 行的字段数与列数不同。</translation>
    </message>
    <message>
        <source>This is not a zip file that can be read.</source>
        <translation>这不是可读取的 zip 文件。</translation>
    </message>
    <message>
        <source>The zip file is too large.</source>
        <translation>zip 文件过大。</translation>
    </message>
    <message>
        <source>This is not an evidence bundle.</source>
        <translation>这不是证据包。</translation>
    </message>
    <message>
        <source>The bundle was written by another release of this program.</source>
        <translation>该证据包由本程序的另一版本写入。</translation>
    </message>
    <message>
        <source>What was opened from a file cannot be changed.</source>
        <translation>从文件打开的内容不能更改。</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:8000.</source>
        <translation>地址形如 http://127.0.0.1:8000。</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>地址以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than this program reads.</source>
        <translation>服务的响应超出本程序可读取的大小。</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>此处不可用。</translation>
    </message>
    <message>
        <source>This build of the studio cannot open databases.</source>
        <translation>此版本的工作室无法打开数据库。</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>无法创建临时文件夹。</translation>
    </message>
    <message>
        <source>The service has too much to do; try again in a moment.</source>
        <translation>服务过于繁忙；请稍后再试。</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>服务正在停止。</translation>
    </message>
    <message>
        <source>The database cannot be reached; try again shortly.</source>
        <translation>无法连接数据库；请稍后再试。</translation>
    </message>
    <message>
        <source>The database is read-only; the service must be able to write the file and its folder.</source>
        <translation>数据库是只读的；服务必须能够写入该文件及其文件夹。</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>数据库所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The file is no database or is damaged; restore it from a backup.</source>
        <translation>文件不是数据库或已损坏；请从备份恢复。</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>数据库拒绝了一条语句。</translation>
    </message>
    <message>
        <source>Another service is using this database; a SQLite file takes one.</source>
        <translation>另一个服务正在使用此数据库；一个 SQLite 文件只能供一个服务使用。</translation>
    </message>
    <message>
        <source>The database was made by a later release of this program; use that one or restore a backup.</source>
        <translation>数据库由本程序的更新版本创建；请使用该版本或恢复备份。</translation>
    </message>
    <message>
        <source>The database was made by another build of this program; use that one. Nothing was changed.</source>
        <translation>数据库由本程序的另一版本创建；请使用该版本。未作任何更改。</translation>
    </message>
    <message>
        <source>The database holds tables of another service.</source>
        <translation>数据库含有另一服务的表。</translation>
    </message>
    <message>
        <source>There is no such experiment.</source>
        <translation>没有这个实验。</translation>
    </message>
    <message>
        <source>There is no such note.</source>
        <translation>没有这条备注。</translation>
    </message>
    <message>
        <source>There is no such metric.</source>
        <translation>没有这个指标。</translation>
    </message>
    <message>
        <source>Another experiment has this key.</source>
        <translation>另一个实验已使用此键。</translation>
    </message>
    <message>
        <source>It has been changed by somebody else in the meantime.</source>
        <translation>期间已被他人更改。</translation>
    </message>
    <message>
        <source>The present status does not allow it.</source>
        <translation>当前状态不允许这样做。</translation>
    </message>
    <message>
        <source>The experiment is running.</source>
        <translation>实验正在运行。</translation>
    </message>
    <message>
        <source>Another experiment has this part of the layer.</source>
        <translation>另一个实验占用了该层的这一部分。</translation>
    </message>
    <message>
        <source>The token works in other projects or environments.</source>
        <translation>该令牌用于其他项目或环境。</translation>
    </message>
    <message>
        <source>An effect this large cannot happen: the rate would lie outside 0 to 1.</source>
        <translation>不可能有这么大的效果：比率会超出 0 到 1。</translation>
    </message>
    <message>
        <source>Something entered is wrong.</source>
        <translation>输入内容有误。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected.</source>
        <translation>%1 的类型与预期不同。</translation>
    </message>
    <message>
        <source>%1 is outside of what is allowed.</source>
        <translation>%1 超出允许范围。</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 过长。</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 的条目过多。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 出现两次。</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 未知。</translation>
    </message>
    <message>
        <source>%1 is not allowed here.</source>
        <translation>此处不允许 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be set.</source>
        <translation>%1 不能设置。</translation>
    </message>
    <message>
        <source>%1 cannot be changed after the start.</source>
        <translation>%1 在开始后不能更改。</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8.</source>
        <translation>%1 不是有效的 UTF-8。</translation>
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
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
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
        <translation>p 值</translation>
    </message>
    <message>
        <source>How often a difference at least this large would show up if there were none. It is not the chance that the treatment works.</source>
        <translation>若没有任何差异，至少这么大的差异出现的频率。它不是处理有效的概率。</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>显著性水平</translation>
    </message>
    <message>
        <source>The share of experiments without any effect that one is willing to call a success by mistake. It is chosen before the start: 5 % unless the plan says otherwise.</source>
        <translation>在毫无效果的实验中，愿意误判为成功的比例。在开始前选定：除非计划另有规定，为 5 %。</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>The effects that the data do not contradict at the plan&apos;s level. An interval that holds 0 leaves open whether there is an effect; its width tells how much is known.</source>
        <translation>在计划水平下与数据不矛盾的效果范围。包含 0 的区间无法判断是否有效果；其宽度说明所知多少。</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>How much larger the treatment&apos;s value is than the control&apos;s, relative to it. From 10 % to 11 % is a lift of 10 %.</source>
        <translation>处理的值相对于对照的值高出多少。从 10 % 到 11 % 即提升 10 %。</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on either side chance gets once in twenty looks, if one looks once.</source>
        <translation>以标准误为单位的效果：离零多远。若只看一次，偶然超出任一侧 1.96 的情况二十次中有一次。</translation>
    </message>
    <message>
        <source>Correction for several hypotheses</source>
        <translation>多重假设校正</translation>
    </message>
    <message>
        <source>Who asks twenty questions gets one answer by chance. Holm&apos;s correction bounds the chance of any false success, Benjamini-Hochberg&apos;s the share of false ones among all.</source>
        <translation>提二十个问题，会因偶然得到一个答案。Holm 校正限制出现任何虚假成功的概率，Benjamini-Hochberg 校正限制虚假成功所占的比例。</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>护栏指标</translation>
    </message>
    <message>
        <source>A metric that must not get worse, whatever the primary metric gains. It has a margin: how much worse is still taken for nothing.</source>
        <translation>无论主要指标获益多少都不得变差的指标。它有一个容许幅度：变差多少仍可忽略。</translation>
    </message>
    <message>
        <source>Non-inferiority</source>
        <translation>非劣效</translation>
    </message>
    <message>
        <source>Shown when the treatment is not worse than the control by more than the margin. To find no difference is not enough: a small sample finds none either.</source>
        <translation>当证明处理不比对照差超过容许幅度时成立。没发现差异还不够：小样本同样发现不了。</translation>
    </message>
    <message>
        <source>Peeking</source>
        <translation>偷看</translation>
    </message>
    <message>
        <source>To look again and again and to stop at the first success. With a test made for one look, 21 looks find an effect in a quarter of the experiments that have none.</source>
        <translation>反复查看并在首次成功时停止。用只供一次分析的检验看 21 次，会在四分之一的无效实验中“发现”效果。</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>单次分析</translation>
    </message>
    <message>
        <source>The plan is judged once, at its size; until then there is no verdict. It needs the fewest users when nobody wants to stop early.</source>
        <translation>计划在达到规模时判定一次，此前没有结论。若无人想提前停止，所需用户最少。</translation>
    </message>
    <message>
        <source>Group-sequential</source>
        <translation>成组序贯</translation>
    </message>
    <message>
        <source>A few looks are planned and share the level, each with a bound of its own. A clear result may end the experiment at any of them.</source>
        <translation>计划少数几次分析，共用显著性水平，各有自己的界限。结果明确时可在任何一次结束实验。</translation>
    </message>
    <message>
        <source>Always-valid</source>
        <translation>始终有效</translation>
    </message>
    <message>
        <source>Its interval holds at all times at once, so one may look every minute and stop at will. The price is an interval about half as wide again as that of one look.</source>
        <translation>其区间在所有时刻同时成立，可以每分钟查看并随时停止。代价是区间约为单次分析的一倍半宽。</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>更优的概率</translation>
    </message>
    <message>
        <source>The chance that the treatment is better, given the data and what was thought before them. It is not protected against peeking.</source>
        <translation>在数据和先前看法之下，处理更优的概率。它不能防止偷看。</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>先验</translation>
    </message>
    <message>
        <source>What is thought of the lift before any data: 0, give or take 10 % unless it is changed. It pulls surprising results of small samples towards nothing.</source>
        <translation>在看到数据之前对提升的看法：若不修改，为 0 上下 10 %。它把小样本的意外结果拉向零。</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <source>What the other methods say of the same numbers. The plan&apos;s own method decides; an opinion that differs is worth a thought.</source>
        <translation>其他方法对同一组数字的看法。由计划的方法决定；不同的意见值得思考。</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功效</translation>
    </message>
    <message>
        <source>The chance that the experiment finds an effect of the size that it was planned for. At 80 % it misses one in five.</source>
        <translation>实验发现计划大小的效果的概率。80 % 时五次会漏掉一次。</translation>
    </message>
    <message>
        <source>Smallest detectable lift</source>
        <translation>最小可检测提升</translation>
    </message>
    <message>
        <source>The smallest effect that is found with the wished power. Half of it takes four times the users.</source>
        <translation>以所需功效能发现的最小效果。要发现它的一半，需要四倍的用户。</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>How many units each variant needs for the planned power. The bar shows the smallest variant, because it decides.</source>
        <translation>为达到计划功效每个变体所需的单元数。进度条显示最小的变体，因为由它决定。</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>样本比例</translation>
    </message>
    <message>
        <source>Whether the units are split as planned. A mismatch means that units get lost or doubled on their way, and that no other number here can be trusted.</source>
        <translation>单元是否按计划分配。不符意味着途中有单元丢失或重复，此处其他数字都不可信。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a busy user counts once.</source>
        <translation>哈希所分配的对象：多为用户。先把一个单元的所有事件相加，使活跃用户只计一次。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>The time between two changes of the split. Epochs are compared within themselves and then put together, so that a change on the way does not bend the result.</source>
        <translation>两次分配变更之间的时间。先在各时期内比较再合并，使中途变更不会扭曲结果。</translation>
    </message>
    <message>
        <source>Adjustment by history (CUPED)</source>
        <translation>历史校正（CUPED）</translation>
    </message>
    <message>
        <source>What was known of a unit before it came explains part of its value; that part is taken away. The interval gets narrower, the effect stays the same.</source>
        <translation>单元到来之前已知的信息解释了其数值的一部分；将这部分去除。区间变窄，效果不变。</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Values beyond a high quantile count as that quantile. A few very large ones no longer drown all others.</source>
        <translation>超过高分位数的值按该分位数计。少数极大的值不再淹没其他所有值。</translation>
    </message>
    <message>
        <source>Ratio metric</source>
        <translation>比率指标</translation>
    </message>
    <message>
        <source>One sum over another, such as clicks over views, where units are assigned and not views. Its variance is taken over the units.</source>
        <translation>一个总和除以另一个，例如每次浏览的点击，而分配的是单元而非浏览。其方差按单元计算。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>one look</source>
        <translation>单次分析</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>成组序贯</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>始终有效</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>贝叶斯</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>为时过早</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更优</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>non-inferior</source>
        <translation>非劣</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>较劣</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source> (%1 better)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>xp-studio: %1
Try xp-studio --help.</source>
        <translation>xp-studio：%1
请尝试 xp-studio --help。</translation>
    </message>
    <message>
        <source>Only one of --connect, --open and --demo can be given.</source>
        <translation>--connect、--open 和 --demo 只能给出一个。</translation>
    </message>
    <message>
        <source>--screenshot needs --connect, --open or --demo.</source>
        <translation>--screenshot 需要 --connect、--open 或 --demo。</translation>
    </message>
    <message>
        <source>The analysts&apos; desktop application of the experimentation platform.
Exit codes: 0 done, 1 failed, 2 wrong usage.</source>
        <translation>实验平台的分析师桌面应用程序。
退出码：0 完成，1 失败，2 用法错误。</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>显示此文本。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Connects to the service there.</source>
        <translation>连接到该处的服务。</translation>
    </message>
    <message>
        <source>Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a postgresql:// address.</source>
        <translation>打开表格（CSV、TSV）、证据包、SQLite 数据库或 postgresql:// 地址。</translation>
    </message>
    <message>
        <source>Opens experiments of known truth, some of them fed live.</source>
        <translation>打开真相已知的实验，其中一些实时接收数据。</translation>
    </message>
    <message>
        <source>The token to use. Other users of this computer may see a command line: the environment variable ADMIN_TOKEN is not shown to them.</source>
        <translation>要使用的令牌。本机其他用户可能看到命令行：环境变量 ADMIN_TOKEN 不会显示给他们。</translation>
    </message>
    <message>
        <source>Opens this experiment.</source>
        <translation>打开此实验。</translation>
    </message>
    <message>
        <source>Shows this page: lab, new, or a tab of the experiment (results, over-time, health, events, notes, audit, plan, ...).</source>
        <translation>显示此页面：lab、new 或实验的标签页（results、over-time、health、events、notes、audit、plan、...）。</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light、dark 或 system。</translation>
    </message>
    <message>
        <source>The language for this time, such as de; see the settings.</source>
        <translation>本次使用的语言，例如 de；参见设置。</translation>
    </message>
    <message>
        <source>Size of the window: 1440x900.</source>
        <translation>窗口大小：1440x900。</translation>
    </message>
    <message>
        <source>Writes a picture of the window once its data is there, and ends.</source>
        <translation>数据就绪后写出窗口图片并退出。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>“%1”不是选项。</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme 为 light、dark 或 system，不是“%1”。</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;.</source>
        <translation>--language 为 %1 之一，不是“%2”。</translation>
    </message>
    <message>
        <source>--size looks like 1440x900, not &apos;%1&apos;.</source>
        <translation>--size 形如 1440x900，不是“%1”。</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>The curve appears with the first snapshots: hourly in the first three days, then daily.</source>
        <translation>曲线随首批快照出现：前三天每小时一次，之后每天一次。</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>traffic %1 → %2</source>
        <translation>流量 %1 → %2</translation>
    </message>
    <message>
        <source>new split</source>
        <translation>新的分配</translation>
    </message>
    <message>
        <source>departure from the plan</source>
        <translation>偏离计划</translation>
    </message>
    <message>
        <source>Lift over time: %1 at the last snapshot</source>
        <translation>提升走势：最近快照为 %1</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>单次分析</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>始终有效</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>成组序贯</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>贝叶斯</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>水平 %1</translation>
    </message>
    <message>
        <source>p-value over time: %1 at the last snapshot, level %2</source>
        <translation>p 值走势：最近快照为 %1，水平 %2</translation>
    </message>
    <message>
        <source>Bounds are drawn for conversions of a plan with a size.</source>
        <translation>界限只为有规模的计划的转化绘制。</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更优</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>z and the plan&apos;s bounds by share of the planned size</source>
        <translation>按计划规模份额的 z 与计划界限</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Units over time: %1</source>
        <translation>单元走势：%1</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>share of units with the event</source>
        <translation>有该事件的单元比例</translation>
    </message>
    <message>
        <source>events per unit</source>
        <translation>每单元的事件数</translation>
    </message>
    <message>
        <source>sum of values per unit</source>
        <translation>每单元的值之和</translation>
    </message>
    <message>
        <source>mean value per event</source>
        <translation>每事件的平均值</translation>
    </message>
    <message>
        <source>sum of one event over another</source>
        <translation>一个事件的总和除以另一个</translation>
    </message>
    <message>
        <source>share of units that return</source>
        <translation>再次到来的单元比例</translation>
    </message>
    <message>
        <source>days with the event per unit</source>
        <translation>每单元有该事件的天数</translation>
    </message>
    <message>
        <source>share of units that take every step</source>
        <translation>完成每一步的单元比例</translation>
    </message>
    <message>
        <source>quantile of the sum of values per unit</source>
        <translation>每单元值之和的分位数</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> · control</source>
        <translation> · 对照</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>one value per unit</source>
        <translation>每单元一个值</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越多越好</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>越少越好</translation>
    </message>
    <message>
        <source> · within %1 of the exposure</source>
        <translation> · 曝光后 %1 之内</translation>
    </message>
    <message>
        <source>%1, looks at %2 of the planned size</source>
        <translation>%1，在计划规模的 %2 处分析</translation>
    </message>
    <message>
        <source>the treatments of each metric</source>
        <translation>每个指标的各处理</translation>
    </message>
    <message>
        <source>treatments and primary metrics</source>
        <translation>处理与主要指标</translation>
    </message>
    <message>
        <source>treatments and all metrics</source>
        <translation>处理与全部指标</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>%1, two-sided</source>
        <translation>%1，双侧</translation>
    </message>
    <message>
        <source>%1, one-sided: better</source>
        <translation>%1，单侧：更优</translation>
    </message>
    <message>
        <source> to find a lift of %1</source>
        <translation> 以发现 %1 的提升</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功效</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>至少 %1 天</translation>
    </message>
    <message>
        <source>%1 days planned, </source>
        <translation>计划 %1 天， </translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>对 %2 作 %1</translation>
    </message>
    <message>
        <source>%1 may be worse by %2</source>
        <translation>%1 最多可变差 %2</translation>
    </message>
    <message>
        <source>%1 is cut at its %2 percentile</source>
        <translation>%1 在第 %2 百分位截断</translation>
    </message>
    <message>
        <source>Margins and caps</source>
        <translation>容许幅度与截断</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>by the history of %1 before the exposure (CUPED)</source>
        <translation>按曝光前 %1 的历史（CUPED）</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>先验</translation>
    </message>
    <message>
        <source>lift of %1 ± %2</source>
        <translation>提升 %1 ± %2</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Planned size</source>
        <translation>计划规模</translation>
    </message>
    <message>
        <source>%1 units in each variant</source>
        <translation>每个变体 %1 个单元</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>assigned elsewhere, imported</source>
        <translation>在别处分配，已导入</translation>
    </message>
    <message>
        <source>%1 of all units</source>
        <translation>全部单元的 %1</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source> · started %1</source>
        <translation> · 开始于 %1</translation>
    </message>
    <message>
        <source> · stopped %1</source>
        <translation> · 结束于 %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
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
        <translation>按此速度 %1 ± %2 后</translation>
    </message>
    <message>
        <source>at this pace on %1 ± %2</source>
        <translation>按此速度于 %1 ± %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Experimentation Studio</source>
        <translation>实验工作室</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Over time: %1, %2</source>
        <translation>走势：%1，%2</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>数据健康</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! 偏离</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Experiments: %1, as of %2</source>
        <translation>实验：%1 个，截至 %2</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write %1</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>没有页面“%1”</translation>
    </message>
    <message>
        <source>there is no experiment &apos;%1&apos;</source>
        <translation>没有实验“%1”</translation>
    </message>
    <message>
        <source>the data did not arrive in time</source>
        <translation>数据未及时到达</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>a single look</source>
        <translation>单次分析</translation>
    </message>
    <message>
        <source>the group-sequential test</source>
        <translation>成组序贯检验</translation>
    </message>
    <message>
        <source>the always-valid test</source>
        <translation>始终有效检验</translation>
    </message>
    <message>
        <source>the Bayesian posterior</source>
        <translation>贝叶斯后验</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更优</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>变差不超过容许幅度</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>变差超过容许幅度</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>为时过早</translation>
    </message>
    <message>
        <source>to wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>not told apart from the control</source>
        <translation>与对照无法区分</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source> (%1 likely to be better)</source>
        <translation>（%1 可能更优）</translation>
    </message>
    <message>
        <source>The prior expects small effects and holds the estimate back.</source>
        <translation>先验预期效果较小，使估计偏保守。</translation>
    </message>
    <message>
        <source>A posterior is not protected against looking often.</source>
        <translation>后验不能防止频繁查看。</translation>
    </message>
    <message>
        <source>A single look&apos;s p-value does not hold when results are watched as they come in.</source>
        <translation>边到达边观察结果时，单次分析的 p 值不成立。</translation>
    </message>
    <message>
        <source>They share the same level over their looks in different ways; follow the one that was planned.</source>
        <translation>它们以不同方式在各次分析间分配同一水平；请遵循计划的方法。</translation>
    </message>
    <message>
        <source>%1, %2: %3 says %4%5, %6 says %7%8. %9</source>
        <translation>%1，%2：%3 认为%4%5，%6 认为%7%8。%9</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1: the effect of %2 fades with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may be no more than novelty: the later days tell what remains.</source>
        <translation>%1：%2 的效果随曝光后的天数减弱，从首日约 %3 到 %5 后约 %4（%6）。也许只是新鲜感：之后的日子会说明还剩多少。</translation>
    </message>
    <message>
        <source>%1: the effect of %2 grows with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may take time to learn: the later days tell what is to come.</source>
        <translation>%1：%2 的效果随曝光后的天数增强，从首日约 %3 到 %5 后约 %4（%6）。也许需要时间适应：之后的日子会说明将会怎样。</translation>
    </message>
    <message>
        <source>1 more unit</source>
        <translation>再多 1 个单元</translation>
    </message>
    <message>
        <source>%1 more units</source>
        <translation>再多 %1 个单元</translation>
    </message>
    <message>
        <source>1 more unit with an event</source>
        <translation>再多 1 个有事件的单元</translation>
    </message>
    <message>
        <source>%1 more units with an event</source>
        <translation>再多 %1 个有事件的单元</translation>
    </message>
    <message>
        <source>1 more unit without an event</source>
        <translation>再多 1 个无事件的单元</translation>
    </message>
    <message>
        <source>%1 more units without an event</source>
        <translation>再多 %1 个无事件的单元</translation>
    </message>
    <message>
        <source>Units are not split as planned: %1 (%2).</source>
        <translation>单元未按计划分配：%1（%2）。</translation>
    </message>
    <message>
        <source>The split is wrong among the units from %1 on.</source>
        <translation>自 %1 起的单元分配有误。</translation>
    </message>
    <message>
        <source>Units are split as planned (%1, valid at any time).</source>
        <translation>单元按计划分配（%1，任何时候有效）。</translation>
    </message>
    <message>
        <source>The split cannot be checked without units.</source>
        <translation>没有单元就无法检查分配。</translation>
    </message>
    <message>
        <source>Whether units were seen in several variants is not known.</source>
        <translation>是否有单元出现在多个变体中尚不清楚。</translation>
    </message>
    <message>
        <source>Units stay in their variant.</source>
        <translation>单元都留在各自的变体中。</translation>
    </message>
    <message>
        <source>Clients showed another variant than the one assigned to %1 of the %2 units of which they tell. Find out which clients do not ask for it.</source>
        <translation>在有报告的 %2 个单元中，客户端向 %1 展示了与分配不同的变体。请找出哪些客户端没有查询。</translation>
    </message>
    <message>
        <source>Clients show the variants that are assigned.</source>
        <translation>客户端展示的是所分配的变体。</translation>
    </message>
    <message>
        <source>Ids were joined equally often in all variants.</source>
        <translation>各变体中 ID 合并的频率相同。</translation>
    </message>
    <message>
        <source>There is no history from before the experiment to compare.</source>
        <translation>没有实验之前的历史可供比较。</translation>
    </message>
    <message>
        <source>The variants were alike before the experiment.</source>
        <translation>实验之前各变体相同。</translation>
    </message>
    <message>
        <source>Every metric has enough data.</source>
        <translation>每个指标都有足够的数据。</translation>
    </message>
    <message>
        <source>No effect is too large to be true.</source>
        <translation>没有大到不真实的效果。</translation>
    </message>
    <message>
        <source>Check the tracking before you believe it: %1, %2. Effects this large are more often a bug than a success.</source>
        <translation>相信之前请检查埋点：%1，%2。这么大的效果往往是错误而非成功。</translation>
    </message>
    <message>
        <source>Whether an effect wears off cannot be told yet: that needs units watched for at least four days after their exposure, with enough data on each.</source>
        <translation>尚无法判断效果是否消退：需要曝光后至少观察四天、且每天都有足够数据的单元。</translation>
    </message>
    <message>
        <source>No effect changes with the days since exposure.</source>
        <translation>没有效果随曝光后的天数变化。</translation>
    </message>
    <message>
        <source>%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a bot, or an event that is sent in a loop.</source>
        <translation>%1：在有数值的 %2 个单元中，1 个占总量的 %3，位于 %4。请检查它是否为机器人，或是否为循环发送的事件。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether they are bots, or events that are sent in a loop.</source>
        <translation>%1：在有数值的 %3 个单元中，%2 个占总量的 %4，其中 %5 个在 %6。请检查它们是否为机器人，或是否为循环发送的事件。</translation>
    </message>
    <message>
        <source>%1: the effect of %2 is %3 among units of the first half and %4 among those of the second (%5). It may wear off, or grow.</source>
        <translation>%1：%2 的效果在前一半单元中为 %3，在后一半中为 %4（%5）。可能消退，也可能增强。</translation>
    </message>
    <message>
        <source>%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.</source>
        <translation>%1：下结论为时过早，数字可信之前有一个变体需要%2。</translation>
    </message>
    <message>
        <source>It ran for %1 of at least %2 days, which are needed to have seen every day of the week.</source>
        <translation>已运行至少 %2 天中的 %1 天；需要这么多天才能覆盖一周中的每一天。</translation>
    </message>
    <message>
        <source>Start the experiment: it has no units yet.</source>
        <translation>开始实验：还没有单元。</translation>
    </message>
    <message>
        <source>There are no units to analyse yet.</source>
        <translation>还没有可分析的单元。</translation>
    </message>
    <message>
        <source>Continue the experiment: %1 has %2, and needs %3 more before anything can be said.</source>
        <translation>继续实验：%1 有 %2，还需要 %3 个才能得出结论。</translation>
    </message>
    <message>
        <source>Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than the %4 needed for any statement.</source>
        <translation>不要据此实验下结论：它停止时 %1 有 %2，比任何结论所需的 %4 个少 %3 个。</translation>
    </message>
    <message>
        <source>Continue the experiment. %1</source>
        <translation>继续实验。%1</translation>
    </message>
    <message>
        <source>Do not judge by this experiment, it stopped too early. %1</source>
        <translation>不要据此实验下结论，它停止得太早。%1</translation>
    </message>
    <message>
        <source>Do not use these results: units are not split as planned (%1), so the variants cannot be compared. Find out where units get lost or doubled, then start again.</source>
        <translation>不要使用这些结果：单元未按计划分配（%1），各变体无法比较。请找出单元在何处丢失或重复，然后重新开始。</translation>
    </message>
    <message>
        <source>Do not use these results: %1 of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an assignment changes.</source>
        <translation>不要使用这些结果：%1 的单元出现在多个变体中，超过可容忍的 1 %。请找出分配为何改变。</translation>
    </message>
    <message>
        <source>Do not use these results: people&apos;s ids were joined more often in some variants than in others (%1), so the variants count other people. Analyse people who were known before.</source>
        <translation>不要使用这些结果：某些变体中人员 ID 的合并比其他变体更频繁（%1），因此各变体统计的是不同的人。请分析先前已知的人。</translation>
    </message>
    <message>
        <source>Stop %1, it does harm: %2.</source>
        <translation>停止 %1，它有害：%2。</translation>
    </message>
    <message>
        <source> %1 is better than the control: %2.</source>
        <translation> %1 优于对照：%2。</translation>
    </message>
    <message>
        <source>Ship %1: %2.</source>
        <translation>发布 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is better: %2. Ship it if this is what the experiment was for; no metric was marked as primary.</source>
        <translation>%1 更优：%2。若实验就是为此，请发布；没有指标被标为主要指标。</translation>
    </message>
    <message>
        <source>Continue: %1 looks better (%2), but it is too early. %3</source>
        <translation>继续：%1 看来更优（%2），但为时过早。%3</translation>
    </message>
    <message>
        <source>Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks find winners that are none.</source>
        <translation>继续到计划规模：%1 看来更优（%2），但%3，过早查看会找到并非真正的赢家。</translation>
    </message>
    <message>
        <source>Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at a good moment finds winners that are none.</source>
        <translation>发布 %1 前请确认：%2，但实验停止时%3，在有利时刻停止会找到并非真正的赢家。</translation>
    </message>
    <message>
        <source>Do not ship %1 yet: %2, but the guardrail got worse: %3.</source>
        <translation>先不要发布 %1：%2，但护栏指标变差：%3。</translation>
    </message>
    <message>
        <source>Keep %1: %2 is worse, %3.</source>
        <translation>保留 %1：%2 更差，%3。</translation>
    </message>
    <message>
        <source>Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.</source>
        <translation>保留 %1：%2 的效果，即所关心的最小效果，已被排除。%3：%4。</translation>
    </message>
    <message>
        <source>Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 are in.</source>
        <translation>继续到计划规模，并留意 %1：它看来更差（%2），但%3。</translation>
    </message>
    <message>
        <source>Continue: no variant differs clearly from the control so far. %1: %2. %3 more units per variant are planned.</source>
        <translation>继续：目前没有变体与对照明显不同。%1：%2。计划每个变体再增加 %3 个单元。</translation>
    </message>
    <message>
        <source>Keep %1, or run longer if an effect within the interval would matter: no variant differs clearly from it. %2: %3.</source>
        <translation>保留 %1，若区间内的效果重要则延长：没有变体与其明显不同。%2：%3。</translation>
    </message>
    <message>
        <source>Continue: there is nothing to compare yet, as no variant shows any event or value that varies.</source>
        <translation>继续：还没有可比较的，因为没有变体显示出变化的事件或值。</translation>
    </message>
    <message>
        <source>Mark a metric as primary: without one, and without a conversion, there is nothing to decide by.</source>
        <translation>请把一个指标标为主要指标：没有它也没有转化，就无从决定。</translation>
    </message>
    <message>
        <source>Nothing follows from this experiment: neither an effect nor its absence is shown. %1: %2.</source>
        <translation>此实验得不出结论：既未证明有效果，也未证明没有。%1：%2。</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> 超过 %1</translation>
    </message>
    <message>
        <source>Guardrail: it is not shown that %1 is not worse%2. %3.</source>
        <translation>护栏指标：未证明 %1 没有变差%2。%3。</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse. %2.</source>
        <translation>护栏指标：%1 变差。%2。</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse by more than %2. %3.</source>
        <translation>护栏指标：%1 变差超过 %2。%3。</translation>
    </message>
    <message>
        <source>%1 is better, %2, and does not ship: not every guardrail is shown to hold.</source>
        <translation>%1 更好，%2，但不发布：未证明所有护栏指标都保持。</translation>
    </message>
    <message>
        <source>The guardrail holds.</source>
        <translation>护栏指标未受影响。</translation>
    </message>
    <message>
        <source>All %1 guardrails hold.</source>
        <translation>全部 %1 个护栏指标未受影响。</translation>
    </message>
    <message>
        <source>%1 and %2 are both better than the control and cannot be told apart: take the cheaper one.</source>
        <translation>%1 和 %2 都优于对照且无法区分：选成本较低的。</translation>
    </message>
    <message>
        <source>Continue: %1 of the plan is done, and nothing speaks for a stop.</source>
        <translation>继续：计划已完成 %1，没有理由停止。</translation>
    </message>
    <message>
        <source>Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.</source>
        <translation>继续：目前没有理由停止，且没有计划样本量或时长。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Continue, and wait for the plan: %1 looks better so far, %2.</source>
        <translation>继续，等待计划完成：%1 目前看来更优，%2。</translation>
    </message>
    <message>
        <source>The experiment stopped at %1 of its plan; a single look was planned for the end, so there is no verdict.</source>
        <translation>实验在计划的 %1 处停止；计划在结束时只分析一次，因此没有结论。</translation>
    </message>
    <message>
        <source>Only %1 of the planned size was exposed on these days; a single look was planned for all of it, so there is no verdict.</source>
        <translation>这些日子里只曝光了计划样本量的 %1；计划对全部只分析一次，因此没有结论。</translation>
    </message>
    <message>
        <source>%1 Looked at once only: %2</source>
        <translation>%1 若只分析一次：%2</translation>
    </message>
    <message>
        <source>This is an early look: %1 are in. Whoever stops at the first significant look finds false winners far more often than planned.</source>
        <translation>这是提前查看：%1。在首次显著时停止，虚假赢家会比计划多得多。</translation>
    </message>
    <message>
        <source>The experiment stopped with %1; if results were watched, false winners are more likely than planned.</source>
        <translation>实验停止时%1；若一直在观察结果，虚假赢家会比计划更可能。</translation>
    </message>
    <message>
        <source>%1: %2 is maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1：%2 尚未成熟，曝光时间短于指标窗口，暂不计入。</translation>
    </message>
    <message>
        <source>%1: %2 are maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1：%2 尚未成熟，曝光时间短于指标窗口，暂不计入。</translation>
    </message>
    <message>
        <source>%1: a few units hold much of the total; below about %2 units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps.</source>
        <translation>%1：少数单元占总量的很大部分；每个变体不足约 %2 个单元时，其 p 值和区间较粗略。在第 99.9 百分位截断会有帮助。</translation>
    </message>
    <message>
        <source>%1: the split changed while the experiment ran. Effects are measured within each of %2 stretches and added up, so they can differ from what the plain totals suggest.</source>
        <translation>%1：实验期间分配有变。效果在 %2 个时段内分别测量再相加，因此可能与简单总计所示不同。</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epoch %2, which has fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1：排除了分配时期 %2 的单元，该时期某变体少于 30 个单元，且没有分配相同的相邻时期。</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epochs %2, which have fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1：排除了分配时期 %2 的单元，这些时期某变体少于 30 个单元，且没有分配相同的相邻时期。</translation>
    </message>
    <message>
        <source>%1: the totals of %2 are beyond the range of its exact values and count as the end of it. A coarser resolution has room for more.</source>
        <translation>%1：%2的合计超出精确值的范围，按范围的端点计算。使用较粗的分辨率可容纳更大的值。</translation>
    </message>
    <message>
        <source>No metric is marked as primary, so no decision follows from the results; the headline is whether a unit converts on any of the conversion metrics.</source>
        <translation>没有指标被标为主要指标，因此结果不产生决策；首要结果是单元是否在任一转化指标上转化。</translation>
    </message>
    <message>
        <source>Values of %1 above %2 are cut to it, as planned: those of %3.</source>
        <translation>%1 中高于 %2 的值按计划截断：%3 的值。</translation>
    </message>
    <message>
        <source>The values of %1 are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or the planned percentile is 0.</source>
        <translation>%1 的值未截断，尽管计划要求：其分布尚未知、部分日期未知，或计划的百分位为 0。</translation>
    </message>
    <message>
        <source>A few very large values rule %1. Plan to cut values at the %2th percentile (%3 now) next time.</source>
        <translation>少数极大的值主导 %1。下次请计划在第 %2 百分位（现为 %3）截断。</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history, because its values are cut.</source>
        <translation>%1 未按历史校正，因为其值已截断。</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history: none is known that varies.</source>
        <translation>%1 未按历史校正：没有已知的变化历史。</translation>
    </message>
    <message>
        <source>%1 was planned as %2 and is now %3.</source>
        <translation>%1 计划为 %2，现为 %3。</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <extracomment>the name of a variant, in quotation marks</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 个单元</translation>
    </message>
    <message>
        <source>%1 cannot be estimated yet</source>
        <translation>%1 尚无法估计</translation>
    </message>
    <message>
        <source>a difference of %1</source>
        <translation>%1 的差异</translation>
    </message>
    <message>
        <source>%1 is %2 against %3, %4</source>
        <extracomment>purchase is 5.5 % against 5 %, +10 %</extracomment>
        <translation>%1 为 %2，对照为 %3，%4</translation>
    </message>
    <message>
        <source> (%1 % interval %2 to %3)</source>
        <translation> （%1 % 区间 %2 至 %3）</translation>
    </message>
    <message>
        <source> (%1 % interval from %2 up)</source>
        <translation> （%1 % 区间 %2 以上）</translation>
    </message>
    <message>
        <source> (%1 % interval up to %2)</source>
        <translation> （%1 % 区间 %2 以下）</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 expected</source>
        <translation>%1 有 %2，预期 %3</translation>
    </message>
    <message>
        <source>only %1 of the planned %2 units per variant</source>
        <translation>每个变体计划 %2 个单元中只有 %1 个</translation>
    </message>
    <message>
        <source>%1: %2 says %3; computed again it is %4</source>
        <translation>%1：%2 写着 %3；重新计算为 %4</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>%1 is not the file that was written: its SHA-256 is %2, the manifest says %3</source>
        <translation>%1 不是所写入的文件：其 SHA-256 为 %2，清单写着 %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 does not belong to a bundle</source>
        <translation>%1 不属于证据包</translation>
    </message>
    <message>
        <source>Left out of the analysis: %1 of %2 units (%3): %4 by the experiment&apos;s rule, %5 by the service&apos;s, %6 as bots.</source>
        <translation>排除在分析之外：%2 个单元中的 %1 个（%3）：按实验规则 %4 个，按服务规则 %5 个，作为机器人 %6 个。</translation>
    </message>
    <message>
        <source>No rule leaves out a unit.</source>
        <translation>没有规则排除单元。</translation>
    </message>
    <message>
        <source>Rules leave out more units of some variants than of others (%1). Find out what they look at: nothing that follows from the variant.</source>
        <translation>规则在某些变体中排除的单元多于其他变体（%1）。请查明规则依据什么：不应是由变体引起的任何东西。</translation>
    </message>
    <message>
        <source>The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn here.</source>
        <translation>由 Unleash 开关 %1 的放量决定谁参与；此处不抽取流量份额。</translation>
    </message>
    <message>
        <source>Do not use these results: the variants differed already before the experiment (%1). Split anew.</source>
        <translation>不要使用这些结果：各变体在实验之前就已不同（%1）。请重新分配。</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1: low</source>
        <translation>%1：下限</translation>
    </message>
    <message>
        <source>%1: high</source>
        <translation>%1：上限</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>次要</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>A primary metric is better, and nothing speaks against it.</source>
        <translation>一个主要指标更优，且没有反对的理由。</translation>
    </message>
    <message>
        <source>Keep control</source>
        <translation>保留对照</translation>
    </message>
    <message>
        <source>No treatment is worth the change.</source>
        <translation>没有处理值得改变。</translation>
    </message>
    <message>
        <source>Stop for harm</source>
        <translation>因损害停止</translation>
    </message>
    <message>
        <source>A metric is worse beyond doubt.</source>
        <translation>某个指标毫无疑问变差了。</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>无定论</translation>
    </message>
    <message>
        <source>The planned size is reached, and the data do not decide.</source>
        <translation>已达到计划规模，但数据无法决定。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The planned size is not reached yet.</source>
        <translation>尚未达到计划规模。</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>为时过早</translation>
    </message>
    <message>
        <source>There are too few units for any verdict.</source>
        <translation>单元太少，无法得出结论。</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>The numbers cannot be trusted: something is wrong with the assignment or the data.</source>
        <translation>数字不可信：分配或数据有问题。</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ 通过</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! 警告</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ 未通过</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>There are too few units for a verdict on this metric.</source>
        <translation>单元太少，无法对此指标下结论。</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>Worse by a test that may be looked at at any time, whatever the plan.</source>
        <translation>无论计划如何，依据可随时查看的检验为更差。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences where there are none.</source>
        <translation>固定计划在达到计划规模时判定一次。过早查看会发现并不存在的差异。</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>The data agree with no difference and with one.</source>
        <translation>数据与有差异和无差异都相符。</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更优</translation>
    </message>
    <message>
        <source>Better than the control at the planned level.</source>
        <translation>在计划水平下优于对照。</translation>
    </message>
    <message>
        <source>Worse than the control at the planned level.</source>
        <translation>在计划水平下差于对照。</translation>
    </message>
    <message>
        <source>any conversion</source>
        <translation>任一转化</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the last planned look, of %1.</source>
        <translation>提升、区间和 p 值来自最后一次计划的分析（%1）。</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the planned look of %1. What has come since counts at the next one.</source>
        <translation>提升、区间和 p 值来自 %1 的计划分析。此后的数据计入下一次分析。</translation>
    </message>
    <message>
        <source>The look that was planned is still to come. Looking earlier finds differences where there are none.</source>
        <translation>计划的分析尚未到来。过早查看会发现并不存在的差异。</translation>
    </message>
    <message>
        <source>Shown not to be worse by the margin that was planned.</source>
        <translation>已证明变差未达到计划的容许幅度。</translation>
    </message>
    <message>
        <source>Worse by more than the margin that was planned.</source>
        <translation>变差超过了计划的容许幅度。</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>No unit has been exposed yet.</source>
        <translation>尚无单元曝光。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>xp::ui::AssignmentsTab</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>In the experiment: place %1 of the traffic hash lies within the share of %2.</source>
        <translation>在实验中：流量哈希的位置 %1 在 %2 的份额之内。</translation>
    </message>
    <message>
        <source>Left out by the present traffic of %2 (place %1), but not by an earlier share: a user who came then is in the experiment still.</source>
        <translation>按当前 %2 的流量不在其中（位置 %1），但按先前的份额在其中：当时到来的用户仍在实验中。</translation>
    </message>
    <message>
        <source>Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.</source>
        <translation>不在实验中：流量哈希的位置 %1 超出 %2 的份额。</translation>
    </message>
    <message>
        <source>Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in its part of the allocations.</source>
        <translation>变体“%1”：与前者无关的分配哈希的位置 %2 落在其份额内。</translation>
    </message>
    <message>
        <source>With more traffic it would be “%1” (place %2 of the split hash).</source>
        <translation>流量更多时会是“%1”（分配哈希的位置 %2）。</translation>
    </message>
    <message>
        <source>The users of an imported experiment were assigned elsewhere.</source>
        <translation>导入实验的用户是在别处分配的。</translation>
    </message>
    <message>
        <source>The experiment does not run, so nobody new is assigned; who was assigned before keeps the variant.</source>
        <translation>实验未运行，因此不再分配新用户；先前已分配的保持其变体。</translation>
    </message>
    <message>
        <source>The split was changed: a user who was assigned before keeps the variant of then.</source>
        <translation>分配已变更：先前分配的用户保持当时的变体。</translation>
    </message>
    <message>
        <source>Id of a user, as your application sends it</source>
        <translation>您的应用程序所发送的用户 ID</translation>
    </message>
    <message>
        <source>Id of a user</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Why this variant?</source>
        <translation>为何是此变体？</translation>
    </message>
    <message>
        <source>Experiment to compare with</source>
        <translation>用于比较的实验</translation>
    </message>
    <message>
        <source>Replay %1 ids</source>
        <translation>重放 %1 个 ID</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>独立于</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Replayed ids by variant</source>
        <translation>按变体的重放 ID</translation>
    </message>
    <message>
        <source>Assignment laboratory</source>
        <translation>分配实验室</translation>
    </message>
    <message>
        <source>Made-up ids go through this experiment&apos;s own hash: the split must be the planned one, and tell nothing about the variant of another experiment.</source>
        <translation>虚构的 ID 通过本实验自己的哈希：分配必须符合计划，且不透露另一实验的变体。</translation>
    </message>
    <message>
        <source>The answer is computed here, from the experiment&apos;s hash and shares; nothing is assigned.</source>
        <translation>答案在此处根据实验的哈希和份额计算；不作任何分配。</translation>
    </message>
    <message>
        <source>no other experiment</source>
        <translation>没有其他实验</translation>
    </message>
    <message>
        <source>Enter the id of a user first.</source>
        <translation>请先输入用户 ID。</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>正在重放 …</translation>
    </message>
    <message>
        <source>%1 of the ids are admitted, %2 planned.</source>
        <translation>%1 的 ID 被接纳，计划 %2。</translation>
    </message>
    <message>
        <source>! The split differs from the plan (%1).</source>
        <translation>! 分配与计划不同（%1）。</translation>
    </message>
    <message>
        <source>✓ The split is as planned (%1).</source>
        <translation>✓ 分配符合计划（%1）。</translation>
    </message>
    <message>
        <source>! It depends on “%2” (%1).</source>
        <translation>! 它依赖于“%2”（%1）。</translation>
    </message>
    <message>
        <source>✓ It is independent of “%2” (%1).</source>
        <translation>✓ 它独立于“%2”（%1）。</translation>
    </message>
</context>
<context>
    <name>xp::ui::AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Nothing has been done to this experiment yet.</source>
        <translation>尚未对此实验做任何操作。</translation>
    </message>
</context>
<context>
    <name>xp::ui::ClimbChart</name>
    <message>
        <source>One look&apos;s test</source>
        <translation>单次检验</translation>
    </message>
    <message>
        <source>Group sequential</source>
        <translation>成组序贯</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>始终有效</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>贝叶斯</translation>
    </message>
    <message>
        <source>Share called by look %1: %2</source>
        <translation>到第 %1 次分析已判定的比例：%2</translation>
    </message>
    <message>
        <source>look %1</source>
        <translation>第 %1 次分析</translation>
    </message>
</context>
<context>
    <name>xp::ui::ColumnRow</name>
    <message>
        <source>conversion</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>number per unit</source>
        <translation>每单元的数值</translation>
    </message>
    <message>
        <source>many values</source>
        <translation>很多值</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>whole numbers, %1</source>
        <translation>整数，%1</translation>
    </message>
    <message>
        <source>numbers, %1</source>
        <translation>数字，%1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>文本，%1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Use of %1</source>
        <translation>%1 的用途</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>%1 的类型</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1（推测）</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>Better of %1</source>
        <translation>%1 的更优方向</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>time of assignment</source>
        <translation>分配时间</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>known before (CUPED)</source>
        <translation>事先已知（CUPED）</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>细分</translation>
    </message>
</context>
<context>
    <name>xp::ui::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>没有此名称的内容。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do, or to see?</source>
        <translation>您想做什么，或看什么？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>xp::ui::ConfirmDialog</name>
    <message>
        <source>Start %1?</source>
        <translation>开始 %1？</translation>
    </message>
    <message>
        <source>New users are assigned from now on. Variants, metrics and level cannot be changed any more.</source>
        <translation>从现在起分配新用户。变体、指标和水平不能再更改。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>暂停 %1？</translation>
    </message>
    <message>
        <source>No new users are assigned. Those who are keep their variant, and their events count.</source>
        <translation>不再分配新用户。已分配的用户保持其变体，其事件仍计入。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>恢复 %1？</translation>
    </message>
    <message>
        <source>New users are assigned again.</source>
        <translation>重新开始分配新用户。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>停止 %1？</translation>
    </message>
    <message>
        <source>The experiment ends for good: no new users, and later events do not count. Users keep their variant.</source>
        <translation>实验将永久结束：没有新用户，之后的事件不计入。用户保持其变体。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>归档 %1？</translation>
    </message>
    <message>
        <source>It leaves the lists and the metrics. Nothing is deleted.</source>
        <translation>它将从列表和度量中移除。不会删除任何内容。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n 个实验</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
… and %n more</source>
        <translation>
            <numerusform>
… 另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>原因，用于审计日志</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Conclusion: what was learnt</source>
        <translation>结论：学到了什么</translation>
    </message>
    <message>
        <source>kept with the notes of the experiment</source>
        <translation>与实验的备注一同保存</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>xp::ui::DataPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>Latin-1 (ISO 8859-1)</source>
        <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 rows. What is each column? Nothing leaves this machine.</source>
        <translation>%1 行。每一列是什么？数据不会离开本机。</translation>
    </message>
    <message>
        <source>What is each column? Guessed from the first %1 rows. Nothing leaves this machine.</source>
        <translation>每一列是什么？根据前 %1 行推测。数据不会离开本机。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>看起来像</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>用作</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>度量方式</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>更优方向</translation>
    </message>
    <message>
        <source>Say which column is the %1.</source>
        <translation>请指定哪一列是%1。</translation>
    </message>
    <message>
        <source>Only one column can be used as “%1”.</source>
        <translation>只有一列可以用作“%1”。</translation>
    </message>
    <message>
        <source>Say which columns are metrics.</source>
        <translation>请指定哪些列是指标。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请命名。</translation>
    </message>
    <message>
        <source>One row for each unit; the primary metric decides.</source>
        <translation>每个单元一行；由主要指标决定。</translation>
    </message>
    <message>
        <source>One row for each unit. A metric of role primary would decide; without one, all are looked at alike.</source>
        <translation>每个单元一行。角色为主要的指标起决定作用；没有时一视同仁。</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>已读取 %1 行</translation>
    </message>
    <message>
        <source>Windows-1252</source>
        <translation>Windows-1252</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16，小端</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16，大端</translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII other than a quote, or one of the list.</source>
        <translation>分隔符必须是引号以外的一个 ASCII 字符，或列表中的一个。</translation>
    </message>
</context>
<context>
    <name>xp::ui::EventsTab</name>
    <message>
        <source>Latest events</source>
        <translation>最新事件</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生</translation>
    </message>
    <message>
        <source>No event has arrived yet. They appear here as they come.</source>
        <translation>尚无事件到达。事件到来时会显示在此处。</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentListModel</name>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>! ratio</source>
        <translation>! 比例</translation>
    </message>
    <message>
        <source>! crossed</source>
        <translation>! 交叉</translation>
    </message>
    <message>
        <source>! joined</source>
        <translation>! 合并</translation>
    </message>
    <message>
        <source>! before</source>
        <translation>! 之前</translation>
    </message>
    <message>
        <source>! data</source>
        <translation>! 数据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>sample ratio mismatch</source>
        <translation>样本比例不符</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>提升及其区间</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentPage</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>数据健康</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>偷看实验室</translation>
    </message>
    <message>
        <source>Traffic …</source>
        <translation>流量 …</translation>
    </message>
    <message>
        <source>Results by metric and treatment</source>
        <translation>按指标和处理的结果</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>%1 · day %2</source>
        <translation>%1 · 第 %2 天</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>停止于 %1</translation>
    </message>
    <message>
        <source>Start …</source>
        <translation>开始 …</translation>
    </message>
    <message>
        <source>Pause …</source>
        <translation>暂停 …</translation>
    </message>
    <message>
        <source>Resume …</source>
        <translation>恢复 …</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>停止 …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>归档 …</translation>
    </message>
    <message>
        <source>Loading the results …</source>
        <translation>正在载入结果 …</translation>
    </message>
    <message>
        <source>Results appear here once units are assigned and events arrive.</source>
        <translation>分配单元且事件到达后，结果会显示在此处。</translation>
    </message>
    <message>
        <source>Each variant</source>
        <translation>各变体</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>%1, %2 interval of each variant</source>
        <translation>%1，各变体的 %2 区间</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentWizard</name>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>创建草稿</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExploreTab</name>
    <message>
        <source>as planned</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>not cut</source>
        <translation>不截断</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Correction for several comparisons</source>
        <translation>多重比较校正</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>截断值</translation>
    </message>
    <message>
        <source>Prior of the lift</source>
        <translation>提升的先验</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>Units exposed from</source>
        <translation>曝光单元自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Adjust by history (CUPED)</source>
        <translation>按历史校正（CUPED）</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>回到计划</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>假如 …</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <source>all methods, on all days</source>
        <translation>全部方法，全部日期</translation>
    </message>
    <message>
        <source>Metric whose values are shown</source>
        <translation>显示其值的指标</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在载入 …</translation>
    </message>
    <message>
        <source>What-if answers appear once units are assigned.</source>
        <translation>分配单元后会显示假如的答案。</translation>
    </message>
    <message>
        <source>Nothing is known from before the exposure.</source>
        <translation>曝光之前没有任何已知信息。</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.</source>
        <translation>用一次取得的 %2 个总和在 %1 毫秒内作答。这些都不会成为计划。</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>假如：%1</translation>
    </message>
    <message>
        <source>not the plan</source>
        <translation>非计划</translation>
    </message>
    <message>
        <source>Segments or distribution</source>
        <translation>细分或分布</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>细分</translation>
    </message>
</context>
<context>
    <name>xp::ui::HealthTab</name>
    <message>
        <source>Health</source>
        <translation>数据健康</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>检查内容</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>尚未检查任何内容。</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! 偏离</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>! Methods differ</source>
        <translation>! 方法不一致</translation>
    </message>
    <message>
        <source>✓ Methods agree</source>
        <translation>✓ 方法一致</translation>
    </message>
</context>
<context>
    <name>xp::ui::HelpButton</name>
    <message>
        <source>What is this: %1</source>
        <translation>这是什么：%1</translation>
    </message>
</context>
<context>
    <name>xp::ui::LeaveQuestion</name>
    <message>
        <source>Leave the draft?</source>
        <translation>离开草稿？</translation>
    </message>
    <message>
        <source>Keep it, and “New experiment” goes on where you are now.</source>
        <translation>保留它，“新建实验”会从现在的位置继续。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>xp::ui::LinesTab</name>
    <message>
        <source>Loading …</source>
        <translation>正在载入 …</translation>
    </message>
</context>
<context>
    <name>xp::ui::LookDesigner</name>
    <message>
        <source>Share of the planned size, in per cent</source>
        <translation>占计划规模的份额（百分比）</translation>
    </message>
    <message>
        <source>Futility bounds</source>
        <translation>无效界限</translation>
    </message>
    <message>
        <source>Add a look</source>
        <translation>添加分析</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Spending function</source>
        <translation>消耗函数</translation>
    </message>
    <message>
        <source>How much of the level each look may use: O&apos;Brien-Fleming little at first, Pocock about the same at every look.</source>
        <translation>每次分析可用多少水平：O&apos;Brien-Fleming 起初很少，Pocock 每次大致相同。</translation>
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
        <translation>消耗函数的伽马</translation>
    </message>
    <message>
        <source>γ </source>
        <translation>γ </translation>
    </message>
    <message>
        <source>Number of even looks</source>
        <translation>等距分析的次数</translation>
    </message>
    <message>
        <source>So many looks, evenly spaced</source>
        <translation>这么多次分析，均匀分布</translation>
    </message>
    <message>
        <source>Below them, going on is hardly worth it. They do not bind, and are not part of the plan.</source>
        <translation>低于它们几乎不值得继续。它们没有约束力，不属于计划。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Show the looks as a list</source>
        <translation>以列表显示各次分析</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>分析</translation>
    </message>
    <message>
        <source> look</source>
        <translation> 次</translation>
    </message>
    <message>
        <source> looks</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.</source>
        <translation>比单次分析多用 %1 的用户；提升为真时平均只需其中的 %2。</translation>
    </message>
    <message>
        <source>Stopping at every futility bound leaves a power of %1.</source>
        <translation>在每个无效界限处停止时，功效为 %1。</translation>
    </message>
    <message>
        <source>Look %1 of %2 at %3: %4 users</source>
        <translation>第 %1 / %2 次分析，在 %3：%4 名用户</translation>
    </message>
    <message>
        <source>, day %1</source>
        <translation>，第 %1 天</translation>
    </message>
    <message>
        <source>. Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.</source>
        <translation>。|z| 超过 %1 时停止（%2）；届时已用去 %4 水平的 %3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left and Right move, Insert adds, Delete removes.</source>
        <translation>按计划规模份额的分析及停止所需的 |z|。%1。已选：第 %2 次分析。上下键选择，左右键移动，Insert 添加，Delete 删除。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksCanvas</name>
    <message>
        <source>|z| to stop above, by share of the planned size</source>
        <translation>超过即停止的 |z|（按计划规模的份额）</translation>
    </message>
    <message>
        <source>Level spent</source>
        <translation>已用水平</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>futility</source>
        <translation>无效</translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksModel</name>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>|z| above</source>
        <translation>|z| 超过</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Stops here</source>
        <translation>在此停止</translation>
    </message>
    <message>
        <source>Futile below</source>
        <translation>无效低于</translation>
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
        <translation>保存报告</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the Grafana dashboard</source>
        <translation>保存 Grafana 仪表板</translation>
    </message>
    <message>
        <source>Grafana dashboard (*.json)</source>
        <translation>Grafana 仪表板 (*.json)</translation>
    </message>
    <message>
        <source>Folder for the dashboards</source>
        <translation>仪表板文件夹</translation>
    </message>
    <message>
        <source>Save the evidence bundle</source>
        <translation>保存证据包</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>证据包 (*.zip)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy table as &amp;Markdown</source>
        <translation>将表格复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Find experiment</source>
        <translation>查找实验(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;ommands …</source>
        <translation>命令(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>设置(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Peeking lab</source>
        <translation>偷看实验室(&amp;P)</translation>
    </message>
    <message>
        <source>Statistical &amp;terms …</source>
        <translation>统计术语(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;About the studio</source>
        <translation>关于工作室(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New experiment …</source>
        <translation>新建实验(&amp;N) …</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>登录(&amp;I) …</translation>
    </message>
    <message>
        <source>C&amp;onnect …</source>
        <translation>连接(&amp;O) …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>打开文件(&amp;F) …</translation>
    </message>
    <message>
        <source>Save &amp;report as PDF …</source>
        <translation>将报告保存为 PDF(&amp;R) …</translation>
    </message>
    <message>
        <source>Save table as &amp;CSV …</source>
        <translation>将表格保存为 CSV(&amp;C) …</translation>
    </message>
    <message>
        <source>Save &amp;Grafana dashboard …</source>
        <translation>保存 Grafana 仪表板(&amp;G) …</translation>
    </message>
    <message>
        <source>Save e&amp;vidence bundle …</source>
        <translation>保存证据包(&amp;V) …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Portfolio</source>
        <translation>总览(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;revious experiment</source>
        <translation>上一个实验(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next experiment</source>
        <translation>下一个实验(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>侧边栏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>实验(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Traffic …</source>
        <translation>流量(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new one …</source>
        <translation>复制为新实验(&amp;D) …</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>What is: %1</source>
        <translation>什么是：%1</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)</source>
        <translation>表格和证据包 (*.csv *.tsv *.txt *.tab *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>数据库 (*.sqlite *.sqlite3 *.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1，已核对</translation>
    </message>
    <message>
        <source>%1, not as written</source>
        <translation>%1，与写入时不同</translation>
    </message>
    <message>
        <source>Every number recomputed and equal.</source>
        <translation>每个数字都已重新计算，全部一致。</translation>
    </message>
    <message>
        <source>The %1 numbers in %2 follow from its sums.</source>
        <translation>%2 中的 %1 个数字均可由其总和得出。</translation>
    </message>
    <message>
        <source>%1 is not as it was written.</source>
        <translation>%1 与写入时不同。</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>显示或隐藏实验列表</translation>
    </message>
    <message>
        <source>This bundle is not as it was written</source>
        <translation>此证据包与写入时不同</translation>
    </message>
    <message>
        <source>What you see is computed from its sums. The bundle says otherwise:</source>
        <translation>您所看到的是由其总和计算的。证据包中却写着：</translation>
    </message>
    <message>
        <source>Experimentation Studio</source>
        <translation>实验工作室</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>偷看实验室</translation>
    </message>
    <message>
        <source>Experimentation</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>The service at %1 is lost.</source>
        <translation>与 %1 的服务断开了连接。</translation>
    </message>
    <message>
        <source>What you see is from %1. The studio goes on trying.</source>
        <translation>您所看到的是%1的数据。工作室会继续尝试。</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>您所看到的是%1的数据。</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>连接 …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>登录 …</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>About the studio</source>
        <translation>关于工作室</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experimentation Studio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Design, watch and decide experiments.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;实验工作室 %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;设计、观察和决定实验。&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <source>Open a &amp;query …</source>
        <translation>打开查询(&amp;Q) …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>实时，%1</translation>
    </message>
</context>
<context>
    <name>xp::ui::MetricsPage</name>
    <message>
        <source>conversion</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>事件计数</translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation>值的总和</translation>
    </message>
    <message>
        <source>mean of values</source>
        <translation>值的平均</translation>
    </message>
    <message>
        <source>ratio of two sums</source>
        <translation>两个总和之比</translation>
    </message>
    <message>
        <source>return</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>活跃天数</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>quantile over units</source>
        <translation>单元分位数</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>您如何判断？</translation>
    </message>
    <message>
        <source>The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand.</source>
        <translation>由主要指标决定。护栏指标不得变差。次要指标帮助理解。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>度量方式</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>更优方向</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>purchase</translation>
    </message>
    <message>
        <source>Event of the metric</source>
        <translation>指标的事件</translation>
    </message>
    <message>
        <source>Remove the metric</source>
        <translation>移除指标</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>最多变差</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative. A guardrail passes when it is shown to be worse by less than this.</source>
        <translation>相对值。若证明变差小于此值，护栏指标即通过。</translation>
    </message>
    <message>
        <source>Defined by the catalogue, for every experiment that uses the metric.</source>
        <translation>由目录定义，适用于使用该指标的每个实验。</translation>
    </message>
    <message>
        <source>Add a metric from the catalogue</source>
        <translation>从目录添加指标</translation>
    </message>
    <message>
        <source>Add from the catalogue …</source>
        <translation>从目录添加 …</translation>
    </message>
    <message>
        <source>%1 of the catalogue, version %2. The name is this experiment&apos;s own.</source>
        <translation>目录中的 %1，版本 %2。名称仅属于此实验。</translation>
    </message>
</context>
<context>
    <name>xp::ui::NavigationModel</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>总览</translation>
    </message>
</context>
<context>
    <name>xp::ui::NotesTab</name>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its moment in the charts.</source>
        <translation>尚无备注。请记录实验旁边发生的事：发布、故障、节假日。它会在图表中标出其时刻。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>备注类型</translation>
    </message>
    <message>
        <source>What happened, or what was learnt</source>
        <translation>发生了什么，或学到了什么</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>备注内容</translation>
    </message>
</context>
<context>
    <name>xp::ui::OverTimeTab</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, dragging moves, a double click shows all</source>
        <translation>Ctrl 加滚轮缩放，拖动平移，双击显示全部</translation>
    </message>
    <message>
        <source>Lift over time</source>
        <translation>提升走势</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>with its interval</source>
        <translation>及其区间</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>p 值，对数</translation>
    </message>
    <message>
        <source>z by share of the planned size</source>
        <translation>按计划规模份额的 z</translation>
    </message>
    <message>
        <source>in each variant</source>
        <translation>各变体</translation>
    </message>
</context>
<context>
    <name>xp::ui::PathsCanvas</name>
    <message>
        <source>look %1</source>
        <translation>第 %1 次分析</translation>
    </message>
</context>
<context>
    <name>xp::ui::PeekingLab</name>
    <message>
        <source>Paths of the simulated experiments</source>
        <translation>模拟实验的路径</translation>
    </message>
    <message>
        <source>1,000 experiments</source>
        <translation>1,000 个实验</translation>
    </message>
    <message>
        <source>z at each moment; a path ends where the chosen method calls it</source>
        <translation>每一时刻的 z；路径在所选方法作出判定处结束</translation>
    </message>
    <message>
        <source>Called so far</source>
        <translation>迄今已判定</translation>
    </message>
    <message>
        <source>share of all</source>
        <translation>占全部的比例</translation>
    </message>
    <message>
        <source>Other experiments</source>
        <translation>其他实验</translation>
    </message>
    <message>
        <source>A true effect of</source>
        <translation>真实效果</translation>
    </message>
    <message>
        <source>True effect</source>
        <translation>真实效果</translation>
    </message>
    <message>
        <source>Number of looks</source>
        <translation>分析次数</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>分析次数</translation>
    </message>
    <message>
        <source>found so far</source>
        <translation>迄今已发现</translation>
    </message>
    <message>
        <source>found, after %1 days on average</source>
        <translation>已发现，平均 %1 天后</translation>
    </message>
    <message>
        <source>found, with %1 of the units</source>
        <translation>已发现，用 %1 的单元</translation>
    </message>
    <message>
        <source>false alarms; at most %1 promised</source>
        <translation>误报；承诺至多 %1</translation>
    </message>
    <message>
        <source>false alarms; not made for peeking</source>
        <translation>误报；不适于偷看</translation>
    </message>
    <message>
        <source>&lt;b&gt;Now the treatment is better by %1.&lt;/b&gt; Methods that may be looked at stop early where the effect is clear; the price of looking is a little power.</source>
        <translation>&lt;b&gt;现在处理优于对照 %1。&lt;/b&gt;可以随时查看的方法在效果明显时会提前停止；查看的代价是少许功效。</translation>
    </message>
    <message>
        <source>&lt;b&gt;In these %1 experiments nothing differs.&lt;/b&gt; Whoever tests at %2 at each look and stops at the first “significant” result calls %3 of them a success.</source>
        <translation>&lt;b&gt;在这 %1 个实验中没有任何差异。&lt;/b&gt;谁若每次分析都以 %2 检验并在首个“显著”结果处停止，其中 %3 会被称为成功。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>xp::ui::PlanView</name>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>当前查看</translation>
    </message>
    <message>
        <source>✓ As planned: nothing departs from it.</source>
        <translation>✓ 符合计划：没有偏离。</translation>
    </message>
</context>
<context>
    <name>xp::ui::PortfolioPage</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要决策</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Search name, key, hypothesis</source>
        <translation>搜索名称、键、假设</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>搜索实验</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>A saved search; right click removes it</source>
        <translation>已保存的搜索；右键单击可移除</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>移除此搜索</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>停止 …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>归档 …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告 …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Loading the experiments …</source>
        <translation>正在载入实验 …</translation>
    </message>
    <message>
        <source>There is no experiment yet.

“New experiment” designs the first one, “xp-service import” makes one of a CSV file.</source>
        <translation>还没有实验。

“新建实验”设计第一个实验，“xp-service import”由 CSV 文件生成一个。</translation>
    </message>
    <message>
        <source>No experiment here contains “%1”.</source>
        <translation>这里没有包含“%1”的实验。</translation>
    </message>
    <message>
        <source>No experiment here. “All” shows the others.</source>
        <translation>这里没有实验。“全部”显示其他实验。</translation>
    </message>
</context>
<context>
    <name>xp::ui::QueryDialog</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>保存在系统钥匙串中</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Open a query</source>
        <translation>打开查询</translation>
    </message>
    <message>
        <source>A query of your own database</source>
        <translation>您自己数据库的查询</translation>
    </message>
    <message>
        <source>It is read in a transaction that only reads, and analysed on this machine.</source>
        <translation>在只读事务中读取，并在本机分析。</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>One row for each unit: its id and variant, the time, what was known of it before.</source>
        <translation>每个单元一行：其 ID 和变体、时间、此前已知的信息。</translation>
    </message>
    <message>
        <source>Facts, if they lie elsewhere</source>
        <translation>位于别处的事实</translation>
    </message>
    <message>
        <source>The unit under the same name, then numbers; the rows of a unit are added up.</source>
        <translation>同名的单元，然后是数字；一个单元的各行相加。</translation>
    </message>
    <message>
        <source>a name, to find it again</source>
        <translation>名称，便于再次找到</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>SQLite file …</source>
        <translation>SQLite 文件 …</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>行数上限</translation>
    </message>
    <message>
        <source>At most so long, each query</source>
        <translation>每个查询的时限</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>已保存为“%1”。</translation>
    </message>
    <message>
        <source>A database to read</source>
        <translation>要读取的数据库</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>数据库 (*.sqlite *.sqlite3 *.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Say which database, such as postgresql://user@host/name.</source>
        <translation>请指定数据库，例如 postgresql://user@host/name。</translation>
    </message>
    <message>
        <source>Say what is read: one row for each unit.</source>
        <translation>请指定读取内容：每个单元一行。</translation>
    </message>
</context>
<context>
    <name>xp::ui::QuestionPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>您想知道什么？</translation>
    </message>
    <message>
        <source>A name that your colleagues recognise, and what you expect to happen and why.</source>
        <translation>同事能认出的名称，以及您预期会发生什么、为什么。</translation>
    </message>
    <message>
        <source>Checkout button</source>
        <translation>结账按钮</translation>
    </message>
    <message>
        <source>A green button is seen sooner, so more visitors finish their purchase.</source>
        <translation>绿色按钮更早被看到，因此更多访客完成购买。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The key for programs is made from it.</source>
        <translation>程序使用的键由它生成。</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>xp::ui::RatesChart</name>
    <message>
        <source>Chart of each variant&apos;s value and interval: %1</source>
        <translation>各变体的值与区间图：%1</translation>
    </message>
    <message>
        <source>Values appear once units are assigned.</source>
        <translation>分配单元后会显示数值。</translation>
    </message>
</context>
<context>
    <name>xp::ui::ResultsModel</name>
    <message>
        <source>Primary</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>次要</translation>
    </message>
    <message>
        <source>pooled two-proportion z-test, two-sided</source>
        <translation>合并双比例 z 检验，双侧</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test, two-sided</source>
        <translation>Welch t 检验，双侧</translation>
    </message>
    <message>
        <source>ratio of sums, delta method, two-sided</source>
        <translation>总和之比，delta 方法，双侧</translation>
    </message>
    <message>
        <source>difference of quantiles, order statistics, two-sided</source>
        <translation>分位数之差，次序统计量，双侧</translation>
    </message>
    <message>
        <source>t-test adjusted by history (CUPED), two-sided</source>
        <translation>按历史校正的 t 检验（CUPED），双侧</translation>
    </message>
    <message>
        <source>ratio of sums adjusted by history (CUPED), two-sided</source>
        <translation>按历史校正的总和之比（CUPED），双侧</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2 interval %3</source>
        <translation>%1，%2 区间 %3</translation>
    </message>
    <message>
        <source>%1: statistic %2, p = %3 before the correction for several treatments</source>
        <translation>%1：统计量 %2，多处理校正前 p = %3</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>提升及其区间</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>p adj.</source>
        <translation>p 校正</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>group-sequential test at the planned looks</source>
        <translation>在计划分析上的成组序贯检验</translation>
    </message>
    <message>
        <source>always-valid test, which may be looked at at any time</source>
        <translation>可随时查看的始终有效检验</translation>
    </message>
    <message>
        <source>normal posterior of the lift</source>
        <translation>提升的正态后验</translation>
    </message>
    <message>
        <source>%1, at the planned look of %2</source>
        <translation>%1（%2 的计划分析）</translation>
    </message>
    <message>
        <source>%1 ni</source>
        <extracomment>A p-value of the test for non-inferiority</extracomment>
        <translation>%1 非劣</translation>
    </message>
    <message>
        <source>Probability of being better than the control under the plan&apos;s prior; choosing it is expected to cost %1</source>
        <translation>在计划的先验下优于对照的概率；选择它的预期损失为 %1</translation>
    </message>
    <message>
        <source>%1: p-value against “worse by the margin”; against no effect it is %2</source>
        <translation>%1：针对“变差达到容许幅度”的 p 值；针对无效应为 %2</translation>
    </message>
    <message>
        <source>%1: p = %2 before the correction for several comparisons</source>
        <translation>%1：多重比较校正前 p = %2</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>xp::ui::ReviewPage</name>
    <message>
        <source>Is this what you mean?</source>
        <translation>这是您的意思吗？</translation>
    </message>
    <message>
        <source>It is created as a draft. Nothing starts before you start it.</source>
        <translation>将创建为草稿。在您开始之前什么都不会开始。</translation>
    </message>
    <message>
        <source>The plan is frozen at the start. Whoever compares the fingerprints of then and now sees whether it was changed.</source>
        <translation>计划在启动时冻结。比较当时与现在的指纹即可看出是否更改过。</translation>
    </message>
    <message>
        <source>Fingerprint of the plan: %1</source>
        <translation>计划的指纹：%1</translation>
    </message>
</context>
<context>
    <name>xp::ui::SampleSizeView</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Units of each variant against the target: %1</source>
        <translation>各变体单元与目标：%1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
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
        <translation>细分</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>提升及其区间</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>In this segment</source>
        <translation>此细分</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentView</name>
    <message>
        <source>an attribute, such as country</source>
        <translation>属性，例如 country</translation>
    </message>
    <message>
        <source>Attribute of the units</source>
        <translation>单元的属性</translation>
    </message>
    <message>
        <source>Metric by segment</source>
        <translation>按细分的指标</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Name what the units are told apart by, as it is known of them at their exposure.</source>
        <translation>请指明按什么区分单元（曝光时已知）。</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在载入 …</translation>
    </message>
    <message>
        <source>No unit has this attribute.</source>
        <translation>没有单元具有此属性。</translation>
    </message>
    <message>
        <source>Exploratory: corrected over the segments, and nothing here decides.</source>
        <translation>探索性：已对各细分校正，此处不作决定。</translation>
    </message>
    <message>
        <source>That the effect of “%1” is the same in all of them has %2.</source>
        <translation>“%1”在各细分中效果相同的检验：%2。</translation>
    </message>
    <message>
        <source>%1 units are in none of them.</source>
        <translation>%1 个单元不在其中任何一个。</translation>
    </message>
</context>
<context>
    <name>xp::ui::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
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
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the studio; charts that are saved are always light.</source>
        <translation>工作室的颜色；保存的图表始终为浅色。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates; changes at once.</source>
        <translation>文本、数字和日期的语言；立即生效。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>How often what is open asks for new numbers.</source>
        <translation>已打开内容多久请求一次新数字。</translation>
    </message>
    <message>
        <source>Significance level of new experiments</source>
        <translation>新实验的显著性水平</translation>
    </message>
    <message>
        <source>The share of false alarms that you are willing to live with. Each experiment can have its own.</source>
        <translation>您愿意接受的误报比例。每个实验可以有自己的水平。</translation>
    </message>
</context>
<context>
    <name>xp::ui::SizePage</name>
    <message>
        <source>How long must it run?</source>
        <translation>必须运行多久？</translation>
    </message>
    <message>
        <source>As long as it takes to find the smallest lift that is worth having.</source>
        <translation>直到能发现值得拥有的最小提升。</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Rate of the control today</source>
        <translation>对照目前的比率</translation>
    </message>
    <message>
        <source>Rate of an earlier experiment</source>
        <translation>先前实验的比率</translation>
    </message>
    <message>
        <source>Smallest lift worth finding, relative</source>
        <translation>值得发现的最小提升（相对）</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功效</translation>
    </message>
    <message>
        <source>Level, two-sided</source>
        <translation>水平，双侧</translation>
    </message>
    <message>
        <source>Users a day</source>
        <translation>每天用户数</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>您需要</translation>
    </message>
    <message>
        <source>Power by number of users</source>
        <translation>按用户数的功效</translation>
    </message>
    <message>
        <source>Smallest lift that is found, by day</source>
        <translation>按天可发现的最小提升</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 名用户</translation>
    </message>
    <message>
        <source>%1 in each variant</source>
        <translation>每个变体 %1</translation>
    </message>
    <message>
        <source> · about %1 days at %2 users a day</source>
        <translation> · 约 %1 天，每天 %2 名用户</translation>
    </message>
    <message>
        <source>Power by number of users: %1 at %2 users</source>
        <translation>按用户数的功效：%2 名用户时为 %1</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <translation>第 %2 天 %1</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>Smallest lift that is found by day: %1 on day %2</source>
        <translation>按天可发现的最小提升：第 %2 天 %1</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定方式</translation>
    </message>
    <message>
        <source>Looks and bounds</source>
        <translation>分析与界限</translation>
    </message>
    <message>
        <source>Power and days</source>
        <translation>功效与天数</translation>
    </message>
    <message>
        <source>What is shown of the plan</source>
        <translation>显示计划的哪部分</translation>
    </message>
    <message>
        <source>One look at the end</source>
        <translation>结束时一次分析</translation>
    </message>
    <message>
        <source>A few planned looks</source>
        <translation>少数计划内分析</translation>
    </message>
    <message>
        <source>Looks at any time</source>
        <translation>随时分析</translation>
    </message>
    <message>
        <source>Posterior, not protected against peeking</source>
        <translation>后验，不防偷看</translation>
    </message>
    <message>
        <source>: %1 users, %2 days</source>
        <translation>：%1 名用户，%2 天</translation>
    </message>
    <message>
        <source>: %1 users</source>
        <translation>：%1 名用户</translation>
    </message>
    <message>
        <source>as it was before …</source>
        <translation>与此前相同 …</translation>
    </message>
    <message>
        <source>from a table (CSV) …</source>
        <translation>来自表格（CSV） …</translation>
    </message>
    <message>
        <source>A table with the rate</source>
        <translation>含比率的表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.tab);;所有文件 (*)</translation>
    </message>
    <message>
        <source> · on average %1 where the lift is true</source>
        <translation> · 提升为真时平均 %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::StartPage</name>
    <message>
        <source>Remember me on this computer</source>
        <translation>在此计算机上记住我</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Open a database …</source>
        <translation>打开数据库 …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>查看演示</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>No service yet? “./xp run” in the project&apos;s folder starts one.</source>
        <translation>还没有服务？在项目文件夹中运行“./xp run”即可启动。</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>连接到服务</translation>
    </message>
    <message>
        <source>This page shows the experiments of the service that it came from.</source>
        <translation>此页面显示其来源服务的实验。</translation>
    </message>
    <message>
        <source>An experimentation service, or its database: postgresql://user@host/name.</source>
        <translation>实验服务或其数据库：postgresql://user@host/name。</translation>
    </message>
    <message>
        <source>Without a service</source>
        <translation>无需服务</translation>
    </message>
    <message>
        <source>Everything happens on this machine.</source>
        <translation>一切都在本机进行。</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>打开文件 …</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>偷看实验室</translation>
    </message>
    <message>
        <source>A table (CSV, TSV) with one row for each user, or an evidence bundle.</source>
        <translation>每个用户一行的表格（CSV、TSV），或证据包。</translation>
    </message>
    <message>
        <source>A SQLite file of an experimentation service.</source>
        <translation>实验服务的 SQLite 文件。</translation>
    </message>
    <message>
        <source>Experiments of known truth, some of them still fed with visitors.</source>
        <translation>真相已知的实验，其中一些仍有访客到来。</translation>
    </message>
    <message>
        <source>Peek at 1,000 experiments in which nothing differs.</source>
        <translation>偷看 1,000 个没有任何差异的实验。</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>正在连接到 %1 …</translation>
    </message>
    <message>
        <source>The service asks for a token.</source>
        <translation>服务要求令牌。</translation>
    </message>
    <message>
        <source>%1 Trying again …</source>
        <translation>%1 正在重试 …</translation>
    </message>
    <message>
        <source>Open a query …</source>
        <translation>打开查询 …</translation>
    </message>
    <message>
        <source>SQL of exposures and facts in your own PostgreSQL or SQLite.</source>
        <translation>您自己的 PostgreSQL 或 SQLite 中曝光与事实的 SQL。</translation>
    </message>
    <message>
        <source>Keep the token in the system&apos;s keychain</source>
        <translation>将令牌保存在系统钥匙串中</translation>
    </message>
    <message>
        <source>Kept until the studio is closed: no keychain answers</source>
        <translation>保留到关闭为止：没有钥匙串响应</translation>
    </message>
    <message>
        <source>Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens.</source>
        <translation>要保存令牌，请启动桌面的密钥服务（GNOME Keyring、KWallet）。</translation>
    </message>
    <message>
        <source>where the service asks for one</source>
        <translation>如果服务要求</translation>
    </message>
</context>
<context>
    <name>xp::ui::TableView</name>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>保存为 CSV …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>xp::ui::TermsDialog</name>
    <message>
        <source>The statistics</source>
        <translation>统计学</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>数字的含义</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Statistical terms</source>
        <translation>统计术语</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>搜索术语</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>xp::ui::TitledCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>复制或保存此图表</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
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
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>保存为 PNG …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>保存为 SVG …</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficDialog</name>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>How many take part in “%1”?</source>
        <translation>有多少人参与“%1”？</translation>
    </message>
    <message>
        <source>Those who take part already stay, and keep their variant. Only newcomers are concerned; the split between the variants stays as it is.</source>
        <translation>已参与者留下并保持其变体。只涉及新来者；各变体间的分配不变。</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>占全部用户的份额</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>原因，用于审计日志</translation>
    </message>
    <message>
        <source>Change traffic</source>
        <translation>更改流量</translation>
    </message>
    <message>
        <source>%1 → %2 of all users</source>
        <translation>全部用户的 %1 → %2</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficPage</name>
    <message>
        <source>Who takes part?</source>
        <translation>谁参与？</translation>
    </message>
    <message>
        <source>Users outside the share see what they see today and are not counted.</source>
        <translation>份额之外的用户看到的与今天相同，且不计入。</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>占全部用户的份额</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>%1 of %2 users a day: the planned %3 users are there after about %4 days.</source>
        <translation>每天 %2 名用户中的 %1 名：约 %4 天后达到计划的 %3 名用户。</translation>
    </message>
    <message>
        <source>Only users for whom this holds, as a condition in JSON; empty: everybody</source>
        <translation>仅限满足此 JSON 条件的用户；留空表示所有人</translation>
    </message>
</context>
<context>
    <name>xp::ui::Trends</name>
    <message>
        <source>Lift over time</source>
        <translation>提升走势</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, with its interval</source>
        <translation>%1，含区间</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>p 值，对数</translation>
    </message>
</context>
<context>
    <name>xp::ui::VariantsPage</name>
    <message>
        <source>What do you compare?</source>
        <translation>您要比较什么？</translation>
    </message>
    <message>
        <source>The first variant is the control, what users see today. The others are compared with it.</source>
        <translation>第一个变体是对照，即用户今天所见。其他变体与它比较。</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Configuration, JSON</source>
        <translation>配置，JSON</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>平均分配</translation>
    </message>
    <message>
        <source>treatment %1</source>
        <translation>处理 %1</translation>
    </message>
    <message>
        <source>Share of the variant, as a slider</source>
        <translation>变体的份额（滑块）</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>变体的名称</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>变体的份额</translation>
    </message>
    <message>
        <source>Configuration of the variant</source>
        <translation>变体的配置</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>移除变体</translation>
    </message>
</context>
<context>
    <name>xp::ui::WhatIfModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>提升及其区间</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>按计划</translation>
    </message>
</context>
</TS>
