/**
 * Plugin of the manifest analyzer: makes custom-elements.json speak of the package as it is installed.
 * The classes are exports of dist/esm/classes.js, the tags are defined by modules of their own, and
 * nothing private is told.
 */

const classes = 'dist/esm/classes.js';

/** References to a source as references to where it is exported. */
const built = (declaration) =>
  JSON.parse(
    JSON.stringify(declaration).replace(/"module":"\/?src\/[^"]*"/g, `"module":"${classes}"`),
  );

/** The analyzer also finds `dispatchEvent` calls, without a name, and all that is private. */
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

/** Tags are registered by `defineOnce` in the -define files: the folder's name tells which. */
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
