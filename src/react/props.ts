import type { LitElement } from 'lit';
import type { ClassAttributes, HTMLAttributes, RefAttributes } from 'react';
import type { Tag, Widgets, eventOf } from './widgets.js';

type ElementOf<T extends Tag> = Widgets[T]['element'];
type EventsOf<T extends Tag> = Widgets[T]['events'];

/** What an element has beyond every other one: its options, without its methods. */
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

/** `headingLevel` as its attribute is written. */
type Dashed<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Dashed<Rest>}`
  : Name;

/** Options as attributes; one that takes objects only has no attribute and keeps its name. */
type Attributes<Element> = {
  [
    Name in keyof Options<Element> as NonNullable<Options<Element>[Name]> extends object
      ? Name
      : Dashed<Name>
  ]?: Options<Element>[Name];
};

/** Send cookies along to the endpoint; none by default. */
interface Credentials {
  credentials?: 'include' | 'omit' | undefined;
}

/** Props of the component that stands for a tag. */
export type WidgetProps<T extends Tag> = Options<ElementOf<T>> & {
  [Name in keyof EventsOf<T>]?: Listener<EventsOf<T>[Name]>;
} & Credentials &
  RefAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof Options<ElementOf<T>> | keyof EventsOf<T>>;

/** Props of the tag itself. React attaches the listeners of server-rendered tags too late. */
export type TagProps<T extends Tag> = Attributes<ElementOf<T>> & {
  [Name in keyof EventsOf<T> & keyof typeof eventOf as `on${(typeof eventOf)[Name]}`]?: Listener<
    EventsOf<T>[Name]
  >;
} & Credentials &
  ClassAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof Attributes<ElementOf<T>>>;
