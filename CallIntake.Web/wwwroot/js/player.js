// The player of a recording: the browser's own audio element with the console's controls. Seeking, speed and the word that is being
// spoken stay in the browser; the server only hears that somebody listens. Nothing is loaded before that: asking for a recording is
// listening to it. Until then the length is the one the page knows.

const two = n => String(n).padStart(2, '0');
const clock = seconds => `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds % 60))}`;

export function attach(root, server) {
  const audio = root.querySelector('audio');
  const bar = root.querySelector('input[type=range]');
  const play = root.querySelector('[data-play]');
  const at = root.querySelector('[data-at]');
  const total = root.querySelector('[data-total]');
  const speed = root.querySelector('[data-speed]');
  const scope = root.closest('[data-call]') ?? document;
  const stop = new AbortController();
  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: stop.signal });
  let told = false;
  let spoken = null;

  const toggle = () => (audio.paused ? audio.play().catch(fail) : audio.pause());
  const known = Number(root.dataset.length) || 0;
  const lengthOf = () => (Number.isFinite(audio.duration) ? audio.duration : known);
  const seek = seconds => {
    audio.currentTime = Math.min(Math.max(0, seconds), lengthOf() || Infinity);
    show();
  };
  const fail = () => { root.dataset.state = 'failed'; };

  function show() {
    const length = lengthOf();
    bar.max = String(Math.max(1, length));
    bar.value = String(audio.currentTime);
    bar.setAttribute('aria-valuetext', `${clock(audio.currentTime)} / ${clock(length)}`);
    bar.style.setProperty('--played', `${length > 0 ? (audio.currentTime / length) * 100 : 0}%`);
    at.textContent = clock(audio.currentTime);
    if (length > 0) {
      total.textContent = clock(length);
    }

    mark();
  }

  function mark() {
    let next = null;
    if (!audio.paused) {
      for (const word of scope.querySelectorAll('[data-jump]')) {
        if (Number(word.dataset.jump) > audio.currentTime) {
          break;
        }

        next = word;
      }
    }

    if (next !== spoken) {
      spoken?.classList.remove('spoken');
      next?.classList.add('spoken');
      spoken = next;
    }
  }

  function state() {
    root.dataset.state = audio.paused ? 'paused' : 'playing';
    play.setAttribute('aria-pressed', String(!audio.paused));
    mark();
  }

  // Only once there is sound: a recording that cannot be had was not listened to.
  function tell() {
    if (!told) {
      told = true;
      server.invokeMethodAsync('ListenedAsync').catch(() => { /* the page has just been left */ });
    }
  }

  on(play, 'click', toggle);
  on(bar, 'input', () => seek(Number(bar.value)));
  on(speed, 'change', () => { audio.playbackRate = Number(speed.value); });
  for (const button of root.querySelectorAll('[data-step]')) {
    on(button, 'click', () => seek(audio.currentTime + Number(button.dataset.step)));
  }

  on(audio, 'play', state);
  on(audio, 'pause', state);
  on(audio, 'error', fail);
  on(audio, 'playing', tell);
  on(audio, 'ended', () => { told = false; });
  for (const name of ['timeupdate', 'loadedmetadata', 'durationchange', 'ended']) {
    on(audio, name, show);
  }

  on(scope, 'click', event => {
    const word = event.target.closest?.('[data-jump]');
    if (word && !String(getSelection())) {
      seek(Number(word.dataset.jump));
      audio.play().catch(fail);
    }
  });
  on(document, 'console-key', event => {
    const steps = { j: -5, l: 5 };
    if (event.detail === 'space') {
      event.preventDefault();
      toggle();
    } else if (event.detail in steps) {
      event.preventDefault();
      seek(audio.currentTime + steps[event.detail]);
    }
  });
  show();
  return { detach: () => { stop.abort(); audio.pause(); } };
}
