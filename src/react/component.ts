import type { PropertyDeclarations } from 'lit';
import {
  type FunctionComponent,
  type Ref,
  type RefObject,
  createElement,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { WidgetProps } from './props.js';
import { type Tag, eventOf } from './widgets.js';

type Props = Readonly<Record<string, unknown>>;

const isListener = (value: unknown): value is (event: Event) => void => typeof value === 'function';

/**
 * Renames options to their attributes, so that React can render them on a server. Leaves out the
 * event listeners.
 */
function attributesOf(props: Props, options: PropertyDeclarations): Props {
  return Object.fromEntries(
    Object.entries(props)
      .filter(([name]) => !Object.hasOwn(eventOf, name))
      .map(([name, value]) => {
        const attribute = Object.hasOwn(options, name) && options[name]?.attribute;
        return [attribute || name, value];
      }),
  );
}

/**
 * Sets the options that are objects. They have no attribute, and React does not set properties on
 * an element that a server has rendered.
 */
function setObjects(element: Element, props: Props, options: PropertyDeclarations): void {
  for (const name of Object.keys(options)) {
    const value = props[name];
    if (typeof value === 'object' && value) Reflect.set(element, name, value);
  }
}

/**
 * Listens to every event of the element and calls the prop of the latest rendering. Returns a
 * function that ends it.
 */
function listen(element: Element, latest: RefObject<Props>): () => void {
  const end = new AbortController();
  for (const [prop, type] of Object.entries(eventOf)) {
    const hear = (event: Event) => {
      const listener = latest.current[prop];
      if (isListener(listener)) listener(event);
    };
    element.addEventListener(type, hear, { signal: end.signal });
  }
  return () => end.abort();
}

/**
 * Creates the React component of a tag. A server renders its options as attributes. Listeners and
 * objects, which a server cannot render, follow right after hydration.
 */
export function component<T extends Tag>(
  name: string,
  tag: T,
  options: PropertyDeclarations,
): FunctionComponent<WidgetProps<T>> {
  function Widget({ ref, ...props }: Props & { ref?: Ref<Element> | undefined }) {
    const own = useRef<Element>(null);
    const latest = useRef<Props>(props);
    useImperativeHandle<Element | null, Element | null>(ref, () => own.current, []);
    useLayoutEffect(() => {
      latest.current = props;
      if (own.current) setObjects(own.current, props, options);
    });
    useLayoutEffect(() => (own.current ? listen(own.current, latest) : undefined), []);
    return createElement(tag, { ...attributesOf(props, options), ref: own });
  }
  Widget.displayName = name;
  return Widget;
}
