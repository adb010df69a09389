// SPDX-License-Identifier: Apache-2.0
// What the page says before the studio is there, in its languages; and whether the browser is new enough. In the
// JavaScript of old browsers, which could not even read the loader.
'use strict';
window.xpPage = (function () {
  var texts = {
    en: { loading: 'Loading the studio …',
          old: 'This browser is too old for the studio. Chrome or Edge 92, Firefox 102 and Safari 15.4 or later can show it.',
          ended: 'The studio has ended. Reload the page to start it again.',
          failed: 'The studio could not be loaded. Reload the page to try again.' },
    de: { loading: 'Das Studio wird geladen …',
          old: 'Dieser Browser ist zu alt für das Studio. Chrome oder Edge ab 92, Firefox ab 102 und Safari ab 15.4 können es zeigen.',
          ended: 'Das Studio ist beendet. Die Seite neu laden startet es wieder.',
          failed: 'Das Studio konnte nicht geladen werden. Die Seite neu laden versucht es noch einmal.' },
    fr: { loading: 'Chargement du studio…',
          old: 'Ce navigateur est trop ancien pour le studio. Il faut Chrome ou Edge 92, Firefox 102, Safari 15.4 ou plus récent.',
          ended: 'Le studio est terminé. Rechargez la page pour le relancer.',
          failed: 'Le studio n’a pas pu être chargé. Rechargez la page pour réessayer.' },
    es: { loading: 'Cargando el estudio…',
          old: 'Este navegador es demasiado antiguo para el estudio. Sirven Chrome o Edge 92, Firefox 102 y Safari 15.4 o posteriores.',
          ended: 'El estudio ha terminado. Recargue la página para iniciarlo de nuevo.',
          failed: 'No se pudo cargar el estudio. Recargue la página para intentarlo de nuevo.' },
    pt: { loading: 'Carregando o estúdio…',
          old: 'Este navegador é antigo demais para o estúdio. Servem Chrome ou Edge 92, Firefox 102 e Safari 15.4 ou mais recentes.',
          ended: 'O estúdio terminou. Recarregue a página para iniciá-lo de novo.',
          failed: 'Não foi possível carregar o estúdio. Recarregue a página para tentar de novo.' },
    ja: { loading: 'スタジオを読み込んでいます…',
          old: 'このブラウザーは古いため、スタジオを表示できません。Chrome または Edge 92、Firefox 102、Safari 15.4 以降が必要です。',
          ended: 'スタジオは終了しました。ページを再読み込みすると、もう一度始まります。',
          failed: 'スタジオを読み込めませんでした。ページを再読み込みして、もう一度お試しください。' },
    zh: { loading: '正在加载工作室…',
          old: '此浏览器版本过旧，无法显示工作室。需要 Chrome 或 Edge 92、Firefox 102、Safari 15.4 或更高版本。',
          ended: '工作室已结束。重新加载页面即可再次启动。',
          failed: '无法加载工作室。请重新加载页面再试一次。' },
  };
  var tags = navigator.languages || [navigator.language || ''];
  var language = 'en';
  for (var i = 0; i < tags.length; ++i) {
    if (texts[tags[i].slice(0, 2)]) {
      language = tags[i].slice(0, 2);
      break;
    }
  }
  document.documentElement.lang = language;

  function say(what) {
    document.getElementById('message').textContent = texts[language][what];
  }

  function giveUp(why) {
    document.getElementById('progress').style.display = 'none';
    document.getElementById('loading').hidden = false;
    document.body.setAttribute('data-state', 'failed');
    say(why);
  }

  // What the program is compiled for: BigInt in WebAssembly, bulk memory, streams (Chrome 92, Firefox 102, Safari 15.4).
  var enough = typeof WebAssembly === 'object' && typeof WebAssembly.compileStreaming === 'function' &&
      typeof BigInt64Array === 'function' && typeof ReadableStream === 'function' && 'at' in Array.prototype;
  if (enough)
    say('loading');
  else
    giveUp('old');
  return { enough: enough, giveUp: giveUp };
})();
