// Says that the circuit is lost, and loads the page anew as soon as the server answers but knows the circuit no more: a live board must
// never go on from an old state.
const modal = document.getElementById('components-reconnect-modal');

modal.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show':
    case 'retrying':
      modal.querySelector('time').textContent = document.documentElement.dataset.lastData ?? '';
      if (!modal.open) {
        modal.showModal();
      }

      break;
    case 'hide':
      modal.close();
      break;
    case 'failed':
    case 'rejected':
    case 'paused':
    case 'resume-failed':
      reloadWhenBack();
      break;
    default:
      break;
  }
});
modal.addEventListener('cancel', event => event.preventDefault());
document.getElementById('components-reconnect-button').addEventListener('click', tryNow);

async function tryNow() {
  try {
    if (!(await Blazor.reconnect())) {
      location.reload();
    }
  } catch {
    // Still not there; the next try comes by itself.
  }
}

async function reloadWhenBack() {
  try {
    await fetch('/health/live', { cache: 'no-store' });
    location.reload();
  } catch {
    setTimeout(reloadWhenBack, 2000);
  }
}
