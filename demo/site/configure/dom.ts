/** Creates DOM elements, and form fields with label, hint and a place for a fault. */

export type Child = Node | string | undefined | readonly Child[];

interface Attributes {
  readonly role?: string;
  readonly for?: string;
  readonly [name: `${string}-${string}`]: string;
}

type Properties<Made> = { readonly [Name in keyof Made]?: Made[Name] | undefined } & Attributes;

type Tags = HTMLElementTagNameMap;

/** Creates an element. Names with a dash, `role` and `for` set attributes; all others set properties. */
export function h<Tag extends keyof Tags>(
  tag: Tag,
  properties: Properties<Tags[Tag]>,
  ...children: Child[]
): Tags[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries<unknown>(properties)) {
    if (value === undefined) continue;
    if (name.includes('-') || name === 'role' || name === 'for') {
      element.setAttribute(name, String(value));
    } else Reflect.set(element, name, value);
  }
  element.append(...nodesOf(children));
  return element;
}

/** Flattens children into one list and drops empty ones. */
export const nodesOf = (children: Child): (Node | string)[] => {
  if (children === undefined) return [];
  if (typeof children === 'string' || children instanceof Node) return [children];
  return children.flatMap(nodesOf);
};

let ids = 0;

export const newId = () => `e${++ids}`;

export type Control = HTMLInputElement | HTMLSelectElement;

interface Labelled {
  readonly label: Child;
  readonly control: Control;
  readonly hint?: Child;
}

/**
 * Returns a control with its label and an optional hint.
 * @param takesFault - Adds a hidden paragraph for a fault. Its id is the last in `aria-describedby`.
 */
export function field({
  label,
  control,
  hint,
  takesFault = false,
}: Labelled & { takesFault?: boolean }) {
  const id = newId();
  control.id = id;
  const described = [hint && `${id}h`, takesFault && `${id}f`].filter(Boolean).join(' ');
  if (described) control.setAttribute('aria-describedby', described);
  return h(
    'div',
    { className: 'field' },
    h('label', { for: id }, label),
    control,
    hint && h('p', { id: `${id}h`, className: 'hint' }, hint),
    takesFault ? h('p', { id: `${id}f`, className: 'fault', hidden: true }) : undefined,
  );
}

/** Returns a checkbox or radio button with its label after it and a hint below. */
export function choice({ label, control, hint }: Labelled) {
  const id = newId();
  if (hint) control.setAttribute('aria-describedby', `${id}h`);
  return h(
    'div',
    { className: 'choice' },
    h('label', {}, control, h('span', {}, label)),
    hint && h('p', { id: `${id}h`, className: 'hint' }, hint),
  );
}

interface Choices<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly change: (value: Value) => void;
}

/** Returns a group of radio buttons. */
export function choices<Value extends string>({ legend, options, value, change }: Choices<Value>) {
  const name = newId();
  const radio = (own: Value) =>
    h('input', {
      ...{ type: 'radio', name, value: own, checked: own === value },
      onchange: () => change(own),
    });
  return h(
    'fieldset',
    { className: 'choices' },
    h('legend', {}, legend),
    options.map(({ value: own, label }) => choice({ label, control: radio(own) })),
  );
}

export const button = (label: string, press: () => void, className = 'button') =>
  h('button', { type: 'button', className, onclick: press }, label);
