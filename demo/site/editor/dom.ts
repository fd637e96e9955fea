/** Makes an element: `on…` are listeners, names with a dash attributes, all others properties. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.includes('-') || name === 'role' || name === 'for') {
      if (value !== false) element.setAttribute(name, value);
    } else element[name] = value;
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== false),
  );
  return element;
}

let ids = 0;

export const newId = () => `e${++ids}`;

/**
 * A control with its label, an optional hint, and room for what is wrong with it.
 * @param path - Name of the fault that belongs here; see `faultsOf`.
 */
export function field({ label, control, hint, path, lang }) {
  const id = newId();
  control.id = id;
  const described = [hint && `${id}h`, path && `${id}f`].filter(Boolean).join(' ');
  if (described) control.setAttribute('aria-describedby', described);
  if (path) control.dataset.path = path;
  return h(
    'div',
    { className: 'field' },
    h('label', { for: id }, label, lang ? h('span', { className: 'tongue' }, lang) : ''),
    control,
    hint ? h('p', { id: `${id}h`, className: 'hint' }, hint) : '',
    path ? h('p', { id: `${id}f`, className: 'fault', hidden: true }) : '',
  );
}

/** A checkbox or a radio button with its label behind it, and a hint under both. */
export function choice({ label, control, hint, path }) {
  const id = newId();
  if (hint) control.setAttribute('aria-describedby', `${id}h`);
  if (path) {
    control.dataset.path = path;
    control.setAttribute('aria-describedby', `${id}f`);
  }
  return h(
    'div',
    { className: 'choice' },
    h('label', {}, control, h('span', {}, label)),
    hint ? h('p', { id: `${id}h`, className: 'hint' }, hint) : '',
    path ? h('p', { id: `${id}f`, className: 'fault', hidden: true }) : '',
  );
}

/** Radio buttons for one value out of several. */
export function choices({ legend, options, value, change }) {
  const name = newId();
  return h(
    'fieldset',
    { className: 'choices' },
    h('legend', {}, legend),
    options.map(({ value: own, label, hint, more }) => [
      choice({
        label,
        hint,
        control: h('input', {
          type: 'radio',
          name,
          value: own,
          checked: own === value,
          onchange: () => change(own),
        }),
      }),
      more ?? '',
    ]),
  );
}

export const button = (label, press, more = {}) =>
  h('button', { type: 'button', className: 'button', onclick: press, ...more }, label);

/**
 * Marks the faulty controls inside a root and takes the editor to the first one.
 * @param faults - Sentences by the path of their control.
 */
export function showFaults(root, faults, focus = true) {
  let first;
  for (const control of root.querySelectorAll('[data-path]')) {
    const fault = faults.get(control.dataset.path);
    const place = document.getElementById(
      control.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '',
    );
    if (fault) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    if (place) {
      place.textContent = fault ?? '';
      place.hidden = !fault;
    }
    if (fault) first ??= control;
  }
  const folded = first?.closest('details');
  if (folded) folded.open = true;
  if (focus) first?.focus();
}

/** The second click of a double click comes within this many milliseconds. */
const doubleClick = 500;

/**
 * Asks in a dialog of the page; resolves to true when the editor goes on. A second press of what has
 * opened it answers nothing: the focus is on the question, and a click must come after a double one.
 */
export function ask({ question, detail, yes, no }) {
  return new Promise((resolve) => {
    const heading = newId();
    const opened = performance.now();
    const agree = ({ detail: clicks, timeStamp }) => {
      if (clicks && timeStamp - opened < doubleClick) return;
      dialog.close('yes');
    };
    const title = h('h2', { id: heading, tabIndex: -1, autofocus: true }, question);
    const dialog = h(
      'dialog',
      { className: 'ask', 'aria-labelledby': heading, onclose: () => finish() },
      title,
      detail ? h('p', {}, detail) : '',
      h(
        'div',
        { className: 'row' },
        button(yes, agree, { className: 'button strong' }),
        button(no, () => dialog.close('no')),
      ),
    );
    const finish = () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    };
    document.body.append(dialog);
    dialog.showModal();
    title.focus();
  });
}
