import type { LitElement } from 'lit';
import type { ClassAttributes, HTMLAttributes, RefAttributes } from 'react';
import type { Tag, Widgets, eventOf } from './widgets.js';

type ElementOf<T extends Tag> = Widgets[T]['element'];
type EventsOf<T extends Tag> = Widgets[T]['events'];

/** The properties of an element that LitElement does not have, without its methods. */
type Options<Element> = {
  [
    Name in keyof Element as Name extends keyof LitElement
      ? never
      : Element[Name] extends (...values: never[]) => unknown
        ? never
        : Name
  ]?: Element[Name] | undefined;
};

type Listener<Event> = ((event: Event) => void) | undefined;

/** Turns a property name such as `headingLevel` into `heading-level`, its attribute. */
type Dashed<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Dashed<Rest>}`
  : Name;

/**
 * The options under their attribute names. An option that takes only objects has no attribute and
 * keeps its name.
 */
type Attributes<Element> = {
  [
    Name in keyof Options<Element> as NonNullable<Options<Element>[Name]> extends object
      ? Name
      : Dashed<Name>
  ]?: Options<Element>[Name];
};

/** `include` sends cookies to the endpoint; `omit` is the default. */
interface Credentials {
  credentials?: 'include' | 'omit' | undefined;
}

/** The props of the React component of a tag. */
export type WidgetProps<T extends Tag> = Options<ElementOf<T>> & {
  [Name in keyof EventsOf<T>]?: Listener<EventsOf<T>[Name]>;
} & Credentials &
  RefAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof Options<ElementOf<T>> | keyof EventsOf<T>>;

/**
 * The props of the tag itself. For server-rendered tags React attaches the listeners too late to
 * receive the first events.
 */
export type TagProps<T extends Tag> = Attributes<ElementOf<T>> & {
  [Name in keyof EventsOf<T> & keyof typeof eventOf as `on${(typeof eventOf)[Name]}`]?: Listener<
    EventsOf<T>[Name]
  >;
} & Credentials &
  ClassAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof Attributes<ElementOf<T>>>;
