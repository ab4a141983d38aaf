// The browser's part of the console: ages and the connection dot tick here, keys are filtered here, the look is kept here.
// Nothing in it is needed to read the board.

const dead = 6_000; // no beat for this long: amber
const lost = 15_000; // and for this long: red
const state = { server: null, keys: [], timer: 0 };

// ---- time -------------------------------------------------------------------------------------------------------------------------
const now = () => Date.now() + (state.skew ?? 0);

function length(milliseconds) {
  const s = Math.max(0, Math.floor(milliseconds / 1000));
  const two = n => String(n).padStart(2, '0');
  return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${two(Math.floor(s / 60))}:${two(s % 60)}`;
}

function tick() {
  for (const element of document.querySelectorAll('[data-since]')) {
    // The text node is kept: the renderer on the server holds on to it.
    const text = element.firstChild;
    const value = length(now() - Number(element.dataset.since));
    if (text && text.nodeValue !== value) {
      text.nodeValue = value;
    }
  }

  const dot = document.querySelector('[data-connection]');
  if (dot && state.beatAt) {
    const silent = performance.now() - state.beatAt;
    const next = silent > lost ? 'lost' : silent > dead ? 'slow' : 'online';
    if (dot.dataset.connection !== next) {
      dot.dataset.connection = next;
      dot.setAttribute('aria-label', dot.dataset[next]);
      dot.querySelector('.says').textContent = dot.dataset[next];
    }
  }
}

/** The server is alive: its time in milliseconds and as the console shows it. */
export function beat(milliseconds, clock) {
  state.skew = milliseconds - Date.now();
  state.beatAt = performance.now();
  state.clock = clock;
  document.documentElement.dataset.lastData = clock;
  for (const element of document.querySelectorAll('[data-last-data-clock]')) {
    element.textContent = clock;
  }

  tick();
}

// ---- keys -------------------------------------------------------------------------------------------------------------------------
const codes = {
  KeyA: 'a', KeyF: 'f', KeyS: 's', KeyJ: 'j', KeyL: 'l', Slash: '/', ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Enter: 'enter', NumpadEnter: 'enter',
  Space: 'space', Escape: 'esc', Digit1: '1', Digit2: '2', Digit3: '3', Digit4: '4', Numpad1: '1', Numpad2: '2', Numpad3: '3', Numpad4: '4',
};

// Keys go by their place, so that they are the same on a Russian, a Kazakh and a Latin keyboard.
function nameOf(event) {
  return event.key === '?' ? '?' : event.shiftKey ? null : codes[event.code] ?? null;
}

const typing = element => element.closest?.('input:not([type=range],[type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]');
const busy = () => document.querySelector('.mud-dialog, .mud-popover-open, dialog[open]');

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) {
    return;
  }

  const name = nameOf(event);
  const target = event.target instanceof Element ? event.target : document.body;
  if (typing(target)) {
    if (name === 'esc' && target.matches('input[type=search]')) {
      target.blur();
    }

    return;
  }

  if (!name || !keysOn() || busy()) {
    return;
  }

  if ((name === 'enter' || name === 'space') && target.closest('button,a,summary,input,[role=button],[role=menuitem],[role=option]')) {
    return;
  }

  if (['up', 'down', 'left', 'right'].includes(name) && target.closest('[role=menu],[role=listbox],input,.scrolls')) {
    return;
  }

  const local = new CustomEvent('console-key', { detail: name, cancelable: true });
  document.dispatchEvent(local);
  if (local.defaultPrevented) {
    event.preventDefault();
  } else if (name === '/' && state.keys.includes(name)) {
    // Here and not by the server: what is typed next must not be taken for keys, A least of all.
    event.preventDefault();
    document.querySelector('main input[type=search]')?.focus();
  } else if (name === '?' || state.keys.includes(name)) {
    event.preventDefault();
    state.server?.invokeMethodAsync('PressAsync', name);
  }
}

export const keysOn = () => localStorage.getItem('keys') !== 'off';
export const setKeysOn = on => localStorage.setItem('keys', on ? 'on' : 'off');
export const setKeys = names => { state.keys = names; };

// ---- menus ------------------------------------------------------------------------------------------------------------------------
// A menu closes when something else is clicked, when the focus leaves it, and by Esc, which gives the focus back.
function closeMenus(event) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    const next = event.type === 'focusout' ? event.relatedTarget : event.target;
    if (next instanceof Node && !menu.contains(next)) {
      menu.open = false;
    }
  }
}

function escapeMenu(event) {
  const menu = event.key === 'Escape' && event.target instanceof Element && event.target.closest('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
    event.preventDefault();
  }
}

// ---- life -------------------------------------------------------------------------------------------------------------------------
export function start(server) {
  state.server = server;
  document.addEventListener('keydown', escapeMenu);
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', closeMenus);
  document.addEventListener('focusout', closeMenus);
  state.timer ||= setInterval(tick, 1000);
}

export function stop() {
  document.removeEventListener('keydown', escapeMenu);
  document.removeEventListener('keydown', onKey);
  document.removeEventListener('pointerdown', closeMenus);
  document.removeEventListener('focusout', closeMenus);
  clearInterval(state.timer);
  state.timer = 0;
  state.server = null;
}

// ---- look -------------------------------------------------------------------------------------------------------------------------
export function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
}

// ---- the list of cards ------------------------------------------------------------------------------------------------------------
/** Tells the server when the pointer comes over the list, or the keyboard's focus into it, and when both have left. */
export function watchHold(list, server) {
  let held = false;
  const look = () => {
    if (!list.isConnected) {
      return;
    }

    const next = list.matches(':hover') || list.querySelector(':focus-visible') !== null;
    if (next !== held) {
      held = next;
      server.invokeMethodAsync('HoldAsync', held).catch(() => { /* the board has just been left */ });
    }
  };
  const later = () => setTimeout(look);
  for (const name of ['pointerenter', 'pointerleave', 'focusin', 'focusout', 'keydown']) {
    list.addEventListener(name, later);
  }
}

export function focusCard(id) {
  const card = document.getElementById(`card-${id}`);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

export function focusOn(selector) {
  const element = document.querySelector(selector);
  element?.focus();
  element?.select?.();
}

export function leave() {
  document.activeElement?.blur?.();
}

export function toTop(selector) {
  document.querySelector(selector)?.scrollTo({ top: 0 });
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page that is not served over TLS has no clipboard of its own.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

export const print = () => window.print();
