import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { findChromium } from './findChromium';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A page that is open for a minute does not earn back what optimizing its code costs. */
const FOR_TESTS = [...ARGUMENTS, '--js-flags=--no-opt --no-maglev'];

/** A headless Chromium that reaches nothing but this machine. @param use `measuring`: it runs code as fast as for users */
export async function launchBrowser(use: 'testing' | 'measuring'): Promise<Browser> {
  const args = use === 'testing' ? FOR_TESTS : ARGUMENTS;
  return chromium.launch({ executablePath: await findChromium(), args });
}

/** The same for tests, for several programs or bundles to connect to. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await findChromium(), args: FOR_TESTS, host: '127.0.0.1' });
}
