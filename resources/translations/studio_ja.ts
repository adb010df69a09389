<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>Created</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Looked early</source>
        <translation>早期に解析</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>移行</translation>
    </message>
    <message>
        <source>Evaluated in an application</source>
        <translation>アプリ内で評価</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>メモを削除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Units per variant</source>
        <translation>バリアントあたりのユニット</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水準</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>ターゲティング</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>セグメント</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>検出力</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>最小効果</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>解析</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>all that were imported</source>
        <translation>インポートされたすべて</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>目標 %1</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>Lift in %1</source>
        <translation>%1 のリフト</translation>
    </message>
    <message>
        <source>%1 jointly: %2</source>
        <translation>%1（まとめて）: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p（補正後）</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>p 値</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>水準 %1</translation>
    </message>
    <message>
        <source>level %1 · planned look</source>
        <translation>水準 %1 · 計画した解析</translation>
    </message>
    <message>
        <source>level %1 · early look</source>
        <translation>水準 %1 · 早い解析</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>配分</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>計画どおり</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>ガードレール</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>計画なし</translation>
    </message>
    <message>
        <source>! %1 worse</source>
        <translation>! %1 が悪化</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 件が未定</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %2 件中 %1 件</translation>
    </message>
    <message>
        <source>no harm found</source>
        <translation>悪化は見つかりません</translation>
    </message>
    <message>
        <source>Chance to be better</source>
        <translation>改善の確率</translation>
    </message>
    <message>
        <source>posterior · one look %1</source>
        <translation>事後分布 · 1 回の解析 %1</translation>
    </message>
    <message>
        <source>p, %1</source>
        <translation>p（%1）</translation>
    </message>
    <message>
        <source>level %1 · one look %2</source>
        <translation>水準 %1 · 1 回の解析 %2</translation>
    </message>
    <message>
        <source>mismatch, %1</source>
        <translation>不一致、%1</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>許容幅の範囲内</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Every variant needs a name.</source>
        <translation>すべてのバリアントに名前が必要です。</translation>
    </message>
    <message>
        <source>Two variants are called “%1”.</source>
        <translation>“%1” という名前のバリアントが 2 つあります。</translation>
    </message>
    <message>
        <source>The configuration of “%1” is not a JSON object, such as {&quot;layout&quot;: 2}.</source>
        <translation>“%1” の設定は {&quot;layout&quot;: 2} のような JSON オブジェクトではありません。</translation>
    </message>
    <message>
        <source>The shares add up to %1, not to 100 %.</source>
        <translation>割合の合計が 100 % ではなく %1 です。</translation>
    </message>
    <message>
        <source>An experiment needs a metric.</source>
        <translation>実験には指標が必要です。</translation>
    </message>
    <message>
        <source>Every metric needs a name: the event that is tracked.</source>
        <translation>すべての指標に名前が必要です: 記録するイベントの名前です。</translation>
    </message>
    <message>
        <source>Two metrics are called “%1”.</source>
        <translation>“%1” という名前の指標が 2 つあります。</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 のコピー</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Size and duration</source>
        <translation>規模と期間</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>The experiment needs a name.</source>
        <translation>実験には名前が必要です。</translation>
    </message>
    <message>
        <source>A rate of %1 cannot grow by %2.</source>
        <translation>%1 の率は %2 も伸びません。</translation>
    </message>
    <message>
        <source>No size finds this lift with this power: enter a larger lift.</source>
        <translation>この検出力ではこのリフトは見つかりません: リフトを大きくしてください。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.</source>
        <translation>全ユーザーの %1 が参加します。各自のバリアントは変わりません: “%2” がコントロールで、%3 と比較します。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No metric is primary: a user converts with any of the conversion metrics.</source>
        <translation>主要指標がありません: いずれかのコンバージョン指標で転換すれば、そのユーザーは転換とみなします。</translation>
    </message>
    <message>
        <source>It is decided by %1, everything else is shown beside it.</source>
        <translation>%1 で判断し、ほかはすべて並べて表示します。</translation>
    </message>
    <message>
        <source>%1 users a day take part: that takes about %2 days.</source>
        <translation>1 日に %1 人が参加: およそ %2 日かかります。</translation>
    </message>
    <message>
        <source>Without a primary metric there is no decision: mark the one that matters.</source>
        <translation>主要指標がなければ判断できません: 重要なものに印を付けてください。</translation>
    </message>
    <message>
        <source>It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.</source>
        <translation>%1 日間続きます。トラフィックを増やすか、最小リフトを大きくすると短くなります。</translation>
    </message>
    <message>
        <source>The units are there in less than a week. Let it run for seven days all the same, to see every day of the week.</source>
        <translation>ユニットは 1 週間もかからず集まります。それでも 7 日間続けて、すべての曜日を見てください。</translation>
    </message>
    <message>
        <source>The split is uneven: the planned size is reached when the smallest variant has it, which takes longer.</source>
        <translation>配分が均等ではありません: 計画の規模は最も小さいバリアントが達したときなので、時間がかかります。</translation>
    </message>
    <message>
        <source>It is judged once, when every variant has %1 units, at a level of %2.</source>
        <translation>すべてのバリアントが %1 ユニットに達したら、水準 %2 で 1 回だけ判定します。</translation>
    </message>
    <message>
        <source>It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.</source>
        <translation>各バリアントで %2 ユニットのうち %1 がそろったときに判定し、解析は水準 %3 を分け合います。</translation>
    </message>
    <message>
        <source>It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 units in every variant.</source>
        <translation>すべての解析を合わせた水準 %2 で、いつでも判定できます。各バリアントに %1 ユニットの計画です。</translation>
    </message>
    <message>
        <source>It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and stopping then is not protected.</source>
        <translation>すべてのバリアントが %1 ユニットに達したら、事後分布により %2 で判定します。早く見てそこで止めることは守られません。</translation>
    </message>
    <message>
        <source>From a rate of %1, a lift of %2 is then found with a probability of %3.</source>
        <translation>率 %1 に対して %2 のリフトを確率 %3 で検出します。</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 は %2</translation>
    </message>
    <message>
        <source>What must not get worse may be worse by less than: %1.</source>
        <translation>悪化してはならないものは、次より小さい悪化まで許されます: %1。</translation>
    </message>
    <message>
        <source>The condition is not a JSON object.</source>
        <translation>条件が JSON オブジェクトではありません。</translation>
    </message>
    <message>
        <source>“%1” runs on the same users and counts %2, too. Both stay fair, but one may change what the other does: a common layer keeps their users apart.</source>
        <translation>「%1」は同じユーザーを対象とし、%2 も数えます。どちらも公平ですが、一方が他方の効果を変えることがあります。共通のレイヤーに置けばユーザーが分かれます。</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>A conversion is 0 or 1 for each unit: its rate says all.</source>
        <translation>コンバージョンはユニットごとに 0 か 1 です: 率がすべてを表します。</translation>
    </message>
    <message>
        <source>The distribution is known after the first pass over the units, a few minutes after they arrive.</source>
        <translation>分布は、ユニットを最初に一巡したあと、到着から数分でわかります。</translation>
    </message>
    <message>
        <source>%1: %2 zero</source>
        <translation>%1: ゼロ %2</translation>
    </message>
    <message>
        <source>, %1 negative</source>
        <translation>、負 %1</translation>
    </message>
    <message>
        <source>, median %1, 99 % below %2</source>
        <translation>、中央値 %1、99 % が %2 未満</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>%1 で打ち切り</translation>
    </message>
    <message>
        <source>Distribution of %1. %2</source>
        <translation>%1 の分布。%2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The service does not answer in time.</source>
        <translation>サービスが時間内に応答しません。</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>このアドレスには応答するものがありません。</translation>
    </message>
    <message>
        <source>What answers at this address is not an experimentation service.</source>
        <translation>このアドレスで応答したのは実験サービスではありません。</translation>
    </message>
    <message>
        <source>The address redirects elsewhere. Enter the final address.</source>
        <translation>アドレスは別の場所へ転送されます。最終的なアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The service does not accept this token.</source>
        <translation>サービスがこのトークンを受け付けません。</translation>
    </message>
    <message>
        <source>The token does not allow this. %1</source>
        <translation>このトークンでは許可されていません。%1</translation>
    </message>
    <message>
        <source>This is not possible now. %1</source>
        <translation>今はできません。%1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>ファイルを読み込めません。</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>ファイルが空です。最初の行に列の名前が必要です。</translation>
    </message>
    <message>
        <source>The file has a line of names, but no rows.</source>
        <translation>ファイルには名前の行だけで、データの行がありません。</translation>
    </message>
    <message>
        <source>The file has too many lines.</source>
        <translation>ファイルの行が多すぎます。</translation>
    </message>
    <message>
        <source>A unit is in the file twice.</source>
        <translation>同じユニットがファイルに 2 回あります。</translation>
    </message>
    <message>
        <source>Line %1 is too long.</source>
        <translation>%1 行目が長すぎます。</translation>
    </message>
    <message>
        <source>A field in line %1 is too long.</source>
        <translation>%1 行目のフィールドが長すぎます。</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>%1 行目の列が多すぎます。</translation>
    </message>
    <message>
        <source>In line %1 a quotation mark stands within a field.</source>
        <translation>%1 行目のフィールドの途中に引用符があります。</translation>
    </message>
    <message>
        <source>A quoted field that begins in line %1 is never closed.</source>
        <translation>%1 行目で始まる引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>In line %1 text follows a closing quotation mark.</source>
        <translation>%1 行目の閉じ引用符のあとに文字があります。</translation>
    </message>
    <message>
        <source>Line %1 holds the character U+0000.</source>
        <translation>%1 行目に文字 U+0000 があります。</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; save the file as UTF-8, or say that it is Latin-1.</source>
        <translation>%1 行目は UTF-8 ではありません。UTF-8 で保存するか、Latin-1 と指定してください。</translation>
    </message>
    <message>
        <source>Line %1 does not have as many fields as there are columns.</source>
        <translation>%1 行目のフィールド数が列の数と合いません。</translation>
    </message>
    <message>
        <source>This is not a zip file that can be read.</source>
        <translation>読み込める zip ファイルではありません。</translation>
    </message>
    <message>
        <source>The zip file is too large.</source>
        <translation>zip ファイルが大きすぎます。</translation>
    </message>
    <message>
        <source>This is not an evidence bundle.</source>
        <translation>エビデンス・バンドルではありません。</translation>
    </message>
    <message>
        <source>The bundle was written by another release of this program.</source>
        <translation>バンドルはこのプログラムの別のリリースで書かれました。</translation>
    </message>
    <message>
        <source>What was opened from a file cannot be changed.</source>
        <translation>ファイルから開いたものは変更できません。</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:8000.</source>
        <translation>アドレスは http://127.0.0.1:8000 のような形です。</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>アドレスは http:// または https:// で始まります。</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than this program reads.</source>
        <translation>サービスの応答がこのプログラムの読める大きさを超えています。</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>ここでは利用できません。</translation>
    </message>
    <message>
        <source>This build of the studio cannot open databases.</source>
        <translation>このビルドのスタジオはデータベースを開けません。</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>一時フォルダーを作れません。</translation>
    </message>
    <message>
        <source>The service has too much to do; try again in a moment.</source>
        <translation>サービスが混み合っています。少ししてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>サービスが停止しようとしています。</translation>
    </message>
    <message>
        <source>The database cannot be reached; try again shortly.</source>
        <translation>データベースに接続できません。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The database is read-only; the service must be able to write the file and its folder.</source>
        <translation>データベースは読み取り専用です。サービスがファイルとそのフォルダーに書き込める必要があります。</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>データベースのディスクに空きがありません。</translation>
    </message>
    <message>
        <source>The file is no database or is damaged; restore it from a backup.</source>
        <translation>ファイルがデータベースではないか壊れています。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>データベースが文を拒否しました。</translation>
    </message>
    <message>
        <source>Another service is using this database; a SQLite file takes one.</source>
        <translation>別のサービスがこのデータベースを使っています。SQLite ファイルを使えるのは 1 つです。</translation>
    </message>
    <message>
        <source>The database was made by a later release of this program; use that one or restore a backup.</source>
        <translation>データベースはこのプログラムの後のリリースで作られました。それを使うか、バックアップを復元してください。</translation>
    </message>
    <message>
        <source>The database was made by another build of this program; use that one. Nothing was changed.</source>
        <translation>データベースはこのプログラムの別のビルドで作られました。それを使ってください。何も変更していません。</translation>
    </message>
    <message>
        <source>The database holds tables of another service.</source>
        <translation>データベースには別のサービスの表があります。</translation>
    </message>
    <message>
        <source>There is no such experiment.</source>
        <translation>その実験はありません。</translation>
    </message>
    <message>
        <source>There is no such note.</source>
        <translation>そのメモはありません。</translation>
    </message>
    <message>
        <source>There is no such metric.</source>
        <translation>その指標はありません。</translation>
    </message>
    <message>
        <source>Another experiment has this key.</source>
        <translation>別の実験がこのキーを使っています。</translation>
    </message>
    <message>
        <source>It has been changed by somebody else in the meantime.</source>
        <translation>その間にほかの人が変更しました。</translation>
    </message>
    <message>
        <source>The present status does not allow it.</source>
        <translation>現在の状態では許可されません。</translation>
    </message>
    <message>
        <source>The experiment is running.</source>
        <translation>実験は実行中です。</translation>
    </message>
    <message>
        <source>Another experiment has this part of the layer.</source>
        <translation>別の実験がレイヤーのこの部分を使っています。</translation>
    </message>
    <message>
        <source>The token works in other projects or environments.</source>
        <translation>このトークンは別のプロジェクトまたは環境のものです。</translation>
    </message>
    <message>
        <source>An effect this large cannot happen: the rate would lie outside 0 to 1.</source>
        <translation>これほど大きな効果はありえません: 率が 0 から 1 の外になります。</translation>
    </message>
    <message>
        <source>Something entered is wrong.</source>
        <translation>入力に誤りがあります。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected.</source>
        <translation>%1 の種類が違います。</translation>
    </message>
    <message>
        <source>%1 is outside of what is allowed.</source>
        <translation>%1 は許される範囲の外です。</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 が長すぎます。</translation>
    </message>
    <message>
        <source>%1 has too many entries.</source>
        <translation>%1 の項目が多すぎます。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 が 2 回あります。</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 は知られていません。</translation>
    </message>
    <message>
        <source>%1 is not allowed here.</source>
        <translation>%1 はここでは許可されません。</translation>
    </message>
    <message>
        <source>%1 cannot be set.</source>
        <translation>%1 は設定できません。</translation>
    </message>
    <message>
        <source>%1 cannot be changed after the start.</source>
        <translation>%1 は開始後に変更できません。</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8.</source>
        <translation>%1 は正しい UTF-8 ではありません。</translation>
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
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
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
        <translation>p 値</translation>
    </message>
    <message>
        <source>How often a difference at least this large would show up if there were none. It is not the chance that the treatment works.</source>
        <translation>差がまったくないとき、少なくともこれだけの差がどれほどの頻度で現れるか。トリートメントに効果がある確率ではありません。</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>有意水準</translation>
    </message>
    <message>
        <source>The share of experiments without any effect that one is willing to call a success by mistake. It is chosen before the start: 5 % unless the plan says otherwise.</source>
        <translation>効果のない実験のうち、誤って成功とみなしてもよいと考える割合。開始前に決めます: 計画に別の定めがなければ 5 % です。</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>信頼区間</translation>
    </message>
    <message>
        <source>The effects that the data do not contradict at the plan&apos;s level. An interval that holds 0 leaves open whether there is an effect; its width tells how much is known.</source>
        <translation>計画の水準でデータと矛盾しない効果の範囲。0 を含む区間は効果の有無を決められません。幅はどれだけわかっているかを示します。</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>How much larger the treatment&apos;s value is than the control&apos;s, relative to it. From 10 % to 11 % is a lift of 10 %.</source>
        <translation>トリートメントの値がコントロールの値より相対的にどれだけ大きいか。10 % から 11 % なら 10 % のリフトです。</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on either side chance gets once in twenty looks, if one looks once.</source>
        <translation>効果を標準誤差で測ったもの: ゼロからの隔たり。1 回だけ見るなら、偶然でどちらかの側に 1.96 を超えるのは 20 回に 1 回です。</translation>
    </message>
    <message>
        <source>Correction for several hypotheses</source>
        <translation>複数の仮説への補正</translation>
    </message>
    <message>
        <source>Who asks twenty questions gets one answer by chance. Holm&apos;s correction bounds the chance of any false success, Benjamini-Hochberg&apos;s the share of false ones among all.</source>
        <translation>20 の問いを立てれば、1 つは偶然の答えが出ます。Holm の補正は誤った成功が 1 つでも出る確率を、Benjamini-Hochberg の補正は成功のうち誤りの割合を抑えます。</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>ガードレール</translation>
    </message>
    <message>
        <source>A metric that must not get worse, whatever the primary metric gains. It has a margin: how much worse is still taken for nothing.</source>
        <translation>主要指標がどれほど良くなっても、悪化してはならない指標。許容幅があり、どこまでの悪化を無視できるかを決めます。</translation>
    </message>
    <message>
        <source>Non-inferiority</source>
        <translation>非劣性</translation>
    </message>
    <message>
        <source>Shown when the treatment is not worse than the control by more than the margin. To find no difference is not enough: a small sample finds none either.</source>
        <translation>トリートメントが許容幅を超えてコントロールより悪くないと示されること。差が見つからないだけでは足りません: 小さな標本でも見つからないからです。</translation>
    </message>
    <message>
        <source>Peeking</source>
        <translation>ピーキング</translation>
    </message>
    <message>
        <source>To look again and again and to stop at the first success. With a test made for one look, 21 looks find an effect in a quarter of the experiments that have none.</source>
        <translation>何度も見ては、最初の成功で止めること。1 回の解析のための検定では、21 回見ると、効果のない実験の 4 分の 1 で効果が見つかります。</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>1 回の解析</translation>
    </message>
    <message>
        <source>The plan is judged once, at its size; until then there is no verdict. It needs the fewest users when nobody wants to stop early.</source>
        <translation>計画は規模に達したとき 1 回だけ判定し、それまで判定はありません。早く止めたい人がいないなら、必要なユーザーは最も少なくて済みます。</translation>
    </message>
    <message>
        <source>Group-sequential</source>
        <translation>群逐次</translation>
    </message>
    <message>
        <source>A few looks are planned and share the level, each with a bound of its own. A clear result may end the experiment at any of them.</source>
        <translation>数回の解析を計画し、水準を分け合い、それぞれに境界を持ちます。はっきりした結果なら、どの解析でも実験を終えられます。</translation>
    </message>
    <message>
        <source>Always-valid</source>
        <translation>常時有効</translation>
    </message>
    <message>
        <source>Its interval holds at all times at once, so one may look every minute and stop at will. The price is an interval about half as wide again as that of one look.</source>
        <translation>区間がすべての時点で同時に成り立つので、毎分見て好きなときに止められます。代わりに、区間は 1 回の解析のおよそ 1.5 倍の幅になります。</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>優れている確率</translation>
    </message>
    <message>
        <source>The chance that the treatment is better, given the data and what was thought before them. It is not protected against peeking.</source>
        <translation>データと事前の考えのもとで、トリートメントが優れている確率。ピーキングからは守られません。</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>事前分布</translation>
    </message>
    <message>
        <source>What is thought of the lift before any data: 0, give or take 10 % unless it is changed. It pulls surprising results of small samples towards nothing.</source>
        <translation>データを見る前にリフトについて考えていること: 変えなければ 0 の前後 10 %。小さな標本の意外な結果をゼロに引き寄せます。</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>セカンドオピニオン</translation>
    </message>
    <message>
        <source>What the other methods say of the same numbers. The plan&apos;s own method decides; an opinion that differs is worth a thought.</source>
        <translation>同じ数値についてほかの方法が言うこと。計画の方法が決めますが、異なる意見は考えてみる価値があります。</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>検出力</translation>
    </message>
    <message>
        <source>The chance that the experiment finds an effect of the size that it was planned for. At 80 % it misses one in five.</source>
        <translation>計画した大きさの効果を実験が見つける確率。80 % なら 5 回に 1 回は見逃します。</translation>
    </message>
    <message>
        <source>Smallest detectable lift</source>
        <translation>検出できる最小リフト</translation>
    </message>
    <message>
        <source>The smallest effect that is found with the wished power. Half of it takes four times the users.</source>
        <translation>望む検出力で見つかる最小の効果。その半分を見つけるには 4 倍のユーザーが必要です。</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>標本サイズ</translation>
    </message>
    <message>
        <source>How many units each variant needs for the planned power. The bar shows the smallest variant, because it decides.</source>
        <translation>計画の検出力のために各バリアントが必要とするユニット数。棒は最も小さいバリアントを示します。それが決め手だからです。</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>標本比</translation>
    </message>
    <message>
        <source>Whether the units are split as planned. A mismatch means that units get lost or doubled on their way, and that no other number here can be trusted.</source>
        <translation>ユニットが計画どおりに配分されているか。不一致は、途中でユニットが失われたり重複したりしていて、ほかの数値も信頼できないことを意味します。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a busy user counts once.</source>
        <translation>ハッシュが割り当てる相手: たいていはユーザー。ユニットのイベントはまず合計され、活発なユーザーも 1 と数えます。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>The time between two changes of the split. Epochs are compared within themselves and then put together, so that a change on the way does not bend the result.</source>
        <translation>配分の変更と変更の間の期間。エポックごとに比較してからまとめるので、途中の変更が結果をゆがめません。</translation>
    </message>
    <message>
        <source>Adjustment by history (CUPED)</source>
        <translation>履歴による調整（CUPED）</translation>
    </message>
    <message>
        <source>What was known of a unit before it came explains part of its value; that part is taken away. The interval gets narrower, the effect stays the same.</source>
        <translation>来る前からわかっていたことがユニットの値の一部を説明し、その分を取り除きます。区間は狭くなり、効果は変わりません。</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>打ち切り</translation>
    </message>
    <message>
        <source>Values beyond a high quantile count as that quantile. A few very large ones no longer drown all others.</source>
        <translation>高い分位点を超える値をその分位点とみなします。少数の極端に大きな値がほかを覆い隠さなくなります。</translation>
    </message>
    <message>
        <source>Ratio metric</source>
        <translation>比率指標</translation>
    </message>
    <message>
        <source>One sum over another, such as clicks over views, where units are assigned and not views. Its variance is taken over the units.</source>
        <translation>ビューあたりのクリックのように、ある合計を別の合計で割ったもの。割り当てはビューではなくユニットです。分散はユニットについて求めます。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>one look</source>
        <translation>1 回の解析</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>群逐次</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>常時有効</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>ベイズ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>判定なし</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>時期尚早</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未決</translation>
    </message>
    <message>
        <source>better</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>non-inferior</source>
        <translation>非劣性</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>劣る</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>%1 より上</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>%1 より下</translation>
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
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>xp-studio: %1
Try xp-studio --help.</source>
        <translation>xp-studio: %1
xp-studio --help をお試しください。</translation>
    </message>
    <message>
        <source>Only one of --connect, --open and --demo can be given.</source>
        <translation>--connect、--open、--demo は 1 つだけ指定できます。</translation>
    </message>
    <message>
        <source>--screenshot needs --connect, --open or --demo.</source>
        <translation>--screenshot には --connect、--open、--demo のいずれかが必要です。</translation>
    </message>
    <message>
        <source>The analysts&apos; desktop application of the experimentation platform.
Exit codes: 0 done, 1 failed, 2 wrong usage.</source>
        <translation>実験プラットフォームの分析者向けデスクトップアプリケーション。
終了コード: 0 完了、1 失敗、2 使い方の誤り。</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>この文を表示します。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>バージョンを表示します。</translation>
    </message>
    <message>
        <source>Connects to the service there.</source>
        <translation>そこのサービスに接続します。</translation>
    </message>
    <message>
        <source>Opens a table (CSV, TSV), an evidence bundle, a SQLite database or a postgresql:// address.</source>
        <translation>表（CSV、TSV）、エビデンス・バンドル、SQLite データベース、postgresql:// アドレスを開きます。</translation>
    </message>
    <message>
        <source>Opens experiments of known truth, some of them fed live.</source>
        <translation>真実のわかっている実験を開きます。一部は生きたデータを受け取ります。</translation>
    </message>
    <message>
        <source>The token to use. Other users of this computer may see a command line: the environment variable ADMIN_TOKEN is not shown to them.</source>
        <translation>使うトークン。このコンピューターのほかの利用者はコマンドラインを見られることがあります: 環境変数 ADMIN_TOKEN は見えません。</translation>
    </message>
    <message>
        <source>Opens this experiment.</source>
        <translation>この実験を開きます。</translation>
    </message>
    <message>
        <source>Shows this page: lab, new, or a tab of the experiment (results, over-time, health, events, notes, audit, plan, ...).</source>
        <translation>このページを表示します: lab、new、または実験のタブ（results、over-time、health、events、notes、audit、plan、...）。</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light、dark、system。</translation>
    </message>
    <message>
        <source>The language for this time, such as de; see the settings.</source>
        <translation>今回の言語。例: de。設定も参照。</translation>
    </message>
    <message>
        <source>Size of the window: 1440x900.</source>
        <translation>ウィンドウの大きさ: 1440x900。</translation>
    </message>
    <message>
        <source>Writes a picture of the window once its data is there, and ends.</source>
        <translation>データがそろったらウィンドウの画像を書き出して終了します。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>‘%1’ はオプションではありません。</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme は light、dark、system のいずれかで、‘%1’ ではありません。</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;.</source>
        <translation>--language は %1 のいずれかで、‘%2’ ではありません。</translation>
    </message>
    <message>
        <source>--size looks like 1440x900, not &apos;%1&apos;.</source>
        <translation>--size は 1440x900 の形で、‘%1’ ではありません。</translation>
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
        <translation>曲線は最初のスナップショットから現れます: 最初の 3 日間は毎時、その後は毎日。</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>traffic %1 → %2</source>
        <translation>トラフィック %1 → %2</translation>
    </message>
    <message>
        <source>new split</source>
        <translation>新しい配分</translation>
    </message>
    <message>
        <source>departure from the plan</source>
        <translation>計画からの逸脱</translation>
    </message>
    <message>
        <source>Lift over time: %1 at the last snapshot</source>
        <translation>リフトの推移: 最新のスナップショットで %1</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>1 回の解析</translation>
    </message>
    <message>
        <source>always valid</source>
        <translation>常時有効</translation>
    </message>
    <message>
        <source>group sequential</source>
        <translation>群逐次</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>ベイズ</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>水準 %1</translation>
    </message>
    <message>
        <source>p-value over time: %1 at the last snapshot, level %2</source>
        <translation>p 値の推移: 最新のスナップショットで %1、水準 %2</translation>
    </message>
    <message>
        <source>Bounds are drawn for conversions of a plan with a size.</source>
        <translation>境界は、規模のある計画のコンバージョンについて描かれます。</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>better</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>z and the plan&apos;s bounds by share of the planned size</source>
        <translation>計画の規模に対する割合ごとの z と計画の境界</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Units over time: %1</source>
        <translation>ユニットの推移: %1</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>share of units with the event</source>
        <translation>イベントのあったユニットの割合</translation>
    </message>
    <message>
        <source>events per unit</source>
        <translation>ユニットあたりのイベント数</translation>
    </message>
    <message>
        <source>sum of values per unit</source>
        <translation>ユニットあたりの値の合計</translation>
    </message>
    <message>
        <source>mean value per event</source>
        <translation>イベントあたりの値の平均</translation>
    </message>
    <message>
        <source>sum of one event over another</source>
        <translation>あるイベントの合計を別の合計で割ったもの</translation>
    </message>
    <message>
        <source>share of units that return</source>
        <translation>戻ってくるユニットの割合</translation>
    </message>
    <message>
        <source>days with the event per unit</source>
        <translation>ユニットあたりのイベントのあった日数</translation>
    </message>
    <message>
        <source>share of units that take every step</source>
        <translation>すべての段階を踏むユニットの割合</translation>
    </message>
    <message>
        <source>quantile of the sum of values per unit</source>
        <translation>ユニットごとの値の合計の分位点</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> · control</source>
        <translation> · コントロール</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>one value per unit</source>
        <translation>ユニットごとに 1 つの値</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>多いほど良い</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>少ないほど良い</translation>
    </message>
    <message>
        <source> · within %1 of the exposure</source>
        <translation> · 露出から %1 以内</translation>
    </message>
    <message>
        <source>%1, looks at %2 of the planned size</source>
        <translation>%1、計画規模の %2 で解析</translation>
    </message>
    <message>
        <source>the treatments of each metric</source>
        <translation>各指標のトリートメント</translation>
    </message>
    <message>
        <source>treatments and primary metrics</source>
        <translation>トリートメントと主要指標</translation>
    </message>
    <message>
        <source>treatments and all metrics</source>
        <translation>トリートメントとすべての指標</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水準</translation>
    </message>
    <message>
        <source>%1, two-sided</source>
        <translation>%1、両側</translation>
    </message>
    <message>
        <source>%1, one-sided: better</source>
        <translation>%1、片側: 良い</translation>
    </message>
    <message>
        <source> to find a lift of %1</source>
        <translation> %1 のリフトを見つけるため</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>検出力</translation>
    </message>
    <message>
        <source>at least %1 days</source>
        <translation>少なくとも %1 日</translation>
    </message>
    <message>
        <source>%1 days planned, </source>
        <translation>計画 %1 日、 </translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%2 に対する %1</translation>
    </message>
    <message>
        <source>%1 may be worse by %2</source>
        <translation>%1 は %2 まで悪化してもよい</translation>
    </message>
    <message>
        <source>%1 is cut at its %2 percentile</source>
        <translation>%1 は %2 パーセンタイルで打ち切り</translation>
    </message>
    <message>
        <source>Margins and caps</source>
        <translation>許容幅と打ち切り</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>by the history of %1 before the exposure (CUPED)</source>
        <translation>露出前 %1 の履歴による（CUPED）</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>事前分布</translation>
    </message>
    <message>
        <source>lift of %1 ± %2</source>
        <translation>リフト %1 ± %2</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Planned size</source>
        <translation>計画の規模</translation>
    </message>
    <message>
        <source>%1 units in each variant</source>
        <translation>バリアントごとに %1 ユニット</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>assigned elsewhere, imported</source>
        <translation>別の場所で割り当て、インポート</translation>
    </message>
    <message>
        <source>%1 of all units</source>
        <translation>全ユニットの %1</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>作成 %1</translation>
    </message>
    <message>
        <source> · started %1</source>
        <translation> · 開始 %1</translation>
    </message>
    <message>
        <source> · stopped %1</source>
        <translation> · 終了 %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>日時</translation>
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
        <translation>このペースで %1 ± %2 後</translation>
    </message>
    <message>
        <source>at this pace on %1 ± %2</source>
        <translation>このペースで %1 ± %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Experimentation Studio</source>
        <translation>実験スタジオ</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1 ページ</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>終了 %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>コンバージョン率</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>標本サイズ</translation>
    </message>
    <message>
        <source>Over time: %1, %2</source>
        <translation>推移: %1、%2</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証拠</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>データ品質</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! 逸脱</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1、%2: %3</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>ポートフォリオ</translation>
    </message>
    <message>
        <source>Experiments: %1, as of %2</source>
        <translation>実験: %1 件、%2 現在</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>計画 %1</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Not written</source>
        <translation>書き込めません</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 を書き込めませんでした: %2</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write %1</source>
        <translation>%1 を書き込めません</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>‘%1’ というページはありません</translation>
    </message>
    <message>
        <source>there is no experiment &apos;%1&apos;</source>
        <translation>‘%1’ という実験はありません</translation>
    </message>
    <message>
        <source>the data did not arrive in time</source>
        <translation>データが時間内に届きませんでした</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>a single look</source>
        <translation>1 回の解析</translation>
    </message>
    <message>
        <source>the group-sequential test</source>
        <translation>群逐次検定</translation>
    </message>
    <message>
        <source>the always-valid test</source>
        <translation>常時有効検定</translation>
    </message>
    <message>
        <source>the Bayesian posterior</source>
        <translation>ベイズの事後分布</translation>
    </message>
    <message>
        <source>better</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>許容幅を超えては悪くない</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>許容幅を超えて悪い</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>時期尚早</translation>
    </message>
    <message>
        <source>to wait</source>
        <translation>待つ</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>使えない</translation>
    </message>
    <message>
        <source>not told apart from the control</source>
        <translation>コントロールと区別できない</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source> (%1 likely to be better)</source>
        <translation>（%1 の確率で良い）</translation>
    </message>
    <message>
        <source>The prior expects small effects and holds the estimate back.</source>
        <translation>事前分布は小さな効果を見込み、推定を控えめにします。</translation>
    </message>
    <message>
        <source>A posterior is not protected against looking often.</source>
        <translation>事後分布は、何度も見ることから守られていません。</translation>
    </message>
    <message>
        <source>A single look&apos;s p-value does not hold when results are watched as they come in.</source>
        <translation>1 回の解析の p 値は、届く結果を見続けるときには成り立ちません。</translation>
    </message>
    <message>
        <source>They share the same level over their looks in different ways; follow the one that was planned.</source>
        <translation>同じ水準を解析に違う形で分けています。計画した方に従ってください。</translation>
    </message>
    <message>
        <source>%1, %2: %3 says %4%5, %6 says %7%8. %9</source>
        <translation>%1、%2: %3 は %4%5、%6 は %7%8。%9</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>%1: the effect of %2 fades with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may be no more than novelty: the later days tell what remains.</source>
        <translation>%1: %2 の効果は露出からの日数とともに薄れ、初日のおよそ %3 から %5 後のおよそ %4 になります（%6）。目新しさにすぎないかもしれません: 後の日々が残るものを示します。</translation>
    </message>
    <message>
        <source>%1: the effect of %2 grows with the days since exposure, from about %3 on the first day to about %4 %5 later (%6). It may take time to learn: the later days tell what is to come.</source>
        <translation>%1: %2 の効果は露出からの日数とともに増し、初日のおよそ %3 から %5 後のおよそ %4 になります（%6）。慣れるのに時間がかかるのかもしれません: 後の日々がこれからを示します。</translation>
    </message>
    <message>
        <source>1 more unit</source>
        <translation>あと 1 ユニット</translation>
    </message>
    <message>
        <source>%1 more units</source>
        <translation>あと %1 ユニット</translation>
    </message>
    <message>
        <source>1 more unit with an event</source>
        <translation>イベントのあるユニットがあと 1</translation>
    </message>
    <message>
        <source>%1 more units with an event</source>
        <translation>イベントのあるユニットがあと %1</translation>
    </message>
    <message>
        <source>1 more unit without an event</source>
        <translation>イベントのないユニットがあと 1</translation>
    </message>
    <message>
        <source>%1 more units without an event</source>
        <translation>イベントのないユニットがあと %1</translation>
    </message>
    <message>
        <source>Units are not split as planned: %1 (%2).</source>
        <translation>ユニットが計画どおりに配分されていません: %1（%2）。</translation>
    </message>
    <message>
        <source>The split is wrong among the units from %1 on.</source>
        <translation>%1 以降のユニットで配分が誤っています。</translation>
    </message>
    <message>
        <source>Units are split as planned (%1, valid at any time).</source>
        <translation>ユニットは計画どおりに配分されています（%1、いつでも有効）。</translation>
    </message>
    <message>
        <source>The split cannot be checked without units.</source>
        <translation>ユニットがないと配分を確認できません。</translation>
    </message>
    <message>
        <source>Whether units were seen in several variants is not known.</source>
        <translation>複数のバリアントで見られたユニットがあるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>Units stay in their variant.</source>
        <translation>ユニットはバリアントを変えません。</translation>
    </message>
    <message>
        <source>Clients showed another variant than the one assigned to %1 of the %2 units of which they tell. Find out which clients do not ask for it.</source>
        <translation>報告のある %2 ユニットの %1 に、クライアントが割り当てと違うバリアントを表示しました。どのクライアントが問い合わせていないかを調べてください。</translation>
    </message>
    <message>
        <source>Clients show the variants that are assigned.</source>
        <translation>クライアントは割り当てられたバリアントを表示しています。</translation>
    </message>
    <message>
        <source>Ids were joined equally often in all variants.</source>
        <translation>ID の結合はすべてのバリアントで同じ頻度でした。</translation>
    </message>
    <message>
        <source>There is no history from before the experiment to compare.</source>
        <translation>実験前の比較できる履歴がありません。</translation>
    </message>
    <message>
        <source>The variants were alike before the experiment.</source>
        <translation>バリアントは実験前には同じでした。</translation>
    </message>
    <message>
        <source>Every metric has enough data.</source>
        <translation>すべての指標に十分なデータがあります。</translation>
    </message>
    <message>
        <source>No effect is too large to be true.</source>
        <translation>大きすぎて疑わしい効果はありません。</translation>
    </message>
    <message>
        <source>Check the tracking before you believe it: %1, %2. Effects this large are more often a bug than a success.</source>
        <translation>信じる前に計測を確認してください: %1、%2。これほど大きな効果は、成功より不具合のことが多いのです。</translation>
    </message>
    <message>
        <source>Whether an effect wears off cannot be told yet: that needs units watched for at least four days after their exposure, with enough data on each.</source>
        <translation>効果が薄れるかどうかはまだ言えません。露出後に少なくとも 4 日間観察され、その各日に十分なデータのあるユニットが必要です。</translation>
    </message>
    <message>
        <source>No effect changes with the days since exposure.</source>
        <translation>露出からの日数とともに変わる効果はありません。</translation>
    </message>
    <message>
        <source>%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a bot, or an event that is sent in a loop.</source>
        <translation>%1: 値のある %2 ユニットのうち 1 ユニットが合計の %3 を占め、%4 にあります。ボットか、ループで送られるイベントでないか確認してください。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether they are bots, or events that are sent in a loop.</source>
        <translation>%1: 値のある %3 ユニットのうち %2 ユニットが合計の %4 を占め、そのうち %5 ユニットは %6 にあります。ボットか、ループで送られるイベントでないか確認してください。</translation>
    </message>
    <message>
        <source>%1: the effect of %2 is %3 among units of the first half and %4 among those of the second (%5). It may wear off, or grow.</source>
        <translation>%1: %2 の効果は前半のユニットで %3、後半のユニットで %4 です（%5）。薄れるのかもしれず、増すのかもしれません。</translation>
    </message>
    <message>
        <source>%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.</source>
        <translation>%1: 判定には早すぎます。数値を信頼するには 1 つのバリアントに %2 が必要です。</translation>
    </message>
    <message>
        <source>It ran for %1 of at least %2 days, which are needed to have seen every day of the week.</source>
        <translation>少なくとも %2 日のうち %1 日経過しました。すべての曜日を見るのに必要です。</translation>
    </message>
    <message>
        <source>Start the experiment: it has no units yet.</source>
        <translation>実験を開始してください: まだユニットがありません。</translation>
    </message>
    <message>
        <source>There are no units to analyse yet.</source>
        <translation>解析するユニットがまだありません。</translation>
    </message>
    <message>
        <source>Continue the experiment: %1 has %2, and needs %3 more before anything can be said.</source>
        <translation>実験を続行: %1 は %2 で、何か言えるまでにあと %3 必要です。</translation>
    </message>
    <message>
        <source>Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than the %4 needed for any statement.</source>
        <translation>この実験で判断しないでください: %1 が %2 のうちに終了し、何かを言うのに必要な %4 に %3 足りません。</translation>
    </message>
    <message>
        <source>Continue the experiment. %1</source>
        <translation>実験を続行。%1</translation>
    </message>
    <message>
        <source>Do not judge by this experiment, it stopped too early. %1</source>
        <translation>この実験で判断しないでください。終了が早すぎました。%1</translation>
    </message>
    <message>
        <source>Do not use these results: units are not split as planned (%1), so the variants cannot be compared. Find out where units get lost or doubled, then start again.</source>
        <translation>この結果を使わないでください: ユニットが計画どおりに配分されておらず（%1）、バリアントを比較できません。どこでユニットが失われ、または重複したかを調べ、やり直してください。</translation>
    </message>
    <message>
        <source>Do not use these results: %1 of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an assignment changes.</source>
        <translation>この結果を使わないでください: ユニットの %1 が複数のバリアントで見られ、許容できる 1 % を超えています。割り当てが変わる理由を調べてください。</translation>
    </message>
    <message>
        <source>Do not use these results: people&apos;s ids were joined more often in some variants than in others (%1), so the variants count other people. Analyse people who were known before.</source>
        <translation>この結果を使わないでください: 人の ID の結合がバリアントによって偏っており（%1）、バリアントが別の人々を数えています。以前から知られている人を解析してください。</translation>
    </message>
    <message>
        <source>Stop %1, it does harm: %2.</source>
        <translation>%1 を停止、害があります: %2。</translation>
    </message>
    <message>
        <source> %1 is better than the control: %2.</source>
        <translation> %1 はコントロールより良い: %2。</translation>
    </message>
    <message>
        <source>Ship %1: %2.</source>
        <translation>%1 をリリース: %2。</translation>
    </message>
    <message>
        <source>%1 is better: %2. Ship it if this is what the experiment was for; no metric was marked as primary.</source>
        <translation>%1 の方が良い: %2。実験の目的がそれなら、リリースしてください。主要指標は指定されていません。</translation>
    </message>
    <message>
        <source>Continue: %1 looks better (%2), but it is too early. %3</source>
        <translation>続行: %1 が良さそうですが（%2）、まだ早すぎます。%3</translation>
    </message>
    <message>
        <source>Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks find winners that are none.</source>
        <translation>計画の規模まで続行: %1 が良さそうですが（%2）、%3で、早く見ると本物でない勝者が見つかります。</translation>
    </message>
    <message>
        <source>Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at a good moment finds winners that are none.</source>
        <translation>%1 をリリースする前に確認: %2。ただし実験は%3で終了し、都合のよいときに止めると本物でない勝者が見つかります。</translation>
    </message>
    <message>
        <source>Do not ship %1 yet: %2, but the guardrail got worse: %3.</source>
        <translation>%1 はまだリリースしない: %2。ただしガードレールが悪化しました: %3。</translation>
    </message>
    <message>
        <source>Keep %1: %2 is worse, %3.</source>
        <translation>%1 を維持: %2 の方が悪く、%3。</translation>
    </message>
    <message>
        <source>Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.</source>
        <translation>%1 を維持: 関心のある最小の効果 %2 は否定されました。%3: %4。</translation>
    </message>
    <message>
        <source>Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 are in.</source>
        <translation>計画の規模まで続行し、%1 に注意: 悪そうですが（%2）、%3です。</translation>
    </message>
    <message>
        <source>Continue: no variant differs clearly from the control so far. %1: %2. %3 more units per variant are planned.</source>
        <translation>続行: まだコントロールとはっきり異なるバリアントはありません。%1: %2。バリアントごとにあと %3 ユニットの計画です。</translation>
    </message>
    <message>
        <source>Keep %1, or run longer if an effect within the interval would matter: no variant differs clearly from it. %2: %3.</source>
        <translation>%1 を維持、区間内の効果が重要なら延長: はっきり異なるバリアントはありません。%2: %3。</translation>
    </message>
    <message>
        <source>Continue: there is nothing to compare yet, as no variant shows any event or value that varies.</source>
        <translation>続行: どのバリアントにも変動するイベントや値がなく、まだ比較できません。</translation>
    </message>
    <message>
        <source>Mark a metric as primary: without one, and without a conversion, there is nothing to decide by.</source>
        <translation>主要指標を指定してください: 指定もコンバージョンもなければ、判断の基準がありません。</translation>
    </message>
    <message>
        <source>Nothing follows from this experiment: neither an effect nor its absence is shown. %1: %2.</source>
        <translation>この実験からは何も言えません: 効果もその不在も示されていません。%1: %2。</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> %1 以上</translation>
    </message>
    <message>
        <source>Guardrail: it is not shown that %1 is not worse%2. %3.</source>
        <translation>ガードレール: %1 が%2悪くないことは示されていません。%3。</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse. %2.</source>
        <translation>ガードレール: %1 は悪くなっています。%2。</translation>
    </message>
    <message>
        <source>Guardrail: %1 is worse by more than %2. %3.</source>
        <translation>ガードレール: %1 は %2 を超えて悪くなっています。%3。</translation>
    </message>
    <message>
        <source>%1 is better, %2, and does not ship: not every guardrail is shown to hold.</source>
        <translation>%1 は良くなっています (%2) が、リリースしません: すべてのガードレールが守られることは示されていません。</translation>
    </message>
    <message>
        <source>The guardrail holds.</source>
        <translation>ガードレールは守られています。</translation>
    </message>
    <message>
        <source>All %1 guardrails hold.</source>
        <translation>ガードレール %1 つはすべて守られます。</translation>
    </message>
    <message>
        <source>%1 and %2 are both better than the control and cannot be told apart: take the cheaper one.</source>
        <translation>%1 と %2 はどちらもコントロールより良く、区別できません: 安い方を選んでください。</translation>
    </message>
    <message>
        <source>Continue: %1 of the plan is done, and nothing speaks for a stop.</source>
        <translation>続行: 計画の %1 が終わり、止める理由はありません。</translation>
    </message>
    <message>
        <source>Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.</source>
        <translation>続行: 今のところ止める理由はなく、標本サイズも期間も計画されていません。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Continue, and wait for the plan: %1 looks better so far, %2.</source>
        <translation>続行し、計画を待つ: %1 は今のところ良さそうです、%2。</translation>
    </message>
    <message>
        <source>The experiment stopped at %1 of its plan; a single look was planned for the end, so there is no verdict.</source>
        <translation>実験は計画の %1 で終了しました。最後に 1 回の解析が計画されていたので、判定はありません。</translation>
    </message>
    <message>
        <source>Only %1 of the planned size was exposed on these days; a single look was planned for all of it, so there is no verdict.</source>
        <translation>この期間に露出したのは計画された標本サイズの %1 だけです。全体に対して 1 回の解析が計画されていたので、判定はありません。</translation>
    </message>
    <message>
        <source>%1 Looked at once only: %2</source>
        <translation>%1 1 回だけの解析では: %2</translation>
    </message>
    <message>
        <source>This is an early look: %1 are in. Whoever stops at the first significant look finds false winners far more often than planned.</source>
        <translation>これは早い時点の解析です: %1です。最初の有意な結果で止めると、計画よりずっと多く偽の勝者が見つかります。</translation>
    </message>
    <message>
        <source>The experiment stopped with %1; if results were watched, false winners are more likely than planned.</source>
        <translation>実験は%1で終了しました。結果を見続けていたなら、偽の勝者は計画より出やすくなります。</translation>
    </message>
    <message>
        <source>%1: %2 is maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 は指標の期間より露出が短く成熟中で、まだ数えられていません。</translation>
    </message>
    <message>
        <source>%1: %2 are maturing, exposed for less than the metric&apos;s window, and not counted yet.</source>
        <translation>%1: %2 は指標の期間より露出が短く成熟中で、まだ数えられていません。</translation>
    </message>
    <message>
        <source>%1: a few units hold much of the total; below about %2 units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps.</source>
        <translation>%1: 少数のユニットが合計の多くを占めています。バリアントあたりおよそ %2 ユニットまでは p 値と区間は粗いものです。99.9 パーセンタイルでの打ち切りが役立ちます。</translation>
    </message>
    <message>
        <source>%1: the split changed while the experiment ran. Effects are measured within each of %2 stretches and added up, so they can differ from what the plain totals suggest.</source>
        <translation>%1: 実験中に配分が変わりました。効果は %2 の区間それぞれで測って合算するので、単純な合計とは異なることがあります。</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epoch %2, which has fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: 割り当てエポック %2 のユニットは除外しました。あるバリアントで 30 ユニット未満で、同じ配分の隣もありません。</translation>
    </message>
    <message>
        <source>%1: left out the units of allocation epochs %2, which have fewer than 30 units in a variant and no neighbour of equal split.</source>
        <translation>%1: 割り当てエポック %2 のユニットは除外しました。あるバリアントで 30 ユニット未満で、同じ配分の隣もありません。</translation>
    </message>
    <message>
        <source>%1: the totals of %2 are beyond the range of its exact values and count as the end of it. A coarser resolution has room for more.</source>
        <translation>%1: %2の合計は正確な値の範囲を超えるため、その上限または下限として数えられます。分解能を粗くすると余裕ができます。</translation>
    </message>
    <message>
        <source>No metric is marked as primary, so no decision follows from the results; the headline is whether a unit converts on any of the conversion metrics.</source>
        <translation>主要指標が指定されていないので、結果から判断は出ません。見出しは、ユニットがいずれかのコンバージョン指標で転換したかどうかです。</translation>
    </message>
    <message>
        <source>Values of %1 above %2 are cut to it, as planned: those of %3.</source>
        <translation>%1 の %2 を超える値は計画どおり打ち切られます: %3 の値です。</translation>
    </message>
    <message>
        <source>The values of %1 are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or the planned percentile is 0.</source>
        <translation>計画にはありますが、%1 の値は打ち切られていません: 分布がまだわからないか、一部の日にはわからないか、計画のパーセンタイルが 0 です。</translation>
    </message>
    <message>
        <source>A few very large values rule %1. Plan to cut values at the %2th percentile (%3 now) next time.</source>
        <translation>少数の非常に大きな値が %1 を支配しています。次回は %2 パーセンタイル（現在 %3）での打ち切りを計画してください。</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history, because its values are cut.</source>
        <translation>%1 は値が打ち切られているため、履歴で調整していません。</translation>
    </message>
    <message>
        <source>%1 is not adjusted by history: none is known that varies.</source>
        <translation>%1 は履歴で調整していません: 変動する履歴がありません。</translation>
    </message>
    <message>
        <source>%1 was planned as %2 and is now %3.</source>
        <translation>%1 は %2 と計画され、現在は %3 です。</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <extracomment>the name of a variant, in quotation marks</extracomment>
        <translation>‘%1’</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 ユニット</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 ユニット</translation>
    </message>
    <message>
        <source>%1 cannot be estimated yet</source>
        <translation>%1 はまだ推定できません</translation>
    </message>
    <message>
        <source>a difference of %1</source>
        <translation>%1 の差</translation>
    </message>
    <message>
        <source>%1 is %2 against %3, %4</source>
        <extracomment>purchase is 5.5 % against 5 %, +10 %</extracomment>
        <translation>%1 は %3 に対して %2、%4</translation>
    </message>
    <message>
        <source> (%1 % interval %2 to %3)</source>
        <translation> （%1 % 区間 %2 ～ %3）</translation>
    </message>
    <message>
        <source> (%1 % interval from %2 up)</source>
        <translation> （%1 % 区間 %2 以上）</translation>
    </message>
    <message>
        <source> (%1 % interval up to %2)</source>
        <translation> （%1 % 区間 %2 以下）</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 expected</source>
        <translation>%1 は期待 %3 に対して %2</translation>
    </message>
    <message>
        <source>only %1 of the planned %2 units per variant</source>
        <translation>バリアントあたり計画 %2 ユニット中 %1 のみ</translation>
    </message>
    <message>
        <source>%1: %2 says %3; computed again it is %4</source>
        <translation>%1: %2 は %3 とありますが、計算し直すと %4 です</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>%1 is not the file that was written: its SHA-256 is %2, the manifest says %3</source>
        <translation>%1 は書かれたファイルではありません: SHA-256 は %2、マニフェストには %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 がありません</translation>
    </message>
    <message>
        <source>%1 does not belong to a bundle</source>
        <translation>%1 はバンドルのものではありません</translation>
    </message>
    <message>
        <source>Left out of the analysis: %1 of %2 units (%3): %4 by the experiment&apos;s rule, %5 by the service&apos;s, %6 as bots.</source>
        <translation>解析から除外: %2 ユニット中 %1（%3）: 実験の規則で %4、サービスの規則で %5、ボットとして %6。</translation>
    </message>
    <message>
        <source>No rule leaves out a unit.</source>
        <translation>ユニットを除外する規則はありません。</translation>
    </message>
    <message>
        <source>Rules leave out more units of some variants than of others (%1). Find out what they look at: nothing that follows from the variant.</source>
        <translation>規則によって除外されるユニットがバリアント間で偏っています（%1）。規則が何を見ているか調べてください: バリアントから生じるものであってはなりません。</translation>
    </message>
    <message>
        <source>The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn here.</source>
        <translation>だれが参加するかは Unleash フラグ %1 のロールアウトが決めます。トラフィックの割合はここでは抽選しません。</translation>
    </message>
    <message>
        <source>Do not use these results: the variants differed already before the experiment (%1). Split anew.</source>
        <translation>この結果を使わないでください: バリアントは実験前からすでに異なっていました（%1）。配分をやり直してください。</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1: low</source>
        <translation>%1: 下限</translation>
    </message>
    <message>
        <source>%1: high</source>
        <translation>%1: 上限</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>副次</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>ガードレール</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>リリース</translation>
    </message>
    <message>
        <source>A primary metric is better, and nothing speaks against it.</source>
        <translation>主要指標が良く、妨げるものがありません。</translation>
    </message>
    <message>
        <source>Keep control</source>
        <translation>現状維持</translation>
    </message>
    <message>
        <source>No treatment is worth the change.</source>
        <translation>変更に値するトリートメントはありません。</translation>
    </message>
    <message>
        <source>Stop for harm</source>
        <translation>害のため停止</translation>
    </message>
    <message>
        <source>A metric is worse beyond doubt.</source>
        <translation>ある指標が疑いなく悪化しています。</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>結論なし</translation>
    </message>
    <message>
        <source>The planned size is reached, and the data do not decide.</source>
        <translation>計画の規模に達しましたが、データでは決まりません。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>The planned size is not reached yet.</source>
        <translation>計画の規模にまだ達していません。</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>時期尚早</translation>
    </message>
    <message>
        <source>There are too few units for any verdict.</source>
        <translation>判定にはユニットが少なすぎます。</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>The numbers cannot be trusted: something is wrong with the assignment or the data.</source>
        <translation>数値を信頼できません: 割り当てかデータに問題があります。</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ 合格</translation>
    </message>
    <message>
        <source>! Warning</source>
        <translation>! 警告</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ 不合格</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>判定なし</translation>
    </message>
    <message>
        <source>There are too few units for a verdict on this metric.</source>
        <translation>この指標の判定にはユニットが少なすぎます。</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>Worse by a test that may be looked at at any time, whatever the plan.</source>
        <translation>計画にかかわらず、いつでも見てよい検定によって悪いとされました。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences where there are none.</source>
        <translation>固定計画は、計画の規模に達したとき 1 回だけ判定します。早く見ると、ないはずの差が見つかります。</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未決</translation>
    </message>
    <message>
        <source>The data agree with no difference and with one.</source>
        <translation>データは差があるともないとも矛盾しません。</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>Better than the control at the planned level.</source>
        <translation>計画の水準でコントロールより良い。</translation>
    </message>
    <message>
        <source>Worse than the control at the planned level.</source>
        <translation>計画の水準でコントロールより悪い。</translation>
    </message>
    <message>
        <source>any conversion</source>
        <translation>いずれかのコンバージョン</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the last planned look, of %1.</source>
        <translation>リフト、区間、p 値は、計画された最後の解析（%1）のものです。</translation>
    </message>
    <message>
        <source>Lifts, intervals and p-values are those of the planned look of %1. What has come since counts at the next one.</source>
        <translation>リフト、区間、p 値は、計画された %1 の解析のものです。その後のデータは次の解析で数えます。</translation>
    </message>
    <message>
        <source>The look that was planned is still to come. Looking earlier finds differences where there are none.</source>
        <translation>計画された解析はまだ先です。早く見ると、ないはずの差が見つかります。</translation>
    </message>
    <message>
        <source>Shown not to be worse by the margin that was planned.</source>
        <translation>計画した許容幅ほど悪くないことが示されています。</translation>
    </message>
    <message>
        <source>Worse by more than the margin that was planned.</source>
        <translation>計画した許容幅を超えて悪化しています。</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>No unit has been exposed yet.</source>
        <translation>まだ露出したユニットはありません。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
</context>
<context>
    <name>xp::ui::AssignmentsTab</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>In the experiment: place %1 of the traffic hash lies within the share of %2.</source>
        <translation>実験に参加: トラフィックハッシュの位置 %1 は割合 %2 の内側です。</translation>
    </message>
    <message>
        <source>Left out by the present traffic of %2 (place %1), but not by an earlier share: a user who came then is in the experiment still.</source>
        <translation>現在のトラフィック %2 では対象外（位置 %1）ですが、以前の割合では対象です: そのとき来たユーザーは今も実験に参加しています。</translation>
    </message>
    <message>
        <source>Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.</source>
        <translation>実験の対象外: トラフィックハッシュの位置 %1 は割合 %2 の外側です。</translation>
    </message>
    <message>
        <source>Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in its part of the allocations.</source>
        <translation>バリアント “%1”: 最初のハッシュとは無関係な配分ハッシュの位置 %2 は、その割り当て部分にあります。</translation>
    </message>
    <message>
        <source>With more traffic it would be “%1” (place %2 of the split hash).</source>
        <translation>トラフィックが増えれば “%1” になります（配分ハッシュの位置 %2）。</translation>
    </message>
    <message>
        <source>The users of an imported experiment were assigned elsewhere.</source>
        <translation>インポートした実験のユーザーは別の場所で割り当てられました。</translation>
    </message>
    <message>
        <source>The experiment does not run, so nobody new is assigned; who was assigned before keeps the variant.</source>
        <translation>実験は実行中ではないので新しい割り当てはありません。以前に割り当てられた人はバリアントを保ちます。</translation>
    </message>
    <message>
        <source>The split was changed: a user who was assigned before keeps the variant of then.</source>
        <translation>配分が変わりました: 以前に割り当てられたユーザーは当時のバリアントを保ちます。</translation>
    </message>
    <message>
        <source>Id of a user, as your application sends it</source>
        <translation>アプリケーションが送る形のユーザー ID</translation>
    </message>
    <message>
        <source>Id of a user</source>
        <translation>ユーザー ID</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>Why this variant?</source>
        <translation>なぜこのバリアント？</translation>
    </message>
    <message>
        <source>Experiment to compare with</source>
        <translation>比較する実験</translation>
    </message>
    <message>
        <source>Replay %1 ids</source>
        <translation>%1 個の ID を再生</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>次から独立</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Replayed ids by variant</source>
        <translation>バリアントごとの再生した ID</translation>
    </message>
    <message>
        <source>Assignment laboratory</source>
        <translation>割り当て実験室</translation>
    </message>
    <message>
        <source>Made-up ids go through this experiment&apos;s own hash: the split must be the planned one, and tell nothing about the variant of another experiment.</source>
        <translation>架空の ID をこの実験のハッシュに通します: 配分は計画どおりで、別の実験のバリアントについて何も示さないはずです。</translation>
    </message>
    <message>
        <source>The answer is computed here, from the experiment&apos;s hash and shares; nothing is assigned.</source>
        <translation>答えはここで、実験のハッシュと割合から計算します。何も割り当てません。</translation>
    </message>
    <message>
        <source>no other experiment</source>
        <translation>ほかの実験なし</translation>
    </message>
    <message>
        <source>Enter the id of a user first.</source>
        <translation>まずユーザー ID を入力してください。</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>再生中 …</translation>
    </message>
    <message>
        <source>%1 of the ids are admitted, %2 planned.</source>
        <translation>ID の %1 が対象、計画は %2。</translation>
    </message>
    <message>
        <source>! The split differs from the plan (%1).</source>
        <translation>! 配分が計画と異なります（%1）。</translation>
    </message>
    <message>
        <source>✓ The split is as planned (%1).</source>
        <translation>✓ 配分は計画どおりです（%1）。</translation>
    </message>
    <message>
        <source>! It depends on “%2” (%1).</source>
        <translation>! “%2” に依存しています（%1）。</translation>
    </message>
    <message>
        <source>✓ It is independent of “%2” (%1).</source>
        <translation>✓ “%2” から独立しています（%1）。</translation>
    </message>
</context>
<context>
    <name>xp::ui::AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>だれ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Nothing has been done to this experiment yet.</source>
        <translation>この実験にはまだ何もされていません。</translation>
    </message>
</context>
<context>
    <name>xp::ui::ClimbChart</name>
    <message>
        <source>One look&apos;s test</source>
        <translation>1 回の検定</translation>
    </message>
    <message>
        <source>Group sequential</source>
        <translation>群逐次</translation>
    </message>
    <message>
        <source>Always valid</source>
        <translation>常時有効</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>ベイズ</translation>
    </message>
    <message>
        <source>Share called by look %1: %2</source>
        <translation>解析 %1 までに判定された割合: %2</translation>
    </message>
    <message>
        <source>look %1</source>
        <translation>解析 %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ColumnRow</name>
    <message>
        <source>conversion</source>
        <translation>コンバージョン</translation>
    </message>
    <message>
        <source>count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>number per unit</source>
        <translation>ユニットごとの数値</translation>
    </message>
    <message>
        <source>many values</source>
        <translation>多くの値</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 種類の値</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>はい・いいえ</translation>
    </message>
    <message>
        <source>whole numbers, %1</source>
        <translation>整数、%1</translation>
    </message>
    <message>
        <source>numbers, %1</source>
        <translation>数値、%1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>テキスト、%1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Use of %1</source>
        <translation>%1 の用途</translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation>%1 の種類</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1（推測）</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>%1 の役割</translation>
    </message>
    <message>
        <source>Better of %1</source>
        <translation>%1 の良い方向</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多い</translation>
    </message>
    <message>
        <source>less</source>
        <translation>少ない</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>time of assignment</source>
        <translation>割り当て時刻</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>known before (CUPED)</source>
        <translation>事前の値（CUPED）</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>セグメント</translation>
    </message>
</context>
<context>
    <name>xp::ui::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>この名前のものはありません。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do, or to see?</source>
        <translation>何をしますか、何を見ますか？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
</context>
<context>
    <name>xp::ui::ConfirmDialog</name>
    <message>
        <source>Start %1?</source>
        <translation>%1 を開始しますか？</translation>
    </message>
    <message>
        <source>New users are assigned from now on. Variants, metrics and level cannot be changed any more.</source>
        <translation>これから新しいユーザーが割り当てられます。バリアント、指標、水準は変更できなくなります。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>%1 を一時停止？</translation>
    </message>
    <message>
        <source>No new users are assigned. Those who are keep their variant, and their events count.</source>
        <translation>新しいユーザーは割り当てられません。すでに割り当てられた人はバリアントを保ち、そのイベントも数えます。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume %1?</source>
        <translation>%1 を再開しますか？</translation>
    </message>
    <message>
        <source>New users are assigned again.</source>
        <translation>新しいユーザーが再び割り当てられます。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 を終了しますか？</translation>
    </message>
    <message>
        <source>The experiment ends for good: no new users, and later events do not count. Users keep their variant.</source>
        <translation>実験は完全に終わります: 新しいユーザーはなく、以後のイベントは数えません。ユーザーはバリアントを保ちます。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>%1 をアーカイブ？</translation>
    </message>
    <message>
        <source>It leaves the lists and the metrics. Nothing is deleted.</source>
        <translation>一覧と計測から外れます。何も削除されません。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n 件の実験</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
… and %n more</source>
        <translation>
            <numerusform>
… ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>理由（監査ログ用）</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Conclusion: what was learnt</source>
        <translation>結論: 学んだこと</translation>
    </message>
    <message>
        <source>kept with the notes of the experiment</source>
        <translation>実験のメモとともに保存されます</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>結論</translation>
    </message>
</context>
<context>
    <name>xp::ui::DataPage</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>ファイルの最初の行</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>推測</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>カンマ</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>縦棒 |</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>コロン</translation>
    </message>
    <message>
        <source>Latin-1 (ISO 8859-1)</source>
        <translation>Latin-1 (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>コントロール</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>区切り文字</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>%1 rows. What is each column? Nothing leaves this machine.</source>
        <translation>%1 行。各列は何ですか？ このコンピューターの外には何も出ません。</translation>
    </message>
    <message>
        <source>What is each column? Guessed from the first %1 rows. Nothing leaves this machine.</source>
        <translation>各列は何ですか？ 最初の %1 行から推測しました。このコンピューターの外には何も出ません。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>測り方</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>良い方向</translation>
    </message>
    <message>
        <source>Say which column is the %1.</source>
        <translation>どの列が%1かを指定してください。</translation>
    </message>
    <message>
        <source>Only one column can be used as “%1”.</source>
        <translation>“%1” として使える列は 1 つだけです。</translation>
    </message>
    <message>
        <source>Say which columns are metrics.</source>
        <translation>どの列が指標かを指定してください。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>名前を付けてください。</translation>
    </message>
    <message>
        <source>One row for each unit; the primary metric decides.</source>
        <translation>ユニットごとに 1 行。主要指標が決めます。</translation>
    </message>
    <message>
        <source>One row for each unit. A metric of role primary would decide; without one, all are looked at alike.</source>
        <translation>ユニットごとに 1 行。主要の役割の指標が決めます。なければ、すべてを同じように見ます。</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 行を読み込みました</translation>
    </message>
    <message>
        <source>Windows-1252</source>
        <translation>Windows-1252</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16、リトルエンディアン</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16、ビッグエンディアン</translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII other than a quote, or one of the list.</source>
        <translation>区切り文字は引用符以外の ASCII 1 文字か、一覧の 1 つでなければなりません。</translation>
    </message>
</context>
<context>
    <name>xp::ui::EventsTab</name>
    <message>
        <source>Latest events</source>
        <translation>最新のイベント</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>発生</translation>
    </message>
    <message>
        <source>No event has arrived yet. They appear here as they come.</source>
        <translation>イベントはまだ届いていません。届きしだいここに現れます。</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentListModel</name>
    <message>
        <source>Tags: %1</source>
        <translation>タグ: %1</translation>
    </message>
    <message>
        <source>! ratio</source>
        <translation>! 配分</translation>
    </message>
    <message>
        <source>! crossed</source>
        <translation>! 混在</translation>
    </message>
    <message>
        <source>! joined</source>
        <translation>! 結合</translation>
    </message>
    <message>
        <source>! before</source>
        <translation>! 以前</translation>
    </message>
    <message>
        <source>! data</source>
        <translation>! データ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>sample ratio mismatch</source>
        <translation>標本比の不一致</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>標本</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>リフトと区間</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentPage</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>データ品質</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>割り当て</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>ピーキング実験室</translation>
    </message>
    <message>
        <source>Traffic …</source>
        <translation>トラフィック …</translation>
    </message>
    <message>
        <source>Results by metric and treatment</source>
        <translation>指標とトリートメントごとの結果</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>標本サイズ</translation>
    </message>
    <message>
        <source>%1 · day %2</source>
        <translation>%1 · %2 日目</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>終了 %1</translation>
    </message>
    <message>
        <source>Start …</source>
        <translation>開始 …</translation>
    </message>
    <message>
        <source>Pause …</source>
        <translation>一時停止 …</translation>
    </message>
    <message>
        <source>Resume …</source>
        <translation>再開 …</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>終了 …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>アーカイブ …</translation>
    </message>
    <message>
        <source>Loading the results …</source>
        <translation>結果を読み込んでいます …</translation>
    </message>
    <message>
        <source>Results appear here once units are assigned and events arrive.</source>
        <translation>ユニットが割り当てられ、イベントが届くと、結果がここに現れます。</translation>
    </message>
    <message>
        <source>Each variant</source>
        <translation>各バリアント</translation>
    </message>
    <message>
        <source>Conversion rate</source>
        <translation>コンバージョン率</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>%1, %2 interval of each variant</source>
        <translation>%1、各バリアントの %2 区間</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>計画 %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExperimentWizard</name>
    <message>
        <source>New experiment</source>
        <translation>新しい実験</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Create draft</source>
        <translation>下書きを作成</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>次へ: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::ExploreTab</name>
    <message>
        <source>as planned</source>
        <translation>計画どおり</translation>
    </message>
    <message>
        <source>not cut</source>
        <translation>打ち切りなし</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>%1 より上</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Correction for several comparisons</source>
        <translation>複数の比較への補正</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水準</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>値の打ち切り</translation>
    </message>
    <message>
        <source>Prior of the lift</source>
        <translation>リフトの事前分布</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>Units exposed from</source>
        <translation>露出したユニット</translation>
    </message>
    <message>
        <source>to</source>
        <translation>～</translation>
    </message>
    <message>
        <source>Adjust by history (CUPED)</source>
        <translation>履歴で調整（CUPED）</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>計画に戻す</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>もしも …</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もしも</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>トリートメント</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>セカンドオピニオン</translation>
    </message>
    <message>
        <source>all methods, on all days</source>
        <translation>すべての方法、すべての日</translation>
    </message>
    <message>
        <source>Metric whose values are shown</source>
        <translation>値を表示する指標</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中 …</translation>
    </message>
    <message>
        <source>What-if answers appear once units are assigned.</source>
        <translation>ユニットが割り当てられると、もしもの答えが現れます。</translation>
    </message>
    <message>
        <source>Nothing is known from before the exposure.</source>
        <translation>露出前のことは何もわかっていません。</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.</source>
        <translation>一度取得した %2 個の合計から %1 ミリ秒で答えました。計画にはなりません。</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>もしも: %1</translation>
    </message>
    <message>
        <source>not the plan</source>
        <translation>計画ではありません</translation>
    </message>
    <message>
        <source>Segments or distribution</source>
        <translation>セグメントまたは分布</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>セグメント</translation>
    </message>
</context>
<context>
    <name>xp::ui::HealthTab</name>
    <message>
        <source>Health</source>
        <translation>データ品質</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>確認したこと</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>まだ何も確認していません。</translation>
    </message>
    <message>
        <source>! Departure</source>
        <translation>! 逸脱</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1、%2: %3</translation>
    </message>
    <message>
        <source>! Methods differ</source>
        <translation>! 方法が不一致</translation>
    </message>
    <message>
        <source>✓ Methods agree</source>
        <translation>✓ 方法が一致</translation>
    </message>
</context>
<context>
    <name>xp::ui::HelpButton</name>
    <message>
        <source>What is this: %1</source>
        <translation>これは何ですか: %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::LeaveQuestion</name>
    <message>
        <source>Leave the draft?</source>
        <translation>下書きを離れますか？</translation>
    </message>
    <message>
        <source>Keep it, and “New experiment” goes on where you are now.</source>
        <translation>残しておくと、「新しい実験」で今の続きから始められます。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
</context>
<context>
    <name>xp::ui::LinesTab</name>
    <message>
        <source>Loading …</source>
        <translation>読み込み中 …</translation>
    </message>
</context>
<context>
    <name>xp::ui::LookDesigner</name>
    <message>
        <source>Share of the planned size, in per cent</source>
        <translation>計画規模に対する割合（パーセント）</translation>
    </message>
    <message>
        <source>Futility bounds</source>
        <translation>無益性の境界</translation>
    </message>
    <message>
        <source>Add a look</source>
        <translation>解析を追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Spending function</source>
        <translation>消費関数</translation>
    </message>
    <message>
        <source>How much of the level each look may use: O&apos;Brien-Fleming little at first, Pocock about the same at every look.</source>
        <translation>各解析が水準をどれだけ使えるか: O&apos;Brien-Fleming は初めは少なく、Pocock はどの解析でもほぼ同じ。</translation>
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
        <translation>消費関数のガンマ</translation>
    </message>
    <message>
        <source>γ </source>
        <translation>γ </translation>
    </message>
    <message>
        <source>Number of even looks</source>
        <translation>等間隔の解析の回数</translation>
    </message>
    <message>
        <source>So many looks, evenly spaced</source>
        <translation>この回数を等間隔に</translation>
    </message>
    <message>
        <source>Below them, going on is hardly worth it. They do not bind, and are not part of the plan.</source>
        <translation>これより下では続ける価値がほとんどありません。拘束力はなく、計画の一部ではありません。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Show the looks as a list</source>
        <translation>解析を一覧で表示</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>解析</translation>
    </message>
    <message>
        <source> look</source>
        <translation> 回</translation>
    </message>
    <message>
        <source> looks</source>
        <translation> 回</translation>
    </message>
    <message>
        <source>Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.</source>
        <translation>1 回の解析より %1 多くのユーザーが必要です。リフトが真なら平均してその %2 で済みます。</translation>
    </message>
    <message>
        <source>Stopping at every futility bound leaves a power of %1.</source>
        <translation>すべての無益性の境界で止めると、検出力は %1 になります。</translation>
    </message>
    <message>
        <source>Look %1 of %2 at %3: %4 users</source>
        <translation>解析 %1 / %2、%3: %4 人</translation>
    </message>
    <message>
        <source>, day %1</source>
        <translation>、%1 日目</translation>
    </message>
    <message>
        <source>. Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.</source>
        <translation>。|z| が %1 を超えると止まります（%2）。それまでに水準 %4 の %3 を使います。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left and Right move, Insert adds, Delete removes.</source>
        <translation>計画規模に対する割合ごとの解析と、超えると止まる |z|。%1。選択中: 解析 %2。上下で選択、左右で移動、Insert で追加、Delete で削除。</translation>
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
        <translation>超えると止まる |z|（計画規模に対する割合ごと）</translation>
    </message>
    <message>
        <source>Level spent</source>
        <translation>使った水準</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>有効性</translation>
    </message>
    <message>
        <source>futility</source>
        <translation>無益性</translation>
    </message>
</context>
<context>
    <name>xp::ui::LooksModel</name>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>|z| above</source>
        <translation>|z| 超</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>Stops here</source>
        <translation>ここで停止</translation>
    </message>
    <message>
        <source>Futile below</source>
        <translation>無益 未満</translation>
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
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the Grafana dashboard</source>
        <translation>Grafana ダッシュボードを保存</translation>
    </message>
    <message>
        <source>Grafana dashboard (*.json)</source>
        <translation>Grafana ダッシュボード (*.json)</translation>
    </message>
    <message>
        <source>Folder for the dashboards</source>
        <translation>ダッシュボードのフォルダー</translation>
    </message>
    <message>
        <source>Save the evidence bundle</source>
        <translation>エビデンス・バンドルを保存</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>エビデンス・バンドル (*.zip)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy table as &amp;Markdown</source>
        <translation>表を Markdown でコピー(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Find experiment</source>
        <translation>実験を検索(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;ommands …</source>
        <translation>コマンド(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>設定(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Peeking lab</source>
        <translation>ピーキング実験室(&amp;P)</translation>
    </message>
    <message>
        <source>Statistical &amp;terms …</source>
        <translation>統計用語(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;About the studio</source>
        <translation>スタジオについて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New experiment …</source>
        <translation>新しい実験(&amp;N) …</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>サインイン(&amp;I) …</translation>
    </message>
    <message>
        <source>C&amp;onnect …</source>
        <translation>接続(&amp;O) …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>ファイルを開く(&amp;F) …</translation>
    </message>
    <message>
        <source>Save &amp;report as PDF …</source>
        <translation>レポートを PDF で保存(&amp;R) …</translation>
    </message>
    <message>
        <source>Save table as &amp;CSV …</source>
        <translation>表を CSV で保存(&amp;C) …</translation>
    </message>
    <message>
        <source>Save &amp;Grafana dashboard …</source>
        <translation>Grafana ダッシュボードを保存(&amp;G) …</translation>
    </message>
    <message>
        <source>Save e&amp;vidence bundle …</source>
        <translation>エビデンス・バンドルを保存(&amp;V) …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Portfolio</source>
        <translation>ポートフォリオ(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;revious experiment</source>
        <translation>前の実験(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next experiment</source>
        <translation>次の実験(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>更新(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>サイドバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムと同じ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>言語(&amp;A)</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>実験(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Traffic …</source>
        <translation>トラフィック(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new one …</source>
        <translation>新しい実験として複製(&amp;D) …</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>What is: %1</source>
        <translation>とは: %1</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ヘルプ</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)</source>
        <translation>表とエビデンス・バンドル (*.csv *.tsv *.txt *.tab *.zip);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>データベースを開く</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>データベース (*.sqlite *.sqlite3 *.db);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1、確認済み</translation>
    </message>
    <message>
        <source>%1, not as written</source>
        <translation>%1、書かれたままではない</translation>
    </message>
    <message>
        <source>Every number recomputed and equal.</source>
        <translation>すべての数値を計算し直し、一致しました。</translation>
    </message>
    <message>
        <source>The %1 numbers in %2 follow from its sums.</source>
        <translation>%2 の %1 個の数値は、その合計から求められます。</translation>
    </message>
    <message>
        <source>%1 is not as it was written.</source>
        <translation>%1 は書かれたままではありません。</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>サイドバー</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>実験の一覧を表示または隠す</translation>
    </message>
    <message>
        <source>This bundle is not as it was written</source>
        <translation>このバンドルは書かれたままではありません</translation>
    </message>
    <message>
        <source>What you see is computed from its sums. The bundle says otherwise:</source>
        <translation>表示しているのはバンドルの合計から計算したものです。バンドルには別のことが書かれています:</translation>
    </message>
    <message>
        <source>Experimentation Studio</source>
        <translation>実験スタジオ</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>ピーキング実験室</translation>
    </message>
    <message>
        <source>Experimentation</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>ナビゲーション</translation>
    </message>
    <message>
        <source>The service at %1 is lost.</source>
        <translation>%1 のサービスとの接続が切れました。</translation>
    </message>
    <message>
        <source>What you see is from %1. The studio goes on trying.</source>
        <translation>表示は%1のものです。スタジオは接続を試み続けます。</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>表示は%1のものです。</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>接続 …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>サインイン …</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>うまくいきませんでした</translation>
    </message>
    <message>
        <source>About the studio</source>
        <translation>スタジオについて</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experimentation Studio %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;Design, watch and decide experiments.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;実験スタジオ %1&lt;/b&gt;&lt;br&gt;&lt;br&gt;実験を設計し、見守り、判断します。&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <source>Open a &amp;query …</source>
        <translation>クエリを開く(&amp;Q) …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>サインアウト(&amp;O)</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>ファイルから</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>ライブ、%1</translation>
    </message>
</context>
<context>
    <name>xp::ui::MetricsPage</name>
    <message>
        <source>conversion</source>
        <translation>コンバージョン</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>イベントの件数</translation>
    </message>
    <message>
        <source>sum of values</source>
        <translation>値の合計</translation>
    </message>
    <message>
        <source>mean of values</source>
        <translation>値の平均</translation>
    </message>
    <message>
        <source>ratio of two sums</source>
        <translation>2 つの合計の比</translation>
    </message>
    <message>
        <source>return</source>
        <translation>再訪</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>活動日数</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>ファネル</translation>
    </message>
    <message>
        <source>quantile over units</source>
        <translation>ユニットの分位点</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>どう測りますか？</translation>
    </message>
    <message>
        <source>The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand.</source>
        <translation>主要指標が決めます。ガードレールは悪化してはなりません。副次指標は理解を助けます。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>測り方</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>良い方向</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>指標を追加</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多い</translation>
    </message>
    <message>
        <source>less</source>
        <translation>少ない</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>purchase</translation>
    </message>
    <message>
        <source>Event of the metric</source>
        <translation>指標のイベント</translation>
    </message>
    <message>
        <source>Remove the metric</source>
        <translation>指標を削除</translation>
    </message>
    <message>
        <source>May be worse by</source>
        <translation>許される悪化</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative. A guardrail passes when it is shown to be worse by less than this.</source>
        <translation>相対値。これより小さい悪化と示されればガードレールは守られます。</translation>
    </message>
    <message>
        <source>Defined by the catalogue, for every experiment that uses the metric.</source>
        <translation>この指標を使うすべての実験のために、カタログが定めています。</translation>
    </message>
    <message>
        <source>Add a metric from the catalogue</source>
        <translation>カタログから指標を追加</translation>
    </message>
    <message>
        <source>Add from the catalogue …</source>
        <translation>カタログから追加 …</translation>
    </message>
    <message>
        <source>%1 of the catalogue, version %2. The name is this experiment&apos;s own.</source>
        <translation>カタログの %1、バージョン %2。名前はこの実験だけのものです。</translation>
    </message>
</context>
<context>
    <name>xp::ui::NavigationModel</name>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>ポートフォリオ</translation>
    </message>
</context>
<context>
    <name>xp::ui::NotesTab</name>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>だれ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its moment in the charts.</source>
        <translation>メモはまだありません。実験のそばで起きたことを書いてください: リリース、障害、祝日。グラフのその時点に印が付きます。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>メモの種類</translation>
    </message>
    <message>
        <source>What happened, or what was learnt</source>
        <translation>起きたこと、学んだこと</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>メモの本文</translation>
    </message>
</context>
<context>
    <name>xp::ui::OverTimeTab</name>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>トリートメント</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, dragging moves, a double click shows all</source>
        <translation>Ctrl とホイールで拡大、ドラッグで移動、ダブルクリックで全体</translation>
    </message>
    <message>
        <source>Lift over time</source>
        <translation>リフトの推移</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証拠</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>with its interval</source>
        <translation>区間つき</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>p 値、対数</translation>
    </message>
    <message>
        <source>z by share of the planned size</source>
        <translation>計画規模に対する割合ごとの z</translation>
    </message>
    <message>
        <source>in each variant</source>
        <translation>バリアントごと</translation>
    </message>
</context>
<context>
    <name>xp::ui::PathsCanvas</name>
    <message>
        <source>look %1</source>
        <translation>解析 %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::PeekingLab</name>
    <message>
        <source>Paths of the simulated experiments</source>
        <translation>シミュレーションした実験の経路</translation>
    </message>
    <message>
        <source>1,000 experiments</source>
        <translation>1,000 の実験</translation>
    </message>
    <message>
        <source>z at each moment; a path ends where the chosen method calls it</source>
        <translation>各時点の z。経路は選んだ方法が判定したところで終わります</translation>
    </message>
    <message>
        <source>Called so far</source>
        <translation>これまでの判定</translation>
    </message>
    <message>
        <source>share of all</source>
        <translation>全体に対する割合</translation>
    </message>
    <message>
        <source>Other experiments</source>
        <translation>別の実験</translation>
    </message>
    <message>
        <source>A true effect of</source>
        <translation>真の効果</translation>
    </message>
    <message>
        <source>True effect</source>
        <translation>真の効果</translation>
    </message>
    <message>
        <source>Number of looks</source>
        <translation>解析の回数</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>found so far</source>
        <translation>これまでに発見</translation>
    </message>
    <message>
        <source>found, after %1 days on average</source>
        <translation>発見、平均 %1 日後</translation>
    </message>
    <message>
        <source>found, with %1 of the units</source>
        <translation>発見、ユニットの %1 で</translation>
    </message>
    <message>
        <source>false alarms; at most %1 promised</source>
        <translation>誤報。約束は %1 以下</translation>
    </message>
    <message>
        <source>false alarms; not made for peeking</source>
        <translation>誤報。のぞき見向きではない</translation>
    </message>
    <message>
        <source>&lt;b&gt;Now the treatment is better by %1.&lt;/b&gt; Methods that may be looked at stop early where the effect is clear; the price of looking is a little power.</source>
        <translation>&lt;b&gt;今度はトリートメントが %1 良くなっています。&lt;/b&gt;見てもよい方法は、効果がはっきりしていれば早く止まります。見ることの代償はわずかな検出力です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;In these %1 experiments nothing differs.&lt;/b&gt; Whoever tests at %2 at each look and stops at the first “significant” result calls %3 of them a success.</source>
        <translation>&lt;b&gt;この %1 の実験では何も違いません。&lt;/b&gt;解析のたびに %2 で検定し、最初の「有意な」結果で止めると、そのうち %3 を成功と呼んでしまいます。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>xp::ui::PlanView</name>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>✓ As planned: nothing departs from it.</source>
        <translation>✓ 計画どおり: 逸脱はありません。</translation>
    </message>
</context>
<context>
    <name>xp::ui::PortfolioPage</name>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>判断が必要</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>この検索を保存</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>ポートフォリオ</translation>
    </message>
    <message>
        <source>Search name, key, hypothesis</source>
        <translation>名前、キー、仮説を検索</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>実験を検索</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新しい実験</translation>
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
        <translation>保存した検索。右クリックで削除</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>この検索を削除</translation>
    </message>
    <message>
        <source>Stop …</source>
        <translation>終了 …</translation>
    </message>
    <message>
        <source>Archive …</source>
        <translation>アーカイブ …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>レポート …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 件を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Loading the experiments …</source>
        <translation>実験を読み込んでいます …</translation>
    </message>
    <message>
        <source>There is no experiment yet.

“New experiment” designs the first one, “xp-service import” makes one of a CSV file.</source>
        <translation>実験はまだありません。

「新しい実験」で最初の実験を設計できます。“xp-service import” は CSV ファイルから作ります。</translation>
    </message>
    <message>
        <source>No experiment here contains “%1”.</source>
        <translation>ここに “%1” を含む実験はありません。</translation>
    </message>
    <message>
        <source>No experiment here. “All” shows the others.</source>
        <translation>ここに実験はありません。「すべて」でほかを表示します。</translation>
    </message>
</context>
<context>
    <name>xp::ui::QueryDialog</name>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>システムのキーチェーンに保存</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>Open a query</source>
        <translation>クエリを開く</translation>
    </message>
    <message>
        <source>A query of your own database</source>
        <translation>自分のデータベースのクエリ</translation>
    </message>
    <message>
        <source>It is read in a transaction that only reads, and analysed on this machine.</source>
        <translation>読み取り専用のトランザクションで読み、このコンピューターで解析します。</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>露出</translation>
    </message>
    <message>
        <source>One row for each unit: its id and variant, the time, what was known of it before.</source>
        <translation>ユニットごとに 1 行: ID とバリアント、時刻、以前からわかっていたこと。</translation>
    </message>
    <message>
        <source>Facts, if they lie elsewhere</source>
        <translation>別の場所にある事実</translation>
    </message>
    <message>
        <source>The unit under the same name, then numbers; the rows of a unit are added up.</source>
        <translation>同じ名前のユニットと数値。ユニットの行は合計されます。</translation>
    </message>
    <message>
        <source>a name, to find it again</source>
        <translation>あとで見つけるための名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>SQLite file …</source>
        <translation>SQLite ファイル …</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>行数の上限</translation>
    </message>
    <message>
        <source>At most so long, each query</source>
        <translation>各クエリの時間の上限</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>“%1” として保存しました。</translation>
    </message>
    <message>
        <source>A database to read</source>
        <translation>読み込むデータベース</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>データベース (*.sqlite *.sqlite3 *.db);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Say which database, such as postgresql://user@host/name.</source>
        <translation>postgresql://user@host/name のようにデータベースを指定してください。</translation>
    </message>
    <message>
        <source>Say what is read: one row for each unit.</source>
        <translation>読むものを指定してください: ユニットごとに 1 行。</translation>
    </message>
</context>
<context>
    <name>xp::ui::QuestionPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>何を知りたいですか？</translation>
    </message>
    <message>
        <source>A name that your colleagues recognise, and what you expect to happen and why.</source>
        <translation>同僚にわかる名前と、何がなぜ起きると思うか。</translation>
    </message>
    <message>
        <source>Checkout button</source>
        <translation>購入ボタン</translation>
    </message>
    <message>
        <source>A green button is seen sooner, so more visitors finish their purchase.</source>
        <translation>緑のボタンは早く目に入るので、購入を終える訪問者が増える。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The key for programs is made from it.</source>
        <translation>プログラム用のキーはここから作られます。</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
</context>
<context>
    <name>xp::ui::RatesChart</name>
    <message>
        <source>Chart of each variant&apos;s value and interval: %1</source>
        <translation>各バリアントの値と区間のグラフ: %1</translation>
    </message>
    <message>
        <source>Values appear once units are assigned.</source>
        <translation>ユニットが割り当てられると、値が現れます。</translation>
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
        <translation>ガードレール</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>副次</translation>
    </message>
    <message>
        <source>pooled two-proportion z-test, two-sided</source>
        <translation>プールした 2 標本比率の z 検定、両側</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test, two-sided</source>
        <translation>Welch の t 検定、両側</translation>
    </message>
    <message>
        <source>ratio of sums, delta method, two-sided</source>
        <translation>合計の比、デルタ法、両側</translation>
    </message>
    <message>
        <source>difference of quantiles, order statistics, two-sided</source>
        <translation>分位点の差、順序統計量、両側</translation>
    </message>
    <message>
        <source>t-test adjusted by history (CUPED), two-sided</source>
        <translation>履歴で調整した t 検定（CUPED）、両側</translation>
    </message>
    <message>
        <source>ratio of sums adjusted by history (CUPED), two-sided</source>
        <translation>履歴で調整した合計の比（CUPED）、両側</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 interval %3</source>
        <translation>%1、%2 区間 %3</translation>
    </message>
    <message>
        <source>%1: statistic %2, p = %3 before the correction for several treatments</source>
        <translation>%1: 統計量 %2、複数のトリートメントへの補正前の p = %3</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>トリートメント</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>コントロール</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>リフトと区間</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>p adj.</source>
        <translation>p 補正</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>group-sequential test at the planned looks</source>
        <translation>計画された解析での群逐次検定</translation>
    </message>
    <message>
        <source>always-valid test, which may be looked at at any time</source>
        <translation>いつ見てもよい常時有効な検定</translation>
    </message>
    <message>
        <source>normal posterior of the lift</source>
        <translation>リフトの正規事後分布</translation>
    </message>
    <message>
        <source>%1, at the planned look of %2</source>
        <translation>%1（%2 の計画された解析）</translation>
    </message>
    <message>
        <source>%1 ni</source>
        <extracomment>A p-value of the test for non-inferiority</extracomment>
        <translation>%1 非劣</translation>
    </message>
    <message>
        <source>Probability of being better than the control under the plan&apos;s prior; choosing it is expected to cost %1</source>
        <translation>計画の事前分布のもとでコントロールより良い確率。選んだ場合の期待損失は %1</translation>
    </message>
    <message>
        <source>%1: p-value against “worse by the margin”; against no effect it is %2</source>
        <translation>%1: 「許容幅だけ悪い」に対する p 値。効果なしに対しては %2</translation>
    </message>
    <message>
        <source>%1: p = %2 before the correction for several comparisons</source>
        <translation>%1: 複数の比較の補正前 p = %2</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>確率</translation>
    </message>
</context>
<context>
    <name>xp::ui::ReviewPage</name>
    <message>
        <source>Is this what you mean?</source>
        <translation>これでよいですか？</translation>
    </message>
    <message>
        <source>It is created as a draft. Nothing starts before you start it.</source>
        <translation>下書きとして作られます。開始するまで何も始まりません。</translation>
    </message>
    <message>
        <source>The plan is frozen at the start. Whoever compares the fingerprints of then and now sees whether it was changed.</source>
        <translation>計画は開始時に固定されます。当時と今のフィンガープリントを比べれば、変更の有無がわかります。</translation>
    </message>
    <message>
        <source>Fingerprint of the plan: %1</source>
        <translation>計画のフィンガープリント: %1</translation>
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
        <translation>目標に対する各バリアントのユニット: %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目標 %1</translation>
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
        <translation>セグメント</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>トリートメント</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>リフトと区間</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>In this segment</source>
        <translation>このセグメント</translation>
    </message>
</context>
<context>
    <name>xp::ui::SegmentView</name>
    <message>
        <source>an attribute, such as country</source>
        <translation>属性 (例: country)</translation>
    </message>
    <message>
        <source>Attribute of the units</source>
        <translation>ユニットの属性</translation>
    </message>
    <message>
        <source>Metric by segment</source>
        <translation>セグメント別の指標</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>セグメント</translation>
    </message>
    <message>
        <source>Name what the units are told apart by, as it is known of them at their exposure.</source>
        <translation>露出時に分かっている、ユニットを分ける属性を指定してください。</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中 …</translation>
    </message>
    <message>
        <source>No unit has this attribute.</source>
        <translation>この属性を持つユニットはありません。</translation>
    </message>
    <message>
        <source>Exploratory: corrected over the segments, and nothing here decides.</source>
        <translation>探索的: セグメント全体で補正され、ここでは何も決まりません。</translation>
    </message>
    <message>
        <source>That the effect of “%1” is the same in all of them has %2.</source>
        <translation>「%1」の効果がすべてで同じだとする検定: %2。</translation>
    </message>
    <message>
        <source>%1 units are in none of them.</source>
        <translation>%1 ユニットはどれにも属しません。</translation>
    </message>
</context>
<context>
    <name>xp::ui::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>システムと同じ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
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
        <translation>設定</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Colours of the studio; charts that are saved are always light.</source>
        <translation>スタジオの色。保存したグラフは常に明るい色です。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Of texts, numbers and dates; changes at once.</source>
        <translation>文、数値、日付の言語。すぐに変わります。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>How often what is open asks for new numbers.</source>
        <translation>開いているものが新しい数値を求める間隔。</translation>
    </message>
    <message>
        <source>Significance level of new experiments</source>
        <translation>新しい実験の有意水準</translation>
    </message>
    <message>
        <source>The share of false alarms that you are willing to live with. Each experiment can have its own.</source>
        <translation>受け入れられる誤報の割合。実験ごとに変えられます。</translation>
    </message>
</context>
<context>
    <name>xp::ui::SizePage</name>
    <message>
        <source>How long must it run?</source>
        <translation>どれだけ続ける必要がありますか？</translation>
    </message>
    <message>
        <source>As long as it takes to find the smallest lift that is worth having.</source>
        <translation>見つける価値のある最小のリフトが見つかるまで。</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Rate of the control today</source>
        <translation>現在のコントロールの率</translation>
    </message>
    <message>
        <source>Rate of an earlier experiment</source>
        <translation>以前の実験の率</translation>
    </message>
    <message>
        <source>Smallest lift worth finding, relative</source>
        <translation>見つけたい最小リフト（相対）</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>検出力</translation>
    </message>
    <message>
        <source>Level, two-sided</source>
        <translation>水準、両側</translation>
    </message>
    <message>
        <source>Users a day</source>
        <translation>1 日のユーザー</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>必要な規模</translation>
    </message>
    <message>
        <source>Power by number of users</source>
        <translation>ユーザー数ごとの検出力</translation>
    </message>
    <message>
        <source>Smallest lift that is found, by day</source>
        <translation>日ごとに見つかる最小のリフト</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 in each variant</source>
        <translation>バリアントごとに %1</translation>
    </message>
    <message>
        <source> · about %1 days at %2 users a day</source>
        <translation> · およそ %1 日、1 日 %2 人で</translation>
    </message>
    <message>
        <source>Power by number of users: %1 at %2 users</source>
        <translation>ユーザー数ごとの検出力: %2 人で %1</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <translation>%2 日目に %1</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>%1 日目</translation>
    </message>
    <message>
        <source>Smallest lift that is found by day: %1 on day %2</source>
        <translation>日ごとに見つかる最小のリフト: %2 日目に %1</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定方法</translation>
    </message>
    <message>
        <source>Looks and bounds</source>
        <translation>解析と境界</translation>
    </message>
    <message>
        <source>Power and days</source>
        <translation>検出力と日数</translation>
    </message>
    <message>
        <source>What is shown of the plan</source>
        <translation>計画のうち表示するもの</translation>
    </message>
    <message>
        <source>One look at the end</source>
        <translation>最後に 1 回の解析</translation>
    </message>
    <message>
        <source>A few planned looks</source>
        <translation>数回の計画した解析</translation>
    </message>
    <message>
        <source>Looks at any time</source>
        <translation>いつでも解析</translation>
    </message>
    <message>
        <source>Posterior, not protected against peeking</source>
        <translation>事後分布、ピーキングからは守られない</translation>
    </message>
    <message>
        <source>: %1 users, %2 days</source>
        <translation>: %1 人、%2 日</translation>
    </message>
    <message>
        <source>: %1 users</source>
        <translation>: %1 人</translation>
    </message>
    <message>
        <source>as it was before …</source>
        <translation>以前と同じ …</translation>
    </message>
    <message>
        <source>from a table (CSV) …</source>
        <translation>表（CSV）から …</translation>
    </message>
    <message>
        <source>A table with the rate</source>
        <translation>率のある表</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>表 (*.csv *.tsv *.txt *.tab);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source> · on average %1 where the lift is true</source>
        <translation> · リフトが真なら平均 %1</translation>
    </message>
</context>
<context>
    <name>xp::ui::StartPage</name>
    <message>
        <source>Remember me on this computer</source>
        <translation>このコンピューターに記憶する</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Open a database …</source>
        <translation>データベースを開く …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>デモを見る</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>No service yet? “./xp run” in the project&apos;s folder starts one.</source>
        <translation>サービスがまだない場合: プロジェクトのフォルダーで “./xp run” が起動します。</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>サービスに接続</translation>
    </message>
    <message>
        <source>This page shows the experiments of the service that it came from.</source>
        <translation>このページは、配信元のサービスの実験を表示します。</translation>
    </message>
    <message>
        <source>An experimentation service, or its database: postgresql://user@host/name.</source>
        <translation>実験サービス、またはそのデータベース: postgresql://user@host/name。</translation>
    </message>
    <message>
        <source>Without a service</source>
        <translation>サービスなしで</translation>
    </message>
    <message>
        <source>Everything happens on this machine.</source>
        <translation>すべてこのコンピューターで行われます。</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>ファイルを開く …</translation>
    </message>
    <message>
        <source>Peeking lab</source>
        <translation>ピーキング実験室</translation>
    </message>
    <message>
        <source>A table (CSV, TSV) with one row for each user, or an evidence bundle.</source>
        <translation>ユーザーごとに 1 行の表（CSV、TSV）、またはエビデンス・バンドル。</translation>
    </message>
    <message>
        <source>A SQLite file of an experimentation service.</source>
        <translation>実験サービスの SQLite ファイル。</translation>
    </message>
    <message>
        <source>Experiments of known truth, some of them still fed with visitors.</source>
        <translation>真実のわかっている実験。一部にはまだ訪問者が来ます。</translation>
    </message>
    <message>
        <source>Peek at 1,000 experiments in which nothing differs.</source>
        <translation>何も違わない 1,000 の実験をのぞいてみましょう。</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>%1 に接続しています …</translation>
    </message>
    <message>
        <source>The service asks for a token.</source>
        <translation>サービスがトークンを求めています。</translation>
    </message>
    <message>
        <source>%1 Trying again …</source>
        <translation>%1 再試行しています …</translation>
    </message>
    <message>
        <source>Open a query …</source>
        <translation>クエリを開く …</translation>
    </message>
    <message>
        <source>SQL of exposures and facts in your own PostgreSQL or SQLite.</source>
        <translation>自分の PostgreSQL や SQLite にある露出と事実の SQL。</translation>
    </message>
    <message>
        <source>Keep the token in the system&apos;s keychain</source>
        <translation>トークンをシステムのキーチェーンに保存</translation>
    </message>
    <message>
        <source>Kept until the studio is closed: no keychain answers</source>
        <translation>終了まで保持: キーチェーンが応答しません</translation>
    </message>
    <message>
        <source>Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens.</source>
        <translation>トークンを保存するには、デスクトップのシークレットサービス（GNOME Keyring、KWallet）を起動してください。</translation>
    </message>
    <message>
        <source>where the service asks for one</source>
        <translation>サービスが求める場合</translation>
    </message>
</context>
<context>
    <name>xp::ui::TableView</name>
    <message>
        <source>Save the table</source>
        <translation>表を保存</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV でコピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown でコピー</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>CSV で保存 …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>xp::ui::TermsDialog</name>
    <message>
        <source>The statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>数値の意味</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statistical terms</source>
        <translation>統計用語</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>用語を検索</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
</context>
<context>
    <name>xp::ui::TitledCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>このグラフをコピーまたは保存</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>グラフを保存</translation>
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
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>PNG で保存 …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>SVG で保存 …</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficDialog</name>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>How many take part in “%1”?</source>
        <translation>“%1” に何人が参加しますか？</translation>
    </message>
    <message>
        <source>Those who take part already stay, and keep their variant. Only newcomers are concerned; the split between the variants stays as it is.</source>
        <translation>すでに参加している人はそのままで、バリアントも変わりません。新しく来る人だけに関わり、バリアント間の配分は変わりません。</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>全ユーザーに対する割合</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>理由（監査ログ用）</translation>
    </message>
    <message>
        <source>Change traffic</source>
        <translation>トラフィックを変更</translation>
    </message>
    <message>
        <source>%1 → %2 of all users</source>
        <translation>全ユーザーの %1 → %2</translation>
    </message>
</context>
<context>
    <name>xp::ui::TrafficPage</name>
    <message>
        <source>Who takes part?</source>
        <translation>だれが参加しますか？</translation>
    </message>
    <message>
        <source>Users outside the share see what they see today and are not counted.</source>
        <translation>割合の外のユーザーは今と同じものを見て、数えられません。</translation>
    </message>
    <message>
        <source>Share of all users</source>
        <translation>全ユーザーに対する割合</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>%1 of %2 users a day: the planned %3 users are there after about %4 days.</source>
        <translation>1 日 %2 人のうち %1 人: 計画の %3 人にはおよそ %4 日で達します。</translation>
    </message>
    <message>
        <source>Only users for whom this holds, as a condition in JSON; empty: everybody</source>
        <translation>この JSON の条件を満たすユーザーのみ（空欄なら全員）</translation>
    </message>
</context>
<context>
    <name>xp::ui::Trends</name>
    <message>
        <source>Lift over time</source>
        <translation>リフトの推移</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証拠</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, with its interval</source>
        <translation>%1（区間つき）</translation>
    </message>
    <message>
        <source>p-value, logarithmic</source>
        <translation>p 値、対数</translation>
    </message>
</context>
<context>
    <name>xp::ui::VariantsPage</name>
    <message>
        <source>What do you compare?</source>
        <translation>何を比較しますか？</translation>
    </message>
    <message>
        <source>The first variant is the control, what users see today. The others are compared with it.</source>
        <translation>最初のバリアントはコントロール、つまりユーザーが今見ているものです。ほかはそれと比較します。</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>バリアントを追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Configuration, JSON</source>
        <translation>設定、JSON</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>均等に配分</translation>
    </message>
    <message>
        <source>treatment %1</source>
        <translation>トリートメント %1</translation>
    </message>
    <message>
        <source>Share of the variant, as a slider</source>
        <translation>バリアントの割合（スライダー）</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>バリアントの名前</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>バリアントの割合</translation>
    </message>
    <message>
        <source>Configuration of the variant</source>
        <translation>バリアントの設定</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>バリアントを削除</translation>
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
        <translation>指標</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>トリートメント</translation>
    </message>
    <message>
        <source>Lift with its interval</source>
        <translation>リフトと区間</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>リフト</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もしも</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>計画どおり</translation>
    </message>
</context>
</TS>
