/**
 * A plugin of the manifest analyzer. It makes custom-elements.json describe the installed package. The
 * classes are exports of dist/esm/classes.js, each tag is defined by a module of its own, and private
 * members are left out.
 */

const classes = 'dist/esm/classes.js';

/** Replaces references to source files with references to dist/esm/classes.js. */
const built = (declaration) =>
  JSON.parse(
    JSON.stringify(declaration).replace(/"module":"\/?src\/[^"]*"/g, `"module":"${classes}"`),
  );

/** Removes private members, and the nameless events that the analyzer finds in `dispatchEvent` calls. */
const open = ({ events, members, ...declaration }) => ({
  ...declaration,
  ...(events && { events: events.filter(({ description }) => description) }),
  ...(members && { members: members.filter(({ privacy }) => privacy !== 'private') }),
});

const reference = (name) => ({ name, module: classes });

function definition({ name, tagName }) {
  const path = `dist/esm/${tagName.replace('riac-', '')}-define.js`;
  const exports = [
    { kind: 'custom-element-definition', name: tagName, declaration: reference(name) },
  ];
  return { kind: 'javascript-module', path, declarations: [], exports };
}

/** Adds the tag name, made of the folder's name. The analyzer does not understand `defineOnce`. */
const tagged = (path) => (declaration) =>
  declaration.customElement
    ? { ...declaration, tagName: `riac-${path.split('/')[1]}` }
    : declaration;

export const packagedManifest = {
  name: 'packaged-manifest',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap(({ path, declarations = [] }) =>
      declarations
        .filter(({ kind }) => kind === 'class')
        .map(tagged(path))
        .map(open)
        .map(built),
    );
    const exports = declarations.map(({ name }) => ({
      kind: 'js',
      name,
      declaration: reference(name),
    }));
    customElementsManifest.modules = [
      { kind: 'javascript-module', path: classes, declarations, exports },
      ...declarations.filter(({ tagName }) => tagName).map(definition),
    ];
  },
};
