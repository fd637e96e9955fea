import fc from 'fast-check';
import type { OptionValue, Schemes } from '../../demo/site/configure/configuration.js';
import type { Option, StyleOption, Widget } from '../../demo/site/configure/widgets.js';

/** What a reader of the configurator may have chosen. */
export interface Choice {
  options: Record<string, OptionValue>;
  theme: Record<string, Schemes>;
}

/** What breaks a quotation when it is written by hand. */
const traps = ['"', "'", '<', '>', '&', '&amp;', '{', '}', '{{', '${', '`', '\\', '\n', '\t', '🗳️'];
const more = ['</script>', '<!--', '-->', '</style>', ' ', '\u2028', 'é', 'Привет', 'x'];

const text = fc
  .oneof(
    fc.array(fc.constantFrom(...traps, ...more), { minLength: 1, maxLength: 12 }),
    fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map((parts) => parts.join(''));

const colors = ['navy', '#9a2a1f', 'rgb(0 0 0 / 50%)', 'color-mix(in srgb, red 20%, #0000ff)'];
const lengths = ['3px', '1.25em', 'calc(1rem + 2 * 3px)', '0'];

function valueOf({ kind, words = [], least = 0, most = 9 }: Option): fc.Arbitrary<OptionValue> {
  if (kind === 'switch') return fc.constant(true as const);
  if (kind === 'choice') return fc.constantFrom(...words);
  return kind === 'number' ? fc.integer({ min: least, max: most }).map(String) : text;
}

const record = <Value>(entries: [string, fc.Arbitrary<Value>][]) =>
  fc.record(Object.fromEntries(entries), {
    requiredKeys: [],
    noNullPrototype: true,
  }) as fc.Arbitrary<Record<string, Value>>;

function schemesOf({ kind }: StyleOption): fc.Arbitrary<Schemes> {
  const value = fc.constantFrom(...(kind === 'color' ? colors : lengths));
  const light = value.map((each): Schemes => ({ light: each }));
  if (kind === 'length') return light;
  const dark = value.map((each): Schemes => ({ dark: each }));
  return fc.oneof(
    light,
    dark,
    fc.tuple(light, dark).map(([one, other]) => ({ ...one, ...other })),
  );
}

/**
 * Any choice of options and colours of a widget.
 * @param clean - What the configurator makes of a text that was typed or sent.
 */
export const choiceOf = (widget: Widget, clean: (text: string) => string): fc.Arbitrary<Choice> =>
  fc.record({
    options: record(widget.attributes.map((option) => [option.name, valueOf(option)])).map(
      (options) =>
        Object.fromEntries(
          Object.entries(options)
            .map(([name, value]) => [name, value === true ? value : clean(value)] as const)
            .filter(([, value]) => value !== ''),
        ),
    ),
    theme: record(widget.styles.map((property) => [property.name, schemesOf(property)])),
  });

/** What is written for a property that has a light and a dark value. */
export const looksOf = ({ theme }: Choice): [string, string][] =>
  Object.entries(theme).map(([name, { light, dark }]) => [
    name,
    light && dark && light !== dark ? `light-dark(${light}, ${dark})` : (light ?? dark ?? ''),
  ]);
