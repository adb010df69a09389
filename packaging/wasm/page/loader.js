// SPDX-License-Identifier: Apache-2.0
// Loads the studio with its real progress, or says why it cannot.
'use strict';
(() => {
  const { wasm, wasmBytes, entry } = document.body.dataset;
  const loading = document.getElementById('loading');
  const message = document.getElementById('message');
  const progress = document.getElementById('progress');
  const german = (navigator.language || '').startsWith('de');
  const say = (english, deutsch) => { message.textContent = german ? deutsch : english; };
  const giveUp = (english, deutsch) => {
    progress.hidden = true;
    loading.hidden = false;
    say(english, deutsch);
    document.body.dataset.state = 'failed';
  };

  // What the program is compiled for: BigInt in WebAssembly, bulk memory, streams (Chrome 92, Firefox 90, Safari 15).
  const enough = typeof WebAssembly === 'object' && typeof WebAssembly.compileStreaming === 'function' &&
      typeof BigInt64Array === 'function' && typeof ReadableStream === 'function' && 'at' in Array.prototype;
  if (!enough) {
    giveUp('This browser is too old for the studio. Chrome or Edge 92, Firefox 102 and Safari 15.4 or later can show it.',
           'Dieser Browser ist zu alt für das Studio. Chrome oder Edge ab 92, Firefox ab 102 und Safari ab 15.4 können es zeigen.');
    return;
  }
  say('Loading the studio …', 'Das Studio wird geladen …');

  async function count(body) {
    const reader = body.getReader();
    for (let received = 0; ;) {
      const { done, value } = await reader.read();
      if (done)
        return;
      received += value.byteLength;
      progress.value = Math.min(95, 95 * received / Number(wasmBytes));
    }
  }

  // What is compiled is the answer itself, and a copy is counted: so the browser keeps the machine code for the next visit.
  async function compiled() {
    const answer = await fetch(wasm, { credentials: 'same-origin' });
    if (!answer.ok)
      throw new Error(`${wasm}: ${answer.status}`);
    document.body.dataset.service = answer.headers.get('X-Experimentation-Service') ?? '';
    count(answer.clone().body).catch(() => {}); // what it is that went wrong, the compiler tells
    if (answer.headers.get('Content-Type') === 'application/wasm')
      return WebAssembly.compileStreaming(answer);
    // Some hosts do not know the type.
    return WebAssembly.compileStreaming(new Response(answer.body, { headers: { 'Content-Type': 'application/wasm' } }));
  }

  // The frames of dialogs are Qt's own, in a tree of their own: they take the page's font and colours.
  function dressFrames() {
    const style = document.createElement('style');
    style.textContent = `
      .qt-window { font: 13px system-ui, sans-serif; background-color: Canvas; color: CanvasText; }
      .qt-window.has-border { border-color: color-mix(in srgb, CanvasText 18%, Canvas); border-radius: 6px; }
      .qt-window .title-bar { background-color: Canvas; color: CanvasText; }
      .qt-window .title-bar .window-name { font-family: inherit; }`;
    document.getElementById('qt-shadow-container')?.shadowRoot?.append(style);
  }

  // Files come by the browser's own dialog and go to its downloads, in every browser. Chrome's pickers, which Qt would
  // take where they are, refuse to open when a report has taken longer than a click is remembered.
  window.showOpenFilePicker = window.showSaveFilePicker = undefined;

  async function start() {
    const studio = await qtLoad({
      qt: {
        entryFunction: window[entry],
        containerElements: [document.getElementById('screen')],
        module: compiled(),
        onLoaded: () => {
          progress.value = 100;
          loading.hidden = true;
          document.body.dataset.state = 'running';
          performance.mark('xp-studio-running');
        },
        onExit: () => giveUp('The studio has ended. Reload the page to start it again.',
                             'Das Studio ist beendet. Die Seite neu laden startet es wieder.'),
      },
    });
    dressFrames();
    xpFonts.start((font) => studio.xpAddFont(font));
  }
  start().catch((error) => {
    console.error(error);
    giveUp('The studio could not be loaded. Reload the page to try again.',
           'Das Studio konnte nicht geladen werden. Die Seite neu laden versucht es noch einmal.');
  });
})();
