/** Boxes that say nothing, and pieces of a text that its parent says as a whole. */
const silent = ['RootWebArea', 'generic', 'none', 'InlineTextBox', 'ListMarker'];

/** What a control says is its name; its texts would say it twice. */
const whole = ['button', 'radio', 'image', 'StaticText'];

const marks = ['checked', 'disabled', 'focused', 'required', 'invalid', 'live'];

/** One node a line, indented by depth: `radio "4 stars of 5" checked`. */
function lines(node, depth = '') {
  const { role, name, description, children = [] } = node;
  // A form without a name is one to some versions of the browser and nothing to others.
  if (silent.includes(role) || (role === 'form' && !name))
    return children.flatMap((child) => lines(child, depth));
  const said = [
    role === 'StaticText' ? 'text' : role,
    name && JSON.stringify(name),
    description && `described by ${JSON.stringify(description)}`,
    ...marks
      .filter((mark) => node[mark] && node[mark] !== 'false')
      .map((mark) => (node[mark] === true ? mark : `${mark}=${node[mark]}`)),
  ];
  const inner = whole.includes(role) ? [] : children;
  return [
    depth + said.filter(Boolean).join(' '),
    ...inner.flatMap((child) => lines(child, `${depth}  `)),
  ];
}

/**
 * Test command `accessibility-tree`: what the page gives to assistive technology, as text. Only
 * Chromium's protocol tells it; `''` in the other engines.
 */
export const accessibilityTreePlugin = {
  name: 'accessibility-tree',
  async executeCommand({ command, session }) {
    if (command !== 'accessibility-tree') return undefined;
    if (session.browser.name !== 'Chromium') return '';
    const page = await session.browser.getPage(session.id);
    return lines(await page.accessibility.snapshot({ interestingOnly: false })).join('\n');
  },
};
