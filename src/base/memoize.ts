/** The few thousand values that a large catalogue has; a server that sends more costs time, not memory. */
const MOST = 10_000;
/** Characters. A text is what a server sends, and is remembered for as long as the window is open. */
const LONGEST_KEY = 200;

/**
 * A pure function of a text that works out each text once, and gives the same object for it again: so it is for every
 * text of a usual length. A longer one is worked out each time, so that nobody fills the memory with what they call
 * their images.
 */
export function memoize<T>(work: (text: string) => T): (text: string) => T {
  const known = memoizeAny(work);
  return (text) => (text.length > LONGEST_KEY ? work(text) : known(text));
}

/** The same of numbers. */
export function memoizeNumbers<T>(work: (number: number) => T): (number: number) => T {
  return memoizeAny(work);
}

function memoizeAny<K, T>(work: (key: K) => T): (key: K) => T {
  const results = new Map<K, T>();
  let lastKey: K | undefined;
  let lastResult: T | undefined;
  return (key) => {
    // Neighbours in a list have much in common, and to compare takes far less than to look up.
    if (key === lastKey) return lastResult as T;
    let result = results.get(key);
    if (result === undefined && !results.has(key)) {
      if (results.size >= MOST) results.clear();
      result = work(key);
      results.set(key, result);
    }
    lastKey = key;
    lastResult = result;
    return result as T;
  };
}

/** Kept where the result is `undefined`: to ask whether there is a result costs as much as to ask for it. */
const NOTHING = Symbol('nothing');

/**
 * A pure function of an object that never changes, worked out once for as long as the object is there. It is kept in
 * the object, out of sight of all who list, copy or compare its fields: to ask a `WeakMap` takes several times as long.
 */
export function memoizeFor<K extends object, T>(work: (object: K) => T): (object: K) => T {
  const slot = Symbol('memoized');
  return (object) => {
    const keeper = object as { [slot]?: T | typeof NOTHING };
    const known = keeper[slot];
    if (known !== undefined) return known === NOTHING ? (undefined as T) : known;
    const result = work(object);
    Object.defineProperty(keeper, slot, { value: result === undefined ? NOTHING : result });
    return result;
  };
}
