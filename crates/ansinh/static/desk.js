// The desk works without this file. It only saves steps: a second press of a button sends nothing, the summary of
// errors takes the focus, leaving a form with unsaved input is asked about first. On a sheet it also saves the draft
// by itself, lays a pasted block over the cells, and moves with the arrow keys. Nothing is kept in the browser.
'use strict';
(() => {
  const SAVE_AFTER_MS = 8000;
  const COLUMNS = [1, 2, 4]; // figure or numerator, denominator, note
  const FIELD = 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select';

  /** What a form holds now, and whether it was typed into since it was last saved. */
  const watch = (form) => {
    const state = { typed: false, busy: null };
    form.addEventListener('input', () => { state.typed = true; });
    form.addEventListener('submit', (event) => {
      if (state.busy) {
        event.preventDefault();
        state.busy.finally(() => form.requestSubmit(event.submitter));
      } else if (form.dataset.sent) {
        event.preventDefault();
      } else {
        form.dataset.sent = '1';
        state.typed = false;
      }
    });
    addEventListener('pageshow', () => { delete form.dataset.sent; });
    addEventListener('beforeunload', (event) => { if (state.typed) event.preventDefault(); });
    return state;
  };

  const fieldsOf = (row) => [...row.querySelectorAll('input:not([type=radio]), select')].filter((field) => field.name);
  const valueOf = (field) => (field.type === 'checkbox' ? (field.checked ? field.value : '') : field.value);
  const setValue = (field, fresh) => {
    if (field.type === 'checkbox') field.checked = fresh.checked;
    else if (field.value !== fresh.value) field.value = fresh.value;
  };

  /** Takes over what the server says of a row: all of it where nobody typed meanwhile, its mark where it has what was
      sent, and nothing where somebody else came between. */
  const renewRow = (row, fresh, sent) => {
    const pairs = fieldsOf(row).map((field) => [field, fresh.querySelector(`[name="${CSS.escape(field.name)}"]`)]);
    if (pairs.some(([, twin]) => !twin)) return;
    const typed = pairs.filter(([field]) => field.type !== 'hidden');
    const untouched = typed.every(([field]) => valueOf(field) === (sent.get(field.name) ?? ''));
    const arrived = typed.every(([field, twin]) => valueOf(twin) === (sent.get(field.name) ?? ''));
    for (const [field, twin] of pairs) {
      if (untouched || (arrived && field.type === 'hidden')) setValue(field, twin);
      for (const name of ['aria-invalid', 'aria-describedby']) {
        if (twin.hasAttribute(name)) field.setAttribute(name, twin.getAttribute(name)); else field.removeAttribute(name);
      }
    }
    row.querySelector('.said').replaceChildren(...fresh.querySelector('.said').childNodes);
  };

  const renew = (form, page, sent) => {
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('form[data-draft]');
    if (!fresh) return false;
    for (const name of ['_csrf', '_key']) form.elements[name].value = fresh.elements[name].value;
    const rows = new Map([...fresh.querySelectorAll('tbody tr')].map((row) => [row.firstElementChild.id, row]));
    for (const row of form.querySelectorAll('tbody tr')) {
      const twin = rows.get(row.firstElementChild.id);
      if (twin) renewRow(row, twin, sent);
    }
    return true;
  };

  /** Saves the draft some seconds after somebody typed. A request that got no answer is sent again as it was, so that
      it has one effect whether or not it arrived. */
  const saveByItself = (form, state, tell) => {
    let timer = 0;
    let unanswered = null;
    let stopped = false;
    const wait = () => { if (!timer && !stopped) timer = setTimeout(save, SAVE_AFTER_MS); };
    const send = async () => {
      const body = unanswered ?? new URLSearchParams(new FormData(form));
      if (!unanswered) state.typed = false;
      unanswered = body;
      const answer = await fetch(form.action, { method: 'POST', body });
      const page = await answer.text();
      unanswered = null;
      stopped = !answer.ok || !renew(form, page, body);
      state.typed = state.typed || stopped;
      tell(stopped ? form.dataset.failed : form.dataset.saved.replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang)));
      if (state.typed) wait();
    };
    const save = () => {
      timer = 0;
      if ((!state.typed && !unanswered) || form.dataset.sent) return;
      state.busy = send().catch(() => { state.typed = true; tell(form.dataset.failed); wait(); }).finally(() => { state.busy = null; });
    };
    form.addEventListener('input', wait);
  };

  const grid = (form, tell) => {
    const table = form.querySelector('table.grid');
    const rows = [...table.tBodies[0].rows];
    const fieldAt = (row, column) => rows[row]?.cells[COLUMNS[column]]?.querySelector(FIELD);
    const placeOf = (field) => {
      const cell = field.closest('td');
      return cell ? [rows.indexOf(cell.parentElement), COLUMNS.indexOf(cell.cellIndex)] : [-1, -1];
    };
    const put = (field, text) => {
      if (field?.tagName === 'SELECT') {
        const option = [...field.options].find((one) => one.text.toLowerCase() === text.toLowerCase());
        if (option) field.value = option.value;
        return Boolean(option);
      }
      if (field) field.value = text;
      return Boolean(field);
    };

    table.addEventListener('paste', (event) => {
      const lines = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n+$/, '').split('\n');
      const block = lines.map((line) => line.split('\t'));
      const [row, column] = placeOf(event.target);
      if (row < 0 || column < 0 || (block.length === 1 && block[0].length === 1)) return;
      event.preventDefault();
      let pasted = 0;
      let skipped = 0;
      block.forEach((pieces, down) => pieces.forEach((piece, right) => {
        const text = piece.trim();
        if (put(fieldAt(row + down, column + right), text)) pasted += 1; else if (text) skipped += 1;
      }));
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
      tell(form.dataset.pasted.replace('{n}', pasted).replace('{skipped}', skipped));
    });

    table.addEventListener('keydown', (event) => {
      const field = event.target;
      if (!field.matches('input:not([type=checkbox]):not([type=radio])') || event.altKey || event.ctrlKey || event.metaKey) return;
      const [row, column] = placeOf(field);
      const atStart = field.selectionStart === 0 && field.selectionEnd === 0;
      const atEnd = field.selectionStart === field.value.length;
      const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: atStart && [0, -1], ArrowRight: atEnd && [0, 1] }[event.key];
      if (!step || row < 0) return;
      let next = null;
      for (let n = 1; !next && n <= rows.length; n += 1) next = fieldAt(row + step[0] * n, column + step[1] * n);
      if (next || event.key === 'Enter') event.preventDefault();
      if (next) { next.focus(); next.select?.(); }
    });
  };

  const summary = document.querySelector('.errors');
  if (summary) summary.focus();
  for (const form of document.querySelectorAll('form[method=post]')) {
    const state = watch(form);
    if (!('draft' in form.dataset)) continue;
    const tell = (text) => { form.querySelector('#auto').textContent = text; };
    saveByItself(form, state, tell);
    grid(form, tell);
  }
})();
