// SPDX-License-Identifier: Apache-2.0
// Loads the studio with its real progress, or says why it cannot.
'use strict';
(() => {
  const { wasm, wasmBytes, entry } = document.body.dataset;
  const loading = document.getElementById('loading');
  const progress = document.getElementById('progress');
  const { enough, giveUp } = window.xpPage;
  if (!enough)
    return;

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
        onExit: () => giveUp('ended'),
      },
    });
    dressFrames();
    xpFonts.start((font) => studio.xpAddFont(font));
  }
  start().catch((error) => {
    console.error(error);
    giveUp('failed');
  });
})();
