import { Random } from '../server/random';

/** A script of POSIX shells that sets variables. */
export interface GeneratedOpenrc {
  readonly text: string;
  /** Nothing of it depends on anything but the lines that stand there. */
  readonly isPlain: boolean;
  /** Every line means the same where line ends are lost. */
  readonly isPlainFolded: boolean;
  /** It has a part that may set whatever it likes. */
  readonly isOpen: boolean;
}

/** What the scripts set. */
export const OPENRC_NAMES = ['OS_AUTH_URL', 'OS_USERNAME', 'OS_REGION_NAME', 'OS_PROJECT_NAME'] as const;

/** Another file that a script may read: its name stands in the folder of the scripts. */
export const OTHER_FILE = 'site.rc';
export const OTHER_FILE_TEXT = 'export OS_AUTH_URL=https://site.example/v3 OS_REGION_NAME=site\n';

type Form = (depth: number) => string;
type Forms = readonly [Form, ...Form[]];
type Kind = 'export' | 'plain' | 'unsure' | 'open';

/** @param seed gives the same script each time */
export function generateOpenrc(seed: string): GeneratedOpenrc {
  return new OpenrcWriter(new Random(seed)).written();
}

class OpenrcWriter {
  readonly #kinds = new Set<Kind>();
  #count = 0;

  constructor(readonly random: Random) {}

  written(): GeneratedOpenrc {
    const lines = Array.from({ length: this.random.integer(2, 7) }, () => this.#line(2));
    const isPlain = !this.#kinds.has('unsure') && !this.#kinds.has('open');
    return {
      text: `${lines.join('\n')}\n`,
      isPlain,
      isPlainFolded: isPlain && !this.#kinds.has('plain'),
      isOpen: this.#kinds.has('open'),
    };
  }

  get #name(): string {
    return this.random.pick(OPENRC_NAMES);
  }

  get #value(): string {
    this.#count++;
    const word = `https://h${this.#count}.example/v3`;
    return this.random.pick([
      word,
      word,
      `"${word}"`,
      `'${word}'`,
      `'h ${this.#count}'`,
      String.raw`h\ ${this.#count}`,
      '""',
    ]);
  }

  get #export(): string {
    const assign = (): string => `${this.#name}=${this.#value}`;
    return this.random.pick([() => `export ${assign()}`, () => `export ${assign()} ${assign()}`])();
  }

  get #word(): string {
    return this.random.pick([
      'true',
      'false',
      '[ "$1" = test ]',
      'test -d /',
      'echo x',
      '[ -n "$OS_CLOUD" ]',
    ]);
  }

  #line(depth: number): string {
    const kind = this.random.pick<Kind>([
      'export',
      'export',
      'export',
      'plain',
      'plain',
      'unsure',
      'unsure',
      'unsure',
      'open',
    ]);
    if (kind === 'open' && this.random.integer(0, 3) > 0) return this.#line(depth);
    this.#kinds.add(kind);
    const forms = { export: this.#exports, plain: this.#plain, unsure: this.#unsure, open: this.#open }[kind];
    return this.random.pick(forms)(depth);
  }

  /** With a command at its end, since none may be empty. */
  #lines(depth: number): string {
    const count = depth === 0 ? 0 : this.random.integer(1, 2);
    const lines = Array.from({ length: count }, () => this.#line(depth - 1));
    return [this.#export, ...lines, ':'].slice(count === 0 ? 0 : 1).join('\n');
  }

  readonly #exports: Forms = [
    () => `export ${this.#name}=${this.#value}`,
    () => `export ${this.#name}=${this.#value}`,
    () => `unset ${this.#name}`,
    () => `if [ -z "$OS_USERNAME" ]; then unset OS_USERNAME; fi`,
    () => `echo "export ${this.#name}=${this.#count++}"`,
  ];

  readonly #plain: Forms = [
    () => this.#export,
    () => `${this.#name}=${this.#value}`,
    () => `${this.#name}=${this.#value} ${this.#name}=${this.#value}`,
    () => `${this.#name}="\${${this.#name}:-${this.#count++}}"`,
    () => `${this.#name}=\${${this.#name}-${this.#count++}}`,
    () => `# ${this.#name}=${this.#value}`,
    () => `#export ${this.#name}=${this.#count++}`,
    () => `# don't use ${this.#name} (or do)`,
    () => `${this.#export} # not ${this.#name}=${this.#count++}`,
    () => `echo ${this.#export.replaceAll("'", '"')}`,
    () => `echo it is 'x\n${this.#export.replaceAll("'", '"')}'`,
    () => `if [ -z "$OS_REGION_NAME" ]; then\n  export OS_REGION_NAME=${this.#value}\nfi`,
    () => `[ -z "$OS_REGION_NAME" ] && export OS_REGION_NAME=${this.#value}`,
    () => `${this.#export} && ${this.#export}`,
    () => `${this.#export} || ${this.#export}`,
    () => `${this.#export}; ${this.#export}`,
    () => `{ ${this.#export}; }`,
    () => `export \\\n  ${this.#name}=${this.#value}`,
    () => `export ${this.#name}=${this.#value} 2>/dev/null`,
    () => `unset ${this.#name} ${this.#name}`,
    () => `echo $(export ${this.#name}=${this.#count++})`,
    () => `echo "\${HOME:-"a; export ${this.#name}=${this.#count++}"}"`,
  ];

  readonly #unsure: Forms = [
    // Nothing may have been given to it.
    () => `export ${this.#name}=$${this.#name}`,
    () => `export ${this.#name}="x $${this.#name} y"`,
    () => `${this.#name}="\${${this.#name}:-${this.#count++}}"`,
    () => `${this.#name}=\${${this.#name}-${this.#count++}}`,
    () => `${this.#word} && ${this.#export}`,
    () => `${this.#word} || ${this.#export}`,
    () => `${this.#word} &&\n  ${this.#export}`,
    () => `${this.#word} && ${this.#export} || ${this.#export}`,
    () => `! ${this.#export} && ${this.#export}`,
    (depth) => `: <<'OLD'\n${this.#lines(depth)}\nOLD`,
    (depth) => `cat <<-END | cat\n\t${this.#lines(depth)}\n\tEND`,
    () => `cat <<A <<B && ${this.#export}\ndon't\nA\n${this.#export}\nB`,
    (depth) => `f() {\n${this.#lines(depth)}\n}`,
    (depth) => `f() {\n${this.#lines(depth)}\n}\n${this.#export}\nf`,
    (depth) => `f ()\n(\n${this.#lines(depth)}\n)\nf`,
    () => `f() { ${this.#export}; return 0; }; ${this.#export}; ${this.#word} && f`,
    (depth) => `(\n${this.#lines(depth)}\n)`,
    () => `( ${this.#export} )`,
    () => `(${this.#export})`,
    () => `${this.#name}=${this.#value} true`,
    () => `${this.#name}=${this.#value} ${this.#name}=${this.#value} env`,
    () => `${this.#name}=${this.#value} $NONE`,
    () => `${this.#name}=${this.#value} export ${this.#name}=${this.#value}`,
    () => `env ${this.#name}=${this.#value} true`,
    () => 'return 0',
    () => 'exit',
    () => `${this.#word} && return 0`,
    () => `if ${this.#word}; then return; fi`,
    () => `f() { exit 3; }; ${this.#word} || f`,
    (depth) => `if ${this.#word}; then\n${this.#lines(depth)}\nelse\n${this.#lines(depth)}\nfi`,
    (depth) =>
      `if ${this.#word}\nthen ${this.#lines(depth)}\nelif ${this.#word}\nthen\n${this.#lines(depth)}\nfi`,
    (depth) => `if [ -z "$${this.#name}" ]; then\n${this.#lines(depth)}\nelse\n${this.#lines(depth)}\nfi`,
    (depth) => `# for some\nif ${this.#word}; then ${this.#lines(depth)}; fi`,
    (depth) =>
      `case "$1" in\n  (a) ${this.#lines(depth)} ;;\n  b|'') ${this.#lines(depth)} ;;\n  *) ${this.#export}\nesac`,
    (depth) => `for one in 1 2; do\n${this.#lines(depth)}\ndone`,
    () => `for ${this.#name} in a b; do :; done`,
    (depth) => `while ${this.#word}; do\n${this.#lines(depth)}\nbreak\ndone`,
    () => `echo y | ${this.#export}`,
    () => `${this.#export} | cat`,
    () => `{ ${this.#export}; } | cat`,
    () => `${this.#export} &`,
    () => `${this.#export} && ${this.#export} & wait`,
    () => `: "\${${this.#name}:=${this.#count++}}"`,
    () => `export "${this.#name}=${this.#count++}"`,
    () => `read -r ${this.#name} <<END\n${this.#count++}\nEND`,
    () => `read -r X ${this.#name} </dev/null`,
    () => `${this.#name}=$(false) && ${this.#export}`,
    () => `${this.#export} # and\n${this.#word} && ${this.#export}`,
    () => `# note: it's old\n: <<END\n${this.#export}\nEND`,
    () => `X=${this.#name}; unset $X`,
  ];

  readonly #open: Forms = [
    () => `. ./${OTHER_FILE}`,
    () => `[ -f ${OTHER_FILE} ] && . ./${OTHER_FILE}`,
    () => `eval "${this.#name}=${this.#count++}"`,
    () => `eval export ${this.#name}=${this.#count++}`,
    () => `export $(echo ${this.#name}=${this.#count++})`,
    () => `command export ${this.#name}=${this.#count++}`,
    () => `X=export; $X ${this.#name}=${this.#count++}`,
    () => `"export" ${this.#name}=${this.#count++}`,
    () => `\\export ${this.#name}=${this.#count++}`,
  ];
}
