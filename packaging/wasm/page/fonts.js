// SPDX-License-Identifier: Apache-2.0
// Fonts for Chinese and Japanese, fetched once such text comes in: from a service, from a file, by the keyboard, or from
// the studio itself.
'use strict';
window.xpFonts = (() => {
  const index = document.body.dataset.fonts;
  const SIGNS = /[\u3000-\u30ff\u31f0-\u31ff\uff00-\uffef]/;
  const IDEOGRAPHS = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
  let add;                  // hands a font to the studio
  const waiting = [];       // texts that came before it had started
  const asked = new Set();  // slices
  let known;                // a promise of { files, few, common }

  async function load(slice) {
    if (asked.has(slice))
      return;
    asked.add(slice);
    const { files } = await known;
    add(new Uint8Array(await (await fetch(files[slice])).arrayBuffer()));
  }

  async function need(text) {
    const ideographs = text.match(IDEOGRAPHS) ?? [];
    if (!ideographs.length && !SIGNS.test(text))
      return;
    if (!add)
      return void waiting.push(text);
    known ??= fetch(index).then((answer) => answer.json()).then(
      ({ files, few, common }) => ({ files, few: new Set(few), common: new Set(common) }));
    const { few, common } = await known;
    const more = ideographs.filter((sign) => !few.has(sign));
    if (SIGNS.test(text) || more.length < ideographs.length)
      load('signs');
    if (more.some((sign) => common.has(sign)))
      load('common');
    if (more.some((sign) => !common.has(sign)))
      load('rest');
  }
  const look = (text) => need(text).catch((error) => { asked.clear(); known = undefined; console.error(error); });

  // In UTF-8 all of them begin with E3 to E9 or EF; most answers hold none, and need no decoding.
  const decoder = new TextDecoder();
  function lookAtBytes(content) {
    if (typeof content === 'string')
      return look(content);
    if (!(content instanceof ArrayBuffer))
      return;
    const bytes = new Uint8Array(content);
    if (bytes.some((byte) => (byte >= 0xe3 && byte <= 0xe9) || byte === 0xef))
      look(decoder.decode(bytes));
  }

  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (...words) {
    this.addEventListener('load', () => lookAtBytes(this.response));
    return send.apply(this, words);
  };
  const { readAsArrayBuffer } = FileReader.prototype;
  FileReader.prototype.readAsArrayBuffer = function (...words) {
    this.addEventListener('load', () => lookAtBytes(this.result));
    return readAsArrayBuffer.apply(this, words);
  };
  for (const kind of ['compositionstart', 'compositionupdate', 'beforeinput', 'input', 'keydown'])
    addEventListener(kind, (event) => look(event.data ?? event.key ?? ''), { capture: true });
  addEventListener('paste', (event) => look(event.clipboardData?.getData('text/plain') ?? ''), { capture: true });

  return {
    /// Text that is shown.
    look,
    /// From now on fonts are handed to this function.
    start(receiver) {
      if (!index)
        return;
      add = receiver;
      waiting.splice(0).forEach(look);
    },
  };
})();
