import type { EachFormat } from './format';
import { withComment } from './quoting/oneLine';
import { quoteShell } from './quoting/shell';
import { quoteAnsible } from './quoting/yaml';

/** A task that makes a server of the image. What the image does not tell is left to a variable. */
export const ANSIBLE_SERVER: EachFormat = {
  languages: ['ansible', 'yaml'],
  // Behind `- ` a level is two blanks, whatever the file has elsewhere.
  indentation: 'margin',
  endsLine: true,
  between: 'line',
  linesOf: ({ image }) =>
    image.id === ''
      ? undefined
      : [
          '- name: Create a server',
          '  openstack.cloud.server:',
          '    state: present',
          '    name: "{{ server_name }}"',
          `    image: ${withComment(quoteAnsible(image.id), image.name)}`,
          '    flavor: "{{ server_flavor }}"',
        ],
};

/**
 * The command that makes a server of the image. As in all commands, its name is not in a comment: a shell that a person types
 * into may know no comments, and would run what stands there.
 */
export const OPENSTACK_SERVER_CREATE: EachFormat = {
  languages: ['shellscript'],
  indentation: 'margin',
  endsLine: true,
  between: 'line',
  linesOf: ({ image }) =>
    image.id === ''
      ? undefined
      : [`openstack server create --image ${quoteShell(image.id)} --flavor "$FLAVOR" "$SERVER_NAME"`],
};

/** The request for what the server tells of the image. */
export const CURL_REQUEST: EachFormat = {
  languages: ['shellscript'],
  indentation: 'margin',
  endsLine: true,
  between: 'line',
  linesOf: ({ image, base }) => {
    if (image.id === '') return undefined;
    const url = quoteShell(`${base}/images/${encodedId(image.id)}`);
    return [`curl --globoff -fsS -H "X-Auth-Token: $OS_TOKEN" ${url}`];
  },
};

/** What has no place in an address is U+FFFD there, as everywhere where a text becomes bytes. */
function encodedId(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));
}
