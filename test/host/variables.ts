/** The variables of OpenStack's tools and the home directory for each test of a suite: none, and put back after it. */
export class Variables {
  readonly #before = new Map<string, string | undefined>();

  constructor() {
    beforeEach(() => {
      for (const name of Object.keys(process.env)) if (/^(OS|XDG)_/.test(name)) this.set(name, undefined);
    });
    afterEach(() => {
      for (const [name, value] of this.#before) put(name, value);
      this.#before.clear();
    });
  }

  set(name: string, value: string | undefined): void {
    if (!this.#before.has(name)) this.#before.set(name, process.env[name]);
    put(name, value);
  }
}

function put(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
