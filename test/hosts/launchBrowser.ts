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

/** A headless Chromium that reaches nothing but this machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ARGUMENTS });
}

/** The same, for several programs or bundles to connect to. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await findChromium(), args: ARGUMENTS, host: '127.0.0.1' });
}
