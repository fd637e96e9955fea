const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

const cell = (value) =>
  value === undefined ? '' : typeof value === 'number' ? number.format(value) : value;

/** Rows of figures as a Markdown table; the columns are the figures' names. */
export function table(rows, titles) {
  const names = Object.keys(titles);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['What', ...Object.values(titles)]),
    line(['---', ...names.map(() => '---')]),
    ...Object.entries(rows).map(([row, figures]) =>
      line([row, ...names.map((name) => cell(figures[name]))]),
    ),
  ].join('\n');
}

/** One figure that was to be reached: `[what, measured, sign, limit]`. */
export const goals = (rows) =>
  table(
    Object.fromEntries(
      rows.map(([what, measured, sign, limit]) => {
        const reached = sign === '<=' ? measured <= limit : measured >= limit;
        return [
          what,
          { measured, goal: `${sign} ${cell(limit)}`, reached: reached ? 'yes' : 'no' },
        ];
      }),
    ),
    { measured: 'Measured', goal: 'Goal', reached: 'Reached' },
  );
