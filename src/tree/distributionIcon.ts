import { ThemeIcon } from 'vscode';
import type { RowLook } from './rows';

/** Families that the icon font `media/font-logos.woff2` has a logo of, by the end of the icon's name in the manifest. */
const LOGOS: Readonly<Record<string, string>> = {
  AlmaLinux: 'almalinux',
  'Alpine Linux': 'alpine',
  'Arch Linux': 'archlinux',
  CentOS: 'centos',
  'CentOS Stream': 'centos',
  Debian: 'debian',
  Fedora: 'fedora',
  FreeBSD: 'freebsd',
  Gentoo: 'gentoo',
  OpenBSD: 'openbsd',
  'Red Hat Enterprise Linux': 'redhat',
  'Rocky Linux': 'rocky-linux',
  Ubuntu: 'ubuntu',
  openSUSE: 'opensuse',
};

/** The logo of a distribution; `undefined` where there is none, or none is wanted. */
export function distributionIcon(
  family: string | undefined,
  { distributionIcons }: RowLook,
): ThemeIcon | undefined {
  if (!distributionIcons || family === undefined || !Object.hasOwn(LOGOS, family)) return undefined;
  return new ThemeIcon(`conoha-images-${LOGOS[family] ?? ''}`);
}
