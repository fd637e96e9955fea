import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const forbiddenSyntax = [
  {
    selector: 'TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A style attribute is blocked by a strict content security policy.',
  },
  {
    selector: 'TemplateElement[value.raw=/data:image/]',
    message: 'A data: image is blocked by a strict content security policy.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only.',
  },
];

const directives = [
  { name: 'lit/directives/style-map.js', message: 'Writes a style attribute at first render.' },
  { name: 'lit/directives/unsafe-html.js', message: 'Only text is rendered, never HTML strings.' },
  { name: 'lit/directives/unsafe-svg.js', message: 'Only text is rendered, never SVG strings.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'demo/build/', 'coverage/', '.data/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/site/**/*.ts'],
    extends: [litPlugin.configs['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-restricted-imports': ['error', { paths: directives }],
      // LitElement has all lifecycle callbacks, so a call of `super` needs no check that they exist.
      'wc/guard-super-call': 'off',
    },
    settings: { litHtmlSources: ['lit'] },
  },
  {
    files: ['src/react/**/*.ts'],
    rules: {
      // React declares the types of its tags in a namespace, and only a namespace can extend it.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
    },
  },
  {
    files: ['test/**/*.ts', 'demo/server/**/*.ts'],
    rules: {
      // Chai's assertions are expressions, and a test suite is one long function.
      '@typescript-eslint/no-unused-expressions': 'off',
      'max-lines-per-function': 'off',
    },
  },
  { files: ['**/*.mjs', '**/*.js'], rules: { 'no-restricted-syntax': 'off' } },
);
