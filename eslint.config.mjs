import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What a function gives back, and the empty text as one of it. */
const GIVES = ':matches(ReturnStatement, ArrowFunctionExpression)';
const CHOICE = ':matches(ConditionalExpression, LogicalExpression)';
const EMPTY = 'Literal[value=""]';

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          `${GIVES} > ${EMPTY}`,
          `${GIVES} > ${CHOICE} > ${EMPTY}`,
          `${GIVES} > ${CHOICE} > ${CHOICE} > ${EMPTY}`,
        ].map((selector) => ({
          selector,
          message: 'Give `undefined` for what there is not, no empty text.',
        })),
        {
          selector:
            'UnaryExpression[operator="void"] > CallExpression[callee.object.name=/^(window|commands)$/]',
          message: 'Let it go by `unawaited` or `tell`: it fails where the editor closes meanwhile.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);
