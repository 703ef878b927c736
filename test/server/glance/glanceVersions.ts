import { json, type Reply } from '../replies';

/** What Glance answers wherever no version is named. The links lead to where it stands inside the cloud. */
export function glanceVersions(): Reply {
  const versions = ['v2.15', 'v2.13', 'v2.9', 'v2.7', 'v2.5', 'v2.0'].map((id, at) => ({
    id,
    status: at === 0 ? 'CURRENT' : 'SUPPORTED',
    links: [{ rel: 'self', href: 'http://10.0.0.11:9292/v2/' }],
  }));
  return json(300, { versions });
}
